"""Golden saves: runs of frozen stories as each version of the game saved them.

`python -m tests.saves.golden` writes those of the version that saves are written in now. It
never writes over one that is there: what an old game saved must stay as it was.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from game.commands.wiring import INSTRUMENTS, SPECS
from game.play.inputs import Inputs
from game.play.run import Run
from game.play.saves import VERSION, save_text
from game.story.load import load
from game.story.model import Story

HERE = Path(__file__).parent
STORIES = HERE / "stories"

BOARDED = ("catch", "catch", "ask", "shrug", "board", "seat", "on", "smoke")
AT_THE_BOARD = (*BOARDED, "look", "decline", "on", "trains")

RUNS: Mapping[str, tuple[int, bool, tuple[str, ...]]] = {
    "fresh": (1, True, ()),
    "mid-scene": (1, True, ("catch", "catch")),
    "in-a-call": (2, True, ("catch", "ask")),
    "before-a-note": (3, True, ("board", "look")),
    "after-a-note": (3, True, ("board", "look", "on", "decline")),
    "told-instead": (4, True, ("board", "seat", "instead")),
    "over-the-bridge": (1, True, ("catch", "catch", "bridge", "on", "seat")),
    "in-the-other-arm": (5, True, BOARDED),
    "at-the-board": (6, True, AT_THE_BOARD),
    "with-time-passed": (6, True, (*AT_THE_BOARD, "k7", "tea", "tick 12")),
    "in-a-train": (6, True, (*AT_THE_BOARD, "k7", "tea")),
    "with-undone-acts": (7, True, ("catch", "board", "seat", "undo", "look", "undo", "undo")),
    "redone": (7, True, ("catch", "board", "undo", "undo", "redo")),
    "hidden": (8, False, (*BOARDED, "look")),
    "stuck": (9, True, (*AT_THE_BOARD, "leave", "on")),
    "at-the-end": (6, True, (*AT_THE_BOARD, "k7", "no-tea", "on")),
    "week-drawn": (2, True, ("up", "stand", "in-time", "on", "on", "on", "ring")),
    "week-in-a-cut": (2, True, ("up", "stand", "in-time", "on", "on", "on", "ring")),
}
"""By name: the seed, whether the score is shown, and what the player does."""

WEEK = "week-"
"""So begin the names of runs in the story that draws from pools and has a cut."""


@cache
def story(name: str) -> Story:
    """A frozen story."""
    return load(STORIES / name, SPECS)


def play(name: str) -> Run:
    """The run of this name, played by the game as it is now."""
    seed, shown, acts = RUNS[name]
    told = story("five-mornings" if name.startswith(WEEK) else "ferry")
    cut = "museum" if name.endswith("-cut") else None
    run = Run(told, seed, INSTRUMENTS, Inputs(shown, cut=cut))
    for act in acts:
        if act == "undo":
            assert run.undo()
        elif act == "redo":
            assert run.redo()
        elif act.startswith("tick "):
            run.tick(int(act.removeprefix("tick ")))
        else:
            run.choose(act)
    return run


def picture(run: Run) -> dict[str, Any]:
    """What a player meets in the run, and the ledgers under it, as plain JSON."""
    view = run.view()
    return {
        "scene": [view.kind, view.scene, view.heading, view.place, view.when, view.ending],
        "lines": [[line.speaker, line.text] for line in view.lines],
        "options": [[o.id, o.text, o.open, list(o.reason)] for o in view.options],
        "scores": [[score.system, score.value, score.holder] for score in view.scores],
        "log": [[said.kind, said.speaker, said.text] for said in run.log],
        "entries": [[e.system, e.holder, e.amount, e.total, e.at] for e in run.state.books.entries],
        "variables": dict(run.state.variables),
        "can": [run.can_undo, run.can_redo],
        "journal": run.journal,
    }


def _lines(values: Mapping[str, Any]) -> str:
    """JSON with a line for each value, so that a difference can be read."""
    shown = (f"{json.dumps(key)}: {json.dumps(values[key], ensure_ascii=False)}" for key in values)
    return "{\n" + ",\n".join(shown) + "\n}"


def write() -> None:
    """Write the golden saves of this version, each with its picture beside it."""
    folder = HERE / f"v{VERSION}"
    folder.mkdir(exist_ok=True)
    for name in RUNS:
        run = play(name)
        for ending, text in (
            ("save", save_text(run) + "\n"),
            ("picture", _lines(picture(run)) + "\n"),
        ):
            path = folder / f"{name}.{ending}.json"
            if not path.exists():
                path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write()
