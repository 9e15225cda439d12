"""The ledgers of one run: entries, what they add up to, and the limits they keep."""

from __future__ import annotations

from game.scoring.records import Cause, Entry, Note, Record
from game.scoring.rulebook import Desk, Ruling
from game.scoring.rules import earned
from game.scoring.timeline import Timeline
from game.story.calendar import DAY

FOR_GOOD = -1
"""Stands for the day where a rest is kept for longer than one."""


NO_TERMS: tuple[tuple[str, int], ...] = ()


class Ledger:
    """All entries, by their number from 1 on. `standings` are kept by system and holder, from
    the first entry on; a count is kept as a timeline, of which its window shows a part."""

    __slots__ = ("_appraised", "_gained", "_rests", "_void", "_windows", "entries", "standings")

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self.standings: dict[tuple[str, str], int] = {}
        self._windows: dict[tuple[str, str], Timeline] = {}
        self._rests: dict[tuple[str, str, str, int], int] = {}
        self._gained: dict[tuple[str, str, str | None, int], int] = {}
        self._void: set[int] = set()
        self._appraised: dict[tuple[str, str], int] = {}

    def copy(self) -> Ledger:
        """Another ledger with the same entries; what is entered there stays there."""
        other = Ledger()
        other.entries = self.entries.copy()
        other.standings = self.standings.copy()
        other._windows = {key: window.copy() for key, window in self._windows.items()}
        other._rests = self._rests.copy()
        other._gained = self._gained.copy()
        other._void = self._void.copy()
        other._appraised = self._appraised.copy()
        return other

    def has_entries(self, system: str, holder: str) -> bool:
        """Whether anything was ever entered for the holder."""
        return (system, holder) in self.standings or (system, holder) in self._windows

    def standing(self, desk: Desk, holder: str, now: int) -> int:
        """What the holder has. Only a count asks for `now`: it forgets after its window."""
        key = (desk.id, holder)
        if desk.counts:
            window, span = self._windows.get(key), desk.system.window
            recent = 0
            if window is not None:
                recent = window.total(None if span is None else now - span, now)
            return desk.openings[holder] + recent
        held = self.standings.get(key)
        return desk.openings[holder] if held is None else held

    def enter(
        self,
        desk: Desk,
        holder: str,
        ruling: Ruling,
        record: Record,
        part: tuple[int, int],
        at: int,
    ) -> Entry:
        """Enters, at the moment `at`, what a rule gives for a part of a record."""
        rule = ruling.rule
        happened, quantity = part
        standing = self.standing(desk, holder, at)
        terms = NO_TERMS
        if desk.system.scale == "list":
            amount = (1 if rule.points > 0 else 0) - standing
            note: Note = "" if amount else "bound"
        else:
            points, waits = self._earn(desk, holder, ruling, happened, quantity)
            amount, note = points, ""
            limited = points > 0 and (rule.most_a_day is not None or bool(desk.system.day_caps))
            if limited:
                day = happened // DAY
                amount, note = self._within_caps(desk, holder, ruling, day, points)
            amount, note = _bounded(desk, standing, amount, note)
            if waits:
                note = self._full(desk, holder, ruling, happened // DAY) or "rest"
            elif amount != points:
                terms = (("earned", points),)
            if limited and amount:
                self._count_gain(desk, holder, ruling, day, amount)
        entry = tuple.__new__(Entry, (
            len(self.entries) + 1, desk.id, holder, amount, at, happened, "rule", rule.id,
            record.number, terms, None, standing + amount, note,
        ))  # fmt: skip
        return self._post(desk, entry, at)

    def appraise(
        self,
        desk: Desk,
        holder: str,
        name: str,
        value: int,
        terms: tuple[tuple[str, int], ...],
        at: int,
    ) -> Entry | None:
        """Enters the difference to the new value, if there is any.

        Either way, all entries up to here no longer make the standing what it is.
        """
        self._appraised[desk.id, holder] = len(self.entries)
        if desk.system.scale == "list":
            value = 1 if value > 0 else 0
        standing = self.standing(desk, holder, at)
        if value == standing:
            return None
        entry = Entry(
            len(self.entries) + 1, desk.id, holder, value - standing, at, at, "appraisal",
            name, None, terms, None, value, "",
        )  # fmt: skip
        return self._post(desk, entry, at)

    def take_back(self, desk: Desk, record: Record, now: int) -> list[Entry]:
        """Counters all that was entered for a record. Nothing is erased."""
        self._void.add(record.number)
        made = [
            entry
            for entry in self.entries
            if entry.record == record.number and entry.cause == "rule"
        ]
        if desk.system.scale == "list":
            return [self._strike(desk, entry, now) for entry in made]
        return [self._counter(desk, entry, now) for entry in made if entry.amount]

    # --- how much -----------------------------------------------------------------------

    def _earn(
        self, desk: Desk, holder: str, ruling: Ruling, happened: int, quantity: int
    ) -> tuple[int, bool]:
        """The points earned, and whether there were none only because a rest waits."""
        rule = ruling.rule
        if rule.each == 1:
            if ruling.band is None:
                return quantity * rule.points, False
            return earned(ruling, happened, quantity, 0)[0], False
        day = FOR_GOOD if rule.each_ever else happened // DAY
        key = (desk.id, holder, rule.id, day)
        rest = self._rests.get(key, 0)
        points, self._rests[key] = earned(ruling, happened, quantity, rest)
        return points, rest + quantity < rule.each

    def _within_caps(
        self, desk: Desk, holder: str, ruling: Ruling, day: int, points: int
    ) -> tuple[int, Note]:
        """What of the points the day's limits let in. Losses have no limit."""
        note: Note = ""
        most = ruling.rule.most_a_day
        if points > 0 and most is not None:
            room = most - self._gained.get((desk.id, holder, ruling.rule.id, day), 0)
            if points > room:
                points, note = max(0, room), "day-most"
        if points > 0 and desk.system.day_caps:
            cap = desk.day_cap(day)
            if cap is not None:
                room = cap - self._gained.get((desk.id, holder, None, day), 0)
                if points > room:
                    points, note = max(0, room), "day-cap"
        return points, note

    def _full(self, desk: Desk, holder: str, ruling: Ruling, day: int) -> Note:
        """The limit that leaves not one point of the day, so that a day's rest comes to nothing;
        "" if there is none."""
        if ruling.rule.points <= 0 or ruling.rule.each_ever:
            return ""
        return self._within_caps(desk, holder, ruling, day, 1)[1]

    def _count_gain(self, desk: Desk, holder: str, ruling: Ruling, day: int, amount: int) -> None:
        gained = self._gained
        if ruling.rule.most_a_day is not None:
            key = (desk.id, holder, ruling.rule.id, day)
            gained[key] = gained.get(key, 0) + amount
        if desk.system.day_caps:
            total = (desk.id, holder, None, day)
            gained[total] = gained.get(total, 0) + amount

    # --- corrections ----------------------------------------------------------------------

    def _counter(self, desk: Desk, entry: Entry, now: int) -> Entry:
        """Gives back what an entry took, or takes what it gave, and the day's room with it.

        In a count, the two leave the window together: what has left it is worth nothing. In
        points, so is what was entered before the latest appraisal, which did away with it.
        """
        standing = self.standing(desk, entry.holder, now)
        span = desk.system.window
        counted = entry.at
        if desk.system.scale == "count" and span is not None and counted <= now - span:
            amount, note = 0, entry.note
        elif desk.system.scale == "points" and self._was_appraised(desk, entry):
            amount, note = 0, "appraised"
        else:
            amount, note = _bounded(desk, standing, -entry.amount, "")
        if entry.amount > 0 and entry.rule is not None:
            ruling = desk.by_rule[entry.rule]
            self._count_gain(desk, entry.holder, ruling, entry.happened // DAY, -entry.amount)
        return self._correct(desk, entry, amount, standing + amount, note, now)

    def _was_appraised(self, desk: Desk, entry: Entry) -> bool:
        return entry.number <= self._appraised.get((desk.id, entry.holder), 0)

    def _strike(self, desk: Desk, entry: Entry, now: int) -> Entry:
        """Puts the holder where the records that still hold put it."""
        standing = self.standing(desk, entry.holder, now)
        total = desk.openings[entry.holder]
        for other in self.entries:
            if (other.system, other.holder) != (desk.id, entry.holder):
                continue
            if other.cause == "appraisal":
                total = other.total
            elif other.cause == "rule" and other.record not in self._void:
                total = 1 if other.rule and desk.by_rule[other.rule].rule.points > 0 else 0
        note: Note = "" if total != standing else "stands"
        return self._correct(desk, entry, total - standing, total, note, now)

    def _correct(
        self, desk: Desk, entry: Entry, amount: int, total: int, note: Note, now: int
    ) -> Entry:
        cause: Cause = "correction"
        counter = Entry(
            len(self.entries) + 1, desk.id, entry.holder, amount, now, entry.happened, cause,
            entry.rule, entry.record, (), entry.number, total, note,
        )  # fmt: skip
        return self._post(desk, counter, entry.at)

    def _post(self, desk: Desk, entry: Entry, counted: int) -> Entry:
        """Writes an entry down; in a count, it counts as of the moment `counted`."""
        self.entries.append(entry)
        key = (desk.id, entry.holder)
        if desk.counts:
            self._windows.setdefault(key, Timeline()).add(counted, entry.amount)
        else:
            self.standings[key] = entry.total
        return entry


def within_bounds(
    least: int, most: int, standing: int, amount: int, note: Note
) -> tuple[int, Note]:
    """What of a change the ends of the scale leave."""
    if amount > 0 and amount > most - standing:
        return max(0, most - standing), "bound"
    if amount < 0 and -amount > standing - least:
        return -max(0, standing - least), "bound"
    return amount, note


def _bounded(desk: Desk, standing: int, amount: int, note: Note) -> tuple[int, Note]:
    return within_bounds(desk.system.least, desk.system.most, standing, amount, note)
