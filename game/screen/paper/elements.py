"""An SVG file as a tree of elements: no entities, nothing too large, every `<use>` replaced by
what it stands for."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from xml.etree.ElementTree import Element, TreeBuilder
from xml.parsers import expat

from game.story.svg_bounds import BOX, DEEPEST, LARGEST, MOST

_ITS_OWN = ("href", "xlink:href", "x", "y", "width", "height", "transform", "id")
"""Attributes of a `<use>` that say what is put where; all others are handed on."""


def read_tree(path: Path) -> Element:
    """The file's root. ValueError: it is no SVG that can be drawn; OSError: it cannot be read."""
    if path.stat().st_size > LARGEST:
        raise ValueError(f"{path.name} is larger than {LARGEST // 1000} kB")
    return parse(path.read_bytes(), path.name)


def parse(text: bytes, name: str) -> Element:
    """The root of an SVG text; `name` is what a complaint calls it."""
    builder, parser = TreeBuilder(), expat.ParserCreate()
    depth = count = 0

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal depth, count
        depth, count = depth + 1, count + 1
        if depth > DEEPEST or count > MOST:
            raise ValueError(f"{name} has too many elements, or they lie too deep in each other")
        builder.start(tag, attributes)

    def end(tag: str) -> None:
        nonlocal depth
        depth -= 1
        builder.end(tag)

    def entity(*_: object) -> None:
        raise ValueError(f"{name} declares an entity: write out what it stands for")

    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(text, True)
    except expat.ExpatError as problem:
        raise ValueError(f"{name} is no whole SVG file: {problem}") from None
    root: Element = builder.close()
    if root.tag != "svg":
        raise ValueError(f"{name} is no SVG file: it begins with <{root.tag}>")
    return root


class Expander:
    """Puts in place of every `<use>` a copy of what it stands for. What cannot be found is left
    out: the check of the story tells its author."""

    def __init__(self, root: Element, box: Element | None) -> None:
        self._own = _by_id(root)
        self._box = {} if box is None else _by_id(box)
        self._left = MOST

    def expand(self, element: Element) -> Element:
        """The element without any `<use>`. ValueError: there would be too many elements."""
        return self._expanded(element, self._own, DEEPEST)

    def _expanded(self, element: Element, ids: dict[str, Element], depth: int) -> Element:
        self._left -= 1
        if self._left < 0 or depth < 0:
            raise ValueError("its <use> stand for too many elements, or for each other")
        if element.tag == "use":
            return self._used(element, ids, depth)
        whole = Element(element.tag, dict(element.attrib))
        whole.extend([self._expanded(child, ids, depth - 1) for child in element])
        return whole

    def _used(self, use: Element, ids: dict[str, Element], depth: int) -> Element:
        file, _, name = (use.get("href") or use.get("xlink:href") or "").partition("#")
        ids = {"": ids, BOX: self._box}.get(file, {})
        x, y = use.get("x", "0"), use.get("y", "0")
        place = f"{use.get('transform', '')} translate({x} {y})".strip()
        group = Element("g", {k: v for k, v in use.attrib.items() if k not in _ITS_OWN})
        group.set("transform", place)
        if name in ids:
            group.append(self._expanded(ids[name], ids, depth - 1))
        return group


def paints(*roots: Element | None) -> list[Element]:
    """Copies of all gradients; the first of several with one name."""
    found: dict[str, Element] = {}
    for root in roots:
        for element in () if root is None else root.iter():
            if element.tag in ("linearGradient", "radialGradient"):
                found.setdefault(element.get("id", ""), deepcopy(element))
    return list(found.values())


def _by_id(root: Element) -> dict[str, Element]:
    found: dict[str, Element] = {}
    for element in root.iter():
        name = element.get("id")
        if name:
            found.setdefault(name, element)
    return found
