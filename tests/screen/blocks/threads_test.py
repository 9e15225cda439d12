"""Both answers of a pair: joined by a thread, and readable however narrow the page is."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from pygame import Rect

from game.mirror.pairs import PairRow
from game.screen.blocks.threads import Heads, Loom, PairBlock
from game.screen.kit import Kit
from game.screen.layout import frame_for
from game.screen.lettering.type import Type
from game.screen.theme import PAPER
from game.story.model import AT_STAKE, NOT_AT_STAKE, Terms

PAIR = PairRow(
    scene="knock",
    terms=Terms("A friend rings at seven past eight", "an article", "a friend is heard", "small"),
    options=(("mute", "Mute her and read on. Four minutes."), ("talk", "Answer her.")),
    kinds={"mute": False, "talk": True},
    answers={NOT_AT_STAKE: "talk", AT_STAKE: "mute"},
    rewards={AT_STAKE: {"mute": 4}},
    when={NOT_AT_STAKE: "10 April 2019", AT_STAKE: "16 January 2019"},
)


def kit_for(size: tuple[int, int], text: int) -> Kit:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(size)
    return Kit(Type(), PAPER, frame_for(size, text))


def drawn(block: PairBlock | Heads, kit: Kit, width: int) -> pygame.Surface:
    surface = pygame.Surface((width, block.height(kit, width) + 40))
    surface.fill(PAPER.paper)
    block.draw(surface, Rect(0, 0, width, surface.get_height() - 40), kit, False)
    return surface


@pytest.mark.parametrize(("width", "text"), [(1200, 28), (900, 28), (480, 28), (700, 56)])
def test_lines_of_an_option_are_never_a_word_each(width: int, text: int) -> None:
    kit = kit_for((1920, 1080), text)
    assert Loom(kit, width).wide >= kit.frame.small * 8
    surface = drawn(PairBlock(PAIR), kit, width)
    below = surface.subsurface(0, surface.get_height() - 38, width, 38)
    assert pygame.transform.average_color(below)[:3] == PAPER.paper, "it keeps to its place"


def test_on_a_narrow_page_the_heads_say_which_side_is_which() -> None:
    kit = kit_for((1920, 1080), 56)
    assert Loom(kit, 700).narrow
    assert Heads().text == "Left: not at stake, right: at stake"


def test_a_pair_that_does_not_count_says_why() -> None:
    void = replace(PAIR, why_void="The two times lay too close together")
    assert "too close together, so this one does not count." in PairBlock(void).text


def test_points_are_shown_on_a_narrow_page_too() -> None:
    kit = kit_for((1920, 1080), 56)
    surface = drawn(PairBlock(PAIR), kit, 700)
    count = pygame.mask.from_threshold(surface, PAPER.score, (6, 6, 6)).count()
    assert count > 100
