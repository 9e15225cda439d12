"""Builds the ways from scene to scene."""

from __future__ import annotations

from game.story import values
from game.story.desk import ID, TARGET, Desk
from game.story.expressions import Expression
from game.story.fields import Fields
from game.story.ways import Call, End, Go, Return, Way
from game.story.yaml_nodes import ListNode, Node

MOST_BRANCHES = 100
WAYS = ("go", "call", "return", "end")
_ALL_BUT_GO = frozenset({*WAYS, "then"}) - {"go"}
WAY_HINT = "one of go, call, return, end"


def way(fields: Fields, *, more: tuple[str, ...] = ()) -> Way | None:
    """The one way among these keys, if there is any; two are reported. `more`: other keys
    that lead on, and exclude a way."""
    desk = fields.desk
    given = [key for key in (*more, *WAYS) if key in fields]
    if fields.has_none(_ALL_BUT_GO) and len(given) < 2:
        target = fields.node_of("go")
        return None if target is None else _go(desk, target)
    if len(given) > 1:
        node = fields.map.keys[given[1]]
        desk.report("S071", node, what=fields.what, ways=", ".join(given))
    if "then" in fields and "call" not in fields:
        node = fields.map.keys["then"]
        desk.report("S032", node, one="then", other="call", hint="To go on, write go.")
    found: Way | None = None
    if (ending := fields.node_of("end")) is not None:
        id = values.text(desk, ending, "end") or ""
        if id and not ID.fullmatch(id):
            desk.report("S024", ending, id=id)
        found = End(id)
    if fields.flag("return") is False:
        desk.report(
            "S022", fields.map.entries["return"], key="return", wanted="true", found="false"
        )
    if "return" in fields:
        found = Return()
    then = fields.ref("then", TARGET)
    if (called := fields.ref("call", TARGET)) is not None:
        found = Call(called, then)
    if (target := fields.node_of("go")) is not None:
        found = _go(desk, target)
    return found


def _go(desk: Desk, node: Node) -> Go:
    if not isinstance(node, ListNode):
        to = values.reference(desk, node, "go", TARGET) or ""
        return desk.gos.get(to) or desk.gos.setdefault(to, Go(((None, to),)))
    branches: list[tuple[Expression | None, str]] = []
    for number, item in enumerate(node.items[:MOST_BRANCHES]):
        fields = Fields(
            desk, item, "A branch", "{if: late, to: a-scene}, and the last one {to: a-scene}"
        )
        last = number == len(node.items) - 1
        if fields.readable and ("if" in fields) == last:
            problem = "The last branch has an if." if last else "Only the last branch has no if."
            desk.report("S072", item, problem=problem)
        branches.append((fields.condition("if"), fields.need_ref("to", TARGET)))
        fields.done()
    if not branches or len(node.items) > MOST_BRANCHES:
        desk.report("S072", node, problem=f"There must be 1 to {MOST_BRANCHES} branches.")
    return Go(tuple(branches))
