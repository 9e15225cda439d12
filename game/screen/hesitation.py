"""How long an answer took, and on what the player rested before it: measured where they can be
seen to have moved there themselves, by seconds that the window hands in."""

from __future__ import annotations

from game.mirror.notebook import Timed
from game.screen import intents
from game.screen.intents import Intent

ABSENT = 60.0
"""Seconds in which nobody moves anything, after which nothing counts: a page is read in that time,
and whoever does nothing for longer may have gone away. Of an answer's time this first minute
counts, as a slow reader is there; of a rest none of it, as nobody can say what it was."""

_MICRO = 1_000_000


class Hesitation:
    """Over one page, from when it lies there to the choice. What has the focus at first, as on
    every page, was rested on by nobody, nor was what a frame comes to that walks by itself: only
    a switch that moves it counts. `mark`: what the keys of options begin with."""

    def __init__(self, mark: str) -> None:
        self._mark = mark
        # In whole microseconds, so that the parts never come to more than all of it.
        self._took = self._still = self._lately = 0
        self._on: str | None = None
        self._rested: dict[str, int] = {}
        self._met = False
        self._lay_on: str | None = None

    def lies(self, seconds: float) -> None:
        """The page lay there for so long, on top of all others, and the player was not away."""
        passed = round(seconds * _MICRO)
        counted = max(0, min(passed, round(ABSENT * _MICRO) - self._still))
        self._still += passed
        self._took += counted
        if self._on is not None:
            self._lately += counted

    def follow(
        self, intent: Intent, before: str | None, focus: str | None, under: str | None
    ) -> None:
        """The player did this. `before`, `focus`: the key of what had the focus, and of what has
        it now, if the page still lies there; `under`: of what is under a pointer. They rest on the
        option to which they move until they point elsewhere, read on, or leave the page. Whoever
        gives a number wants that answer: where it is scrolled to first, they do not rest on it."""
        match intent:
            case intents.Point(_, pressed):
                self._points_at(under if under == focus else None, pressed)
            case intents.Scroll() | intents.Drag() | intents.Choose():
                self.rests_on(None)
            case _ if focus != before:
                self.rests_on(focus)
            case _:
                self._stirs()

    def rests_on(self, key: str | None) -> None:
        """The player moved the focus to what has this key; None: away from everything."""
        self._stirs()
        is_option = key is not None and key.startswith(self._mark)
        self._on = key.removeprefix(self._mark) if is_option and key is not None else None

    def timed(self) -> Timed:
        """What was measured, now that the choice is made."""
        self._stirs()
        rested = {option: spent // 1000 for option, spent in self._rested.items() if spent >= 1000}
        return Timed(self._took // 1000, rested)

    def _points_at(self, key: str | None, pressed: bool) -> None:
        """Where the pointer lay as the page opened, it was not moved to: that counts once it has
        been elsewhere, or is pressed there."""
        if not self._met:
            self._met, self._lay_on = True, key
        if key != self._lay_on:
            self._lay_on = None
        self.rests_on(key if pressed or self._lay_on is None else None)

    def _stirs(self) -> None:
        """They are there, whatever it is that they did."""
        if self._on is not None and self._still < ABSENT * _MICRO:
            self._rested[self._on] = self._rested.get(self._on, 0) + self._lately
        self._still = self._lately = 0
