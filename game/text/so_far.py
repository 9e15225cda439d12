"""The story so far in text."""

from __future__ import annotations

from collections.abc import Iterator

from game.play.so_far import Day, SoFar
from game.text.page import plain, score_line


def so_far(told: SoFar) -> Iterator[str]:
    """Where the run stands, and how it came there."""
    yield "== The story so far =="
    yield ". ".join(filter(None, (plain(told.chapter), told.place, told.when))) + "."
    if told.older:
        yield ""
        choices = "one choice" if told.older == 1 else f"{told.older} choices"
        yield f"Before this, {choices}: type log to read everything."
    for part in told.parts:
        yield ""
        yield f"{plain(part.chapter)}. {plain(part.line)}"
    for day in told.days:
        yield ""
        yield from _day(day)
    if not told.days:
        yield ""
        yield "Nothing has been chosen yet."
    if told.scores:
        yield ""
        yield from map(score_line, told.scores)


def _day(day: Day) -> Iterator[str]:
    where = ", ".join(filter(None, (day.when, day.place)))
    if where:
        yield f"{where}."
    for step in day.steps:
        yield plain(step.line)
        if step.sees:
            yield f"The score saw: {plain(step.sees)}"
        if step.misses:
            yield f"It missed: {plain(step.misses)}"
