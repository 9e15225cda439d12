"""What check says can never happen, never happens: small stories by chance, played by chance."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game.play import offers
from game.play.inputs import Inputs
from game.play.run import Run
from game.story.checks import looked_over
from game.story.checks.conditions import can_come_to
from game.story.checks.desk import CheckDesk
from game.story.checks.graph import at_the_bottom, ways_out
from game.story.checks.walk import Asked
from game.story.desk import Desk, Findings
from game.story.load import load
from game.story.model import Story
from tests.stories import write_story

SCENES = [f"s{n}" for n in range(7)]
CHOICES = ("x", "y", "z")
WALKS, STEPS = 8, 25
FOUND_SOMETHING = (154, 215)
"""Stories in which a due scene led out of a circle that seemed to have no way out."""

HEAD = """\
story: chance
title: Chance
starts: s0
life: mei
lives:
  mei: {name: Mei, starts: 2019-01-16 08:00, opens: {lamp: 5}}
  dan: {name: Dan, starts: 2019-01-16 09:00}
variables:
  a: false
  b: true
  n: 0
  m: {number: 2, least: 0, most: 4}
  w: {word: red, of: [red, green, blue]}
deeds: {read: reading}
"""
LAMP = """\
system: lamp
name: Lamp
least: 0
most: 20
eyes: {app: always}
rules: {read: {points: 3}}
tiers: {gold: 15, tin: 5, mud: lowest}
gates:
  soon: {name: soon, needs: 9}
  never: {name: never, needs: 30}
  at-once: {name: now, needs: 0}
"""
CONDITIONS = (
    *("a", "not a", "b", "a and not a", "a or b", "a == b", "n > 2", "n == 0", "m < 3", "m > 4"),
    *(
        "n > 3 and n < 2",
        "n < 0",
        "n + m > 3",
        "m * 2 == 3",
        "w is red",
        "w is not blue",
        "n - m < 0",
    ),
    *("w is green or w is blue", "visits({s}) > 1", "visits({s}) == 0", "chosen(s5, {c})"),
    *("life is mei", "life is dan", "points(lamp) > 20", "points(lamp) >= 8", "tier(lamp) is gold"),
    *(
        "arm(s5) is none",
        "next-arm(s5) is none",
        "arm(s5) is at-stake",
        "hour > 23",
        "soon",
        "never",
    ),
    *("count(lamp, read) > 1", "not (a and b)", "score-shown", "m == n", "visits(s6) > visits(s5)"),
)
SETS = (
    *("a: true", "a: not b", "b: a", "n: n + 1", "n: 4", "m: m + 1", "m: m - 3", "w: blue"),
    *("n: visits({s})", "w: green", "n: 0", "m: n * 2", "b: n > 1", "n: points(lamp)"),
)


class Hand:
    """Writes a small story by chance."""

    def __init__(self, seed: int) -> None:
        self.chance = Random(seed)

    def condition(self) -> str:
        one = self.chance.choice(CONDITIONS)
        return one.format(s=self.scene(), c=self.chance.choice(CHOICES))

    def scene(self) -> str:
        return self.chance.choice(SCENES)

    def target(self) -> str:
        return self.chance.choice([*SCENES, "pool"])

    def files(self) -> dict[str, str]:
        scenes = "".join(self._scene(id) for id in SCENES)
        pool = (
            f"pools:\n  pool:\n    otherwise: {self.scene()}\n    scenes:\n"
            f"      s1: {{if: '{self.condition()}'}}\n      s2: {{once: true}}\n"
        )
        chapter = f"chapter: one\ntitle: One\nscenes:\n{scenes}{pool}"
        return {"story.yaml": HEAD, "lamp.yaml": LAMP, "one.yaml": chapter}

    def _scene(self, id: str) -> str:
        lines = [f"  {id}:", f"    text: {self._text()}"]
        if self.chance.random() < 0.3:
            lines.append(f"    life: {self.chance.choice(('mei', 'dan'))}")
        if self.chance.random() < 0.4:
            lines.append(f"    after: {self.chance.randint(1, 9)} hours")
        lines += [f"    {line}" for line in self._effects()]
        if id == "s5":
            lines.append("    pair: {name: P, cost: c, benefit: b, effort: e}")
            lines.append("    arms: {at-stake: {life: mei}, not-at-stake: {after: 1 hour}}")
        if id == "s5" or self.chance.random() < 0.7:
            lines.append("    choices:")
            for choice in CHOICES:
                lines += self._choice(choice)
        else:
            lines.append(f"    {self._way()}")
        return "\n".join(lines) + "\n"

    def _text(self) -> str:
        one, other = self.condition(), self.condition()
        return f'"T{{if {one}}} A{{if {other}}} B{{else}} C{{end}}{{end}} {{n}}"'

    def _effects(self) -> Iterator[str]:
        if self.chance.random() < 0.4:
            name, _, value = self.chance.choice(SETS).format(s=self.scene()).partition(": ")
            yield f"set: {{{name}: '{value}'}}"
        if self.chance.random() < 0.3:
            yield "deeds: [read]"
        if self.chance.random() < 0.1:
            yield f"later: [{{in: 2 hours, scene: {self.target()}}}]"

    def _choice(self, id: str) -> Iterator[str]:
        yield f"      {id}:"
        yield "        text: Choose."
        if self.chance.random() < 0.4:
            yield f"        if: '{self.condition()}'"
        if self.chance.random() < 0.3:
            yield f"        needs: '{self.condition()}'"
            yield "        reason: No."
        if self.chance.random() < 0.2:
            yield f"        gate: {self.chance.choice(('soon', 'never', 'at-once'))}"
        if self.chance.random() < 0.3:
            yield "        once: true"
        yield from (f"        {line}" for line in self._effects())
        yield f"        {self._way()}"

    def _way(self) -> str:
        sort = self.chance.random()
        if sort < 0.4:
            return f"go: {self.target()}"
        if sort < 0.7:
            one = f"{{if: '{self.condition()}', to: {self.target()}}}"
            other = f"{{if: '{self.condition()}', to: {self.target()}}}"
            return f"go: [{one}, {other}, {{to: {self.target()}}}]"
        if sort < 0.85:
            then = f"\nTHENthen: {self.target()}" if self.chance.random() < 0.5 else ""
            return f"call: {self.target()}" + then
        return "return: true" if sort < 0.95 else "end: over"


def made(folder: Path, seed: int) -> Story:
    files = Hand(seed).files()
    lines: list[str] = []
    for line in files["one.yaml"].split("\n"):
        indent = lines[-1][: len(lines[-1]) - len(lines[-1].lstrip())] if lines else ""
        lines.append(line.replace("THEN", indent))
    return load(write_story(folder, {**files, "one.yaml": "\n".join(lines)}))


class Watch:
    """Looks at every step of a run whether it should be possible."""

    def __init__(self, at: CheckDesk, run: Run) -> None:
        self.at, self.run = at, run
        self.bottom_returns = self._returning()
        ends, returns = ways_out(at.known.flows, at.stuck)
        self.lost = at.known.flows.keys() - ends - returns
        self.met: set[str] = set()

    def _returning(self) -> set[str]:
        flows = self.at.known.flows
        _, returns = ways_out(flows, self.at.stuck)
        bottom = at_the_bottom(flows, returns, [self.at.story.starts])
        return {id for id in bottom if any(one.sort == "return" for one in flows[id])}

    def step(self) -> None:
        state, known = self.run.state, self.at.known
        self.met.add(state.scene.id)
        assert state.scene.id in known.flows
        for scene, times in state.visits.items():
            assert times < 2 or (known.again is not None and scene in known.again)
        assert {(scene, choice) for scene, choice in state.chosen} <= known.choices
        for name, value in state.variables.items():
            values = known.values[name]
            if isinstance(values, tuple):
                assert values[0] <= value <= values[1], name  # type: ignore[operator]
            else:
                assert values is not None and value in values, name
        if state.phase == "scene":
            self._conditions()
            if state.scene.choices and offers.stuck(self.run):
                assert state.scene.id in self.at.stuck

    def _conditions(self) -> None:
        facts, here = self.run.facts, self.run.state.scene.id
        arm = self.run.state.arms.get(here)
        for one in self.at.asked:
            scene = one.moment.scene
            if scene is None or scene.id != here or one.moment.choice or not one.condition:
                continue
            if one.moment.arm not in (None, arm):
                continue
            if all(condition(facts) == value for condition, value in one.before):
                assert one.expression(facts) in can_come_to(one, self.at.known), one.expression

    def end(self) -> None:
        """A run that came to an end met nothing from which none can be reached."""
        if self.run.over:
            assert not self.met & self.lost
            if self.run.state.ending == "returned":
                assert self.run.state.scene.id in self.bottom_returns


def never(at: CheckDesk) -> list[Asked]:
    return [one for one in at.asked if one.condition and len(can_come_to(one, at.known)) == 1]


@pytest.mark.parametrize("seed", [*range(60), *FOUND_SOMETHING])
def test_what_is_said_to_be_impossible_never_happens(tmp_path: Path, seed: int) -> None:
    story = made(tmp_path, seed)
    at = looked_over(Desk(Findings(), {}), story)
    chance = Random(seed)
    for number in range(WALKS):
        run = Run(story, number, inputs=Inputs(number % 2 == 0))
        watch = Watch(at, run)
        for _ in range(STEPS):
            watch.step()
            open_ways = [option.id for option in run.view().options if option.open]
            if not open_ways:
                break
            run.choose(chance.choice(open_ways))
        watch.end()


def test_there_is_much_to_be_found_in_such_stories(tmp_path: Path) -> None:
    found = [made(tmp_path / str(seed), seed) for seed in range(20)]
    told = [never(looked_over(Desk(Findings(), {}), story)) for story in found]
    assert sum(map(len, told)) > 100
