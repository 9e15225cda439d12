"""What has a name in a story, however much else is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.story.declare import declare
from game.story.desk import Desk, Findings
from game.story.files import read_pages
from game.story.parts import put_in
from game.story.yaml_nodes import MapNode
from game.story.yaml_reader import read_yaml


@dataclass(frozen=True, slots=True)
class Known:
    """The names of one story. `ids`: by kind of thing; `parts`: by id, the parameters of each,
    and whether a use must give them."""

    ids: Mapping[str, Sequence[str]] = field(default_factory=dict)
    parts: Mapping[str, Mapping[str, bool]] = field(default_factory=dict)


def survey(folder: Path) -> Known:
    """The names in this folder, whatever else is wrong with it. Raises NotAStory."""
    desk = Desk(Findings(), {})
    pages, _ = read_pages(folder, desk.findings)
    read = [read_yaml(page, desk.findings.add) for page in pages]
    roots, shop = put_in(desk, [root for root in read if isinstance(root, MapNode)])
    declare(desk, roots)
    ids = {kind: tuple(found) for kind, found in desk.ids.items()}
    ids["target"] = (*ids.get("scene", ()), *ids.get("pool", ()))
    ids["played-life"] = tuple(id for id in ids.get("life", ()) if id in desk.calendars)
    tiers = (tier for system in desk.names.systems.values() for tier in system.tiers)
    ids["tier-name"] = tuple(dict.fromkeys(tiers))
    needs = {
        id: {name: default is None for name, default in part.needs.items()}
        for id, part in shop.parts.items()
    }
    return Known(ids, needs)
