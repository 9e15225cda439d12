"""The words of a story: paragraphs with speakers, figures, conditions, card marks, and passages
that take turns.

    xiaoyu: {if told} You knew. {else} He's gone. {end}
    There are {points(daily-lamp)}{card lamp} points on the phone.
    The lift is {in turn} slow {next} slower {next} out of order {end}.

A text is checked when the story is read; what changes in it is compiled when first shown.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from game.story.prose.code import Lines, compile_lines, compile_plain
from game.story.prose.parser import read
from game.story.prose.pieces import Line, Piece
from game.story.prose.reading import Fault, Reading
from game.story.prose.words import Words
from game.story.source import Source

if TYPE_CHECKING:
    from game.story.expressions import Facts, Names

__all__ = ["Fault", "Line", "Prose", "ProseError", "constant", "parse"]


class ProseError(ValueError):
    """The first fault of a text, for callers that do not collect faults."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(fault.message)
        self.fault = fault


class Prose:
    """A checked text. `cards`: all that it can offer. `asks_score`: a part of it depends on a
    standing. One that is always the same keeps its lines, and no pieces."""

    __slots__ = (
        "_code",
        "_fixed",
        "_pieces",
        "_plain_code",
        "_plain_fixed",
        "asks_score",
        "cards",
        "source",
        "text",
    )

    def __init__(self, text: str, source: Source, reading: Reading) -> None:
        self.text = text
        self.source = source
        self.cards = reading.cards
        self.asks_score = reading.asks_score
        self._pieces: tuple[Piece, ...] = reading.pieces
        self._fixed: tuple[Line, ...] | None = None
        self._plain_fixed: str | None = None
        self._code: Lines | None = None
        self._plain_code: Words | None = None
        if reading.constant:
            self._fix()

    def _fix(self) -> None:
        text = self.text
        if self._pieces == (text,) and " ".join(text.split()) == text:
            # Most labels are so, and a long story has many.
            self._fixed, self._plain_fixed = (Line(None, text),), text
        else:
            lines = compile_lines(self._pieces)
            assert isinstance(lines, tuple), "nothing in it can change"
            self._fixed = lines
            self._plain_fixed = " ".join([line.text for line in lines])
        self._pieces = ()

    @property
    def constant(self) -> bool:
        """Whether it is always the same."""
        return self._fixed is not None

    @property
    def fixed(self) -> str | None:
        """All of it on one line if it is always the same, for those that have no run to ask."""
        return self._plain_fixed

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """What it is made of, as far as it changes; for those that check it."""
        return self._pieces

    def lines(self, facts: Facts) -> tuple[Line, ...]:
        """The paragraphs as they read now. Where the score is hidden, its own passages
        are left out, and a dash stands for its figures."""
        fixed = self._fixed
        return self.code(facts) if fixed is None else fixed

    @property
    def code(self) -> Lines:
        """What makes its lines: the quickest way to make them again and again."""
        code = self._code
        if code is None:
            lines = self._fixed or compile_lines(self._pieces)
            code = self._code = (lambda facts: lines) if isinstance(lines, tuple) else lines
        return code

    def plain(self, facts: Facts) -> str:
        """All of it on one line, for labels."""
        fixed = self._plain_fixed
        if fixed is not None:
            return fixed
        code = self._plain_code
        if code is None:
            code = self._plain_code = compile_plain(self._pieces) or self._all_lines
        return code(facts)

    def _all_lines(self, facts: Facts) -> str:
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
