"""What is pressed, led over the window and let go: the mouse's button, or a finger."""

from __future__ import annotations

from game.screen.intents import Click, Drag

Spot = tuple[int, int]

FAR = 24
"""Pixels that a press may wander before it is no click any more."""


class Press:
    """One press at a time: a new one takes the place of the last."""

    def __init__(self) -> None:
        self._start: Spot | None = None
        self._last: Spot = (0, 0)
        self._far = False

    def down(self, at: Spot) -> None:
        """Pressed here."""
        self._start, self._last, self._far = at, at, False

    def led(self, at: Spot) -> Drag | None:
        """Still pressed, and here now."""
        start = self._start
        if start is None:
            return None
        self._far = self._far or max(abs(start[0] - at[0]), abs(start[1] - at[1])) > FAR
        if not self._far:
            return None
        up, self._last = self._last[1] - at[1], at
        return Drag(start, at, up)

    def let_go(self, at: Spot) -> Click | Drag | None:
        """Let go here. Whoever came back to where they began meant no click either."""
        drag, start = self.led(at), self._start
        self._start = None
        if start is None:
            return None
        return Click(start) if drag is None else Drag(start, at, drag.up, over=True)

    def outlast(self) -> None:
        """Something else stands under it now: it can still be led, but is no click any more."""
        self._far = True

    def forget(self) -> None:
        """What is pressed now is not heard of any more."""
        self._start = None
