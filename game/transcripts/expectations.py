"""What a transcript can expect of a run, one check for each key of `expect:`.

`TEXTS` take a text or a list of texts, `TABLES` a text or a list for each of several things.
A check yields what is not as expected, at the value that says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.play import ledger
from game.play.run import Run
from game.play.view import Change, Option
from game.scoring.records import Entry
from game.story.nearest import did_you_mean
from game.story.yaml_nodes import Node, Scalar
from game.transcripts.plain import amount, on_screen, plain
from game.transcripts.script import Expectation, Texts

NOTHING = "nothing"
NONE = "none"


class Wrong(NamedTuple):
    """What is not as expected, at which value, and what there is instead, line by line."""

    node: Node
    message: str
    there: Sequence[str] = ()


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a playthrough stands. `told`: what the player was told at the last load."""

    run: Run
    told: str | None = None


Found = Iterator[Wrong]
Check = Callable[[Stand, Expectation], Found]


def differences(stand: Stand, expected: Expectation) -> Found:
    """What of this one expectation is not met."""
    key = expected.key.text
    return (TEXTS.get(key) or TABLES[key])(stand, expected)


# --- what is on the screen -----------------------------------------------------------------------


def _text(stand: Stand, expected: Expectation) -> Found:
    lines = on_screen(stand.run)
    for value in expected.values:
        if not _in(value, lines):
            yield Wrong(value, f"No line of the screen says “{value.text}”.", lines)


def _not_text(stand: Stand, expected: Expectation) -> Found:
    lines = on_screen(stand.run)
    for value in expected.values:
        if _in(value, lines):
            yield Wrong(value, f"The screen says “{value.text}”.", lines)


def _in(value: Scalar, lines: Iterable[str]) -> bool:
    wanted = plain(value.text)
    return any(wanted in plain(line) for line in lines)


def _scene(stand: Stand, expected: Expectation) -> Found:
    yield from _is(expected, stand.run.view().scene, "The run stands at {there}, not at {wanted}.")


def _kind(stand: Stand, expected: Expectation) -> Found:
    yield from _is(expected, stand.run.view().kind, "The screen is of kind {there}, not {wanted}.")


def _ending(stand: Stand, expected: Expectation) -> Found:
    view = stand.run.view()
    if view.kind == "end":
        yield from _is(expected, view.ending or "", "The ending is {there}, not {wanted}.")
    else:
        yield Wrong(expected.key, f"The run is not over: it stands at {view.scene}.")


def _is(expected: Expectation, there: str, message: str) -> Found:
    for value in expected.values:
        if value.text != there:
            yield Wrong(value, message.format(there=there, wanted=value.text))


def _when(stand: Stand, expected: Expectation) -> Found:
    there = stand.run.view().when or NOTHING
    for value in expected.values:
        if value.text not in there:
            yield Wrong(value, f"The screen's time is {there}.")


def _cards(stand: Stand, expected: Expectation) -> Found:
    there = [card.id for card in stand.run.view().cards]
    yield from _same(expected.key, expected.values, there, "The cards on offer are")


def _told(stand: Stand, expected: Expectation) -> Found:
    yield from _contains(expected, stand.told, "The player is told")


# --- choices -------------------------------------------------------------------------------------


def _open(stand: Stand, expected: Expectation) -> Found:
    options = stand.run.view().options
    there = [option.id for option in options if option.open]
    for wrong in _same(expected.key, expected.values, there, "What can be taken is"):
        yield wrong._replace(there=[*described(o for o in options if not o.open)])


def _gone(stand: Stand, expected: Expectation) -> Found:
    options = stand.run.view().options
    for value in expected.values:
        if any(option.id == value.text for option in options):
            yield Wrong(value, f"{value.text} is there.", [*described(options)])


def _shut(stand: Stand, expected: Expectation) -> Found:
    for key, texts in expected.table:
        option = _option(stand, key)
        if isinstance(option, Wrong):
            yield option
        elif option.open:
            yield Wrong(key, f"{key.text} is open.")
        else:
            for value in texts:
                if not _in(value, [" ".join(option.reason)]):
                    yield Wrong(value, f"{key.text} is shut for another reason:", option.reason)


def _reasons(stand: Stand, expected: Expectation) -> Found:
    for key, texts in expected.table:
        option = _option(stand, key)
        if isinstance(option, Wrong):
            yield option
        else:
            yield from _same(key, texts, option.reason, f"The reasons of {key.text} are")


def _promises(stand: Stand, expected: Expectation) -> Found:
    for key, texts in expected.table:
        option = _option(stand, key)
        if isinstance(option, Wrong):
            yield option
        else:
            there = [_change(change) for change in option.promise]
            yield from _same(key, texts, there, f"What {key.text} promises is")


def _option(stand: Stand, key: Scalar) -> Option | Wrong:
    options = stand.run.view().options
    for option in options:
        if option.id == key.text:
            return option
    hint = did_you_mean(key.text, [option.id for option in options])
    return Wrong(key, f"There is no choice {key.text} here. {hint}".rstrip(), [*described(options)])


def described(options: Iterable[Option]) -> Iterator[str]:
    """The choices of a screen as a failure tells of them."""
    for option in options:
        shut = "" if option.open else f" (shut: {'; '.join(option.reason)})"
        yield f"{option.id}: {option.text}{shut}"


# --- what the score saw --------------------------------------------------------------------------


def _sees(stand: Stand, expected: Expectation) -> Found:
    after = stand.run.view().aftermath
    yield from _contains(expected, after.sees if after else None, "The score sees")


def _misses(stand: Stand, expected: Expectation) -> Found:
    after = stand.run.view().aftermath
    yield from _contains(expected, after.misses if after else None, "The score misses")


def _changes(stand: Stand, expected: Expectation) -> Found:
    after = stand.run.view().aftermath
    there = [_change(change) for change in (after.changes if after else ()) if change.amount]
    yield from _same(expected.key, expected.values, there, "What is announced is")


def _entries(stand: Stand, expected: Expectation) -> Found:
    run = stand.run
    entries = [e for e in run.state.books.entries[run.state.first_entry :] if e.amount]
    there = [_entry(run, entry) for entry in entries]
    wanted = _listed(expected.values)
    if len(wanted) != len(entries) or not all(
        value.text in (_entry(run, entry), _entry(run, entry, whose=False))
        for value, entry in zip(wanted, entries, strict=True)
    ):
        yield Wrong(expected.key, f"What the last act entered is: {', '.join(there) or NONE}.")


def _ledger(stand: Stand, expected: Expectation) -> Found:
    for key, texts in expected.table:
        account = _account(stand, key)
        if isinstance(account, Wrong):
            yield account
            continue
        there = [_amount(stand.run, entry) for entry in _entered(stand.run, account)]
        yield from _same(key, texts, there, f"The ledger of {key.text} is")


def _standing(stand: Stand, expected: Expectation) -> Found:
    run = stand.run
    for key, texts in expected.table:
        account = _account(stand, key)
        if isinstance(account, Wrong):
            yield account
            continue
        system, holder = account
        found = run.state.books.standing(system, holder, run.state.now)
        on_list = run.story.systems[system].scale == "list"
        there = ("off", "on")[bool(found)] if on_list else str(found)
        yield from _each_is(texts, there, f"{key.text} stands at {there}.")


def _looks(stand: Stand, expected: Expectation) -> Found:
    for key, texts in expected.table:
        account = _account(stand, key)
        if isinstance(account, Wrong):
            yield account
            continue
        looks = [(look.system, look.about) for look in stand.run.state.books.looks]
        there = str(looks.count(account))
        yield from _each_is(texts, there, f"Somebody looked at {key.text} {there} times.")


def _why(stand: Stand, expected: Expectation) -> Found:
    for key, value, told in _explained(stand, expected):
        if told is None or not _in(value, [" ".join(told)]):
            yield Wrong(value, f"Asked about {key.text}, nobody says “{value.text}”.", told or ())


def _not_why(stand: Stand, expected: Expectation) -> Found:
    for key, value, told in _explained(stand, expected):
        if told is not None and _in(value, [" ".join(told)]):
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


# --- what the story knows ------------------------------------------------------------------------


def _variables(stand: Stand, expected: Expectation) -> Found:
    variables = stand.run.state.variables
    for key, texts in expected.table:
        if key.text not in variables:
            hint = did_you_mean(key.text, variables)
            yield Wrong(key, f"There is no variable {key.text}. {hint}".rstrip())
        else:
            there = str(variables[key.text])
            there = there.lower() if isinstance(variables[key.text], bool) else there
            yield from _each_is(texts, there, f"{key.text} is {there}.")


def _arms(stand: Stand, expected: Expectation) -> Found:
    for key, texts in expected.table:
        there = stand.run.facts.arm(key.text)
        if key.text not in stand.run.first_arms:
            hint = did_you_mean(key.text, stand.run.first_arms)
            yield Wrong(key, f"There is no pair {key.text}. {hint}".rstrip())
        else:
            yield from _each_is(texts, there, f"The arm of {key.text} is {there}.")


# --- comparing -----------------------------------------------------------------------------------


def _contains(expected: Expectation, there: str | None, what: str) -> Found:
    for value in expected.values:
        met = there is None if value.text == NOTHING else there is not None and _in(value, [there])
        if not met:
            yield Wrong(value, f"{what}: {there or NOTHING}.")


def _each_is(values: Texts, there: str, message: str) -> Found:
    for value in values:
        if value.text != there:
            yield Wrong(value, message)


def _same(node: Node, values: Texts, there: Sequence[str], what: str) -> Found:
    """Exactly these, in this order."""
    if [value.text for value in _listed(values)] != list(there):
        yield Wrong(node, f"{what}: {', '.join(there) or NONE}.")


def _listed(values: Texts) -> Texts:
    """The values of a list; `none` is an empty one."""
    return () if len(values) == 1 and values[0].text == NONE else values


def _account(stand: Stand, key: Scalar) -> tuple[str, str] | Wrong:
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


def _entered(run: Run, account: tuple[str, str]) -> list[Entry]:
    return [e for e in run.state.books.entries if (e.system, e.holder) == account and e.amount]


def _entry(run: Run, entry: Entry, whose: bool = True) -> str:
    """`system +2`, or `system/holder +2`."""
    name = f"{entry.system}/{entry.holder}" if whose else entry.system
    return f"{name} {_amount(run, entry)}"


def _amount(run: Run, entry: Entry) -> str:
    return amount(entry.amount, run.story.systems[entry.system].scale == "list")


def _change(change: Change) -> str:
    return f"{change.system} {amount(change.amount, change.listed)}"


TEXTS: Mapping[str, Check] = {
    "text": _text,
    "not text": _not_text,
    "scene": _scene,
    "kind": _kind,
    "when": _when,
    "open": _open,
    "gone": _gone,
    "sees": _sees,
    "misses": _misses,
    "changes": _changes,
    "entries": _entries,
    "cards": _cards,
    "ending": _ending,
    "told": _told,
}
TABLES: Mapping[str, Check] = {
    "shut": _shut,
    "reasons": _reasons,
    "promises": _promises,
    "standing": _standing,
    "ledger": _ledger,
    "looks": _looks,
    "why": _why,
    "not why": _not_why,
    "variables": _variables,
    "arms": _arms,
}
