"""How many people a study needs: for the guide's table, which says it before there is a study."""

from __future__ import annotations

from math import ceil, sqrt
from typing import Literal

from game.mirror.study.statistics import Z

_Z_OF_POWER = {80: 0.8416212335729143, 90: 1.2815515655446004}
"""So much of the curve, in per cent, lies below so many standard deviations."""


def people_wanted(share: float, other: float, power: Literal[80, 90]) -> int:
    """How many people each arm needs to find this difference `power` times in a hundred.

    The usual formula for two shares, which takes the curve of the difference for a normal one.
    """
    mean = (share + other) / 2
    if_alike = Z * sqrt(2 * mean * (1 - mean))
    if_apart = _Z_OF_POWER[power] * sqrt(share * (1 - share) + other * (1 - other))
    return ceil(((if_alike + if_apart) / (share - other)) ** 2)
