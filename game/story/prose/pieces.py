"""What a text is made of once it is read, and what is shown of it in the end."""

from __future__ import annotations

from typing import NamedTuple

from game.story.expressions import Expression
from game.story.plurals import Plurals

MARKS = {"document": "■", "research": "○", "fiction": "△"}
_NO_MARKS = str.maketrans("", "", "".join(MARKS.values()))


def unmarked(text: str) -> str:
    """A text without the marks of its cards, where nobody can ask for them."""
    return text.translate(_NO_MARKS)


class Line(NamedTuple):
    """A paragraph. `speaker`: a person's id. `text` still has its *emphasis* and card marks.
    `cards`: what it offers, in order. `struck`: it is crossed out, and can still be read."""

    speaker: str | None
    text: str
    cards: tuple[str, ...] = ()
    struck: bool = False


class Break(NamedTuple):
    """The end of a paragraph."""


class Speaker(NamedTuple):
    """Who says this paragraph."""

    id: str


class CardMark(NamedTuple):
    """The mark of a card."""

    id: str
    mark: str


class Figure(NamedTuple):
    """A value that is shown."""

    value: Expression


class If(NamedTuple):
    """One of two passages."""

    condition: Expression
    then: tuple[Piece, ...]
    otherwise: tuple[Piece, ...]


class OneOf(NamedTuple):
    """Passages of which the visit decides: `how` is the word of the tag; after the last passage
    of a {cycle} comes the first again, of the others the last stays. `luck` keys the draws."""

    how: str
    passages: tuple[tuple[Piece, ...], ...]
    luck: str


class Plural(NamedTuple):
    """The form of a noun that stands beside a number."""

    value: Expression
    forms: tuple[str, ...]
    plurals: Plurals


Piece = str | Break | Speaker | CardMark | Figure | If | OneOf | Plural
