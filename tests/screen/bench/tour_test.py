"""The tour sees all pages, and counts what was drawn."""

from __future__ import annotations

import pygame

from game.screen.bench.tour import Tour, walk
from game.screen.settings import Settings
from tests.screen.fake_session import FakeSession

SIZE = (800, 600)


def tour() -> Tour:
    pygame.display.init()
    pygame.font.init()
    pygame.display.set_mode(SIZE)
    return Tour(FakeSession(), SIZE, Settings(reduced_motion=True))


def test_every_kind_of_page_is_looked_at() -> None:
    frames = tour().go()
    assert {"title", "settings", "note", "scene", "turning", "end", "ledger", "log"} <= set(frames)
    assert {"cards", "saves", "menu"} <= set(frames)
    assert all(min(page) > 0 for page in frames.values())


def test_the_same_tour_has_the_same_frames() -> None:
    one, other = (tour().go() for _ in range(2))
    assert {page: len(frames) for page, frames in one.items()} == {
        page: len(frames) for page, frames in other.items()
    }


def test_a_walk_ends_where_it_is_wanted_to_or_says_that_it_never_came_there() -> None:
    session = FakeSession()
    assert walk(session, lambda view: view.kind == "end")
    assert session.view().kind == "end"
    assert not walk(session, lambda view: view.ticking)
