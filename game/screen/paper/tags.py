"""The paper of the score: a tag on its thread, and the stamp that is pressed on it."""

from __future__ import annotations

import math
import random

import pygame

from game.screen.paper.shapes import hexed, svg
from game.screen.theme import Colour

_THREAD = "#a98c5f"
_TILT = 1.3
"""How crooked a tag hangs, in degrees."""


def tilt(size: tuple[int, int], most: float) -> float:
    """How crooked a tag of this size hangs, in degrees: no side rises by more than `most`
    pixels, so that what is written on it stands level and on the paper."""
    return -min(_TILT, math.degrees(math.asin(min(1.0, most / max(1, size[0] / 2)))))


def tag(
    size: tuple[int, int], fill: Colour, edge: Colour, shade: int, turn: float, hole: float
) -> pygame.Surface:
    """A luggage tag with a hole of this radius at its left, a ring round it and a thread in it;
    `shade` larger on each side. Its cut edges catch the light from the upper left."""
    width, height = size
    corner = min(height * 0.24, hole * 3)
    left, top, right, bottom = shade, shade, shade + width, shade + height
    x, y = left + hole * 2.4, top + height / 2
    path = (
        f"M{left + corner:.1f} {top}L{right} {top}L{right} {bottom}L{left + corner:.1f} {bottom}"
        f"L{left} {bottom - corner:.1f}L{left} {top + corner:.1f}Z"
        f"M{x - hole:.1f} {y:.1f}a{hole:.1f} {hole:.1f} 0 1 0 {2 * hole:.1f} 0"
        f"a{hole:.1f} {hole:.1f} 0 1 0 {-2 * hole:.1f} 0Z"
    )
    layers = (
        ("translate(0.8 1.2)", hexed(edge)),
        ("translate(-0.8 -0.8)", "#ffffff"),
        ("translate(0 0)", hexed(fill)),
    )
    sheets = "".join(
        f'<path d="{path}" transform="{moved}" fill="{colour}" fill-rule="evenodd"/>'
        for moved, colour in layers
    )
    ring = (
        f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{hole * 1.35:.1f}" fill="none" '
        f'stroke="{hexed(edge)}" stroke-width="{hole * 0.6:.1f}"/>'
    )
    middle = f"{shade + width / 2:.1f} {shade + height / 2:.1f}"
    return svg(
        (width + 2 * shade, height + 2 * shade),
        f'<g transform="rotate({turn:.2f} {middle})">{sheets}{ring}{_thread(x, y, hole)}</g>',
    )


def _thread(x: float, y: float, hole: float) -> str:
    """Both ends of a thread come out of the hole at (x, y) and hang over the edge at the left."""
    ends = (
        f"M{x:.1f} {y:.1f}C{x - 2.2 * hole:.1f} {y - 2.6 * hole:.1f} "
        f"{x - 3.4 * hole:.1f} {y - 1.4 * hole:.1f} {x - 4.4 * hole:.1f} {y - 3.2 * hole:.1f}",
        f"M{x:.1f} {y:.1f}C{x - 2.0 * hole:.1f} {y - 1.2 * hole:.1f} "
        f"{x - 3.2 * hole:.1f} {y + 0.6 * hole:.1f} {x - 4.6 * hole:.1f} {y - 0.4 * hole:.1f}",
    )
    thick = max(1.4, hole * 0.42)
    return "".join(
        f'<path d="{end}" fill="none" stroke="{_THREAD}" stroke-width="{thick:.1f}" '
        f'stroke-linecap="round"/>'
        for end in ends
    )


def inked(size: tuple[int, int], seed: int, ink: Colour, air: int) -> pygame.Surface:
    """What a stamp has left: an inked block with uneven edges, in a surface that is `air` larger
    on each side."""
    width, height = size
    dice = random.Random(seed)
    rough = max(0.8, height * 0.04)

    def side(length: float) -> list[tuple[float, float]]:
        spots, along, out = [], 0.0, 0.0
        while along < length:
            out += (dice.uniform(-1.6, 0.8) * rough - out) * 0.4
            spots.append((along, out))
            along += dice.uniform(0.8, 5) * rough
        return spots

    top = [(air + along, air + out) for along, out in side(width)]
    right = [(air + width + out, air + along) for along, out in side(height)]
    bottom = [(air + width - along, air + height + out) for along, out in side(width)]
    left = [(air + out, air + height - along) for along, out in side(height)]
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in top + right + bottom + left) + "Z"
    return svg(
        (width + 2 * air, height + 2 * air),
        f'<path d="{path}" fill="{hexed(ink)}" stroke="{hexed(ink)}" stroke-width="0.8" '
        f'stroke-linejoin="round"/>',
    )
