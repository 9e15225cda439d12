"""Shares of people, how far two of them differ, and how sure that can be.

The interval of a difference is Newcombe's hybrid score interval without correction for
continuity: method 10 of R. G. Newcombe, "Interval estimation for the difference between
independent proportions: comparison of eleven methods", Statistics in Medicine 17 (1998), 873-890.
It is made of two of Wilson's (1927). Everything is a share from 0 to 1, at 95 % confidence.
"""

from __future__ import annotations

from math import sqrt
from typing import NamedTuple

Z = 1.959963984540054
"""95 % of a normal curve lie within so many standard deviations of its middle."""


class Interval(NamedTuple):
    """From where to where something may well lie."""

    low: float
    high: float


def wilson(count: int, of: int) -> Interval:
    """The interval of a share: `count` people of `of`, who are at least one."""
    share = count / of
    centre = share + Z * Z / (2 * of)
    reach = Z * sqrt(share * (1 - share) / of + Z * Z / (4 * of * of))
    scale = 1 + Z * Z / of
    # Nobody and everybody are the very ends; rounding could put them just beside.
    low = 0.0 if count == 0 else (centre - reach) / scale
    high = 1.0 if count == of else (centre + reach) / scale
    return Interval(low, high)


def difference(count: int, of: int, other: int, of_other: int) -> float:
    """How much larger the first share is than the other; negative where it is smaller."""
    return count / of - other / of_other


def newcombe(count: int, of: int, other: int, of_other: int) -> Interval:
    """The interval of the difference between two shares of different people."""
    return hybrid(count / of, wilson(count, of), other / of_other, wilson(other, of_other))


def hybrid(share: float, own: Interval, other: float, others: Interval) -> Interval:
    """The same, of shares whose own intervals are known."""
    apart = share - other
    below = sqrt((share - own[0]) ** 2 + (others[1] - other) ** 2)
    above = sqrt((own[1] - share) ** 2 + (other - others[0]) ** 2)
    return Interval(max(-1.0, apart - below), min(1.0, apart + above))


def reach(people: int) -> float:
    """How far the interval goes to either side, at most, with so many people in each arm."""
    half = people // 2
    found = newcombe(half, people, half, people)
    return (found.high - found.low) / 2
