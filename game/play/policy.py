"""The one view policy: what of a run may be shown.

Whether the score is shown is the treatment of the experiment, so every way in which it
could reach a player (promises, changes, standings, reasons of gates, what it sees) is
decided here; texts ask `score_shown` themselves (see `game.story.prose`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play import notes, offers, words
from game.play.view import Aftermath, Change, Option, Score, View
from game.story import calendar
from game.story.model import WAY_ON, Card
from game.story.prose import Line
from game.story.systems import System

if TYPE_CHECKING:
    from game.play.run import Run


def view(run: Run) -> View:
    """The screen that the run stands at."""
    state = run.state
    scene = state.scene
    chapter = run.story.chapters[scene.chapter]
    lines, options = SCREENS[state.phase](run)
    place = run.story.places[scene.place] if scene.place is not None else None
    shown = None if state.phase == "note" else place
    return View(
        kind=state.phase,
        heading=heading(run),
        chapter=chapter.title,
        scene=scene.id,
        place=shown.name if shown else None,
        picture=shown.picture if shown else None,
        when=when(run),
        lines=lines,
        aftermath=aftermath(run),
        options=options,
        scores=scores(run),
        cards=cards(run, lines) if state.phase not in ("note", "end") else (),
        ticking=ticking(run),
        ending=state.ending,
    )


def heading(run: Run) -> str:
    """The title of the screen."""
    match run.state.phase:
        case "note":
            return words.NOTE_HEADING
        case "end":
            return words.END_HEADING
        case _:
            scene = run.state.scene
            return scene.title or run.story.chapters[scene.chapter].title


def when(run: Run) -> str | None:
    """Date and time of the life that is played, if it has a calendar."""
    state = run.state
    if state.phase in ("note", "end") or state.life not in state.clocks:
        return None
    return f"{calendar.weekday(state.now)} {calendar.moment_words(state.now)}"


# --- what each kind of screen says and offers ---------------------------------------------------


def _note(run: Run) -> tuple[tuple[Line, ...], tuple[Option, ...]]:
    pending = notes.pending(run, run.state.scene)
    assert pending is not None, "a note is shown only while one is pending"
    content = pending[1]
    text = words.NOTE_CHAPTER.format("; ".join(content.notes))
    options = [Option(WAY_ON, words.GO_ON)]
    if content.instead is not None:
        options.append(Option(notes.INSTEAD, words.TELL_INSTEAD))
    return (Line(None, text, ()),), tuple(options)


def _scene(run: Run) -> tuple[tuple[Line, ...], tuple[Option, ...]]:
    scene = run.state.scene
    if scene.way is not None:
        return run.state.lines, (Option(WAY_ON, words.GO_ON),)
    options = tuple(
        offers.option(run, choice) for choice in scene.choices if offers.offered(run, choice)
    )
    if not any(o.open for o in options):
        options = (*options, Option(WAY_ON, words.NO_WAY_ON))
    return run.state.lines, options


def _instrument(run: Run) -> tuple[tuple[Line, ...], tuple[Option, ...]]:
    playing = run.state.playing
    assert playing is not None, "an instrument is shown only while it is played"
    instrument = run.instruments[playing.play.instrument]
    told = playing.play.words
    facts = run.facts()
    lines = tuple(
        line
        for key, values in instrument.view(playing.state)
        for line in told[key].lines(facts.with_values(values))
    )
    moves = instrument.moves(playing.state)
    return lines, tuple(
        Option(
            move.id,
            told[move.key].plain(facts.with_values(move.values)),
            move.open,
            (told[move.reason_key].plain(facts.with_values(move.values)),)
            if move.reason_key is not None and not move.open
            else (),
        )
        for move in moves
    )


def _end(run: Run) -> tuple[tuple[Line, ...], tuple[Option, ...]]:
    return (), ()


SCREENS = {"note": _note, "scene": _scene, "instrument": _instrument, "end": _end}


def ticking(run: Run) -> bool:
    """Whether a face should let time pass."""
    playing = run.state.playing
    if playing is None or run.state.phase != "instrument":
        return False
    return run.instruments[playing.play.instrument].ticking(playing.state)


# --- the score -----------------------------------------------------------------------------------


def aftermath(run: Run) -> Aftermath | None:
    """What the last choice left, as far as it may be shown."""
    happened = run.state.happened
    if happened is None:
        return None
    if not run.shown:
        return Aftermath(happened.taken, None, None, ())
    seen = happened.sees if happened.recorded else ()
    told = bool(happened.sees or happened.misses)
    return Aftermath(
        happened.taken,
        plain(seen) or None,
        plain(happened.misses) or None,
        changes(run, happened.life, happened.entries),
        seen_nothing=told and not happened.recorded,
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


def score(run: Run, system: System, holder: str) -> Score:
    """One standing."""
    state = run.state
    books, now = state.books, state.now
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
        system.seen_by,
    )


def cards(run: Run, shown: tuple[Line, ...]) -> tuple[Card, ...]:
    """The cards that the screen offers, each once, in order of first mention."""
    state, facts = run.state, run.facts()
    lines = [*shown]
    happened = state.happened
    if happened is not None and run.shown:
        lines += [*(happened.sees if happened.recorded else ()), *happened.misses]
    if state.phase == "scene":
        for choice in state.scene.choices:
            if offers.offered(run, choice):
                lines += choice.text.lines(facts)
    ids = dict.fromkeys([id for line in lines for id in line.cards])
    ids.update(dict.fromkeys(state.scene.cards))
    return tuple(run.story.cards[id] for id in ids)
