"""Conditions and sums that authors write: checked when a story is read, closures after that.

    visits(the-cafe) > 1 and not told
    points(tally) >= 1000 or tier(plum) is AA

There are no attributes, no calls of anything but the listed functions, and all numbers stay
within a thousand million.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

from game.story.expressions.code import Code, compile_tree
from game.story.expressions.parser import parse_tree
from game.story.expressions.tree import (
    FUNCTIONS,
    ExpressionError,
    Kind,
    Names,
    SystemNames,
    Tree,
    Value,
)
from game.story.source import Source

__all__ = [
    "Code",
    "Expression",
    "ExpressionError",
    "Facts",
    "Kind",
    "Names",
    "SystemNames",
    "Value",
    "constant",
    "parse",
]

_SCORE_METHODS = frozenset(f.method for f in FUNCTIONS.values() if f.asks_score)
_SPELLING = {function.method: name for name, function in FUNCTIONS.items()}


class Facts(Protocol):
    """What expressions and texts may ask of a run. `life` is the one played, or asked about.

    `turn`: which visit of the present scene this is, from 1; `pick`: a draw from 0 to n - 1,
    the same for the same purpose in all visits of the scene. `minute`: of the day, from 0.
    `lit_hours`: when a band is lit today, in minutes of the day; never, where the score is hidden.
    """

    @property
    def variables(self) -> dict[str, Value]: ...
    @property
    def life(self) -> str: ...
    @property
    def cut(self) -> str: ...
    @property
    def hour(self) -> int: ...
    @property
    def minute(self) -> int: ...
    @property
    def clock(self) -> str: ...
    @property
    def date(self) -> str: ...
    @property
    def weekday(self) -> str: ...
    @property
    def score_shown(self) -> bool: ...
    @property
    def turn(self) -> int: ...
    def pick(self, purpose: str, n: int, /) -> int: ...
    def band(self, id: str, /) -> bool: ...
    def lit_hours(self, band: str, /) -> tuple[tuple[int, int], ...]: ...
    def gate(self, id: str, /) -> bool: ...
    def visits(self, scene: str, /) -> int: ...
    def chosen(self, scene: str, choice: str, /) -> bool: ...
    def points(self, system: str, holder: str | None, /) -> int: ...
    def tier(self, system: str, holder: str | None, /) -> str: ...
    def listed(self, system: str, holder: str | None, /) -> bool: ...
    def count(self, system: str, deed: str, days: int | None, /) -> int: ...
    def linked(self, holder: str, /) -> bool: ...
    def friends_under(self, system: str, number: int, /) -> int: ...
    def looks(self, system: str, /) -> int: ...
    def arm(self, scene: str, /) -> str: ...
    def next_arm(self, scene: str, /) -> str: ...
    def past(self, minutes: int, /) -> bool: ...


class Expression:
    """A checked expression; call it with the facts to have its value.

    `asks_score`: its value may tell something about a standing. `names`: what it reads,
    variables, bands and gates by their ids, functions as `points(tally)`.
    """

    __slots__ = ("_code", "_first", "asks_score", "kind", "names", "source", "text", "tree")

    def __init__(
        self, tree: Tree, text: str, source: Source, tainted: frozenset[str] = frozenset()
    ) -> None:
        self.tree = tree
        self._code: Code | None = None
        self._first: Expression | None = None
        self.text = text
        self.source = source
        self.kind: Kind = tree.kind
        parts = list(_walk(tree))
        self.names = frozenset(filter(None, map(_spelling, parts)))
        self.asks_score = any(_asks_score(part, tainted) for part in parts)

    @property
    def fixed(self) -> Value | None:
        """The value, if it is the same at any time."""
        value = self.tree.value
        return value if self.tree.op == "value" and not isinstance(value, tuple) else None

    @property
    def variable(self) -> str | None:
        """The variable, if it is nothing but one."""
        return str(self.tree.value) if self.tree.op == "variable" else None

    @property
    def words(self) -> tuple[str, ...]:
        """All that a word can be; none are known of what an instrument gives."""
        return self.tree.words

    @property
    def code(self) -> Code:
        """What works it out: the quickest way to ask it again and again."""
        code = self._code
        if code is None:
            first = self._first
            code = self._code = compile_tree(self.tree) if first is None else first.code
        return code

    def at(self, source: Source) -> Expression:
        """The same expression where it stands once more; it is compiled once for all places."""
        other = object.__new__(Expression)
        other.tree, other._code, other._first = self.tree, self._code, self
        other.text, other.source, other.kind = self.text, source, self.kind
        other.names, other.asks_score = self.names, self.asks_score
        return other

    def __call__(self, facts: Facts) -> Value:
        code = self._code
        if code is None:
            code = self.code
        value: Value = code(facts)
        return value

    def __repr__(self) -> str:
        return f"Expression({self.text!r})"


def parse(
    text: str,
    source: Source,
    names: Names,
    *,
    expects: Kind | None = None,
    words: tuple[str, ...] = (),
) -> Expression:
    """The expression in this text. With `expects` (and the `words` a word can be), it must be
    of that kind. Raises ExpressionError."""
    asked = text, expects, words
    known = names.read.get(asked)
    if isinstance(known, Expression):
        return known.at(source)
    found = Expression(parse_tree(text, names, expects, words), text, source, names.tainted)
    names.read[asked] = found
    return found


def constant(value: Value, source: Source | None = None) -> Expression:
    """An expression that is always this value."""
    kind: Kind = (
        "flag" if isinstance(value, bool) else "word" if isinstance(value, str) else "number"
    )
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return Expression(Tree("value", kind, 1, value), text, source or Source("", 1, 1))


def _walk(tree: Tree) -> Iterator[Tree]:
    yield tree
    for part in tree.parts:
        yield from _walk(part)


def _spelling(tree: Tree) -> str | None:
    if tree.op in ("variable", "plain", "band", "gate"):
        return str(tree.value)
    if tree.op == "call" and isinstance(tree.value, tuple):
        method, *arguments = tree.value
        given = ", ".join(str(argument) for argument in arguments if argument is not None)
        return f"{_SPELLING[str(method)]}({given})"
    return None


def _asks_score(tree: Tree, tainted: frozenset[str]) -> bool:
    if tree.op == "call" and isinstance(tree.value, tuple):
        return tree.value[0] in _SCORE_METHODS
    return tree.op in ("band", "gate") or (tree.op == "variable" and tree.value in tainted)
