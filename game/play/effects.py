"""What a choice, a scene's start or an instrument makes happen: from deeds to entries."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from game.play.instruments import Step
from game.play.state import Happened
from game.scoring.records import Deed
from game.story.effects import NOTHING, Correction, DeedSpec, Effects, Later, Look, RecordSpec
from game.story.expressions import Expression
from game.story.model import Scene, Story

if TYPE_CHECKING:
    from game.play.run import Run
    from game.play.staging import StagedChoice

Doing = Callable[["Run"], None]
"""One thing that happens in a run."""

_new = tuple.__new__
"""Makes a named tuple of a whole one, which spares a call."""


def take(run: Run, staged: StagedChoice) -> None:
    """Everything that the choice makes happen, and what is to be told of it."""
    state, choice, facts = run.state, staged.choice, run.facts
    life, records, entries = state.life, state.books.records, state.books.entries
    first_record, first_entry = len(records), len(entries)
    state.chosen.add(staged.key)
    if staged.once:
        state.used.add((*staged.key, state.staged.arm))
    taken = staged.text(facts)
    for doing in staged.doings:
        doing(run)
    happened = state.happened = _new(Happened, (
        taken, life, staged.key[0], state.now,
        first_record, len(records), first_entry, len(entries),
        () if choice.sees is None else choice.sees.lines(facts),
        () if choice.misses is None else choice.misses.lines(facts),
    ))  # fmt: skip
    run.tell(happened)


def doings(story: Story, scene: Scene, effects: Effects) -> Iterator[Doing]:
    """The effects one by one, in their fixed order; what is not there costs nothing. They
    happen in this scene."""
    if effects is NOTHING:
        return
    for name, value in effects.sets:
        yield _set(name, value)
    for deed in effects.deeds:
        yield _deed(deed, scene, story.deeds[deed.kind].timed)
    for record in effects.writes:
        yield _write(record)
    for correction in effects.corrects:
        yield _correct(correction)
    for look in effects.looks:
        yield _look(look)
    for friend in effects.befriends:
        yield _befriend(friend)
    for friend in effects.unfriends:
        yield _unfriend(friend)
    for later in effects.later:
        yield _later(later)
    if effects.takes:
        minutes = effects.takes
        yield lambda run: pass_time(run, minutes)


def follow_instrument(run: Run, step: Step) -> None:
    """What a move or a tick in an instrument did, under the same eyes as anything else."""
    for name, value in step.sets:
        run.state.variables[name] = run.bounded(name, value)
    if step.deeds or step.writes:
        state = run.state
        life, records, entries = state.life, state.books.records, state.books.entries
        first_record, first_entry = len(records), len(entries)
        what = Effects(deeds=step.deeds, writes=step.writes)
        for doing in doings(run.story, state.scene, what):
            doing(run)
        state.happened = Happened(
            "", life, state.staged.id, state.now,
            first_record, len(records), first_entry, len(entries),
        )  # fmt: skip


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


def _set(name: str, value: Expression) -> Doing:
    def doing(run: Run) -> None:
        run.state.variables[name] = run.bounded(name, value(run.facts))

    return doing


def _deed(spec: DeedSpec, scene: Scene, timed: bool) -> Doing:
    """It passes before the eyes of all systems."""
    place = spec.place or scene.place
    fixed = (spec.kind, spec.quantity, spec.by, spec.to, place, scene.id)

    def doing(run: Run) -> None:
        state, (kind, quantity, by, to, place, where) = run.state, fixed
        life, now = state.life, state.now
        deed = _new(Deed, (kind, quantity, by or life, to, place, now, where))
        state.books.witness(deed, life, now, run.facts, run.dice)
        if timed:
            pass_time(run, quantity)

    return doing


def _write(record: RecordSpec) -> Doing:
    def doing(run: Run) -> None:
        state = run.state
        scene = state.scene.id
        state.books.write(record, state.life, state.now, scene, run.facts, run.dice)

    return doing


def _correct(correction: Correction) -> Doing:
    def doing(run: Run) -> None:
        run.state.books.correct(correction, run.state.life, run.state.now)

    return doing


def _look(look: Look) -> Doing:
    def doing(run: Run) -> None:
        run.state.books.look(look, run.state.life, run.state.now)

    return doing


def _befriend(friend: str) -> Doing:
    def doing(run: Run) -> None:
        life = run.state.life
        run.state.links |= {(life, friend), (friend, life)}

    return doing


def _unfriend(friend: str) -> Doing:
    def doing(run: Run) -> None:
        life = run.state.life
        run.state.links -= {(life, friend), (friend, life)}

    return doing


def _later(later: Later) -> Doing:
    def doing(run: Run) -> None:
        state = run.state
        waiting = state.later.setdefault(state.life, [])
        waiting.append((state.now + later.delay, later.scene))

    return doing
