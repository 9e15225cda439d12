"""What comes of reading a text: its pieces, its faults, and what is still open on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from game.story.expressions import Expression
from game.story.prose.pieces import If, OneOf, Piece
from game.story.prose.tags import ONCE


class Fault(NamedTuple):
    """What is wrong, at which character of the text (from 0)."""

    offset: int
    message: str
    hint: str = ""
    warning: bool = False
    unknown: bool = False


@dataclass(slots=True)
class Reading:
    """What was read of a text."""

    pieces: tuple[Piece, ...] = ()
    faults: list[Fault] = field(default_factory=list)
    cards: tuple[str, ...] = ()
    constant: bool = True
    asks_score: bool = False


@dataclass(slots=True)
class Open:
    """A tag whose passages are being read. `explicit`: an {end} will close it. `out`, `at_start`:
    what was before it. `begins`: where the passage that is read now does."""

    word: str
    condition: Expression | None
    offset: int
    explicit: bool
    out: list[Piece]
    at_start: bool
    begins: int
    passages: list[tuple[Piece, ...]] = field(default_factory=list)
    raw: list[str] = field(default_factory=list)

    def add(self, pieces: list[Piece], raw: str) -> None:
        """Ends a passage. `raw`: how the author wrote it."""
        self.passages.append(tuple(pieces))
        self.raw.append(" ".join(raw.split()))

    def piece(self) -> Piece | None:
        """What was read, when all passages are; None if its condition is at fault."""
        if self.word == "if":
            then, *otherwise = self.passages
            if self.condition is None:
                return None
            return If(self.condition, then, otherwise[0] if otherwise else ())
        if self.word == ONCE:
            self.passages.append(())
        return OneOf(self.word, tuple(self.passages), self._luck())

    def _luck(self) -> str:
        """Keys the draws: by what is said, so that no other edit changes what comes first."""
        return blake2b("\n".join(self.raw).encode(), digest_size=6).hexdigest()
