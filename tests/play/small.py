"""Small stories for tests of the play: given scenes, one system, and a clock to sit by."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from textwrap import dedent, indent

from game.play.inputs import Inputs
from game.play.instruments import Instrument, Move, Said, State, Step, Tick
from game.play.run import Run
from game.scoring.dice import Dice
from game.story.effects import DeedSpec
from game.story.expressions import Facts
from game.story.instruments import InstrumentSpec, Specs
from game.story.load import load
from game.story.model import Story
from tests.play.letter import Letter

STORY = """\
story: small
title: Small
about: For tests.
starts: yard
people: {ben: Ben}
life: ana
lives:
  ana: {name: Ana, starts: 2019-01-10 12:00, opens: {book: 3}}
  ben: {name: Ben, starts: 2019-01-01 08:00, opens: {book: 50}}
variables: {coins: 0}
deeds: {good: a good deed, bad: a bad deed, stroll: {name: a stroll, unit: minutes}}
places: {here: Here, there: There}
cards: {made-up: {kind: fiction, says: The book is made up.}}
"""

SYSTEM = """\
system: book
name: Book
eyes: {clerk: always}
rules: {good: {points: 2}, bad: {points: -5}}
gates: {door: {name: a door, needs: 10}}
"""

YARD = """\
yard:
  text: The yard.
  choices:
    walk: {text: Walk., go: street}
    sing: {text: Sing., deeds: [good], go: yard}
street: {text: The street., go: yard}
"""
"""A yard and a street, to and fro, with one deed to be done."""

PAIR = """\
yard:
  text: The yard.
  choices:
    wait: {text: Wait., go: knock}
    leave: {text: Leave., end: over}
knock:
  pair: {name: A knock, cost: a coat, benefit: somebody is warm, effort: small}
  text: A knock.
  arms:
    at-stake: {text: The clerk is here.}
    not-at-stake: {text: The clerk is out.}
  choices:
    give: {text: Give the coat., kind: true, go: yard}
    keep: {text: Keep the coat., kind: false, go: yard}
"""
"""A pair to be met from a yard."""


class Bench:
    """An instrument: a bench to sit on, until one leaves or a number of ticks has passed."""

    spec = InstrumentSpec(
        "bench", {"limit": "number"}, ("left", "late"), ("told", "nod", "leave"), values=("ticks",)
    )

    def start(self, parameters: Mapping[str, object], facts: Facts, dice: Dice) -> State:
        return {"ticks": 0, "limit": parameters["limit"]}

    def moves(self, state: State) -> tuple[Move, ...]:
        return Move("nod", "nod"), Move("leave", "leave")

    def step(self, state: State, act: str | Tick) -> Step:
        if isinstance(act, Tick):
            ticks = int(str(state["ticks"])) + 1
            late = ticks == state["limit"]
            return Step({**state, "ticks": ticks}, outcome="late" if late else None)
        if act == "nod":
            return Step(state, (DeedSpec("good"),))
        return Step(state, outcome="left")

    def view(self, state: State) -> tuple[Said, ...]:
        return (Said("told", {"ticks": int(str(state["ticks"]))}),)

    def ticking(self, state: State) -> bool:
        return True

    def passed(self, state: State) -> int:
        return 0

    def probes(self) -> Mapping[str, Callable[[State], str]]:
        return dict.fromkeys(("good", "careless", "leaver"), lambda _: "leave")


INSTRUMENTS: Mapping[str, Instrument] = {"bench": Bench(), "letter": Letter()}
SPECS: Specs = {id: instrument.spec for id, instrument in INSTRUMENTS.items()}

SIT = """\
play: {bench: {limit: 1000000}}
words: {told: "You sit. {ticks}", nod: Nod., leave: Leave.}
outcomes: {left: street, late: street}
"""
"""What a choice needs to lead to the bench and on to the street."""


def small(folder: Path, scenes: str, system: str = SYSTEM, **heads: str) -> Story:
    """The story with these scenes; `heads` replace lines of its first file by their key."""
    lines = [line for line in STORY.splitlines() if line.split(":")[0] not in heads]
    lines += [f"{key}: {value}" for key, value in heads.items()]
    chapter = "chapter: one\ntitle: One\nscenes:\n" + indent(dedent(scenes), "  ")
    for name, text in (("story", "\n".join(lines)), ("book", system), ("one", chapter)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load(folder, SPECS)


def begin(story: Story, *choices: str, seed: int = 1, shown: bool = True) -> Run:
    """A run in which these choices were taken."""
    run = Run(story, seed, INSTRUMENTS, Inputs(shown))
    for choice in choices:
        run.choose(choice)
    return run


def texts(run: Run) -> list[str]:
    """What the screen says."""
    return [line.text for line in run.view().lines]


def options(run: Run) -> list[str]:
    """The ids of what is on offer, open or shut."""
    return [option.id for option in run.view().options]
