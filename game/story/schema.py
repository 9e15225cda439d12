"""The author's format as a JSON Schema (draft 7): for editors that complete, explain and check.

The format stands in format.yaml; this turns it into the words of JSON Schema. Inside of a part,
everything may be a parameter instead: all definitions are there a second time, for parts.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from game.story.instruments import Specs
from game.story.schema_values import KNOWN, PARAMETER, VALUES, by_type, named
from game.story.survey import Known

Schema = dict[str, Any]

_LOADER: type = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_ENTRY = re.compile(r"map of (\S+) by (\S+)")


def read_format() -> dict[str, Any]:
    """The kinds of mappings in the author's format, as format.yaml has them."""
    raw = pkgutil.get_data(__package__, "format.yaml")
    found: dict[str, Any] = yaml.load(raw or b"", Loader=_LOADER)
    return found


def schema(known: Known, specs: Specs) -> Schema:
    """The schema of a story's files. With the story's names in `known`, it completes and checks
    these too."""
    format = read_format()
    made = _Maker(format, known, specs)
    heads = {key: f"{key}-file" for key in ("story", "chapter", "system")}
    cases = [{"if": {"required": [key]}, "then": made.link(name)} for key, name in heads.items()]
    none = {"not": {"anyOf": [{"required": [key]} for key in (*heads, _TRANSCRIPT)]}}
    shelves = made.mapping("shelves")
    for key, name in heads.items():
        shelves["properties"][key] = {"description": format[name]["keys"][key]["about"]}
    in_parts = _Maker(format, known, specs, in_part=True)
    kinds = {name: made.kind(name) for name in format}
    kinds |= {f"{_IN_PART}{name}": in_parts.kind(name) for name in format}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "type": "object",
        "allOf": [*cases, {"if": none, "then": shelves}],
        "definitions": {
            **kinds,
            **{f"{KNOWN}{kind}": {"enum": list(ids)} for kind, ids in known.ids.items() if ids},
            "use-with": made.use_with(),
            "part-use-with": in_parts.use_with(),
            "play": made.play(),
            "part-play": in_parts.play(),
        },
    }


_IN_PART = "part-"
_TRANSCRIPT = "acts"
"""What tells a transcript, which is no file of the story, though it stands in its folder."""


@dataclass(frozen=True, slots=True)
class _Maker:
    format: Mapping[str, Any]
    known: Known
    specs: Specs
    in_part: bool = False

    def link(self, name: str) -> Schema:
        prefix = _IN_PART if self.in_part or name == "part-body" else ""
        return {"$ref": f"#/definitions/{prefix}{name}"}

    def kind(self, name: str) -> Schema:
        """The definition of one kind of the format."""
        entry = self.format[name]
        return self.mapping(name) if "keys" in entry else self.value(entry)

    def mapping(self, name: str) -> Schema:
        entry = self.format[name]
        found: Schema = {
            "type": "object",
            "description": entry["about"],
            "properties": self.properties(name),
            "additionalProperties": False,
        }
        if "each" in entry:
            found |= self.each(entry["each"], self.value(entry), found["properties"])
        if self.in_part:
            found.setdefault("patternProperties", {})[PARAMETER] = {}
            return found
        if name == "scene-body":
            found |= _NEEDS_TEXT
        if name == "choice":
            found["allOf"] = [self.playing(id) for id in self.specs]
        return found | ({"required": entry["needs"]} if "needs" in entry else {})

    def properties(self, name: str) -> Schema:
        """The keys of a kind, with those of the kinds that may stand with it."""
        entry = self.format[name]
        found: Schema = {}
        for other in entry.get("with", ()):
            found |= self.properties(other)
        for key, value in entry["keys"].items():
            found[key] = {"description": value["about"], **self.value(value)}
        return found

    def value(self, entry: Mapping[str, str]) -> Schema:
        """What may stand under a key."""
        bounds = {
            limit: int(entry[key])
            for key, limit in (("least", "minimum"), ("most", "maximum"))
            if key in entry
        }
        return self.either(entry["is"].split(" or "), bounds)

    def either(self, options: Sequence[str], bounds: Schema) -> Schema:
        words = [option.strip('"') for option in options if option.startswith('"')]
        found = [self.single(option, bounds) for option in options if not option.startswith('"')]
        found += [{"enum": words}] if words else []
        return by_type(found, self.format, self.in_part)

    def single(self, option: str, bounds: Schema) -> Schema:
        if option.startswith("list of "):
            return {"type": "array", "items": self.either([option[8:]], {})}
        if entries := _ENTRY.fullmatch(option):
            value = self.either([entries[1]], {})
            found: Schema = {"type": "object", "additionalProperties": False}
            return found | self.each(entries[2], value, {})
        if option in VALUES:
            return VALUES[option] | (bounds if option == "number" else {})
        if option in self.format or option in ("use-with", "play"):
            return self.link(option)
        return named(option, self.known.ids.get(option, ()))

    def each(self, kind: str, value: Schema, besides: Schema) -> Schema:
        """Keys that are ids of this kind, with this value under each."""
        known = self.known.ids.get(kind, ())
        found: Schema = {"properties": {**{id: value for id in known}, **besides}}
        if self.in_part:
            found["patternProperties"] = {PARAMETER: value}
        if known:
            return found
        if self.in_part:
            return {**found, "additionalProperties": value}
        return {**found, "additionalProperties": value, "propertyNames": named(kind, ())}

    def use_with(self) -> Schema:
        """Parts with their parameters."""
        if not self.known.parts:
            return {"type": "object", "additionalProperties": {"type": ["object", "null"]}}
        parts: Schema = {
            id: {
                "type": ["object", "null"] if not any(needs.values()) else "object",
                "properties": {name: {} for name in needs},
                "required": [name for name, needed in needs.items() if needed],
                "additionalProperties": False,
            }
            for id, needs in self.known.parts.items()
        }
        return {"type": "object", "properties": parts, "additionalProperties": False}

    def play(self) -> Schema:
        """One instrument, with its parameters."""
        instruments = {
            id: {
                "type": "object",
                "properties": {
                    key: _KINDS[kind] if not self.in_part else {}
                    for key, kind in spec.parameters.items()
                },
                "required": [] if self.in_part else list(spec.required),
                "additionalProperties": False,
            }
            for id, spec in self.specs.items()
        }
        whole = {"type": "object", "properties": instruments, "additionalProperties": False}
        plain = {"enum": [id for id, spec in self.specs.items() if not spec.required]}
        return by_type([whole, plain] if plain["enum"] else [whole], self.format, self.in_part)

    def playing(self, id: str) -> Schema:
        """Which words and outcomes a choice has that plays this instrument."""
        spec = self.specs[id]
        words = {key: VALUES["text"] for key in (*spec.words, *spec.more_words)}
        others = VALUES["text"] if spec.named is not None else False
        outcomes = {key: self.link("outcome") for key in spec.all_outcomes}
        keys = {
            "words": {"properties": words, "additionalProperties": others},
            "outcomes": {"properties": outcomes, "additionalProperties": False},
        }
        needs = {
            "words": {"required": list(spec.words)},
            "outcomes": {"required": list(spec.outcomes)},
        }
        plays = {"anyOf": [{"const": id}, {"type": "object", "required": [id]}]}
        alone = {"if": {"not": {"required": ["use"]}}, "then": {"properties": needs}}
        return {
            "if": {"properties": {"play": plays}, "required": ["play"]},
            "then": {"properties": keys, "allOf": [alone]},
        }


_TEXT_ALONE = {
    "if": {"type": "object", "not": {"required": ["use"]}},
    "then": {"required": ["text"]},
}
_NEEDS_TEXT: Schema = {
    "if": {"not": {"anyOf": [{"required": [key]} for key in ("use", "pair", "arms")]}},
    "then": {
        "required": ["text"],
        "properties": {"choices": {"additionalProperties": _TEXT_ALONE}},
    },
}
_KINDS: Mapping[str, Schema] = {
    "number": VALUES["number"],
    "text": VALUES["text"],
    "flag": VALUES["flag"],
    "list": {"type": "array"},
    "mapping": {"type": "object"},
}
