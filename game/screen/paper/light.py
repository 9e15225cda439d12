"""The light of the hour: what a story's clock does to the colours of a picture.

Four lights have names: morning, day, dusk and night. Between them the light changes in steps of
twenty minutes. Day goes round with the sun of a city in the north: in January it is dark from
half past five, in April from half past seven. A light is two colours to multiply with, one for what
is seen through windows and one for the room, where lamps take over; how dark and how long shadows
are; how far what glows lights up what is around it; and which sheets are there at all."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Hour = Literal["morning", "day", "dusk", "night"]
Tint = tuple[float, float, float]

STEP = 20
"""Minutes from one light to the next."""


@dataclass(frozen=True, slots=True)
class Light:
    """`sky`, `room`: what colours are multiplied with. `dark`, `long`: of shadows, 1 by day.
    `glow`: how far lamps are seen to shine. `names`: of the hours that it is."""

    sky: Tint
    room: Tint
    dark: float
    long: float
    glow: float
    names: frozenset[str]


_NAMED: dict[Hour, tuple[Tint, Tint, float, float, float]] = {
    "morning": ((1.0, 0.94, 0.86), (1.0, 0.965, 0.91), 0.92, 1.25, 0.12),
    "day": ((1.0, 1.0, 1.0), (1.0, 1.0, 1.0), 1.0, 1.0, 0.0),
    "dusk": ((0.84, 0.65, 0.63), (0.90, 0.79, 0.70), 1.08, 1.45, 0.55),
    "night": ((0.17, 0.21, 0.33), (0.80, 0.74, 0.68), 1.2, 1.15, 0.85),
}

_RISES = (440, 415, 370, 325, 290, 280, 290, 315, 345, 375, 410, 435)
_DARK = (1050, 1090, 1130, 1170, 1200, 1220, 1215, 1185, 1135, 1085, 1040, 1030)
"""Minutes of the day at which it grows light, and is dark, in each month."""


def light_at(month: int, minute: int) -> Light:
    """The light at this minute of the day (0 to 1439) in this month (1 to 12)."""
    minute = minute % 1440 // STEP * STEP
    rises, dark = _RISES[(month - 1) % 12], _DARK[(month - 1) % 12]
    marks: tuple[tuple[int, Hour], ...] = (
        (rises - 40, "night"),
        (rises + 20, "morning"),
        (rises + 110, "morning"),
        (rises + 190, "day"),
        (dark - 130, "day"),
        (dark - 70, "dusk"),
        (dark - 40, "dusk"),
        (dark, "night"),
    )
    before: tuple[int, Hour] = (marks[-1][0] - 1440, "night")
    for mark in (*marks, (marks[0][0] + 1440, marks[0][1])):
        if minute <= mark[0]:
            return _between(before[1], mark[1], (minute - before[0]) / (mark[0] - before[0]))
        before = mark
    return named("night")


def named(hour: Hour) -> Light:
    """The light that has this name."""
    return _between(hour, hour, 0.0)


def _between(one: Hour, other: Hour, share: float) -> Light:
    sky, room, dark, long, glow = _NAMED[one]
    sky2, room2, dark2, long2, glow2 = _NAMED[other]
    return Light(
        _mix(sky, sky2, share),
        _mix(room, room2, share),
        dark + (dark2 - dark) * share,
        long + (long2 - long) * share,
        glow + (glow2 - glow) * share,
        _names(one if share < 0.5 else other),
    )


def _names(hour: Hour) -> frozenset[str]:
    """What a sheet may be called that is there at this hour."""
    return frozenset(
        {"morning": {"morning", "day"}, "dusk": {"dusk", "dark"}, "night": {"night", "dark"}}.get(
            hour, {"day"}
        )
    )


def _mix(one: Tint, other: Tint, share: float) -> Tint:
    red, green, blue = (a + (b - a) * share for a, b in zip(one, other, strict=True))
    return round(red, 3), round(green, 3), round(blue, 3)


DAY = named("day")
"""The light of what has no hour."""
