"""Compiles what stands within a paragraph to closures that give its words.

White space in an author's words is made even here, once; what is left to do at a showing is
to close the gap that a passage leaves when it is not shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from game.story.prose.pieces import Figure, If, OneOf, Piece, Plural
from game.story.prose.turns import place_of

if TYPE_CHECKING:
    from game.story.expressions import Code, Expression, Facts

HIDDEN = "–"
"""Stands for a figure of the score where the score is hidden."""

Words = Callable[["Facts"], str]


def compile_line(pieces: Iterable[Piece]) -> str | Words:
    """The words of a whole paragraph, without spaces around them or gaps between them."""
    parts = merged(pieces)
    if parts and isinstance(parts[0], str):
        parts[0] = parts[0].lstrip(" ")
    if parts and isinstance(parts[-1], str):
        parts[-1] = parts[-1].rstrip(" ")
    words = compile_words(parts)
    if isinstance(words, str) or all(isinstance(part, str) or _is_solid(part) for part in parts):
        return words
    return lambda facts: closed(words(facts))


def compile_words(parts: list[Piece]) -> str | Words:
    """The words of merged parts, all of which are within a paragraph."""
    pairs: list[tuple[str, Piece]] = []
    words = ""
    for part in parts:
        if isinstance(part, str):
            words = part
        else:
            pairs.append((words, part))
            words = ""
    if not pairs:
        return words
    codes = [_around(before, piece, "") for before, piece in pairs[:-1]]
    before, last = pairs[-1]
    return _joined([*codes, _around(before, last, words)])


def merged(pieces: Iterable[Piece]) -> list[Piece]:
    """The pieces with neighbouring words put together, and single spaces between them."""
    found: list[Piece] = []
    for piece in pieces:
        if isinstance(piece, str) and found and isinstance(found[-1], str):
            found[-1] += piece
        else:
            found.append(piece)
    return [even(part) if isinstance(part, str) else part for part in found]


def is_within(piece: Piece) -> bool:
    """Whether it stands within a paragraph: nobody begins to speak in it, no card is marked."""
    match piece:
        case str() | Figure() | Plural():
            return True
        case If(_, then, otherwise):
            return all(map(is_within, then)) and all(map(is_within, otherwise))
        case OneOf(_, passages):
            return all(is_within(inner) for passage in passages for inner in passage)
    return False


def even(words: str) -> str:
    """The words with one space for any white space."""
    return _single(words.replace("\n", " ").replace("\t", " "))


def closed(words: str) -> str:
    """The words without spaces around them, and with single spaces for double ones."""
    return _single(words).strip(" ")


def _single(words: str) -> str:
    while "  " in words:
        words = words.replace("  ", " ")
    return words


def condition(asked: Expression) -> Code:
    """A passage's condition; what asks the score does not hold where it is hidden."""
    code = asked.code
    return (lambda facts: facts.score_shown and code(facts)) if asked.asks_score else code


def _joined(codes: list[Words]) -> Words:
    match codes:
        case [only]:
            return only
        case [first, second]:
            return lambda facts: first(facts) + second(facts)
        case [first, second, third]:
            return lambda facts: first(facts) + second(facts) + third(facts)
    all_of_them = tuple(codes)
    return lambda facts: "".join([code(facts) for code in all_of_them])


def _around(before: str, piece: Piece, after: str) -> Words:
    """A piece with the words on both sides of it."""
    if isinstance(piece, Figure):
        return _figure(piece.value, before, after)
    code = _code(piece)
    if not before and not after:
        return code
    return lambda facts: f"{before}{code(facts)}{after}"


def _code(piece: Piece) -> Words:
    match piece:
        case If():
            return _if(piece)
        case OneOf():
            return _one_of(piece)
        case Plural():
            return _plural(piece)
    raise AssertionError("others do not stand within a paragraph")


def _figure(value: Expression, before: str, after: str) -> Words:
    name, code = value.variable, value.code
    if value.asks_score:
        hidden = f"{before}{HIDDEN}{after}"
        shown = _shown(code, before, after)
        return lambda facts: shown(facts) if facts.score_shown else hidden
    if value.kind != "number":
        if _is_tidy(value):
            return lambda facts: f"{before}{code(facts)}{after}"
        return _shown(code, before, after)
    if name is not None:
        return lambda facts: f"{before}{facts.variables[name]:,}{after}"
    return lambda facts: f"{before}{code(facts):,}{after}"


def _shown(code: Code, before: str, after: str) -> Words:
    """Any value; what an instrument gives may be a number, or words of any shape."""

    def words(facts: Facts) -> str:
        value = code(facts)
        return f"{before}{f'{value:,}' if isinstance(value, int) else even(value)}{after}"

    return words


def _plural(piece: Plural) -> Words:
    forms, place, code = piece.forms, piece.plurals.place, piece.value.code
    last = forms[-1]
    if piece.value.asks_score:
        return lambda facts: forms[place(code(facts))] if facts.score_shown else last
    if piece.value.kind == "number":
        return lambda facts: forms[place(code(facts))]

    def words(facts: Facts) -> str:
        value = code(facts)
        return forms[place(value)] if isinstance(value, int) else last

    return words


def _if(piece: If) -> Words:
    holds = condition(piece.condition)
    then = compile_words(merged(piece.then))
    otherwise = compile_words(merged(piece.otherwise))
    if isinstance(then, str) and isinstance(otherwise, str):
        words, others = then, otherwise
        return lambda facts: words if holds(facts) else others
    one, other = _as_code(then), _as_code(otherwise)
    return lambda facts: one(facts) if holds(facts) else other(facts)


def _one_of(piece: OneOf) -> Words:
    place = place_of(piece)
    passages = [compile_words(merged(passage)) for passage in piece.passages]
    fixed = tuple([words for words in passages if isinstance(words, str)])
    if len(fixed) == len(passages):
        return lambda facts: fixed[place(facts)]
    codes = tuple(map(_as_code, passages))
    return lambda facts: codes[place(facts)](facts)


def _as_code(words: str | Words) -> Words:
    return (lambda facts: words) if isinstance(words, str) else words


def _is_solid(piece: Piece) -> bool:
    """Whether it always shows something, and leaves no gap."""
    if isinstance(piece, Plural):
        return all(piece.forms)
    return isinstance(piece, Figure) and (piece.value.kind != "word" or _is_tidy(piece.value))


def _is_tidy(value: Expression) -> bool:
    """Whether what it shows is known to be without white space on its edges, and not empty.
    An instrument's value may be anything; no word is known for it."""
    if value.kind != "word":
        return True
    return bool(value.words) and all(word == even(word).strip() != "" for word in value.words)
