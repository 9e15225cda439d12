"""Words on a phone, one below the other: how high they are, and what of them has room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.lettering.type import Align, Voice
from game.screen.theme import Colour


class Row(NamedTuple):
    """A text, its voice, its size and its colour."""

    text: str
    voice: Voice
    size: int
    tint: Colour


def rows_height(kit: Kit, rows: Sequence[Row], width: int) -> int:
    """How high they are, one below the other."""
    return sum(kit.type.height(text, voice, size, width) for text, voice, size, _ in rows)


def draw_rows(
    surface: pygame.Surface, kit: Kit, rows: Sequence[Row], rect: Rect, align: Align = "left"
) -> int:
    """Draws them one below the other -> where the last one ends."""
    top = rect.top
    left = {"left": rect.left, "right": rect.right, "centre": rect.centerx}[align]
    for text, voice, size, tint in rows:
        lines = kit.type.lines(text, voice, size, rect.width)
        kit.type.draw(surface, lines, (left, top), voice, size, tint, align)
        top += len(lines) * kit.type.leading(voice, size)
    return top


def sized(
    kit: Kit, text: str, voice: Voice, sizes: Sequence[int], width: int, whole: bool = False
) -> int:
    """The first of these sizes in which no word has to be broken, or (`whole`) no line; else the
    last."""
    parts = [text] if whole else dict.fromkeys(text.split())

    def fits(size: int) -> bool:
        return all(kit.type.width(part, voice, size) <= width for part in parts)

    return next((size for size in sizes if size and fits(size)), sizes[-1])


def fitting(kit: Kit, rows: Sequence[Row | None], width: int, room: int) -> list[Row]:
    """Of the rows that there are, the first ones for which there is room. None: not there."""
    found: list[Row] = []
    for row in rows:
        if row is not None:
            room -= rows_height(kit, [row], width)
            if room < 0:
                break
            found.append(row)
    return found
