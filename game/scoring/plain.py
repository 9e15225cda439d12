"""Plain deeds: nothing can come between them and their entries.

Most deeds of most stories are seen for certain and at once, by a rule without a condition,
a delay, a band, a limit or luck. What such a deed comes to is known before the run begins
(`Course`), so here it is only written down: the same records and entries as by the long way
of `Books.witness`, in a quarter of the time.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.scoring.ledger import Ledger, within_bounds
from game.scoring.records import Deed, Entry, Note, Record
from game.scoring.rulebook import Course

_NO_TERMS: tuple[tuple[str, int], ...] = ()
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
        system = course.system
        record = len(records) + 1
        records.append(new(Record, (
            record, system, kind, quantity, doer, doer, place, at, at, course.eye, None, scene,
            False, None,
        )))  # fmt: skip
        account = course.accounts.get(doer)
        if account is None:
            continue
        for rule, points in course.gives:
            standing = standings.get(account)
            if standing is None:
                standing = course.openings[account[1]]
            earned = points * quantity
            total = standing + earned
            terms, note = _NO_TERMS, _ALL
            if not course.least <= total <= course.most:
                amount, note = within_bounds(course.least, course.most, standing, earned, _ALL)
                total = standing + amount
                terms = (("earned", earned),) if note else _NO_TERMS
            entry = new(Entry, (
                len(entries) + 1, system, account[1], total - standing, at, at, "rule", rule,
                record, terms, None, total, note,
            ))  # fmt: skip
            standings[account] = total
            entries.append(entry)
            entered.append(entry)
    return entered
