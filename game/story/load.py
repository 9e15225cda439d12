"""From a folder to a story: reads all files, checks everything, reports all that is wrong.

folder -> pages (files) -> nodes (yaml_nodes) -> whole scenes (parts) -> ids (declare)
-> records (build_*) -> checks
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from game.errors import GameError
from game.story import build_shelves as shelves
from game.story import values
from game.story.build_pools import pool
from game.story.build_renames import renamed
from game.story.build_scenes import chapter, scene
from game.story.build_systems import system
from game.story.checks import check_story
from game.story.declare import ANYWHERE, CHAPTER_KEYS, SHELVES, declare, declared
from game.story.desk import ID, Desk, Findings
from game.story.diagnostics import Diagnostic
from game.story.fields import Fields
from game.story.files import HEAD, NotAStory, read_pages
from game.story.instruments import InstrumentSpec
from game.story.model import Chapter, Cut, Renamed, Scene, Story
from game.story.parts import put_in
from game.story.parts_unused import check_unused
from game.story.source import Source
from game.story.systems import System
from game.story.yaml_nodes import MapNode, Node, read_yaml

MOST_SCENES = 20_000
MOST_CUTS = 20
ENOUGH = 1_000
"""So many findings are enough to work on: building stops."""

Thing = TypeVar("Thing")

_NO_INSTRUMENTS: Mapping[str, InstrumentSpec] = {}
_HEADS = ("story", "chapter", "system")


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


def load(folder: Path, instruments: Mapping[str, InstrumentSpec] = _NO_INSTRUMENTS) -> Story:
    """The story in this folder. Raises StoryErrors."""
    report = examine(folder, instruments)
    if report.story is None:
        raise StoryErrors(report.diagnostics)
    return report.story


def examine(folder: Path, instruments: Mapping[str, InstrumentSpec] = _NO_INSTRUMENTS) -> Report:
    """The story in this folder with all errors and warnings; raises nothing."""
    findings = Findings()
    with _without_pauses():
        try:
            story = _read(folder, Desk(findings, instruments))
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


def _read(folder: Path, desk: Desk) -> Story | None:
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
    heads = [root for root in roots if root.page.path == HEAD and "story" in root.entries]
    roots, shop = put_in(desk, roots)
    variables = declare(desk, roots)
    check_unused(desk, shop)
    systems = _systems(desk, roots)
    chapters, scenes = _chapters(desk, roots)
    if not heads:
        return None
    story = replace(
        _head(desk, heads[0], str(folder), fingerprint),
        people=desk.people,
        lives=_shelf(desk, roots, "lives", shelves.life),
        variables=variables,
        deeds=_shelf(desk, roots, "deeds", shelves.deed),
        places=_shelf(desk, roots, "places", shelves.place),
        cards=_shelf(desk, roots, "cards", shelves.card),
        systems=systems,
        chapters=chapters,
        scenes=scenes,
        renamed=renamed(scenes),
        pools={id: pool(desk, id, node) for id, node in declared(desk, roots, "pools", "pool")},
    )
    check_story(desk, story, folder)
    return story


def _check_head(desk: Desk, root: MapNode) -> None:
    """What a file is: the story's head, a chapter, a system, or shelves only."""
    given = [head for head in _HEADS if head in root.entries]
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
    if not given:
        fields = Fields(desk, root, "A file without story, chapter or system")
        fields.done(ANYWHERE)


def _shelf(
    desk: Desk, roots: list[MapNode], shelf: str, build: Callable[[Desk, str, Node], Thing]
) -> dict[str, Thing]:
    things = declared(desk, roots, shelf, SHELVES[shelf])
    return {id: build(desk, id, node) for id, node in things}


def _systems(desk: Desk, roots: list[MapNode]) -> dict[str, System]:
    found: dict[str, System] = {}
    for root in roots:
        if "system" in root.entries and not desk.findings.count > ENOUGH:
            one = system(desk, root, ANYWHERE)
            found.setdefault(one.id, one)
    return found


def _chapters(desk: Desk, roots: list[MapNode]) -> tuple[dict[str, Chapter], dict[str, Scene]]:
    chapters: dict[str, Chapter] = {}
    scenes: dict[str, Scene] = {}
    for root in roots:
        if "chapter" not in root.entries:
            continue
        one = chapter(desk, root)
        chapters.setdefault(one.id, one)
        fields = Fields(desk, root, "A chapter")
        fields.require("scenes")
        if "scenes" in fields:
            values.mapping(desk, root.entries["scenes"], "scenes")
        fields.done((*CHAPTER_KEYS, *ANYWHERE))
        for id, node in declared(desk, [root], "scenes", "scene"):
            scenes[id] = scene(desk, id, one.id, node)
            if desk.findings.count > ENOUGH:
                return chapters, scenes
        _clear(root)
    if len(scenes) > MOST_SCENES:
        desk.report(
            "S028", roots[0], what="The story", count=len(scenes), things="scenes", most=MOST_SCENES
        )
    return chapters, scenes


def _cuts(desk: Desk, fields: Fields) -> dict[str, Cut]:
    found = list(fields.entries("cuts"))
    if len(found) > MOST_CUTS:
        node, count = fields.map.entries["cuts"], len(found)
        desk.report("S028", node, what="The story", count=count, things="cuts", most=MOST_CUTS)
    return {id: shelves.cut(desk, id, node) for id, _, node in found[:MOST_CUTS]}


def _clear(root: MapNode) -> None:
    """Nobody asks for the values of scenes that are built; a long story has many."""
    scenes = root.entries.get("scenes")
    if isinstance(scenes, MapNode):
        scenes.entries.clear()


def _head(desk: Desk, root: MapNode, folder: str, fingerprint: str) -> Story:
    fields = Fields(desk, root, "The story")
    id = fields.text("story")
    if id and not ID.fullmatch(id):
        desk.report("S024", root.entries["story"], id=id)
    story = Story(
        id=id,
        title=fields.need_text("title"),
        about=fields.text("about"),
        language=fields.text("language", "en"),
        folder=folder,
        fingerprint=fingerprint,
        starts=fields.need_ref("starts", "scene"),
        life=fields.need_ref("life", "life"),
        cuts=_cuts(desk, fields),
        renamed=Renamed(),
        **{shelf: {} for shelf in (*SHELVES, "systems", "chapters", "scenes")},
    )
    if story.life in desk.ids.get("life", {}) and story.life not in desk.calendars:
        desk.report("S041", root.entries["life"], id=story.life)
    fields.done(ANYWHERE if len([h for h in _HEADS if h in root.entries]) == 1 else root.entries)
    return story
