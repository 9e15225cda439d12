"""A column of blocks that scrolls when it is too long, with buttons that scroll it."""

from __future__ import annotations

from functools import partial
from typing import Literal

import pygame
from pygame import Rect

from game.screen.blocks.buttons import ring
from game.screen.blocks.rows import placed
from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.layout import TARGET
from game.screen.paper.shapes import arrow
from game.screen.theme import Colour

CLOSEST = 0.5
"""The least part of the air between blocks that is left where that spares scrolling."""

_SPREAD = 6
"""How far paper and its shadow may reach out of the column, left and right together, in gaps."""


class Column:
    """Blocks laid out in `body`. Scrolling is eased towards its goal, or at once. `tells`: below
    it stands, in a word, that there is more, and how many choices: what their keys begin with."""

    def __init__(self, tells: str | None = None) -> None:
        self.tells = tells
        self.blocks: list[Block] = []
        self._gutter, self._press = 0, TARGET
        self._telling = 0
        self._veil = 0
        self.body = Rect(0, 0, 1, 1)
        self._spots: list[Rect] = []
        self._length = 0
        self._offset = 0.0
        self._goal = 0.0
        self._kit: Kit | None = None

    def lay(self, blocks: list[Block], body: Rect, kit: Kit) -> None:
        """Places the blocks; the scroll stays where it was, as far as there is room. Where the
        window or the type has changed, what was read stays."""
        reading = self._reading(blocks) if kit is not self._kit else None
        self._kit = kit
        self.blocks, self.body = blocks, Rect(body)
        self._gutter, self._press = kit.frame.gutter, kit.frame.press
        self._veil = kit.frame.text
        springs = [number for number, block in enumerate(blocks) if block.spring]
        self._spots = placed(blocks, kit, self.body, CLOSEST if springs else 1.0)
        end = max((spot.bottom for spot in self._spots), default=0)
        self._length = end + kit.frame.gap // 2
        self._telling = kit.type.leading("score", kit.frame.label) if self.tells is not None else 0
        if self._length > self.body.height:
            self.body.height -= self._telling
        spare = self.body.height - self._length
        if springs and spare > 0:
            for number, spot in enumerate(self._spots):
                before = sum(spring < number for spring in springs)
                spot.top += spare * before // len(springs)
        if reading is not None:
            spot = self._spots[reading[0]]
            self._goal = self._offset = spot.top + reading[1] * spot.height
        self._goal = min(self._goal, self.room)
        self._offset = min(self._offset, self.room)

    def _reading(self, blocks: list[Block]) -> tuple[int, float] | None:
        """Which of these blocks the view begins with now, and how much of it is above; None at
        the top, and where none of them is the same."""
        if self._goal <= 0:
            return None
        for number, spot in enumerate(self._spots):
            if spot.bottom > self._goal:
                same = [n for n, block in enumerate(blocks) if block == self.blocks[number]]
                nearest = min(same, key=lambda n: abs(n - number), default=None)
                return (
                    None
                    if nearest is None
                    else (nearest, max(0.0, self._goal - spot.top) / spot.height)
                )
        return None

    @property
    def room(self) -> int:
        """How far it can be scrolled, in pixels."""
        return max(0, self._length - self.body.height)

    @property
    def below(self) -> float:
        """How much of it is below what is in view, in pixels."""
        return self.room - self._goal

    @property
    def at_end(self) -> bool:
        return self._goal >= self.room - 1

    def rect(self, number: int) -> Rect:
        """Where a block is on the window now, seen or not."""
        return self._spots[number].move(self.body.left, self.body.top - round(self._offset))

    def in_order(self) -> list[Rect]:
        """Where all blocks are, from the first to the last."""
        return [self.rect(number) for number in range(len(self.blocks))]

    def sees(self, number: int) -> bool:
        """Whether a block is whole in view, or as much of it as ever can be."""
        top, high = self._spots[number].top, self._spots[number].height
        high = min(high, self.body.height)
        return top >= self._goal - 1 and top + high <= self._goal + self.body.height + 1

    def shows(self, number: int) -> bool:
        """Whether any part of a block is in view."""
        spot = self._spots[number]
        return spot.bottom > self._goal and spot.top < self._goal + self.body.height

    def way_to(self, number: int) -> Literal[-1, 1]:
        """Whether a block that is out of view stands above or below."""
        return -1 if self._spots[number].top < self._goal else 1

    def scroll(self, by: int, unit: Literal["line", "page", "end"], step: int) -> None:
        """Scrolls by lines of `step` pixels, by pages, or to an end."""
        page = max(step, self.body.height - 2 * step)
        reach = {"line": step, "page": page, "end": self.room}[unit]
        self.slide(by * reach)

    def turn(self, by: int, step: int) -> None:
        """Scrolls by a page, but never past anything that can be taken and was not whole in
        view: on the next page it is."""
        start, room = self._goal, self.body.height
        ends = [
            (spot.top, spot.top + min(spot.height, room))
            for block, spot in zip(self.blocks, self._spots, strict=True)
            if block.key is not None
        ]
        self.scroll(by, "page", step)
        if by > 0:
            hidden = [top for top, end in ends if end > start + room]
            self._goal = min([self._goal, *hidden])
        else:
            hidden = [end - room for top, end in ends if top < start]
            self._goal = max([self._goal, *hidden])
        self.slide(0)

    def slide(self, by: int) -> None:
        """Scrolls by so many pixels."""
        self._goal = max(0.0, min(float(self.room), self._goal + by))

    def show(self, number: int) -> None:
        """Scrolls so that a block is in view, clear of where the paper closes over what is
        hidden."""
        top, high = self._spots[number].top, self._spots[number].height
        air = max(0, min(self._veil, (self.body.height - high) // 2))
        if top + high + air > self._goal + self.body.height:
            self._goal = float(min(self.room, top + high - self.body.height + air))
        if top - air < self._goal:
            self._goal = float(max(0, top - air))

    def rewind(self, to_end: bool = False) -> None:
        """To the top, or to the end, at once."""
        self._goal = self._offset = float(self.room if to_end else 0)

    def step(self, seconds: float, at_once: bool) -> bool:
        """Moves on towards the goal. True: something on screen moved."""
        way = self._goal - self._offset
        if not way:
            return False
        near = at_once or abs(way) < 1
        self._offset = self._goal if near else self._offset + way * min(1.0, seconds * 16)
        return True

    @property
    def moving(self) -> bool:
        return self._goal != self._offset

    def at(self, spot: tuple[int, int], spread: int = 0) -> int | None:
        """The block with a key under the pointer."""
        if not self.body.top <= spot[1] < self.body.bottom:
            return None
        for number, block in enumerate(self.blocks):
            if block.key is not None and self.rect(number).inflate(spread, 0).collidepoint(spot):
                return number
        return None

    def arrows(self) -> dict[Literal["up", "down"], Rect]:
        """The scroll buttons that do something now."""
        places: dict[Literal["up", "down"], Rect] = {}
        left = self.body.right + self._gutter - self._press - 2
        if self._goal > 0:
            places["up"] = Rect(left, self.body.top, self._press, self._press)
        if not self.at_end:
            bottom = self.body.bottom + self._telling
            places["down"] = Rect(left, bottom - self._press, self._press, self._press)
        return places

    def press(self, spot: tuple[int, int], step: int) -> bool:
        """Scrolls by a page if one of its buttons is there. True: it is."""
        for name, rect in self.arrows().items():
            row = Rect(self.body.left, self.body.bottom, self.body.width, self._telling)
            if rect.collidepoint(spot) or (name == "down" and row.collidepoint(spot)):
                self.turn(1 if name == "down" else -1, step)
                return True
        return False

    def draw(self, surface: pygame.Surface, kit: Kit, focus: int | None, paper: Colour) -> None:
        """Draws what is in view."""
        edge = kit.frame.gap
        before = surface.get_clip()
        surface.set_clip(self.body.inflate(_SPREAD * kit.frame.gap, 0).clip(before))
        for number, block in enumerate(self.blocks):
            rect = self.rect(number)
            if rect.bottom >= self.body.top - edge and rect.top <= self.body.bottom + edge:
                block.draw(surface, rect, kit, number == focus)
        if self.room:
            self._fade(surface, kit, paper)
        surface.set_clip(before)
        if self.room:
            lost = focus is not None and not self.shows(focus)
            self._track(surface, kit, self.way_to(focus) if lost and focus is not None else 0)
        if self.telling:
            size, tint = kit.frame.label, kit.theme.ink
            kit.type.say(surface, self.telling, self.body.bottomright, "score", size, tint, "right")

    @property
    def telling(self) -> str:
        """What is said below the column: that there is more, and how many choices."""
        if self.tells is None or self.at_end:
            return ""
        mark, blocks = self.tells, enumerate(self.blocks)
        choices = [n for n, block in blocks if block.key and block.key.startswith(mark)]
        ends = (self._spots[number].bottom for number in choices)
        below = sum(end > self._goal + self.body.height + 1 for end in ends)
        told = "1 choice" if below == 1 else f"{below} choices"
        return f"more · {told} below" if below else "more"

    def _fade(self, surface: pygame.Surface, kit: Kit, paper: Colour) -> None:
        """Where more is hidden, the paper closes over it."""
        high = self._veil
        wide = self.body.width + 4 * kit.frame.gap

        def make(up: bool) -> pygame.Surface:
            veil = pygame.Surface((wide, high), pygame.SRCALPHA)
            for row in range(high):
                part = 1 - row / high if up else row / high
                veil.fill((*paper, round(255 * part)), (0, row, wide, 1))
            return veil

        left = self.body.left - 2 * kit.frame.gap
        if self._offset > 0:
            veil = kit.pieces.get(("fade", wide, True, paper), lambda: make(True))
            surface.blit(veil, (left, self.body.top))
        if self._offset < self.room:
            veil = kit.pieces.get(("fade", wide, False, paper), lambda: make(False))
            surface.blit(veil, (left, self.body.bottom - high))

    def _track(self, surface: pygame.Surface, kit: Kit, focus: int) -> None:
        """The scroll buttons and how far it is scrolled. The button that leads to what has the
        `focus` has its frame: to confirm scrolls that way."""
        middle = self.body.right + self._gutter - self._press // 2 - 2
        top, bottom = self.body.top + self._press, self.body.bottom + self._telling - self._press
        for name, rect in self.arrows().items():
            down = name == "down"
            make = partial(arrow, self._press, down, kit.theme.ink)
            sign = kit.pieces.get(("arrow", down, kit.theme.ink), make)
            surface.blit(sign, rect.topleft)
            if focus == (1 if down else -1):
                ring(surface, rect, kit, kit.theme.focus)
        if bottom - top > 20:
            surface.fill(kit.theme.edge, (middle - 1, top, 2, bottom - top))
            part = self.body.height / self._length
            high = max(16, round((bottom - top) * part))
            at = top + round((bottom - top - high) * self._offset / self.room)
            surface.fill(kit.theme.quiet, (middle - 2, at, 5, high))
