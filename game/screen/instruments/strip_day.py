"""The dark head of the reading strip's phone: the standing, the day, and a band while it is lit."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.drawing import Shown
from game.screen.kit import Kit
from game.screen.phone.body import Pill, glass
from game.screen.phone.rows import Row, draw_rows
from game.screen.theme import contrast

if TYPE_CHECKING:
    from game.play.view import Told

DAY = "day"
_WHOLE_DAY = 24 * 60


def number(told: Told | None, name: str) -> int | None:
    """A value that is a number, if it is told."""
    found = None if told is None else told.values.get(name)
    return found if isinstance(found, int) else None


def texts_of(shown: Shown, key: str) -> Sequence[str]:
    told = shown.part(key)
    return () if told is None else shown.texts(told)


# --- the head -----------------------------------------------------------------------------------


def clock_of(shown: Shown) -> str | None:
    """The clock of the story, where the day tells it."""
    now = number(shown.part(DAY), "now")
    return None if now is None else f"{now % _WHOLE_DAY // 60:02}:{now % 60:02}"


def head_rows(kit: Kit, shown: Shown) -> list[Row]:
    """The name of the app and the standing, where they are shown."""
    theme, label = kit.theme, kit.frame.label
    if not shown.scores:
        return []
    score = shown.scores[0]
    return [
        Row(score.name.upper(), "score-strong", label, theme.on_ink_quiet),
        Row(
            f"{score.value} {score.unit}".rstrip(),
            "score-strong",
            kit.frame.title,
            theme.on_ink_score,
        ),
    ]


def _said(shown: Shown) -> list[str]:
    """What is said of the day, without the clock that stands above it."""
    clock = clock_of(shown)
    texts = (text.removeprefix(f"{clock}.").lstrip() for text in texts_of(shown, DAY))
    return [text for text in texts if text]


def pill_of(kit: Kit, shown: Shown, width: int) -> Pill | None:
    """What is said of the day, with the minutes that are left, while it is lit."""
    told = shown.part(DAY)
    now = number(told, "now")
    if told is None or now is None:
        return None
    ends = [end for first, end in lit_bands(told) if first <= now % _WHOLE_DAY < end]
    if not ends:
        return None
    return Pill(kit, " ".join(_said(shown)), f"{ends[0] - now % _WHOLE_DAY:,} min", width)


# --- the day ------------------------------------------------------------------------------------


def day_rows(kit: Kit, shown: Shown, room: str) -> list[Row]:
    """The words above the day line."""
    tint = kit.theme.on_ink_quiet
    texts = {"tight": (), "lean": texts_of(shown, DAY)}.get(room, _said(shown))
    return [Row(text, "score", kit.frame.label, tint) for text in texts]


def draw_day(
    surface: pygame.Surface,
    kit: Kit,
    day: Rect,
    pill: Pill | None,
    rows: Sequence[Row],
    shown: Shown,
) -> None:
    """What is said of the day, and 24 hours from left to right: the hours that are lit, and a
    needle where it is now."""
    told = shown.part(DAY)
    if told is None:
        return
    theme = kit.theme
    if pill is not None:
        box = Rect(day.topleft, (day.width, pill.height))
        pill.draw(surface, box)
        top = box.bottom + kit.frame.gap // 2
    else:
        top = draw_rows(surface, kit, rows, day) + kit.frame.gap // 2
    high, thin = kit.frame.label, max(2, kit.frame.text // 12)
    middle = top + high // 2
    surface.fill(theme.on_ink_quiet, (day.left, middle - thin // 2, day.width, thin))
    for hour in range(0, 25, 6):
        left = day.left + (day.width - thin) * hour // 24
        surface.fill(theme.on_ink_quiet, (left, middle - high // 4, thin, high // 2))
    lit = theme.score_surface
    lit = lit if contrast(lit, glass(kit)) >= 3 else theme.on_ink_score
    for start, end in lit_bands(told):
        left = day.left + day.width * start // _WHOLE_DAY
        right = day.left + day.width * end // _WHOLE_DAY
        surface.fill(lit, (left, middle - high // 3, max(thin, right - left), high * 2 // 3))
    now = number(told, "now")
    if now is not None:
        left = day.left + day.width * (now % _WHOLE_DAY) // _WHOLE_DAY
        surface.fill(glass(kit), (left - thin - 1, top, 3 * thin + 2, high))
        surface.fill(theme.on_ink, (left - thin // 2, top - thin, 2 * thin, high + 2 * thin))


def lit_bands(told: Told) -> Iterator[tuple[int, int]]:
    """The hours that are lit, in minutes of the day, as `360-510,720-840` says them."""
    for part in str(told.values.get("lit", "")).split(","):
        start, _, end = part.partition("-")
        if start.strip().isdecimal() and end.strip().isdecimal():
            first, last = int(start), min(int(end), _WHOLE_DAY)
            if first < last:
                yield first, last
