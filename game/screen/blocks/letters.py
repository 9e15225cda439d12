"""What stands in a field that empties itself: for a moment, then nowhere.

These letters are in no other object, no store of drawn words and no file. Whoever changes this
sees that it stays so.
"""

from __future__ import annotations

import unicodedata

from game.screen import intents
from game.screen.intents import Intent

MOST = 40
STANDS = 1.2
"""Seconds from the last key until the letters begin to leave."""
EACH = 0.06
"""Seconds from one letter that leaves to the next."""


class Letters:
    """`text` was typed, `composing` is not yet settled by an input method. `emptied`: how often
    all of it has left by itself."""

    def __init__(self) -> None:
        self.text = ""
        self.composing = ""
        self.emptied = 0
        self._stands = 0.0

    def take(self, intent: Intent) -> bool:
        """Does what is meant for the letters. False: something else is meant."""
        match intent:
            case intents.Write(text):
                self.text = (self.text + text if self.text else text.lstrip())[:MOST]
                self.composing = ""
                self._stands = STANDS
            case intents.Compose(text):
                self.composing = text[:MOST]
                self._stands = STANDS
            case intents.Erase():
                self.text = _without_last(self.text)
                self._stands = STANDS
            case intents.Confirm() if self.text:
                self._stands = 0.0
            case _:
                return False
        return True

    def stop_composing(self) -> None:
        """Letters go elsewhere now: what is not settled will not be."""
        self.composing = ""

    def forget(self) -> None:
        """The page is left: at once, and nothing is said."""
        self.text = self.composing = ""

    def step(self, seconds: float, at_once: bool) -> bool:
        """Time passes: letters leave from the end, or all `at_once`. True: some have left."""
        if not self.text or self.composing:
            return False
        self._stands -= seconds
        if self._stands > 0:
            return False
        while self.text and self._stands <= 0:
            self.text = "" if at_once else _without_last(self.text)
            self._stands += EACH
        if not self.text:
            self.emptied += 1
        return True

    @property
    def leaving(self) -> bool:
        """Whether the next letter leaves soon."""
        return bool(self.text) and not self.composing and self._stands <= EACH


def _without_last(text: str) -> str:
    """The text without its last letter, and without the accents that stand on it."""
    end = len(text) - 1
    while end > 0 and unicodedata.combining(text[end]):
        end -= 1
    return text[: max(0, end)]
