"""A story's texts as they can be read: paragraph by paragraph, in every branch.

Branches are taken one by one: of two passages that never come together, a paragraph is made
that has both, if their conditions stand beside each other and not in one {if}.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import NamedTuple

from game.story.model import Scene, Story
from game.story.prose import Prose
from game.story.prose.pieces import (
    MARKS,
    Break,
    CardMark,
    Figure,
    If,
    OneOf,
    Piece,
    Plural,
    Speaker,
)
from game.story.source import Source

VALUE = "#"
"""Stands for what is shown between braces: a figure of the score, or one that is only a number."""

_MARKS = re.compile("[" + "".join(MARKS.values()) + "]")
_GAP = r"(?:[^\w{]|\{[^{}]*\})*"


class Paragraph(NamedTuple):
    """One way in which a paragraph can read. `marked`: a card stands in it."""

    text: str
    marked: bool = False


class Told(NamedTuple):
    """A text, or a plain string such as a title (then nobody knows where it begins)."""

    paragraphs: tuple[Paragraph, ...]
    begins: Source | None = None


class Texts:
    """All texts of the story in this folder. `prose`: what can have tags and cards; `plain`: all
    other strings, ids among them."""

    def __init__(self, folder: Path, story: Story) -> None:
        self._files = {
            path.relative_to(folder).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(folder.rglob("*.yaml"))
        }
        found = list(_strings(story))
        texts = {(one.source, one.text): one for one in found if isinstance(one, Prose)}
        self.prose = [Told(paragraphs(one), one.source) for one in texts.values()]
        strings = dict.fromkeys(one for one in found if isinstance(one, str))
        self.plain = [Told((Paragraph(one),)) for one in strings]

    def place(self, told: Told, words: Sequence[str]) -> str:
        """`file:line` of these words of the text, or of as many as stand there in a row."""
        names = list(self._files) if told.begins is None else [told.begins.file]
        for count in range(len(words), 0, -1):
            wanted = re.compile(_GAP.join(map(re.escape, words[:count])))
            for name in names:
                text = self._files[name]
                found = wanted.search(text, self._start(told, text))
                if found:
                    line = text.count("\n", 0, found.start()) + 1
                    return f"{name}:{line}"
        return "somewhere" if told.begins is None else f"{told.begins.file}:{told.begins.line}"

    def _start(self, told: Told, text: str) -> int:
        """At which character of its file the text begins."""
        line = 1 if told.begins is None else told.begins.line
        return sum(map(len, text.splitlines(keepends=True)[: line - 1]))


def _strings(thing: object) -> Iterator[Prose | str]:
    """Every text and string in a record, however deep. Of a pair, what its arms show."""
    if isinstance(thing, Prose | str):
        yield thing
    elif isinstance(thing, Scene) and thing.arms:
        yield from _strings((thing.arms, thing.pair))
    elif isinstance(thing, Mapping):
        for value in thing.values():
            yield from _strings(value)
    elif isinstance(thing, tuple | list) and not isinstance(thing, Source):
        for value in thing:
            yield from _strings(value)
    elif is_dataclass(thing):
        for field in fields(thing):
            yield from _strings(getattr(thing, field.name))


def paragraphs(text: Prose) -> tuple[Paragraph, ...]:
    """Every paragraph of a text in all its forms."""
    if text.constant:
        lines = text.code(None)
        return tuple(Paragraph(_MARKS.sub("", line.text), bool(line.cards)) for line in lines)
    done: dict[Paragraph, None] = {}
    last = _read(text.pieces, {Paragraph(""): None}, done)
    return tuple(one._replace(text=" ".join(one.text.split())) for one in (done | last))


def _read(
    pieces: Iterable[Piece], begun: dict[Paragraph, None], done: dict[Paragraph, None]
) -> dict[Paragraph, None]:
    """What the paragraphs that were begun become with these pieces; whole ones go to `done`."""
    for piece in pieces:
        match piece:
            case Break():
                done |= begun
                begun = {Paragraph(""): None}
            case CardMark():
                begun = {one._replace(marked=True): None for one in begun}
            case Speaker():
                pass
            case If(_, then, otherwise):
                begun = _read(then, begun, done) | _read(otherwise, begun, done)
            case OneOf(_, passages):
                begun = {one: None for passage in passages for one in _read(passage, begun, done)}
            case Figure() | Plural() | str():
                words = _words(piece)
                begun = {Paragraph(one.text + words, one.marked): None for one in begun}
    return begun


def _words(piece: Figure | Plural | str) -> str:
    if isinstance(piece, Plural):
        return piece.forms[-1]
    return VALUE if isinstance(piece, Figure) else piece
