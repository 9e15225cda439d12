"""A view as plain lines of text: no colours, no cursor tricks, fit for a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from game.play import words
from game.play.view import Change, Option, Score, View
from game.story.model import Card
from game.story.prose import Line
from game.story.prose.pieces import MARKS

_EMPHASIS = re.compile(r"\*(\S(?:[^*]*\S)?)\*")


def plain(text: str) -> str:
    """The text with quotes for emphasis: a stress on a word must be heard, too."""
    return _EMPHASIS.sub("‘\\1’", text)


def page(view: View, people: Mapping[str, str]) -> Iterator[str]:
    """All lines of a screen, parted by empty ones."""
    yield from _aftermath(view)
    yield f"== {plain(view.heading)} =="
    where = ". ".join(part for part in (view.place, view.when) if part)
    if where:
        yield where + "."
    for score in view.scores:
        yield score_line(score)
    for line in view.lines:
        yield ""
        yield spoken(line, people)
    if view.field is not None:
        yield ""
        yield f"{_label(view.field.label)} ____ (type it, or take a choice)"
    if view.options:
        yield ""
    for number, option in enumerate(view.options, 1):
        yield from _option(number, option)


def spoken(line: Line, people: Mapping[str, str]) -> str:
    """A paragraph, with the name of who speaks."""
    speaker = f"{people[line.speaker]}: " if line.speaker else ""
    return speaker + words.struck(plain(line.text), line.struck)


def _label(label: str) -> str:
    label = plain(label)
    return label if label[-1:] in (":", "?", "…") else f"{label}:"


def _aftermath(view: View) -> Iterator[str]:
    after = view.aftermath
    if after is None:
        return
    if after.sees is not None:
        yield f"The score sees: {plain(after.sees)}"
    elif after.seen_nothing:
        yield "The score sees: nothing."
    if after.misses is not None:
        yield f"It misses: {plain(after.misses)}"
    for change in after.changes:
        yield _change(change)
    if after.sees is not None or after.seen_nothing or after.misses or after.changes:
        yield ""


def _change(change: Change) -> str:
    if not change.amount:
        return f"{change.name}: no change"
    if change.listed:
        return f"{change.name}: {'put on' if change.amount > 0 else 'taken off'}"
    return f"{change.name}: {change.amount:+,}"


def score_line(score: Score) -> str:
    """A standing as a sentence."""
    parts = [f"{score.name}, {score.holder}: {score.value} {score.unit}".rstrip()]
    if score.tier is not None:
        parts.append(f"grade {score.tier}")
    if score.band is not None:
        parts.append(score.band)
    return ", ".join(parts) + "."


def card_line(card: Card) -> str:
    """A fact with its kind and where it stands."""
    source = f" Source: {card.origin}." if card.origin else ""
    return f"{MARKS[card.kind]} {card.kind.capitalize()}: {card.text}{source}"


def _option(number: int, option: Option) -> Iterator[str]:
    promise = "; ".join(_change(change) for change in option.promise)
    yield f"{number}. {plain(option.text)}" + (f" ({promise})" if promise else "")
    if not option.open:
        yield f"   Shut: {' '.join(plain(reason) for reason in option.reason)}"
