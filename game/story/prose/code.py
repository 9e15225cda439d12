"""Compiles the pieces of a text to closures that give its paragraphs.

Most paragraphs are words and figures, spoken by one person: these become a line at once.
Where a passage may begin a paragraph, change the speaker or mark a card, the text is written
on a sheet, piece by piece.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from game.story.prose.pieces import Break, CardMark, If, Line, OneOf, Piece, Speaker
from game.story.prose.turns import place_of
from game.story.prose.words import (
    Words,
    closed,
    compile_line,
    compile_words,
    condition,
    is_within,
    merged,
)

if TYPE_CHECKING:
    from game.story.expressions import Facts

Lines = Callable[["Facts"], tuple[Line, ...]]
Write = Callable[["Facts", "Sheet"], None]

# Half the time that Line(…) takes: texts are shown at every step.
_new = tuple.__new__


def compile_lines(pieces: Iterable[Piece]) -> tuple[Line, ...] | Lines:
    """The paragraphs, or what gives them where they are not always the same."""
    before: tuple[Line, ...] = ()
    pairs: list[tuple[tuple[Line, ...], Lines]] = []
    for paragraph in paragraphs(pieces):
        lines = _compile_paragraph(paragraph)
        if isinstance(lines, tuple):
            before += lines
        else:
            pairs.append((before, lines))
            before = ()
    if not pairs:
        return before
    return _joined(pairs, before)


def compile_plain(pieces: Iterable[Piece]) -> Words | None:
    """What gives the words of a text that is one paragraph and needs no sheet; else None."""
    first, *more = paragraphs(pieces)
    if more or not _is_simple(first):
        return None
    words = compile_line(_words_of(first))
    return (lambda facts: words) if isinstance(words, str) else words


def paragraphs(pieces: Iterable[Piece]) -> Iterator[list[Piece]]:
    """The pieces from break to break."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, Break):
            yield found
            found = []
        else:
            found.append(piece)
    yield found


def _joined(pairs: list[tuple[tuple[Line, ...], Lines]], after: tuple[Line, ...]) -> Lines:
    if len(pairs) == 1:
        before, code = pairs[0]
        if not before and not after:
            return code
        return lambda facts: before + code(facts) + after

    def lines(facts: Facts) -> tuple[Line, ...]:
        found: list[Line] = []
        for before, code in pairs:
            found += before
            found += code(facts)
        found += after
        return tuple(found)

    return lines


def _compile_paragraph(pieces: list[Piece]) -> tuple[Line, ...] | Lines:
    if not _is_simple(pieces):
        return _on_a_sheet(_write_all(pieces))
    speakers = [one.id for one in pieces if isinstance(one, Speaker)]
    speaker = speakers[-1] if speakers else None
    cards = tuple(dict.fromkeys([one.id for one in pieces if isinstance(one, CardMark)]))
    words = compile_line(_words_of(pieces))
    if isinstance(words, str):
        return (Line(speaker, words, cards),) if words else ()

    def lines(facts: Facts) -> tuple[Line, ...]:
        text = words(facts)
        return (_new(Line, (speaker, text, cards, False)),) if text else ()

    return lines


def _is_simple(pieces: list[Piece]) -> bool:
    return all(isinstance(piece, Speaker | CardMark) or is_within(piece) for piece in pieces)


def _words_of(pieces: list[Piece]) -> Iterator[Piece]:
    for piece in pieces:
        if isinstance(piece, CardMark):
            yield piece.mark
        elif not isinstance(piece, Speaker):
            yield piece


# --- on a sheet ------------------------------------------------------------------------------


class Sheet:
    """A page while it is being written."""

    __slots__ = ("cards", "done", "parts", "speaker")

    def __init__(self) -> None:
        self.done: list[Line] = []
        self.parts: list[str] = []
        self.cards: list[str] = []
        self.speaker: str | None = None

    def end_paragraph(self) -> None:
        """Keeps what was written as a paragraph, if it was anything."""
        text = closed("".join(self.parts))
        if text:
            self.done.append(Line(self.speaker, text, tuple(dict.fromkeys(self.cards))))
        self.parts.clear()
        self.cards.clear()
        self.speaker = None

    def put_card(self, id: str, mark: str) -> None:
        """Marks what was just said with a card."""
        self.parts.append(mark)
        self.cards.append(id)


def _on_a_sheet(write: Write) -> Lines:
    def lines(facts: Facts) -> tuple[Line, ...]:
        sheet = Sheet()
        write(facts, sheet)
        sheet.end_paragraph()
        return tuple(sheet.done)

    return lines


def _write_all(pieces: Iterable[Piece]) -> Write:
    codes: list[Write] = []
    for within, group in groupby(pieces, is_within):
        some = list(group)
        codes += [_write_words(some)] if within else map(_write, some)
    if len(codes) == 1:
        return codes[0]

    def write(facts: Facts, sheet: Sheet) -> None:
        for code in codes:
            code(facts, sheet)

    return write


def _write_words(pieces: Iterable[Piece]) -> Write:
    words = compile_words(merged(pieces))
    if isinstance(words, str):
        return lambda facts, sheet: sheet.parts.append(words)
    return lambda facts, sheet: sheet.parts.append(words(facts))


def _write(piece: Piece) -> Write:
    match piece:
        case Break():
            return lambda facts, sheet: sheet.end_paragraph()
        case Speaker(id):
            return lambda facts, sheet: setattr(sheet, "speaker", id)
        case CardMark(id, mark):
            return lambda facts, sheet: sheet.put_card(id, mark)
        case If():
            return _write_if(piece)
        case OneOf():
            return _write_one_of(piece)
    raise AssertionError("words are written by themselves")


def _write_if(piece: If) -> Write:
    holds = condition(piece.condition)
    then, otherwise = _write_all(piece.then), _write_all(piece.otherwise)

    def write(facts: Facts, sheet: Sheet) -> None:
        (then if holds(facts) else otherwise)(facts, sheet)

    return write


def _write_one_of(piece: OneOf) -> Write:
    place = place_of(piece)
    passages = tuple(map(_write_all, piece.passages))

    def write(facts: Facts, sheet: Sheet) -> None:
        passages[place(facts)](facts, sheet)

    return write
