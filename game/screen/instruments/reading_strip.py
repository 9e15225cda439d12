"""The reading strip: a phone of cut paper with the day, an article, and whoever rings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pygame
from pygame import Rect

from game.screen import intents
from game.screen.blocks.widgets import Block, Tone, Words, paragraphs
from game.screen.drawing import Drawing, Gesture, Shown
from game.screen.instruments.phone import (
    ANSWER,
    HELD,
    MISSED,
    RINGING,
    SCROLL,
    STILL,
    Measures,
    draw_ahead,
    draw_card,
    draw_far,
    draw_head,
    measures,
)
from game.screen.instruments.strip_day import DAY, number
from game.screen.intents import Intent
from game.screen.kit import Kit
from game.screen.phone.body import WIDE

if TYPE_CHECKING:
    from game.play.view import Told

_ASIDE = {DAY, STILL, HELD, RINGING, MISSED}

_SLIDE = 0.25
"""Seconds that a page or a card needs to come in."""

_REST = 0.35
"""Seconds in which a wheel that is still turning turns no further page."""


_READS = 3.0
"""Seconds that time waits after a scroll within a page that is longer than the screen: what comes
into view then was not there to be read before."""


class ReadingStrip(Drawing):
    """What is said under a key that is none of the strip's own is the page that is read."""

    def __init__(self) -> None:
        super().__init__()
        self._at: Measures | None = None
        self._page: str | None = None
        self._turned, self._rung, self._resting = 1.0, 1.0, 0.0
        self._nudged = 1.0
        self._reading = 0.0

    @property
    def waits(self) -> bool:
        return self._reading > 0

    def width(self, kit: Kit) -> int:
        return kit.frame.text * WIDE

    def lay(self, kit: Kit, area: Rect, shown: Shown) -> None:
        before, first = self.shown, self._at is None
        self.shown = shown
        self._at = at = measures(kit, area, self.width(kit), shown)
        self.box = at.phone
        page = self._article()
        if page is not None and page.key != self._page:
            self._page, self._reading = page.key, 0.0
            self.column.rewind()
            self._turned = 1.0 if first else 0.0
        if shown.part(RINGING) is None or first:
            self._rung = 1.0
        elif before.part(RINGING) is None:
            self._rung = 0.0
        blocks = self._blocks(page, at.tight)
        self.column.lay(blocks, at.page, kit)
        if self.column.room:
            self.column.lay(blocks, at.narrow, kit)

    def _article(self) -> Told | None:
        return next((told for told in self.shown.told if told.key not in _ASIDE), None)

    def _blocks(self, page: Told | None, tight: bool) -> list[Block]:
        """The page; where nothing else has room, with all that is said around it below."""
        tone: Tone = "ink" if self.shown.part(STILL) is None else "quiet"
        blocks = [] if page is None else paragraphs(page.lines, self.shown.people, tone)
        if not tight:
            return blocks
        parts = (self.shown.part(key) for key in (RINGING, MISSED, STILL, HELD, DAY))
        around = (text for part in parts if part is not None for text in self.shown.texts(part))
        return [*blocks, *(Words(text, "aside", tone="quiet") for text in around)]

    # --- what a player does ------------------------------------------------------------

    def spots(self) -> dict[str, Rect]:
        if self._at is None or self._at.card is None or self.shown.option(ANSWER) is None:
            return {}
        return {ANSWER: self._at.card}

    def gesture(self, intent: Intent, kit: Kit) -> Gesture | None:
        match intent:
            case intents.Scroll(by, "line", at) if at and self.box.collidepoint(at):
                return self._scroll(by, "line", kit)
            case intents.Drag(start, end, _, over) if self.box.collidepoint(start):
                up = start[1] - end[1] if over else 0
                return self._scroll(1 if up > 0 else -1, "page", kit) if up else Gesture()
            case intents.Scroll(1, "page") | intents.Move(1, "down") | intents.Confirm(True):
                return self._scroll(1, "page", kit)
            case intents.Scroll(-1, "page") if self._on_last() or "up" in self.column.arrows():
                return self._scroll(-1, "page", kit)
            case intents.Move(-1, "up"):
                can = "up" in self.column.arrows()
                return self._scroll(-1, "page", kit) if can else Gesture()
        found = super().gesture(intent, kit)
        return found if found is None else self._read_on(found)

    def taken(self, move: str, kit: Kit) -> Gesture:
        return self._scroll(1, "page", kit) if move == SCROLL else Gesture(move)

    def _scroll(self, by: int, unit: Literal["line", "page"], kit: Kit) -> Gesture:
        """Down a long page first, then to the next; on the last, up is scrolling too."""
        last = self._on_last()
        within = self.column.room > 0 and not (by > 0 and self.column.at_end)
        if within:
            self.column.scroll(by, unit, kit.frame.line)
        if not last and (within or by < 0):
            return self._read_on(Gesture())
        if unit == "line" and self._resting > 0:
            return Gesture()
        self._resting = _REST
        if last and not within:
            self._nudged = 0.0
        return Gesture(SCROLL)

    def _read_on(self, gesture: Gesture) -> Gesture:
        """A gesture that moved the page and nothing else."""
        if self.column.room:
            self._reading = _READS
        return gesture

    def _on_last(self) -> bool:
        page = self._article()
        at = number(page, "page")
        return at is not None and at == number(page, "pages")

    # --- moving and drawing ---------------------------------------------------------------

    def step(self, seconds: float, at_once: bool) -> bool:
        moved = super().step(seconds, at_once)
        self._resting = max(0.0, self._resting - seconds)
        self._reading = max(0.0, self._reading - seconds)
        was = (self._turned, self._rung, self._nudged)
        on = 1.0 if at_once else seconds / _SLIDE
        self._turned, self._rung, self._nudged = (min(1.0, part + on) for part in was)
        return moved or was != (self._turned, self._rung, self._nudged)

    @property
    def moving(self) -> bool:
        return super().moving or min(self._turned, self._rung, self._nudged) < 1

    def draw(self, surface: pygame.Surface, kit: Kit, focus: str | None) -> None:
        at = self._at
        if at is None:
            return
        draw_head(surface, kit, at, self.shown)
        self._draw_page(surface, kit, at)
        draw_far(surface, kit, at, self.shown, self._article())
        if at.card is not None:
            draw_card(surface, kit, at, self.shown, _eased(self._rung), focus == ANSWER)

    def _draw_page(self, surface: pygame.Surface, kit: Kit, at: Measures) -> None:
        """The page; one that was just turned comes up from below."""
        body, before = self.column.body, surface.get_clip()
        away = round((1 - _eased(self._turned)) * body.height * 0.25)
        away -= round(4 * self._nudged * (1 - self._nudged) * kit.frame.gap)
        self.column.body = body.move(0, away)
        surface.set_clip(Rect(at.sheet.left, body.top, at.sheet.width, body.height).clip(before))
        self.column.draw(surface, kit, None, kit.theme.card)
        if not self.column.room:
            top = max((rect.bottom for rect in self.column.in_order()), default=body.top)
            ahead = Rect(body.left, top, body.width, body.bottom - top)
            draw_ahead(surface, kit, self._article(), ahead)
        self.column.body = body
        surface.set_clip(before)


def _eased(part: float) -> float:
    """Fast at first, slow at last."""
    return 1 - (1 - part) ** 3
