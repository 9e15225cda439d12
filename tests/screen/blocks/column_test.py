"""A column that is too long: less air first, then a word that there is more."""

from __future__ import annotations

import itertools

import pygame
from pygame import Rect

from game.screen.blocks.column import Column
from game.screen.blocks.strips import Strip
from game.screen.blocks.widgets import Block, Spring, Words
from game.screen.kit import Kit
from game.screen.layout import frame_for
from game.screen.lettering.type import Type
from game.screen.theme import PAPER

WIDTH = 500


def kit() -> Kit:
    pygame.font.init()
    return Kit(Type(), PAPER, frame_for((1920, 1080), 28))


def told(kit: Kit, choices: int = 3) -> list[Block]:
    words = [Words(f"Paragraph {number}. It rained.") for number in range(4)]
    strips = [Strip(f"choice:{number}", "Go on.", number) for number in range(1, choices + 1)]
    return [*words, Spring(), *strips]


def laid(kit: Kit, high: int) -> Column:
    column = Column("choice:")
    column.lay(told(kit), Rect(0, 0, WIDTH, high), kit)
    return column


def needed(kit: Kit) -> int:
    """How high a body is that has all of it with all its air."""
    high = next(high for high in range(200, 2000) if not laid(kit, high).room)
    tops = [laid(kit, 2000).rect(number).top for number in (0, 1)]
    return next(
        h for h in range(high, 2000) if [laid(kit, h).rect(number).top for number in (0, 1)] == tops
    )


def test_choices_are_seen_with_less_air_where_that_is_enough() -> None:
    own = kit()
    whole = needed(own)
    column = laid(own, whole - 30)
    assert column.room == 0
    assert column.telling == ""
    assert all(column.sees(number) for number in range(len(column.blocks)))
    rects = [rect for rect in column.in_order() if rect.height]
    assert all(a.bottom < b.top for a, b in itertools.pairwise(rects))


def test_what_does_not_fit_is_told_with_the_number_of_choices() -> None:
    own = kit()
    column = laid(own, needed(own) // 2)
    assert column.room > 0
    assert column.telling == "more · 3 choices below"
    assert column.press((column.body.centerx, column.body.bottom + 2), 42)
    column.scroll(1, "end", 42)
    assert column.telling == ""


def test_one_choice_that_is_cut_off_counts() -> None:
    own = kit()
    column = laid(own, needed(own) // 2)
    column.scroll(1, "end", 42)
    column.slide(-20)
    assert column.telling == "more · 1 choice below"


def test_what_is_higher_than_the_column_is_seen_once_its_top_is_there() -> None:
    own = kit()
    column = laid(own, own.frame.text * 2)
    for number in range(len(column.blocks)):
        column.show(number)
        assert column.sees(number)
