"""Type: fonts by voice, broken lines and drawn runs, each made once and kept."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Literal

import pygame

from game.screen.lettering.breaking import Line, Run, break_text, break_verbatim, clean
from game.screen.lettering.faces import FOLDER, Face, Faces, Voice
from game.screen.store import Store, SurfaceStore
from game.screen.theme import Colour

__all__ = ["Align", "Type", "Voice"]

Align = Literal["left", "right", "centre"]
"""Which part of a line stands where it is drawn: its beginning, its end or its middle."""

_DRAWN = 8_000_000
"""Bytes of drawn words that are kept: those of some pages, or of one on a very large window."""

LEADING = 1.5
"""From one line to the next, in sizes of the type."""

_EMPHASIS: dict[Voice, Voice] = {
    "story": "aside",
    "aside": "story",
    "strong": "aside",
    "score": "score-strong",
    "score-strong": "score",
    "hand": "hand-strong",
    "hand-strong": "hand",
}


class Type:
    """Measures, breaks and draws text. Sizes are in pixels. `easy`: in faces that are easier to
    read."""

    def __init__(self, folder: Path = FOLDER, easy: bool = False) -> None:
        self.easy = easy
        self._faces = Faces(folder, easy)
        self._fonts: dict[tuple[Face, int], pygame.Font] = {}
        self._broken = Store(3000)
        self._drawn = SurfaceStore(_DRAWN)

    def font(self, voice: Voice, size: int) -> pygame.Font:
        """The font of a voice."""
        return self._font(self._faces.own(voice), size)

    def fonts(self, text: str, voice: Voice, size: int) -> list[tuple[pygame.Font, str]]:
        """The text in parts, each with a font that has its letters. Nothing of it is kept."""
        return [(self._font(face, size), part) for face, part in self._faces.parts(text, voice)]

    def _font(self, face: Face, size: int) -> pygame.Font:
        """A font of this size; pygame's own where the file is missing or no font."""
        key = (face, size)
        if key not in self._fonts:
            try:
                font = pygame.font.Font(face.path, size)
            except (OSError, pygame.error):
                font = pygame.font.Font(None, size)
            font.bold = face.bold
            self._fonts[key] = font
        return self._fonts[key]

    def leading(self, voice: str, size: int) -> int:
        """From one line to the next."""
        return round(size * LEADING)

    def width(self, text: str, voice: Voice, size: int) -> int:
        """How wide a text is that stands on one line."""
        return self.line_width(self._one(text), voice, size)

    def line_width(self, line: Line, voice: Voice, size: int) -> int:
        """How wide a broken line is."""
        return sum(self._wide(run.text, run.style, voice, size) for run in line)

    def lines(
        self, text: str, voice: Voice, size: int, width: int, verbatim: bool = False
    ) -> list[Line]:
        """The text in lines no wider than `width`."""

        def make() -> list[Line]:
            way = break_verbatim if verbatim else break_text
            return way(text, max(width, size), lambda t, s: self._wide(t, s, voice, size))

        return self._broken.get((text, voice, size, width, verbatim), make)

    def height(self, text: str, voice: Voice, size: int, width: int, verbatim: bool = False) -> int:
        """How high the text is when it is broken to `width`."""
        return len(self.lines(text, voice, size, width, verbatim)) * self.leading(voice, size)

    def draw(
        self,
        surface: pygame.Surface,
        lines: list[Line],
        at: tuple[int, int],
        voice: Voice,
        size: int,
        colour: Colour,
        align: Align = "left",
    ) -> None:
        """Draws lines with `at` as their top left, top right or top middle."""
        step = self.leading(voice, size)
        shown = surface.get_clip()
        for number, line in enumerate(lines):
            top = at[1] + number * step
            if top + step < shown.top or top > shown.bottom:
                continue
            left = at[0]
            if align != "left":
                wide = self.line_width(line, voice, size)
                left -= wide if align == "right" else wide // 2
            self._line(surface, line, (left, top), voice, size, colour)

    def say(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[int, int],
        voice: Voice,
        size: int,
        colour: Colour,
        align: Align = "left",
    ) -> None:
        """Draws one line, unbroken."""
        self.draw(surface, [tuple(self._one(text))], at, voice, size, colour, align)

    def _line(
        self,
        surface: pygame.Surface,
        line: Line,
        at: tuple[int, int],
        voice: Voice,
        size: int,
        colour: Colour,
    ) -> None:
        left, top = at
        base = top + (self.leading(voice, size) - self.font(voice, size).get_height()) // 2
        base += self.font(voice, size).get_ascent()
        for text, style in line:
            wide = self._wide(text, style, voice, size)
            if style == "mark":
                make = partial(_mark, text, size, colour)
                drawn = self._drawn.get((text, size, colour), make)
                surface.blit(drawn, (left + size // 12, base - drawn.get_height()))
            elif wide and text.strip():
                self._run(surface, text, (left, base), self._voice(style, voice), size, colour)
            left += wide

    def _run(
        self,
        surface: pygame.Surface,
        text: str,
        at: tuple[int, int],
        voice: Voice,
        size: int,
        colour: Colour,
    ) -> None:
        """Draws a text on one base line, in as many faces as it needs."""
        left, base = at
        for face, part in self._faces.parts(text, voice):
            font = self._font(face, size)
            wide = font.size(part)[0]
            if wide:
                make = partial(font.render, part, True, colour)
                drawn = self._drawn.get((part, face, size, colour), make)
                surface.blit(drawn, (left, base - font.get_ascent()))
            left += wide

    def _wide(self, text: str, style: str, voice: Voice, size: int) -> int:
        if style == "mark":
            return round(size * 0.72)
        return sum(
            font.size(part)[0] for font, part in self.fonts(text, self._voice(style, voice), size)
        )

    def _voice(self, style: str, voice: Voice) -> Voice:
        return _EMPHASIS[voice] if style == "emphasis" else voice

    def _one(self, text: str) -> Line:
        lines = break_text(text.replace("\n", " "), 1_000_000, lambda t, s: 0)
        return lines[0] if lines else (Run(clean(text), "plain"),)


def _mark(sign: str, size: int, colour: Colour) -> pygame.Surface:
    """A card's sign as a shape, drawn large and made small, so that its edges are soft."""
    side = max(6, round(size * 0.6))
    big = side * 4
    drawn = pygame.Surface((big, big), pygame.SRCALPHA)
    drawn.fill((*colour, 0))
    line = max(4, big // 8)
    if sign == "■":
        pygame.draw.rect(drawn, colour, (big // 10, big // 10, big * 8 // 10, big * 8 // 10))
    elif sign == "○":
        pygame.draw.circle(drawn, colour, (big // 2, big // 2), big // 2 - 2, line)
    else:
        corners = [(big // 2, line), (big - line, big - line), (line, big - line)]
        pygame.draw.polygon(drawn, colour, corners, line)
    return pygame.transform.smoothscale(drawn, (side, side))
