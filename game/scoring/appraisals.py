"""When a standing is worked out anew, and what comes of it."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import datetime, timedelta

from game.story.calendar import minutes_of, moment_of
from game.story.expressions import Facts
from game.story.model import Appraisal, System

Terms = tuple[tuple[str, int], ...]


def dates(appraisal: Appraisal, after: int, until: int) -> Iterator[int]:
    """The moments of an appraisal that are later than `after`, up to and with `until`."""
    day = datetime(*moment_of(after).timetuple()[:3])
    while (at := minutes_of(day) + appraisal.minute) <= until:
        if at > after and _is_on(appraisal, day):
            yield at
        day = _next(appraisal, day)


def _is_on(appraisal: Appraisal, day: datetime) -> bool:
    if appraisal.every == "week":
        return day.isoweekday() == appraisal.on
    if appraisal.every == "month":
        return day.day == min(appraisal.on, monthrange(day.year, day.month)[1])
    if appraisal.every == "year":
        return (day.month, day.day) == (1, 1)
    return True


def _next(appraisal: Appraisal, day: datetime) -> datetime:
    """The next day that is worth a look: a year's is months away."""
    if appraisal.every == "year":
        return datetime(day.year + 1, 1, 1)
    return day + timedelta(days=1)


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
