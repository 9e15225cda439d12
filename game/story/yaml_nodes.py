"""Reads YAML into light nodes that know their places.

Only a small part of YAML is allowed: no tags, anchors, aliases, merge keys, second documents
or duplicate keys. The parser's events are read one by one, so that nothing that a file can
say makes it expand, recurse or crash.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from game.story.source import Source

MOST_DEPTH = 40
MOST_VALUES = 300_000

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_SPACE = " \t\n"
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]")

_HINTS = {
    "mapping values are not allowed": "Text with a colon needs quotes, or a block: text: |",
    "expected alphabetic or numeric": "Text that begins with * or & needs quotes.",
    "that cannot start any token": "Text that begins so needs quotes; indent with spaces only.",
    "did not find expected key": "Look at the indentation of this line and of the one above.",
    "could not find expected ':'": "A colon is missing, or text needs quotes or a block: text: |",
    "did not find expected ',' or": "A bracket is not closed, or text with a comma needs quotes.",
    "did not find expected node content": "A value is missing, or a bracket is not closed.",
    "unexpected end of stream": "A quote is not closed.",
}


@dataclass(frozen=True, slots=True)
class Page:
    """A file's text. `path` is relative to the story's folder."""

    path: str
    text: str
    lines: list[str]

    @classmethod
    def of(cls, path: str, text: str) -> Page:
        return cls(path, text, text.split("\n"))

    def line(self, number: int) -> str:
        """The line of this number, from 1; empty beyond the end."""
        return self.lines[number - 1] if 0 < number <= len(self.lines) else ""


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
        row, column = self.line - 1, self.column - 1
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
                    return Source(self.page.path, row + 1, at + 1)
                left -= 1
            row, column = row + 1, 0
        return self.source


@dataclass(slots=True, eq=False)
class ListNode(Node):
    """A list of values."""

    items: list[Node]


@dataclass(slots=True, eq=False)
class MapNode(Node):
    """Values by key; `keys` are the keys as they stand in the file. `whole`: nothing is known
    to be lacking."""

    entries: dict[str, Node] = field(default_factory=dict)
    keys: dict[str, Scalar] = field(default_factory=dict)
    whole: bool = True


Event = Any
"""An event of PyYAML, in C or in Python: its classes say less than they hold."""

Report = Callable[..., None]
"""Called as report(code, page, source, **values)."""


class _Stop(Exception):
    """The rest of the file cannot be read."""


def read_yaml(page: Page, report: Report) -> Node | None:
    """The file's one value, or None where it could not be read to the end (reported)."""
    events = _events(page)
    builder = _Builder(page, events, report)
    try:
        return builder.document()
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        problem = error.problem or error.context or "it cannot be read"
        mark = error.problem_mark or error.context_mark
        hint = next((hint for sign, hint in _HINTS.items() if sign in problem), "")
        place = _place(page, mark.line + 1, mark.column + 1) if mark else _top(page)
        report("S010", page, place, problem=problem.rstrip("."), hint=hint)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        report("S010", page, _top(page), problem=str(error).split("\n")[0], hint="")
    return None


def _top(page: Page) -> Source:
    return Source(page.path, 1, 1)


def _place(page: Page, line: int, column: int) -> Source:
    """The place; where that is after all that is written, the end of it."""
    written = page.text.rstrip()
    last = written.count("\n") + 1
    if line <= last:
        return Source(page.path, line, column)
    return Source(page.path, last, len(page.line(last).rstrip()) + 1)


def _events(page: Page) -> Iterator[Event]:
    return iter(yaml.parse(page.text, Loader=_LOADER))


class _Builder:
    def __init__(self, page: Page, events: Iterator[Event], report: Report) -> None:
        self.page, self.events, self.report_to = page, events, report
        self.values = 0

    def report(self, code: str, event: Event, **values: object) -> None:
        mark = event.start_mark
        place = Source(self.page.path, mark.line + 1, mark.column + 1)
        self.report_to(code, self.page, place, **values)

    def document(self) -> Node:
        next(self.events)
        start = next(self.events)
        if isinstance(start, yaml.StreamEndEvent):
            self.report("S007", start)
            raise _Stop
        if start.version or start.tags:
            self.report("S015", start)
            raise _Stop
        root = self.value(next(self.events), 0)
        next(self.events)
        after = next(self.events)
        if not isinstance(after, yaml.StreamEndEvent):
            self.report("S015", after)
            raise _Stop
        return root

    def value(self, event: Event, depth: int) -> Node:
        mark = event.start_mark
        line, column = mark.line + 1, mark.column + 1
        self.values += 1
        if self.values > MOST_VALUES:
            self.report("S005", event, what="What this file says", most=f"{MOST_VALUES:,} values")
            raise _Stop
        if isinstance(event, yaml.AliasEvent):
            self.report("S012", event)
            return Scalar(self.page, line, column, "", "")
        if event.anchor is not None:
            self.report("S012", event)
        if event.tag is not None:
            self.report("S011", event, tag=event.tag)
        if isinstance(event, yaml.ScalarEvent):
            style = event.style if event.style in ("'", '"', "|", ">") else ""
            text = event.value
            if style == '"':
                self.check_escapes(text, event)
            return Scalar(self.page, line, column, text, style)
        if depth == MOST_DEPTH:
            self.report("S014", event, most=MOST_DEPTH)
            raise _Stop
        if isinstance(event, yaml.SequenceStartEvent):
            items = ListNode(self.page, line, column, [])
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.items.append(self.value(event, depth + 1))
            return items
        return self.mapping(MapNode(self.page, line, column), depth)

    def mapping(self, node: MapNode, depth: int) -> MapNode:
        entries, keys = node.entries, node.keys
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self.value(event, depth + 1)
            value = self.value(next(self.events), depth + 1)
            if not isinstance(key, Scalar) or not key.text or "\n" in key.text:
                self.report("S016", event)
            elif key.text == "<<" and not key.style:
                self.report("S017", event)
            elif key.text in keys:
                self.report("S013", event, key=key.text, line=keys[key.text].line)
            else:
                entries[key.text], keys[key.text] = value, key
        return node

    def check_escapes(self, text: str, event: Event) -> None:
        char = forbidden(text)
        if char is not None:
            self.report("S004", event, char=f"U+{ord(char):04X}")


def forbidden(text: str) -> str | None:
    """The first character that may not stand in a story: controls other than newline and
    tab, lone surrogates, line ends that only some programs know, byte order marks."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None


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
