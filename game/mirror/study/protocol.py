"""What a host decided before the first visitor: a study's question, its arms and its target."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

ArmId = Literal["hidden", "shown", "self", "others"]
"""How the score is met: not seen; seen; seen with the words that only the player sees it; seen
with the host's words on who else does."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What is compared: how many gave one of these answers to one question.

    `pair`: the id of a pair's scene; `stake`: which of its two meetings ("at-stake",
    "not-at-stake"); `options`: choices there, any of which counts; `words`: the outcome as
    visitors read it ("talked to the friend").
    """

    pair: str
    stake: str
    options: frozenset[str]
    words: str


@dataclass(frozen=True, slots=True)
class Study:
    """A protocol that fits its story. `arms`: the two, the one that is the yardstick first.
    `target`: so many answers to the question in each arm, and only then a verdict. `margin`:
    percentage points below which a difference does not matter. `host`: who asks, and whom
    visitors turn to. `seen_by`: who else sees the number, in the host's words, as they go on
    after "seen by"; only with the arm "others". `fingerprint`: another one when any line of the
    protocol changes.
    """

    id: str
    story: str
    question: str
    outcome: Outcome
    arms: tuple[ArmId, ArmId]
    target: int
    margin: int
    host: str
    seen_by: str
    fingerprint: str

    @property
    def key(self) -> str:
        """What a store must have in common with it to take its answers."""
        return f"{self.id} {self.fingerprint}"


ARM_WORDS: Mapping[ArmId, str] = {
    "hidden": "score hidden",
    "shown": "score shown",
    "self": "score shown, seen by the player alone",
    "others": "score shown, and seen by others",
}
