"""Which variables tell something about a standing, because they are set from one.

Where the score is hidden, a figure that was first put into a variable must stay hidden too.
"""

from __future__ import annotations

from collections.abc import Iterable

from game.story.expressions import Expression, ExpressionError, Names, parse
from game.story.yaml_nodes import Node, Scalar


def tainted(names: Names, sets: Iterable[tuple[str, Node]]) -> frozenset[str]:
    """The variables that any of these settings fills from a standing, directly or by way of
    others. Expressions that cannot be read are left out; the builders report them."""
    read = [(id, value) for id, node in sets if (value := _value(names, id, node)) is not None]
    found = {id for id, value in read if value.asks_score}
    while more := {id for id, value in read if value.names & found} - found:
        found |= more
    return frozenset(found)


def _value(names: Names, id: str, node: Node) -> Expression | None:
    variable = names.variables.get(id)
    if variable is None or not isinstance(node, Scalar):
        return None
    try:
        return parse(node.text, node.source, names, expects=variable.kind, words=variable.words)
    except ExpressionError:
        return None
