"""Choices as they are offered: whether they are there, open, why not, and what they promise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play import effects, rehearsal, words
from game.play.view import Change, Option
from game.scoring import explain
from game.scoring.gains import gains
from game.scoring.words import does_not_say
from game.story.model import Choice
from game.story.systems import System

if TYPE_CHECKING:
    from game.play.run import Run
    from game.play.staging import StagedChoice


def offered(run: Run, staged: StagedChoice) -> bool:
    """Whether the choice is there at all, open or shut."""
    if staged.once and (*staged.key, run.state.staged.arm) in run.state.used:
        return False
    return staged.shown_if is None or bool(staged.shown_if(run.facts))


def is_open(run: Run, choice: Choice) -> bool:
    """Whether it can be taken."""
    facts = run.facts
    if choice.needs is not None and not choice.needs(facts):
        return False
    return choice.gate is None or facts.gate(choice.gate)


def stuck(run: Run) -> bool:
    """Whether nothing at all can be taken here."""
    return not any(offered(run, c) and is_open(run, c.choice) for c in run.state.staged.choices)


def option(run: Run, staged: StagedChoice) -> Option:
    """The choice as it is offered."""
    choice = staged.choice
    opened = is_open(run, choice)
    made = Option(
        choice.id,
        choice.text.plain(run.facts),
        opened,
        () if opened else reasons(run, choice),
        promise(run, choice) if opened else (),
    )
    if staged.settled:
        staged.offer = made
    return made


def reasons(run: Run, choice: Choice) -> tuple[str, ...]:
    """Why the choice is shut: the author's reason, and what the gate's system explains."""
    facts = run.facts
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
    books, facts = run.state.books, run.facts
    system = run.story.systems[books.system_of_gate(id)]
    gate = system.gates[id]
    told = [] if gate.reason is None else [gate.reason.plain(facts)]
    if system.announces == "never":
        return [*told, does_not_say(system)]
    why = explain.why_shut(run.story, books, id, facts.life, run.state.now)
    return [*told, "; ".join(why)]


def promised(run: Run, choice: Choice) -> tuple[Change, ...]:
    """What every system would enter for the choice, by dry run; whether it may be shown or not."""
    state, does = run.state, choice.effects
    deeds, writes = rehearsal.rehearse(run, choice.play) if choice.play else ((), ())
    found = gains(
        state.books,
        effects.deeds_of(run, (*does.deeds, *deeds)),
        state.life,
        state.now,
        run.facts,
        writes=(*does.writes, *writes),
        corrects=does.corrects,
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


def change(system: System, amount: int) -> Change:
    """What became of a standing in this system."""
    return Change(system.id, system.name, amount, system.scale == "list")
