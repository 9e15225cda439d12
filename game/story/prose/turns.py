"""Which of several passages is shown: the visit of the scene decides, so that a text reads the
same whenever it is shown again."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.story.prose.pieces import OneOf
from game.story.prose.tags import CYCLE, SHUFFLED

if TYPE_CHECKING:
    from game.story.expressions import Facts


def place_of(piece: OneOf) -> Callable[[Facts], int]:
    """What gives the place of the passage that is shown, from 0."""
    count, luck = len(piece.passages), piece.luck
    match piece.how:
        case str(how) if how == CYCLE:
            return lambda facts: (facts.turn - 1) % count
        case str(how) if how == SHUFFLED:
            return lambda facts: _shuffled(facts, luck, count)
    return lambda facts: min(facts.turn, count) - 1


def _shuffled(facts: Facts, luck: str, count: int) -> int:
    """Every passage comes once in each round of visits: drawn, and not put back before the
    next round."""
    round, visit = divmod(facts.turn - 1, count)
    left = list(range(count))
    for draw in range(visit):
        left.pop(facts.pick(f"{luck} {round} {draw}", len(left)))
    return left[facts.pick(f"{luck} {round} {visit}", len(left))]
