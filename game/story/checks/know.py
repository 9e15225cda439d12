"""What the checker knows of a story's runs: which scenes and choices can come, what the variables
can be. It errs on one side only: what can happen is never left out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from game.story.checks.values import ANY, BOTH, FALSE, TRUE, Know, Patience, Range, Values
from game.story.expressions.tree import ARM_WORDS, LIMIT, Tree
from game.story.model import Scene, Story, Variable
from game.story.systems import Gate, System

MANY: Range = (0, LIMIT)


class Moment(NamedTuple):
    """Where something is asked: nowhere in particular, or in a scene that has begun (in one of
    its arms), perhaps after a choice. `others`: it may be asked about any life."""

    scene: Scene | None = None
    arm: str | None = None
    choice: str | None = None
    others: bool = False

    @property
    def key(self) -> tuple[object, ...]:
        """The same for the same moment."""
        return (self.scene and self.scene.id, self.arm, self.choice, self.others)


class Flow(NamedTuple):
    """One way that can be taken: on to a scene or pool (`go`), there and back to `then`
    (`call`), back (`return`), or out (`end`). `away`: the call comes at some later time.
    `told`: it is told instead of what a note is about, which comes once in a run."""

    sort: Literal["go", "call", "return", "end"]
    target: str = ""
    then: str = ""
    away: bool = False
    told: bool = False


ANYWHERE = Moment()
OF_ANYBODY = Moment(others=True)


@dataclass(slots=True)
class Knowledge:
    """`flows`: the scenes and pools that can come, and what can follow each. `choices` that
    can be taken. `values` of variables. `again`: the scenes that may come more than once (None:
    not worked out yet, so any)."""

    story: Story
    values: dict[str, Values]
    flows: dict[str, dict[Flow, None]] = field(default_factory=dict)
    choices: set[tuple[str, str]] = field(default_factory=set)
    again: frozenset[str] | None = None
    patience: Patience = field(default_factory=Patience)
    _standings: dict[str, Range] = field(default_factory=dict)
    _gates: dict[str, tuple[System, Gate]] = field(default_factory=dict)
    _played: frozenset[str] = frozenset()

    def prepare(self) -> None:
        """Works out what does not change."""
        story = self.story
        for system in story.systems.values():
            self._standings[system.id] = _standing(system, story)
            self._gates.update({id: (system, gate) for id, gate in system.gates.items()})
        lives = {story.life}
        for scene in story.scenes.values():
            lives.update(one.life for one in (scene, *scene.arms.values()) if one.life)
        self._played = frozenset(lives)

    def at(self, moment: Moment) -> Know:
        """What is known at this moment."""
        return Know(lambda leaf: self.ask(leaf, moment), self.patience)

    def ask(self, leaf: Tree, moment: Moment) -> Values:
        """All that this part of an expression can be at such a moment."""
        match leaf.op:
            case "variable":
                return self.values.get(str(leaf.value))
            case "plain":
                return self._plain(leaf, moment)
            case "gate":
                system, gate = self._gates[str(leaf.value)]
                return gate_values(system, gate, self._standings[system.id])
            case "call":
                return self._call(leaf, moment)
        return BOTH

    def _plain(self, leaf: Tree, moment: Moment) -> Values:
        match leaf.value:
            case "life":
                scene = moment.scene
                if moment.others:
                    return frozenset(self.story.lives)
                if scene is None or _lives(scene, moment.arm) is None:
                    return self._played
                return _lives(scene, moment.arm)
            case "hour":
                return (0, 23)
            case "score-shown":
                return BOTH
        return frozenset(leaf.words) or None

    def _call(self, leaf: Tree, moment: Moment) -> Values:
        assert isinstance(leaf.value, tuple)
        method, first, *more = (str(part) for part in leaf.value)
        inside = moment.scene is not None and moment.scene.id == first
        comes = first in self.flows
        match method:
            case "visits":
                most = LIMIT if self.again is None or first in self.again else 1
                return (1, most) if inside else (0, most if comes else 0)
            case "chosen":
                if inside and moment.choice == more[0]:
                    return TRUE
                return BOTH if (first, more[0]) in self.choices else FALSE
            case "arm":
                if inside and moment.arm is not None:
                    return frozenset({moment.arm})
                return frozenset(ARM_WORDS[:2] if inside else ARM_WORDS if comes else ("none",))
            case "next_arm":
                once = not comes or (self.again is not None and first not in self.again)
                return frozenset(ARM_WORDS[:2] if once else ARM_WORDS)
            case "points":
                return self._standings[first]
            case "tier":
                return tiers(self.story.systems[first], self._standings[first])
            case "count" | "friends_under" | "looks":
                return MANY
        return BOTH


def first_values(variables: Mapping[str, Variable]) -> dict[str, Values]:
    """What the variables are at the start."""
    return {id: _value(one.start) for id, one in variables.items()}


def all_values(variable: Variable) -> Values:
    """Anything that the variable can be at all."""
    if variable.kind == "number":
        return (variable.least, variable.most)
    return BOTH if variable.kind == "flag" else frozenset(variable.words)


def _value(start: bool | int | str) -> Values:
    if isinstance(start, bool):
        return TRUE if start else FALSE
    return (start, start) if isinstance(start, int) else frozenset({start})


def _lives(scene: Scene, arm: str | None) -> frozenset[str] | None:
    if scene.arms and arm is None:
        found = [one.life for one in scene.arms.values()]
    else:
        found = [scene.arms[arm].life if arm is not None else scene.life]
    lives = frozenset(life for life in found if life is not None)
    return None if None in found else lives


def _standing(system: System, story: Story) -> Range:
    starts = [system.starts_at, *(life.opens.get(system.id, 0) for life in story.lives.values())]
    if system.scale == "count":
        return ANY
    least, most = (0, 1) if system.scale == "list" else (system.least, system.most)
    return (min(least, *starts), max(most, *starts))


def tiers(system: System, standing: Range) -> Values:
    """The tiers that such standings can have."""
    found: set[str] = set()
    above = LIMIT + 1
    for name, lowest in system.tiers:
        if lowest <= standing[1] and above > standing[0]:
            found.add(name)
        above = lowest
    return frozenset(found | {name for name, _ in system.tiers[-1:]})


def gate_values(system: System, gate: Gate, standing: Range) -> Values:
    """Whether the gate can be open, and shut."""
    least, most = standing
    needed = dict(system.tiers)[gate.tier] if gate.tier is not None else gate.needs
    if gate.listed is not None or needed is None:
        return BOTH
    return FALSE if most < needed else TRUE if least >= needed else BOTH
