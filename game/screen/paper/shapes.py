"""Pieces of paper: torn strips, sheets and threads, drawn as SVG so that they are
sharp at any size. Same size and seed, same paper."""

from __future__ import annotations

import io
import math
import random
import zlib

import pygame

from game.screen.theme import Colour

_SHADOW_LAYERS = 8
"""Of a card's shadow, at most: each is drawn as large as the card, and takes as long."""


def seed_of(text: str) -> int:
    """A number by which what carries this text always gets the same piece of paper."""
    return zlib.crc32(text.encode("utf-8", "replace"))


def svg(size: tuple[int, int], body: str) -> pygame.Surface:
    """Draws SVG elements on a clear surface of this size."""
    width, height = size
    text = (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
        f'viewBox="0 0 {width} {height}">{body}</svg>'
    )
    return pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)


def hexed(colour: Colour) -> str:
    """A colour as SVG writes it."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def torn(
    size: tuple[int, int],
    seed: int,
    fill: Colour,
    shade: int,
    edge: Colour,
) -> pygame.Surface:
    """A strip with torn edges, a little askew, in a surface that is `shade` larger on each side.
    Along the tear the inside of the paper is seen, `edge` drawn around it."""
    width, height = size
    rough = max(1.0, shade / 9)
    face, core = (_outline(size, number, shade, rough) for number in (seed, seed + 1))
    middle = f"{shade + width / 2:.1f} {shade + height / 2:.1f}"
    turn = random.Random(seed).uniform(-0.3, 0.3) * min(1.0, 500 / max(1, width))
    inside = tuple(round(255 - (255 - part) * 0.35) for part in fill)
    return svg(
        (width + 2 * shade, height + 2 * shade),
        f'<g transform="rotate({turn:.3f} {middle})">'
        f'<path d="{core}" transform="translate({rough * 0.4:.1f} {rough:.1f})" '
        f'fill="{hexed((inside[0], inside[1], inside[2]))}" stroke="{hexed(edge)}" '
        f'stroke-width="1"/>'
        f'<path d="{face}" fill="{hexed(fill)}"/></g>',
    )


def cut(
    size: tuple[int, int], seed: int, fill: Colour, shade: int, edge: Colour, askew: float = 0.5
) -> pygame.Surface:
    """A card with cut edges that catch the light from the upper left, turned by at most `askew`
    degrees, in a surface that is `shade` larger on each side."""
    width, height = size
    most = askew * min(1.0, shade / max(1, width, height) * 90)
    turn = random.Random(seed).choice((-1, 1)) * random.Random(seed).uniform(0.4, 1.0) * most
    box = f'x="{shade}" y="{shade}" width="{width}" height="{height}"'
    return svg(
        (width + 2 * shade, height + 2 * shade),
        f'<g transform="rotate({turn:.3f} {shade + width / 2:.1f} {shade + height / 2:.1f})">'
        f'<rect {box} transform="translate(0.7 1)" fill="{hexed(edge)}"/>'
        f'<rect {box} transform="translate(-0.7 -0.7)" fill="#ffffff"/>'
        f'<rect {box} fill="{hexed(fill)}"/></g>',
    )


def thread(
    size: tuple[int, int], start: int, end: int, colour: Colour, width: float
) -> pygame.Surface:
    """A thread across the surface, from height `start` at the left to `end` at the right."""
    wide = size[0]
    path = f"M0 {start}C{wide * 0.45:.1f} {start} {wide * 0.55:.1f} {end} {wide} {end}"
    return svg(
        size, f'<path d="{path}" fill="none" stroke="{hexed(colour)}" stroke-width="{width:.1f}"/>'
    )


def rounded(
    size: tuple[int, int],
    radius: float,
    fill: Colour,
    shade: int = 0,
    edge: Colour | None = None,
) -> pygame.Surface:
    """A card with round corners, and a cut edge that catches the light from the upper left.
    The surface is `shade` larger on each side, for its shadow."""
    width, height = size
    box = f'x="{shade}" y="{shade}" width="{width}" height="{height}" rx="{radius:.1f}"'
    apart = max(1.0, (shade - 1) / _SHADOW_LAYERS)
    under, rim = (1 - (1 - part) ** apart for part in (0.06, 0.03))
    steps = (apart * number for number in range(1, round((shade - 1) / apart) + 1))
    layers = [
        f'<rect {box} transform="translate({step * 0.2:.1f} {step * 0.5:.1f})" fill="#140e08" '
        f'fill-opacity="{under:.3f}" stroke="#140e08" stroke-opacity="{rim:.3f}" '
        f'stroke-width="{step:.1f}"/>'
        for step in steps
    ]
    if edge is not None:
        layers.append(f'<rect {box} transform="translate(-1 -1.5)" fill="{hexed(edge)}"/>')
    layers.append(f'<rect {box} fill="{hexed(fill)}"/>')
    return svg((width + 2 * shade, height + 2 * shade), "".join(layers))


def dot(radius: int, colour: Colour) -> pygame.Surface:
    """A round dot with a soft edge."""
    side = 2 * radius + 2
    return svg(
        (side, side),
        f'<circle cx="{side / 2}" cy="{side / 2}" r="{radius}" fill="{hexed(colour)}"/>',
    )


def arrow(size: int, down: bool, colour: Colour) -> pygame.Surface:
    """An arrow head that points up or down."""
    low, high = size * 0.34, size * 0.66
    first, last = (low, high) if down else (high, low)
    path = f"M{size * 0.24} {first}L{size * 0.5} {last}L{size * 0.76} {first}"
    return svg(
        (size, size),
        f'<path d="{path}" fill="none" stroke="{hexed(colour)}" '
        f'stroke-width="{max(2.0, size / 14):.1f}"/>',
    )


def wedge(side: int, up: bool, colour: Colour) -> pygame.Surface:
    """A small full arrow, up or down."""
    tip, foot = (side * 0.1, side * 0.9) if up else (side * 0.9, side * 0.1)
    path = f"M{side / 2} {tip:.1f}L{side} {foot:.1f}L0 {foot:.1f}Z"
    return svg((side, side), f'<path d="{path}" fill="{hexed(colour)}"/>')


def stain(radius: int, line: int, seed: int) -> pygame.Surface:
    """The ring that a wet cup has left: thicker on one side, and dry in places."""
    dice, side = random.Random(seed), 2 * (radius + 2 * line)
    middle, around = side / 2, 2 * math.pi * radius
    arcs = "".join(
        f'<circle cx="{middle + dice.uniform(-1, 1) * line * 0.4:.1f}" '
        f'cy="{middle + dice.uniform(-1, 1) * line * 0.4:.1f}" r="{radius}" fill="none" '
        f'stroke="#3f2817" stroke-opacity="{dark}" stroke-width="{line * wide:.1f}" '
        f'stroke-dasharray="{around * part:.1f} {around:.1f}" '
        f'transform="rotate({dice.uniform(0, 360):.0f} {middle} {middle})"/>'
        for dark, wide, part in ((0.30, 1.3, 0.93), (0.28, 0.5, 0.7), (0.20, 2.0, 0.35))
    )
    return svg((side, side), arcs)


def cup(radius: int) -> pygame.Surface:
    """A cup of tea on its saucer, from above, with room around it for its shadow."""
    side, middle = round(radius * 2.6), radius * 1.3

    def disc(part: float, fill: str, away: float = 0.0) -> str:
        at = middle + radius * away
        return f'<circle cx="{at:.1f}" cy="{at:.1f}" r="{radius * part:.1f}" fill="{fill}"/>'

    handle = (
        f'<rect x="{middle - radius * 0.95:.1f}" y="{middle - radius * 0.11:.1f}" '
        f'width="{radius * 0.5:.1f}" height="{radius * 0.2:.1f}" rx="{radius * 0.1:.1f}" '
        f'fill="#efe7d8" transform="rotate(32 {middle:.1f} {middle:.1f})"/>'
    )
    return svg(
        (side, side),
        disc(1.0, "#fbf6ea", -0.012)
        + disc(1.0, "#e7dcc8")
        + disc(0.68, "#d9ccb4")
        + disc(0.66, "#e9dfcc", 0.012)
        + disc(0.6, "#a8977b", 0.05)
        + handle
        + disc(0.56, "#fffaf0", -0.01)
        + disc(0.55, "#f1e9da")
        + disc(0.47, "#8f6a3c")
        + disc(0.455, "#b27a35", 0.015),
    )


def _outline(size: tuple[int, int], seed: int, at: int, ragged: float) -> str:
    """A torn rectangle as an SVG path: long waves, and small teeth on them."""
    width, height = size
    dice = random.Random(seed * 7919 + 17)
    step = max(3.0, ragged * 2.5)

    def side(length: float) -> list[tuple[float, float]]:
        spots, along, wave, goal = [(0.0, 0.0)], step, 0.0, 0.0
        while along < length - step:
            if dice.random() < 0.12:
                goal = dice.uniform(-ragged, ragged)
            wave += (goal - wave) * 0.3
            spots.append((along, wave + dice.uniform(-ragged, ragged) * 0.35))
            along += step * dice.uniform(0.5, 1.5)
        return spots

    top = [(at + x, at + y) for x, y in side(width)]
    right = [(at + width + y * 0.6, at + x) for x, y in side(height)]
    bottom = [(at + width - x, at + height + y) for x, y in side(width)]
    left = [(at + y * 0.6, at + height - x) for x, y in side(height)]
    points = top + right + bottom + left
    return "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
