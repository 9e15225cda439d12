"""The ledger as a player may read it, and the answer to *why*."""

from __future__ import annotations

from dataclasses import dataclass

from game.play import words
from game.play.run import Run
from game.scoring import explain
from game.scoring import words as scoring_words
from game.scoring.records import Entry
from game.story import calendar


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """An entry, ready to be shown: "+2", "216", "reading"."""

    number: int
    when: str
    system: str
    holder: str
    amount: str
    total: str
    title: str


def rows(run: Run) -> list[LedgerRow]:
    """The entries that may be shown, oldest first. At the end all systems that tell anything."""
    return [row(run, entry) for entry in run.state.books.entries if visible(run, entry)]


def visible(run: Run, entry: Entry) -> bool:
    """Whether the entry may be shown now. The last page shows what was counted unseen, too."""
    system = run.story.systems[entry.system]
    return system.announces != "never" and (run.shown or run.state.phase == "end")


def row(run: Run, entry: Entry) -> LedgerRow:
    """One entry as a row."""
    system = run.story.systems[entry.system]
    listed = system.scale == "list"
    return LedgerRow(
        entry.number,
        calendar.moment_words(entry.at),
        system.name,
        run.story.lives[entry.holder].name,
        words.PUT[entry.amount] if listed else signed(entry.amount),
        words.ON_LIST[bool(entry.total)] if listed else f"{entry.total:,}",
        title(run, entry),
    )


def title(run: Run, entry: Entry) -> str:
    """What the entry is for, as far as its system explains anything."""
    if run.story.systems[entry.system].explains == "never":
        return words.UNEXPLAINED
    if entry.record is None:
        return words.APPRAISAL
    name = scoring_words.deed_name(run.story, run.state.books.records[entry.record - 1].kind)
    return f"{words.CORRECTION}: {name}" if entry.corrects is not None else name


def why(run: Run, number: int) -> list[str]:
    """What an entry came from, in sentences; nothing for one that may not be shown."""
    for entry in run.state.books.entries:
        if entry.number == number and visible(run, entry):
            return explain.why(run.story, run.state.books, entry)
    return []


def signed(amount: int) -> str:
    """+2, -5, 0: a number that says which way it goes."""
    return f"{amount:+,}" if amount else "0"
