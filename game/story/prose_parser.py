"""Reads a text into pieces, and finds what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from game.story.expression_tree import ExpressionError, Names
from game.story.expressions import Expression, parse
from game.story.nearest import did_you_mean
from game.story.prose_pieces import MARKS, Break, CardMark, Figure, If, Piece, Speaker

if TYPE_CHECKING:
    from game.story.source import Source

MOST_DEPTH = 5
MOST_FAULTS = 20
"""As many are told of one text; the rest comes when these are put right."""

_TAG = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]|\n[ \t]*\n[ \t\n]*")
_BREAK = re.compile(r"\n[ \t]*\n[ \t\n]*")
_SPEAKS = re.compile(r"([a-z][a-z0-9-]*):(?=[ \n]|$)")
_ALMOST = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,30}):[ \n]")


class Fault(NamedTuple):
    """What is wrong, at which character of the text (from 0)."""

    offset: int
    message: str
    hint: str = ""
    warning: bool = False
    unknown: bool = False


@dataclass(slots=True)
class Reading:
    """What was read of a text."""

    pieces: tuple[Piece, ...] = ()
    faults: list[Fault] = field(default_factory=list)
    cards: tuple[str, ...] = ()
    constant: bool = True
    asks_score: bool = False


@dataclass(slots=True)
class _Open:
    """An {if} that still runs. `explicit`: an {end} will close it."""

    condition: Expression | None
    offset: int
    explicit: bool
    out: list[Piece]
    at_start: bool
    then: list[Piece] | None = None


def read(text: str, source: Source, names: Names, people: Collection[str]) -> Reading:
    """The text as pieces, with all its faults; what is at fault is left out."""
    reader = _Reader(text, source, names, people)
    reader.run()
    return reader.reading


class _Reader:
    def __init__(self, text: str, source: Source, names: Names, people: Collection[str]) -> None:
        self.text, self.source, self.names, self.people = text, source, names, people
        self.reading = Reading()
        self.out: list[Piece] = []
        self.open: list[_Open] = []
        self.cards: dict[str, None] = {}
        self.at_start = True  # of a paragraph, where somebody may begin to speak

    def run(self) -> None:
        # Most texts have no braces, and without them the search is much quicker.
        braced = "{" in self.text or "}" in self.text
        tags = list((_TAG if braced else _BREAK).finditer(self.text))
        ended = _ended(tags)
        at = 0
        for index, tag in enumerate(tags):
            self._words(at, tag.start())
            self._tag(tag.group(), tag.start(), index in ended)
            at = tag.end()
        self._words(at, len(self.text))
        self._end_paragraph(len(self.text))
        while self.open:
            self._close()
        self.reading.pieces = tuple(self.out)
        self.reading.cards = tuple(self.cards)

    def _fault(
        self,
        offset: int,
        message: str,
        hint: str = "",
        warning: bool = False,
        unknown: bool = False,
    ) -> None:
        if len(self.reading.faults) < MOST_FAULTS:
            self.reading.faults.append(Fault(offset, message, hint, warning, unknown))

    def _words(self, start: int, end: int) -> None:
        words = self.text[start:end]
        if self.at_start and (bare := words.lstrip(" \t\n")):
            start = end - len(bare)
            found = _SPEAKS.match(bare)
            if found and found[1] in self.people:
                self.out.append(Speaker(found[1]))
                words = bare[found.end() :]
            else:
                self._almost_spoken(bare, start)
            self.at_start = False
        if words:
            self.out.append(words)

    def _almost_spoken(self, bare: str, start: int) -> None:
        found = _ALMOST.match(bare)
        if found is None or found[1] in self.people:
            return
        name = found[1].lower()
        for person in self.people:
            if SequenceMatcher(None, name, person).ratio() > 0.8:
                message = f"Nobody called {found[1]} can speak; this is shown as plain text."
                self._fault(start, message, f"Did you mean {person}?", warning=True)
                return

    def _tag(self, tag: str, offset: int, has_end: bool) -> None:
        if tag in ("{{", "}}"):
            self.out.append(tag[0])
            self.at_start = False
            return
        if tag in ("{", "}"):
            what = "is never closed" if tag == "{" else "closes nothing"
            self._fault(offset, f"This {tag} {what}.", f"A brace as such is written {tag * 2}.")
            return
        if tag[0] == "\n":
            self._end_paragraph(offset)
            self.out.append(Break())
            self.at_start = True
            return
        inside = tag[1:-1]
        word, _, rest = inside.strip().partition(" ")
        match word if word in ("if", "else", "end", "card") else "":
            case "if":
                self._if(inside, offset, has_end)
            case "else" if not rest:
                self._else(offset)
            case "end" if not rest:
                if self.open:
                    self._close()
                else:
                    self._fault(offset, "This {end} belongs to no {if}.")
            case "card":
                self._card(rest.strip(), offset)
            case "else" | "end":
                self._fault(offset, f"{{{word}}} stands alone.", f"Write {{{word}}}.")
            case _:
                self._figure(inside, offset)

    def _if(self, inside: str, offset: int, has_end: bool) -> None:
        lead = inside.index("if") + 2
        condition = self._expression(inside[lead:], offset + 1 + lead, flag=True)
        if len(self.open) == MOST_DEPTH:
            self._fault(offset, f"Conditions nest deeper than {MOST_DEPTH}.")
        self.reading.constant = False
        self.open.append(_Open(condition, offset, has_end, self.out, self.at_start))
        self.out = []

    def _else(self, offset: int) -> None:
        if not self.open or self.open[-1].then is not None:
            hint = "Without {end}, an {if} reaches to the end of its paragraph."
            self._fault(offset, "This {else} belongs to no {if}.", hint)
            return
        last = self.open[-1]
        last.then, self.out, self.at_start = self.out, [], last.at_start

    def _close(self) -> None:
        last = self.open.pop()
        then, otherwise = (self.out, []) if last.then is None else (last.then, self.out)
        self.out = last.out
        if last.condition is not None:
            self.out.append(If(last.condition, tuple(then), tuple(otherwise)))

    def _end_paragraph(self, offset: int) -> None:
        while self.open and not self.open[-1].explicit:
            self._close()
        for one in self.open:
            if not one.explicit:
                message = "This {if} ends with its paragraph, but one inside it goes on."
                self._fault(one.offset, message, "Close it with {end} too.")
                one.explicit = True

    def _card(self, id: str, offset: int) -> None:
        kind = self.names.cards.get(id)
        if kind is None:
            hint = did_you_mean(id, self.names.cards)
            message = f"There is no card {id}." if id else "Which card?"
            self._fault(offset, message, hint, unknown=bool(id))
            return
        self.cards[id] = None
        self.out.append(CardMark(id, MARKS[kind]))
        self.at_start = False

    def _figure(self, inside: str, offset: int) -> None:
        value = self._expression(inside, offset + 1, flag=False)
        self.reading.constant = False
        self.at_start = False
        if value is None:
            return
        if value.kind == "flag":
            hint = f"Write {{if {inside.strip()}}}…{{end}}."
            self._fault(offset, "True or false cannot be shown.", hint)
        else:
            self.out.append(Figure(value))

    def _expression(self, text: str, offset: int, *, flag: bool) -> Expression | None:
        lead = len(text) - len(text.lstrip())
        try:
            value = parse(text.strip(), self.source, self.names, expects="flag" if flag else None)
        except ExpressionError as error:
            hint = error.hint or ("" if flag else "A brace as such is written {{.")
            place = offset + lead + error.column - 1
            self._fault(place, error.message, hint, unknown=error.unknown)
            return None
        self.reading.asks_score |= value.asks_score
        return value


def _ended(tags: list[re.Match[str]]) -> set[int]:
    """The numbers of the {if} tags that an {end} closes: each {end} closes the last one open."""
    waiting: list[int] = []
    found: set[int] = set()
    for index, tag in enumerate(tags):
        word = tag.group().strip("{} \t\n").split(" ")[0] if tag.group()[0] == "{" else ""
        if word == "if":
            waiting.append(index)
        elif word == "end" and waiting:
            found.add(waiting.pop())
    return found
