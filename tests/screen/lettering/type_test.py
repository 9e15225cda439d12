"""Type: what is measured is what is drawn, in fonts that have the letters."""

from __future__ import annotations

import pygame
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.screen.lettering.type import Type, Voice

pygame.font.init()
TYPE = Type()
EASY = Type(easy=True)
VOICES: tuple[Voice, ...] = ("story", "aside", "strong", "score", "score-strong", "hand")
TEXT = st.text(alphabet=st.characters(codec="utf-8"), max_size=80)


@given(TEXT, st.sampled_from(VOICES), st.integers(12, 60), st.integers(100, 900))
@example("\u00ad", "story", 12, 100)
@settings(max_examples=150, deadline=None)
def test_drawn_lines_stay_within_the_width(text: str, voice: Voice, size: int, width: int) -> None:
    lines = TYPE.lines(text, voice, size, width)
    surface = pygame.Surface((width + 300, size * 2), pygame.SRCALPHA)
    for line in lines[:3]:
        surface.fill((0, 0, 0, 0))
        TYPE.draw(surface, [line], (0, 0), voice, size, (255, 255, 255))
        box = surface.get_bounding_rect()
        assert box.right <= width + size // 2, "no more than an overhanging letter"


def test_every_voice_has_its_own_font() -> None:
    for voice in VOICES:
        assert TYPE.font(voice, 20).name.startswith(("IBM Plex", "Kalam"))
        assert EASY.font(voice, 20).name.startswith("Atkinson Hyperlegible")


@pytest.mark.parametrize("kind", [TYPE, EASY])
def test_text_has_half_its_height_between_the_lines(kind: Type) -> None:
    for voice in VOICES:
        for size in (18, 28, 56):
            assert kind.leading(voice, size) >= size * 1.5


def test_marks_are_drawn_as_three_different_shapes() -> None:
    drawn = set()
    for mark in "■○△":
        surface = pygame.Surface((60, 60))
        TYPE.say(surface, mark, (0, 0), "story", 30, (255, 255, 255))
        assert surface.get_bounding_rect().width
        drawn.add(pygame.image.tobytes(surface, "RGB"))
    assert len(drawn) == 3


def test_emphasis_can_be_seen_in_every_voice() -> None:
    for kind in (TYPE, EASY):
        for voice in VOICES:
            plain, other = pygame.Surface((400, 60)), pygame.Surface((400, 60))
            kind.say(plain, "so it is", (0, 0), voice, 30, (255, 255, 255))
            kind.say(other, "so *it* is", (0, 0), voice, 30, (255, 255, 255))
            assert pygame.image.tobytes(plain, "RGB") != pygame.image.tobytes(other, "RGB")


def test_all_faces_of_a_line_stand_on_one_base() -> None:
    for kind in (TYPE, EASY):
        bottoms = []
        for text in ("H", "Ḧ", "Ȟ", "■"):
            surface = pygame.Surface((100, 120))
            kind.say(surface, text, (0, 0), "story", 60, (255, 255, 255))
            bottoms.append(surface.get_bounding_rect().bottom)
        assert max(bottoms) - min(bottoms) <= 2


def test_accents_typed_apart_are_drawn_like_letters_that_have_them() -> None:
    drawn = []
    for text in ("Nǚshū Việt", "Nu\u0308\u030cshu\u0304 Vie\u0323\u0302t"):
        surface = pygame.Surface((400, 60))
        TYPE.say(surface, text, (0, 0), "story", 30, (255, 255, 255))
        drawn.append(pygame.image.tobytes(surface, "RGB"))
    assert drawn[0] == drawn[1]
