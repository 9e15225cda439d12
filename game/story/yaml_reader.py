"""Reads YAML into light nodes that know their places.

Only a small part of YAML is allowed: no tags, anchors, aliases, merge keys, second documents
or duplicate keys. The parser's events are read one by one, so that nothing that a file can
say makes it expand, recurse or crash.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from sys import intern
from typing import Any

import yaml
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from game.story.source import Source
from game.story.yaml_faults import explain
from game.story.yaml_nodes import ListNode, MapNode, Node, Page, Scalar

MOST_DEPTH = 40
MOST_VALUES = 300_000
SHORT = 40
"""So short a text may well stand at many places; it is kept once."""

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_BREAKS = "\n\r\x85\u2028\u2029"
"""What begins a line for the parser."""
_FORBIDDEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\u2028\u2029\ufeff\ufffe\uffff]")

Event = Any
"""An event of PyYAML, in C or in Python: its classes say less than they hold."""

Report = Callable[..., None]
"""Called as report(code, page, source, **values)."""


class _Stop(Exception):
    """The rest of the file cannot be read."""


def read_yaml(page: Page, report: Report) -> Node | None:
    """The file's one value, or None where it could not be read to the end (reported)."""
    try:
        return _Builder(page, report).document()
    except _Stop:
        return None
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        place = (mark.line, mark.column) if mark else (0, 0)
        start = error.context_mark
        begins = (start.line, start.column) if start else None
        problem = error.problem or error.context or "it cannot be read"
        told = explain(page.lines, problem, place, begins)
        where = _place(page, told.place[0] + page.first, told.place[1] + 1)
        report("S010", page, where, problem=told.problem, hint=told.hint)
    except (yaml.YAMLError, ValueError, OverflowError) as error:
        report("S010", page, _top(page), problem=str(error).split("\n")[0], hint="")
    return None


def _top(page: Page) -> Source:
    return Source(page.path, page.first, 1)


def _place(page: Page, line: int, column: int) -> Source:
    """The place; where that is after all that is written, the end of it."""
    written = page.text.rstrip()
    last = written.count("\n") + page.first
    if line <= last:
        return Source(page.path, line, column)
    return Source(page.path, last, len(page.line(last).rstrip()) + 1)


class _Builder:
    def __init__(self, page: Page, report: Report) -> None:
        self.page, self.report_to = page, report
        self.take: Callable[[], Event] = _LOADER(page.text).get_event
        breaks = sum(page.text.count(sign) for sign in _BREAKS)
        # Each number once: most of what is read stands in the same line as something else.
        self.lines = [*range(page.first, page.first + breaks + 2)]
        self.values = 0

    def report(self, code: str, event: Event, **values: object) -> None:
        mark = event.start_mark
        place = Source(self.page.path, self.lines[mark.line], mark.column + 1)
        self.report_to(code, self.page, place, **values)

    def document(self) -> Node:
        self.take()
        start = self.take()
        if isinstance(start, StreamEndEvent):
            self.report("S007", start)
            raise _Stop
        if start.version or start.tags:
            self.report("S015", start)
            raise _Stop
        root = self.value(self.take(), 0)
        self.take()
        after = self.take()
        if not isinstance(after, StreamEndEvent):
            self.report("S015", after)
            raise _Stop
        return root

    def value(self, event: Event, depth: int) -> Node:
        self.values += 1
        if self.values > MOST_VALUES:
            self.report("S005", event, what="What this file says", most=f"{MOST_VALUES:,} values")
            raise _Stop
        kind = event.__class__
        if kind is ScalarEvent:
            return self.scalar(event)
        mark = event.start_mark
        line, column = self.lines[mark.line], mark.column + 1
        if kind is AliasEvent:
            self.report("S012", event)
            return Scalar(self.page, line, column, "", "")
        self.check_plain(event)
        if depth == MOST_DEPTH:
            self.report("S014", event, most=MOST_DEPTH)
            raise _Stop
        if kind is SequenceStartEvent:
            items: list[Node] = []
            while (event := self.take()).__class__ is not SequenceEndEvent:
                items.append(self.value(event, depth + 1))
            return ListNode(self.page, line, column, items)
        return self.mapping(MapNode(self.page, line, column), depth)

    def scalar(self, event: Event) -> Scalar:
        mark, text, style = event.start_mark, event.value, event.style or ""
        if event.anchor is not None or event.tag is not None:
            self.check_plain(event)
        if style == '"':
            self.check_escapes(text, event)
        if len(text) < SHORT:
            text = intern(text)
        return Scalar(self.page, self.lines[mark.line], mark.column + 1, text, style)

    def mapping(self, node: MapNode, depth: int) -> MapNode:
        entries, take, below = node.entries, self.take, depth + 1
        lines: dict[str, int] = {}
        columns: list[int] = []
        while (event := take()).__class__ is not MappingEndEvent:
            key = self.key(event, below)
            value = self.value(take(), below)
            if not key or "\n" in key:
                self.report("S016", event)
            elif key == "<<" and not event.style:
                self.report("S017", event)
            elif key in entries:
                self.report("S013", event, key=key, line=lines[key])
            else:
                entries[key] = value
                mark = event.start_mark
                lines[key] = self.lines[mark.line]
                columns.append(mark.column + 1)
        node.keep_places((*lines.values(), *columns))
        return node

    def key(self, event: Event, depth: int) -> str:
        """The text of a key; empty if it is none."""
        if event.__class__ is ScalarEvent and not event.style and event.tag is event.anchor is None:
            self.values += 1
            return intern(event.value)
        key = self.value(event, depth)
        return key.text if isinstance(key, Scalar) else ""

    def check_plain(self, event: Event) -> None:
        if event.anchor is not None:
            self.report("S012", event)
        if event.tag is not None:
            self.report("S011", event, tag=event.tag)

    def check_escapes(self, text: str, event: Event) -> None:
        char = forbidden(text)
        if char is not None:
            self.report("S004", event, char=f"U+{ord(char):04X}")


def forbidden(text: str) -> str | None:
    """The first character that may not stand in a story: controls other than newline and
    tab, lone surrogates, line ends that only some programs know, byte order marks."""
    found = _FORBIDDEN.search(text)
    return found.group() if found else None
