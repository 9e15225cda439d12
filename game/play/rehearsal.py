"""What a good player would do in an instrument: for finding what a choice is worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play import untimed
from game.story.effects import DeedSpec, RecordSpec
from game.story.model import Play

if TYPE_CHECKING:
    from game.play.run import Run

GOOD = "good"
LONGEST = 1_000
"""Moves after which a rehearsal stops, whatever the instrument says."""


def rehearse(run: Run, play: Play) -> tuple[list[DeedSpec], list[RecordSpec]]:
    """The deeds and records of the instrument's own good player; nothing really happens.

    Scenes that it would visit are left out: they are the story's, not the instrument's.
    """
    instrument = run.instruments[play.instrument]
    player = instrument.probes()[GOOD]
    state = instrument.start(play.parameters, run.facts, run.dice.about("instrument"))
    deeds: list[DeedSpec] = []
    writes: list[RecordSpec] = []
    for _ in range(LONGEST):
        for step in untimed.steps(instrument, state, player(state)):
            deeds += step.deeds
            writes += step.writes
            state = step.state
            if step.outcome is not None:
                return deeds, writes
    return deeds, writes
