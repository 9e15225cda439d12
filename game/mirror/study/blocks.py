"""Which arm a run gets: chance in blocks, so that the arms stay equally large at every moment.

Each block has as many of one arm as of the other. Blocks of one size could be counted out by a
class that compares notes, and whoever knows all but the last of a block knows that one too; so
their sizes change. The seed is a secret of the store: never that of a run.
"""

from __future__ import annotations

from game.mirror.study.protocol import ArmId
from game.play.dice import KeyedDice

SIZES = (4, 6, 8)
"""Of the blocks, which all come once, in an order that is drawn, before they come again."""
ROUND = sum(SIZES)


def arm_of(number: int, arms: tuple[ArmId, ArmId], seed: int) -> ArmId:
    """The arm of the run of this number, from 0, in the order in which they begin."""
    turn, place = divmod(number, ROUND)
    for block, size in enumerate(_shuffled(SIZES, KeyedDice(seed, "sizes", turn))):
        if place < size:
            halves = (0, 1) * (size // 2)
            return arms[_shuffled(halves, KeyedDice(seed, "block", turn, block))[place]]
        place -= size
    raise AssertionError(number)


def _shuffled(items: tuple[int, ...], dice: KeyedDice) -> list[int]:
    """The items, each order of them equally likely."""
    left = list(items)
    return [left.pop(dice.pick(f"place {n}", len(left))) for n in range(len(items))]
