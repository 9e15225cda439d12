"""What expressions are made of: checked trees, the names they may use, the functions."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal, NamedTuple

from game.errors import GameError
from game.story.plurals import Plurals

if TYPE_CHECKING:
    from game.story.model import Variable

Value = bool | int | str
Kind = Literal["flag", "number", "word", "text"]

LIMIT = 1_000_000_000
"""No number in an expression gets larger, whatever is multiplied."""


class ExpressionError(GameError):
    """What is wrong in an expression; `column` counts from 1 within its text. `unknown`: it
    names something that the story does not have."""

    def __init__(
        self, message: str, column: int = 1, hint: str = "", unknown: bool = False
    ) -> None:
        super().__init__(message)
        self.message = message
        self.column = column
        self.hint = hint
        self.unknown = unknown


class SystemNames(NamedTuple):
    """What an expression may ask of a system."""

    scale: str = "points"
    tiers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Names:
    """All that a story's expressions and texts may name.

    `scenes`: the ids of their choices; `pairs`: the scenes with two arms; `cards`: their kinds;
    `tainted`: the variables whose values may tell something about a standing; `plurals`: how
    the story's language counts; `read`: what was read with these names, for whoever reads the
    same once more.
    """

    variables: Mapping[str, Variable] = field(default_factory=dict)
    bands: Collection[str] = ()
    gates: Collection[str] = ()
    scenes: Mapping[str, Collection[str]] = field(default_factory=dict)
    pairs: Collection[str] = ()
    systems: Mapping[str, SystemNames] = field(default_factory=dict)
    lives: Collection[str] = ()
    deeds: Collection[str] = ()
    cards: Mapping[str, str] = field(default_factory=dict)
    cuts: Collection[str] = ()
    tainted: frozenset[str] = frozenset()
    plurals: Plurals = field(default_factory=partial(Plurals, "en"))
    read: dict[object, object] = field(default_factory=dict, init=False, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class Tree:
    """A part of an expression. `op` says what it does with `parts` and `value`.

    `words` are all that a word can be. `loose` is a word that no name explains yet.
    """

    op: str
    kind: Kind
    at: int
    value: Value | tuple[object, ...] = ""
    parts: tuple[Tree, ...] = ()
    words: tuple[str, ...] = ()


class Function(NamedTuple):
    """`takes`: what each argument is; the last `optional` of them may be left out."""

    method: str
    kind: Kind
    takes: tuple[str, ...]
    optional: int = 0
    asks_score: bool = False


ARM_WORDS = ("at-stake", "not-at-stake", "none")
WHOLE = "whole"
"""What `cut` is where the whole story is played."""

FUNCTIONS: Mapping[str, Function] = {
    "visits": Function("visits", "number", ("scene",)),
    "chosen": Function("chosen", "flag", ("scene", "choice")),
    "points": Function("points", "number", ("system", "life"), 1, True),
    "tier": Function("tier", "word", ("tiered", "life"), 1, True),
    "listed": Function("listed", "flag", ("list", "life"), 1, True),
    "count": Function("count", "number", ("system", "deed", "number"), 1, True),
    "linked": Function("linked", "flag", ("life",)),
    "friends-under": Function("friends_under", "number", ("system", "number"), 0, True),
    "looks": Function("looks", "number", ("system",)),
    "arm": Function("arm", "word", ("pair",)),
    "next-arm": Function("next_arm", "word", ("pair",)),
    "past": Function("past", "flag", ("date",)),
}

PLAIN: Mapping[str, tuple[str, Kind]] = {
    "life": ("life", "word"),
    "cut": ("cut", "word"),
    "hour": ("hour", "number"),
    "score-shown": ("score_shown", "flag"),
    "clock": ("clock", "text"),
    "date": ("date", "text"),
    "weekday": ("weekday", "text"),
}

RESERVED = frozenset(
    {"true", "false", "and", "or", "not", "is", "if", "else", "end", "card"} | {*FUNCTIONS, *PLAIN}
)
"""Names that variables, bands and gates may not have."""
