"""Every page in every size, with large type and small, in both faces: words stand inside of what
they belong to and never on each other; and what was being read stays when any of it changes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace

import pygame
import pytest
from pygame import Rect

from game.screen import intents
from game.screen.kit import Pieces
from game.screen.lettering.breaking import Line
from game.screen.lettering.type import Type
from game.screen.picture import Pictures
from game.screen.settings import Settings
from game.screen.store import SurfaceStore
from tests.screen.drive import SIZES, Driver
from tests.screen.every_page import EVERY_PAGE, driven
from tests.screen.fake_session import FakeSession

TEXTS = (26, 28, 56)


def _cases() -> Iterator[tuple[str, tuple[int, int], int, bool]]:
    """Every page in every size with every text; each of them in both faces somewhere."""
    for at, (name, size) in enumerate(itertools.product(EVERY_PAGE, SIZES)):
        yield name, size, 56, at % 2 == 0
        yield name, size, TEXTS[at % 2], at % 2 == 1


class Said(list[tuple[str, Rect]]):
    """What was written, and where: as much of it as could be seen, without the air around it."""

    def stray(self, area: Rect) -> list[str]:
        """What is not inside."""
        return [f"{text} {rect} not in {area}" for text, rect in self if not area.contains(rect)]

    def overlaps(self) -> list[str]:
        """What stands on something else."""
        pairs = itertools.combinations(self, 2)
        return [
            f"{a} {one} on {b} {other}" for (a, one), (b, other) in pairs if one.colliderect(other)
        ]


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> Said:
    """Listens to all words that are drawn; the paper below them is left out."""
    heard = Said()

    def listen(
        type: Type,
        surface: pygame.Surface,
        words: Line,
        at: tuple[int, int],
        voice: str,
        size: int,
        colour: object,
    ) -> None:
        rect = Rect(at, (type.line_width(words, voice, size), type.leading(voice, size)))
        letters = rect.inflate(0, -rect.height // 3)
        seen = letters.clip(surface.get_clip())
        if seen.width and seen.height > letters.height // 2:
            heard.append(("".join(run.text for run in words), seen))

    monkeypatch.setattr(Type, "_line", listen)
    nothing = pygame.Surface((1, 1))
    for paper in (Pieces, Pictures, SurfaceStore):
        monkeypatch.setattr(paper, "get", lambda *_: nothing)
    monkeypatch.setattr(Pictures, "small", lambda *_: nothing)
    return heard


def settings(text: int, easy: bool) -> Settings:
    return Settings(text_size=text, easy_type=easy, reduced_motion=True)


def shown(name: str, size: tuple[int, int], text: int, easy: bool) -> Driver:
    return driven(name, size, settings(text, easy))


@pytest.mark.parametrize(("name", "size", "text", "easy"), list(_cases()))
def test_words_stand_clear_of_each_other(
    said: Said, name: str, size: tuple[int, int], text: int, easy: bool
) -> None:
    driver = shown(name, size, text, easy)
    surface, page = pygame.display.get_surface(), driver.page
    assert surface is not None
    for way in (-1, 1):
        page.handle(intents.Scroll(way, "end"))
        said.clear()
        page.draw(surface)
        assert driver.faults == []
        assert said.stray(page.kit.frame.window) == []
        assert said.overlaps() == []


@pytest.mark.parametrize(("name", "size", "text", "easy"), list(_cases()))
def test_words_stand_inside_of_their_block(
    said: Said, name: str, size: tuple[int, int], text: int, easy: bool
) -> None:
    page = shown(name, size, text, easy).page
    kit, wide = page.kit, page.column.body.width
    for number, block in enumerate(page.column.blocks):
        high = page.column.rect(number).height
        wide = page.column.rect(number).width
        rect = Rect(4 * kit.frame.gap, kit.frame.line, wide, high)
        surface = pygame.Surface((wide + 8 * kit.frame.gap, high + 2 * kit.frame.line))
        for focused in (False, True):
            said.clear()
            block.draw(surface, rect, kit, focused)
            assert said.stray(rect.inflate(3 * kit.frame.gap, 2)) == []
            assert said.overlaps() == []


@pytest.mark.parametrize("name", EVERY_PAGE)
def test_what_is_read_stays_when_the_window_or_the_text_changes(said: Said, name: str) -> None:
    driver = shown(name, (1280, 720), 28, False)
    page, session = driver.page, driver.session
    before = (session.at, _acts(session))
    page.handle(intents.Move(1))
    page.handle(intents.Move(1))
    page.handle(intents.Scroll(3, "line"))
    page.step(0)
    focus, top = page.focus, _first(driver)
    number = _number(driver, focus)
    seen = number >= 0 and page.column.sees(number)
    for size, text in (((800, 600), 28), ((800, 600), 56), ((1080, 1920), 56), ((1280, 720), 28)):
        driver.stage.change_settings(replace(driver.stage.settings, text_size=text))
        driver.resize(size)
        assert page.focus == focus
        kept = page.column.sees(_number(driver, focus)) if seen else _first(driver) == top
        assert kept or page.column.at_end
    assert driver.page is page
    assert (session.at, _acts(session)) == before
    assert driver.faults == []


def _acts(session: FakeSession) -> list[str]:
    """What was done to the run; asking why does nothing to it."""
    return [call for call in session.calls if not call.startswith("why")]


def _number(driver: Driver, key: str | None) -> int:
    """The number of the block with this key; -1 if it is no block."""
    blocks = enumerate(driver.page.column.blocks)
    return next((n for n, block in blocks if block.key is not None and block.key == key), -1)


def _first(driver: Driver) -> int:
    """The number of the block with which the view begins."""
    column = driver.page.column
    return next(n for n, rect in enumerate(column.in_order()) if rect.bottom > column.body.top)
