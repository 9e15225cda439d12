"""Breaks text into lines that fit a width. Knows no fonts: widths are asked from outside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from typing import NamedTuple

MARKS = "■○△"
"""Signs of a card's kind: drawn as shapes, no font of ours has them."""

Measure = Callable[[str, str], int]
"""How wide a text is in a style ("plain", "emphasis" or "mark")."""


class Run(NamedTuple):
    """A piece of a line in one style."""

    text: str
    style: str


Line = tuple[Run, ...]

_EMPHASIS = re.compile(r"\*(\S(?:[^*\n]*[^\s*])?)\*")
_PIECES = re.compile(r"[■○△]|[^\S\xa0]+|[^\s■○△]+|\xa0+")


def runs_of(text: str) -> list[Run]:
    """The text's runs: `*this*` is emphasis, without its stars."""
    runs: list[Run] = []
    end = 0
    for found in _EMPHASIS.finditer(text):
        runs.append(Run(text[end : found.start()], "plain"))
        runs.append(Run(found[1], "emphasis"))
        end = found.end()
    runs.append(Run(text[end:], "plain"))
    return [run for run in runs if run.text]


def clean(text: str) -> str:
    """The text without what no font can draw: control signs and lone surrogates."""
    return "".join(_drawable(sign) for sign in text)


def _drawable(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cs":
        return "\ufffd"
    if category == "Cc":
        return sign if sign in "\n" else " "
    return sign


def break_text(text: str, width: int, measure: Measure) -> list[Line]:
    """Lines no wider than `width` pixels. Spaces at a break are dropped, words that are too
    long are broken anywhere, and a newline always starts a new line."""
    lines: list[Line] = []
    for paragraph in clean(text).split("\n"):
        lines.extend(_Breaker(width, measure).fill(runs_of(paragraph)))
    return lines


def break_verbatim(text: str, width: int, measure: Measure) -> list[Line]:
    """Lines that keep every space, broken anywhere: for what is set out in columns."""
    lines: list[Line] = []
    for row in clean(text.expandtabs(4)).split("\n"):
        while row:
            fit = _fitting(row, "plain", width, measure)
            lines.append((Run(row[:fit], "plain"),))
            row = row[fit:]
            if not row:
                break
        else:
            lines.append(())
    return lines


class _Breaker:
    """Fills one paragraph, greedily."""

    def __init__(self, width: int, measure: Measure) -> None:
        self.width, self.measure = width, measure
        self.lines: list[Line] = []
        self.line: list[Run] = []

    def fill(self, runs: list[Run]) -> list[Line]:
        word: list[Run] = []
        space: list[Run] = []
        for run in runs:
            for piece in _PIECES.findall(run.text):
                if piece.isspace() and "\xa0" not in piece:
                    space = self._put(space, word)
                    word = []
                    space = [Run(" ", run.style)]
                else:
                    style = "mark" if piece in MARKS else run.style
                    word.append(Run(piece, style))
        self._put(space, word)
        if self.line or not self.lines:
            self.lines.append(tuple(self.line))
        return self.lines

    def _put(self, space: list[Run], word: list[Run]) -> list[Run]:
        """Puts a word, behind its space or on a new line; the space that is left over."""
        if not word:
            return space
        if not self.line:
            space = []
        tried = _join(self.line, space + word)
        if self._wide(tried) <= self.width:
            self.line = tried
            return []
        if self.line:
            self.lines.append(tuple(self.line))
            self.line = []
        self._split(word)
        return []

    def _split(self, word: list[Run]) -> None:
        """A word on a line of its own, or on several if it is too long for one."""
        if self._wide(_join([], word)) <= self.width:
            self.line = _join([], word)
            return
        for run in word:
            rest = run.text
            while rest:
                room = self.width - self._wide(self.line)
                fit = _fitting(rest, run.style, room, self.measure, least=0 if self.line else 1)
                if fit:
                    tried = _join(self.line, [Run(rest[:fit], run.style)])
                    if self.line and self._wide(tried) > self.width:
                        fit = 0
                    else:
                        self.line = tried
                        rest = rest[fit:]
                if rest or not fit:
                    self.lines.append(tuple(self.line))
                    self.line = []

    def _wide(self, line: list[Run]) -> int:
        return sum(self.measure(run.text, run.style) for run in line)


def _join(line: list[Run], more: list[Run]) -> list[Run]:
    """One list of runs, neighbours of one style made one."""
    joined = list(line)
    for run in more:
        if joined and joined[-1].style == run.style != "mark":
            joined[-1] = Run(joined[-1].text + run.text, run.style)
        else:
            joined.append(run)
    return joined


def _fitting(text: str, style: str, width: int, measure: Measure, least: int = 1) -> int:
    """How many signs of the text fit, at least `least`, never parting a letter's accents."""
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if measure(text[:middle], style) <= width:
            low = middle
        else:
            high = middle - 1
    fit = low
    while 0 < fit < len(text) and unicodedata.combining(text[fit]):
        fit -= 1
    if fit:
        return fit
    fit = least
    while 0 < fit < len(text) and unicodedata.combining(text[fit]):
        fit += 1
    return fit
