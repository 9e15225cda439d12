"""What the score would give for doing something: tried out, never written by hand."""

from __future__ import annotations

from collections.abc import Iterable

from game.scoring.asked import Asked
from game.scoring.books import Books
from game.scoring.dice import FAVOURABLE, Dice
from game.scoring.records import Deed
from game.story.effects import Correction, RecordSpec


def gains(
    books: Books,
    deeds: Iterable[Deed],
    life: str,
    now: int,
    facts: Asked,
    dice: Dice = FAVOURABLE,
    *,
    writes: Iterable[RecordSpec] = (),
    corrects: Iterable[Correction] = (),
    scene: str = "",
) -> dict[str, int]:
    """What all this would change for this life, by system; only changes are named.

    As if every eye saw it and all were known at once: what would be entered in the end,
    caps and bands included. On a list, -1 is off it and +1 on it. `books` stay as they are.
    """
    trial = books.copy(at_once=True)
    entered = [entry for deed in deeds for entry in trial.witness(deed, life, now, facts, dice)]
    for spec in writes:
        entered += trial.write(spec, life, now, scene, facts, dice)
    for correction in corrects:
        entered += trial.correct(correction, life, now)
    changes: dict[str, int] = {}
    for entry in entered:
        if entry.holder == trial.holder_for(entry.system, life):
            changes[entry.system] = changes.get(entry.system, 0) + entry.amount
    return {system: change for system, change in changes.items() if change}
