"""What is written on a surface, and where."""

from __future__ import annotations

from collections.abc import Callable

import pygame
import pytest
from pygame import Rect

from game.screen.lettering.breaking import Line
from game.screen.lettering.type import Type, Voice
from game.screen.theme import Colour


def drawn_words(
    monkeypatch: pytest.MonkeyPatch, draw: Callable[[pygame.Surface], object], size: tuple[int, int]
) -> list[tuple[str, Rect]]:
    """The lines that this draws on a window of this size, each with its place."""
    heard: list[tuple[str, Rect]] = []
    line = Type._line

    def listen(
        type: Type,
        surface: pygame.Surface,
        words: Line,
        at: tuple[int, int],
        voice: Voice,
        size: int,
        colour: Colour,
    ) -> None:
        box = Rect(at, (type.line_width(words, voice, size), type.leading(voice, size)))
        heard.append(("".join(run.text for run in words), box))
        line(type, surface, words, at, voice, size, colour)

    monkeypatch.setattr(Type, "_line", listen)
    draw(pygame.Surface(size))
    monkeypatch.undo()
    return heard
