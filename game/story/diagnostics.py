"""What can be wrong in a story: a catalogue, and one finding with its place.

chapters/one.yaml:7:9: S040 error: There is no scene after-mute.
    go: after-mute
        ^
  Did you mean after-muted?
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import combining, east_asian_width

if TYPE_CHECKING:
    from game.story.source import Source

Severity = Literal["error", "warning"]
WIDEST = 100


class Kind(NamedTuple):
    """An entry of the catalogue. `message` and `hint` are templates."""

    title: str
    message: str
    hint: str = ""
    severity: Severity = "error"


CATALOGUE: Mapping[str, Kind] = {
    # the folder and its files
    "S001": Kind("no story", "There is no story.yaml here.", "A story folder has one at its top."),
    "S002": Kind("unreadable", "This file cannot be read: {why}."),
    "S003": Kind("not UTF-8", "This is not UTF-8 text.", "{hint}"),
    "S004": Kind("forbidden character", "The character {char} may not stand in a story."),
    "S005": Kind("too big", "{what} is larger than {most}.", "Split it into smaller files."),
    "S006": Kind("link", "This link leads out of the story's folder.", "Copy the file instead."),
    "S007": Kind("empty file", "There is nothing in this file.", "Delete it, or fill it."),
    "S008": Kind("ending", "This file is not read.", "Name it {name}.", "warning"),
    "S009": Kind("more", "There are {count:,} more findings.", "Put these right first.", "warning"),
    # YAML
    "S010": Kind("not YAML", "This is not valid YAML: {problem}.", "{hint}"),
    "S011": Kind("tag", "Tags such as {tag} are not allowed.", "Put quotes around the text."),
    "S012": Kind(
        "alias", "Anchors (&) and aliases (*) are not allowed.", "Text that begins so needs quotes."
    ),
    "S013": Kind(
        "twice", "{key} stands twice in the same mapping.", "The first is in line {line}."
    ),
    "S014": Kind("too deep", "This nests deeper than {most}."),
    "S015": Kind("documents", "A file is one document, without directives.", "Take out --- and %."),
    "S016": Kind("key", "A key must be one plain word."),
    "S017": Kind("merge", "Merge keys (<<) are not allowed.", "Write the keys out."),
    # keys and values
    "S020": Kind("unknown key", "{what} has no key {key}.", "{hint}"),
    "S021": Kind("missing key", "{what} needs {key}.", "{hint}"),
    "S022": Kind("wrong kind", "{key} should be {wanted}, not {found}.", "{hint}"),
    "S023": Kind("flag", "{key} should be true or false, not {found}.", "Write {right}."),
    "S024": Kind(
        "id", "{id} is no id.", "Small letters, digits and dashes, a letter first, up to 60."
    ),
    "S025": Kind("bounds", "{key} is {value:,}; it must be from {least:,} to {most:,}."),
    "S026": Kind("not one of", "{key} cannot be {found}.", "{hint}"),
    "S027": Kind("measure", "{problem}"),
    "S028": Kind("too many", "{what} has {count:,} {things}; at most {most:,}."),
    "S029": Kind("empty", "{key} is empty.", "Write something, or take the key out."),
    "S030": Kind(
        "declared twice", "The {kind} {id} is declared twice.", "The first is in {where}."
    ),
    "S031": Kind("both", "{one} and {other} exclude each other."),
    "S032": Kind("goes with", "{one} needs {other}.", "{hint}"),
    "S033": Kind("reserved", "{id} is a reserved word.", "Choose another name."),
    "S034": Kind(
        "same name",
        "The {kind} {id} has the name of a {other}.",
        "Expressions could not tell them apart.",
    ),
    "S035": Kind(
        "command", "{id} is a reserved word: a command that players type.", "Choose another id."
    ),
    # references, expressions, texts
    "S040": Kind("unknown name", "There is no {kind} {id}.", "{hint}"),
    "S041": Kind(
        "no calendar", "The life {id} has no calendar.", "Give it starts: 2019-01-16 20:07."
    ),
    "S050": Kind("expression", "{problem}", "{hint}"),
    "S060": Kind("text", "{problem}", "{hint}"),
    "S061": Kind("speaker", "{problem}", "{hint}", "warning"),
    # scenes
    "S070": Kind("no way on", "{what} leads nowhere.", "Give it {hint}."),
    "S071": Kind("two ways", "{what} has more than one way: {ways}.", "Keep one of them."),
    "S072": Kind(
        "branches", "{problem}", "[{{if: …, to: a}}, {{to: b}}]: only the last has no if."
    ),
    "S073": Kind("pair", "{problem}", "{hint}"),
    "S074": Kind("kindness", "{problem}", "{hint}", "warning"),
    "S075": Kind("one kind", "{what} names one {thing}, and nothing else.", "{hint}"),
    # instruments
    "S080": Kind("instrument", "There is no instrument {id}.", "{hint}"),
    "S081": Kind("outcome", "{problem}", "{hint}"),
    "S082": Kind("parameters", "{problem}", "{hint}"),
    # systems
    "S090": Kind("scale", "{problem}", "{hint}"),
    "S091": Kind("order", "{problem}", "{hint}"),
    # the whole story
    "S100": Kind("never reached", "No way leads to the scene {id}.", "", "warning"),
    "S101": Kind("picture", "There is no picture {path}.", "", "warning"),
    "S102": Kind(
        "picture's path", "{path} is not inside the story's folder.", "pictures/kitchen.svg"
    ),
    "S103": Kind(
        "labels", "{problem}", "The arms of a pair should differ in nothing else.", "warning"
    ),
    # pools
    "S110": Kind(
        "pool named as a scene",
        "The pool {id} has the name of a scene.",
        "Choose another name: both can stand after go.",
    ),
    "S111": Kind(
        "empty pool",
        "The pool {id} may have no scene that fits.",
        "Give it otherwise: a-scene, or a scene without if and once.",
    ),
    "S112": Kind("never drawn", "No way leads to the pool {id}.", "", "warning"),
}


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding. `line_text` is the line as the author wrote it."""

    code: str
    severity: Severity
    message: str
    source: Source
    line_text: str = ""
    hint: str = ""

    def __str__(self) -> str:
        file, line, column = self.source
        lines = [f"{file}:{line}:{column}: {self.code} {self.severity}: {self.message}"]
        if self.line_text.strip():
            start = max(0, column - WIDEST // 2)
            cut = "…" if start else ""
            shown = cut + self.line_text[start : start + WIDEST].replace("\t", " ")
            before = cut + self.line_text[start : column - 1]
            lines += ["    " + shown.rstrip(), "    " + " " * _width(before) + "^"]
        if self.hint:
            lines.append(f"  {self.hint}")
        return "\n".join(lines)


def diagnose(code: str, source: Source, line_text: str, values: Mapping[str, object]) -> Diagnostic:
    """A finding of this code, its templates filled in."""
    kind = CATALOGUE[code]
    shown = {key: _short(value) for key, value in values.items()}
    message, hint = kind.message.format(**shown), kind.hint.format(**{"hint": "", **shown})
    return Diagnostic(code, kind.severity, message, source, line_text, hint)


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > 240:
        return value[:239] + "…"
    return value


def _width(text: str) -> int:
    wide = sum(east_asian_width(char) in "WF" for char in text)
    return len(text) + wide - sum(combining(char) > 0 for char in text)
