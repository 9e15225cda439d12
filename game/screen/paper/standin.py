"""A quiet landscape of flat paper for places that have no picture, drawn from the place's id."""

from __future__ import annotations

import random

import pygame

from game.screen.paper.shapes import hexed, seed_of, svg
from game.screen.theme import Colour, rgb

_PALETTES: tuple[tuple[str, ...], ...] = (
    ("#E6DCC3", "#B9B39C", "#8C917F", "#5F7067", "#41544F", "#2C3A38"),
    ("#E9DDC4", "#CDB68F", "#A98F6A", "#7E6A50", "#5B4B3B", "#3B3129"),
    ("#DDDFD8", "#AEB7B8", "#82919A", "#5C6F7C", "#42535F", "#2D3A44"),
    ("#E7DEC6", "#BFBB8F", "#959766", "#6C744D", "#4C563B", "#343B2B"),
    ("#E4DCD2", "#BDB0AC", "#938793", "#6D6578", "#4D485C", "#353244"),
)


def stand_in(place: str, size: tuple[int, int]) -> pygame.Surface:
    """Layers of cut paper, always the same for one place. Never vermilion."""
    seed = seed_of(place)
    dice = random.Random(seed)
    palette = _PALETTES[seed % len(_PALETTES)]
    width, height = size
    sky: Colour = rgb(palette[0])
    sun = dice.uniform(0.55, 0.85) * width, dice.uniform(0.22, 0.36) * height
    radius = min(width, height) * dice.uniform(0.10, 0.15)
    body = [
        f'<rect x="0" y="0" width="{width}" height="{height}" fill="{hexed(sky)}"/>',
        f'<circle cx="{sun[0]:.0f}" cy="{sun[1]:.0f}" r="{radius:.0f}" fill="#f6ecd3"/>',
    ]
    built = dice.random() < 0.6
    for number, colour in enumerate(palette[1:], 1):
        top = height * (0.30 + 0.125 * number)
        towers = built and number in (1, 2, 3)
        body.append(_layer(dice, size, top, colour, towers))
    return svg(size, "".join(body))


def _layer(
    dice: random.Random, size: tuple[int, int], top: float, colour: str, towers: bool
) -> str:
    """One sheet: its shadow upwards, its lit cut edge, itself."""
    points = _roofs(dice, size, top) if towers else _hills(dice, size, top)
    width, height = size
    path = f"M-20 {height + 20}L" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
    path += f"L{width + 20} {height + 20}Z"
    unit = min(size) / 1080
    shadow = "".join(
        f'<path d="{path}" transform="translate({-2 * step * unit:.1f} {-2.2 * step * unit:.1f})" '
        f'fill="#1e1b18" fill-opacity="0.045"/>'
        for step in range(1, 7)
    )
    edge = (
        f'<path d="{path}" transform="translate({1.6 * unit:.1f} {-1.8 * unit:.1f})" '
        f'fill="#fffbf3" fill-opacity="0.35"/>'
    )
    return f'{shadow}{edge}<path d="{path}" fill="{colour}"/>'


def _hills(dice: random.Random, size: tuple[int, int], top: float) -> list[tuple[float, float]]:
    """A long cut with few, soft bends."""
    width, height = size
    reach = height * 0.055
    knots = [dice.uniform(-reach, reach) for _ in range(6)]
    points = []
    for step in range(101):
        place = step / 100 * (len(knots) - 1)
        left = min(int(place), len(knots) - 2)
        part = place - left
        ease = part * part * (3 - 2 * part)
        bend = knots[left] * (1 - ease) + knots[left + 1] * ease
        points.append((-20 + (width + 40) * step / 100, top + bend))
    return points


def _roofs(dice: random.Random, size: tuple[int, int], top: float) -> list[tuple[float, float]]:
    """Houses side by side, some with a pitched roof."""
    width, height = size
    points: list[tuple[float, float]] = []
    left = -20.0
    while left < width + 20:
        wide = height * dice.uniform(0.06, 0.16)
        roof = top - height * dice.uniform(-0.05, 0.13)
        points.append((left, roof))
        if dice.random() < 0.25:
            points.append((left + wide / 2, roof - height * 0.035))
        points.append((left + wide, roof))
        left += wide
        if dice.random() < 0.35:
            gap = height * dice.uniform(0.02, 0.07)
            points += [(left, top + height * 0.05), (left + gap, top + height * 0.05)]
            left += gap
    return points
