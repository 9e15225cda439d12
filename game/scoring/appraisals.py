"""When a standing is worked out anew, and what comes of it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Iterator
from datetime import datetime
from heapq import merge
from itertools import repeat

from game.scoring.rulebook import Desk
from game.story.calendar import DAY, WEEK, minutes_of, moment_of
from game.story.expressions import Facts
from game.story.systems import Appraisal, System

Terms = tuple[tuple[str, int], ...]

Due = tuple[int, int, Desk, str, Appraisal]
"""When, a number that goes by the order of the files, at which desk, whose standing, which."""

MOST_AT_ONCE = 4_000
"""Dates of one appraisal in one stretch: eleven years of days, or all that a calendar has of
weeks in 76 years. Of a longer stretch the last count, since each makes those before it void."""

_FIRST_WEEKDAY = 4
"""1970-01-01, from which all moments count, was a Thursday."""


def coming(desks: Iterable[Desk], life: str, after: int, until: int) -> Iterator[Due]:
    """What a stretch of time brings a life, in order, and at one moment in that of the files."""
    every = ((desk, appraisal) for desk in desks for appraisal in desk.system.appraisals)
    streams: list[Iterator[Due]] = []
    for number, (desk, appraisal) in enumerate(every):
        holder = desk.holders.get(life)
        if holder is not None:
            moments = dates(appraisal, after, until)
            streams.append(
                zip(moments, repeat(number), repeat(desk), repeat(holder), repeat(appraisal))
            )
    return merge(*streams)


def dates(appraisal: Appraisal, after: int, until: int) -> Iterable[int]:
    """The moments of an appraisal that are later than `after`, up to and with `until`; of very
    many, the last."""
    if appraisal.every == "day":
        return _steps(appraisal.minute, DAY, after, until)
    if appraisal.every == "week":
        first = appraisal.minute + (appraisal.on - _FIRST_WEEKDAY) * DAY
        return _steps(first, WEEK, after, until)
    return _months(appraisal, after, until)


def _steps(first: int, step: int, after: int, until: int) -> range:
    return range(after + 1 + (first - after - 1) % step, until + 1, step)[-MOST_AT_ONCE:]


def _months(appraisal: Appraisal, after: int, until: int) -> Iterator[int]:
    """From month to month, or from January to January."""
    start = moment_of(after)
    yearly = appraisal.every == "year"
    months = start.year * 12 + (0 if yearly else start.month - 1)
    while True:
        year, month = months // 12, months % 12 + 1
        day = 1 if yearly else min(appraisal.on, monthrange(year, month)[1])
        at = minutes_of(datetime(year, month, day)) + appraisal.minute
        if at > until:
            return
        if at > after:
            yield at
        months += 12 if yearly else 1


def value(appraisal: Appraisal, system: System, facts: Facts) -> tuple[int, Terms]:
    """The new standing and what it is the sum of. A "bounds" term says what was cut off."""
    terms = [("base", appraisal.base)]
    for term in appraisal.terms:
        if term.condition is None or term.condition(facts):
            points = int(term.points(facts))
            terms.append((term.name, _held(points, term.least, term.most)))
    total = sum(points for _, points in terms)
    held = _held(_held(total, appraisal.least, appraisal.most), system.least, system.most)
    if held != total:
        terms.append(("bounds", held - total))
    return held, tuple(terms)


def _held(points: int, least: int, most: int) -> int:
    return max(least, min(most, points))
