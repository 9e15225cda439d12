"""What a transcript can expect of the screen: its words, its choices, its cards."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from game.play.view import Option
from game.story.nearest import did_you_mean
from game.story.yaml_nodes import Scalar
from game.transcripts.comparing import (
    NOTHING,
    Check,
    Found,
    Stand,
    Wrong,
    announced,
    contains,
    same,
    says,
)
from game.transcripts.plain import on_screen
from game.transcripts.script import Expectation, Texts


def _text(stand: Stand, expected: Expectation) -> Found:
    lines = on_screen(stand.run)
    for value in expected.values:
        if not says(value, lines):
            yield Wrong(value, f"No line of the screen says “{value.text}”.", lines)


def _not_text(stand: Stand, expected: Expectation) -> Found:
    lines = on_screen(stand.run)
    for value in expected.values:
        if says(value, lines):
            yield Wrong(value, f"The screen says “{value.text}”.", lines)


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
    yield from same(expected.key, expected.values, there, "The cards on offer are")


def _told(stand: Stand, expected: Expectation) -> Found:
    yield from contains(expected, stand.told, "The player is told")


# --- choices -------------------------------------------------------------------------------------


def _open(stand: Stand, expected: Expectation) -> Found:
    options = stand.run.view().options
    there = [option.id for option in options if option.open]
    for wrong in same(expected.key, expected.values, there, "What can be taken is"):
        yield wrong._replace(there=[*described(o for o in options if not o.open)])


def _gone(stand: Stand, expected: Expectation) -> Found:
    options = stand.run.view().options
    for value in expected.values:
        if any(option.id == value.text for option in options):
            yield Wrong(value, f"{value.text} is there.", [*described(options)])


def _of_each_option(check: Callable[[Scalar, Texts, Option], Found]) -> Check:
    """The check for each choice that the table names, as far as it is there."""

    def checked(stand: Stand, expected: Expectation) -> Found:
        for key, texts in expected.table:
            option = _option(stand, key)
            if isinstance(option, Wrong):
                yield option
            else:
                yield from check(key, texts, option)

    return checked


def _option(stand: Stand, key: Scalar) -> Option | Wrong:
    options = stand.run.view().options
    for option in options:
        if option.id == key.text:
            return option
    hint = did_you_mean(key.text, [option.id for option in options])
    return Wrong(key, f"There is no choice {key.text} here. {hint}".rstrip(), [*described(options)])


@_of_each_option
def _shut(key: Scalar, texts: Texts, option: Option) -> Found:
    if option.open:
        yield Wrong(key, f"{key.text} is open.")
        return
    for value in texts:
        if not says(value, [" ".join(option.reason)]):
            yield Wrong(value, f"{key.text} is shut for another reason:", option.reason)


@_of_each_option
def _reasons(key: Scalar, texts: Texts, option: Option) -> Found:
    yield from same(key, texts, option.reason, f"The reasons of {key.text} are")


@_of_each_option
def _promises(key: Scalar, texts: Texts, option: Option) -> Found:
    there = [announced(change) for change in option.promise]
    yield from same(key, texts, there, f"What {key.text} promises is")


def described(options: Iterable[Option]) -> Iterator[str]:
    """The choices of a screen as a failure tells of them."""
    for option in options:
        shut = "" if option.open else f" (shut: {'; '.join(option.reason)})"
        yield f"{option.id}: {option.text}{shut}"


TEXTS: Mapping[str, Check] = {
    "text": _text,
    "not text": _not_text,
    "scene": _scene,
    "kind": _kind,
    "when": _when,
    "open": _open,
    "gone": _gone,
    "cards": _cards,
    "ending": _ending,
    "told": _told,
}
TABLES: Mapping[str, Check] = {
    "shut": _shut,
    "reasons": _reasons,
    "promises": _promises,
}
