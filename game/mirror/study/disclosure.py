"""What may be told of few people: nothing from which it follows what one of them did.

Counts are rounded down to fives, so that the difference of two of them gives nobody away. What
fewer than ten did is not told, nor what all but fewer than ten did.
"""

from __future__ import annotations

FEWEST = 10
"""What so many did, and as many did not, can be told."""
FEWEST_ROUGHLY = 15
"""What so many did, and as many did not, can be told as a rough share of an unknown number of
people. Were it ten, some shares would tell that number."""
STEP = 5
MANY = 100
"""Of so many people a share is told in whole per cent; of fewer, in fives."""


def tellable(count: int, of: int, fewest: int = FEWEST) -> bool:
    """Whether it can be told that `count` people of `of` did something."""
    return count >= fewest and of - count >= fewest


def rounded(count: int) -> int | None:
    """A count that can be told by itself; None of few people."""
    return count - count % STEP if count >= FEWEST else None


def step(of: int) -> int:
    """The steps in which shares and points are told of so many people."""
    return 1 if of >= MANY else STEP


def percent(count: int, of: int, to: int | None = None) -> int:
    """A share of `of` people, who are at least one, in steps of `to`, by itself those of so many
    people; halves go up."""
    to = to or step(of)
    return (200 * count + to * of) // (2 * to * of) * to
