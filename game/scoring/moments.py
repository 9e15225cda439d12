"""Questions about a moment: is it within these hours, within these dates."""

from __future__ import annotations

from collections.abc import Iterable

from game.story.calendar import DAY
from game.story.systems import Band

Hours = Iterable[tuple[int, int]]


def within(at: int, hours: Hours) -> bool:
    """Whether the time of day lies in one of the half-open spans; they may pass midnight."""
    minute = at % DAY
    for first, end in hours:
        if first <= minute < end or (end < first and (minute >= first or minute < end)):
            return True
    return False


def in_force(at: int, since: int | None, until: int | None) -> bool:
    """Whether the moment is at or after `since` and before `until`."""
    return (since is None or since <= at) and (until is None or at < until)


def lit(band: Band, at: int) -> bool:
    """Whether the band multiplies what happens at this moment."""
    return in_force(at, band.since, band.until) and within(at, band.hours)


def days_of(start: int, minutes: int) -> list[tuple[int, int]]:
    """A stretch of time, cut at midnight: where each day's part begins, its minutes."""
    if minutes <= DAY - start % DAY:
        return [(start, minutes)]
    parts = []
    while (left_today := DAY - start % DAY) < minutes:
        parts.append((start, left_today))
        start += left_today
        minutes -= left_today
    parts.append((start, minutes))
    return parts
