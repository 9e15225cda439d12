"""Chance, keyed: a draw depends on the seed and on what it is for, not on earlier draws.

So an edit in one scene does not change the luck of the next, and a replay draws alike.
"""

from __future__ import annotations

from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.state import State


class KeyedDice:
    """Draws for one moment of a run: `where` is life, scene and visit.

    One is made for every act and most acts draw nothing, so the key waits for a draw.
    """

    __slots__ = ("_seed", "_where")

    def __init__(self, seed: int, *where: str | int) -> None:
        self._seed = seed
        self._where = where

    def _draw(self, purpose: str) -> int:
        key = "\x1f".join(map(str, (self._seed, *self._where, purpose))).encode()
        return int.from_bytes(blake2b(key, digest_size=8).digest(), "big")

    def percent(self, purpose: str) -> int:
        """0 to 99, evenly."""
        return self._draw(purpose) % 100

    def pick(self, purpose: str, n: int) -> int:
        """0 to n - 1, evenly."""
        return self._draw(purpose) % n


class DiceOfNow:
    """Draws for the moment at which a run stands when they are drawn: keyed by the life, the
    scene and its visit."""

    __slots__ = ("_seed", "_state")

    def __init__(self, seed: int, state: State) -> None:
        self._seed = seed
        self._state = state

    def about(self, *more: str | int) -> KeyedDice:
        """Dice for this very moment; `more` keeps them apart from others of it."""
        state = self._state
        scene = state.scene
        visit = state.visits.get(scene.id, 0)
        return KeyedDice(self._seed, state.life, scene.first_id, visit, *more)

    def percent(self, purpose: str) -> int:
        """0 to 99, evenly."""
        return self.about().percent(purpose)

    def pick(self, purpose: str, n: int) -> int:
        """0 to n - 1, evenly."""
        return self.about().pick(purpose, n)
