"""Both answers of a pair: joined by a thread, and readable however narrow the page is."""

from __future__ import annotations

from dataclasses import replace

import pygame
import pytest
from pygame import Rect

from game.mirror.pairs import PairRow
from game.mirror.reading import Twice
from game.screen.blocks.threads import Heads, Loom, PairBlock
from game.screen.kit import Kit
from game.screen.layout import frame_for
from game.screen.lettering.breaking import Line
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
    when={AT_STAKE: "16 January 2019", NOT_AT_STAKE: "10 April 2019"},
)


TWICE = Twice(PAIR, {AT_STAKE: 9_000, NOT_AT_STAKE: 3_000}, ())


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


@pytest.fixture
def spoken(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The lines that are written, in their order."""
    heard: list[str] = []

    def listen(self: Type, surface: object, lines: list[Line], *_: object) -> None:
        heard.extend("".join(run.text for run in line) for line in lines)

    monkeypatch.setattr(Type, "draw", listen)
    return heard


@pytest.mark.parametrize(("width", "text"), [(1200, 28), (900, 28), (480, 28), (700, 56)])
def test_lines_of_an_option_are_never_a_word_each(width: int, text: int) -> None:
    kit = kit_for((1920, 1080), text)
    assert Loom(kit, width).wide >= kit.frame.small * 8
    surface = drawn(PairBlock(TWICE), kit, width)
    below = surface.subsurface(0, surface.get_height() - 38, width, 38)
    assert pygame.transform.average_color(below)[:3] == PAPER.paper, "it keeps to its place"


def test_on_a_narrow_page_the_heads_say_which_side_is_which() -> None:
    kit = kit_for((1920, 1080), 56)
    assert Loom(kit, 700).narrow
    assert Heads().text == "Left: not at stake, right: at stake"


def test_a_pair_that_does_not_count_says_why() -> None:
    void = replace(PAIR, why_void="The two times lay too close together")
    block = PairBlock(replace(TWICE, row=void))
    assert "too close together, so this one does not count." in block.text
    kit = kit_for((1920, 1080), 28)
    assert block.height(kit, 900) > PairBlock(TWICE).height(kit, 900)


def test_the_earlier_time_is_told_first_on_whichever_side_it_was(spoken: list[str]) -> None:
    kit = kit_for((1920, 1080), 28)
    for width in (1400, 900, 480):
        spoken.clear()
        drawn(PairBlock(TWICE), kit, width)
        dates = [text for text in spoken if "2019" in text]
        assert dates == ["16 January 2019, at stake", "10 April 2019, not at stake"]


def test_on_a_wide_page_the_question_stands_beside_the_threads() -> None:
    kit = kit_for((1920, 1080), 28)
    assert [Loom(kit, width).form for width in (1400, 900, 480)] == ["named", "sides", "once"]
    heights = [PairBlock(TWICE).height(kit, width) for width in (1400, 900, 480)]
    assert heights == sorted(heights)


def test_a_thread_is_level_only_where_the_answers_are_the_same() -> None:
    kit = kit_for((1920, 1080), 28)
    same = replace(TWICE, row=replace(PAIR, answers={NOT_AT_STAKE: "mute", AT_STAKE: "mute"}))
    reach = []
    for twice in (TWICE, same):
        surface, loom = drawn(PairBlock(twice), kit, 1400), Loom(kit, 1400)
        left, right = loom.knots[NOT_AT_STAKE] + 12, loom.knots[AT_STAKE] - 12
        between = surface.subsurface(left, 0, right - left, surface.get_height() - 60)
        thread = pygame.mask.from_threshold(between, PAPER.ink, (60, 60, 60))
        reach.append(max(rect.height for rect in thread.get_bounding_rects()))
    assert reach[0] > 20 and reach[1] <= 4


def test_points_are_shown_on_a_narrow_page_too() -> None:
    kit = kit_for((1920, 1080), 56)
    surface = drawn(PairBlock(TWICE), kit, 700)
    count = pygame.mask.from_threshold(surface, PAPER.score, (6, 6, 6)).count()
    assert count > 100
