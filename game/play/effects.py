"""What a choice, a scene's start or an instrument makes happen: from deeds to entries."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from game.play.instruments import Step, Values
from game.play.state import Happened
from game.scoring.records import Deed
from game.story.effects import NOTHING, Correction, DeedSpec, Effects, Later, Look, RecordSpec
from game.story.expressions import Expression
from game.story.model import Outcome, Scene, Story
from game.story.ways import Return

if TYPE_CHECKING:
    from game.play.run import Run
    from game.play.staging import StagedChoice

Doing = tuple[Callable[["Run", Any], None], Any]
"""One thing that happens in a run: what does it, and what that needs to know."""

_NO_OUTCOME = Outcome(Return())
"""Sets and tells nothing."""

_new = tuple.__new__
"""Makes a named tuple of a whole one, which spares a call."""


def take(run: Run, staged: StagedChoice) -> None:
    """Everything that the choice makes happen, and what is to be told of it."""
    state = run.state
    state.chosen.add(staged.key)
    if staged.once:
        state.used.add((*staged.key, state.staged.arm))
    taken = staged.offer.text if staged.offer else staged.choice.text.plain(run.facts)
    happened = state.happened = _happen(run, taken, staged.doings, staged)
    run.tell(happened)


def _happen(
    run: Run,
    taken: str,
    doings: Iterable[Doing],
    told: StagedChoice | Outcome,
    values: Values | None = None,
) -> Happened:
    """Do all of it -> what is to be told of it, which may show these values, too."""
    state = run.state
    life, records, entries = state.life, state.books.records, state.books.entries
    first_record, first_entry = len(records), len(entries)
    for do, what in doings:
        do(run, what)
    facts = run.facts if values is None else run.facts.within(values)
    sees, misses, so_far = told.sees, told.misses, told.so_far
    return _new(Happened, (
        taken, life, state.staged.id, state.now,
        first_record, len(records), first_entry, len(entries),
        () if sees is None else sees.lines(facts),
        () if misses is None else misses.lines(facts),
        "" if so_far is None else so_far.plain(facts),
        state.staged.scene.place,
    ))  # fmt: skip


def doings(story: Story, scene: Scene, effects: Effects) -> Iterator[Doing]:
    """The effects one by one, in their fixed order; what is not there costs nothing. They
    happen in this scene."""
    if effects is NOTHING:
        return
    yield from ((_set, one) for one in effects.sets)
    for spec in effects.deeds:
        place, timed = spec.place or scene.place, story.deeds[spec.kind].timed
        yield _deed, (spec.kind, spec.quantity, spec.by, spec.to, place, scene.id, timed)
    yield from ((_write, record) for record in effects.writes)
    yield from ((_correct, correction) for correction in effects.corrects)
    yield from ((_look, look) for look in effects.looks)
    yield from ((_befriend, friend) for friend in effects.befriends)
    yield from ((_unfriend, friend) for friend in effects.unfriends)
    yield from ((_later, later) for later in effects.later)
    if effects.takes:
        yield pass_time, effects.takes


def follow_instrument(run: Run, step: Step, outcome: Outcome | None, values: Values | None) -> None:
    """What a move or a tick in an instrument did, under the same eyes as anything else; with an
    outcome, what that sets, and what is to be told of the deeds that it ended with. `values`:
    what that may show of the instrument."""
    for name, value in step.sets:
        run.state.variables[name] = run.bounded(name, value)
    did = bool(step.deeds or step.writes or step.takes)
    if not did and outcome is None:
        return
    ended = outcome or _NO_OUTCOME
    effects = replace(ended.effects, deeds=step.deeds, writes=step.writes, takes=step.takes)
    does = doings(run.story, run.state.scene, effects)
    happened = _happen(run, "", does, ended, values)
    if happened.says or happened.so_far:
        run.tell(happened)
    if happened.says or did:
        run.state.happened = happened


def deeds_of(run: Run, specs: Sequence[DeedSpec]) -> Iterator[Deed]:
    """Deeds as they would follow each other from now on, for trying them out."""
    state, at = run.state, run.state.now
    for spec in specs:
        place = spec.place or state.scene.place
        doer = spec.by or state.life
        yield Deed(spec.kind, spec.quantity, doer, spec.to, place, at, state.scene.id)
        if run.story.deeds[spec.kind].timed:
            at += spec.quantity


def pass_time(run: Run, minutes: int) -> None:
    """The calendar of the life that is played moves on, and what is due comes in."""
    state = run.state
    state.set_clock(state.now + minutes)
    state.books.advance(state.life, state.now, run.facts, run.dice)


# --- one by one -----------------------------------------------------------------------------


def _set(run: Run, what: tuple[str, Expression]) -> None:
    name, value = what
    run.state.variables[name] = run.bounded(name, value(run.facts))


def _deed(run: Run, what: tuple[str, int, str | None, str | None, str | None, str, bool]) -> None:
    """It passes before the eyes of all systems."""
    kind, quantity, by, to, place, scene, timed = what
    state = run.state
    life, now = state.life, state.now
    deed = _new(Deed, (kind, quantity, by or life, to, place, now, scene))
    state.books.witness(deed, life, now, run.facts, run.dice)
    if timed:
        pass_time(run, quantity)


def _write(run: Run, record: RecordSpec) -> None:
    state = run.state
    state.books.write(record, state.life, state.now, state.scene.id, run.facts, run.dice)


def _correct(run: Run, correction: Correction) -> None:
    run.state.books.correct(correction, run.state.life, run.state.now)


def _look(run: Run, look: Look) -> None:
    run.state.books.look(look, run.state.life, run.state.now)


def _befriend(run: Run, friend: str) -> None:
    life = run.state.life
    run.state.links |= {(life, friend), (friend, life)}


def _unfriend(run: Run, friend: str) -> None:
    life = run.state.life
    run.state.links -= {(life, friend), (friend, life)}


def _later(run: Run, later: Later) -> None:
    state = run.state
    waiting = state.later.setdefault(state.life, [])
    waiting.append((state.now + later.delay, later.scene))
