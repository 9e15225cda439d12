"""Reads the transcripts of a story: its folder `transcripts`, one file each.

folder -> pages -> nodes -> `Transcript`, with the same findings as the story itself has.
"""

from __future__ import annotations

from pathlib import Path

from game.story import files, values
from game.story.desk import Desk, Findings
from game.story.fields import Fields
from game.story.nearest import did_you_mean
from game.story.source import Source
from game.story.yaml_nodes import ListNode, MapNode, Node, Page, Scalar
from game.story.yaml_reader import read_yaml
from game.transcripts.expectations import TABLES, TEXTS
from game.transcripts.script import (
    Again,
    Change,
    Choose,
    Expect,
    Expectation,
    Load,
    Save,
    Step,
    Texts,
    Tick,
    Transcript,
)

MOST_STEPS = 10_000
MOST_TICKS = 1_000_000
MOST_SEED = 2**32

_ACT = "Write scene: choice, or expect, save, load, tick, undo or redo."


def transcripts(folder: Path, findings: Findings) -> list[Transcript]:
    """The transcripts of the story in this folder, by name. What is wrong is reported, and
    that transcript left out."""
    home = folder / files.TRANSCRIPTS
    if not home.is_dir():
        return []
    if not files.inside(folder, home):
        findings.add("S006", None, Source(files.TRANSCRIPTS, 1, 1))
        return []
    found: list[Transcript] = []
    for path in sorted(home.iterdir()):
        if path.suffix.lower() not in (".yaml", ".yml") or path.name.startswith("."):
            continue
        if path.suffix != ".yaml":
            name = f"{files.TRANSCRIPTS}/{path.name}"
            findings.add("S008", None, Source(name, 1, 1), name=f"{path.stem}.yaml")
            continue
        page = files.read_page(folder, path, findings)
        one = None if page is None else transcript(page, findings)
        if one is not None:
            found.append(one)
    return found


def transcript(page: Page, findings: Findings) -> Transcript | None:
    """The transcript on this page; None if anything in it is wrong."""
    before = findings.errors
    root = read_yaml(page, findings.add)
    if root is None:
        return None
    fields = Fields(Desk(findings, {}), root, "A transcript")
    title = fields.need_text("transcript", values.MOST_LABEL)
    seed = fields.number("seed", 1, 0, MOST_SEED)
    shown = fields.flag("shown")
    cut, chapter = _name(fields, "cut"), _name(fields, "chapter")
    fields.require("acts", "acts: a list of what is done and expected")
    steps = _steps(fields.desk, fields.items("acts", MOST_STEPS))
    fields.done()
    if findings.errors > before:
        return None
    return Transcript(page, title, seed, shown is not False, cut, chapter, tuple(steps))


def _name(fields: Fields, key: str) -> Scalar | None:
    """What stands under the key, to be looked up in the story."""
    node = fields.node_of(key)
    if node is not None:
        values.text(fields.desk, node, key)
    return node if isinstance(node, Scalar) else None


def _steps(desk: Desk, nodes: list[Node]) -> list[Step]:
    found: list[Step] = []
    saved: set[str] = set()
    for node in nodes:
        step = _step(desk, node)
        if isinstance(step, Save):
            saved.add(step.name)
        elif isinstance(step, Load) and step.name not in saved:
            hint = did_you_mean(step.name, saved) or f"Write save: {step.name} before it."
            desk.report("S040", step.at, kind="save point", id=step.name, hint=hint)
        if step is not None:
            found.append(step)
    return found


def _step(desk: Desk, node: Node) -> Step | None:
    if isinstance(node, Scalar) and node.text in ("undo", "redo"):
        return Again(node)
    if not isinstance(node, MapNode) or len(node.entries) != 1:
        values.wrong(desk, node, "An act", "one scene with one choice", _ACT)
        return None
    ((key, value),) = node.entries.items()
    at = node.keys[key]
    match key:
        case "expect":
            return Expect(at, _expected(desk, value))
        case "tick":
            count = values.number(desk, value, key, 1, MOST_TICKS)
            return None if count is None else Tick(at, count)
        case "save":
            name = values.text(desk, value, key)
            return None if name is None else Save(at, name)
        case "load":
            return _load(desk, at, value)
    if values.text(desk, value, f"The choice at {key}") is None:
        return None
    assert isinstance(value, Scalar)
    return Choose(at, value)


def _load(desk: Desk, at: Scalar, node: Node) -> Load | None:
    if isinstance(node, Scalar):
        name = values.text(desk, node, "load")
        return None if name is None else Load(at, name)
    fields = Fields(desk, node, "load")
    name = fields.need_text("save")
    into = fields.node_of("into")
    if into is not None and values.text(desk, into, "into") is None:
        into = None
    changes = [_change(desk, item) for item in fields.items("changes")]
    fields.exclude("into", "changes")
    fields.done()
    assert into is None or isinstance(into, Scalar)
    return Load(at, name, into, tuple(change for change in changes if change is not None))


def _change(desk: Desk, node: Node) -> Change | None:
    fields = Fields(desk, node, "A change")
    file, old = fields.require("file"), fields.require("replace")
    new = fields.require("with")
    fields.done()
    for key, given in (("file", file), ("replace", old)):
        if given is not None and values.text(desk, given, key, values.MOST_TEXT) is None:
            return None
    if new is not None and not isinstance(new, Scalar):
        values.wrong(desk, new, "with", "a text", "Text with brackets or a colon needs quotes.")
        return None
    if isinstance(file, Scalar) and isinstance(old, Scalar) and new is not None:
        return Change(file, old, new.text)
    return None


# --- what is expected --------------------------------------------------------------------------


def _expected(desk: Desk, node: Node) -> tuple[Expectation, ...]:
    fields = Fields(desk, node, "expect")
    found: list[Expectation] = []
    for key in (*TEXTS, *TABLES):
        value = fields.node_of(key)
        if value is None:
            continue
        at = fields.map.keys[key]
        if key in TEXTS:
            found.append(Expectation(at, _texts(desk, value, key)))
        else:
            found.append(Expectation(at, table=_table(desk, value, key)))
    fields.done()
    return tuple(sorted(found, key=lambda one: one.key.source))


def _texts(desk: Desk, node: Node, key: str) -> Texts:
    """One text, or a list of them."""
    given = node.items if isinstance(node, ListNode) else [node]
    texts = [one for one in given if values.text(desk, one, key, values.MOST_TEXT) is not None]
    return tuple(one for one in texts if isinstance(one, Scalar))


def _table(desk: Desk, node: Node, key: str) -> tuple[tuple[Scalar, Texts], ...]:
    found = values.mapping(desk, node, key)
    if found is None:
        return ()
    return tuple((found.keys[id], _texts(desk, value, id)) for id, value in found.entries.items())
