"""What a transcript can expect of the score: what it saw, entered, and answers to why."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from game.play import ledger
from game.play.run import Run
from game.scoring.records import Entry
from game.story.nearest import did_you_mean
from game.story.yaml_nodes import Scalar
from game.transcripts.comparing import (
    NONE,
    Check,
    Found,
    Stand,
    Wrong,
    announced,
    contains,
    each_is,
    listed,
    same,
    says,
)
from game.transcripts.plain import amount
from game.transcripts.script import Expectation, Texts

Account = tuple[str, str]
"""A system and a holder."""


def _sees(stand: Stand, expected: Expectation) -> Found:
    after = stand.run.view().aftermath
    yield from contains(expected, after.sees if after else None, "The score sees")


def _misses(stand: Stand, expected: Expectation) -> Found:
    after = stand.run.view().aftermath
    yield from contains(expected, after.misses if after else None, "The score misses")


def _changes(stand: Stand, expected: Expectation) -> Found:
    after = stand.run.view().aftermath
    there = [announced(change) for change in (after.changes if after else ()) if change.amount]
    yield from same(expected.key, expected.values, there, "What is announced is")


def _entries(stand: Stand, expected: Expectation) -> Found:
    run = stand.run
    entries = [e for e in run.state.books.entries[run.state.first_entry :] if e.amount]
    there = [_entry(run, entry) for entry in entries]
    wanted = listed(expected.values)
    if len(wanted) != len(entries) or not all(
        value.text in (_entry(run, entry), _entry(run, entry, whose=False))
        for value, entry in zip(wanted, entries, strict=True)
    ):
        yield Wrong(expected.key, f"What the last act entered is: {', '.join(there) or NONE}.")


def _of_each_account(check: Callable[[Run, Scalar, Texts, Account], Found]) -> Check:
    """The check for each account that the table names, as far as it is there."""

    def checked(stand: Stand, expected: Expectation) -> Found:
        for key, texts in expected.table:
            account = _account(stand, key)
            if isinstance(account, Wrong):
                yield account
            else:
                yield from check(stand.run, key, texts, account)

    return checked


def _account(stand: Stand, key: Scalar) -> Account | Wrong:
    """System and holder: `system/holder`, or `system` for the life that is played."""
    run = stand.run
    system, _, holder = key.text.partition("/")
    if system not in run.story.systems:
        hint = did_you_mean(system, run.story.systems)
        return Wrong(key, f"There is no system {system}. {hint}".rstrip())
    if holder and holder not in run.story.lives:
        hint = did_you_mean(holder, run.story.lives)
        return Wrong(key, f"There is no life {holder}. {hint}".rstrip())
    whose = run.state.books.holder_for(system, holder or run.state.life)
    if whose is None:
        return Wrong(key, f"{system} keeps no account of {holder or run.state.life}.")
    return system, whose


@_of_each_account
def _ledger(run: Run, key: Scalar, texts: Texts, account: Account) -> Found:
    there = [_amount(run, entry) for entry in _entered(run, account)]
    yield from same(key, texts, there, f"The ledger of {key.text} is")


@_of_each_account
def _standing(run: Run, key: Scalar, texts: Texts, account: Account) -> Found:
    system, holder = account
    found = run.state.books.standing(system, holder, run.state.now)
    on_list = run.story.systems[system].scale == "list"
    there = ("off", "on")[bool(found)] if on_list else str(found)
    yield from each_is(texts, there, f"{key.text} stands at {there}.")


@_of_each_account
def _looks(run: Run, key: Scalar, texts: Texts, account: Account) -> Found:
    looks = [(look.system, look.about) for look in run.state.books.looks]
    there = str(looks.count(account))
    yield from each_is(texts, there, f"Somebody looked at {key.text} {there} times.")


def _why(stand: Stand, expected: Expectation) -> Found:
    for key, value, told in _explained(stand, expected):
        if told is None or not says(value, [" ".join(told)]):
            yield Wrong(value, f"Asked about {key.text}, nobody says “{value.text}”.", told or ())


def _not_why(stand: Stand, expected: Expectation) -> Found:
    for key, value, told in _explained(stand, expected):
        if told is not None and says(value, [" ".join(told)]):
            yield Wrong(value, f"Asked about {key.text}, it is said: “{value.text}”.", told)


def _explained(
    stand: Stand, expected: Expectation
) -> Iterator[tuple[Scalar, Scalar, list[str] | None]]:
    """The answer to why, asked about the latest entry of each account; None if there is none."""
    for key, texts in expected.table:
        account = _account(stand, key)
        entries = [] if isinstance(account, Wrong) else _entered(stand.run, account)
        told = ledger.why(stand.run, entries[-1].number) if entries else None
        for value in texts:
            yield key, value, told


def _entered(run: Run, account: Account) -> list[Entry]:
    return [e for e in run.state.books.entries if (e.system, e.holder) == account and e.amount]


def _entry(run: Run, entry: Entry, whose: bool = True) -> str:
    """`system +2`, or `system/holder +2`."""
    name = f"{entry.system}/{entry.holder}" if whose else entry.system
    return f"{name} {_amount(run, entry)}"


def _amount(run: Run, entry: Entry) -> str:
    return amount(entry.amount, run.story.systems[entry.system].scale == "list")


TEXTS: Mapping[str, Check] = {
    "sees": _sees,
    "misses": _misses,
    "changes": _changes,
    "entries": _entries,
}
TABLES: Mapping[str, Check] = {
    "standing": _standing,
    "ledger": _ledger,
    "looks": _looks,
    "why": _why,
    "not why": _not_why,
}
