"""Puts a story together from its files, once everything in them has a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from game.story import values
from game.story.build import shelves, stage
from game.story.build.pools import pool
from game.story.build.scenes import chapter, scene
from game.story.build.systems import system
from game.story.declare import ANYWHERE, CHAPTER_KEYS, SHELVES, declared
from game.story.desk import ID, Desk
from game.story.fields import Fields
from game.story.files import HEAD
from game.story.model import Chapter, Cut, Renamed, Scene, Story
from game.story.plurals import ENGLISH
from game.story.systems import System
from game.story.yaml_nodes import MapNode, Node

MOST_SCENES = 20_000
MOST_CUTS = 20
ENOUGH = 1_000
"""So many findings are enough to work on: building stops."""
CHAPTERS = ("reached", "open")
"""Which chapters can be begun: those that were come to before, or all."""
HEADS = ("story", "chapter", "system")
"""What a file can be, by the key that says so."""

_CODES = "It is a code such as en, de, pt-BR or zh: plurals follow it."

Thing = TypeVar("Thing")


def whole_story(
    desk: Desk,
    roots: list[MapNode],
    place: tuple[Path, str],
    chapters: Mapping[str, Chapter],
    scenes: Mapping[str, Scene],
    renamed: Renamed,
) -> Story | None:
    """The story in these files, of which chapters and scenes are built already; None without
    a head. `place`: its folder and fingerprint."""
    head = next((r for r in roots if r.page.path == HEAD and "story" in r.entries), None)
    systems = _systems(desk, roots)
    if head is None:
        return None
    return replace(
        _head(desk, head, *place),
        people=desk.people,
        lives=_shelf(desk, roots, "lives", shelves.life),
        variables=desk.names.variables,
        deeds=_shelf(desk, roots, "deeds", shelves.deed),
        places=_shelf(desk, roots, "places", shelves.place),
        cards=_shelf(desk, roots, "cards", shelves.card),
        figures=_shelf(desk, roots, "figures", stage.figure),
        sounds=_shelf(desk, roots, "sounds", stage.sound),
        statements=_shelf(desk, roots, "statements", shelves.statement),
        systems=systems,
        chapters=chapters,
        scenes=scenes,
        renamed=renamed,
        pools={id: pool(desk, id, node) for id, node in declared(desk, roots, "pools", "pool")},
    )


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


def chapters_and_scenes(
    desk: Desk, roots: list[MapNode]
) -> tuple[dict[str, Chapter], dict[str, Scene]]:
    """All of them; what was read of a scene is let go when it is built."""
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
    scenes = root.entries.get("scenes")
    if isinstance(scenes, MapNode):
        scenes.entries.clear()


def _head(desk: Desk, root: MapNode, folder: Path, fingerprint: str) -> Story:
    fields = Fields(desk, root, "The story")
    id = fields.text("story")
    if id and not ID.fullmatch(id):
        desk.report("S024", root.entries["story"], id=id)
    story = Story(
        id=id,
        title=fields.need_text("title"),
        about=fields.text("about"),
        language=fields.text("language", ENGLISH),
        folder=str(folder),
        fingerprint=fingerprint,
        starts=fields.need_ref("starts", "scene"),
        life=fields.need_ref("life", "life"),
        cuts=_cuts(desk, fields),
        open_chapters=fields.one_of("chapters", CHAPTERS, CHAPTERS[0]) == "open",
        renamed=Renamed(),
        **{shelf: {} for shelf in (*SHELVES, "systems", "chapters", "scenes")},
    )
    if story.life in desk.ids.get("life", {}) and story.life not in desk.calendars:
        desk.report("S041", root.entries["life"], id=story.life)
    if desk.names.plurals.unknown:
        node, found = root.entries["language"], story.language
        desk.report("S026", node, key="language", found=found, hint=_CODES)
    fields.done(ANYWHERE if len([h for h in HEADS if h in root.entries]) == 1 else root.entries)
    return story
