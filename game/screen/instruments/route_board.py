"""The route board: departures on a dark board in a station hall, and then the way there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import pygame
from pygame import Rect

from game.play.view import Option
from game.screen.blocks.buttons import ring
from game.screen.blocks.widgets import Block, Words
from game.screen.drawing import Drawing, Shown
from game.screen.kit import Kit
from game.screen.paper.shapes import rounded

DEPARTURES, RIDING = "departures", "riding"


def night(kit: Kit) -> Kit:
    """The same kit with light type on a dark board."""
    theme = kit.theme
    dark = replace(
        theme,
        ink=theme.on_ink,
        on_ink=theme.ink,
        paper=theme.ink,
        card=theme.ink,
        quiet=theme.on_ink_quiet,
        edge=theme.on_ink_quiet,
        focus=theme.on_ink,
    )
    return replace(kit, theme=dark)


@dataclass
class Departure(Block):
    """A train on the board: its kind, its number, what is said of it, and why it is not sold."""

    option: Option
    number: int
    kind: str
    before: float = 0.0

    @property
    def key(self) -> str:  # type: ignore[override]
        """The id of its move."""
        return self.option.id

    @property
    def open(self) -> bool:  # type: ignore[override]
        """Whether it is sold."""
        return self.option.open

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return "\n".join((self.option.text, *self.option.reason))

    def _left(self, kit: Kit) -> int:
        return round(kit.frame.text * 2.6)

    def _inner(self, kit: Kit, width: int) -> int:
        """How high its words are."""
        wide, frame = width - self._left(kit), kit.frame
        high = kit.type.height(self.option.text, "score", frame.small, wide)
        return high + sum(kit.type.height(why, "story", frame.note, wide) for why in self._why)

    @property
    def _why(self) -> tuple[str, ...]:
        return () if self.option.open else self.option.reason

    def height(self, kit: Kit, width: int) -> int:
        return max(kit.frame.press, self._inner(kit, width) + kit.frame.gap)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        frame, lit = kit.frame, focused and self.option.open
        box = rect.inflate(2 * frame.gap, 0)
        if lit:
            surface.fill(kit.theme.ink, box)
        if focused:
            ring(surface, box, kit, kit.theme.on_ink if lit else kit.theme.focus)
        ink = kit.theme.on_ink if lit else kit.theme.ink if self.option.open else kit.theme.quiet
        quiet = kit.theme.on_ink if lit else kit.theme.quiet
        top = rect.top + (rect.height - self._inner(kit, rect.width)) // 2
        step = kit.type.leading("score", frame.small)
        lower = top + (step - kit.type.leading("score", frame.label)) // 2
        kit.type.say(surface, str(self.number), (rect.left, lower), "score", frame.label, quiet)
        side = frame.small
        sign = Rect(rect.left + frame.text, top + (step - side) // 2, side * 5 // 4, side)
        pygame.draw.rect(surface, ink, sign, 0 if self.option.open else 2)
        inside = (kit.theme.ink if lit else kit.theme.paper) if self.option.open else ink
        at = (sign.centerx, sign.centery - kit.type.leading("score-strong", frame.label) // 2)
        kit.type.say(surface, self.kind, at, "score-strong", frame.label, inside, "centre")
        left, wide = rect.left + self._left(kit), rect.width - self._left(kit)
        lines = kit.type.lines(self.option.text, "score", frame.small, wide)
        kit.type.draw(surface, lines, (left, top), "score", frame.small, ink)
        top += len(lines) * step
        for why in self._why:
            said = kit.type.lines(why, "story", frame.note, wide)
            kit.type.draw(surface, said, (left, top), "story", frame.note, quiet)
            top += len(said) * kit.type.leading("story", frame.note)
        surface.fill(kit.theme.edge, (rect.left, rect.bottom - 1, rect.width, 1))


@dataclass
class HalfWay(Block):
    """A line with two stations, and a train between them."""

    before: float = 1.4

    def height(self, kit: Kit, width: int) -> int:
        return kit.frame.line

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        thick, tint = max(2, kit.frame.text // 10), kit.theme.ink
        radius = kit.frame.text // 3
        line = Rect(rect.left, rect.centery - thick // 2, rect.width, thick)
        surface.fill(kit.theme.quiet, line)
        surface.fill(tint, (line.left, line.top, line.width // 2, thick))
        for left, hollow in ((rect.left + radius, 0), (rect.right - radius, thick)):
            pygame.draw.circle(surface, kit.theme.paper, (left, rect.centery), radius)
            pygame.draw.circle(surface, tint, (left, rect.centery), radius, hollow)
        train = Rect(0, 0, radius * 5, radius * 2)
        train.center = rect.center
        pygame.draw.rect(surface, tint, train, border_radius=radius // 2)


class RouteBoard(Drawing):
    """A board as high as what is on it, or as there is room."""

    def width(self, kit: Kit) -> int:
        return kit.frame.text * 26

    def lay(self, kit: Kit, area: Rect, shown: Shown) -> None:
        self.shown = shown
        margin = kit.frame.margin
        edge = max(kit.frame.gap, margin // 2)
        room = area.inflate(-2 * edge, -2 * edge)
        wide = min(room.width, self.width(kit))
        inner = min(margin, wide // 10)
        blocks, words = self._blocks(shown), wide - 2 * inner
        air = sum(round(block.before * kit.frame.gap) for block in blocks[1:])
        high = air + sum(block.height(kit, words) for block in blocks) + kit.frame.gap // 2
        if high > room.height - 2 * inner:
            words -= max(0, kit.frame.gutter - inner)
            high = room.height - 2 * inner
        self.box = Rect(0, 0, wide, high + 2 * inner)
        self.box.center = room.center
        body = Rect(self.box.left + inner, self.box.top + inner, words, high)
        self.column.lay(blocks, body, kit)

    def _blocks(self, shown: Shown) -> list[Block]:
        riding = shown.part(RIDING)
        if riding is not None:
            return [*(Words(text) for text in shown.texts(riding)), HalfWay()]
        head = shown.part(DEPARTURES)
        texts = () if head is None else shown.texts(head)
        trains = [told for told in shown.told if told.key != DEPARTURES]
        rows = [
            Departure(option, number, str(told.values.get("kind", "")), 1.2 if number == 1 else 0.3)
            for number, (told, option) in enumerate(zip(trains, shown.options, strict=False), 1)
        ]
        return [*(Words(text, "score-strong", "text") for text in texts), *rows]

    def hint(self) -> str:
        return "Choose a train on the board."

    def draw(self, surface: pygame.Surface, kit: Kit, focus: str | None) -> None:
        theme, shade = kit.theme, max(6, kit.frame.text // 2)
        size, radius = self.box.size, max(4, kit.frame.gap // 2)
        make = partial(rounded, size, radius, theme.ink, shade, theme.on_ink_quiet)
        board = kit.pieces.get(("board", size, theme.ink), make)
        surface.blit(board, (self.box.left - shade, self.box.top - shade))
        self.column.draw(surface, night(kit), self.place(focus), theme.ink)
