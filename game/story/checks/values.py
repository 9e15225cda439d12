"""What a condition can come to, whatever is played: values worked out as sets of values.

A flag or a word is the set of what it can be, a number its least and its most. All of it errs
on one side only: what can happen is never left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple

from game.story.expressions import Expression
from game.story.expressions.tree import LIMIT, Tree

Flag = frozenset[bool]
Words = frozenset[str]
Range = tuple[int, int]
Values = Flag | Words | Range | None
"""None: nothing is known."""

BOTH: Flag = frozenset({True, False})
TRUE: Flag = frozenset({True})
FALSE: Flag = frozenset({False})
ANY: Range = (-LIMIT, LIMIT)

MOST_CASES = 400
"""More combinations of values than this are not tried one by one."""

MOST_AT_ONCE = 12
"""Of more conditions that belong together, only the last ones are looked at."""
PATIENCE = 200_000
"""So many values are tried in a story; after that, anything is taken to be possible."""

Wanted = tuple[Expression, bool]
Case = dict[object, Values]

_LEAVES = frozenset(("variable", "plain", "band", "gate", "call"))


@dataclass(slots=True)
class Patience:
    """How many values may still be tried."""

    left: int = PATIENCE

    def is_spent(self, tried: int = 0) -> bool:
        """Takes this much away, and says whether that was the last of it."""
        self.left -= tried
        return self.left < 0


class Know(NamedTuple):
    """What is known at a moment: `ask` tells what a part of an expression can be."""

    ask: Callable[[Tree], Values]
    patience: Patience


def possible(wanted: Sequence[Wanted], know: Know) -> bool:
    """Whether all these conditions can have these values at the same moment."""
    if know.patience.is_spent():
        return True
    wanted = wanted[-MOST_AT_ONCE:]
    for case in _cases([one.tree for one, _ in wanted], know):
        if know.patience.is_spent(len(case) + 1):
            return True
        if all(value in _flag(_work_out(one.tree, case)) for one, value in wanted):
            return True
    return False


def can_be(condition: Expression, before: Sequence[Wanted], know: Know) -> set[bool]:
    """What a condition can come to where those before it have these values."""
    if know.patience.is_spent():
        return {True, False}
    found: set[bool] = set()
    before = before[-MOST_AT_ONCE:]
    for case in _cases([condition.tree, *(one.tree for one, _ in before)], know):
        if know.patience.is_spent(len(case) + 1):
            return {True, False}
        if all(value in _flag(_work_out(one.tree, case)) for one, value in before):
            found |= _flag(_work_out(condition.tree, case))
            if len(found) == 2:
                break
    return found


def values_of(tree: Tree, know: Know) -> Values:
    """All that an expression can come to."""
    case: Case = {leaf.value: know.ask(leaf) for leaf in leaves(tree)}
    return None if know.patience.is_spent(len(case) + 1) else _work_out(tree, case)


def depends_on_scene(expression: Expression) -> bool:
    """Whether it may be something else in another scene at the same time."""
    return any(name == "life" or name[-1] == ")" for name in expression.names)


def joined(one: Values, other: Values) -> Values:
    """What is one or the other."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return (min(one[0], other[0]), max(one[1], other[1]))
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return one | other  # type: ignore[operator]
    return None


def leaves(tree: Tree) -> Iterator[Tree]:
    """What an expression asks for: variables, bands, gates, functions."""
    if tree.op in _LEAVES:
        yield tree
    for part in tree.parts:
        yield from leaves(part)


def _cases(trees: Sequence[Tree], know: Know) -> Iterator[Case]:
    """Cases that together leave nothing out, as fine as their number allows."""
    asked = {leaf.value: leaf for tree in trees for leaf in leaves(tree)}
    cuts = sorted({number for tree in trees for number in _numbers(tree)})
    know.patience.left -= len(trees) + len(asked) + len(cuts)
    parts: list[list[Values]] = []
    count = 1
    for leaf in asked.values():
        fine = _split(know.ask(leaf), cuts)
        if count * len(fine) > MOST_CASES:
            fine = [know.ask(leaf)]
        count *= len(fine)
        parts.append(fine)
    for combination in product(*parts):
        yield dict(zip(asked, combination, strict=True))


def _numbers(tree: Tree) -> Iterator[int]:
    if tree.op == "value" and isinstance(tree.value, int) and not isinstance(tree.value, bool):
        yield tree.value
    for part in tree.parts:
        yield from _numbers(part)


def _split(values: Values, cuts: list[int]) -> list[Values]:
    if isinstance(values, tuple):
        found: list[Values] = []
        least, most = values
        for cut in cuts:
            if least <= cut <= most:
                found += [(least, cut - 1)] if least < cut else []
                found.append((cut, cut))
                least = cut + 1
        return [*found, (least, most)] if least <= most else found
    if isinstance(values, frozenset):
        return [frozenset({value}) for value in values]  # type: ignore[misc]
    return [values]


def _flag(values: Values) -> Flag:
    return values if isinstance(values, frozenset) else BOTH  # type: ignore[return-value]


def _work_out(tree: Tree, case: Case) -> Values:
    match tree.op:
        case "value":
            if isinstance(tree.value, bool | str):
                return frozenset({tree.value})  # type: ignore[return-value]
            return (tree.value, tree.value) if isinstance(tree.value, int) else None
        case "variable" | "plain" | "band" | "gate" | "call":
            return case[tree.value]
    parts = [_work_out(part, case) for part in tree.parts]
    match tree.op:
        case "not":
            return frozenset(not value for value in _flag(parts[0]))
        case "and" | "or":
            return _both(tree.op, _flag(parts[0]), _flag(parts[1]))
        case "minus":
            return _sum("-", (0, 0), parts[0])
        case "+" | "-" | "*":
            return _sum(tree.op, parts[0], parts[1])
    return _compared(tree.op, parts[0], parts[1])


def _both(op: str, one: Flag, other: Flag) -> Flag:
    join = all if op == "and" else any
    return frozenset(join((a, b)) for a in one for b in other)


def _sum(op: str, one: Values, other: Values) -> Values:
    if not isinstance(one, tuple) or not isinstance(other, tuple):
        return ANY
    if op == "+":
        found = [one[0] + other[0], one[1] + other[1]]
    elif op == "-":
        found = [one[0] - other[1], one[1] - other[0]]
    else:
        found = [a * b for a in one for b in other]
    return (max(-LIMIT, min(min(found), LIMIT)), min(LIMIT, max(max(found), -LIMIT)))


def _compared(op: str, one: Values, other: Values) -> Flag:
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        same = frozenset(a == b for a in one for b in other)
    elif isinstance(one, tuple) and isinstance(other, tuple):
        if op in (">", ">="):
            one, other, op = other, one, {">": "<", ">=": "<="}[op]
        if op == "<":
            return _ordered(one[1] < other[0], one[0] < other[1])
        if op == "<=":
            return _ordered(one[1] <= other[0], one[0] <= other[1])
        apart = one[1] < other[0] or other[1] < one[0]
        same = FALSE if apart else TRUE if one == other and one[0] == one[1] else BOTH
    else:
        return BOTH
    return same if op == "==" else frozenset(not value for value in same)


def _ordered(always: bool, ever: bool) -> Flag:
    return TRUE if always else BOTH if ever else FALSE
