"""Type: what is measured is what is drawn, in fonts that have the letters."""

from __future__ import annotations

import pygame
from hypothesis import example, given, settings
from hypothesis import strategies as st

from game.screen.type import FOLDER, Type, Voice

pygame.font.init()
TYPE = Type()
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
    assert len(list(FOLDER.glob("*.ttf"))) == len(VOICES)


def test_marks_are_drawn_as_three_different_shapes() -> None:
    drawn = set()
    for mark in "■○△":
        surface = pygame.Surface((60, 60))
        TYPE.say(surface, mark, (0, 0), "story", 30, (255, 255, 255))
        assert surface.get_bounding_rect().width
        drawn.add(pygame.image.tobytes(surface, "RGB"))
    assert len(drawn) == 3


def test_letters_that_the_hand_lacks_are_set_in_another_font() -> None:
    assert TYPE.width("nǚ", "hand", 30) == TYPE.width("nǚ", "aside", 30)
    assert TYPE.width("nu", "hand", 30) != TYPE.width("nu", "aside", 30)
