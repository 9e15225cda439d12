"""The one view policy: what of the score may be shown.

Whether the score is shown is the treatment of the experiment. What it sees, changes, standings
and cards are decided here; `game.play.offers` keeps to it in promises and reasons of gates,
`game.play.ledger` in entries, and texts ask `score_shown` themselves (see `game.story.prose`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from game.play import instrument_words, offers, titles, words
from game.play.state import Happened
from game.play.view import Aftermath, Change, OnStage, Score
from game.story import calendar
from game.story.expressions import Expression
from game.story.model import Card, Place, Story
from game.story.prose import Line
from game.story.stage import Pose, Spot
from game.story.systems import System

if TYPE_CHECKING:
    from game.play.run import Run


def aftermath(run: Run, happened: Happened) -> Aftermath:
    """What a choice left, as far as it may be shown."""
    if not run.shown:
        return Aftermath(happened.taken, None, None, ())
    recorded = happened.recorded(run.state.books)
    seen = happened.sees if recorded else ()
    return Aftermath(
        happened.taken,
        plain(seen) or None,
        plain(happened.misses) or None,
        changes(run, happened.life, range(happened.first_entry, happened.last_entry)),
        seen_nothing=happened.says and not recorded,
    )


def plain(lines: tuple[Line, ...]) -> str:
    """Lines as one."""
    return " ".join(line.text for line in lines)


def changes(run: Run, life: str, entries: range) -> tuple[Change, ...]:
    """These entries, as far as they are about the life and are told, added up."""
    books, systems = run.state.books, run.story.systems
    sums: dict[str, int] = {}
    for at in entries:
        entry = books.entries[at]
        system = systems[entry.system]
        if announced(run, system) and entry.holder == books.holder_for(system.id, life):
            sums[system.id] = sums.get(system.id, 0) + entry.amount
    return tuple(offers.change(systems[id], amount) for id, amount in sums.items())


def announced(run: Run, system: System) -> bool:
    """Whether the system's points are told at all."""
    return run.shown and system.announces != "never"


def scores(run: Run) -> tuple[Score, ...]:
    """The standings of the life that is played, where it has an account and they are told."""
    return tuple(
        score(run, system, holder)
        for system in run.story.systems.values()
        if announced(run, system)
        and (holder := run.state.books.holder_for(system.id, run.state.life)) is not None
        and has_account(run, system, holder)
    )


def has_account(run: Run, system: System, holder: str) -> bool:
    """Whether the holder has had to do with the system: an opening standing, or an entry."""
    books = run.state.books
    return system.id in run.story.lives[holder].opens or books.has_entries(system.id, holder)


def score(run: Run, system: System, holder: str, at: int | None = None) -> Score:
    """One standing, now or at another moment."""
    state = run.state
    books, now = state.books, state.now if at is None else at
    standing = books.standing(system.id, holder, now)
    listed = system.scale == "list"
    lately = range(state.first_entry, len(books.entries))
    lit = [b.name for b in system.bands.values() if books.band_lit(system.id, b.id, now)]
    return Score(
        system.id,
        system.name,
        words.ON_LIST[bool(standing)] if listed else f"{standing:,}",
        "" if listed else system.unit,
        run.story.lives[holder].name,
        books.tier(system.id, holder, now) if system.tiers else None,
        lit[0] if lit else None,
        sum(c.amount for c in changes(run, state.life, lately) if c.system == system.id),
        listed,
        run.inputs.audience or system.seen_by,
    )


def since_opening(run: Run, lives: Iterable[str]) -> tuple[Score, ...]:
    """The standings of these lives, each once, where they have an account and are told. `change`
    is what came of them since they opened; bands are of the present, and left out."""
    books, found = run.state.books, dict[tuple[str, str], Score]()
    for system in filter(lambda each: announced(run, each), run.story.systems.values()):
        for life in lives:
            holder = books.holder_for(system.id, life)
            if holder is None or not has_account(run, system, holder):
                continue
            now = run.state.clocks.get(life, run.state.now)
            change = books.standing(system.id, holder, now) - books.opening(system.id, holder)
            one = score(run, system, holder, now)
            found[system.id, holder] = replace(one, band=None, change=change)
    return tuple(found.values())


def over(run: Run, place: Place) -> tuple[str, ...]:
    """The pictures laid over that of the place. One that hangs on the score is not there where
    the score is hidden, like a passage of a text."""
    return tuple(one.picture for one in place.over if holds(run, one.shown_if))


def holds(run: Run, shown_if: Expression | None) -> bool:
    """Whether there is what hangs on this, as far as that may be shown."""
    if shown_if is None:
        return True
    return (run.shown or not shown_if.asks_score) and bool(shown_if(run.facts))


def stage(run: Run, *stages: Iterable[Spot]) -> tuple[OnStage, ...]:
    """Who is seen, spot by spot, a later stage laid over those before it: where none of its
    poses holds, the spot is as it was."""
    found: dict[str, Pose] = {}
    for spot in chain.from_iterable(stages):
        pose = next((one for one in spot.poses if holds(run, one.shown_if)), None)
        if pose is not None:
            found[spot.id] = pose
    return _seen(run.story, found)


def always_there(story: Story, spots: Iterable[Spot]) -> tuple[OnStage, ...]:
    """Who is seen whatever happens: for a picture that is shown before there is a run."""
    first = {spot.id: spot.poses[0] for spot in spots if spot.poses}
    return _seen(story, {id: pose for id, pose in first.items() if pose.shown_if is None})


def _seen(story: Story, poses: Mapping[str, Pose]) -> tuple[OnStage, ...]:
    return tuple(
        OnStage(spot, who, pose.posture, story.figures[who].postures[pose.posture].picture)
        for spot, pose in poses.items()
        if (who := pose.figure) is not None
    )


def caught(run: Run) -> tuple[str, ...]:
    """What eyes saw at the last act, where its system tells the life that is played of it. What
    a person wrote down, or what becomes known later, is not among it."""
    state, books = run.state, run.state.books
    found: dict[str, None] = {}
    for record in books.records[state.first_record :]:
        if record.eye is None or record.known > state.now or record.corrected is not None:
            continue
        holder = books.holder_for(record.system, state.life)
        told = announced(run, run.story.systems[record.system]) and holder is not None
        if told and books.holder_for(record.system, record.about) == holder:
            name = run.story.deeds[record.kind].name
            found[f"{calendar.hhmm(record.happened)} {name}"] = None
    return tuple(found)


def cards(run: Run) -> tuple[Card, ...]:
    """The cards that the screen offers, each once, in order of first mention."""
    state, facts = run.state, run.facts
    if state.phase in ("note", "end"):
        return ()
    shown = [*titles.above(run).lines(facts), *run.view().lines]
    happened = state.happened
    if happened is not None and run.shown:
        recorded = happened.recorded(state.books)
        shown += [*(happened.sees if recorded else ()), *happened.misses]
    shown += instrument_words.lines_of_moves(run)
    if state.phase == "scene":
        for text in () if state.scene.asks is None else state.scene.asks.texts:
            shown += text.lines(facts)
        for staged in state.staged.choices:
            if offers.offered(run, staged):
                shown += staged.choice.text.lines(facts)
    ids = dict.fromkeys([id for line in shown for id in line.cards])
    phone = run.view().phone
    ids.update(dict.fromkeys(() if phone is None else phone.cards))
    ids.update(dict.fromkeys(state.scene.cards))
    return tuple(run.story.cards[id] for id in ids)
