"""Builds systems: the rulebooks that score deeds."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import get_args

from game.story import values
from game.story.build.gates import gate
from game.story.build.shelves import HOLDERS, LIST_BOUNDS
from game.story.desk import Desk
from game.story.fields import Fields
from game.story.measures import duration, moment, percent, time_of_day, wait
from game.story.nearest import did_you_mean
from game.story.systems import (
    Announces,
    Appraisal,
    Band,
    DayCap,
    Explains,
    Eye,
    Rule,
    Scale,
    System,
    Term,
)
from game.story.yaml_nodes import ListNode, MapNode, Node, Scalar

LIMIT = 1_000_000
MOST_TIMES = 100
_TIER = re.compile(r"[A-Za-z][A-Za-z0-9-]{0,29}")
_EACH = {"day": (1, 1), "week": (1, 7), "month": (1, 28), "year": (1, 1)}


def system(desk: Desk, root: MapNode, more: tuple[str, ...]) -> System:
    """The system of a file. `more`: keys of the file that are not the system's."""
    fields = Fields(desk, root, "A system")
    scale = fields.one_of("scale", get_args(Scale), "points")
    found = System(
        fields.text("system"),
        fields.need_text("name"),
        root.entries["system"].source,
        unit=fields.text("unit", "points"),
        keeps=fields.one_of("keeps", HOLDERS, "person"),  # type: ignore[arg-type]
        scale=scale,  # type: ignore[arg-type]
        starts_at=fields.number("starts_at", 0),
        least=fields.number("least", -LIMIT),
        most=fields.number("most", LIMIT),
        window=fields.measure("window", duration),
        explains=fields.one_of("explains", get_args(Explains), "fully"),  # type: ignore[arg-type]
        announces=fields.one_of("announces", get_args(Announces), "after"),  # type: ignore[arg-type]
        seen_by=fields.texts("seen_by"),
        tiers=_tiers(fields),
        day_caps=_day_caps(fields),
    )
    _check_scale(fields, found)
    rules: dict[str, list[Rule]] = {}
    for id, key, node in fields.entries("rules", "rules"):
        rule = _rule(desk, id, key, node, scale, fields)
        rules.setdefault(rule.kind, []).append(rule)
    found = replace(
        found,
        bands={id: _band(desk, id, node) for id, _, node in fields.entries("bands", "bands")},
        rules={kind: tuple(some) for kind, some in rules.items()},
        eyes=tuple(_eye(desk, id, node) for id, _, node in fields.entries("eyes", "eyes")),
        appraisals=tuple(
            _appraisal(desk, id, node) for id, _, node in fields.entries("appraisals", "appraisals")
        ),
    )
    gates = {id: gate(desk, id, node, found) for id, _, node in fields.entries("gates", "gates")}
    fields.done(more)
    return replace(found, gates=gates)


def _check_scale(fields: Fields, found: System) -> None:
    desk = fields.desk
    if (found.scale == "count") != (found.window is not None):
        problem = (
            "A count needs a window." if found.scale == "count" else "Only a count has a window."
        )
        place = fields.map.keys.get("window", fields.node)
        desk.report("S090", place, problem=problem, hint="scale: count, window: 8 hours")
    if found.least > found.most:
        desk.report("S091", fields.map.keys["least"], problem="least is more than most.", hint="")
    elif found.scale == "list" and found.starts_at not in LIST_BOUNDS:
        problem = "On a list, one begins at 0, off it, or at 1, on it."
        desk.report("S091", fields.map.keys["starts_at"], problem=problem, hint="")
    elif not found.least <= found.starts_at <= found.most:
        problem = "The start is not between least and most."
        desk.report("S091", fields.map.keys.get("starts_at", fields.node), problem=problem, hint="")


def _tiers(fields: Fields) -> tuple[tuple[str, int], ...]:
    desk = fields.desk
    node = fields.node_of("tiers")
    given = None if node is None else values.mapping(desk, node, "tiers")
    found: list[tuple[str, int]] = []
    for name, value in given.entries.items() if given else ():
        assert given is not None
        if not _TIER.fullmatch(name):
            problem = f"{name} cannot name a tier."
            desk.report("S090", given.keys[name], problem=problem, hint="Letters, digits, dashes.")
        last = len(found) == len(given.entries) - 1
        if isinstance(value, Scalar) and value.text == "lowest" and last:
            found.append((name, -LIMIT))
            continue
        least = values.number(desk, value, name, -LIMIT, LIMIT)
        if least is not None and found and least >= found[-1][1]:
            problem = f"{name} does not begin below {found[-1][0]}."
            desk.report("S091", given.keys[name], problem=problem, hint="The best stands first.")
        found.append((name, least if least is not None else found[-1][1] - 1 if found else 0))
    return tuple(found)


def _day_caps(fields: Fields) -> tuple[DayCap, ...]:
    desk = fields.desk
    node = fields.node_of("most_a_day")
    if node is None:
        return ()
    if not isinstance(node, ListNode):
        return (DayCap(values.number(desk, node, "most_a_day", 0, LIMIT) or 0),)
    found: list[DayCap] = []
    for item in node.items:
        inner = Fields(desk, item, "A cap")
        inner.require("points")
        found.append(DayCap(inner.number("points", 0, 0), *_dates(inner)))
        inner.done()
    return tuple(found)


def _dates(fields: Fields) -> tuple[int | None, int | None]:
    since, until = fields.measure("from", moment), fields.measure("until", moment)
    if since is not None and until is not None and since >= until:
        place = fields.map.keys["until"]
        fields.desk.report("S091", place, problem="until is not later than from.", hint="")
    return since, until


def _eye(desk: Desk, id: str, node: Node) -> Eye:
    if isinstance(node, Scalar):
        values.one_of(desk, node, id, ("always",))
        return Eye(id, source=node.source)
    fields = Fields(desk, node, f"The eye {id}")
    chance, error = fields.measure("chance", percent), fields.measure("error", percent) or 0
    mistakes = fields.refs("mistakes", "life")
    if bool(error) != bool(mistakes):
        problem = "An eye that errs needs those it takes people for, and the other way round."
        desk.report("S090", node, problem=problem, hint="error: 5%, mistakes: [luo-yan]")
    since, until = _dates(fields)
    found = Eye(
        id,
        sees=fields.refs("sees", "deed"),
        places=fields.refs("at", "place"),
        hours=fields.hours("hours"),
        chance=100 if chance is None else chance,
        delay=fields.measure("delay", wait) or 0,
        error=error,
        mistakes=mistakes,
        condition=fields.condition("if"),
        since=since,
        until=until,
        name=fields.optional_text("name") or "",
        source=node.source,
    )
    fields.done()
    return found


def _band(desk: Desk, id: str, node: Node) -> Band:
    fields = Fields(desk, node, f"The band {id}")
    fields.require("hours", "hours: [06:00-08:30, 12:00-14:00]")
    hours, times = fields.hours("hours"), fields.number("times", 2, 0, MOST_TIMES)
    since, until = _dates(fields)
    name = fields.optional_text("name") or id
    found = Band(id, name, hours, times, since, until, fields.ref("card", "card"))
    fields.done()
    return found


def _rule(desk: Desk, id: str, key: Scalar, node: Node, scale: str, system: Fields) -> Rule:
    fields = Fields(desk, node, f"The rule {id}", "{points: 2}")
    kind = fields.ref("for", "deed") if "for" in fields else _deed_of(desk, id, key)
    band = fields.optional_text("band")
    bands = system.map.entries.get("bands")
    known = bands.entries if isinstance(bands, MapNode) else {}
    if band is not None and band not in known:
        desk.unknown("band of this system called", band, fields.map.entries["band"], known)
    chance = fields.measure("chance", percent)
    since, until = _dates(fields)
    found = Rule(
        id,
        kind or id,
        _points(fields, scale),
        each=fields.number("each", 1, 1),
        each_ever=fields.one_of("tally", ("day", "ever"), "day") == "ever",
        band=band,
        most_a_day=fields.number("most_a_day", 0, 0) if "most_a_day" in fields else None,
        delay=fields.measure("after", wait) or 0,
        chance=100 if chance is None else chance,
        condition=fields.condition("if"),
        since=since,
        until=until,
        card=fields.ref("card", "card"),
        source=key.source,
    )
    fields.taken |= {"most_a_day", "for"}
    fields.done()
    return found


def _deed_of(desk: Desk, id: str, key: Scalar) -> str:
    """The deed that a rule is called by."""
    deeds = desk.ids.get("deed", {})
    if id not in deeds:
        hint = did_you_mean(id, deeds) or "A rule is called by its deed, or says for: a-deed."
        desk.report("S040", key, kind="deed", id=id, hint=hint)
    return id


def _points(fields: Fields, scale: str) -> int:
    right, other = ("puts", "points") if scale == "list" else ("points", "puts")
    if other in fields:
        problem = f"On this scale a rule has {right}, not {other}."
        hint = "puts: on, or puts: off" if right == "puts" else "points: 2"
        fields.desk.report("S090", fields.map.keys[other], problem=problem, hint=hint)
        fields.taken |= {right, other}
        return 1
    fields.require(right)
    if right == "puts":
        return 1 if fields.one_of("puts", ("on", "off"), "on") == "on" else -1
    return fields.number("points", 0)


def _appraisal(desk: Desk, id: str, node: Node) -> Appraisal:
    fields = Fields(desk, node, f"The appraisal {id}")
    fields.require("each", f"It can be: {', '.join(_EACH)}.")
    fields.require("base", "The value before all terms: base: 600.")
    every = fields.one_of("each", tuple(_EACH), "month")
    first, last = _EACH[every]
    terms = tuple(_term(desk, name, value) for name, _, value in fields.entries("terms", "terms"))
    found = Appraisal(
        id,
        every,  # type: ignore[arg-type]
        fields.number("on", 1, first, last),
        fields.measure("at", time_of_day) or 0,
        fields.number("base", 0),
        terms,
        fields.number("least", -LIMIT),
        fields.number("most", LIMIT),
    )
    if found.least > found.most:
        desk.report("S091", fields.map.keys["least"], problem="least is more than most.", hint="")
    fields.done()
    return found


def _term(desk: Desk, name: str, node: Node) -> Term:
    fields = Fields(desk, node, f"The term {name}")
    fields.require("points")
    points = fields.expression("points", "number") or values.nought()
    least, most = fields.number("least", -LIMIT), fields.number("most", LIMIT)
    found = Term(name, points, fields.condition("if"), least, most)
    if least > most:
        desk.report("S091", fields.map.keys["least"], problem="least is more than most.", hint="")
    fields.done()
    return found
