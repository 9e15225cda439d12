"""From a folder to a story: reads all files, checks everything, reports all that is wrong.

folder -> pages (files) -> nodes (yaml_reader) -> whole scenes (parts) -> ids (declare)
-> records (build) -> checks

A story that was loaded before and has not changed is opened by game.story.on_demand instead.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from game.errors import GameError
from game.story import values
from game.story.build.renames import renamed
from game.story.build.story import HEADS, chapters_and_scenes, whole_story
from game.story.cache import Cache
from game.story.declare import ANYWHERE, declare
from game.story.desk import Desk, Findings
from game.story.diagnostics import Diagnostic
from game.story.fields import Fields
from game.story.files import HEAD, NotAStory, read_pages
from game.story.index import index_of
from game.story.instruments import Specs
from game.story.model import Story
from game.story.on_demand import opened
from game.story.outline import outlines_of
from game.story.parts import put_in
from game.story.source import Source
from game.story.yaml_nodes import MapNode
from game.story.yaml_reader import read_yaml

_NO_INSTRUMENTS: Specs = {}


@dataclass(frozen=True, slots=True)
class Report:
    """What a reading came to. `story` is None if there are errors. `diagnostics` are at most
    200 and one that counts the rest; `errors` and `warnings` count all."""

    story: Story | None
    diagnostics: tuple[Diagnostic, ...]
    errors: int
    warnings: int


class StoryErrors(GameError):
    """The story cannot be played; `diagnostics` say why."""

    def __init__(self, diagnostics: tuple[Diagnostic, ...]) -> None:
        errors = [one for one in diagnostics if one.severity == "error"]
        super().__init__("\n".join(str(one) for one in errors[:20]))
        self.diagnostics = diagnostics


def load(
    folder: Path,
    instruments: Specs = _NO_INSTRUMENTS,
    cache: Cache | None = None,
) -> Story:
    """The story in this folder. With a cache, one that was loaded before and is still the same
    is opened at once, and its scenes are read when they are come to. Raises StoryErrors."""
    if cache is not None:
        with _without_pauses():
            story = opened(folder, instruments, cache)
        if story is not None:
            return story
    report = examine(folder, instruments, cache)
    if report.story is None:
        raise StoryErrors(report.diagnostics)
    return report.story


def examine(
    folder: Path,
    instruments: Specs = _NO_INSTRUMENTS,
    cache: Cache | None = None,
) -> Report:
    """The story in this folder with all errors and warnings; raises nothing. Into the cache
    goes what helps to open it again, if there are no errors."""
    findings = Findings()
    with _without_pauses():
        try:
            story = _read(folder, Desk(findings, instruments), cache)
        except NotAStory:
            findings.add("S001", None, Source(HEAD, 1, 1))
            story = None
    errors, warnings = findings.errors, findings.count - findings.errors
    return Report(None if errors else story, findings.sorted(), errors, warnings)


@contextmanager
def _without_pauses() -> Iterator[None]:
    """Building makes many objects that all stay; looking for garbage doubles its time."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def _read(folder: Path, desk: Desk, cache: Cache | None) -> Story | None:
    # What only a checking needs: a story that is opened again starts without.
    from game.story.checks import check_story
    from game.story.parts.unused import check_unused

    pages, fingerprint = read_pages(folder, desk.findings)
    roots: list[MapNode] = []
    for page in pages:
        node = read_yaml(page, desk.findings.add)
        if isinstance(node, MapNode):
            roots.append(node)
            _check_head(desk, node)
            continue
        desk.findings.incomplete = True
        if node is not None:
            values.mapping(desk, node, "A file")
    outlines = {} if cache is None else outlines_of(roots)
    roots, shop = put_in(desk, roots)
    declare(desk, roots)
    check_unused(desk, shop)
    chapters, scenes = chapters_and_scenes(desk, roots)
    story = whole_story(desk, roots, (folder, fingerprint), chapters, scenes, renamed(scenes))
    if story is not None:
        check_story(desk, story, folder)
        if cache is not None and not desk.findings.errors:
            cache.put(folder, fingerprint, index_of(story, desk.names.tainted, outlines).plain())
    return story


def _check_head(desk: Desk, root: MapNode) -> None:
    """What a file is: the story's head, a chapter, a system, or shelves only."""
    given = [head for head in HEADS if head in root.entries]
    if len(given) > 1:
        desk.report("S031", root.keys[given[1]], one=given[0], other=given[1])
    is_head = root.page.path == HEAD
    if is_head and "story" not in root.entries:
        desk.report("S021", root, what=HEAD, key="story", hint="story: an-id")
    if not is_head and "story" in root.entries:
        key = root.keys["story"]
        hint = f"The head stands in {HEAD} only."
        desk.report("S020", key, what="This file", key="story", hint=hint)
    for head in given:
        values.text(desk, root.entries[head], head)
    if not given and "scenes" in root.entries:
        desk.report("S021", root, what=root.page.path, key="chapter", hint="chapter: an-id")
    elif not given:
        fields = Fields(desk, root, "A file without story, chapter or system")
        fields.done(ANYWHERE, near=(*HEADS, "scenes"))
