"""The record, which is the ledger read backwards: what the number was doing, from its last entry to
its first, beside what was chosen and what the score missed of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.play import ledger
from game.play.ledger import LedgerRow
from game.play.policy import plain
from game.play.run import Run
from game.play.state import Happened
from game.story import calendar

RECORD = "The record: the ledger, read backwards"


@dataclass(frozen=True, slots=True)
class Back:
    """An entry. `before`: the standing before it; `why`: where it came from. `did`: what was chosen
    just then, if it came of a choice, and `missed`: what the score did not see of that; of several
    entries that came of one choice, only the last has both."""

    row: LedgerRow
    before: str
    did: str | None
    why: tuple[str, ...]
    missed: str | None


@dataclass(frozen=True, slots=True)
class Account:
    """One ledger: its entries, the last one first. `says`: what came of it in a sentence."""

    system: str
    holder: str
    says: str
    entries: tuple[Back, ...]


def backwards(run: Run) -> tuple[Account, ...]:
    """Every ledger that may be shown, backwards; the one that was written in last comes first."""
    books, happened = run.state.books, _happened(run)
    found: dict[tuple[str, str], list[tuple[int, Back]]] = {}
    told: dict[tuple[str, str], Happened | None] = {}
    for at, entry in reversed(list(enumerate(books.entries))):
        if not ledger.visible(run, entry):
            continue
        key, cause = (entry.system, entry.holder), happened.get(at)
        new = cause if cause is not told.get(key) else None
        told[key] = cause
        back = Back(
            ledger.row(run, entry),
            f"{entry.total - entry.amount:,}",
            (new.taken or None) if new is not None else None,
            tuple(ledger.why(run, entry.number)),
            (plain(new.misses) or None) if new is not None else None,
        )
        found.setdefault(key, []).append((at, back))
    return tuple(_account(run, key, rows) for key, rows in found.items())


def _happened(run: Run) -> dict[int, Happened]:
    """By the place of an entry: the act that it came of."""
    return {
        at: told
        for told in run.told
        if isinstance(told, Happened)
        for at in range(told.first_entry, told.last_entry)
    }


def _account(run: Run, key: tuple[str, str], rows: list[tuple[int, Back]]) -> Account:
    system, holder = run.story.systems[key[0]], run.story.lives[key[1]].name
    entries = [run.state.books.entries[at] for at, _ in rows]
    last, first = entries[0], entries[-1]
    said = " ".join(_sums(run, [at for at, _ in rows]))
    if system.scale != "list":
        opened, now = first.total - first.amount, last.total
        span = _span(first.at, last.at)
        said = f"From {opened:,} to {now:,} {system.unit}".rstrip() + f", {span}. {said}"
    return Account(system.name, holder, said.strip(), tuple(back for _, back in rows))


def _span(first: int, last: int) -> str:
    """On which day, or from which day to which."""
    days = [calendar.date_words(first), calendar.date_words(last)]
    return f"on {days[0]}" if days[0] == days[1] else f"from {days[0]} to {days[1]}"


def _sums(run: Run, places: list[int]) -> Iterator[str]:
    """What it came from, the largest part first."""
    sums: dict[str, list[int]] = {}
    for at in places:
        entry = run.state.books.entries[at]
        sums.setdefault(ledger.title(run, entry), []).append(entry.amount)
    parts = sorted(sums.items(), key=lambda item: (-abs(sum(item[1])), item[0]))
    for title, amounts in parts:
        times = "once" if len(amounts) == 1 else f"{len(amounts)} times"
        yield f"{title[:1].upper()}{title[1:]}, {times}: {ledger.signed(sum(amounts))}."
