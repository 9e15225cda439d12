"""Measures: lines as long as reads well, type as large as can be read, in every window."""

from __future__ import annotations

import pygame
import pytest

from game.screen.blocks.widgets import PARAGRAPH
from game.screen.layout import Frame, frame_for
from game.screen.lettering.type import Type
from game.screen.settings import TEXT_SIZES

pygame.font.init()
KINDS = (Type(), Type(easy=True))
PROSE = (
    "The morning train is full, and whoever stands in it reads. You hold on with one hand and "
    "scroll with the other, past the harvest, past the furnace, past a minister who visits a "
    "school. Nobody looks up. Somebody behind you laughs at something else, and stops at once, as "
    "if it had been said aloud. At the third station a woman with a racket gets in and asks how "
    "many points you have today; you tell her, and add two. "
)


def signs_in_a_line(kind: Type, width: int, size: int) -> float:
    """How many signs stand in a full line, on the average."""
    lines = kind.lines(PROSE * 3, "story", size, width)[:-1]
    return sum(len(run.text) for line in lines for run in line) / len(lines)


def body(frame: Frame) -> int:
    return frame.column.width - frame.margin - frame.gutter


@pytest.mark.parametrize("size", [(1920, 1080), (1280, 720), (3840, 2160)])
@pytest.mark.parametrize("text", TEXT_SIZES)
def test_a_line_beside_a_picture_has_some_fifty_signs(size: tuple[int, int], text: int) -> None:
    frame = frame_for(size, text)
    for kind in KINDS:
        signs = signs_in_a_line(kind, body(frame), frame.text)
        assert (40 if text > 50 else 45) <= signs <= 60
    assert frame.picture.width >= size[0] // 3


@pytest.mark.parametrize("text", TEXT_SIZES)
def test_a_line_on_a_sheet_is_never_too_long_to_find_the_next(text: int) -> None:
    for size in ((800, 600), (1920, 1080), (3840, 2160)):
        frame = frame_for(size, text)
        wide = frame.sheet.width - frame.margin - frame.gutter
        assert all(signs_in_a_line(kind, wide, frame.text) <= 68 for kind in KINDS)


def test_text_is_large_enough_to_be_read() -> None:
    assert frame_for((1920, 1080), 26).text == 26
    assert frame_for((3840, 2160), 26).text == 52
    assert frame_for((1080, 1920), 26).text == 38
    assert frame_for((1080, 1920), 56).text == 76
    for size in ((800, 600), (1280, 720), (320, 240), (480, 854)):
        assert frame_for(size, 28).text >= 18
    for text in TEXT_SIZES[1:]:
        frame = frame_for((1920, 1080), text)
        assert min(frame.label, frame.note, frame.small) >= 18


@pytest.mark.parametrize("size", [(800, 600), (1280, 720), (1920, 1080), (1080, 1920)])
@pytest.mark.parametrize("text", TEXT_SIZES)
def test_an_empty_line_stands_between_paragraphs(size: tuple[int, int], text: int) -> None:
    frame = frame_for(size, text)
    step = KINDS[0].leading("story", frame.text)
    assert step + round(PARAGRAPH * frame.gap) >= 2 * step
