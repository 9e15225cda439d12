"""What happened, what was seen of it, and what was entered for it: plain values.

Moments are minutes since 1970-01-01 (see `game.story.calendar`). Named tuples, because
a run makes many and copies are made of none.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

Cause = Literal["rule", "appraisal", "correction"]

Note = Literal["", "rest", "day-most", "day-cap", "bound", "stands", "appraised"]
"""Why an entry is smaller than what was earned: not yet a whole unit (it is kept), the
rule's or the system's most for a day, the end of the scale, or (for a correction) on a list
another record that still holds, and in points an appraisal that was made since."""


class Deed(NamedTuple):
    """What happened, whoever saw it. A timed deed begins at `at` and lasts `quantity`."""

    kind: str
    quantity: int
    doer: str
    to: str | None
    place: str | None
    at: int
    scene: str


class Record(NamedTuple):
    """What a system holds to have happened. `about`: whom it is believed to concern.

    `doer`: who really did it (None: written down without a deed). `known`: when it came
    to light, maybe still to come. `eye`: the eye's id, or None where a person (`witness`)
    wrote it. `wrong`: it is about another than the doer. `corrected`: when it was taken back.
    """

    number: int
    system: str
    kind: str
    quantity: int
    about: str
    doer: str | None
    place: str | None
    happened: int
    known: int
    eye: str | None
    witness: str | None
    scene: str
    wrong: bool = False
    corrected: int | None = None


class Entry(NamedTuple):
    """One line of a ledger: `amount` is what the standing really changed by at `at`.

    `rule` is the rule's id, or the appraisal's. `record` and `corrects` are numbers.
    `terms`: of an appraisal, all that its value is the sum of; of a rule, ("earned", n)
    where less was entered than earned. `total`: the standing after it.
    """

    number: int
    system: str
    holder: str
    amount: int
    at: int
    happened: int
    cause: Cause
    rule: str | None
    record: int | None
    terms: tuple[tuple[str, int], ...]
    corrects: int | None
    total: int
    note: Note


class Appointment(NamedTuple):
    """Something that a life's calendar will bring: a record becomes known (`rule` is None),
    or a rule that waits takes hold of it. Sorts by time, then in the order it was made."""

    due: int
    number: int
    record: int
    rule: str | None


class LookTaken(NamedTuple):
    """Somebody looked at a holder's standing."""

    by: str
    system: str
    about: str
    at: int
