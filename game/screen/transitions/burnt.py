"""A page that chars from its edges inwards."""

from __future__ import annotations

import random

import pygame

from game.screen.kit import Kit
from game.screen.transitions.going import Going

_BAND = 3
"""Rows of pixels that burn as one."""

_ROUND = 3.0
"""The form of what is left: 2 would be an ellipse, much more a rectangle."""


class Burnt(Going):
    """What is left of the old page grows smaller, down to nothing; its edge is black, and the
    paper behind that is brown. Nothing glows."""

    seconds = 1.1

    def __init__(self, old: pygame.Surface, kit: Kit) -> None:
        super().__init__(old)
        wide, high = old.get_size()
        self._rough = max(6, kit.frame.text)
        self._edges = _edges(wide, high)
        self._char = _char(3 * self._rough, kit)
        self._uncharred = pygame.transform.flip(self._char, True, False)

    def draw_part(self, surface: pygame.Surface, new: pygame.Surface, part: float) -> None:
        surface.blit(new, (0, 0))
        wide, high = self._old.get_size()
        # It begins outside of the corners.
        reach = (1 - part) * 2 ** (1 / _ROUND)
        deep = self._char.get_width()
        paper, dark = [], []
        for number, (left, right) in enumerate(self._edges):
            top = number * _BAND
            away = abs(2 * top / high - 1)
            starts = round(wide / 2 * (1 - _half(reach * left, away)))
            ends = round(wide / 2 * (1 + _half(reach * right, away)))
            starts, ends = max(-deep, starts), min(wide + deep, ends)
            if ends <= starts:
                continue
            paper.append((self._old, (starts, top), (starts, top, ends - starts, _BAND)))
            some = min(deep, ends - starts)
            dark.append((self._char, (starts, top), (0, 0, some, _BAND)))
            dark.append((self._uncharred, (ends - some, top), (deep - some, 0, some, _BAND)))
        surface.blits(paper, False)
        surface.blits(dark, False)


def _half(reach: float, away: float) -> float:
    """Half of what is left of a row, in halves of the page, so far `away` from its middle."""
    if reach <= away:
        return 0.0
    return float((reach**_ROUND - away**_ROUND) ** (1 / _ROUND))


def _char(deep: int, kit: Kit) -> pygame.Surface:
    """The edge of burnt paper, from its left: black, brown, and then nothing."""
    strip = pygame.Surface((deep, _BAND), pygame.SRCALPHA)
    ink = kit.theme.ink
    for column in range(deep):
        far = column / deep
        strip.fill((*ink, round(255 * min(1.0, 1.25 * (1 - far) ** 1.8))), (column, 0, 1, _BAND))
    return strip


def _edges(wide: int, high: int) -> list[tuple[float, float]]:
    """For each band of rows: how far the fire has come from the left and from the right, beside
    the others. The same for all pages of one size."""
    dice = random.Random(wide * 31 + high)
    bands, sides, goals = [], [1.0, 1.0], [1.0, 1.0]
    for _ in range(0, high, _BAND):
        for side in range(2):
            if dice.random() < 0.12:
                goals[side] = 1 + dice.uniform(-1, 1) * 0.09
            sides[side] += (goals[side] - sides[side]) * 0.2 + dice.uniform(-1, 1) * 0.006
        bands.append((sides[0], sides[1]))
    return bands
