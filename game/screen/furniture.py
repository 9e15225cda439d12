"""What blocks lie on: the desk with its sheet, the paper of the column, the row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect

from game.screen.buttons import Button
from game.screen.kit import Kit
from game.screen.paper import cast_shadow


def bar_rects(kit: Kit, buttons: Sequence[Button], sheet: bool) -> list[Rect]:
    """A place for every button: beside a sheet one below the other, else in rows at the foot."""
    frame = kit.frame
    if sheet and not frame.portrait:
        left = frame.sheet.right + (frame.window.right - frame.sheet.right - frame.aside) // 2
        return _stack(kit, buttons, left, frame.sheet.top + frame.gap * 2, frame.aside)
    area = frame.sheet if sheet else frame.column
    room = area.inflate(-2 * _side(kit, area), 0)
    rows: list[list[tuple[Button, int]]] = [[]]
    between = frame.gap if sheet else max(2, frame.gap // 3)
    taken = 0
    for button in buttons:
        wide = min(room.width, button.width(kit))
        if rows[-1] and taken + wide > room.width:
            rows.append([])
            taken = 0
        rows[-1].append((button, wide))
        taken += wide + between
    heights = [max((b.height(kit, w) for b, w in row), default=0) for row in rows]
    foot = frame.gap * (2 if sheet else 1)
    top = area.bottom - foot - sum(heights) - between * (len(rows) - 1)
    places = []
    for row, high in zip(rows, heights, strict=True):
        left = room.left - (0 if sheet else max(8, frame.gap))
        for _, wide in row:
            places.append(Rect(left, top, wide, high))
            left += wide + between
        top += high + between
    return places


def _stack(kit: Kit, buttons: Sequence[Button], left: int, top: int, width: int) -> list[Rect]:
    """One below the other; closer together where a window is low."""
    heights = [button.height(kit, width) for button in buttons]
    room = kit.frame.sheet.height - kit.frame.gap * 2 - sum(heights)
    between = max(2, min(round(kit.frame.gap * 1.4), room // max(1, len(buttons))))
    places = []
    for high in heights:
        places.append(Rect(left, top, width, high))
        top += high + between
    return places


def sheet_body(kit: Kit, bar: Sequence[Rect], sheet: bool) -> Rect:
    """Where the column of blocks may stand."""
    frame = kit.frame
    area = frame.sheet if sheet else frame.column
    margin = _side(kit, area)
    top = area.top + round(margin * (0.7 if frame.portrait or sheet else 0.8))
    bottom = area.bottom - round(margin * 0.7)
    if bar and (frame.portrait or not sheet):
        bottom = min(rect.top for rect in bar) - frame.gap
    return Rect(area.left + margin, top, area.width - margin - frame.gutter, bottom - top)


def _side(kit: Kit, area: Rect) -> int:
    """The margin at the left; lines stay below some 60 signs where there is room to spare."""
    frame = kit.frame
    if area is not frame.sheet and frame.portrait:
        return max(frame.margin, round(area.width * 0.065))
    return frame.margin


def draw_column_paper(surface: pygame.Surface, kit: Kit) -> None:
    """The paper beside a picture, its cut edge a thin shadow on the picture."""
    frame, column = kit.frame, kit.frame.column
    depth = max(4, frame.text // 3)
    for step in range(depth):
        veil = pygame.Surface(
            (column.width, 1) if frame.portrait else (1, column.height), pygame.SRCALPHA
        )
        veil.fill((20, 14, 8, round(60 * (1 - step / depth) ** 2)))
        at = (
            (column.left, column.top - 1 - step)
            if frame.portrait
            else (column.left - 1 - step, column.top)
        )
        surface.blit(veil, at)
    surface.fill(kit.theme.paper, column)


def behind(kit: Kit, picture: pygame.Surface) -> pygame.Surface:
    """A picture that something lies over: out of focus and dark, or nothing but dark."""

    def make() -> pygame.Surface:
        wide, high = picture.get_size()
        small = max(1, wide // 24), max(1, high // 24)
        blurred = pygame.transform.smoothscale(picture, small)
        blurred = pygame.transform.smoothscale(blurred, (wide, high)).convert()
        blurred.fill((96, 92, 88), special_flags=pygame.BLEND_RGB_MULT)
        if kit.theme.plain:
            blurred.fill(kit.theme.desk)
        return blurred

    return kit.sheets.get(("behind", picture), make)


def draw_desk(surface: pygame.Surface, kit: Kit) -> None:
    """A wooden desk and a sheet of paper on it."""

    def make() -> pygame.Surface:
        frame = kit.frame
        desk = pygame.Surface(frame.size).convert()
        desk.fill(kit.theme.desk)
        step = max(5, frame.size[1] // 120)
        for number, top in enumerate(range(0, frame.size[1], step)):
            if number % 3 != 1:
                desk.fill(kit.theme.desk_line, (0, top, frame.size[0], max(1, step // 5)))
        cast_shadow(desk, frame.sheet, max(8, frame.text // 2))
        desk.fill(kit.theme.paper, frame.sheet)
        return desk

    surface.blit(kit.sheets.get("desk", make), (0, 0))
