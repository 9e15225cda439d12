"""Amounts by the moment from which they count, and what they come to between two moments."""

from __future__ import annotations

from bisect import bisect_right


class Timeline:
    """Amounts in the order of their moments. However many there are, asking is quick, and so is
    adding one to the end, as mostly happens."""

    __slots__ = ("_moments", "_sums")

    def __init__(self) -> None:
        self._moments: list[int] = []
        self._sums = [0]

    def copy(self) -> Timeline:
        """Another one with the same amounts; what is added there stays there."""
        other = Timeline()
        other._moments = self._moments.copy()
        other._sums = self._sums.copy()
        return other

    def add(self, at: int, amount: int) -> None:
        """The amount counts from this moment on."""
        place, sums = bisect_right(self._moments, at), self._sums
        self._moments.insert(place, at)
        sums.insert(place + 1, sums[place])
        for later in range(place + 1, len(sums)):
            sums[later] += amount

    def total(self, after: int | None, until: int) -> int:
        """All that counts from later than `after` (None: from ever), up to and with `until`."""
        total = self._sums[bisect_right(self._moments, until)]
        if after is None:
            return total
        return total - self._sums[bisect_right(self._moments, min(after, until))]
