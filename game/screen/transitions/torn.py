"""A page that is torn from top to bottom."""

from __future__ import annotations

import random

import pygame

from game.screen.kit import Kit
from game.screen.paper.grain import lay_grain
from game.screen.transitions.going import Going

_BAND = 3
"""Rows of pixels that move as one."""

_LATER = 0.55
"""How much later the foot of the page moves than its head, in parts of the whole time."""

Spans = list[tuple[pygame.Surface, tuple[int, int], tuple[int, int, int, int]]]


class Torn(Going):
    """Both halves of the old page part to the sides, first at the head; the new one lies below.
    Along the tear the inside of the paper is seen, and the left half casts its shadow."""

    seconds = 0.45

    def __init__(self, old: pygame.Surface, kit: Kit) -> None:
        super().__init__(old)
        wide, high = old.get_size()
        rough = max(4, kit.frame.text // 2)
        self._tear = _tear(wide, high, rough)
        self._far = wide - min(left for left, _, _ in self._tear) + 4 * rough
        self._core = pygame.Surface((3 * rough, high)).convert(old)
        self._core.fill(kit.theme.card)
        lay_grain(self._core, self._core.get_rect(), kit)
        deep = 2 * rough
        self._shadow = pygame.Surface((deep, _BAND), pygame.SRCALPHA)
        for column in range(deep):
            dark = round(100 * (1 - column / deep) ** 2)
            self._shadow.fill((30, 20, 10, dark), (column, 0, 1, _BAND))

    def draw_part(self, surface: pygame.Surface, new: pygame.Surface, part: float) -> None:
        surface.blit(new, (0, 0))
        wide, high = self._old.get_size()
        spans: Spans = []
        for number, (at, left, right) in enumerate(self._tear):
            top = number * _BAND
            along = part * (1 + _LATER) - _LATER * top / high
            if along <= 0:
                spans.append((self._old, (0, top), (0, top, wide, high - top)))
                break
            away = round(self._far * min(1.0, along) ** 2)
            core = (0, top, left, _BAND)
            spans += (
                (self._old, (-away, top), (0, top, at, _BAND)),
                (self._core, (at - away, top), core),
                (self._shadow, (at - away + left, top), (0, 0, 99, _BAND)),
                (self._old, (at + away, top), (at, top, wide - at, _BAND)),
                (self._core, (at + away - right, top), (0, top, right, _BAND)),
            )
        surface.blits(spans, False)


def _tear(wide: int, high: int, rough: int) -> list[tuple[int, int, int]]:
    """For each band of rows: where the page is torn, and how much of the inside of the paper is
    seen left and right of it. The same for all pages of one size."""
    dice = random.Random(wide * 31 + high)
    at, goal, left, right = wide * 0.5, wide * 0.5, float(rough), float(rough)
    bands = []
    for _ in range(0, high, _BAND):
        if dice.random() < 0.05:
            goal = wide * 0.5 + dice.uniform(-1, 1) * wide * 0.06
        at += (goal - at) * 0.06 + dice.uniform(-1, 1) * rough * 0.25
        left = min(2.5 * rough, max(1.0, left + dice.uniform(-1, 1) * rough * 0.25))
        right = min(2.5 * rough, max(1.0, right + dice.uniform(-1, 1) * rough * 0.25))
        bands.append((round(at), round(left), round(right)))
    return bands
