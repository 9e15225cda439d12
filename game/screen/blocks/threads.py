"""Both answers of a pair, joined by a thread."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.lettering.type import Align, Voice
from game.screen.paper.shapes import dot, thread
from game.screen.wording import signed
from game.story.model import AT_STAKE, NOT_AT_STAKE

if TYPE_CHECKING:
    from game.mirror.pairs import PairRow
    from game.screen.theme import Colour

ARMS = (NOT_AT_STAKE, AT_STAKE)
_SAID = {NOT_AT_STAKE: "not at stake", AT_STAKE: "at stake"}
_SIDES = {NOT_AT_STAKE: "Left", AT_STAKE: "Right"}


class Loom:
    """Where things stand at this width. The options are listed on both sides of the threads, with
    points at the edges; where that would be too `narrow`, once, behind the threads."""

    def __init__(self, kit: Kit, width: int) -> None:
        frame = kit.frame
        space, points = 2 * frame.gap, kit.type.width("+0,00", "score-strong", frame.label)
        reach = round(width * 0.11)
        self.wide = width // 2 - reach - space - points
        self.narrow = self.wide < frame.small * 9
        if self.narrow:
            first = max(4, frame.text // 4) + 1
            self.knots = {NOT_AT_STAKE: first, AT_STAKE: first + round(frame.text * 2.4)}
            self.words = {AT_STAKE: self.knots[AT_STAKE] + space}
            self.wide = width - self.words[AT_STAKE]
        else:
            middle = width // 2
            self.knots = {NOT_AT_STAKE: middle - reach, AT_STAKE: middle + reach}
            self.words = {
                NOT_AT_STAKE: middle - reach - space,
                AT_STAKE: middle + reach + space,
            }


@dataclass
class Heads(Block):
    """What the two sides of the threads mean."""

    before: float = 1.0

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return ", ".join(f"{_SIDES[arm].lower()}: {_SAID[arm]}" for arm in ARMS).capitalize()

    def height(self, kit: Kit, width: int) -> int:
        if Loom(kit, width).narrow:
            return kit.type.height(self.text, "score", kit.frame.label, width)
        return kit.type.leading("score", kit.frame.label)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, theme, loom = kit.frame.label, kit.theme, Loom(kit, rect.width)
        if loom.narrow:
            lines = kit.type.lines(self.text, "score", size, rect.width)
            kit.type.draw(surface, lines, rect.topleft, "score", size, theme.quiet)
            return
        for arm, tint in ((NOT_AT_STAKE, theme.quiet), (AT_STAKE, theme.score)):
            align: Align = "left" if arm == AT_STAKE else "right"
            at = (rect.left + loom.words[arm], rect.top)
            kit.type.say(surface, _SAID[arm].upper(), at, "score", size, tint, align)


@dataclass
class PairBlock(Block):
    """One pair. Options are listed in the same order on both sides, so that the thread is
    level where the answer was the same, and crosses where it was not."""

    pair: PairRow
    before: float = 0.8

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        sides = (self._answer(arm) for arm in ARMS)
        return f"{self.pair.name}: {' / '.join(sides)}. {self._remark or ''}"

    def _answer(self, arm: str) -> str:
        answer, when = self.pair.answers.get(arm) or "–", self.pair.when.get(arm)
        return answer if when is None else f"{answer} ({when})"

    @property
    def _remark(self) -> str | None:
        if self.pair.why_void is not None:
            return f"{self.pair.why_void}, so this one does not count."
        missing = [arm for arm in ARMS if not self.pair.answers.get(arm)]
        return "It was met only once." if missing else None

    def _points(self, arm: str, option: str) -> int:
        return 0 if self.pair.void else self.pair.rewards.get(arm, {}).get(option, 0)

    def _given(self, option: str) -> str:
        """What the score gives for an option, in one line, where it is listed once."""
        found = ((arm, self._points(arm, option)) for arm in reversed(ARMS))
        return ", ".join(f"{signed(points)} {_SAID[arm]}" for arm, points in found if points)

    def _dates(self, loom: Loom) -> list[tuple[str, str]]:
        """When each answer was given, by arm."""
        dates = [(arm, when) for arm in ARMS if (when := self.pair.when.get(arm))]
        return [(arm, f"{_SIDES[arm]}: {when}" if loom.narrow else when) for arm, when in dates]

    # --- heights -----------------------------------------------------------------------

    def _rows(self, kit: Kit, loom: Loom) -> list[int]:
        """The height of each option's row."""
        rows = []
        for id, label in self.pair.options:
            high = kit.type.height(label, "story", kit.frame.small, loom.wide)
            given = self._given(id)
            if loom.narrow and given:
                high += kit.type.height(given, "score-strong", kit.frame.label, loom.wide)
            rows.append(high + kit.frame.gap // 2)
        return rows

    def _dated(self, kit: Kit, loom: Loom, width: int) -> int:
        """The height of what says when each answer was given."""
        wide = width if loom.narrow else loom.wide
        dates = self._dates(loom)
        highs = [kit.type.height(when, "score", kit.frame.label, wide) for _, when in dates]
        return sum(highs) if loom.narrow else max(highs, default=0)

    def height(self, kit: Kit, width: int) -> int:
        loom = Loom(kit, width)
        high = kit.type.height(self.pair.name, "strong", kit.frame.text, width)
        high += self._dated(kit, loom, width) + sum(self._rows(kit, loom))
        if self._remark:
            high += kit.type.height(self._remark, "aside", kit.frame.small, width)
        return high + kit.frame.gap

    # --- drawing -----------------------------------------------------------------------

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, size, loom = kit.theme, kit.frame.text, Loom(kit, rect.width)
        lines = kit.type.lines(self.pair.name, "strong", size, rect.width)
        kit.type.draw(surface, lines, rect.topleft, "strong", size, theme.ink)
        top = rect.top + len(lines) * kit.type.leading("strong", size)
        self._draw_dates(surface, kit, loom, Rect(rect.left, top, rect.width, 0))
        top += self._dated(kit, loom, rect.width)
        middles: dict[tuple[str, str], int] = {}
        at = top
        for (id, label), high in zip(self.pair.options, self._rows(kit, loom), strict=True):
            box = Rect(rect.left, at, rect.width, high)
            middle = box.centery
            if loom.narrow:
                middle = at + kit.type.leading("story", kit.frame.small) // 2
                self._draw_once(surface, kit, loom, box, (id, label))
            for arm in ARMS:
                middles[arm, id] = middle
                self._draw_knot(surface, kit, (rect.left + loom.knots[arm], middle), arm, id)
                if not loom.narrow:
                    self._draw_side(surface, kit, loom, box, arm, (id, label))
            at += high
        self._draw_thread(surface, kit, loom, Rect(rect.left, top, 0, at - top), middles)
        if self._remark:
            told = kit.type.lines(self._remark, "aside", kit.frame.small, rect.width)
            spot = (rect.left, at)
            kit.type.draw(surface, told, spot, "aside", kit.frame.small, theme.quiet)
        surface.fill(theme.edge, (rect.left, rect.bottom - 1, rect.width, 1))

    def _draw_dates(self, surface: pygame.Surface, kit: Kit, loom: Loom, at: Rect) -> None:
        """When each answer was given: over its side of the thread, or one below the other."""
        size, top = kit.frame.label, at.top
        for arm, when in self._dates(loom):
            lines = kit.type.lines(when, "score", size, at.width if loom.narrow else loom.wide)
            left = at.left if loom.narrow else at.left + loom.words[arm]
            align: Align = "left" if loom.narrow or arm == AT_STAKE else "right"
            kit.type.draw(surface, lines, (left, top), "score", size, kit.theme.quiet, align)
            top += len(lines) * kit.type.leading("score", size) if loom.narrow else 0

    def _draw_knot(
        self, surface: pygame.Surface, kit: Kit, at: tuple[int, int], arm: str, id: str
    ) -> None:
        taken = self.pair.answers.get(arm) == id
        tint = kit.theme.ink if taken else kit.theme.quiet
        radius = max(4, kit.frame.text // 4) if taken else max(2, kit.frame.text // 9)
        mark = kit.pieces.get(("dot", radius, tint), lambda: dot(radius, tint))
        surface.blit(mark, (at[0] - radius - 1, at[1] - radius - 1))

    def _draw_once(
        self, surface: pygame.Surface, kit: Kit, loom: Loom, box: Rect, option: tuple[str, str]
    ) -> None:
        """An option behind the threads, and below it what the score gives for it."""
        id, label = option
        taken = id in self.pair.answers.values()
        rows: list[tuple[str, Voice, int, Colour]] = [
            (label, "story", kit.frame.small, kit.theme.ink if taken else kit.theme.quiet),
            (self._given(id), "score-strong", kit.frame.label, kit.theme.score),
        ]
        left, top = box.left + loom.words[AT_STAKE], box.top
        for text, voice, size, tint in rows:
            if text:
                lines = kit.type.lines(text, voice, size, loom.wide)
                kit.type.draw(surface, lines, (left, top), voice, size, tint)
                top += len(lines) * kit.type.leading(voice, size)

    def _draw_side(
        self,
        surface: pygame.Surface,
        kit: Kit,
        loom: Loom,
        box: Rect,
        arm: str,
        option: tuple[str, str],
    ) -> None:
        """An option on one side of the threads, and at the edge what the score gives for it."""
        id, label = option
        theme, size, small = kit.theme, kit.frame.small, kit.frame.label
        tint = theme.ink if self.pair.answers.get(arm) == id else theme.quiet
        align: Align = "left" if arm == AT_STAKE else "right"
        lines = kit.type.lines(label, "story", size, loom.wide)
        top = box.centery - len(lines) * kit.type.leading("story", size) // 2
        at = (box.left + loom.words[arm], top)
        kit.type.draw(surface, lines, at, "story", size, tint, align)
        points = self._points(arm, id)
        if points:
            edge = box.right if arm == AT_STAKE else box.left
            spot = (edge, box.centery - kit.type.leading("score-strong", small) // 2)
            outer: Align = "right" if arm == AT_STAKE else "left"
            said = signed(points)
            kit.type.say(surface, said, spot, "score-strong", small, theme.score, outer)

    def _draw_thread(
        self,
        surface: pygame.Surface,
        kit: Kit,
        loom: Loom,
        span: Rect,
        middles: dict[tuple[str, str], int],
    ) -> None:
        first, second = (middles.get((arm, self.pair.answers.get(arm) or "")) for arm in ARMS)
        if first is None or second is None:
            return
        left, right = (span.left + loom.knots[arm] for arm in ARMS)
        size = (right - left, span.height)
        start, end = first - span.top, second - span.top
        width = max(2.0, kit.frame.text / 11)
        drawn = kit.pieces.get(
            ("thread", size, start, end, kit.theme.ink),
            lambda: thread(size, start, end, kit.theme.ink, width),
        )
        surface.blit(drawn, (left, span.top))
