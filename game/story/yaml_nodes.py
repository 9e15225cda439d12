"""The values of a YAML file as light nodes that know their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.story.source import Source

_SPACE = " \t\n"


class Page:
    """A file's text, or a part of it. `path` is relative to the story's folder; `first` is the
    number of its first line."""

    __slots__ = ("_lines", "first", "path", "text")

    def __init__(self, path: str, text: str, first: int = 1) -> None:
        self.path, self.text, self.first = path, text, first
        self._lines: list[str] | None = None

    @property
    def lines(self) -> list[str]:
        """Its lines; they are cut only when something is wrong in them."""
        if self._lines is None:
            self._lines = self.text.split("\n")
        return self._lines

    def line(self, number: int) -> str:
        """The line of this number; empty beyond the end."""
        at = number - self.first
        return self.lines[at] if 0 <= at < len(self.lines) else ""


@dataclass(slots=True, eq=False)
class Node:
    """A value and its place, line and column from 1."""

    page: Page
    line: int
    column: int

    @property
    def source(self) -> Source:
        return Source(self.page.path, self.line, self.column)


@dataclass(slots=True, eq=False)
class Scalar(Node):
    """A text. `style`: empty if plain, else its quote or block sign."""

    text: str
    style: str

    def origin(self, offset: int) -> Scalar:
        """The value in a file in which the character of this number stands: this one, unless
        the text was put together."""
        return self

    def locate(self, offset: int) -> Source:
        """Where the character of this number (from 0) stands in the file."""
        first = self.page.first
        row, column = self.line - first, self.column - 1
        if self.style in ("|", ">"):
            row, column = row + 1, 0
        elif self.style:
            column += 1
        left = sum(char not in _SPACE for char in self.text[:offset])
        for line in self.page.lines[row:]:
            for at, char in _characters(line, column, self.style):
                if char in _SPACE:
                    continue
                if left == 0:
                    return Source(self.page.path, row + first, at + 1)
                left -= 1
            row, column = row + 1, 0
        return self.source


@dataclass(slots=True, eq=False)
class ListNode(Node):
    """A list of values."""

    items: list[Node]


class MapNode(Node):
    """Values by key; `keys` are the keys as they stand in the file. `whole`: nothing is known
    to be lacking."""

    __slots__ = ("_keys", "entries", "whole")

    def __init__(
        self,
        page: Page,
        line: int,
        column: int,
        entries: dict[str, Node] | None = None,
        keys: dict[str, Scalar] | None = None,
        whole: bool = True,
    ) -> None:
        self.page, self.line, self.column = page, line, column
        self.entries: dict[str, Node] = {} if entries is None else entries
        self._keys: dict[str, Scalar] | tuple[int, ...] = {} if keys is None else keys
        self.whole = whole

    @property
    def keys(self) -> dict[str, Scalar]:
        """Few keys are ever asked for, and they would take most of the memory: of those that
        were read, only line and column are kept until then."""
        keys = self._keys
        if isinstance(keys, dict):
            return keys
        half = len(keys) // 2
        self._keys = found = {
            text: Scalar(self.page, line, column, text, "")
            for text, line, column in zip(self.entries, keys[:half], keys[half:], strict=False)
        }
        return found

    def keep_places(self, places: tuple[int, ...]) -> None:
        """The lines of the keys of all entries, in order, and then their columns."""
        self._keys = places


def _characters(line: str, start: int, style: str) -> Iterator[tuple[int, str]]:
    at = start
    while at < len(line):
        char = line[at]
        if style == '"' and char == "\\":
            escaped = line[at + 1 : at + 2]
            yield at, " " if escaped in ("n", "t", "") else escaped
            at += 2
            continue
        yield at, char
        at += 2 if style == "'" and line[at : at + 2] == "''" else 1
