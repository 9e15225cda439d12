"""All that the systems of a story know and hold of a run: records, ledgers, calendars.

The walk of a deed: eyes see it, a record is taken down, and when it becomes known, rules make
entries of it. What lies in the future is an appointment in a life's calendar.
"""

from __future__ import annotations

from game.scoring import appraisals, gates, rules
from game.scoring.appraisals import Due
from game.scoring.asked import Asked, holds
from game.scoring.calendars import Calendars
from game.scoring.dice import Dice, happens
from game.scoring.eyes import looks_there, notices, taken_for
from game.scoring.ledger import Ledger
from game.scoring.moments import lit, lit_hours
from game.scoring.plain import write_down
from game.scoring.records import Deed, Entry, LookTaken, Record
from game.scoring.rulebook import Desk, Rulebook, Ruling
from game.scoring.timeline import Timeline
from game.story.effects import Correction, Look, RecordSpec
from game.story.systems import Eye, System


class Books:
    """The books of one run. `system`, `gate` and `band` are ids everywhere; a `holder` may
    be named by any life that belongs to it. Records and entries are numbered from 1 on, in the
    order in which they were made."""

    __slots__ = (
        "_appraised", "_at_once", "_calendars", "_draws", "_filed", "_known", "_ledger",
        "_rulebook", "entries", "looks", "records",
    )  # fmt: skip

    def __init__(self, rulebook: Rulebook) -> None:
        self._rulebook = rulebook
        self._ledger = Ledger()
        self._calendars = Calendars(self._rulebook.calendars)
        self._appraised: dict[tuple[str, str], tuple[int, int]] = {}
        self._draws: dict[str, int] = {}
        self._at_once = False
        self.entries = self._ledger.entries
        self.records: list[Record] = []
        self.looks: list[LookTaken] = []
        self._known: dict[tuple[str, str, str], Timeline] = {}
        self._filed = 0

    def copy(self, at_once: bool = False) -> Books:
        """Books to try things on. `at_once`: there, nothing waits to become known."""
        other = Books.__new__(Books)
        other._rulebook = self._rulebook
        other._ledger = self._ledger.copy()
        other._calendars = self._calendars.copy()
        other._appraised = self._appraised.copy()
        other._draws = self._draws.copy()
        other._at_once = at_once or self._at_once
        other.entries = other._ledger.entries
        other.records = self.records.copy()
        other.looks = self.looks.copy()
        other._known = {key: known.copy() for key, known in self._known.items()}
        other._filed = self._filed
        return other

    # --- what happens ---------------------------------------------------------------------

    def witness(self, deed: Deed, life: str, now: int, facts: Asked, dice: Dice) -> list[Entry]:
        """Lets all systems see a deed of the story; returns what was entered at once.

        In each system the first eye that sees it makes one record; unseen, there is none.
        """
        courses = self._rulebook.plain.get(deed.kind)
        if courses is not None and (deed.at <= now or self._at_once):
            return write_down(courses, deed, self.records, self._ledger)
        entered: list[Entry] = []
        for desk, watches in self._rulebook.watching.get(deed.kind, ()):
            for watch in watches:
                eye = watch.eye
                about: str | None = deed.doer
                if not watch.plain:
                    about = self._seen_as(desk, eye, deed, facts, dice)
                if about is not None:
                    record = Record(
                        len(self.records) + 1, desk.id, deed.kind, deed.quantity, about,
                        deed.doer, deed.place, deed.at, deed.at + eye.delay, eye.id, None,
                        deed.scene, about != deed.doer,
                    )  # fmt: skip
                    entered += self._take_down(desk, record, life, now, facts, dice)
                    break
        return entered

    def write(
        self, spec: RecordSpec, life: str, now: int, scene: str, facts: Asked, dice: Dice
    ) -> list[Entry]:
        """Takes down a record that a person writes, whether or not anything happened."""
        desk = self._rulebook.desks[spec.system]
        where = self._rulebook.story.scenes.get(scene)
        record = Record(
            len(self.records) + 1, desk.id, spec.kind, spec.quantity, spec.about, None,
            where.place if where else None, now, now, None, spec.witness, scene,
        )  # fmt: skip
        return self._take_down(desk, record, life, now, facts, dice)

    def correct(self, spec: Correction, life: str, now: int) -> list[Entry]:
        """Takes back the latest such record that still stands, with all that came of it.

        One that is yet to become known is taken back only if no other is known. `life` has it
        corrected, at `now` in its calendar. Returns the counter-entries: none if there is no
        such record, or if nothing had been entered for it.
        """
        desk = self._rulebook.desks[spec.system]
        fitting = [
            record
            for record in self.records
            if record.kind == spec.kind
            and record.corrected is None
            and self._concerns(desk, record, spec.about)
        ]
        if not fitting:
            return []
        record = max(fitting, key=lambda each: (each.known <= now, each.number))
        self._file()
        self._known_like(record).add(record.known, -1)
        self.records[record.number - 1] = record._replace(corrected=now)
        return self._ledger.take_back(desk, record, now)

    def look(self, spec: Look, life: str, now: int) -> LookTaken:
        """Notes that somebody looks at a standing: of the life that is played, if of nobody."""
        about = spec.about or life
        desk = self._rulebook.desks[spec.system]
        look = LookTaken(spec.by, spec.system, desk.holders.get(about) or about, now)
        self.looks.append(look)
        return look

    def advance(self, life: str, until: int, facts: Asked, dice: Dice) -> list[Entry]:
        """Keeps all that this life's calendar brings up to and with `until`, in order.

        At one moment, what becomes known comes before an appraisal. A calendar never goes
        back: with an earlier `until`, only what is overdue is entered, under its own date.
        A standing that several lives share is not appraised for a date before its latest
        appraisal, whichever of their calendars brought that.
        """
        calendars, appraising = self._calendars, self._rulebook.appraising.get(life, ())
        passed, until = calendars.pass_to(life, until)
        if not appraising and life not in calendars.due:
            return []
        entered: list[Entry] = []
        for due in appraisals.coming(appraising, life, passed, until):
            entered += self._keep_appointments(life, due[0], facts, dice)
            entered += self._appraise(due, facts)
        entered += self._keep_appointments(life, until, facts, dice)
        return entered

    # --- what is asked ----------------------------------------------------------------------

    def holder_for(self, system: str, life: str) -> str | None:
        """Who holds the standing that this life's deeds touch; None: nobody in this system."""
        return self._rulebook.desks[system].holders.get(life)

    def opening(self, system: str, holder: str) -> int:
        """The standing before any entry."""
        desk = self._rulebook.desks[system]
        key = desk.holders.get(holder)
        return desk.system.starts_at if key is None else desk.openings[key]

    def expects(self, life: str) -> bool:
        """Whether something is to become known, or to be entered, in this life's calendar."""
        return life in self._calendars.due

    def standing(self, system: str, holder: str, now: int) -> int:
        """The points, the count at `now`, or on a list 0 (off) or 1 (on)."""
        desk = self._rulebook.desks[system]
        key = desk.holders.get(holder)
        if key is None:
            return desk.system.starts_at
        if desk.counts:
            return self._ledger.standing(desk, key, now)
        held = self._ledger.standings.get((system, key))
        return desk.openings[key] if held is None else held

    def has_entries(self, system: str, holder: str) -> bool:
        """Whether anything was ever entered for this holder."""
        return self._ledger.has_entries(system, holder)

    def listed(self, system: str, holder: str, now: int) -> bool:
        """Whether the holder is on the list (or has anything, on another scale)."""
        return self.standing(system, holder, now) > 0

    def tier(self, system: str, holder: str, now: int) -> str:
        """The tier's name; "" in a system without tiers."""
        return gates.tier_of(self._system(system), self.standing(system, holder, now))

    def gate_open(self, system: str, gate: str, holder: str, now: int) -> bool:
        """Whether the holder's standing opens the gate."""
        rulebook = self._system(system)
        return gates.opens(rulebook.gates[gate], rulebook, self.standing(system, holder, now))

    def band_lit(self, system: str, band: str, now: int) -> bool:
        """Whether points are multiplied at this moment."""
        return lit(self._system(system).bands[band], now)

    def lit_hours(self, system: str, band: str, now: int) -> tuple[tuple[int, int], ...]:
        """When points are multiplied on the day of this moment, in minutes of the day."""
        return lit_hours(self._system(system).bands[band], now)

    def system_of_gate(self, gate: str) -> str:
        """The system whose gate this is."""
        return self._rulebook.gate_systems[gate]

    def system_of_band(self, band: str) -> str:
        """The system whose band this is."""
        return self._rulebook.band_systems[band]

    def count(self, system: str, kind: str, about: str, since: int | None, now: int) -> int:
        """The records that became known after `since`, up to `now`: those about whoever shares
        the standing of `about`, a life or holder. Those that were taken back do not count.
        """
        self._file()
        holder = self._rulebook.desks[system].holders.get(about) or about
        known = self._known.get((system, kind, holder))
        return 0 if known is None else known.total(since, now)

    # --- how it is done -----------------------------------------------------------------------

    def _system(self, system: str) -> System:
        return self._rulebook.desks[system].system

    def _file(self) -> None:
        """Notes when the records that were made since the last time become known."""
        for record in self.records[self._filed :]:
            self._known_like(record).add(record.known, 1)
        self._filed = len(self.records)

    def _known_like(self, record: Record) -> Timeline:
        """When such records about whoever shares that standing become known."""
        holder = self._rulebook.desks[record.system].holders.get(record.about) or record.about
        return self._known.setdefault((record.system, record.kind, holder), Timeline())

    @staticmethod
    def _concerns(desk: Desk, record: Record, about: str) -> bool:
        return record.system == desk.id and (
            record.about == about or desk.holders.get(record.about) == about
        )

    def _draw(self, *words: str) -> str:
        """The name of a draw. The count makes a second one of the same kind another draw."""
        name = "/".join(words)
        drawn = self._draws[name] = self._draws.get(name, 0) + 1
        return f"{name}/{drawn}"

    def _seen_as(self, desk: Desk, eye: Eye, deed: Deed, facts: Asked, dice: Dice) -> str | None:
        """Whom the eye sees at it; None: it sees nothing."""
        if not looks_there(eye, deed):
            return None
        if not holds(eye.condition, deed.doer, deed.at, facts, self):
            return None
        purpose = self._draw(desk.id, eye.id, deed.kind, self._rulebook.first_id(deed.scene))
        return taken_for(eye, deed.doer, dice, purpose) if notices(eye, dice, purpose) else None

    def _take_down(
        self, desk: Desk, record: Record, life: str, now: int, facts: Asked, dice: Dice
    ) -> list[Entry]:
        self.records.append(record)
        if record.known <= now or self._at_once:
            return self._apply(desk, record, life, now, facts, dice)
        self._calendars.appoint(record.known, record.about, life, record.number, None)
        return []

    def _apply(
        self, desk: Desk, record: Record, life: str, now: int, facts: Asked, dice: Dice
    ) -> list[Entry]:
        """Lets the rules take hold of a record that is known."""
        entered: list[Entry] = []
        holder = desk.holders.get(record.about)
        if holder is None:
            return entered
        for ruling in desk.rulings.get(record.kind, ()):
            if ruling.plain or self._takes_hold(desk, ruling, record, holder, facts, dice):
                due = record.known + ruling.rule.delay
                if due <= now or self._at_once:
                    entered += self._enter(desk, ruling, record, due)
                else:
                    self._calendars.appoint(due, record.about, life, record.number, ruling.rule.id)
        return entered

    def _takes_hold(
        self, desk: Desk, ruling: Ruling, record: Record, holder: str, facts: Asked, dice: Dice
    ) -> bool:
        rule = ruling.rule
        if not rules.parts(ruling, record):
            return False
        if not holds(rule.condition, holder, record.known, facts, self):
            return False
        purpose = self._draw(desk.id, rule.id, record.kind, self._rulebook.first_id(record.scene))
        return happens(dice, purpose, rule.chance)

    def _enter(self, desk: Desk, ruling: Ruling, record: Record, at: int) -> list[Entry]:
        holder = desk.holders[record.about]
        assert holder is not None
        return [
            self._ledger.enter(desk, holder, ruling, record, part, at)
            for part in rules.parts(ruling, record)
        ]

    def _keep_appointments(self, life: str, until: int, facts: Asked, dice: Dice) -> list[Entry]:
        """Keeps what is due; a record that was taken back meanwhile comes to nothing."""
        entered: list[Entry] = []
        for at, _, number, rule in self._calendars.take_due(life, until):
            record = self.records[number - 1]
            desk = self._rulebook.desks[record.system]
            if record.corrected is not None:
                continue
            if rule is None:
                entered += self._apply(desk, record, life, at, facts, dice)
            else:
                entered += self._enter(desk, desk.by_rule[rule], record, at)
        return entered

    def _appraise(self, due: Due, facts: Asked) -> list[Entry]:
        """Works a standing out anew, unless that was done for this date or a later one."""
        at, order, desk, holder, appraisal = due
        key = (desk.id, holder)
        latest = self._appraised.get(key)
        if latest is not None and (at, order) <= latest:
            return []
        self._appraised[key] = (at, order)
        asked = facts.about(holder, at, self)
        value, terms = appraisals.value(appraisal, desk.system, asked)
        entry = self._ledger.appraise(desk, holder, appraisal.id, value, terms, at)
        return [] if entry is None else [entry]
