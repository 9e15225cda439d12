"""Turns a checked tree into nested closures, which is the fastest safe way to ask it often."""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter, eq, ge, gt, le, lt, methodcaller, ne
from typing import Any

from game.story.expression_tree import LIMIT, PLAIN, Tree, Value

Code = Callable[[Any], Any]

_COMPARE: dict[str, Callable[[Any, Any], bool]] = {
    "==": eq,
    "!=": ne,
    "<": lt,
    "<=": le,
    ">": gt,
    ">=": ge,
}


def compile_tree(tree: Tree) -> Code:
    """The function that works the tree out, given the facts."""
    value = tree.value
    match tree.op:
        case "value":
            return lambda facts: value
        case "variable":
            return lambda facts: facts.variables[value]
        case "plain":
            return attrgetter(PLAIN[str(value)][0])
        case "band" | "gate":
            return methodcaller(tree.op, value)
        case "call":
            assert isinstance(value, tuple)
            return methodcaller(str(value[0]), *value[1:])
        case "not":
            part = compile_tree(tree.parts[0])
            return lambda facts: not part(facts)
        case "minus":
            part = compile_tree(tree.parts[0])
            return lambda facts: -part(facts)
    return _binary(tree)


def _binary(tree: Tree) -> Code:
    left, right = compile_tree(tree.parts[0]), compile_tree(tree.parts[1])
    match tree.op:
        case "and":
            return lambda facts: left(facts) and right(facts)
        case "or":
            return lambda facts: left(facts) or right(facts)
        case "+":
            return lambda facts: clamp(left(facts) + right(facts))
        case "-":
            return lambda facts: clamp(left(facts) - right(facts))
        case "*":
            return lambda facts: clamp(left(facts) * right(facts))
    return _comparison(tree, left, right)


def _comparison(tree: Tree, left: Code, right: Code) -> Code:
    compare = _COMPARE[tree.op]
    first, second = tree.parts
    if first.op == "variable" and second.op == "value":
        name, value = first.value, second.value
        return lambda facts: compare(facts.variables[name], value)
    return lambda facts: compare(left(facts), right(facts))


def clamp(number: int) -> int:
    """The number, held within what an expression may yield."""
    return LIMIT if number > LIMIT else -LIMIT if number < -LIMIT else number


def fold(tree: Tree) -> Tree:
    """The tree, or its value if that is the same at any time."""
    if tree.parts and all(part.op == "value" for part in tree.parts):
        value: Value = compile_tree(tree)(None)
        return Tree("value", tree.kind, tree.at, value, words=tree.words)
    return tree
