"""What is at hand while a story is built: findings so far, and everything that has a name."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace

from game.story.diagnostics import Diagnostic, catalogue, diagnose
from game.story.effects import DeedSpec
from game.story.expressions import Names
from game.story.instruments import Specs
from game.story.nearest import did_you_mean
from game.story.source import Source
from game.story.ways import Go
from game.story.yaml_nodes import Node, Page

TARGET = "target"
"""The kind of what a way leads to: a scene, or a pool of scenes."""

MOST_FINDINGS = 200
MOST_KEPT = 5_000
ID = re.compile(r"[a-z][a-z0-9-]{0,59}")


class Findings:
    """All that was found wrong, of which the first are kept."""

    def __init__(self) -> None:
        self.kept: dict[Diagnostic, None] = {}
        self.count = 0
        self.errors = 0
        self.incomplete = False
        """A file could not be read: what seems unknown may stand there."""
        self._notes: dict[Source, str] = {}

    def add(self, code: str, page: Page | None, source: Source, **values: object) -> None:
        """Notes a finding at this place."""
        if self.incomplete and (code == "S040" or values.pop("unknown", False)):
            return
        values.pop("unknown", None)
        if len(self.kept) < MOST_KEPT:
            line = page.line(source.line) if page else ""
            found = diagnose(code, source, line, values)
            if source in self._notes:
                found = replace(found, hint=f"{found.hint} {self._notes[source]}".strip())
            self.keep(found)
            return
        self.count += 1
        self.errors += catalogue().kinds[code].severity == "error"

    def keep(self, found: Diagnostic) -> None:
        """Notes a finding that was made elsewhere, once."""
        if found not in self.kept:
            self.kept[found] = None
            self.count += 1
            self.errors += found.severity == "error"

    def note(self, source: Source, told: str) -> None:
        """What all findings about the value at this place are to say besides."""
        self._notes[source] = told

    def sorted(self) -> tuple[Diagnostic, ...]:
        """The findings by place, errors before all warnings where there are too many; after
        the first 200, one that says how many more there are."""
        found = sorted(self.kept, key=lambda one: (one.source, one.code, one.message))
        hidden = self.count - len(self.kept)
        if len(found) + hidden <= MOST_FINDINGS:
            return tuple(found)
        found.sort(key=lambda one: one.severity)
        first = sorted(found[:MOST_FINDINGS], key=lambda one: (one.source, one.code))
        more = len(found) + hidden - MOST_FINDINGS
        return (*first, diagnose("S009", found[-1].source, "", {"count": more}))


@dataclass(slots=True)
class Desk:
    """Handed to every builder. `ids`: where each id is declared, by kind of thing. `timed`:
    the deeds whose quantities are minutes that pass. `postures`: those of each figure. `gos`,
    `deeds`: the plain ones, by where they lead and by what is done, as a long story says the
    same at many places."""

    findings: Findings
    instruments: Specs
    ids: dict[str, dict[str, Node]] = field(default_factory=dict)
    names: Names = field(default_factory=Names)
    people: Mapping[str, str] = field(default_factory=dict)
    calendars: Collection[str] = ()
    timed: Collection[str] = ()
    postures: Mapping[str, Collection[str]] = field(default_factory=dict)
    gos: dict[str, Go] = field(default_factory=dict)
    deeds: dict[str, DeedSpec] = field(default_factory=dict)

    def report(self, code: str, node: Node, **values: object) -> None:
        """Notes a finding about this value."""
        self.findings.add(code, node.page, node.source, **values)

    def declare(self, kind: str, id: str, node: Node) -> bool:
        """Whether this id is new among its kind, and is one (else reported)."""
        if not ID.fullmatch(id):
            self.report("S024", node, id=id)
            return False
        known = self.ids.setdefault(kind, {})
        if id in known:
            file, line, _ = known[id].source
            self.report("S030", node, kind=kind, id=id, where=f"{file}:{line}")
            return False
        known[id] = node
        return True

    def known(self, kind: str, id: str, node: Node) -> str:
        """The id, reported if nothing of this kind has it."""
        pools: Mapping[str, Node] = {}
        if kind == TARGET:
            kind, pools = "scene", self.ids.get("pool", {})
            if id in pools:
                return id
        known = self.ids.get(kind, {})
        if id not in known:
            self.unknown(kind, id, node, (*known, *pools))
        return id

    def unknown(self, kind: str, id: str, node: Node, known: Iterable[str]) -> None:
        """Notes that nothing of this kind has this id, with the nearest that has."""
        self.report("S040", node, kind=kind, id=id, hint=did_you_mean(id, known))
