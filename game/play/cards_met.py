"""All cards that were met in a run."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.play import policy
from game.play.state import Happened
from game.story.model import Card, Scene
from game.story.prose import Line

if TYPE_CHECKING:
    from game.play.run import Run


def cards_met(run: Run) -> tuple[Card, ...]:
    """The facts behind what was said so far, and on this screen; each once, those that stood in
    a text first, in its order."""
    ids = dict.fromkeys(id for line in _lines(run) for id in line.cards)
    ids.update(dict.fromkeys(id for scene in _scenes(run) for id in scene.cards))
    ids.update(dict.fromkeys(card.id for card in policy.cards(run)))
    return tuple(run.story.cards[id] for id in ids)


def _lines(run: Run) -> Iterator[Line]:
    for told in run.told:
        if not isinstance(told, Happened):
            yield from told[1]
        elif run.shown:
            yield from told.sees if told.recorded(run.state.books) else ()
            yield from told.misses


def _scenes(run: Run) -> Iterator[Scene]:
    """The scenes that were come to; of a pair, the arms."""
    for id, visits in run.state.visits.items():
        scene = run.story.scenes[id]
        arms = scene.arms if visits > 1 else {run.state.arms.get(id): None}
        yield from [scene.arms[arm] for arm in arms if arm] or [scene]
