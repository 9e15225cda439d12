"""Three closing statements, and how well true and false were told apart.

Only that is reported. Whoever believes nothing is right about all that is false, and has told
nothing apart: no more than whoever believes everything.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import permutations
from typing import get_args

from game.play.dice import KeyedDice
from game.story.model import Statement, Story, Truth

TRUTHS: tuple[Truth, ...] = get_args(Truth)
VERDICTS: Mapping[Truth, str] = {
    "true": "True.",
    "false": "False.",
    "myth": "Widely printed, and false.",
}
_ORDERS = tuple(permutations(TRUTHS))


def drawn(story: Story, seed: int) -> tuple[Statement, ...]:
    """The statements that a run shows, in their order: one of each truth; none if the story has
    no statements."""
    found: dict[Truth, list[Statement]] = {truth: [] for truth in TRUTHS}
    for one in story.statements.values():
        found[one.truth].append(one)
    dice = KeyedDice(seed, "statement")
    order = _ORDERS[dice.pick("order", len(_ORDERS))]
    return tuple(_one_of(found[truth], dice, truth) for truth in order if found[truth])


def _one_of(statements: list[Statement], dice: KeyedDice, truth: Truth) -> Statement:
    return statements[dice.pick(truth, len(statements))]


@dataclass(frozen=True, slots=True)
class Apart:
    """How true and false were told apart. `true`, `others`: how many true statements were judged,
    and how many false ones and myths. `true_believed`, `others_believed`: how many of each were
    called true."""

    true: int
    true_believed: int
    others: int
    others_believed: int

    @property
    def says(self) -> str:
        """The same in words; nothing where there was nothing to tell apart."""
        if not self.true or not self.others:
            return ""
        right, wrong = _are(self.true, "true"), _are(self.others, "not")
        counts = f"{self.true_believed} of {right}, {self.others_believed} of {wrong}"
        return f"{self._verdict()} Called true: {counts}."

    def _verdict(self) -> str:
        believed = self.true_believed, self.others_believed
        # Compared as shares of their kinds, as there are more of the others.
        lead = self.true_believed * self.others - self.others_believed * self.true
        if believed == (0, 0):
            return "You called everything false, and so told nothing apart."
        if believed == (self.true, self.others):
            return "You called everything true, and so told nothing apart."
        if believed == (self.true, 0):
            return "You told true from false each time."
        if lead > 0:
            return "You told true from false in part."
        if lead < 0:
            return "You believed more of what is false than of what is true."
        return "You believed as much of what is false as of what is true."


def told_apart(judged: Mapping[str, bool], story: Story) -> Apart:
    """How true and false were told apart. `judged`: by statement, whether it was called true; what
    the story does not know any more is left out."""
    known = [one for id in judged if (one := story.statements.get(id)) is not None]
    right = [judged[one.id] for one in known if one.truth == "true"]
    others = [judged[one.id] for one in known if one.truth != "true"]
    return Apart(len(right), sum(right), len(others), sum(others))


def called(true: bool) -> str:
    """What the player said of a statement, in a sentence."""
    return f"You called it {'true' if true else 'not true'}."


def said_by(statement: Statement) -> str:
    """Who says so, in words; nothing where nobody is named."""
    return f"Said by: {statement.origin}." if statement.origin else ""


def _are(count: int, what: str) -> str:
    return f"{count} that {'is' if count == 1 else 'are'} {what}"
