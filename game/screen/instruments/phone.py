"""The phone of the reading strip: where its parts stand, and how they are drawn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.blocks.buttons import ring
from game.screen.drawing import Shown
from game.screen.kit import Kit
from game.screen.lettering.type import Voice
from game.screen.paper.shapes import rounded
from game.screen.theme import Colour, contrast

if TYPE_CHECKING:
    from game.play.view import Told

SCROLL, ANSWER = "scroll", "answer"
DAY, STILL, HELD, RINGING, MISSED = "day", "still", "held", "ringing", "missed"
_WHOLE_DAY = 24 * 60

Row = tuple[str, Voice, int, Colour]
"""A text, its voice, its size and its colour."""


def measures(kit: Kit, area: Rect, wide: int, shown: Shown) -> Measures:
    """The phone with all its words in their places; where they leave no room for the article,
    one on which they are scrolled through with it."""
    at = Measures(kit, area, wide, shown)
    return at if at.page.height >= 3 * kit.frame.line else Measures(kit, area, wide, shown, True)


class Measures:
    """The places on a phone within an area, for what is said now. `day`: the day line;
    `sheet`: the screen below it; `page`: the article, `narrow` where it has to be scrolled;
    `card`: who rings, with a `pill` to answer if that leaves room; `foot`: how far one is.
    `tight`: of the words, only the page's and the first line of who rings have a place."""

    def __init__(self, kit: Kit, area: Rect, wide: int, shown: Shown, tight: bool = False) -> None:
        frame = kit.frame
        self.tight = tight
        edge = max(8, min(frame.margin // 2, area.height // 24))
        self.phone = Rect(0, 0, min(wide, area.width - 2 * edge), area.height - 2 * edge)
        self.phone.center = area.center
        self.bezel = max(4, frame.gap * 2 // 3)
        self.radius = max(16, frame.gap * 3)
        inner = self.phone.inflate(-2 * self.bezel, -2 * self.bezel)
        inset = max(2 * frame.gap, frame.text)
        left, words = inner.left + inset, inner.width - 2 * inset
        high = 0
        if shown.part(DAY) is not None:
            high = _rows_height(kit, day_rows(kit, shown, tight), words)
            high += frame.gap // 2 + frame.label
        self.day = Rect(left, inner.top + frame.gap, words, high)
        top = self.day.bottom + frame.gap if high else inner.top
        self.sheet = Rect(inner.left, top, inner.width, inner.bottom - top)
        top += frame.gap * 3 // 2
        foot = _rows_height(kit, foot_rows(kit, shown, tight), words)
        foot += frame.gap // 2 + frame.label
        low = self.sheet.bottom - frame.gap * 3 // 2 - foot
        self.foot = Rect(left, low, words, foot)
        self.card: Rect | None = None
        self.pill = False
        if shown.part(RINGING) is not None:
            wide = inner.width - 2 * frame.gap
            rows = card_rows(kit, shown, tight)
            high = _rows_height(kit, rows, wide - 4 * frame.gap) + 2 * frame.gap
            pill = _pill_height(kit) + frame.gap
            can = shown.option(ANSWER) is not None
            self.pill = can and top + high + pill + 4 * frame.line < low
            high += pill if self.pill else 0
            self.card = Rect(inner.left + frame.gap, top, wide, high)
            top = self.card.bottom + frame.gap
        self.page = Rect(left, top, words, max(1, low - frame.gap - top))
        self.narrow = Rect(self.page)
        self.narrow.width = inner.right - frame.gutter - left


def number(told: Told | None, name: str) -> int | None:
    """A value that is a number, if it is told."""
    found = None if told is None else told.values.get(name)
    return found if isinstance(found, int) else None


def _texts(shown: Shown, key: str) -> Sequence[str]:
    told = shown.part(key)
    return () if told is None else shown.texts(told)


def _rows_height(kit: Kit, rows: Sequence[Row], width: int) -> int:
    return sum(kit.type.height(text, voice, size, width) for text, voice, size, _ in rows)


def _draw_rows(surface: pygame.Surface, kit: Kit, rows: Sequence[Row], rect: Rect) -> int:
    """Draws them one below the other -> where the last one ends."""
    top = rect.top
    for text, voice, size, tint in rows:
        lines = kit.type.lines(text, voice, size, rect.width)
        kit.type.draw(surface, lines, (rect.left, top), voice, size, tint)
        top += len(lines) * kit.type.leading(voice, size)
    return top


# --- the day ------------------------------------------------------------------------------------


def day_rows(kit: Kit, shown: Shown, tight: bool) -> list[Row]:
    """The words above the day line."""
    tint = kit.theme.on_ink_quiet
    texts = () if tight else _texts(shown, DAY)
    return [(text, "score", kit.frame.label, tint) for text in texts]


def draw_day(surface: pygame.Surface, kit: Kit, at: Measures, shown: Shown) -> None:
    """24 hours from left to right: the hours that are lit, and a needle where it is now."""
    told = shown.part(DAY)
    if told is None:
        return
    theme = kit.theme
    top = _draw_rows(surface, kit, day_rows(kit, shown, at.tight), at.day) + kit.frame.gap // 2
    high, thin = kit.frame.label, max(2, kit.frame.text // 12)
    middle = top + high // 2
    surface.fill(theme.on_ink_quiet, (at.day.left, middle - thin // 2, at.day.width, thin))
    for hour in range(0, 25, 6):
        left = at.day.left + (at.day.width - thin) * hour // 24
        surface.fill(theme.on_ink_quiet, (left, middle - high // 4, thin, high // 2))
    lit = theme.score_surface
    lit = lit if contrast(lit, theme.ink) >= 3 else theme.on_ink_score
    for start, end in lit_bands(told):
        left = at.day.left + at.day.width * start // _WHOLE_DAY
        right = at.day.left + at.day.width * end // _WHOLE_DAY
        surface.fill(lit, (left, middle - high // 3, max(thin, right - left), high * 2 // 3))
    now = number(told, "now")
    if now is not None:
        left = at.day.left + at.day.width * (now % _WHOLE_DAY) // _WHOLE_DAY
        surface.fill(theme.ink, (left - thin - 1, top, 3 * thin + 2, high))
        surface.fill(theme.on_ink, (left - thin // 2, top - thin, 2 * thin, high + 2 * thin))


def lit_bands(told: Told) -> Iterator[tuple[int, int]]:
    """The hours that are lit, in minutes of the day, as `360-510,720-840` says them."""
    for part in str(told.values.get("lit", "")).split(","):
        start, _, end = part.partition("-")
        if start.strip().isdecimal() and end.strip().isdecimal():
            first, last = int(start), min(int(end), _WHOLE_DAY)
            if first < last:
                yield first, last


# --- who rings ----------------------------------------------------------------------------------


def card_rows(kit: Kit, shown: Shown, tight: bool) -> list[Row]:
    """Who rings, and what they say; where it is tight, who rings or else how to answer."""
    told, theme, frame = shown.part(RINGING), kit.theme, kit.frame
    if told is None:
        return []
    names = [name for line in told.lines if (name := shown.speaker(line)) is not None]
    texts = [line.text for line in told.lines]
    if tight:
        answer = shown.option(ANSWER)
        first = names[:1] or ([] if answer is None else [answer.text])
        texts = []
    elif names:
        first = names[:1]
    else:
        first, texts = texts[:1], texts[1:]
    rows: list[Row] = [(text, "strong", frame.text, theme.on_ink) for text in first]
    return rows + [(text, "aside", kit.frame.small, theme.on_ink_quiet) for text in texts]


def _pill_height(kit: Kit) -> int:
    return kit.type.leading("strong", kit.frame.small) + kit.frame.gap


def draw_card(
    surface: pygame.Surface, kit: Kit, at: Measures, shown: Shown, part: float, focused: bool
) -> None:
    """The card of who rings. `part`: how far it has slid in, 0 to 1."""
    if at.card is None:
        return
    theme, before = kit.theme, surface.get_clip()
    surface.set_clip(at.sheet.clip(before))
    box = at.card.move(0, -round((1 - part) * (at.card.bottom - at.sheet.top)))
    make = partial(rounded, box.size, at.radius, theme.ink)
    surface.blit(kit.pieces.get(("rings", box.size, theme.ink), make), box.topleft)
    inner = box.inflate(-4 * kit.frame.gap, -2 * kit.frame.gap)
    _draw_rows(surface, kit, card_rows(kit, shown, at.tight), inner)
    answer = shown.option(ANSWER)
    if answer is not None and at.pill:
        high = _pill_height(kit)
        pill = Rect(inner.left, inner.bottom - high, inner.width, high)
        make = partial(rounded, pill.size, high / 2, theme.on_ink)
        surface.blit(kit.pieces.get(("pill", pill.size, theme.on_ink), make), pill.topleft)
        line = kit.type.lines(answer.text, "strong", kit.frame.small, pill.width - high)[:1]
        spot = (pill.centerx, pill.top + kit.frame.gap // 2)
        kit.type.draw(surface, line, spot, "strong", kit.frame.small, theme.ink, "centre")
    if focused:
        ring(surface, box.inflate(-kit.frame.gap, -kit.frame.gap), kit, theme.on_ink)
    surface.set_clip(before)


# --- what is still to come ----------------------------------------------------------------------

_LINES = (1.0, 0.94, 0.98, 0.6)
"""The lengths of the lines of a page that is not there yet, as shares of its width."""


def draw_ahead(surface: pygame.Surface, kit: Kit, page: Told | None, room: Rect) -> None:
    """Grey lines where text will be, as many pages as are still to come, so far as there is room:
    one sees that it goes on below."""
    now, pages = number(page, "page"), number(page, "pages")
    if now is None or pages is None:
        return
    thick, top = max(4, kit.frame.text // 2), room.top + 2 * kit.frame.gap
    for _ in range(pages - now):
        for part in _LINES:
            bar = Rect(room.left, top, round(room.width * part), thick)
            if bar.bottom > room.bottom:
                return
            pygame.draw.rect(surface, kit.theme.shut, bar, border_radius=thick // 2)
            top += kit.frame.line
        top += kit.frame.gap


# --- how far one is -----------------------------------------------------------------------------


def foot_rows(kit: Kit, shown: Shown, tight: bool) -> list[Row]:
    """What is said below the page."""
    if tight:
        return []
    ink, quiet, size = kit.theme.ink, kit.theme.quiet, kit.frame.small
    rows: list[Row] = [(text, "aside", size, quiet) for text in _texts(shown, MISSED)]
    rows += [(text, "strong", size, ink) for text in _texts(shown, STILL)]
    return rows + [(text, "score", kit.frame.label, quiet) for text in _texts(shown, HELD)]


def draw_far(
    surface: pygame.Surface, kit: Kit, at: Measures, shown: Shown, page: Told | None
) -> None:
    """What is said below the page; the pages as small sheets, and a bar of the minutes held."""
    theme = kit.theme
    top = _draw_rows(surface, kit, foot_rows(kit, shown, at.tight), at.foot) + kit.frame.gap // 2
    high = kit.frame.label
    left = at.foot.left
    now, pages = number(page, "page"), number(page, "pages")
    if now is not None and pages is not None and pages > 0:
        each = max(3, min(high * 3 // 4, at.foot.width // 2 // pages - 2))
        between = max(2, each // 3)
        for place in range(1, pages + 1):
            sheet = Rect(left, top, each, high)
            if place == now:
                surface.fill(theme.ink, sheet)
            else:
                small = sheet.inflate(0, -high // 3)
                surface.fill(theme.quiet, small)
                if place > now:
                    surface.fill(theme.card, small.inflate(-2, -2))
            left += each + between
        left += kit.frame.gap
    held, minutes = number(page, "held"), number(page, "minutes")
    if held is not None and minutes is not None and minutes > 0:
        bar = Rect(left, top + high // 3, at.foot.right - left, max(4, high // 3))
        surface.fill(theme.edge, bar)
        bar.width = bar.width * min(held, minutes) // minutes
        surface.fill(theme.quiet, bar)
