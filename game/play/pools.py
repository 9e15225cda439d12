"""Where a way leads: to the scene that it names, or to one drawn from a pool; in a cut of
the story, to the scene that stands in for it.

A draw is keyed by the moment, the pool, and how often the pool was drawn from, so that a
replay draws alike.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from game.story.model import Drawable, Pool

if TYPE_CHECKING:
    from game.play.run import Run


def scene_at(run: Run, target: str) -> str:
    """The scene of this id, or one of the pool of this id, as this cut has it."""
    pool = run.story.pools.get(target)
    if pool is not None:
        target = _drawn(run, pool)
        run.state.drawn.setdefault(pool.id, Counter())[target] += 1
    return _in_cut(run, target)


def _in_cut(run: Run, scene: str) -> str:
    scenes = run.story.scenes
    while run.inputs.cut is not None and run.inputs.cut in scenes[scene].cuts:
        scene = scenes[scene].cuts[run.inputs.cut]
    return scene


def _drawn(run: Run, pool: Pool) -> str:
    fitting = [one for one in pool.scenes if _fits(run, pool, one)]
    if fitting and pool.draw == "least-recent":
        last = [run.state.last_visit.get(_in_cut(run, one.scene), 0) for one in fitting]
        longest = min(last)
        fitting = [one for one, at in zip(fitting, last, strict=True) if at == longest]
    if not fitting:
        assert pool.otherwise is not None, "a story is refused in which a pool may be empty"
        return pool.otherwise
    return _by_weight(run, pool, fitting)


def _fits(run: Run, pool: Pool, one: Drawable) -> bool:
    """Whether it may be drawn. Drawn before counts as visited: the player may still be on the
    way there, or have been told of it instead."""
    facts = run.facts
    if one.once:
        visited = facts.visits(_in_cut(run, one.scene))
        if visited or one.scene in run.state.drawn.get(pool.id, ()):
            return False
    return one.shown_if is None or bool(one.shown_if(facts))


def _by_weight(run: Run, pool: Pool, fitting: list[Drawable]) -> str:
    draws = sum(run.state.drawn.get(pool.id, {}).values())
    lots = sum(one.weight for one in fitting)
    lot = run.dice.about("pool").pick(f"{pool.id} {draws}", lots)
    for one in fitting:
        lot -= one.weight
        if lot < 0:
            return one.scene
    raise AssertionError("a lot is less than all weights together")
