"""Single values of the author's format, in the words of JSON Schema."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

Schema = dict[str, Any]

PARAMETER = "<[a-z][a-z0-9-]{0,59}>"
KNOWN = "known-"
"""Begins the names of definitions that list the ids of a story."""
_ID = "^[a-z][a-z0-9-]{0,59}$"
_TIER = "^[A-Za-z][A-Za-z0-9-]{0,29}$"
_CLOCK = "([01][0-9]|2[0-3]):[0-5][0-9]"
_SCALARS = ["string", "number", "boolean"]


def _written(pattern: str, told: str) -> Schema:
    """A text of this form. Editors show what is told where it is not."""
    return {"type": "string", "pattern": pattern, "patternErrorMessage": told}


VALUES: Mapping[str, Schema] = {
    "text": {"type": _SCALARS},
    "expression": {"type": _SCALARS},
    "number": {"type": "integer"},
    "flag": {"type": "boolean"},
    "true": {"const": True},
    "nothing": {"type": "null"},
    "anything": {},
    "id": _written(_ID, "Small letters, digits and dashes, a letter first."),
    "date": _written(
        f"^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}( {_CLOCK})?$",
        "A date is written 2019-01-16 or 2019-01-16 20:07.",
    ),
    "time": _written(f"^{_CLOCK}$", "A time is written 06:00 or 20:07."),
    "hours": _written(f"^{_CLOCK} *- *({_CLOCK}|24:00)$", "Hours are written 06:00-08:30."),
    "duration": _written(
        "^[0-9]{1,9} (minute|hour|day|week)s?$",
        "A duration is written 4 minutes, 2 hours, 6 days or 1 week.",
    ),
    "share": _written("^(0?[0-9]{1,2}|100)%$", "A share is written 80%, in whole numbers."),
}


def named(kind: str, known: Collection[str]) -> Schema:
    """The id of a thing of this kind: one that is known, or anything that could be one."""
    if known:
        return {"$ref": f"#/definitions/{KNOWN}{kind}"}
    if kind in ("tier", "tier-name"):
        return _written(_TIER, "Letters, digits and dashes, a letter first.")
    return VALUES["id"]


def any_of(options: Sequence[Schema]) -> Schema:
    return options[0] if len(options) == 1 else {"anyOf": list(options)}


def by_type(options: Sequence[Schema], format: Mapping[str, Any], in_part: bool) -> Schema:
    """One of these. Lists, mappings and single values are told apart, so that an editor says
    what is wrong with the list, not that it could be a text instead."""
    sorts: dict[str, list[Schema]] = {}
    for option in options:
        sorts.setdefault(_sort(option, format), []).append(option)
    if in_part and "any" not in sorts:
        sorts.setdefault("single", []).append({"type": "string", "pattern": PARAMETER})
    if len(sorts) == 1 or "any" in sorts:
        return any_of([option for some in sorts.values() for option in some])
    rest = sorts.pop("single", [])
    cases = [{"if": {"type": sort}, "then": any_of(some)} for sort, some in sorts.items()]
    return {"anyOf": [*rest, {"type": list(sorts)}], "allOf": cases}


def _sort(option: Schema, format: Mapping[str, Any]) -> str:
    """The JSON type of an option: object or array; single for all others; any if it is not
    known."""
    if "$ref" not in option:
        found = option.get("type", "any" if not option else "single")
        return found if found in ("object", "array", "any") else "single"
    name = option["$ref"].rpartition("/")[2].removeprefix("part-")
    if name.startswith(KNOWN):
        return "single"
    if name in ("use-with", "play", "body"):
        return "object"
    return "object" if "keys" in format.get(name, {}) else "any"
