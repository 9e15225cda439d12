"""Pieces of paper: torn strips, sheets, tags and threads, drawn as SVG so that they are
sharp at any size. Same size and seed, same paper."""

from __future__ import annotations

import io
import itertools
import random

import pygame

from game.screen.theme import Colour

_SHADOW_LAYERS = 8
"""Of a card's shadow, at most: each is drawn as large as the card, and takes as long."""


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
    edge: Colour | None = None,
    ragged: float = 1.0,
) -> pygame.Surface:
    """A strip with torn edges and a soft shadow. The surface is `shade` larger on each side."""
    width, height = size
    points = _outline(size, seed, shade, ragged * max(1.0, shade / 6))
    path = "M" + "L".join(f"{x:.1f} {y:.1f}" for x, y in points) + "Z"
    layers = [
        f'<path d="{path}" transform="translate({shade * part / 8:.1f} {shade * part / 3:.1f})" '
        f'fill="#1e1b18" fill-opacity="0.08" stroke="#1e1b18" stroke-opacity="0.05" '
        f'stroke-width="{shade * 0.5:.1f}"/>'
        for part in (0.25, 0.5, 0.75, 1.0)
    ]
    line = f' stroke="{hexed(edge)}" stroke-width="1"' if edge else ""
    layers.append(f'<path d="{path}" fill="{hexed(fill)}"{line}/>')
    return svg((width + 2 * shade, height + 2 * shade), "".join(layers))


def tag(size: tuple[int, int], fill: Colour, edge: Colour, shade: int) -> pygame.Surface:
    """A luggage tag with a hole at its left; `shade` larger on each side."""
    width, height = size
    cut = min(height // 4, shade * 2)
    left, top, right, bottom = shade, shade, shade + width, shade + height
    path = (
        f"M{left + cut} {top}L{right} {top}L{right} {bottom}L{left + cut} {bottom}"
        f"L{left} {bottom - cut}L{left} {top + cut}Z"
    )
    layers = [
        f'<path d="{path}" transform="translate({step * 0.35:.1f} {step * 0.8:.1f})" '
        f'fill="#1e1b18" fill-opacity="0.09"/>'
        for step in range(1, max(4, shade))
    ]
    hole = max(4, shade * 0.6)
    layers.append(f'<path d="{path}" fill="{hexed(fill)}"/>')
    layers.append(
        f'<circle cx="{left + cut + hole * 0.2:.1f}" cy="{top + height / 2:.1f}" r="{hole:.1f}" '
        f'fill="#4a3826" stroke="{hexed(edge)}" stroke-width="{hole * 0.35:.1f}"/>'
    )
    return svg((width + 2 * shade, height + 2 * shade), "".join(layers))


def thread(
    size: tuple[int, int], start: int, end: int, colour: Colour, width: float
) -> pygame.Surface:
    """A thread across the surface, from height `start` at the left to `end` at the right."""
    wide = size[0]
    path = f"M0 {start}C{wide * 0.45:.1f} {start} {wide * 0.55:.1f} {end} {wide} {end}"
    return svg(
        size, f'<path d="{path}" fill="none" stroke="{hexed(colour)}" stroke-width="{width:.1f}"/>'
    )


def stroke(width: int, high: int, seed: int, colour: Colour) -> pygame.Surface:
    """A stroke of a pen, as a hand draws it through a line of words `high` pixels high."""
    dice = random.Random(seed)
    steps = max(2, width // (3 * high))
    reach = high * 0.11
    points = [
        (width * step / steps, high / 2 + dice.uniform(-reach, reach)) for step in range(steps + 1)
    ]
    path = f"M{points[0][0]:.1f} {points[0][1]:.1f}"
    for (left, above), (right, below) in itertools.pairwise(points):
        third = (right - left) / 3
        path += f"C{left + third:.1f} {above:.1f} {right - third:.1f} {below:.1f} "
        path += f"{right:.1f} {below:.1f}"
    thick = max(2.0, high / 14)
    return svg(
        (width, high),
        f'<path d="{path}" fill="none" stroke="{hexed(colour)}" stroke-width="{thick:.1f}" '
        f'stroke-linecap="round"/>',
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


def cast_shadow(surface: pygame.Surface, rect: pygame.Rect, depth: int) -> None:
    """A soft shadow of a sheet that will be drawn at `rect`."""
    veil = pygame.Surface((rect.width + 2 * depth, rect.height + 2 * depth), pygame.SRCALPHA)
    for step in range(depth, 0, -1):
        alpha = round(70 * (1 - step / (depth + 1)) ** 2)
        box = veil.get_rect().inflate(-2 * (depth - step), -2 * (depth - step))
        pygame.draw.rect(veil, (20, 14, 8, alpha), box, border_radius=step)
    surface.blit(veil, (rect.left - depth + depth // 4, rect.top - depth + depth // 2))


def _outline(size: tuple[int, int], seed: int, at: int, ragged: float) -> list[tuple[float, float]]:
    """The corners of a torn rectangle, clockwise from the top left."""
    width, height = size
    dice = random.Random(seed * 7919 + 17)
    step = max(14.0, ragged * 14)

    def side(length: float) -> list[tuple[float, float]]:
        spots = [(0.0, dice.uniform(-ragged, ragged))]
        along = step * dice.uniform(0.4, 1.3)
        while along < length - step * 0.4:
            spots.append((along, dice.uniform(-ragged, ragged)))
            along += step * dice.uniform(0.4, 1.8)
        return spots

    top = [(at + x, at + y) for x, y in side(width)]
    right = [(at + width + y, at + x) for x, y in side(height)]
    bottom = [(at + width - x, at + height + y) for x, y in side(width)]
    left = [(at + y, at + height - x) for x, y in side(height)]
    return top + right + bottom + left
