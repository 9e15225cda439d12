"""Reads a study's protocol: a YAML file that a host writes, checked against the story.

file -> page -> nodes -> `Study`, with the same findings as a story has.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from game.errors import GameError
from game.mirror.study.disclosure import FEWEST
from game.mirror.study.kept import sealed
from game.mirror.study.protocol import ARM_WORDS, ArmId, Outcome, Study
from game.play.pairs import asides, options
from game.story import values
from game.story.desk import ID, Desk, Findings
from game.story.diagnostics import Diagnostic
from game.story.fields import Fields
from game.story.files import read_page
from game.story.model import ARMS, Scene, Story
from game.story.nearest import did_you_mean
from game.story.yaml_nodes import ListNode, Node
from game.story.yaml_reader import read_yaml

MOST = 100_000
WIDEST_MARGIN = 50

_ARMS = "arms: [hidden, shown]"
_OUTCOME = "{pair: …, at: at-stake, options: [one-choice], words: picked up the telephone}"


class StudyErrors(GameError):
    """The protocol cannot be used; `diagnostics` say why."""

    def __init__(self, told: str, diagnostics: tuple[Diagnostic, ...] = ()) -> None:
        super().__init__(told)
        self.diagnostics = diagnostics


def read_study(path: Path, story: Story) -> Study:
    """The study that this file describes. Raises StudyErrors."""
    if not os.path.lexists(path):
        raise StudyErrors(
            f"There is no protocol {path}. Name the file that says what is to be compared."
        )
    findings = Findings()
    study = _read(path, story, findings)
    if study is None or findings.errors:
        found = findings.sorted()
        raise StudyErrors("\n".join(str(one) for one in found[:20]), found)
    return study


def _read(path: Path, story: Story, findings: Findings) -> Study | None:
    with suppress(OSError, RuntimeError):
        path = path.resolve()
    page = read_page(path.parent, path, findings)
    root = None if page is None else read_yaml(page, findings.add)
    if root is None:
        return None
    fields = Fields(Desk(findings, {}), root, "A protocol", "study: an-id")
    id = fields.need_text("study")
    _check_id(fields, id)
    _check_story(fields, story)
    arms = _arms(fields)
    study = Study(
        id=id,
        story=story.id,
        question=fields.need_text("question"),
        outcome=_outcome(fields, story),
        arms=arms,
        target=_number(fields, "target", FEWEST, MOST),
        margin=_number(fields, "margin", 1, WIDEST_MARGIN),
        host=fields.need_text("host"),
        seen_by=_seen_by(fields, arms),
        fingerprint="",
    )
    fields.done()
    return sealed(study)


def _check_id(fields: Fields, id: str) -> None:
    node = fields.node_of("study")
    if id and node is not None and not ID.fullmatch(id):
        fields.desk.report("S024", node, id=id)


def _check_story(fields: Fields, story: Story) -> None:
    node = fields.require("story", f"story: {story.id}")
    found = None if node is None else values.text(fields.desk, node, "story")
    if node is not None and found is not None and found != story.id:
        hint = f"It is asked in the story {story.id}."
        fields.desk.report("S026", node, key="story", found=found, hint=hint)


def _number(fields: Fields, key: str, least: int, most: int) -> int:
    fields.require(key, f"{key}: a number from {least:,} to {most:,}")
    return fields.number(key, least, least, most)


def _arms(fields: Fields) -> tuple[ArmId, ArmId]:
    node = fields.require("arms", _ARMS)
    items = fields.items("arms")
    words = [values.one_of(fields.desk, item, "arms", list(ARM_WORDS)) for item in items]
    known: list[ArmId] = [arm for arm in ARM_WORDS if arm in words]
    if len(items) == len(known) == 2:
        one, other = sorted(known, key=words.index)
        return one, other
    if isinstance(node, ListNode) and None not in words:
        _report(fields, node, "A study compares two different arms.", f"Write {_ARMS}.")
    return "hidden", "shown"


def _seen_by(fields: Fields, arms: tuple[ArmId, ArmId]) -> str:
    """The host's words; only the arm that is named so has a place for them."""
    if "others" in arms:
        fields.require("seen-by", "Say who else sees the number, as it goes on after “seen by”.")
    elif "seen-by" in fields:
        key = fields.map.keys["seen-by"]
        fields.desk.report("S032", key, one="seen-by", other="the arm others", hint="")
    return fields.text("seen-by")


def _outcome(fields: Fields, story: Story) -> Outcome:
    """What is compared; without any options where something is wrong."""
    node = fields.require("outcome", _OUTCOME)
    if node is None:
        return Outcome("", "", frozenset(), "")
    inner = Fields(fields.desk, node, "The outcome", _OUTCOME)
    scene = _pair(inner, story)
    inner.require("at", " or ".join(f"at: {stake}" for stake in ARMS))
    inner.require("options", "options: [one-choice]")
    found = Outcome(
        "" if scene is None else scene.id,
        inner.one_of("at", ARMS, ARMS[0]),
        _options(inner, scene),
        inner.need_text("words"),
    )
    inner.done()
    return found


def _pair(inner: Fields, story: Story) -> Scene | None:
    node, id = inner.require("pair"), inner.text("pair")
    if node is None or not id:
        return None
    scene = story.scenes.get(id)
    if scene is not None and scene.arms:
        return scene
    pairs = [one.id for one in story.scenes.values() if one.arms]
    hint = did_you_mean(id, pairs) or f"The pairs of this story: {', '.join(pairs) or 'none'}."
    inner.desk.report("S040", node, kind="pair", id=id, hint=hint)
    return None


def _options(inner: Fields, scene: Scene | None) -> frozenset[str]:
    """The choices that count: some of those that answer the pair, never all."""
    desk, items = inner.desk, inner.items("options")
    texts = [(item, values.text(desk, item, "options")) for item in items]
    given = [(item, text) for item, text in texts if text is not None]
    node = inner.node_of("options")
    if isinstance(node, ListNode) and not items:
        desk.report("S029", node, key="options")
    if scene is None or node is None:
        return frozenset()
    answers = [choice.id for choice in options(scene)]
    for item, id in given:
        if id in asides(scene):
            problem = f"{id} leads aside and back again; it answers nothing."
            _report(inner, item, problem, f"It can be: {', '.join(answers)}.")
        elif id not in answers:
            hint = did_you_mean(id, answers) or f"It can be: {', '.join(answers)}."
            desk.report("S040", item, kind="choice", id=id, hint=hint)
    chosen = frozenset(id for _, id in given)
    if chosen >= set(answers):
        problem = "Every answer counts here, so there would be nothing to compare."
        _report(inner, node, problem, "Leave out those that do not.")
    return chosen


def _report(fields: Fields, node: Node, problem: str, hint: str) -> None:
    fields.desk.report("S160", node, problem=problem, hint=hint)
