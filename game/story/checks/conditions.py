"""Conditions that always come to the same, and choices that can never be taken."""

from __future__ import annotations

from game.story.checks.desk import CheckDesk
from game.story.checks.know import Knowledge
from game.story.checks.reach import conditions, key_of
from game.story.checks.values import can_be, leaves
from game.story.checks.walk import Asked
from game.story.expressions.tree import Tree


def check_conditions(at: CheckDesk) -> None:
    """Reports conditions that hold always or never, in every scene that shares them."""
    can: dict[object, tuple[Asked, set[bool]]] = {}
    worked_out: dict[object, set[bool]] = {}
    for one in at.asked:
        if one.condition:
            found = can.setdefault(one.place, (one, set()))[1]
            if len(found) < 2:
                key = key_of(((one.expression, one.shows), *one.before), one.moment)
                if key not in worked_out:
                    worked_out[key] = can_come_to(one, at.known)
                found |= worked_out[key]
    for one, found in can.values():
        if len(found) == 1:
            code = "S131" if True in found else "S132"
            at.report_asked(code, one, hint=_because(one, at.known))


def check_choices(at: CheckDesk) -> None:
    """Reports choices that nobody can ever take."""
    for id in at.known.flows:
        scene = at.story.scenes.get(id)
        for choice in scene.choices if scene is not None else ():
            if (id, choice.id) not in at.known.choices and conditions(choice):
                at.report("S130", choice.source, id=choice.id)


def can_come_to(one: Asked, known: Knowledge) -> set[bool]:
    """Whether the condition can hold, and fail. Both where nothing can be said, or where it is
    never asked: that is told of what stands before it."""
    can = can_be(one.expression, one.before, known.at(one.moment))
    if one.shows and one.expression.asks_score:
        can.add(False)  # where the score is hidden, it is never met
    return can or {True, False}


def _because(one: Asked, known: Knowledge) -> str:
    """What in it never changes, if that is one thing."""
    for leaf in leaves(one.expression.tree):
        if leaf.op == "variable":
            values = known.ask(leaf, one.moment)
            only = _only(values)
            if only is not None:
                return f"{leaf.value} is always {only}."
        elif (told := _told(leaf, known)) is not None:
            return told
    return ""


def _only(values: object) -> str | None:
    if isinstance(values, frozenset) and len(values) == 1:
        return str(next(iter(values))).lower()
    if isinstance(values, tuple) and values[0] == values[1]:
        return f"{values[0]:,}"
    return None


def _told(leaf: Tree, known: Knowledge) -> str | None:
    if leaf.op != "call" or not isinstance(leaf.value, tuple):
        return None
    method, first, *more = (str(part) for part in leaf.value)
    if method in ("visits", "arm", "next_arm") and first not in known.flows:
        return f"{first} is never reached."
    if method in ("visits", "next_arm") and known.again is not None and first not in known.again:
        return f"{first} comes once at most."
    if method == "chosen" and (first, more[0]) not in known.choices:
        return f"{more[0]} in {first} can never be taken."
    return None
