"""Compares what a transcript expects with what is there; whatever differs is told at its place."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.play.run import Run
from game.play.view import Change
from game.story.yaml_nodes import Node, Scalar
from game.transcripts.plain import amount, plain
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


def says(value: Scalar, lines: Iterable[str]) -> bool:
    """Whether one of the lines has these words."""
    wanted = plain(value.text)
    return any(wanted in plain(line) for line in lines)


def contains(expected: Expectation, there: str | None, what: str) -> Found:
    """That this one text has the words, or that it is not there where `nothing` is expected."""
    for value in expected.values:
        met = there is None if value.text == NOTHING else there is not None and says(value, [there])
        if not met:
            yield Wrong(value, f"{what}: {there or NOTHING}.")


def each_is(values: Texts, there: str, message: str) -> Found:
    """That each of the values is this."""
    for value in values:
        if value.text != there:
            yield Wrong(value, message)


def same(node: Node, values: Texts, there: Sequence[str], what: str) -> Found:
    """Exactly these, in this order."""
    if [value.text for value in listed(values)] != list(there):
        yield Wrong(node, f"{what}: {', '.join(there) or NONE}.")


def listed(values: Texts) -> Texts:
    """The values of a list; `none` is an empty one."""
    return () if len(values) == 1 and values[0].text == NONE else values


def announced(change: Change) -> str:
    """`system +2`."""
    return f"{change.system} {amount(change.amount, change.listed)}"
