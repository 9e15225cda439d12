"""Variables that nothing asks for, or that nothing changes."""

from __future__ import annotations

from game.story.checks.desk import CheckDesk
from game.story.checks.know import first_values
from game.story.checks.reach import set_by
from game.story.model import Play


def check_variables(at: CheckDesk) -> None:
    """Reports variables that are never asked for, and those that never change."""
    read = _read_by_instruments(at)
    for one in at.asked:
        read |= one.expression.names - {one.sets}
    start = first_values(at.story.variables)
    for id in at.story.variables:
        if id not in read:
            at.report_id("S133", "variable", id)
        elif at.known.values[id] == start[id]:
            at.report_id("S134", "variable", id)


def _read_by_instruments(at: CheckDesk) -> set[str]:
    plays = (choice.play for scene in at.story.scenes.values() for choice in scene.choices)
    return {
        name
        for play in plays
        if isinstance(play, Play)
        for name in set_by(play, at.desk.instruments)
    }
