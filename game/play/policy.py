"""The one view policy: what of a run may be shown.

Whether the score is shown is the treatment of the experiment, so every way in which it
could reach a player (promises, changes, standings, reasons of gates, what it sees) is
decided here; texts ask `score_shown` themselves (see `game.story.prose`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play import effects, notes, rehearsal, words
from game.play.view import Aftermath, Change, Option, Score, View
from game.scoring import explain
from game.scoring.gains import gains
from game.scoring.words import does_not_say
from game.story import calendar
from game.story.model import WAY_ON, Card, Choice, System
from game.story.prose import Line

if TYPE_CHECKING:
    from game.play.run import Run

NO_WAY_ON = "no-way-on"
"""The ending of a run that came to a scene where nothing is open."""


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
        cards=cards(run) if state.phase not in ("note", "end") else (),
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
    options = tuple(option(run, choice) for choice in scene.choices if offered(run, choice))
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


# --- choices -------------------------------------------------------------------------------


def offered(run: Run, choice: Choice) -> bool:
    """Whether the choice is there at all, open or shut."""
    scene = run.state.scene.id
    if choice.once and (scene, run.state.arms.get(scene), choice.id) in run.state.used:
        return False
    return choice.shown_if is None or bool(choice.shown_if(run.facts()))


def is_open(run: Run, choice: Choice) -> bool:
    """Whether it can be taken."""
    facts = run.facts()
    if choice.needs is not None and not choice.needs(facts):
        return False
    return choice.gate is None or facts.gate(choice.gate)


def stuck(run: Run) -> bool:
    """Whether nothing at all can be taken here."""
    return not any(offered(run, c) and is_open(run, c) for c in run.state.scene.choices)


def option(run: Run, choice: Choice) -> Option:
    """The choice as it is offered."""
    opened = is_open(run, choice)
    return Option(
        choice.id,
        choice.text.plain(run.facts()),
        opened,
        () if opened else reasons(run, choice),
        promise(run, choice) if opened else (),
        taken_before(run, choice),
    )


def taken_before(run: Run, choice: Choice) -> bool:
    """Whether it was taken before; in a pair, where that would sway the second answer, no."""
    scene = run.state.scene.id
    return scene not in run.first_arms and (scene, choice.id) in run.state.chosen


def reasons(run: Run, choice: Choice) -> tuple[str, ...]:
    """Why the choice is shut: the author's reason, and what the gate's system explains."""
    facts = run.facts()
    told: list[str] = []
    if choice.needs is not None and not choice.needs(facts):
        mute = choice.needs.asks_score and not run.shown
    else:
        mute = choice.needs is not None or not run.shown
    if choice.reason is not None and not mute:
        told.append(choice.reason.plain(facts))
    if choice.gate is not None and run.shown and not facts.gate(choice.gate):
        told += gate_reasons(run, choice.gate)
    return tuple(told) or (words.SHUT,)


def gate_reasons(run: Run, id: str) -> list[str]:
    """Why a gate is shut, as far as its system says."""
    books, facts = run.state.books, run.facts()
    system = run.story.systems[books.system_of_gate(id)]
    gate = system.gates[id]
    told = [] if gate.reason is None else [gate.reason.plain(facts)]
    if system.announces == "never":
        return [*told, does_not_say(system)]
    why = explain.why_shut(run.story, books, id, facts.life, run.state.now)
    return [*told, "; ".join(why)]


def promised(run: Run, choice: Choice) -> tuple[Change, ...]:
    """What every system would enter for the choice, by dry run; whether it may be shown or not."""
    state, effects_ = run.state, choice.effects
    deeds, writes = rehearsal.rehearse(run, choice.play) if choice.play else ((), ())
    found = gains(
        state.books,
        effects.deeds_of(run, (*effects_.deeds, *deeds)),
        state.life,
        state.now,
        run.facts(),
        writes=(*effects_.writes, *writes),
        corrects=effects_.corrects,
        scene=state.scene.id,
    )
    systems = run.story.systems
    return tuple(change(systems[id], amount) for id, amount in found.items())


def promise(run: Run, choice: Choice) -> tuple[Change, ...]:
    """What systems that announce beforehand say that a choice is worth."""
    systems = run.story.systems
    if not run.shown or not any(s.announces == "before" for s in systems.values()):
        return ()
    return tuple(c for c in promised(run, choice) if systems[c.system].announces == "before")


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
    return tuple(change(systems[id], amount) for id, amount in sums.items())


def change(system: System, amount: int) -> Change:
    """What became of a standing in this system."""
    return Change(system.id, system.name, amount, system.scale == "list")


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
    return system.id in run.story.lives[holder].opens or any(
        entry.holder == holder and entry.system == system.id for entry in run.state.books.entries
    )


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


def cards(run: Run) -> tuple[Card, ...]:
    """The cards that the screen offers, each once, in order of first mention."""
    state, facts = run.state, run.facts()
    lines = [*state.lines]
    happened = state.happened
    if happened is not None and run.shown:
        lines += [*(happened.sees if happened.recorded else ()), *happened.misses]
    for choice in state.scene.choices:
        if offered(run, choice):
            lines += choice.text.lines(facts)
    ids = dict.fromkeys([id for line in lines for id in line.cards])
    ids.update(dict.fromkeys(state.scene.cards))
    return tuple(run.story.cards[id] for id in ids)
