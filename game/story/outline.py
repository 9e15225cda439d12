"""Where the scenes of a file stand, so that each of them can be read alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate
from typing import NamedTuple

from game.story.source import Source
from game.story.yaml_nodes import MapNode, Node, Page, Scalar
from game.story.yaml_reader import read_yaml


class Span(NamedTuple):
    """A scene with its id: the number of its first line, and its characters in the file."""

    line: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Outline:
    """The scenes of one file by id, all of whose ids begin lines, at this column. `after`: the
    number of the line behind the last of them."""

    column: int
    after: int
    spans: Mapping[str, Span]


def outlines_of(roots: Iterable[MapNode]) -> dict[str, Outline]:
    """The outlines of the files that can have one, by their paths."""
    found = {root.page.path: _outline(root) for root in roots if "chapter" in root.entries}
    return {path: one for path, one in found.items() if one is not None}


def _outline(root: MapNode) -> Outline | None:
    """The outline of a file that was read; None where it has no scenes, or in braces only."""
    scenes = root.entries.get("scenes")
    if not isinstance(scenes, MapNode) or not scenes.entries:
        return None
    keys = scenes.keys
    column, text = scenes.column, root.page.text
    starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]
    begun = root.keys["scenes"].line
    after = min((key.line for key in root.keys.values() if key.line > begun), default=len(starts))
    firsts = [starts[key.line - 1] for key in keys.values()]
    ends = [*firsts[1:], min(starts[after - 1], len(text))]
    alone = scenes.line == next(iter(keys.values())).line > begun and all(
        key.column == column and text[first : first + column - 1].isspace()
        for key, first in zip(keys.values(), firsts, strict=True)
    )
    if not alone:
        return None
    lines = (key.line for key in keys.values())
    return Outline(column, after, dict(zip(keys, map(Span, lines, firsts, ends), strict=True)))


def read_head(page: Page, scenes: Outline) -> MapNode | None:
    """The file with no scene in it; None if it is not what the outline was made of."""
    spans = list(scenes.spans.values())
    root = read_yaml(Page(page.path, page.text[: spans[0].start]), _ignore)
    rest = read_yaml(Page(page.path, page.text[spans[-1].end :], scenes.after), _ignore)
    if not isinstance(root, MapNode) or "scenes" not in root.entries:
        return None
    keys = dict(root.keys)
    entries = {**root.entries, "scenes": MapNode(page, root.line, root.column)}
    if isinstance(rest, MapNode):
        keys |= rest.keys
        entries |= rest.entries
    return MapNode(page, root.line, root.column, entries, keys)


def read_scene(page: Page, id: str, span: Span) -> Node | None:
    """The scene; None if it does not stand there."""
    root = read_yaml(Page(page.path, page.text[span.start : span.end], span.line), _ignore)
    if not isinstance(root, MapNode) or [*root.entries] != [id]:
        return None
    return root.entries[id]


def keys(page: Page, scenes: Outline) -> Iterator[tuple[str, Scalar]]:
    """The ids of the scenes, as they stand in the file."""
    for id, span in scenes.spans.items():
        yield id, Scalar(page, span.line, scenes.column, id, "")


def _ignore(code: str, page: Page, place: Source, **values: object) -> None:
    """The file was checked when its outline was made."""
