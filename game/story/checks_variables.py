"""Variables that nothing asks for, or that nothing changes."""

from __future__ import annotations

from game.story.checks_desk import CheckDesk
from game.story.checks_know import first_values
from game.story.checks_reach import set_by
from game.story.model import Play


def check_variables(at: CheckDesk) -> None:
    """Reports variables that are never asked for, and those that never change."""
    read = {name for one in at.asked if one.condition or one.text for name in one.expression.names}
    read |= _read_by_others(at) | _read_by_instruments(at)
    start = first_values(at.story.variables)
    for id in at.story.variables:
        if id not in read:
            at.report_id("S133", "variable", id)
        elif at.known.values[id] == start[id]:
            at.report_id("S134", "variable", id)


def _read_by_others(at: CheckDesk) -> set[str]:
    """Those that are put into other variables, or into sums of systems."""
    found: set[str] = set()
    for one in at.asked:
        if not one.condition and one.text is None and one.moment.scene is None:
            found |= one.expression.names
    for id in at.known.flows:
        scene = at.story.scenes.get(id)
        if scene is not None:
            for effects in (scene.effects, *(choice.effects for choice in scene.choices)):
                for name, value in effects.sets:
                    found |= value.names - {name}
    return found


def _read_by_instruments(at: CheckDesk) -> set[str]:
    plays = (choice.play for scene in at.story.scenes.values() for choice in scene.choices)
    return {
        name
        for play in plays
        if isinstance(play, Play)
        for name in set_by(play, at.desk.instruments)
    }
