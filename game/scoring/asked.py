"""What conditions are asked about: the story's facts, from where one holder stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from game.story.expressions import Expression, Facts

if TYPE_CHECKING:
    from game.scoring.books import Books


class Asked(Protocol):
    """Gives the facts about a life (or household, or firm) at a moment, by these books."""

    def about(self, life: str, now: int, books: Books) -> Facts:
        """The facts that a condition about this holder reads."""


def holds(condition: Expression | None, life: str, now: int, facts: Asked, books: Books) -> bool:
    """Whether a condition holds for this life; no condition always does."""
    return condition is None or bool(condition(facts.about(life, now, books)))
