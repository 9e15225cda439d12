"""A sheet that chars from its edges inwards."""

from __future__ import annotations

import random

import pygame

from game.screen.kit import Kit
from game.screen.transitions.going import Going

_BAND = 3
"""Rows of pixels that burn as one."""

_ROUND = 3.0
"""The form of what is left: 2 would be an ellipse, much more a rectangle."""

_BARE = 0.12
"""So much of the time, in the end, nothing lies on the table."""

_TONES = 12
_DUSK = 0.14
"""How far the black reaches in from the upper and the lower edge, in halves of the sheet."""

Spans = list[tuple[pygame.Surface, tuple[int, int], tuple[int, int, int, int]]]


class Burnt(Going):
    """What is left of the old sheet grows smaller, down to nothing, and its edge is black; below
    it is the bare table. Nothing glows."""

    seconds = 1.2

    def __init__(self, old: pygame.Surface, kit: Kit) -> None:
        super().__init__(old)
        self._sheet = kit.frame.sheet
        self._edges = _edges(self._sheet.size)
        self._table = _table(old, self._sheet, kit.frame.text)
        self._left = _char(3 * max(6, kit.frame.text), kit)
        self._right = pygame.transform.flip(self._left, True, False)
        self._dusk = [_dusk(self._sheet.width, tone / _TONES, kit) for tone in range(_TONES)]

    def draw_part(self, surface: pygame.Surface, new: pygame.Surface, part: float) -> None:
        surface.blit(new, (0, 0))
        surface.blit(self._table, (0, 0))
        # It begins outside of the corners.
        reach = max(0.0, 1 - part / (1 - _BARE)) * 2 ** (1 / _ROUND)
        spans: Spans = []
        for number, (left, right) in enumerate(self._edges):
            spans += self._row(self._sheet.top + number * _BAND, reach * left, reach * right)
        before = surface.get_clip()
        surface.set_clip(self._sheet.clip(before))
        surface.blits(spans, False)
        surface.set_clip(before)

    def _row(self, top: int, left: float, right: float) -> Spans:
        """What is left of a band of rows, with its black ends."""
        sheet, deep = self._sheet, self._left.get_width()
        away = abs(2 * (top - sheet.top) / sheet.height - 1)
        near = min(left, right) - away
        if near <= 0:
            return []
        middle, half = sheet.centerx, sheet.width / 2
        starts = max(sheet.left - deep, round(middle - half * _half(left, away)))
        ends = min(sheet.right + deep, round(middle + half * _half(right, away)))
        wide = ends - starts
        spans: Spans = [(self._old, (starts, top), (starts, top, wide, _BAND))]
        if near < _DUSK:
            dusk = self._dusk[int(near / _DUSK * _TONES)]
            spans.append((dusk, (starts, top), (0, 0, wide, _BAND)))
        some = min(deep, wide)
        spans.append((self._left, (starts, top), (0, 0, some, _BAND)))
        spans.append((self._right, (ends - some, top), (deep - some, 0, some, _BAND)))
        return spans


def _half(reach: float, away: float) -> float:
    """Half of what is left of a row, in halves of the sheet, so far `away` from its middle."""
    return float((reach**_ROUND - away**_ROUND) ** (1 / _ROUND))


def _table(old: pygame.Surface, sheet: pygame.Rect, shadow: int) -> pygame.Surface:
    """The table from the left of the window to where the shadow of the sheet ends: wood that runs
    on from one side to the other."""
    wide, high = old.get_size()
    right = min(wide, sheet.right + shadow)
    sides = pygame.Surface((2, high)).convert(old)
    sides.blit(old, (0, 0), (0, 0, 1, high))
    sides.blit(old, (1, 0), (right - 1, 0, 1, high))
    return pygame.transform.smoothscale(sides, (right, high))


def _char(deep: int, kit: Kit) -> pygame.Surface:
    """The edge of burnt paper, from its left: black, brown, and then nothing."""
    strip = pygame.Surface((deep, _BAND), pygame.SRCALPHA)
    for column in range(deep):
        dark = round(255 * min(1.0, 1.25 * (1 - column / deep) ** 1.8))
        strip.fill((*kit.theme.ink, dark), (column, 0, 1, _BAND))
    return strip


def _dusk(wide: int, far: float, kit: Kit) -> pygame.Surface:
    """A row so `far` from the upper or the lower edge, 0 to 1."""
    strip = pygame.Surface((3 * wide, _BAND), pygame.SRCALPHA)
    strip.fill((*kit.theme.ink, round(255 * min(1.0, 1.25 * (1 - far) ** 1.8))))
    return strip


def _edges(size: tuple[int, int]) -> list[tuple[float, float]]:
    """For each band of rows: how much further than elsewhere the sheet reaches to the left and to
    the right. The same for all sheets of one size."""
    dice = random.Random(size[0] * 31 + size[1])
    bands, sides, goals = [], [1.0, 1.0], [1.0, 1.0]
    for _ in range(0, size[1], _BAND):
        for side in range(2):
            if dice.random() < 0.12:
                goals[side] = 1 + dice.uniform(-1, 1) * 0.08
            sides[side] += (goals[side] - sides[side]) * 0.2 + dice.uniform(-1, 1) * 0.004
        bands.append((sides[0], sides[1]))
    return bands
