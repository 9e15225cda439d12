"""Chance, keyed: a draw depends on the seed and on what it is for, not on earlier draws.

So an edit in one scene does not change the luck of the next, and a replay draws alike.
"""

from __future__ import annotations

from hashlib import blake2b


class KeyedDice:
    """Draws for one moment of a run: `where` is life, scene and visit."""

    __slots__ = ("_key",)

    def __init__(self, seed: int, *where: str | int) -> None:
        self._key = "\x1f".join((str(seed), *map(str, where)))

    def _draw(self, purpose: str) -> int:
        key = f"{self._key}\x1f{purpose}".encode()
        return int.from_bytes(blake2b(key, digest_size=8).digest(), "big")

    def percent(self, purpose: str) -> int:
        """0 to 99, evenly."""
        return self._draw(purpose) % 100

    def pick(self, purpose: str, n: int) -> int:
        """0 to n - 1, evenly."""
        return self._draw(purpose) % n
