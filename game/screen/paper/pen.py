"""Ink: what a hand has drawn with a pen."""

from __future__ import annotations

import itertools
import math
import random

import pygame

from game.screen.paper.shapes import hexed, svg
from game.screen.theme import Colour


def stroke(width: int, high: int, seed: int, ink: Colour) -> pygame.Surface:
    """A stroke of a pen, as a hand draws it through a line of words `high` pixels high: set down
    firmly, lighter on the way, pressed on again, and lifted."""
    dice = random.Random(seed)
    steps = max(6, width * 4 // high)
    reach, thick = high * 0.09, max(2.2, high / 11)
    away, pressure = dice.uniform(-1, 1) * reach, 1.0
    above, below = [], []
    for step in range(steps + 1):
        part = step / steps
        away += (dice.uniform(-1, 1) * reach - away) * 0.35
        pressure += (dice.uniform(0.45, 1.15) - pressure) * 0.4
        ends = min(1.0, 0.75 + part * 4, math.sqrt(max(0.0, (1 - part) * 6)) + 0.12)
        half = thick * pressure * ends / 2
        middle = high / 2 + away + high * 0.05 * (0.5 - part)
        at = thick / 2 + (width - thick) * part
        above.append((at, middle - half))
        below.append((at, middle + half))
    path = _curve(above) + "L" + _curve(below[::-1])[1:] + "Z"
    return svg(
        (width, high),
        f'<path d="{path}" fill="{hexed(ink)}" stroke="{hexed(ink)}" stroke-width="0.6" '
        f'stroke-linejoin="round"/>',
    )


def _curve(points: list[tuple[float, float]]) -> str:
    """A smooth line through these points, as an SVG path."""
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (left, high), (right, low) in itertools.pairwise(points):
        middle = (left + right) / 2
        path += f"C{middle:.1f} {high:.1f} {middle:.1f} {low:.1f} {right:.1f} {low:.1f}"
    return path
