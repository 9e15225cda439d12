"""What blocks lie on: the desk with its sheet, the paper of the column, the row of buttons."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect

from game.screen.blocks.buttons import Button
from game.screen.kit import Kit
from game.screen.paper.grain import lay_grain, lay_wood, with_shadow
from game.screen.paper.shapes import cup, stain


def bar_rects(kit: Kit, buttons: Sequence[Button], sheet: bool) -> list[Rect]:
    """A place for every button: beside a sheet one below the other, else in rows at the foot."""
    frame = kit.frame
    if sheet and not frame.portrait:
        spare = frame.window.right - frame.sheet.right - frame.aside
        left = frame.sheet.right + min(spare // 2, frame.margin)
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
    """The paper beside a picture; its cut edge throws a soft shadow on the picture."""
    frame, column = kit.frame, kit.frame.column
    if kit.theme.plain:
        surface.fill(kit.theme.paper, column)
        return
    depth = max(8, frame.text)

    def shade() -> pygame.Surface:
        size = (column.width, depth) if frame.portrait else (depth, column.height)
        veil = pygame.Surface(size, pygame.SRCALPHA)
        for step in range(depth):
            line = (0, step, column.width, 1) if frame.portrait else (step, 0, 1, column.height)
            veil.fill((20, 14, 8, round(72 * ((step + 1) / depth) ** 2.4)), line)
        return veil

    shadow = kit.pieces.get(("column edge", column.size, depth), shade)
    left, top = (0, depth) if frame.portrait else (depth, 0)
    surface.blit(shadow, (column.left - left, column.top - top))

    def make() -> pygame.Surface:
        paper = pygame.Surface(column.size).convert()
        paper.fill(kit.theme.paper)
        lay_grain(paper, paper.get_rect(), kit)
        edge = (1, column.height) if not frame.portrait else (column.width, 1)
        paper.fill((255, 252, 245), ((0, 0), edge))
        return paper

    surface.blit(kit.sheets.get(("column", column.size), make), column)


def behind(kit: Kit, picture: pygame.Surface) -> pygame.Surface:
    """A picture that something lies over: out of focus and dark, or nothing but dark."""

    def make() -> pygame.Surface:
        wide, high = picture.get_size()
        small = pygame.transform.smoothscale(picture, (max(1, wide // 8), max(1, high // 8)))
        small = pygame.transform.gaussian_blur(small, 3)
        blurred = pygame.transform.smoothscale(small, (wide, high)).convert()
        blurred.fill((168, 162, 154), special_flags=pygame.BLEND_RGB_MULT)
        if kit.theme.plain:
            blurred.fill(kit.theme.desk)
        return blurred

    return kit.sheets.get(("behind", picture), make)


def draw_desk(surface: pygame.Surface, kit: Kit, rings: int = 0) -> None:
    """A sheet of paper on the table of a café, on which a cup has left so many rings."""

    def make() -> pygame.Surface:
        desk = pygame.Surface(kit.frame.size).convert()
        desk.fill(kit.theme.desk)
        if kit.theme.plain:
            desk.fill(kit.theme.paper, kit.frame.sheet)
            return desk
        lay_wood(desk)
        _lay_table(desk, kit, rings)
        _lay_sheet(desk, kit)
        return desk

    surface.blit(kit.sheets.get(("desk", rings), make), (0, 0))


_RINGS = ((-0.34, -0.62), (0.14, -0.98), (0.52, -0.5))
"""Where a cup was put down, one time after the other: from its place now, in its own widths."""


def _lay_table(desk: pygame.Surface, kit: Kit, rings: int) -> None:
    """The rings that tea has left, and the cup that left them, where the sheet lets them be."""
    frame = kit.frame
    room = frame.window.right - frame.sheet.right
    if frame.portrait or room < 140:
        return
    across = min(round(room * 0.52), frame.size[1] // 5)
    line = max(2, across // 28)
    middle, foot = frame.sheet.right + room // 2, frame.window.bottom - across
    for number, (aside, up) in enumerate(_RINGS[:rings]):
        ring = stain(across // 2, line, number)
        at = (middle + round(aside * across), foot + round(up * across))
        desk.blit(ring, ring.get_rect(center=at))
    drawn = with_shadow(cup(round(across * 0.62)).convert_alpha(), max(6, across // 8))
    desk.blit(drawn, drawn.get_rect(center=(frame.window.right - across // 2, foot + across // 2)))


def _lay_sheet(desk: pygame.Surface, kit: Kit) -> None:
    sheet = kit.frame.sheet
    depth = max(8, round(kit.frame.text * 0.9))
    under = pygame.Surface((sheet.width + 2 * depth, sheet.height + 2 * depth), pygame.SRCALPHA)
    under.fill(kit.theme.paper, (depth, depth, *sheet.size))
    desk.blit(with_shadow(under, depth), (sheet.left - depth, sheet.top - depth))
    lay_grain(desk, sheet, kit)
    light = (255, 252, 245)
    desk.fill(light, (sheet.left, sheet.top, sheet.width, 1))
    desk.fill(light, (sheet.left, sheet.top, 1, sheet.height))
    desk.fill(kit.theme.edge, (sheet.left, sheet.bottom - 1, sheet.width, 1))
    desk.fill(kit.theme.edge, (sheet.right - 1, sheet.top, 1, sheet.height))
