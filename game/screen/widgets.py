"""Blocks that stand in a column: words, rules, strips of paper, buttons."""

from __future__ import annotations

import zlib
from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.paper import stroke, torn
from game.screen.theme import Colour
from game.screen.type import Voice

if TYPE_CHECKING:
    from game.story.prose import Line

Size = Literal["label", "text", "title"]
Tone = Literal["ink", "quiet", "score", "hand"]


def pixels(kit: Kit, size: Size) -> int:
    """A size's height of type."""
    frame = kit.frame
    return {"label": frame.label, "text": frame.text, "title": frame.title}[size]


def colour(kit: Kit, tone: Tone) -> Colour:
    """A tone on paper."""
    theme = kit.theme
    return {
        "ink": theme.ink,
        "quiet": theme.quiet,
        "score": theme.score,
        "hand": theme.hand,
    }[tone]


class Block(ABC):
    """A thing in a column. With a `key` it can have the focus; not `open`: it does nothing.
    `before`: air above it, in gaps."""

    key: str | None = None
    open: bool = True
    before: float = 1.0
    spring: bool = False

    @abstractmethod
    def height(self, kit: Kit, width: int) -> int:
        """How high it is at this width, in pixels."""

    @abstractmethod
    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        """Draws it into `rect`, which has the height it asked for."""


@dataclass
class Words(Block):
    """A paragraph. `struck`: crossed out by hand, and still to be read."""

    text: str
    voice: Voice = "story"
    size: Size = "text"
    tone: Tone = "ink"
    before: float = 1.0
    verbatim: bool = False
    struck: bool = False

    def height(self, kit: Kit, width: int) -> int:
        size = pixels(kit, self.size)
        return kit.type.height(self.text, self.voice, size, width, self.verbatim)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, tone = pixels(kit, self.size), "quiet" if self.struck else self.tone
        lines = kit.type.lines(self.text, self.voice, size, rect.width, self.verbatim)
        kit.type.draw(surface, lines, rect.topleft, self.voice, size, colour(kit, tone))
        if self.struck:
            self._cross_out(surface, rect, kit, size)

    def _cross_out(self, surface: pygame.Surface, rect: Rect, kit: Kit, size: int) -> None:
        """A stroke of the pen through every line, the same whenever it is drawn."""
        seed = zlib.crc32(self.text.encode("utf-8", "replace"))
        step, over = kit.type.leading(self.voice, size), size // 6
        for number, line in enumerate(
            kit.type.lines(self.text, self.voice, size, rect.width, self.verbatim)
        ):
            wide = kit.type.line_width(line, self.voice, size) + 2 * over
            make = partial(stroke, wide, step, seed + number, kit.theme.hand)
            drawn = kit.pieces.get(("stroke", wide, step, seed + number, kit.theme.hand), make)
            surface.blit(drawn, (rect.left - over, rect.top + number * step))


def paragraphs(lines: Iterable[Line], people: Mapping[str, str], tone: Tone = "ink") -> list[Block]:
    """Paragraphs, with the name of who speaks. `people`: the names, by their ids."""
    blocks: list[Block] = []
    speaker: str | None = None
    for line in lines:
        if line.speaker is None:
            blocks.append(Words(line.text, tone=tone, struck=line.struck))
        else:
            again = speaker == line.speaker
            if not again:
                name = people.get(line.speaker, line.speaker)
                blocks.append(Words(name.upper(), "score", "label", "quiet", before=1.3))
            before = 0.6 if again else 0.1
            blocks.append(Words(line.text, "aside", tone=tone, before=before, struck=line.struck))
        speaker = line.speaker
    return blocks


@dataclass
class Labelled(Block):
    """Words behind a label of their own voice: SEES ..., misses ..."""

    label: str
    text: str
    voice: Voice
    tone: Tone
    size: Size = "text"
    before: float = 0.5

    def _indent(self, kit: Kit) -> int:
        """The same for all labels, so that what they say is in line."""
        widest = kit.type.width("misses", "hand", kit.frame.text)
        return widest + round(kit.frame.gap * 1.2)

    def height(self, kit: Kit, width: int) -> int:
        size = pixels(kit, self.size)
        return kit.type.height(self.text, self.voice, size, width - self._indent(kit))

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, indent = pixels(kit, self.size), self._indent(kit)
        ink = colour(kit, self.tone)
        kit.type.say(surface, self.label, rect.topleft, self.voice, size, ink)
        lines = kit.type.lines(self.text, self.voice, size, rect.width - indent)
        kit.type.draw(surface, lines, (rect.left + indent, rect.top), self.voice, size, ink)


@dataclass
class Rule(Block):
    """A thin line across."""

    before: float = 1.0

    def height(self, kit: Kit, width: int) -> int:
        return max(1, kit.frame.text // 24)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        surface.fill(kit.theme.edge, rect)


@dataclass
class Spring(Block):
    """Takes the room that is left, so that what follows stands at the bottom."""

    before: float = 0.0
    spring: bool = True

    def height(self, kit: Kit, width: int) -> int:
        return 0

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        """Nothing to see."""


@dataclass
class Strip(Block):
    """A torn strip that can be taken. `notes` stand below its text, `score` in the score's
    voice. Shut strips keep their place and say why; they can have the focus."""

    key: str | None = field()
    text: str
    number: int | None = None
    notes: tuple[str, ...] = ()
    score: tuple[str, ...] = ()
    open: bool = True
    before: float = 1.6
    voice: Voice = "strong"

    def _inner(self, kit: Kit, width: int) -> tuple[int, int]:
        """Where the text begins within the strip, and its width."""
        indent = round(kit.frame.text * 1.15) if self.number is not None else 0
        return indent, max(kit.frame.text * 3, width - indent)

    def height(self, kit: Kit, width: int) -> int:
        _, wide = self._inner(kit, width)
        high = kit.type.height(self.text, self.voice, kit.frame.text, wide)
        high += sum(kit.type.height(n, "story", kit.frame.note, wide) for n in self.notes)
        high += sum(kit.type.height(s, "score", kit.frame.label, wide) for s in self.score)
        return max(kit.frame.target, high + round(kit.frame.gap * 1.7))

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, dark = kit.theme, focused and self.open
        fill = theme.ink if dark else theme.card if self.open else theme.shut
        box = rect.inflate(round(kit.frame.gap * 3), 0)
        self._paper(surface, box, kit, fill)
        if focused:
            ring(surface, box, kit, theme.on_ink if dark else theme.focus)
        ink = theme.on_ink if dark else theme.ink if self.open else theme.quiet
        quiet = theme.on_ink_quiet if dark else theme.quiet
        indent, wide = self._inner(kit, rect.width)
        parts: list[tuple[str, Voice, int, Colour]] = [(self.text, self.voice, kit.frame.text, ink)]
        parts += [(note, "story", kit.frame.note, quiet) for note in self.notes]
        red = theme.on_ink_score if dark else theme.score
        parts += [(text, "score", kit.frame.label, red) for text in self.score]
        high = sum(kit.type.height(text, voice, size, wide) for text, voice, size, _ in parts)
        left, top = rect.left + indent, rect.top + (rect.height - high) // 2
        if self.number is not None:
            step = kit.type.leading("strong", kit.frame.text)
            lower = (step - kit.type.leading("score", kit.frame.label)) // 2
            at = (rect.left, top + lower)
            kit.type.say(surface, str(self.number), at, "score", kit.frame.label, quiet)
        for text, voice, size, tint in parts:
            lines = kit.type.lines(text, voice, size, wide)
            kit.type.draw(surface, lines, (left, top), voice, size, tint)
            top += len(lines) * kit.type.leading(voice, size)

    def _paper(self, surface: pygame.Surface, box: Rect, kit: Kit, fill: Colour) -> None:
        seed = zlib.crc32((self.key or self.text).encode("utf-8", "replace"))
        shade = max(4, round(kit.frame.text * 0.45)) if self.open else max(2, kit.frame.text // 8)
        piece = kit.pieces.get(
            ("strip", box.size, seed, fill),
            lambda: torn(box.size, seed, fill, shade, kit.theme.edge),
        )
        surface.blit(piece, (box.left - shade, box.top - shade))


@dataclass
class Button(Block):
    """A word that can be pressed: in the bar of a scene, or a card beside a sheet."""

    key: str | None = field()
    text: str
    open: bool = True
    card: bool = False
    before: float = 1.0

    def width(self, kit: Kit) -> int:
        """How wide it wants to be in a row."""
        words = kit.type.width(self.text, self._voice, self._size(kit))
        return max(44, words + 2 * max(8, kit.frame.gap))

    def height(self, kit: Kit, width: int) -> int:
        wide = width - 2 * max(8, kit.frame.gap)
        words = kit.type.height(self.text, self._voice, self._size(kit), wide)
        return max(kit.frame.target if self.card else 44, words + kit.frame.gap)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, dark = kit.theme, focused and self.open
        if self.card or dark:
            fill = theme.ink if dark else theme.card if self.open else theme.shut
            if self.card:
                surface.fill(theme.ink, rect.move(0, max(2, kit.frame.gap // 4)))
            surface.fill(fill, rect)
        if focused:
            ring(surface, rect, kit, theme.on_ink if dark else theme.focus)
        size = self._size(kit)
        ink = theme.on_ink if dark else theme.ink if self.open and self.card else theme.quiet
        wide = rect.width - 2 * max(8, kit.frame.gap)
        lines = kit.type.lines(self.text, self._voice, size, wide)
        high = len(lines) * kit.type.leading(self._voice, size)
        at = (rect.centerx, rect.top + (rect.height - high) // 2)
        kit.type.draw(surface, lines, at, self._voice, size, ink, "centre")
        if not self.open and not self.card:
            words = kit.type.width(self.text, self._voice, size)
            line = Rect(rect.centerx - words // 2, rect.centery, words, max(1, size // 12))
            surface.fill(theme.quiet, line)

    @property
    def _voice(self) -> Voice:
        return "strong" if self.card else "score"

    def _size(self, kit: Kit) -> int:
        return kit.frame.small if self.card else kit.frame.label


def ring(surface: pygame.Surface, box: Rect, kit: Kit, tint: Colour) -> None:
    """The focus: a line that is seen on any paper."""
    width = max(2, kit.frame.text // 12)
    pygame.draw.rect(surface, tint, box.inflate(-2 * width - 2, -2 * width - 2), width)
