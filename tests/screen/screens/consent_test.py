"""Whether notes are kept is asked before every new run, and neither answer is the easier one."""

from __future__ import annotations

from collections import Counter
from itertools import product

import pygame
import pytest

from game.commands.play import _lesson
from game.screen.settings import Settings
from game.story.model import Cut
from tests.screen.devices import DEVICES, Device
from tests.screen.drive import Driver
from tests.screen.every_page import OFFERS, ROWS, driven
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import END

CALM = Settings(reduced_motion=True)


def asked(session: FakeSession | None = None, size: tuple[int, int] = (1280, 720)) -> Driver:
    driver = Driver(session or FakeSession(), size)
    driver.click("new")
    assert driver.name == "ConsentPage"
    return driver


@pytest.mark.parametrize("answer", ["notes", "without"])
@pytest.mark.parametrize("kind", DEVICES)
def test_each_device_alone_gives_either_answer(kind: type[Device], answer: str) -> None:
    settings = Settings(reduced_motion=True, scanning=kind.scanning)
    device = kind(Driver(FakeSession(), settings=settings))
    device.take("new")
    device.take(answer)
    begun = {"notes": "new", "without": "new without notes"}
    assert device.driver.session.calls == [begun[answer]]
    assert device.driver.name == "NotePage"


@pytest.mark.parametrize(("key", "begun"), [(pygame.K_1, "new"), (pygame.K_2, "new without notes")])
def test_each_answer_has_its_number(key: int, begun: str) -> None:
    driver = asked()
    driver.key(key)
    assert driver.session.calls == [begun]


def test_it_is_asked_on_every_way_to_a_new_run() -> None:
    museum = Cut("museum", "Five minutes")
    ended = FakeSession(at=0, order=(END,), offers=(None, museum), cut=museum)
    ways = (
        (Driver(FakeSession(offers=OFFERS)), ("new museum",), "new museum"),
        (Driver(FakeSession(rows=ROWS)), ("chapters", "chapter:double-time"), "new double-time"),
    )
    for driver, keys, begun in ways:
        for key in keys:
            driver.click(key)
        assert (driver.name, driver.session.calls) == ("ConsentPage", [])
        driver.click("notes")
        assert driver.session.calls == [begun]
    driver = Driver(ended)
    driver.begin()
    driver.click("again")
    assert driver.name == "ConsentPage"
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "EndPage"
    driver.click("again")
    driver.click("without")
    assert driver.session.calls == ["new", "new without notes"]


def test_the_run_that_was_left_stays_until_it_is_answered() -> None:
    driver = Driver(FakeSession(has_continue=True))
    for leave in ("back", None):
        driver.click("new")
        assert driver.name == "ConsentPage"
        driver.click(leave) if leave else driver.key(pygame.K_ESCAPE)
        assert (driver.name, driver.session.calls) == ("TitlePage", [])
    driver.click("continue")
    assert driver.session.calls == ["resume"], "nothing is asked of a run that goes on"


def test_nobody_agrees_by_pressing_twice() -> None:
    driver = Driver()
    driver.keys(pygame.K_RETURN, pygame.K_RETURN)
    assert driver.name == "TitlePage" and driver.session.calls == []


def test_the_lesson_asks_nothing_and_notes_nothing() -> None:
    driver = Driver()
    driver.stage.lesson = _lesson
    driver.page.refresh()
    driver.click("how-to-play")
    assert driver.name != "ConsentPage"
    assert not driver.stage.session.mirror.keeps


def paper(driver: Driver, key: str) -> tuple[int, ...]:
    """The colour of the paper: what most of it is like."""
    surface = pygame.display.get_surface()
    assert surface is not None
    rect = driver.page.rects()[key]
    spots = product(range(rect.left, rect.right, 7), range(rect.top, rect.bottom, 5))
    (colour, _), *_ = Counter(tuple(surface.get_at(spot)) for spot in spots).most_common(1)
    return colour


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (1080, 1920), (800, 600)])
@pytest.mark.parametrize("text", [28, 44])
@pytest.mark.parametrize("name", ["consent", "consent-study", "statement"])
def test_both_answers_are_equally_large_and_of_the_same_paper(
    name: str, size: tuple[int, int], text: int
) -> None:
    contrast = Settings(text, reduced_motion=True, high_contrast=True)
    driver = driven(name, size, contrast, drawn=True)
    first, second = (driver.page.rects()[key] for key in list(driver.page.rects())[:2])
    assert first.size == second.size
    if name == "consent" and text == 28:
        assert first.top == second.top, "they are as far from the question"
        one, other = list(driver.page.rects())[:2]
        for focus in ("back", one, other):
            driver.page.focus = focus
            driver.window.once()
            assert paper(driver, one) == paper(driver, other) == (255, 255, 255, 255)


@pytest.mark.parametrize("text", [28, 44, 56])
@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080), (3840, 2160)])
def test_nobody_has_to_look_for_the_second_answer(size: tuple[int, int], text: int) -> None:
    driver = driven("consent", size, Settings(text, reduced_motion=True))
    assert {"notes", "without"} <= set(driver.page.stops())


def test_a_machine_that_compares_says_so_and_what_it_counts() -> None:
    driver = asked(FakeSession(studied=True))
    said = driver.page.says()
    for words in ("takes part in a comparison", "The city museum", "No name", "the hour"):
        assert words in said
    driver.click("protocol")
    assert driver.name == "ProtocolPage"
    assert "Do visitors who see the score" in driver.page.says()
    driver.key(pygame.K_ESCAPE)
    driver.click("without")
    assert driver.session.calls == ["new without notes"]


def test_a_machine_that_compares_nothing_says_nothing_of_it() -> None:
    driver = asked()
    assert "comparison" not in driver.page.says()
    assert "protocol" not in driver.page.rects()
