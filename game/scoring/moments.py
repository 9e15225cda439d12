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


def lit_hours(band: Band, at: int) -> tuple[tuple[int, int], ...]:
    """When the band is lit on the day of this moment: spans in minutes of the day, in order."""
    midnight = at - at % DAY
    first = 0 if band.since is None else max(0, band.since - midnight)
    last = DAY if band.until is None else min(DAY, band.until - midnight)
    spans = ((max(start, first), min(end, last)) for start, end in _apart(band.hours))
    return tuple((start, end) for start, end in spans if start < end)


def how_often_lit(band: Band, moments: range) -> int:
    """How many of these moments the band multiplies; it does not take longer for many."""
    if band.since is not None:
        moments = _those(moments, band.since, moments.stop)
    if band.until is not None:
        moments = _those(moments, moments.start, band.until)
    if not moments:
        return 0
    return sum(
        len(_those(moments, midnight + first, midnight + end))
        for midnight in range(moments[0] - moments[0] % DAY, moments[-1] + 1, DAY)
        for first, end in _apart(band.hours)
    )


def _those(moments: range, first: int, end: int) -> range:
    """The moments at or after `first` and before `end`."""
    skipped = max(0, -(-(first - moments.start) // moments.step))
    return moments[skipped : max(skipped, -(-(end - moments.start) // moments.step))]


def _apart(hours: Hours) -> list[tuple[int, int]]:
    """The same spans of a day, none of which passes midnight or meets another."""
    cut: list[tuple[int, int]] = []
    for first, end in hours:
        cut += [(first, end)] if first <= end else [(0, end), (first, DAY)]
    spans: list[tuple[int, int]] = []
    for first, end in sorted(cut):
        if spans and first <= spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((first, end))
    return spans


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
