"""Chance, as the scoring asks for it. Who keys and hashes it is no matter here."""

from __future__ import annotations

from typing import Protocol


class Dice(Protocol):
    """Answers are fixed by the purpose: the same words, the same luck."""

    def percent(self, purpose: str) -> int:
        """0 to 99."""

    def pick(self, purpose: str, n: int) -> int:
        """0 to n - 1."""


class _Favourable:
    """Every eye sees, every rule takes hold, nobody is taken for another."""

    def percent(self, purpose: str) -> int:
        return 0

    def pick(self, purpose: str, n: int) -> int:
        return 0


FAVOURABLE: Dice = _Favourable()


def happens(dice: Dice, purpose: str, chance: int) -> bool:
    """Whether something comes about that does so in `chance` of 100 cases."""
    return chance >= 100 or dice.percent(purpose) < chance


def goes_wrong(dice: Dice, purpose: str, chance: int) -> bool:
    """The same for an error: it takes the other end, so that a 0 is always the good case."""
    return chance > 0 and dice.percent(purpose) >= 100 - chance
