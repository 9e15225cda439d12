"""Plain deeds: no condition is asked about them, nothing is left to chance, nothing waits.

Most deeds of most stories are such. Which eyes may see one and which rules it meets is known
before the run begins (`Course`), so here it is only looked at and written down: the same
records and entries as by the long way of `Books.witness`, in a quarter of the time.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.scoring.eyes import looks_there
from game.scoring.ledger import NO_TERMS, Ledger, within_bounds
from game.scoring.records import Deed, Entry, Note, Record
from game.scoring.rulebook import Course
from game.scoring.rules import parts

_ALL: Note = ""
"""All that was earned was entered."""


def write_down(
    courses: Iterable[Course], deed: Deed, records: list[Record], ledger: Ledger
) -> list[Entry]:
    """Makes the records of a plain deed and their entries; returns the entries.

    Named tuples are made here from whole tuples, which spares a call for each.
    """
    kind, quantity, doer, _, place, at, scene = deed
    new, entries, standings = tuple.__new__, ledger.entries, ledger.standings
    entered: list[Entry] = []
    for course in courses:
        eye = course.eye or _first_eye(course, deed)
        if eye is None:
            continue
        system = course.id
        record = new(Record, (
            len(records) + 1, system, kind, quantity, doer, doer, place, at, at, eye, None,
            scene, False, None,
        ))  # fmt: skip
        records.append(record)
        account = course.accounts.get(doer)
        if account is None:
            continue
        holder = account[1]
        for ruling, rule, points in course.gives:
            if ruling is not None:
                for part in parts(ruling, record):
                    entered.append(ledger.enter(course.desk, holder, ruling, record, part, at))
                continue
            standing = standings.get(account)
            if standing is None:
                standing = course.openings[holder]
            earned = points * quantity
            total = standing + earned
            terms, note = NO_TERMS, _ALL
            if not course.least <= total <= course.most:
                amount, note = within_bounds(course.least, course.most, standing, earned, _ALL)
                total = standing + amount
                terms = (("earned", earned),) if note else NO_TERMS
            entry = new(Entry, (
                len(entries) + 1, system, holder, total - standing, at, at, "rule", rule,
                len(records), terms, None, total, note,
            ))  # fmt: skip
            standings[account] = total
            entries.append(entry)
            entered.append(entry)
    return entered


def _first_eye(course: Course, deed: Deed) -> str | None:
    for watch in course.watches:
        eye = watch.eye
        if (not eye.places or deed.place in eye.places) and (watch.open or looks_there(eye, deed)):
            return eye.id
    return None
