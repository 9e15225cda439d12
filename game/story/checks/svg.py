"""Reads one SVG picture, and finds what would silently be lost when it is drawn.

Drawn are flat shapes, and what the game makes of them: sheets of paper, spots for figures, eyes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple
from xml.parsers import expat

from game.story.checks.colours import is_drawn, is_vermilion
from game.story.nearest import did_you_mean
from game.story.source import Source
from game.story.svg_bounds import DEEPEST, LARGEST, MOST
from game.story.yaml_nodes import Page

MOST_SLIPS = 100
MOST_LINKS = 500
"""Of one file; who has more has enough to mend."""

Attributes = Mapping[str, str]

_DRAWN = frozenset(
    {"svg", "g", "defs", "use", "path", "rect", "circle", "ellipse", "polygon", "polyline", "line"}
    | {"linearGradient", "radialGradient", "stop"}
)
_SILENT = frozenset({"title", "desc", "metadata"})
_INSTEAD = {
    "text": "Draw the letters as paths, or tell them in the text of the scene.",
    "filter": "Shadows, grain and blur are made by the game.",
    "clipPath": "Draw the shape as it is when it is cut.",
    "mask": "Draw the shape as it is when it is cut.",
    "pattern": "Repeat the shape with <use>.",
    "image": "Only shapes are drawn.",
    "symbol": 'In <defs>, write <g id="…">, and <use> that.',
    "marker": "Draw the end of the line as a shape.",
    "style": "Write fill and stroke at each shape.",
}
_NOT_DRAWN = {
    "filter": "filter",
    "clip-path": "clipPath",
    "mask": "mask",
    "marker": "marker",
    "marker-start": "marker",
    "marker-mid": "marker",
    "marker-end": "marker",
    "mix-blend-mode": "",
    "transform-origin": "",
}
"""Attributes, and the elements of which the same must be said."""
_COLOURS = ("fill", "stroke", "stop-color")
_COORDINATES = ("x1", "y1", "x2", "y2", "cx", "cy", "r", "fx", "fy")
_BOUNDS = {"data-depth": 1.0, "data-lift": 3.0}
_WORDS = {
    "data-flat": ("yes", "no"),
    "data-light": ("inside", "outside", "glow"),
    "data-when": ("morning", "day", "dusk", "night", "dark"),
}
_OF_THE_WHOLE = "data-over"
_URL = re.compile(r"url\(\s*[\"']?#([^)\"']*)[\"']?\s*\)")


class Slip(NamedTuple):
    """What is wrong, by its code; `at`: the byte at which it stands."""

    code: str
    at: int
    values: Mapping[str, str]


class Link(NamedTuple):
    """What is used: an id, of this file or of the one named; `at`: where, as a byte. A gradient
    of a shape from the box may stand there, too."""

    file: str
    id: str
    at: int
    gradient: bool = False


@dataclass(slots=True)
class Drawing:
    """A picture as it was read. `ids`, `spots`: those in it; `whole`: it was read to its end."""

    path: str
    raw: bytes
    slips: dict[tuple[str, str], Slip] = field(default_factory=dict)
    links: dict[tuple[str, str], Link] = field(default_factory=dict)
    ids: set[str] = field(default_factory=set)
    spots: set[str] = field(default_factory=set)
    whole: bool = False

    def add(self, code: str, at: int, about: str, **values: str) -> None:
        """Notes a slip, once for whatever it is about."""
        if len(self.slips) < MOST_SLIPS:
            self.slips.setdefault((code, about), Slip(code, at, values))

    def link(self, link: Link) -> None:
        """Notes what is used, once."""
        if len(self.links) < MOST_LINKS:
            self.links.setdefault((link.file, link.id), link)

    @property
    def page(self) -> Page:
        """Its text, for findings to show a line of it."""
        return Page(self.path, self.raw.decode("utf-8", "replace").replace("\r", ""))

    def place(self, at: int) -> Source:
        """Line and column of a byte."""
        start = self.raw.rfind(b"\n", 0, at) + 1
        column = len(self.raw[start:at].decode("utf-8", "replace")) + 1
        return Source(self.path, self.raw.count(b"\n", 0, at) + 1, column)


def read_drawing(path: str, raw: bytes) -> Drawing:
    """The picture with all slips in it."""
    drawing = Drawing(path, raw)
    if len(raw) > LARGEST:
        problem = f"it is larger than {LARGEST // 1_000_000} MB"
        drawing.add("S154", 0, "", path=path, problem=problem)
        return drawing
    reader = _Reader(drawing)
    try:
        reader.parser.Parse(raw, True)
        drawing.whole = True
    except expat.ExpatError as error:
        problem = expat.ErrorString(error.code)
        drawing.add("S154", reader.parser.ErrorByteIndex, "", path=path, problem=problem)
    except _Refused as refused:
        drawing.add("S154", reader.parser.CurrentByteIndex, "", path=path, problem=str(refused))
    return drawing


class _Refused(Exception):
    """It is not read any further."""


class _Reader:
    """Looks at each element as it comes. What stands in one that is not drawn is passed over."""

    def __init__(self, drawing: Drawing) -> None:
        self.drawing = drawing
        self.parser = expat.ParserCreate()
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self.parser.EntityDeclHandler = self._entity
        self._depth = self._count = 0
        self._passed_over = 0
        self._clear: list[tuple[int, int, int]] = []
        """Groups with an opacity: how deep each lies, its number, and where it stands."""

    def _entity(self, *_: object) -> None:
        raise _Refused("it declares an entity: write out what that stands for")

    def _end(self, _tag: str) -> None:
        if self._clear and self._clear[-1][0] == self._depth:
            _, before, where = self._clear.pop()
            if self._count > before + 1:
                self.drawing.add("S152", where, str(where))
        self._depth -= 1
        if self._depth < self._passed_over:
            self._passed_over = 0

    def _start(self, tag: str, given: dict[str, str]) -> None:
        self._depth, self._count = self._depth + 1, self._count + 1
        if self._depth > DEEPEST or self._count > MOST:
            raise _Refused("it has too many elements, or they lie too deep in each other")
        if self._passed_over:
            return
        if self._depth == 1 and tag != "svg":
            raise _Refused(f"it begins with <{tag}>, not with <svg>")
        if tag not in _DRAWN or (tag == "svg" and self._depth > 1):
            self._passed_over = self._depth
            if tag not in _SILENT and (":" not in tag or tag.startswith("svg:")):
                hint = _INSTEAD.get(tag, "Only plain shapes are drawn.")
                self._add("S150", tag, what=f"<{tag}>", hint=hint)
            return
        self._element(tag, given | dict(_styles(given.get("style", ""))))

    def _element(self, tag: str, given: Attributes) -> None:
        drawing, id = self.drawing, given.get("id", "")
        drawing.ids.add(id)
        if tag == "svg":
            if not _is_box(given.get("viewBox", "")):
                self._add("S159", "")
        elif "spot" in given.get("class", "").split() and self._depth == 2:
            drawing.spots.add(id)
        elif tag == "rect" and id == "eye":
            return
        if tag == "use":
            name = "href" if "href" in given else "xlink:href"
            file, _, target = given.get(name, "").partition("#")
            drawing.link(Link(file, target, self._at(name)))
        if tag in ("g", "use", "svg") and _is_clear(given.get("opacity", "1")):
            # What a <use> stands for may be many shapes.
            number = self._count - 2 if tag == "use" else self._count
            self._clear.append((self._depth, number, self._at("opacity")))
        if tag.endswith("Gradient"):
            self._gradient(tag, given)
        for name, value in given.items():
            self._attribute(name, value.strip())

    def _attribute(self, name: str, value: str) -> None:
        if name in _COLOURS:
            self._colour(name, value)
        elif name in _NOT_DRAWN and value != "none":
            hint = _INSTEAD.get(_NOT_DRAWN[name], "Draw it as it is to look.")
            self._add("S150", name, name, what=name, hint=hint)
        elif name.startswith("data-"):
            problem, hint = self._data(name, value)
            if problem:
                self._add("S158", problem, name, problem=problem, hint=hint)

    def _colour(self, name: str, value: str) -> None:
        if found := _URL.match(value):
            self.drawing.link(Link("", found[1], self._at(name), gradient=True))
        elif value != "none" and not is_drawn(value):
            self._add("S151", value, name, colour=value)
        elif is_vermilion(value):
            self._add("S156", value, name, colour=value)

    def _gradient(self, tag: str, given: Attributes) -> None:
        if given.get("gradientUnits") == "userSpaceOnUse":
            return
        fractions = any("%" not in given.get(name, "%") for name in _COORDINATES)
        if fractions or tag == "radialGradient":
            self._add("S153", given.get("id", ""), id=given.get("id", ""))

    def _data(self, name: str, value: str) -> tuple[str, str]:
        """What is wrong with what the game itself reads, and what to do; nothing if it is right."""
        if name == _OF_THE_WHOLE and self._depth == 1:
            return "", ""
        if name not in _BOUNDS and name not in _WORDS:
            return f"{name} says nothing to the game.", did_you_mean(name, (*_BOUNDS, *_WORDS))
        if self._depth != 2:
            return f"{name} says nothing here.", 'It stands at a sheet, a <g id="…"> below <svg>.'
        right: bool
        if name in _BOUNDS:
            right = _is_number(value) and 0 <= float(value) <= _BOUNDS[name]
            hint = f"It is a number from 0 to {_BOUNDS[name]:g}."
        else:
            words = value.split() if name == "data-when" else [value]
            right = bool(words) and {*words} <= {*_WORDS[name]}
            hint = f"It can be: {', '.join(_WORDS[name])}."
        return ("", "") if right else (f"{name} cannot be {value or 'empty'}.", hint)

    def _add(self, code: str, about: str, attribute: str = "", **values: str) -> None:
        self.drawing.add(code, self._at(attribute), about, **values)

    def _at(self, attribute: str) -> int:
        """Where the attribute of the element stands that is just looked at, or the element."""
        start, raw = self.parser.CurrentByteIndex, self.drawing.raw
        if attribute:
            end = raw.find(b">", start)
            for name in (attribute, "style"):
                found = re.compile(rb"\s" + name.encode() + rb"\s*=").search(raw, start, end)
                if found:
                    return found.start() + 1
        return start


def _styles(text: str) -> Iterator[tuple[str, str]]:
    for one in text.split(";"):
        name, colon, value = one.partition(":")
        if colon:
            yield name.strip(), value.strip()


def _is_number(text: str) -> bool:
    return re.fullmatch(r"[0-9]*\.?[0-9]+", text) is not None


def _is_clear(opacity: str) -> bool:
    return not _is_number(opacity) or float(opacity) < 1


def _is_box(text: str) -> bool:
    numbers = text.replace(",", " ").split()
    sizes = [one for one in numbers[2:] if _is_number(one) and float(one) > 0]
    return len(numbers) == 4 and len(sizes) == 2
