"""An instrument for tests, in which time passes: a letter that is read page by page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import cast

from game.play.instruments import Move, Said, State, Step, Tick
from game.scoring.dice import Dice
from game.story.effects import DeedSpec
from game.story.expressions import Facts
from game.story.instruments import InstrumentSpec

SCENES = """\
yard:
  text: The yard.
  choices:
    open:
      text: Open the letter.
      play: {letter: {pages: [first, last], takes: 5, rings: 0, reads: stroll}}
      words:
        first: Dear Ana.
        last: "ben: Yours, Ben."
        turn: Turn the page.
        answer: Answer.
        leave: Put it away.
      outcomes: {read: street, answered: gate, left: yard}
street: {text: The street., end: over}
gate: {text: The gate., end: at-the-gate}
"""


def letter(*replaced: tuple[str, str]) -> str:
    """Scenes with a letter to open; `replaced`: what stands in them, and what instead."""
    found = SCENES
    for old, new in replaced:
        assert old in found
        found = found.replace(old, new)
    return found


class Letter:
    """Pages to turn. Once one was turned it takes so many ticks, and somebody may ring after so
    many. Told at the end: as many minutes of `reads` as pages were turned, if any."""

    spec = InstrumentSpec(
        "letter",
        {"pages": "list", "takes": "number", "rings": "number", "reads": "text"},
        ("read", "answered", "left"),
        ("turn", "answer", "leave"),
        required=("pages", "takes", "rings", "reads"),
        values=("ticks",),
        mentions=lambda given: [("deed", str(given["reads"]))],
        named=lambda given: cast("list[str]", given["pages"]),
    )

    def start(self, parameters: Mapping[str, object], facts: Facts, dice: Dice) -> State:
        return {**parameters, "at": 0, "ticks": 0}

    def moves(self, state: State) -> tuple[Move, ...]:
        rings = 0 < _number(state, "rings") <= _number(state, "ticks")
        answer = (Move("answer", "answer"),) if rings else ()
        return (Move("turn", "turn", lasts=10), *answer, Move("leave", "leave"))

    def step(self, state: State, act: str | Tick) -> Step:
        at, ticks = _number(state, "at"), _number(state, "ticks")
        if act == "turn":
            return Step({**state, "at": min(at + 1, len(_pages(state)) - 1)})
        if isinstance(act, Tick):
            over = ticks + 1 == state["takes"]
            after: State = {**state, "ticks": ticks + 1}
            return self._over(after, "read") if over else Step(after)
        return self._over(state, "answered" if act == "answer" else "left")

    def _over(self, state: State, outcome: str) -> Step:
        read = _number(state, "at")
        deeds = (DeedSpec(str(state["reads"]), read),) if read else ()
        return Step(state, deeds, outcome=outcome)

    def view(self, state: State) -> tuple[Said, ...]:
        """The pages as far as they were turned: those that are done are crossed out."""
        at, values = _number(state, "at"), {"ticks": _number(state, "ticks")}
        return tuple(
            Said(key, values, struck=number < at)
            for number, key in enumerate(_pages(state)[: at + 1])
        )

    def ticking(self, state: State) -> bool:
        return _number(state, "at") > 0

    def passed(self, state: State) -> int:
        return _number(state, "at")

    def probes(self) -> Mapping[str, Callable[[State], str]]:
        return {
            "good": lambda _: "turn",
            "careless": lambda _: "turn",
            "leaver": lambda _: "leave",
        }


class LastingLetter(Letter):
    """One whose pages belong in the log, below a word that does not."""

    def view(self, state: State) -> tuple[Said, ...]:
        pages = (replace(said, lasting=True) for said in super().view(state))
        return (Said("answer"), *pages)


def _number(state: State, key: str) -> int:
    return cast(int, state[key])


def _pages(state: State) -> list[str]:
    return cast("list[str]", state["pages"])
