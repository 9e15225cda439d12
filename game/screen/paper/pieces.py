"""Paper that things stand on, each piece made once and kept: torn strips, cut cards, sheets."""

from __future__ import annotations

from collections.abc import Callable, Hashable

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.paper.grain import lay_grain, with_shadow
from game.screen.paper.shapes import cut, torn
from game.screen.paper.tags import inked
from game.screen.theme import Colour

_WAYS = 5
"""In how many ways a strip of one size is torn: so many that nobody sees it, and so few that
most strips need not be made when they come into view."""


def strip_box(place: Rect, kit: Kit) -> Rect:
    """The strip of paper under a block in this place: wider than the block, most at its left."""
    left = place.left - round(kit.frame.gap * 1.5)
    return Rect(left, place.top, place.right + kit.frame.gap // 2 - left, place.height)


def draw_torn(
    surface: pygame.Surface, box: Rect, kit: Kit, seed: int, fill: Colour, flat: bool = False
) -> None:
    """A torn strip in `box`, its shadow around it; `flat`: it lies close, and casts none. Each
    `seed` tears it in one of a few ways."""
    seed %= _WAYS
    shade = _shade(kit)

    def make() -> pygame.Surface:
        return torn(box.size, seed, fill, shade, kit.theme.edge)

    _draw(surface, box, kit, ("torn", box.size, seed, fill), fill, make, flat)


def draw_card(
    surface: pygame.Surface, box: Rect, kit: Kit, seed: int, fill: Colour, askew: float = 0.5
) -> None:
    """A card with cut edges in `box`, its shadow around it, crooked in one of a few ways."""
    seed %= _WAYS
    shade = _shade(kit)

    def make() -> pygame.Surface:
        return cut(box.size, seed, fill, shade, kit.theme.edge, askew)

    _draw(surface, box, kit, ("card", box.size, seed, fill, askew), fill, make)


def draw_ink(surface: pygame.Surface, box: Rect, kit: Kit) -> None:
    """A block of the score's ink in `box`, stamped: its edges are uneven."""
    ink = kit.theme.score_surface
    if kit.theme.plain:
        surface.fill(ink, box)
        return
    air = 3

    def make() -> pygame.Surface:
        return inked(box.size, box.width, ink, air)

    surface.blit(kit.pieces.get(("ink", box.size), make), (box.left - air, box.top - air))


def _shade(kit: Kit) -> int:
    """How far a shadow reaches."""
    return max(6, round(kit.frame.text * 0.55))


def _draw(
    surface: pygame.Surface,
    box: Rect,
    kit: Kit,
    key: Hashable,
    fill: Colour,
    make: Callable[[], pygame.Surface],
    flat: bool = False,
) -> None:
    if kit.theme.plain:
        surface.fill(fill, box)
        pygame.draw.rect(surface, kit.theme.edge, box, max(2, kit.frame.text // 14))
        return

    def whole() -> pygame.Surface:
        piece = make().convert_alpha()
        lay_grain(piece, piece.get_rect(), kit)
        return piece if flat else with_shadow(piece, shade)

    shade = _shade(kit)
    surface.blit(kit.pieces.get(key, whole), (box.left - shade, box.top - shade))
