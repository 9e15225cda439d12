"""Blocks that stand in a column: words, rules, strips of paper, buttons."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Literal

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.lettering.type import Voice
from game.screen.paper.pen import stroke
from game.screen.paper.shapes import seed_of
from game.screen.theme import Colour

if TYPE_CHECKING:
    from game.story.prose import Line

Size = Literal["label", "small", "text", "title"]
Tone = Literal["ink", "quiet", "score", "hand"]


def pixels(kit: Kit, size: Size) -> int:
    """A size's height of type."""
    frame = kit.frame
    sizes = {"label": frame.label, "small": frame.small, "text": frame.text, "title": frame.title}
    return sizes[size]


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
    `before`: air above it, in gaps. `beside`: in one row with the block before it, where it has the
    same width."""

    key: str | None = None
    open: bool = True
    before: float = 1.0
    spring: bool = False
    beside: bool = False

    @abstractmethod
    def height(self, kit: Kit, width: int) -> int:
        """How high it is at this width, in pixels."""

    @abstractmethod
    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        """Draws it into `rect`, which has the height it asked for."""


@dataclass
class Words(Block):
    """A paragraph. `struck`: crossed out by hand, and still to be read. `inked`: how much of that
    stroke the pen has drawn, from 0 to 1; of one that was taken back, how much is left of its ink.
    None: all that there should be."""

    text: str
    voice: Voice = "story"
    size: Size = "text"
    tone: Tone = "ink"
    before: float = 1.0
    verbatim: bool = False
    struck: bool = False
    inked: float | None = None

    def height(self, kit: Kit, width: int) -> int:
        size = pixels(kit, self.size)
        return kit.type.height(self.text, self.voice, size, width, self.verbatim)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, tone = pixels(kit, self.size), "quiet" if self.struck else self.tone
        lines = kit.type.lines(self.text, self.voice, size, rect.width, self.verbatim)
        kit.type.draw(surface, lines, rect.topleft, self.voice, size, colour(kit, tone))
        if self.struck or self.inked:
            self._cross_out(surface, rect, kit, size)

    def _cross_out(self, surface: pygame.Surface, rect: Rect, kit: Kit, size: int) -> None:
        """A stroke of the pen through one line after the other, the same whenever it is drawn."""
        seed, ink = seed_of(self.text), kit.theme.hand
        step, over = kit.type.leading(self.voice, size), size // 6
        lines = kit.type.lines(self.text, self.voice, size, rect.width, self.verbatim)
        wides = [kit.type.line_width(line, self.voice, size) + 2 * over for line in lines]
        inked = 1.0 if self.inked is None else self.inked
        left = sum(wides) * (inked if self.struck else 1.0)
        for number, wide in enumerate(wides):
            make = partial(stroke, wide, step, seed + number, ink)
            drawn = kit.pieces.get(("stroke", wide, step, seed + number, ink), make)
            if not self.struck:
                drawn = drawn.copy()
                drawn.set_alpha(round(255 * inked))
            at = (rect.left - over, rect.top + number * step)
            surface.blit(drawn, at, (0, 0, max(0, min(wide, round(left))), step))
            left -= wide


def caption(text: str, before: float = 1.0) -> Words:
    """A small head in the score's type: where and when, who speaks, whose it is."""
    return Words(text.upper(), "score", "label", "quiet", before)


PARAGRAPH = 3.5
"""Air between paragraphs, in gaps: an empty line."""


def paragraphs(lines: Iterable[Line], people: Mapping[str, str], tone: Tone = "ink") -> list[Block]:
    """Paragraphs, with the name of who speaks. `people`: the names, by their ids."""
    blocks: list[Block] = []
    speaker: str | None = None
    for line in lines:
        if line.speaker is None:
            blocks.append(Words(line.text, tone=tone, before=PARAGRAPH, struck=line.struck))
        else:
            again = speaker == line.speaker
            if not again:
                name = people.get(line.speaker, line.speaker)
                blocks.append(caption(name, before=2.0))
            before = PARAGRAPH if again else 0.1
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

    def height(self, kit: Kit, width: int) -> int:
        size, indent = pixels(kit, self.size), label_indent(kit, width)
        high = 0 if indent else kit.type.leading(self.voice, size)
        return high + kit.type.height(self.text, self.voice, size, width - indent)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, indent, top = pixels(kit, self.size), label_indent(kit, rect.width), rect.top
        ink = colour(kit, self.tone)
        kit.type.say(surface, self.label, rect.topleft, self.voice, size, ink)
        top += 0 if indent else kit.type.leading(self.voice, size)
        lines = kit.type.lines(self.text, self.voice, size, rect.width - indent)
        kit.type.draw(surface, lines, (rect.left + indent, top), self.voice, size, ink)


def label_indent(kit: Kit, width: int) -> int:
    """Where words behind a label begin: the same for all labels, so that they are in line. 0: the
    column is so narrow that they stand below it."""
    widest = kit.type.width("misses", "hand", kit.frame.text) + round(kit.frame.gap * 1.2)
    return widest if width - widest >= kit.frame.text * 11 else 0


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
class Stack(Block):
    """Blocks that stand one below the other as one, none of which can be taken, and which do not
    change."""

    blocks: Sequence[Block]
    before: float = 1.0
    beside: bool = False
    _known: tuple[Kit, int, list[tuple[Block, Rect]]] | None = field(
        default=None, compare=False, repr=False
    )

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return "\n".join(str(getattr(block, "text", "")) for block in self.blocks)

    def _placed(self, kit: Kit, width: int) -> list[tuple[Block, Rect]]:
        if self._known is None or self._known[0] is not kit or self._known[1] != width:
            placed, top = [], 0
            for number, block in enumerate(self.blocks):
                top += round(block.before * kit.frame.gap) if number else 0
                high = block.height(kit, width)
                placed.append((block, Rect(0, top, width, high)))
                top += high
            self._known = kit, width, placed
        return self._known[2]

    def height(self, kit: Kit, width: int) -> int:
        return max((rect.bottom for _, rect in self._placed(kit, width)), default=0)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        for block, place in self._placed(kit, rect.width):
            block.draw(surface, place.move(rect.topleft), kit, False)
