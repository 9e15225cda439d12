"""The phone of the reading strip: where its parts stand, and how they are drawn."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

import pygame
from pygame import Rect

from game.screen.blocks.buttons import ring
from game.screen.drawing import Shown
from game.screen.instruments.strip_day import (
    DAY,
    clock_of,
    day_rows,
    draw_day,
    head_rows,
    number,
    pill_of,
    texts_of,
)
from game.screen.kit import Kit
from game.screen.phone.body import (
    bar_height,
    bezel,
    draw_bar,
    draw_body,
    draw_piece,
    glass,
    radius,
)
from game.screen.phone.rows import Row, draw_rows, rows_height

if TYPE_CHECKING:
    from game.play.view import Told

SCROLL, ANSWER = "scroll", "answer"
STILL, HELD, RINGING, MISSED = "still", "held", "ringing", "missed"

Room = Literal["ample", "bare", "lean", "tight"]
"""What of the words has a place: all; all but the standing; that and no bar and no pill; or of all
but the page's only the first line of who rings."""
_LEAST: Mapping[Room, int] = {"ample": 6, "bare": 4, "lean": 3}
"""How many lines of the article are to be left."""


def measures(kit: Kit, area: Rect, wide: int, shown: Shown) -> Measures:
    """The phone with all its words in their places, as far as they leave room for the article;
    else they are scrolled through with it."""
    for room, least in _LEAST.items():
        at = Measures(kit, area, wide, shown, room)
        if at.page.height >= least * kit.frame.line:
            return at
    return Measures(kit, area, wide, shown, "tight")


class Measures:
    """The places on a phone within an area, for what is said now. `bar`: the status bar; `head`:
    the name and the standing; `day`: the day line, with a `pill` while it is lit; `sheet`: the
    screen below it; `page`: the article, `narrow` where it has to be scrolled; `card`: who rings,
    with an `answer` below if that leaves room; `foot`: how far one is."""

    def __init__(self, kit: Kit, area: Rect, wide: int, shown: Shown, room: Room) -> None:
        frame = kit.frame
        self.tight = tight = room == "tight"
        edge = max(8, min(frame.margin // 2, area.height // 24))
        self.phone = Rect(0, 0, min(wide, area.width - 2 * edge), area.height - 2 * edge)
        self.phone.center = area.center
        inner = self.phone.inflate(-2 * bezel(kit), -2 * bezel(kit))
        inset = max(2 * frame.gap, frame.text)
        left, words = inner.left + inset, inner.width - 2 * inset
        self.room, full = room, room in ("ample", "bare")
        self.clock = clock_of(shown)
        top = inner.top + frame.gap // 2
        self.bar = Rect(left, top, words, bar_height(kit) if self.clock and full else 0)
        top = self.bar.bottom
        rows = head_rows(kit, shown) if room == "ample" else []
        self.head = Rect(left, top, words, rows_height(kit, rows, words))
        top = self.head.bottom
        self.pill = pill_of(kit, shown, words) if full else None
        high = 0
        if shown.part(DAY) is not None:
            words_high = 0 if self.pill is None else self.pill.height
            if self.pill is None:
                words_high = rows_height(kit, day_rows(kit, shown, room), words)
            high = words_high + frame.gap // 2 + frame.label
        self.day = Rect(left, top + frame.gap // 2, words, high)
        top = self.day.bottom + frame.gap if high else top
        self.sheet = Rect(inner.left, top, inner.width, inner.bottom - top)
        top += frame.gap * 3 // 2
        foot = rows_height(kit, foot_rows(kit, shown, tight), words)
        foot += frame.gap // 2 + frame.label
        low = self.sheet.bottom - frame.gap * 3 // 2 - foot
        self.foot = Rect(left, low, words, foot)
        self.card: Rect | None = None
        self.answer = False
        if shown.part(RINGING) is not None:
            wide = inner.width - 2 * frame.gap
            rows = card_rows(kit, shown, tight)
            high = rows_height(kit, rows, wide - 4 * frame.gap) + 2 * frame.gap
            pill = _pill_height(kit) + frame.gap
            can = shown.option(ANSWER) is not None
            self.answer = can and top + high + pill + 4 * frame.line < low
            high += pill if self.answer else 0
            self.card = Rect(inner.left + frame.gap, top, wide, high)
            top = self.card.bottom + frame.gap
        self.page = Rect(left, top, words, max(1, low - frame.gap - top))
        self.narrow = Rect(self.page)
        self.narrow.width = inner.right - frame.gutter - left


def draw_head(surface: pygame.Surface, kit: Kit, at: Measures, shown: Shown) -> None:
    """The phone itself with its clock; the name, the standing and the day."""
    draw_body(surface, kit, at.phone)
    draw_piece(surface, kit, at.sheet, radius(kit) - bezel(kit), kit.theme.card)
    if at.bar.height:
        draw_bar(surface, kit, at.bar, at.clock, kit.theme.on_ink_quiet)
    if at.head.height:
        draw_rows(surface, kit, head_rows(kit, shown), at.head)
    draw_day(surface, kit, at.day, at.pill, day_rows(kit, shown, at.room), shown)


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
    rows = [Row(text, "strong", frame.text, theme.on_ink) for text in first]
    return rows + [Row(text, "aside", kit.frame.small, theme.on_ink_quiet) for text in texts]


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
    draw_piece(surface, kit, box, radius(kit), glass(kit))
    inner = box.inflate(-4 * kit.frame.gap, -2 * kit.frame.gap)
    draw_rows(surface, kit, card_rows(kit, shown, at.tight), inner)
    answer = shown.option(ANSWER)
    if answer is not None and at.answer:
        high = _pill_height(kit)
        pill = Rect(inner.left, inner.bottom - high, inner.width, high)
        draw_piece(surface, kit, pill, high / 2, theme.on_ink)
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
    rows = [Row(text, "aside", size, quiet) for text in texts_of(shown, MISSED)]
    rows += [Row(text, "strong", size, ink) for text in texts_of(shown, STILL)]
    return rows + [Row(text, "score", kit.frame.label, quiet) for text in texts_of(shown, HELD)]


def draw_far(
    surface: pygame.Surface, kit: Kit, at: Measures, shown: Shown, page: Told | None
) -> None:
    """What is said below the page; the pages as small sheets, and a bar of the minutes held."""
    theme = kit.theme
    top = draw_rows(surface, kit, foot_rows(kit, shown, at.tight), at.foot) + kit.frame.gap // 2
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
