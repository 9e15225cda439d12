"""Says in plain words why a file cannot be read as YAML.

The parser tells where it had to stop. What is wrong often stands before that, and most often it
is one of a few slips: a tab, a line that stands too far in, a colon or a quote in a text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

Place = tuple[int, int]
"""A line of the text and a column, both from 0."""

_KEY = re.compile(r"\s*(?:- +)*[A-Za-z][\w-]*$")
_GLUED = re.compile(r"\s*(?:- +)*[A-Za-z][\w-]*:(?=[^\s:]|\xa0)")
_NO_BREAK = re.compile(r"[ \t]*(?:- +)*(?:[\w-]+:)?[ \t]*(\xa0)")
_DASH = re.compile(r"\s*[–—‐−] ")
_CURLY = ("“", "”", "„", "‘", "’", "«", "»")
_BAR = re.compile(r"[|>][-+0-9]*\s*$")

_BELOW = "Or put the text below a bar, text: |, where quotes and colons do no harm."


class Told(NamedTuple):
    """What is wrong, where, and what to do about it."""

    problem: str
    place: Place
    hint: str = ""


def explain(lines: Sequence[str], problem: str, place: Place, begins: Place | None) -> Told:
    """What the parser's `problem` at this place means. `begins`: where that began which the
    parser was reading, if it says so. What we have no words for keeps the parser's."""
    told = _spaces(lines, place, begins or place)
    if told is not None:
        return told
    for signs, say in _KINDS:
        if any(sign in problem for sign in signs):
            return say(lines, place, begins or place)
    return Told(problem.rstrip("."), place)


def _spaces(lines: Sequence[str], place: Place, begins: Place) -> Told | None:
    """Spaces that are none: tabs, and those that were copied from elsewhere."""
    row, column = place
    line = _line(lines, row)
    if "\t" in line[: len(line) - len(line.lstrip())] or line[column : column + 1] == "\t":
        return Told("a tab stands here", place, "Indent with spaces only, two for each step.")
    for at in (row, begins[0], _above(lines, row)):
        found = _NO_BREAK.match(_line(lines, at))
        if found:
            hint = "It looks like a space, but is another sign. Delete it, and type a space."
            return Told("a no-break space stands here", (at, found.start(1)), hint)
    return None


def _colon(lines: Sequence[str], place: Place, begins: Place) -> Told:
    """A colon where none can be: in a text, or since the line above is not what it seems."""
    row, column = place
    line = _line(lines, row)
    if _DASH.match(line):
        return Told("this is no dash for a list", (row, _indent(line)), "Write the plain one: -")
    if not _KEY.match(line[:column]):
        if any(sign in line[:column] for sign in _CURLY):
            hint = f'Text with a colon needs straight quotes: "…". {_BELOW}'
        else:
            hint = "Text with a colon needs quotes, or a block: text: |"
        return Told("a colon stands within a text", place, hint)
    above = _above(lines, row)
    line = _line(lines, above)
    glued = _GLUED.match(line)
    if glued:
        return Told("a space is missing after the colon", (above, glued.end()), "Write: key: value")
    if "\uff1a" in line:
        place = (above, line.index("\uff1a"))
        return Told(
            "this colon is a wide one", place, "Write the plain one, and a space: key: value"
        )
    if ": " not in line and not line.rstrip().endswith(":"):
        hint = "A key has a colon behind it. If this belongs to the text above, look below it."
        return Told("a colon is missing", (above, len(line.rstrip())), hint)
    hint = "Begin it right below the line above, or put a colon behind what it belongs to."
    return Told("this line stands too far in", (row, _indent(_line(lines, row))), hint)


def _key(lines: Sequence[str], place: Place, begins: Place) -> Told:
    row, column = place
    before = _line(lines, row)[:column].rstrip()
    if before.endswith(('"', "'")):
        hint = "Text with quotes in it goes below a bar: text: |"
        return Told("the text goes on after its closing quote", place, hint)
    hint = "Look at the indentation of this line and of the one above."
    return Told("this line begins where no line can begin", place, hint)


def _no_colon(lines: Sequence[str], place: Place, begins: Place) -> Told:
    row = begins[0]
    above = _line(lines, _above(lines, row))
    if _BAR.search(above):
        hint = "Every line of it stands two spaces further in than the line with the bar."
        return Told("the text below the bar does not stand further in", begins, hint)
    hint = "A colon is missing, or text needs quotes or a block: text: |"
    return Told("this is neither a key with a colon nor part of a text", begins, hint)


def _bracket(lines: Sequence[str], place: Place, begins: Place) -> Told:
    row, column = place
    if _line(lines, row)[:column].rstrip().endswith(('"', "'", "}")) and begins[0] == row:
        hint = """Text with braces in it needs "…" around it all; text with quotes in it, '…'."""
        return Told("a comma is missing, or a text goes on here", place, hint)
    hint = "A bracket is not closed, or text with a comma needs quotes."
    if begins[0] != row:
        hint += " Look at the lines above, too."
    return Told("a comma or a closing bracket is missing", place, hint)


def _sign(lines: Sequence[str], place: Place, begins: Place) -> Told:
    sign = _line(lines, place[0])[place[1] : place[1] + 1]
    return Told(f"no text can begin with {sign}", place, "Put quotes around it.")


def _star(lines: Sequence[str], place: Place, begins: Place) -> Told:
    hint = "Put quotes around it, or write it below a bar: text: |"
    return Told("no text can begin with * or &", begins, hint)


def _bar(lines: Sequence[str], place: Place, begins: Place) -> Told:
    return Told("a text stands beside the bar", place, "Begin it in the next line, further in.")


def _quote(lines: Sequence[str], place: Place, begins: Place) -> Told:
    return Told("this quote is never closed", begins, f"Close it with the same sign. {_BELOW}")


def _dash(lines: Sequence[str], place: Place, begins: Place) -> Told:
    return Told("a dash is missing", place, "Or this line stands too far in to be no item.")


def _nothing(lines: Sequence[str], place: Place, begins: Place) -> Told:
    return Told("a value is missing here", place, "Or a bracket is not closed.")


Say = Callable[[Sequence[str], Place, Place], Told]

# Both parsers of PyYAML, each with its own words.
_KINDS: tuple[tuple[tuple[str, ...], Say], ...] = (
    (("mapping values are not allowed",), _colon),
    (("could not find expected ':'",), _no_colon),
    (("expected ',' or",), _bracket),
    (("that cannot start any token",), _sign),
    (("expected alphabetic or numeric",), _star),
    (("expected comment or line break", "expected a comment or a line break"), _bar),
    (("unexpected end of stream",), _quote),
    (("expected '-' indicator", "found '?'"), _dash),
    (("expected node content", "expected the node content"), _nothing),
    (("did not find expected key", "expected <block end>"), _key),
)


def _line(lines: Sequence[str], row: int) -> str:
    return lines[row] if 0 <= row < len(lines) else ""


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _above(lines: Sequence[str], row: int) -> int:
    """The nearest line above that says anything; -1 if there is none."""
    row = min(row, len(lines)) - 1
    while row >= 0 and (not lines[row].strip() or lines[row].lstrip().startswith("#")):
        row -= 1
    return row
