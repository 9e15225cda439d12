"""Fills a part's parameters in: `<caller>` gives way to what a use of the part gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.story.source import Source
from game.story.yaml_nodes import ListNode, MapNode, Node, Scalar
from game.story.yaml_reader import MOST_DEPTH

PARAMETER = re.compile(r"<([a-z][a-z0-9-]{0,59})>")
MOST_VALUES = 300_000
MOST_CHARACTERS = 20_000_000
MOST_TEXT = 100_000
"""Parts may make so many values and characters in one story, and so long a text."""


class TooMuch(Exception):
    """The parts of this story would make it grow beyond all bounds."""


class NotText(Exception):
    """Inside of a text, or as a key, stands a parameter that is no single value."""

    def __init__(self, given: Node, name: str, place: Scalar) -> None:
        super().__init__(name)
        self.given, self.name, self.place = given, name, place


class SameKey(Exception):
    """With its parameters filled in, a key stands twice in a mapping."""

    def __init__(self, key: Scalar, text: str, first: Scalar) -> None:
        super().__init__(text)
        self.key, self.text, self.first = key, text, first


@dataclass(slots=True, eq=False)
class Filled(Scalar):
    """A text with parameters filled in. `pieces`: where each begins, here and in the value
    that it was taken from."""

    pieces: list[tuple[int, int, Scalar]] = field(default_factory=list)

    def origin(self, offset: int) -> Scalar:
        return self._piece(offset)[2].origin(offset)

    def locate(self, offset: int) -> Source:
        here, there, scalar = self._piece(offset)
        return scalar.locate(offset - here + there) if there >= 0 else scalar.source

    def _piece(self, offset: int) -> tuple[int, int, Scalar]:
        return next(piece for piece in reversed(self.pieces) if piece[0] <= offset)


@dataclass(slots=True)
class Filler:
    """Fills parts in, within what one story may make of them."""

    values: int = MOST_VALUES
    characters: int = MOST_CHARACTERS

    def fill(self, node: Node, given: Mapping[str, Node], depth: int = 0) -> Node:
        """The value with these parameters filled in; what is `<name>` and no more becomes the
        given value itself. Raises TooMuch, NotText, SameKey."""
        self._count(depth)
        if isinstance(node, Scalar):
            whole = PARAMETER.fullmatch(node.text.strip())
            if whole and whole[1] in given:
                self._count_all(given[whole[1]], depth)
                return given[whole[1]]
            return self._text(node, given)
        if isinstance(node, ListNode):
            items = [self.fill(item, given, depth + 1) for item in node.items]
            return ListNode(node.page, node.line, node.column, items)
        assert isinstance(node, MapNode)
        filled = MapNode(node.page, node.line, node.column, whole=node.whole)
        for key, value in node.entries.items():
            place = self._key(node.keys[key], given)
            if place.text in filled.keys:
                raise SameKey(place, place.text, filled.keys[place.text])
            filled.entries[place.text] = self.fill(value, given, depth + 1)
            filled.keys[place.text] = place
        return filled

    def _key(self, key: Scalar, given: Mapping[str, Node]) -> Scalar:
        whole = PARAMETER.fullmatch(key.text)
        value = given.get(whole[1]) if whole else None
        return value if isinstance(value, Scalar) else self._text(key, given)

    def _text(self, scalar: Scalar, given: Mapping[str, Node]) -> Scalar:
        if "<" not in scalar.text:
            return scalar
        pieces: list[tuple[int, int, Scalar]] = []
        texts: list[str] = []
        length = at = 0
        for found in PARAMETER.finditer(scalar.text):
            value = given.get(found[1])
            if value is None:
                continue
            if not isinstance(value, Scalar):
                raise NotText(value, found[1], scalar)
            before = scalar.text[at : found.start()]
            pieces += [(length, at, scalar), (length + len(before), -1, value)]
            texts += [before, value.text]
            length += len(before) + len(value.text)
            at = found.end()
            if length > MOST_TEXT:
                raise TooMuch
        if not pieces:
            return scalar
        pieces.append((length, at, scalar))
        text = "".join((*texts, scalar.text[at:]))
        self.characters -= len(text)
        return Filled(scalar.page, scalar.line, scalar.column, text, scalar.style, pieces)

    def _count(self, depth: int) -> None:
        self.values -= 1
        if self.values < 0 or self.characters < 0 or depth > MOST_DEPTH:
            raise TooMuch

    def _count_all(self, node: Node, depth: int) -> None:
        """Counts a given value with all that is in it, however often it was counted before."""
        self._count(depth)
        for inner in _inside(node):
            self._count_all(inner, depth + 1)


def parameters(node: Node) -> Iterator[tuple[str, Scalar, int]]:
    """Everything in this value that looks like a parameter: name, text, and where in it."""
    if isinstance(node, Scalar):
        for found in PARAMETER.finditer(node.text):
            yield found[1], node, found.start()
    elif isinstance(node, MapNode):
        for key in node.keys.values():
            yield from parameters(key)
    for inner in _inside(node):
        yield from parameters(inner)


def _inside(node: Node) -> Iterator[Node]:
    if isinstance(node, ListNode):
        yield from node.items
    elif isinstance(node, MapNode):
        yield from node.entries.values()
