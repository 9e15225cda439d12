"""Presses that come too late: meant for what stood there before time put something else there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.screen import intents
from game.screen.intents import Intent

if TYPE_CHECKING:
    from game.play.view import View

SETTLES = 0.3
"""Seconds for which a press is late, if time itself has put something else where it was aimed."""
ARRIVES = 1.0
"""The same, if time has led to another scene: whoever scrolls in step has one more scroll under
way, and would leave that scene unread."""

Offer = tuple[str | None, ...]


def on_offer(view: View, focus: str | None) -> Offer:
    """Where the run is, what has the focus, and then the choices by their numbers."""
    return (view.scene, focus, *(option.id for option in view.options))


class Late:
    """What was on offer before time changed it, and until when it is still meant."""

    def __init__(self) -> None:
        self._before: Offer = ()
        self._until = 0.0

    def note(self, before: Offer, after: Offer, now: float) -> None:
        """Time has passed: what was on offer before and after it. `now` is in seconds."""
        if after != before:
            elsewhere = after[:1] != before[:1]
            self._before, self._until = before, now + (ARRIVES if elsewhere else SETTLES)

    def settling(self, now: float) -> bool:
        """Whether time has changed what is on offer just now."""
        return now < self._until

    def is_late(self, intent: Intent, offer: Offer) -> bool:
        """Whether it was meant for something else than what is on offer while that settles."""
        before = self._before
        match intent:
            case intents.Choose(number):
                return before[:1] != offer[:1] or _choice(before, number) != _choice(offer, number)
            case intents.Confirm():
                return before[:2] != offer[:2]
            case intents.Click():
                return True
        return False


def _choice(offer: Offer, number: int) -> Offer:
    """The choice with this number, or nothing if there are fewer."""
    return offer[number + 1 :][:1]
