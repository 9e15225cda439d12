"""Parts that nothing uses: said, and looked through as far as that goes without a use."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from game.story.build.scenes import choice, scene
from game.story.desk import Desk, Findings
from game.story.diagnostics import Diagnostic
from game.story.parts import Part, Workshop
from game.story.yaml_nodes import MapNode

_SURE = frozenset({"S020", "S040", "S120", "S121", "S123", "S124", "S125", "S127"})
"""What is wrong in a part however it is used."""


def check_unused(desk: Desk, shop: Workshop) -> None:
    """Reports parts that nothing uses. Each is built on trial, as a scene and as a choice, with
    the names of its parameters for their values; what is surely wrong in it is reported."""
    if shop.spent:
        return
    for part in [part for part in shop.parts.values() if not part.used]:
        for found in _found(desk, shop, part):
            desk.findings.keep(found)
    for part in shop.parts.values():
        if not part.used:
            desk.report("S126", part.key, id=part.id)


def _found(desk: Desk, shop: Workshop, part: Part) -> Iterator[Diagnostic]:
    given = {name: node or part.names[name] for name, node in part.needs.items()}
    trial = replace(desk, findings=Findings())
    trial.findings.incomplete = desk.findings.incomplete
    inner = Workshop(trial, shop.parts, shop.filler)
    body = inner.fill(part, given, part.key, ())
    as_scene, as_choice = _as_scene(trial, part, body), _as_choice(trial, part, body)
    built = min(as_scene, as_choice, key=lambda found: _count(found, "S020"))
    placeholders = {node.source for node in given.values()}
    for one in (*trial.findings.kept, *built.kept):
        filled = one.code == "S040" and "<" in one.line_text
        if one.code in _SURE and one.source not in placeholders and not filled:
            yield one


def _as_scene(trial: Desk, part: Part, body: MapNode) -> Findings:
    scenes = {**trial.ids.get("scene", {}), part.id: part.key}
    desk = replace(trial, findings=Findings(), ids={**trial.ids, "scene": scenes})
    desk.findings.incomplete = trial.findings.incomplete
    scene(desk, part.id, "", body)
    return desk.findings


def _as_choice(trial: Desk, part: Part, body: MapNode) -> Findings:
    desk = replace(trial, findings=Findings())
    desk.findings.incomplete = trial.findings.incomplete
    choice(desk, part.id, part.key, body, pair=False)
    return desk.findings


def _count(findings: Findings, code: str) -> int:
    return sum(one.code == code for one in findings.kept)
