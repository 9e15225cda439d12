"""A ranking on a phone: places, names and figures, and the own row with a mark of its own."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.phone.body import Body, draw_piece, glass, radius
from game.screen.phone.rows import Row, draw_rows, fitting, rows_height, sized

if TYPE_CHECKING:
    from game.play.phone_view import Phone, Rank

_NARROW = 11
"""In sizes of the type: a room that is narrower has figures below the names."""


def draw_ranking(surface: pygame.Surface, kit: Kit, body: Body, phone: Phone) -> None:
    """The head, and as many rows as there is room for, the own one among them."""
    theme, room = kit.theme, body.room
    head = [
        Row(phone.title.upper(), "score-strong", kit.frame.label, theme.on_ink_quiet),
        Row("Ranking", "strong", kit.frame.text, theme.on_ink),
    ]
    least = 2 * kit.type.leading("story", kit.frame.small)
    top = draw_rows(surface, kit, fitting(kit, head, room.width, room.height - least), room)
    top += kit.frame.gap
    draw_piece(surface, kit, body.sheet(top), radius(kit), theme.paper)
    inner = Rect(room.left, top + kit.frame.gap, room.width, room.bottom - top - kit.frame.gap)
    for size in (kit.frame.text, kit.frame.small, kit.frame.label):
        table = _Table(kit, inner, size)
        found = table.shown(phone.ranks)
        if len(found) == len(phone.ranks) and not any(map(table.breaks, found)):
            break
    at = inner.top
    for rank in found:
        at = table.draw(surface, at, rank)


class _Table:
    """Rows in type of this size: places, names and figures side by side, or in a narrow room the
    figures below the names."""

    def __init__(self, kit: Kit, room: Rect, size: int) -> None:
        self._kit, self._room, self._size = kit, room, size
        self._gap = kit.frame.gap * 2 // 3
        self._places = kit.frame.label + kit.type.width("00 ", "score", kit.frame.label)
        self._below = room.width < size * _NARROW

    def shown(self, ranks: Sequence[Rank]) -> list[Rank]:
        """The rows for which there is room: the own one, then those nearest to it."""
        own = next((at for at, rank in enumerate(ranks) if rank.own), len(ranks) - 1)
        first, last, left = own, own, self._room.height - self._height(ranks[own])
        while True:
            above = first > 0 and left >= self._height(ranks[first - 1])
            if above:
                first -= 1
                left -= self._height(ranks[first])
            below = last + 1 < len(ranks) and left >= self._height(ranks[last + 1])
            if below:
                last += 1
                left -= self._height(ranks[last])
            if not above and not below:
                return list(ranks[first : last + 1])

    def breaks(self, rank: Rank) -> bool:
        """Whether a word of its name has to be broken."""
        name, wide = self._name(rank)
        return sized(self._kit, name.text, name.voice, (name.size, 0), wide) == 0

    def draw(self, surface: pygame.Surface, top: int, rank: Rank) -> int:
        """Draws a row -> where the next one begins."""
        kit, theme, room, size = self._kit, self._kit.theme, self._room, self._size
        label, step = kit.frame.label, kit.type.leading("score-strong", self._size)
        name, wide = self._name(rank)
        high = self._height(rank) - self._gap
        lower = (kit.type.leading("story", size) - kit.type.leading("score", label)) // 2
        if rank.own:
            strip = Rect(room.left - self._gap, top, room.width + 2 * self._gap, high)
            draw_piece(surface, kit, strip, self._gap, glass(kit))
            side, middle = label * 2 // 3, top + kit.type.leading("strong", size) // 2
            tip = (room.left + side, middle)
            ends = [(room.left, middle + part) for part in (-side // 2, side // 2)]
            pygame.draw.polygon(surface, theme.on_ink_score, [ends[0], tip, ends[1]])
        if rank.place is not None:
            at, tint = (room.left + label, top + lower), theme.quiet
            tint = theme.on_ink_quiet if rank.own else tint
            kit.type.say(surface, f"{rank.place}", at, "score", label, tint)
        draw_rows(surface, kit, [name], Rect(room.left + self._places, top, wide, high))
        if rank.figure:
            tint = theme.on_ink_score if rank.own else theme.score
            at = (room.right, top + (high - step if self._below else 0))
            kit.type.say(surface, rank.figure, at, "score-strong", size, tint, "right")
        return top + high + self._gap

    def _height(self, rank: Rank) -> int:
        name, wide = self._name(rank)
        high = rows_height(self._kit, [name], wide) + self._gap
        step = self._kit.type.leading("score-strong", self._size)
        return high + (step if self._below and rank.figure else 0)

    def _name(self, rank: Rank) -> tuple[Row, int]:
        """A name with the room that it has beside its figure."""
        kit, theme, size = self._kit, self._kit.theme, self._size
        wide = self._room.width - self._places
        if not rank.figure:
            return Row(rank.who, "aside", size, theme.quiet), wide
        if not self._below:
            wide -= kit.type.width(rank.figure, "score-strong", size) + self._gap
        if rank.own:
            return Row(rank.who, "strong", size, theme.on_ink), wide
        return Row(rank.who, "story", size, theme.ink), wide
