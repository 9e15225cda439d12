"""Random players, for tests: every story of ours, walked by a seeded hand."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from random import Random

from game.commands.wiring import INSTRUMENTS, SPECS
from game.play.inputs import Inputs
from game.play.run import Run
from game.story.load import load
from game.story.model import Story
from tests.example import example

HERE = Path(__file__).parent
FOLDERS = {
    path.name: path
    for parent in (HERE.parent / "story", HERE / "probes")
    for path in sorted(parent.iterdir())
    if (path / "story.yaml").is_file()
}
STORIES = ["example", *FOLDERS]
LONGEST = 400
"""Steps after which a walk that has not come to an end counts as lost."""


@cache
def story(name: str) -> Story:
    """A story of ours, loaded once."""
    return example() if name == "example" else load(FOLDERS[name], SPECS)


def begin(name: str, seed: int) -> Run:
    """A new run of a story of ours: whole, in one of its cuts, or begun with a chapter."""
    whole = story(name)
    ways: list[tuple[str | None, str | None]] = [(cut, None) for cut in (None, *whole.cuts)]
    ways += [(None, id) for id in whole.chapters if whole.beginning(id) is not None]
    cut, chapter = ways[seed % len(ways)]
    return Run(whole, seed, INSTRUMENTS, Inputs(cut=cut, chapter=chapter))


def step(run: Run, hand: Random) -> None:
    """One random act: mostly a choice, sometimes undo, redo, or time that passes."""
    view = run.view()
    luck = hand.random()
    if luck < 0.05:
        run.undo()
    elif luck < 0.08:
        run.redo()
    elif view.ticking and luck < 0.3:
        run.tick(hand.randint(1, 50))
    else:
        run.choose(hand.choice([option.id for option in view.options if option.open]))


def walk(name: str, seed: int) -> Run:
    """A random run, to its end or to the longest that a walk may be."""
    run = begin(name, seed)
    hand = Random(seed)
    for _ in range(LONGEST):
        if run.over:
            break
        step(run, hand)
    return run
