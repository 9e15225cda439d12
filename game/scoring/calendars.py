"""What each life's calendar still brings, and how far each of them has got."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from heapq import heappop, heappush

from game.scoring.records import Appointment


class Calendars:
    """The calendars of all lives. `starts`: when those begin that have one. `due`: what
    they bring, by life, for those that were ever brought anything."""

    __slots__ = ("_made", "_passed", "due", "starts")

    def __init__(self, starts: Mapping[str, int]) -> None:
        self.starts = starts
        self._made = 0
        self.due: dict[str, list[Appointment]] = {}
        self._passed: dict[str, int] = {}

    def copy(self) -> Calendars:
        """Calendars that go on by themselves from here."""
        other = Calendars(self.starts)
        other._made = self._made
        other.due = {life: due.copy() for life, due in self.due.items()}
        other._passed = self._passed.copy()
        return other

    def appoint(self, due: int, concerned: str, acting: str, record: int, rule: str | None) -> None:
        """Puts it in the calendar of whom it concerns, or of who acts, if that has none."""
        life = concerned if concerned in self.starts else acting
        self._made += 1
        heappush(self.due.setdefault(life, []), Appointment(due, self._made, record, rule))

    def take_due(self, life: str, until: int) -> Iterator[Appointment]:
        """Takes out what is due, in order, also what is put in meanwhile."""
        due = self.due.get(life, [])
        while due and due[0].due <= until:
            yield heappop(due)

    def pass_to(self, life: str, until: int) -> tuple[int, int]:
        """Moves a life on, never back: how far it had got before, and where it is now."""
        passed = self._passed.get(life)
        if passed is None:
            passed = self.starts.get(life, until)
        if until < passed:
            until = passed
        self._passed[life] = until
        return passed, until
