"""Reads a text into pieces, and finds what is wrong in it."""

from __future__ import annotations

import re
from collections.abc import Collection
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from game.story.expressions import Expression, Kind, parse
from game.story.expressions.tree import PLAIN, ExpressionError, Names
from game.story.nearest import did_you_mean
from game.story.prose.pieces import MARKS, Break, CardMark, Figure, Piece, Plural, Speaker
from game.story.prose.reading import Fault, Open, Reading
from game.story.prose.tags import (
    ALTERNATIVES,
    ONCE,
    ended,
    meant,
    stands_alone,
    tags_of,
    word_of,
)
from game.story.prose.words import even

if TYPE_CHECKING:
    from game.story.source import Source

MOST_DEPTH = 5
MOST_PASSAGES = 20
MOST_FAULTS = 20
"""As many are told of one text; the rest comes when these are put right."""

_MARKED = re.compile(r"[{}\n]")
_SPEAKS = re.compile(r"([a-z][a-z0-9-]*):(?=[ \n]|$)")
_SPEAKS_WITHIN = re.compile(r"\n[ \t]*([a-z][a-z0-9-]*):(?=[ \n]|$)")
_ALMOST = re.compile(r"([A-Za-z][A-Za-z0-9-]{1,30})(?:[ \xa0]*:[ \xa0\n]|[ \xa0]*\uff1a)")
"""A name and a colon, perhaps with a space before it as in French, or a wide one as in Chinese."""


def read(text: str, source: Source, names: Names, people: Collection[str]) -> Reading:
    """The text as pieces, with all its faults; what is at fault is left out."""
    if text and not people and not _MARKED.search(text):
        return Reading((text,))
    reader = _Reader(text, source, names, people)
    reader.run()
    return reader.reading


class _Reader:
    def __init__(self, text: str, source: Source, names: Names, people: Collection[str]) -> None:
        self.text, self.source, self.names, self.people = text, source, names, people
        self.reading = Reading()
        self.out: list[Piece] = []
        self.open: list[Open] = []
        self.cards: dict[str, None] = {}
        self.lost = False  # since a misspelt tag, what belongs to it belongs to nothing
        self.at_start = True  # of a paragraph, where somebody may begin to speak

    def run(self) -> None:
        tags = tags_of(self.text)
        closed = ended(tags)
        at = 0
        for index, tag in enumerate(tags):
            self._words(at, tag.start())
            self._tag(tag.group(), tag.start(), index in closed)
            at = tag.end()
        self._words(at, len(self.text))
        self._end_paragraph(len(self.text))
        while self.open:
            self._close(len(self.text))
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
            if self.people and "\n" in words:
                self._spoken_within(words, end)
            self.out.append(words)

    def _spoken_within(self, words: str, end: int) -> None:
        """Somebody who seems to speak in the midst of a paragraph."""
        for found in _SPEAKS_WITHIN.finditer(words):
            if found[1] in self.people:
                message = f"{found[1]} does not speak here: only an empty line begins a paragraph."
                hint = "Leave the line above empty."
                self._fault(end - len(words) + found.start(1), message, hint, warning=True)

    def _almost_spoken(self, bare: str, start: int) -> None:
        found = _ALMOST.match(bare)
        if found is None:
            return
        if found[1] in self.people:
            message = (
                f"{found[1]} does not speak here: a plain colon belongs right behind the name."
            )
            self._fault(start, message, f"Write {found[1]}: and a space.", warning=True)
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
            hint = f"A brace as such is written {tag * 2}."
            if tag == "{":
                self.lost = True
                hint = f"Close it with }}. {hint}"
            self._fault(offset, f"This {tag} {what}.", hint)
            return
        if tag[0] == "\n":
            self._end_paragraph(offset)
            self.out.append(Break())
            self.at_start = True
            return
        word, inside = word_of(tag), tag[1:-1]
        if not stands_alone(word, tag):
            self._fault(offset, f"{{{word}}} stands alone.", f"Write {{{word}}}.")
            return
        match word:
            case "if":
                self._if(inside, offset, has_end)
            case "else" | "next":
                self._part(word, offset)
            case "end":
                self._end(offset)
            case "card":
                self._card(inside.split("card", 1)[1].strip(), offset)
            case "plural":
                self._plural(inside, offset)
            case "":
                self._figure(inside, offset)
            case _:
                self._open(word, None, offset, has_end)

    # --- passages ------------------------------------------------------------------------------

    def _if(self, inside: str, offset: int, has_end: bool) -> None:
        lead = inside.index("if") + 2
        condition = self._expression(inside[lead:], offset + 1 + lead, "flag")
        self._open("if", condition, offset, has_end)

    def _open(self, word: str, condition: Expression | None, offset: int, has_end: bool) -> None:
        if len(self.open) == MOST_DEPTH:
            self._fault(offset, f"Passages nest deeper than {MOST_DEPTH}.")
        self.reading.constant = False
        begins = self.text.index("}", offset) + 1
        self.open.append(Open(word, condition, offset, has_end, self.out, self.at_start, begins))
        self.out = []

    def _part(self, word: str, offset: int) -> None:
        """An {else} or {next}: one passage ends, another begins."""
        last = self.open[-1] if self.open else None
        if last is None or (last.word == "if") != (word == "else"):
            self._belongs_to_nothing(word, offset)
            return
        if word == "else" and last.passages:
            self._fault(offset, "This {if} has an {else} already.", "Close it with {end}.")
            return
        if len(last.passages) == MOST_PASSAGES - 1:
            message = f"This {{{last.word}}} has more than {MOST_PASSAGES} passages."
            self._fault(last.offset, message, "Take some out.")
        last.add(self.out, self.text[last.begins : offset])
        last.begins = self.text.index("}", offset) + 1
        self.out, self.at_start = [], last.at_start

    def _end(self, offset: int) -> None:
        if self.open:
            self._close(offset)
        else:
            self._belongs_to_nothing("end", offset)

    def _belongs_to_nothing(self, word: str, offset: int) -> None:
        if self.lost:
            return
        owners = {"else": "no {if}", "end": "no {if}"}.get(word, "nothing")
        around = [one for one in self.open if (one.word == "if") == (word == "else")]
        if around and word != "end":
            hint = f"Close the {{{self.open[-1].word}}} before it with {{end}}."
        elif word == "next":
            hint = f"It parts the passages of {_said(ALTERNATIVES)}."
        else:
            hint = "Without {end}, an {if} reaches to the end of its paragraph."
        self._fault(offset, f"This {{{word}}} belongs to {owners}.", hint)

    def _close(self, offset: int) -> None:
        last = self.open.pop()
        last.add(self.out, self.text[last.begins : offset])
        self.out = last.out
        if len(last.passages) == 1 and last.word in ALTERNATIVES and last.word != ONCE:
            message = f"This {{{last.word}}} has only one passage."
            self._fault(last.offset, message, "Part its passages with {next}.")
        piece = last.piece()
        if piece is not None and len(self.open) < MOST_DEPTH:
            self.out.append(piece)

    def _end_paragraph(self, offset: int) -> None:
        while self.open and not self.open[-1].explicit:
            self._close(offset)
        for one in self.open:
            if not one.explicit:
                message = f"This {{{one.word}}} ends with its paragraph, but one inside it goes on."
                self._fault(one.offset, message, "Close it with {end} too.")
                one.explicit = True

    # --- what is shown ---------------------------------------------------------------------------

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
        self.reading.constant = False
        self.at_start = False
        value = self._read(inside, None)
        if isinstance(value, ExpressionError):
            if not self._is_misspelt(inside, offset):
                self._tell(value, inside, offset + 1, "A brace as such is written {{.")
            return
        if value.kind == "flag":
            hint = f"Write {{if {inside.strip()}}}…{{end}}."
            self._fault(offset, "True or false cannot be shown.", hint)
        else:
            self.out.append(Figure(value))

    def _plural(self, inside: str, offset: int) -> None:
        self.reading.constant = False
        self.at_start = False
        lead = inside.index("plural") + len("plural")
        number, colon, written = inside[lead:].partition(":")
        if not colon:
            hint = f"Write {{plural {number.strip() or 'rings'}: ring | rings}}."
            self._fault(offset, "This {plural} has no forms.", hint)
            return
        value = self._expression(number, offset + 1 + lead, None)
        if value is None:
            return
        if value.kind != "number" and (value.kind != "word" or value.words):
            hint = "Write a number before the colon, as a variable or a sum."
            self._fault(offset + 1 + lead, "Only a number is counted.", hint)
            return
        plurals = self.names.plurals
        forms = tuple(even(form).strip(" ") for form in written.split("|"))
        if plurals.forms and len(forms) != len(plurals.forms):
            has = f"{plurals.name} has {len(plurals.forms)} for whole numbers"
            hint = f"In this order: {' | '.join(map(str, plurals.forms))}."
            self._fault(offset, f"Here {_counted(len(forms))}; {has}.", hint)
            return
        self.out.append(Plural(value, forms, plurals))

    def _expression(self, text: str, offset: int, expects: Kind | None) -> Expression | None:
        value = self._read(text, expects)
        if isinstance(value, ExpressionError):
            self._tell(value, text, offset)
            return None
        return value

    def _read(self, text: str, expects: Kind | None) -> Expression | ExpressionError:
        try:
            value = parse(text.strip(), self.source, self.names, expects=expects)
        except ExpressionError as error:
            return error
        self.reading.asks_score |= value.asks_score
        return value

    def _tell(self, error: ExpressionError, text: str, offset: int, hint: str = "") -> None:
        place = offset + len(text) - len(text.lstrip()) + error.column - 1
        self._fault(place, error.message, error.hint or hint, unknown=error.unknown)

    def _is_misspelt(self, inside: str, offset: int) -> bool:
        """Whether it was meant for a tag; if so, that is told."""
        names = self.names
        tag = meant(inside, (*names.variables, *names.bands, *names.gates, *PLAIN))
        if tag:
            self.lost = True
            written = " ".join(inside.split())
            self._fault(offset, f"There is no {{{written}}}.", f"Did you mean {{{tag}}}?")
        return bool(tag)


def _counted(forms: int) -> str:
    return "is 1 form" if forms == 1 else f"are {forms} forms"


def _said(words: tuple[str, ...]) -> str:
    *first, last = (f"{{{word}}}" for word in words)
    return f"{', '.join(first)} or {last}"
