"""Compiles the pieces of a text to closures, and gathers what they write into paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from game.story.prose_parser import Break, CardMark, Figure, If, Piece, Speaker

if TYPE_CHECKING:
    from game.story.expressions import Facts

HIDDEN = "–"
_SPACES = re.compile(r"[ \t\n]+")

Code = Callable[["Facts", "Sheet"], None]


class Sheet:
    """A page while it is being written."""

    __slots__ = ("cards", "done", "parts", "speaker")

    def __init__(self) -> None:
        self.done: list[tuple[str | None, str, tuple[str, ...]]] = []
        self.parts: list[str] = []
        self.cards: list[str] = []
        self.speaker: str | None = None

    def end_paragraph(self) -> None:
        """Keeps what was written as a paragraph, if it was anything."""
        text = _SPACES.sub(" ", "".join(self.parts)).strip(" ")
        if text:
            self.done.append((self.speaker, text, tuple(dict.fromkeys(self.cards))))
        self.parts.clear()
        self.cards.clear()
        self.speaker = None

    def put_card(self, id: str, mark: str) -> None:
        """Marks what was just said with a card."""
        self.parts.append(mark)
        self.cards.append(id)

    def finish(self) -> list[tuple[str | None, str, tuple[str, ...]]]:
        """Speaker, text and cards of each paragraph."""
        self.end_paragraph()
        return self.done


def compile_pieces(pieces: tuple[Piece, ...]) -> Code:
    """A function that writes the pieces on a sheet."""
    codes = tuple(_compile(piece) for piece in pieces)
    if len(codes) == 1:
        return codes[0]

    def write_all(facts: Facts, sheet: Sheet) -> None:
        for code in codes:
            code(facts, sheet)

    return write_all


def _compile(piece: Piece) -> Code:
    match piece:
        case str():
            return lambda facts, sheet: sheet.parts.append(piece)
        case Break():
            return lambda facts, sheet: sheet.end_paragraph()
        case Speaker(id):
            return lambda facts, sheet: setattr(sheet, "speaker", id)
        case CardMark(id, mark):
            return lambda facts, sheet: sheet.put_card(id, mark)
        case Figure():
            return _figure(piece)
        case If():
            return _if(piece)


def _figure(figure: Figure) -> Code:
    value_of, asks_score = figure.value, figure.value.asks_score

    def write(facts: Facts, sheet: Sheet) -> None:
        if asks_score and not facts.score_shown:
            sheet.parts.append(HIDDEN)
            return
        value = value_of(facts)
        sheet.parts.append(f"{value:,}" if isinstance(value, int) else value)

    return write


def _if(piece: If) -> Code:
    condition, asks_score = piece.condition, piece.condition.asks_score
    then, otherwise = compile_pieces(piece.then), compile_pieces(piece.otherwise)

    def write(facts: Facts, sheet: Sheet) -> None:
        if (facts.score_shown or not asks_score) and condition(facts):
            then(facts, sheet)
        else:
            otherwise(facts, sheet)

    return write
