"""What can be wrong in a story or a transcript: a catalogue, and one finding with its place.

chapters/one.yaml:7:9: S040 error: There is no scene after-mute.
    go: after-mute
        ^
  Did you mean after-muted?
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple
from unicodedata import combining, east_asian_width

import yaml

if TYPE_CHECKING:
    from game.story.source import Source

Severity = Literal["error", "warning"]
WIDEST = 100


class Kind(NamedTuple):
    """An entry of the catalogue. `message` and `hint` are templates; `why`, `example` (of what
    goes wrong in `file`) and `mend` are for authors. Without an example, `case` says it in words.
    """

    title: str
    why: str
    mend: str
    message: str = ""
    hint: str = ""
    severity: Severity = "error"
    file: str = "evening.yaml"
    example: str = ""
    case: str = ""


class Catalogue(NamedTuple):
    """All that can be found, by code, and the files of the sound story around each example."""

    kinds: Mapping[str, Kind]
    base: Mapping[str, str]


@cache
def catalogue() -> Catalogue:
    """The catalogue, read when the first finding is made: most stories are played, not mended."""
    raw = pkgutil.get_data(__package__, "catalogue.yaml")
    given = yaml.load(raw or b"", Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    base = given.pop("base")
    return Catalogue({code: Kind(**entry) for code, entry in given.items()}, base)


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
    kind = catalogue().kinds[code]
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
