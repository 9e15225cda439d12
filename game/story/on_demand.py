"""Opens a story that was checked before: each scene is read when it is first come to."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from game.errors import GameError
from game.story.build.scenes import chapter, scene
from game.story.build.story import whole_story
from game.story.cache import Cache
from game.story.declare import choices_of, declare, declared
from game.story.desk import Desk, Findings
from game.story.fields import Fields
from game.story.files import NotAStory, read_pages
from game.story.index import Index, read_index
from game.story.instruments import Specs
from game.story.model import Scene, Story
from game.story.outline import Outline, Span, keys, read_head, read_scene
from game.story.parts import Workshop, put_in
from game.story.parts.fill import Filler
from game.story.yaml_nodes import MapNode, Node, Page
from game.story.yaml_reader import read_yaml


def opened(folder: Path, instruments: Specs, cache: Cache) -> Story | None:
    """The story in this folder, if the cache knows it; else None."""
    desk = Desk(Findings(), instruments)
    try:
        pages, fingerprint = read_pages(folder, desk.findings)
    except NotAStory:
        return None
    index = read_index(cache.get(folder, fingerprint), pages)
    if index is None or desk.findings.errors:
        return None
    heads = [_head(page, index.outlines.get(page.path)) for page in pages]
    roots = [head for head in heads if isinstance(head, MapNode)]
    story = _story(desk, roots, (folder, fingerprint), index) if len(roots) == len(heads) else None
    return None if desk.findings.errors else story


def _head(page: Page, outline: Outline | None) -> Node | None:
    if outline is None:
        return read_yaml(page, Findings().add)
    return read_head(page, outline)


def _story(desk: Desk, roots: list[MapNode], place: tuple[Path, str], index: Index) -> Story | None:
    desk.ids["scene"] = {
        id: key
        for root in roots
        if (outline := index.outlines.get(root.page.path)) is not None
        for id, key in keys(root.page, outline)
    }
    roots, shop = put_in(desk, roots)
    declare(desk, roots)
    heads = [root for root in roots if "chapter" in root.entries]
    scenes = ScenesOnDemand(desk, shop)
    for root in heads:
        id = Fields(desk, root, "A chapter").text("chapter")
        scenes.add(id, root, index.outlines.get(root.page.path))
    desk.names = replace(
        desk.names, scenes=_Choices(scenes), pairs=index.pairs, tainted=index.tainted
    )
    # Titles may ask for any scene, so they are read when all scenes are known.
    chapters = {one.id: one for one in [chapter(desk, root) for root in heads]}
    return whole_story(desk, roots, place, chapters, scenes, index.renamed)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a scene is: in its chapter's file, or read already."""

    chapter: str
    page: Page
    span: Span | None
    node: Node | None = None


class ScenesOnDemand(Mapping[str, Scene]):
    """All scenes of a story by id, each built when it is first asked for."""

    def __init__(self, desk: Desk, shop: Workshop) -> None:
        self._desk, self._shop = desk, shop
        self._places: dict[str, _Place] = {}
        self._built: dict[str, Scene] = {}

    def add(self, chapter: str, root: MapNode, outline: Outline | None) -> None:
        """The scenes of this file belong to the story."""
        if outline is not None:
            for id, span in outline.spans.items():
                self._places[id] = _Place(chapter, root.page, span)
        else:
            for id, node in declared(self._desk, [root], "scenes", "scene"):
                self._places[id] = _Place(chapter, root.page, None, node)

    def node(self, id: str) -> Node:
        """The scene as it was read, with the parts that it uses. Raises KeyError, and GameError
        if it is not where it was."""
        place = self._places[id]
        if place.span is None:
            assert place.node is not None
            return place.node
        node = read_scene(place.page, id, place.span)
        if node is None:
            raise GameError(f"The scene {id} is not in {place.page.path} any more.")
        # What all scenes together may put in was not spent, so no one of them can spend it.
        self._shop.filler = Filler()
        return self._shop.whole(node)

    def __getitem__(self, id: str) -> Scene:
        found = self._built.get(id)
        if found is None:
            node = self.node(id)
            found = self._built[id] = scene(self._desk, id, self._places[id].chapter, node)
        return found

    def __contains__(self, id: object) -> bool:
        return id in self._places

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)


class _Choices(Mapping[str, Collection[str]]):
    """The ids of the choices in each scene."""

    def __init__(self, scenes: ScenesOnDemand) -> None:
        self._scenes = scenes

    def __getitem__(self, id: str) -> Collection[str]:
        return choices_of(self._scenes.node(id))

    def __contains__(self, id: object) -> bool:
        return id in self._scenes

    def __iter__(self) -> Iterator[str]:
        return iter(self._scenes)

    def __len__(self) -> int:
        return len(self._scenes)
