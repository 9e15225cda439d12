"""A picture as its sheets of paper: what a painter writes as SVG, read and taken apart.

Every `<g id="...">` right below `<svg>` is one sheet, the farthest first; an empty one of class
`spot` is a place for a figure; a `<rect id="eye">` is what a machine would look at. A picture
without such sheets is no cutting, and is drawn as it is."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from xml.etree.ElementTree import Element, tostring

import pygame

from game.screen.paper.elements import Expander, paints, read_tree
from game.screen.paper.matrix import STILL, Matrix, after, matrix_of, moved, numbers
from game.story.svg_bounds import BOX

PEOPLE = 0.5
"""The depth at which people are."""

FIGURE_LIFT = 0.4
"""How far the sheets of a figure stand off each other, unless they say so."""

MOST_SHEETS = 60
"""Of one picture."""

_BODY = "M20 660C20 440 90 320 215 300L222 220H298L305 300C430 320 500 440 500 660Z"
"""Shoulders and a neck."""

Source = Literal["inside", "outside", "glow"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `depth`: 0 infinitely far, 1 nearest; `lift`: how far it stands off what lies
    behind; `flat`: it is painted on that; `light`: what lights it; `when`: the hours at which it is
    there (empty: always). `shapes`: its SVG."""

    id: str
    shapes: str
    depth: float
    lift: float
    flat: bool = False
    light: Source = "inside"
    when: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a figure can be: its bottom middle, in units of the picture, and its scale."""

    id: str
    x: float
    y: float
    scale: float = 1.0
    depth: float = PEOPLE


Box = tuple[float, float, float, float]
"""Left, top, width, height in units of the picture."""


@dataclass(frozen=True, slots=True)
class Cutting:
    """A picture of sheets and spots, the farthest first. `view`: what of its plane is the picture;
    `eye`: what a machine would look at; `paints`: the gradients that its sheets use."""

    view: Box
    parts: tuple[Sheet | Spot, ...]
    eye: Box | None
    paints: str

    @property
    def sheets(self) -> tuple[Sheet, ...]:
        return tuple(part for part in self.parts if isinstance(part, Sheet))

    @property
    def spots(self) -> tuple[Spot, ...]:
        return tuple(part for part in self.parts if isinstance(part, Spot))

    def drawn(self, sheet: Sheet, size: tuple[int, int], place: Matrix) -> pygame.Surface:
        """The flat shapes of a sheet on a clear surface, each point where `place` puts it."""
        wide, high = size
        at = " ".join(f"{number:.6g}" for number in place)
        text = (
            f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" '
            f'width="{wide}" height="{high}"><defs>{self.paints}</defs>'
            f'<g transform="matrix({at})">{sheet.shapes}</g></svg>'
        )
        return pygame.image.load_sized_svg(io.BytesIO(text.encode()), size)


def read_cutting(path: Path, lift: float = 1.0) -> Cutting | None:
    """The sheets of a picture; `lift`: how far one stands off unless it says so. None: the picture
    has no sheets. ValueError and OSError: it cannot be drawn at all."""
    root = read_tree(path)
    if not any(child.tag == "g" and child.get("id") for child in root):
        return None
    box_path = path.parent / BOX
    box = read_tree(box_path) if _uses_box(root) and box_path.is_file() else None
    try:
        return _cutting(root, box, lift)
    except ValueError as problem:
        raise ValueError(f"{path.name}: {problem}") from None


def nobody() -> Cutting:
    """A figure of blank paper, for one that is not there."""
    body = Sheet("body", f'<path fill="#cbbfa8" d="{_BODY}"/>', PEOPLE, FIGURE_LIFT)
    head = Sheet("head", '<ellipse fill="#d9cfba" cx="260" cy="150" rx="82" ry="98"/>', PEOPLE, 0.4)
    return Cutting((0.0, 0.0, 520.0, 640.0), (body, head), None, "")


def belongs_to(path: Path) -> str | None:
    """The sheet that a picture is painted on which lies over another: its `data-over`."""
    return read_tree(path).get("data-over")


def view_of(root: Element) -> Box:
    """What of its plane a picture shows. ValueError: it does not say how large it is."""
    box = numbers(root.get("viewBox", ""))
    if len(box) != 4:
        sizes = [numbers(root.get(name, ""))[:1] for name in ("width", "height")]
        box = [0.0, 0.0, *(size[0] for size in sizes if size)]
    if len(box) != 4 or min(box[2:]) < 1:
        raise ValueError("it does not say how large it is: give it a viewBox")
    return box[0], box[1], box[2], box[3]


def _cutting(root: Element, box: Element | None, lift: float) -> Cutting:
    expander, parts, eye = Expander(root, box), list[Sheet | Spot](), None
    for child in root:
        if child.tag in ("defs", "title", "desc", "metadata"):
            continue
        whole = expander.expand(child)
        eye = eye or next(_eyes(whole, STILL), None)
        if child.tag != "g":
            flat = replace(_sheet(whole, lift), flat=True)
            parts.append(flat)
        elif "spot" in child.get("class", "").split():
            parts.append(_spot(whole))
        else:
            parts.append(_sheet(whole, lift))
    if len(parts) > MOST_SHEETS:
        raise ValueError(f"it has more than {MOST_SHEETS} sheets")
    gradients = "".join(tostring(paint, encoding="unicode") for paint in paints(root, box))
    return Cutting(view_of(root), tuple(parts), eye, gradients)


def _sheet(element: Element, lift: float) -> Sheet:
    light = element.get("data-light", "inside")
    return Sheet(
        element.get("id", ""),
        tostring(element, encoding="unicode"),
        _number(element, "data-depth", PEOPLE, 0.0, 1.0),
        _number(element, "data-lift", lift, 0.0, 3.0),
        element.get("data-flat") == "yes",
        "outside" if light == "outside" else "glow" if light == "glow" else "inside",
        frozenset(element.get("data-when", "").split()),
    )


def _spot(element: Element) -> Spot:
    a, b, _, _, x, y = matrix_of(element.get("transform", ""))
    scale = min(8.0, max(0.05, (a * a + b * b) ** 0.5))
    depth = _number(element, "data-depth", PEOPLE, 0.0, 1.0)
    return Spot(element.get("id", ""), x, y, scale, depth)


def _number(element: Element, name: str, usual: float, least: float, most: float) -> float:
    found = numbers(element.get(name, ""))
    return min(most, max(least, found[0])) if found else usual


def _eyes(element: Element, outer: Matrix) -> Iterator[Box]:
    """What machines would look at, as it comes to lie in the picture."""
    matrix = after(outer, matrix_of(element.get("transform", "")))
    if element.tag == "rect" and element.get("id") == "eye":
        sides = ("x", "y", "width", "height")
        x, y, wide, high = (_number(element, side, 0.0, -1e5, 1e5) for side in sides)
        corners = [moved(matrix, x + i * wide, y + j * high) for i in (0, 1) for j in (0, 1)]
        left, top = (min(corner[n] for corner in corners) for n in (0, 1))
        right, foot = (max(corner[n] for corner in corners) for n in (0, 1))
        yield left, top, right - left, foot - top
    for child in element:
        yield from _eyes(child, matrix)


def _uses_box(root: Element) -> bool:
    links = (use.get("href") or use.get("xlink:href") or "" for use in root.iter("use"))
    return any(link.startswith(f"{BOX}#") for link in links)
