"""Dates, times, durations and shares as authors write them, turned into whole numbers."""

from __future__ import annotations

import re
from datetime import datetime

from game.errors import GameError
from game.story.calendar import DAY, minutes_of

FIRST_YEAR, LAST_YEAR = 1900, 2199
LONGEST = 36_500 * DAY
LONGEST_WAIT = 3_660 * DAY

_MOMENT = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})(?: ([0-9]{2}):([0-9]{2}))?")
_CLOCK = re.compile(r"([0-9]{2}):([0-9]{2})")
_SPAN = re.compile(r"([0-9]{1,9}) (minute|hour|day|week)(s?)")
_SHARE = re.compile(r"([0-9]{1,3})%")
_UNITS = {"minute": 1, "hour": 60, "day": DAY, "week": 7 * DAY}


class MeasureError(GameError):
    """A date, time, duration or share that cannot be read; the text says how it is written."""


def moment(text: str) -> int:
    """Minutes of `2019-01-16 20:07`, or of midnight at the start of `2019-01-16`."""
    found = _MOMENT.fullmatch(text)
    if not found:
        raise MeasureError(f"“{_short(text)}” is no date: write 2019-01-16 or 2019-01-16 20:07.")
    year, month, day, hour, minute = (int(part or 0) for part in found.groups())
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise MeasureError(f"The year {year} is not between {FIRST_YEAR} and {LAST_YEAR}.")
    try:
        return minutes_of(datetime(year, month, day, hour, minute))
    except ValueError:
        raise MeasureError(f"There is no {text}.") from None


def time_of_day(text: str, *, last: bool = False) -> int:
    """Minutes since midnight of `06:00`; `24:00` only as the `last` of a range."""
    found = _CLOCK.fullmatch(text)
    if not found:
        raise MeasureError(f"“{_short(text)}” is no time: write 06:00, or 20:07.")
    hour, minute = int(found[1]), int(found[2])
    if last and (hour, minute) == (24, 0):
        return DAY
    if hour > 23 or minute > 59:
        raise MeasureError(f"There is no {text}: the day goes from 00:00 to 23:59.")
    return hour * 60 + minute


def hours(text: str) -> tuple[tuple[int, int], ...]:
    """Minutes of the day in `06:00-08:30`, half-open; two parts if it passes midnight."""
    first, dash, last = text.partition("-")
    if not dash:
        raise MeasureError(f"“{_short(text)}” is no range of hours: write 06:00-08:30.")
    begin, end = time_of_day(first.strip()), time_of_day(last.strip(), last=True)
    if begin == end:
        raise MeasureError(f"{text} is empty: it ends when it begins. All day is 00:00-24:00.")
    if begin < end:
        return ((begin, end),)
    return ((begin, DAY), (0, end)) if end else ((begin, DAY),)


def duration(text: str, longest: int = LONGEST) -> int:
    """Minutes of `4 minutes`, `2 hours`, `6 days` or `1 week`; at most `longest`."""
    found = _SPAN.fullmatch(text)
    if not found:
        raise MeasureError(
            f"“{_short(text)}” is no duration: write 4 minutes, 2 hours, 6 days or 1 week."
        )
    minutes = int(found[1]) * _UNITS[found[2]]
    if minutes > longest:
        raise MeasureError(f"{text} is too long: at most {longest // DAY:,} days.")
    return minutes


def wait(text: str) -> int:
    """Minutes of a duration that a life has to live through."""
    return duration(text, LONGEST_WAIT)


def percent(text: str) -> int:
    """The whole number in `80%`, 0 to 100."""
    found = _SHARE.fullmatch(text)
    if not found or int(found[1]) > 100:
        raise MeasureError(f"“{_short(text)}” is no share: write 0% to 100%, in whole numbers.")
    return int(found[1])


def _short(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
