"""The words of a story: paragraphs with speakers, figures, conditions and card marks.

    xiaoyu: {if told} You knew. {else} He's gone. {end}
    There are {points(daily-lamp)}{card lamp} points on the phone.

A text is checked when the story is read; its template is compiled when first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING, NamedTuple

from game.story.prose_code import Sheet, compile_pieces
from game.story.prose_parser import Fault, Piece, Reading, read
from game.story.source import Source

if TYPE_CHECKING:
    from game.story.expressions import Facts, Names

__all__ = ["Fault", "Line", "Prose", "ProseError", "constant", "parse"]


class Line(NamedTuple):
    """A paragraph. `speaker`: a person's id. `text` still has its *emphasis* and card marks.
    `cards`: what it offers, in order."""

    speaker: str | None
    text: str
    cards: tuple[str, ...] = ()


class ProseError(ValueError):
    """The first fault of a text, for callers that do not collect faults."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Prose:
    """A checked text. `cards`: all that it can offer. `constant`: it is always the same.
    `asks_score`: a part of it depends on a standing."""

    __slots__ = ("_code", "_fixed", "_pieces", "asks_score", "cards", "constant", "source", "text")

    def __init__(self, text: str, source: Source, reading: Reading) -> None:
        self.text = text
        self.source = source
        self.cards = reading.cards
        self.constant = reading.constant
        self.asks_score = reading.asks_score
        self._pieces: tuple[Piece, ...] = reading.pieces
        self._fixed: tuple[Line, ...] | None = None
        self._code: Callable[[Facts, Sheet], None] | None = None

    def lines(self, facts: Facts) -> tuple[Line, ...]:
        """The paragraphs as they read now. Where the score is hidden, its own passages
        are left out, and a dash stands for its figures."""
        if self._fixed is not None:
            return self._fixed
        code = self._code
        if code is None:
            code = self._code = compile_pieces(self._pieces)
        sheet = Sheet()
        code(facts, sheet)
        lines = tuple(Line(*parts) for parts in sheet.finish())
        if self.constant:
            self._fixed = lines
        return lines

    def plain(self, facts: Facts) -> str:
        """All of it on one line, for labels."""
        return " ".join([line.text for line in self.lines(facts)])

    def __repr__(self) -> str:
        return f"Prose({self.text[:40]!r})"


def parse(
    text: str,
    source: Source,
    names: Names,
    people: Collection[str] = (),
    report: Callable[[Fault], None] | None = None,
) -> Prose:
    """The text, checked. `people` may speak in it. Faults go to `report`, and what is at fault
    is left out; without `report` the first error is raised as ProseError."""
    reading = read(text, source, names, people)
    for fault in reading.faults:
        if report is not None:
            report(fault)
        elif not fault.warning:
            raise ProseError(fault)
    return Prose(text, source, reading)


def constant(text: str, people: Collection[str] = ()) -> Prose:
    """A text without conditions or figures, for tests and plain values."""
    from game.story.expressions import Names

    return parse(text, Source("", 1, 1), Names(), people)
