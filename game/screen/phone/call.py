"""A call on a phone: who rings, or how long it has gone on, and the last words of it."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.paper.shapes import hexed, svg
from game.screen.phone.body import Body, draw_piece
from game.screen.phone.rows import Row, draw_rows, fitting, rows_height, sized
from game.screen.theme import Colour

if TYPE_CHECKING:
    from game.play.phone_view import Phone


def draw_call(
    surface: pygame.Surface, kit: Kit, body: Body, phone: Phone, people: Mapping[str, str]
) -> None:
    """The name, large; below it the handset, and the last words as far as there is room."""
    theme, room, label = kit.theme, body.room, kit.frame.label
    state = "is ringing" if phone.minutes is None else f"on the line · {phone.minutes:,} min"
    sizes = (round(kit.frame.title * 1.2), kit.frame.title, kit.frame.text, label)
    name = sized(kit, phone.title, "strong", sizes, room.width)
    head = [
        Row(phone.title, "strong", name, theme.on_ink),
        Row(state, "score", label, theme.on_ink_quiet),
    ]
    shown = fitting(kit, head, room.width, room.height)
    air = kit.frame.line if room.height > 8 * kit.frame.line else 0
    high = rows_height(kit, shown, room.width)
    top = draw_rows(
        surface, kit, shown, Rect(room.left, room.top + air, room.width, high), "centre"
    )
    side = min(kit.frame.text * 5, room.width // 2, (room.bottom - top) * 2 // 3)
    below = Rect(room.left, top, room.width, room.bottom - top)
    if side >= kit.frame.text * 2:
        spot = Rect(0, 0, side, side)
        spot.midbottom = (room.centerx, room.bottom - air // 2)
        _draw_handset(surface, kit, spot, phone.minutes is None)
        below.height = spot.top - top
    _draw_words(surface, kit, below, phone, people)


def _draw_words(
    surface: pygame.Surface, kit: Kit, room: Rect, phone: Phone, people: Mapping[str, str]
) -> None:
    """The last words, on a card of their own, where there is room for all of one."""
    pad, small = 2 * kit.frame.gap, kit.frame.small
    inner = room.inflate(-2 * pad, -3 * pad)
    rows: list[Row] = []
    for line in reversed(phone.lines):
        told = Row(line.text, "aside", small, kit.theme.on_ink)
        if rows_height(kit, [told, *rows], inner.width) > inner.height:
            break
        rows.insert(0, told)
    if rows:
        high = rows_height(kit, rows, inner.width)
        box = Rect(room.left, 0, room.width, high + pad)
        box.centery = room.centery
        draw_piece(surface, kit, box, pad, kit.theme.ink)
        draw_rows(surface, kit, rows, Rect(inner.left, box.top + pad // 2, inner.width, high))


def _draw_handset(surface: pygame.Surface, kit: Kit, spot: Rect, rings: bool) -> None:
    fill, tint = kit.theme.on_ink, kit.theme.ink
    make = partial(handset, spot.width, rings, fill, tint)
    piece = kit.pieces.get(("handset", spot.width, rings, fill, tint), make)
    surface.blit(piece, spot.topleft)


def handset(side: int, rings: bool, fill: Colour, tint: Colour) -> pygame.Surface:
    """A handset on a disc; one that rings has arcs beside its ear."""
    part = side / 100
    arcs = "".join(
        f'<path d="M{50 - wide} {26 - up}Q50 {12 - up - wide / 4} {50 + wide} {26 - up}" '
        f'fill="none" stroke="{hexed(fill)}" stroke-width="4"/>'
        for wide, up in ((16, 4), (26, 12))
        if rings
    )
    ear = "".join(
        f'<rect x="{left}" y="64" width="15" height="15" rx="4" fill="{hexed(tint)}"/>'
        for left in (27, 58)
    )
    return svg(
        (side, side),
        f'<g transform="scale({part:.3f})">{arcs}'
        f'<circle cx="50" cy="66" r="32" fill="{hexed(fill)}"/>'
        f'<path d="M31 68Q50 46 69 68" fill="none" stroke="{hexed(tint)}" stroke-width="9"/>'
        f"{ear}</g>",
    )
