"""Shows a text in the most straightforward way, to compare the quick one with."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.story.expressions import Expression, Facts
from game.story.prose.pieces import Break, CardMark, Figure, If, Line, OneOf, Piece, Plural, Speaker


def slow_lines(pieces: Iterable[Piece], facts: Facts) -> tuple[Line, ...]:
    """The paragraphs: all that is shown is put in a row, and cut at the breaks."""
    shown: list[Line] = []
    words, cards, speaker = "", list[str](), None
    for piece in [*_shown(pieces, facts), Break()]:
        match piece:
            case str():
                words += piece
            case CardMark(id, mark):
                words += mark
                cards.append(id)
            case Speaker(id):
                speaker = id
            case Break():
                if text := re.sub(r"[ \t\n]+", " ", words).strip(" "):
                    shown.append(Line(speaker, text, tuple(dict.fromkeys(cards))))
                words, cards, speaker = "", [], None
    return tuple(shown)


def _shown(pieces: Iterable[Piece], facts: Facts) -> Iterable[Piece]:
    for piece in pieces:
        match piece:
            case Figure(value):
                yield _figure(value, facts)
            case If(condition, then, otherwise):
                holds = not _hidden(condition, facts) and condition(facts)
                yield from _shown(then if holds else otherwise, facts)
            case Plural(value, forms, plurals):
                shown = "hidden" if _hidden(value, facts) else value(facts)
                yield forms[plurals.place(shown) if isinstance(shown, int) else -1]
            case OneOf():
                yield from _shown(_passage(piece, facts), facts)
            case _:
                yield piece


def _passage(piece: OneOf, facts: Facts) -> tuple[Piece, ...]:
    count = len(piece.passages)
    round, place = divmod(facts.turn - 1, count)
    match piece.how:
        case "cycle":
            return piece.passages[place]
        case "shuffled":
            left = list(piece.passages)
            drawn = [
                left.pop(facts.pick(f"{piece.luck} {round} {draw}", len(left)))
                for draw in range(count)
            ]
            return drawn[place]
    return piece.passages[-1] if round else piece.passages[place]


def _figure(value: Expression, facts: Facts) -> str:
    if _hidden(value, facts):
        return "–"
    shown = value(facts)
    return f"{shown:,}" if isinstance(shown, int) else shown


def _hidden(value: Expression, facts: Facts) -> bool:
    return value.asks_score and not facts.score_shown
