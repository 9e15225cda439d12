"""Moments as whole minutes since 1970-01-01 00:00, without time zones.

The core has no clock: scenes say what time it is, and this module only counts.
"""

from __future__ import annotations

from datetime import datetime, timedelta

DAY = 24 * 60
WEEK = 7 * DAY
_START = datetime(1970, 1, 1)

LAST = int((datetime(2199, 12, 31, 23, 59) - _START).total_seconds() // 60)
"""Where every calendar ends: time stands still there."""


def minutes_of(moment: datetime) -> int:
    """The moment as minutes; seconds are cut off."""
    return int((moment - _START).total_seconds() // 60)


def moment_of(minutes: int) -> datetime:
    """The minutes as a moment."""
    return _START + timedelta(minutes=minutes)


def minute_of_day(minutes: int) -> int:
    """0 at midnight, 1439 a minute before it."""
    return minutes % DAY


def hhmm(minutes: int) -> str:
    """The time of day as 20:07."""
    hour, minute = divmod(minutes % DAY, 60)
    return f"{hour:02}:{minute:02}"


def span(minutes: int) -> str:
    """A duration in words: "6 days", "1 hour 10 minutes"."""
    days, rest = divmod(minutes, DAY)
    hours, left = divmod(rest, 60)
    parts = [
        f"{n} {word}" + ("" if n == 1 else "s")
        for n, word in ((days, "day"), (hours, "hour"), (left, "minute"))
        if n
    ]
    return " ".join(parts) or "no time"


_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def weekday(minutes: int) -> str:
    """The day of the week, in English whatever the machine's language is."""
    return _DAYS[moment_of(minutes).weekday()]


def date_words(minutes: int) -> str:
    """The date as 16 January 2019."""
    moment = moment_of(minutes)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def day_words(minutes: int) -> str:
    """The day as Wednesday 16 January 2019."""
    return f"{weekday(minutes)} {date_words(minutes)}"


def moment_words(minutes: int) -> str:
    """Date and time as 16 January 2019, 20:07."""
    return f"{date_words(minutes)}, {hhmm(minutes)}"
