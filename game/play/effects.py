"""What a choice, a scene's start or an instrument makes happen: from deeds to entries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from game.play.dice import KeyedDice
from game.play.instruments import Step
from game.play.said import Said
from game.play.state import Happened
from game.scoring.records import Deed
from game.story import calendar
from game.story.model import NOTHING, Choice, DeedSpec, Effects, RecordSpec

if TYPE_CHECKING:
    from game.play.run import Run


def dice(run: Run, *more: str | int) -> KeyedDice:
    """Chance for this moment: keyed by life, scene and visit."""
    state = run.state
    scene = state.scene.id
    return KeyedDice(run.seed, state.life, scene, state.visits.get(scene, 0), *more)


def take(run: Run, choice: Choice) -> None:
    """Everything that the choice makes happen, and what is to be told of it."""
    state = run.state
    scene = state.scene.id
    state.chosen.add((scene, choice.id))
    state.used.add((scene, state.arms.get(scene), choice.id))
    facts = run.facts()
    taken = choice.text.plain(facts)
    run.say(Said("choice", taken))
    life = state.life
    records, entries = len(state.books.records), len(state.books.entries)
    apply(run, choice.effects)
    recorded = any(
        record.known <= state.now and record.scene == state.scene.id
        for record in state.books.records[records:]
    )
    state.happened = Happened(
        taken,
        life,
        range(entries, len(state.books.entries)),
        choice.sees.lines(facts) if choice.sees is not None else (),
        choice.misses.lines(facts) if choice.misses is not None else (),
        recorded,
    )
    run.say_aftermath()


def apply(run: Run, effects: Effects) -> None:
    """The effects in their fixed order; time passes as they say."""
    if effects is NOTHING:
        return
    state, facts = run.state, run.facts()
    for name, value in effects.sets:
        state.variables[name] = run.bounded(name, value(facts))
    do(run, effects.deeds, effects.writes)
    now = state.now
    for correction in effects.corrects:
        state.books.correct(correction, state.life, now)
    for look in effects.looks:
        state.books.look(look, state.life, now)
    for friend in effects.befriends:
        state.links |= {(state.life, friend), (friend, state.life)}
    for friend in effects.unfriends:
        state.links -= {(state.life, friend), (friend, state.life)}
    for later in effects.later:
        state.later.setdefault(state.life, []).append((now + later.delay, later.scene))
    if effects.takes:
        pass_time(run, effects.takes)


def follow_instrument(run: Run, step: Step) -> None:
    """What a move or a tick in an instrument did, under the same eyes as anything else."""
    for name, value in step.sets:
        run.state.variables[name] = run.bounded(name, value)
    if step.deeds or step.writes:
        state = run.state
        life, before = state.life, len(state.books.entries)
        do(run, step.deeds, step.writes)
        state.happened = Happened("", life, range(before, len(state.books.entries)))


def do(run: Run, deeds: Sequence[DeedSpec], writes: Sequence[RecordSpec]) -> None:
    """Deeds pass before the eyes of all systems, one after the other; records are written."""
    state, facts = run.state, run.facts()
    for spec in deeds:
        deed = deed_of(run, spec, state.now)
        state.books.witness(deed, state.life, state.now, facts, dice(run))
        if run.story.deeds[spec.kind].timed:
            pass_time(run, spec.quantity)
    for record in writes:
        scene = state.scene.id
        state.books.write(record, state.life, state.now, scene, facts, dice(run))


def deeds_of(run: Run, specs: Sequence[DeedSpec]) -> Iterator[Deed]:
    """Deeds as they would follow each other from now on, for trying them out."""
    at = run.state.now
    for spec in specs:
        yield deed_of(run, spec, at)
        if run.story.deeds[spec.kind].timed:
            at += spec.quantity


def deed_of(run: Run, spec: DeedSpec, at: int) -> Deed:
    """The deed itself: who, to whom, where, when and how much."""
    state = run.state
    return Deed(
        spec.kind,
        spec.quantity,
        spec.by or state.life,
        spec.to,
        spec.place or state.scene.place,
        at,
        state.scene.id,
    )


def pass_time(run: Run, minutes: int) -> None:
    """The calendar of the life that is played moves on, and what is due comes in."""
    state = run.state
    state.clocks[state.life] = min(state.now + minutes, calendar.LAST)
    state.books.advance(state.life, state.now, run.facts(), dice(run))
