"""Turns a checked tree into nested closures, which is the fastest safe way to ask it often.

What is asked most has closures of its own: a variable, and a comparison of one with a value
or with another.
"""

from __future__ import annotations

from collections.abc import Callable
from operator import attrgetter, methodcaller
from typing import Any

from game.story.expressions.tree import LIMIT, PLAIN, Tree, Value

Code = Callable[[Any], Any]

_WITH_VALUE: dict[str, Callable[[Any, Any], Code]] = {
    "==": lambda name, value: lambda facts: facts.variables[name] == value,
    "!=": lambda name, value: lambda facts: facts.variables[name] != value,
    "<": lambda name, value: lambda facts: facts.variables[name] < value,
    "<=": lambda name, value: lambda facts: facts.variables[name] <= value,
    ">": lambda name, value: lambda facts: facts.variables[name] > value,
    ">=": lambda name, value: lambda facts: facts.variables[name] >= value,
}
_WITH_VARIABLE: dict[str, Callable[[Any, Any], Code]] = {
    "==": lambda name, other: lambda facts: facts.variables[name] == facts.variables[other],
    "!=": lambda name, other: lambda facts: facts.variables[name] != facts.variables[other],
    "<": lambda name, other: lambda facts: facts.variables[name] < facts.variables[other],
    "<=": lambda name, other: lambda facts: facts.variables[name] <= facts.variables[other],
    ">": lambda name, other: lambda facts: facts.variables[name] > facts.variables[other],
    ">=": lambda name, other: lambda facts: facts.variables[name] >= facts.variables[other],
}
_CODE_WITH_VALUE: dict[str, Callable[[Code, Any], Code]] = {
    "==": lambda code, value: lambda facts: code(facts) == value,
    "!=": lambda code, value: lambda facts: code(facts) != value,
    "<": lambda code, value: lambda facts: code(facts) < value,
    "<=": lambda code, value: lambda facts: code(facts) <= value,
    ">": lambda code, value: lambda facts: code(facts) > value,
    ">=": lambda code, value: lambda facts: code(facts) >= value,
}
_COMPARE: dict[str, Callable[[Code, Code], Code]] = {
    "==": lambda left, right: lambda facts: left(facts) == right(facts),
    "!=": lambda left, right: lambda facts: left(facts) != right(facts),
    "<": lambda left, right: lambda facts: left(facts) < right(facts),
    "<=": lambda left, right: lambda facts: left(facts) <= right(facts),
    ">": lambda left, right: lambda facts: left(facts) > right(facts),
    ">=": lambda left, right: lambda facts: left(facts) >= right(facts),
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
            return _negation(tree.parts[0])
        case "minus":
            part = compile_tree(tree.parts[0])
            return lambda facts: -part(facts)
        case "and" | "or":
            return _either_or_both(tree.op, *tree.parts)
        case "+" | "-" | "*":
            return _sum(tree.op, *tree.parts)
    return _comparison(tree.op, *tree.parts)


def _negation(part: Tree) -> Code:
    if part.op == "variable":
        name = part.value
        return lambda facts: not facts.variables[name]
    code = compile_tree(part)
    return lambda facts: not code(facts)


def _either_or_both(op: str, first: Tree, second: Tree) -> Code:
    left, right = compile_tree(first), compile_tree(second)
    if first.op == "variable":
        name = first.value
        if op == "and":
            return lambda facts: facts.variables[name] and right(facts)
        return lambda facts: facts.variables[name] or right(facts)
    if second.op == "variable":
        name = second.value
        if op == "and":
            return lambda facts: left(facts) and facts.variables[name]
        return lambda facts: left(facts) or facts.variables[name]
    if op == "and":
        return lambda facts: left(facts) and right(facts)
    return lambda facts: left(facts) or right(facts)


def _sum(op: str, first: Tree, second: Tree) -> Code:
    left, right = compile_tree(first), compile_tree(second)
    match op:
        case "+":
            return lambda facts: clamp(left(facts) + right(facts))
        case "-":
            return lambda facts: clamp(left(facts) - right(facts))
    return lambda facts: clamp(left(facts) * right(facts))


def _comparison(op: str, first: Tree, second: Tree) -> Code:
    if first.op == "variable" and second.op == "variable":
        return _WITH_VARIABLE[op](first.value, second.value)
    if second.op != "value":
        return _COMPARE[op](compile_tree(first), compile_tree(second))
    if first.op == "variable":
        return _WITH_VALUE[op](first.value, second.value)
    return _CODE_WITH_VALUE[op](compile_tree(first), second.value)


def clamp(number: int) -> int:
    """The number, held within what an expression may yield."""
    return LIMIT if number > LIMIT else -LIMIT if number < -LIMIT else number


def fold(tree: Tree) -> Tree:
    """The tree, or its value if that is the same at any time."""
    if tree.parts and all(part.op == "value" for part in tree.parts):
        value: Value = compile_tree(tree)(None)
        return Tree("value", tree.kind, tree.at, value, words=tree.words)
    return tree
