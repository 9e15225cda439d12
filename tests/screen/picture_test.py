"""Pictures: covering, sharp, and never a reason to stop."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from collections.abc import Callable
from pathlib import Path

import pygame
import pytest

from game.screen.paper.standin import stand_in
from game.screen.picture import Pictures
from game.screen.theme import PAPER

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    '<rect width="200" height="100" fill="#204080"/></svg>'
)


@pytest.fixture(autouse=True)
def display() -> None:
    pygame.display.init()
    pygame.display.set_mode((320, 240))


def corners(surface: pygame.Surface) -> set[tuple[int, ...]]:
    wide, high = surface.get_size()
    spots = [(0, 0), (wide - 1, 0), (0, high - 1), (wide - 1, high - 1)]
    return {tuple(surface.get_at(spot))[:3] for spot in spots}


@pytest.mark.parametrize("size", [(300, 300), (640, 100), (90, 500)])
def test_a_picture_covers_its_place_in_any_shape(tmp_path: Path, size: tuple[int, int]) -> None:
    (tmp_path / "a.svg").write_text(SVG, encoding="utf-8")
    blue = pygame.Surface((200, 100))
    blue.fill((32, 64, 128))
    pygame.image.save(blue, tmp_path / "a.png")
    problems: list[BaseException] = []
    pictures = Pictures(problems.append, lambda work: work())
    for name in ("a.svg", "a.png"):
        surface = pictures.get(tmp_path, "café", name, size)
        assert surface.get_size() == size
        assert corners(surface) == {(32, 64, 128)}
    assert problems == []


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("gone.svg", None),
        ("../out.svg", SVG),
        ("cut.svg", SVG[:60]),
        ("noise.png", "not a picture"),
        ("folder", None),
    ],
)
def test_a_picture_that_cannot_be_read_is_reported_and_stood_in_for(
    tmp_path: Path, name: str, content: str | None
) -> None:
    folder = tmp_path / "story"
    (folder / "folder").mkdir(parents=True)
    if content is not None:
        (folder / name).write_text(content, encoding="utf-8")
    problems: list[BaseException] = []
    surface = Pictures(problems.append, lambda work: work()).get(folder, "café", name, (200, 100))
    expected = stand_in("café", (200, 100)).convert()
    assert pygame.image.tobytes(surface, "RGB") == pygame.image.tobytes(expected, "RGB")
    assert len(problems) == 1


def test_until_a_slow_picture_arrives_there_is_nothing_instead(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(SVG, encoding="utf-8")
    waiting: list[Callable[[], None]] = []
    pictures = Pictures(lambda problem: None, waiting.append)
    size = (200, 100)
    (ground,) = corners(pictures.get(tmp_path, "café", "a.svg", size))
    assert max(ground) < 60
    assert not pictures.arrived()
    waiting.pop()()
    assert pictures.arrived()
    assert corners(pictures.get(tmp_path, "café", "a.svg", size)) == {(32, 64, 128)}
    assert waiting == []


RING = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 100">'
    '<rect x="{}" y="40" width="20" height="20" fill="#F0E010"/></svg>'
)
BLUE, YELLOW = (32, 64, 128), (240, 224, 16)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A blue picture, and two that put a yellow spot on it: at its left and in its middle."""
    (tmp_path / "a.svg").write_text(SVG, encoding="utf-8")
    for name, left in (("left.svg", 20), ("middle.svg", 90)):
        (tmp_path / name).write_text(RING.format(left), encoding="utf-8")
    return tmp_path


def spots(surface: pygame.Surface) -> list[tuple[int, ...]]:
    """The colours at the left and in the middle of a picture that is 400 wide."""
    return [tuple(surface.get_at((left, 100)))[:3] for left in (60, 200)]


def test_what_lies_over_a_picture_is_drawn_on_it_at_the_same_size(table: Path) -> None:
    problems: list[BaseException] = []
    pictures = Pictures(problems.append, lambda work: work())
    size = (400, 200)
    assert spots(pictures.get(table, "café", "a.svg", size)) == [BLUE, BLUE]
    both = ("left.svg", "middle.svg")
    assert spots(pictures.get(table, "café", "a.svg", size, both)) == [YELLOW, YELLOW]
    one = pictures.get(table, "café", "a.svg", size, ("middle.svg",))
    assert spots(one) == [BLUE, YELLOW]
    # Cut to another shape, both are cut alike.
    square = pictures.get(table, "café", "a.svg", (200, 200), ("middle.svg",))
    assert tuple(square.get_at((100, 100)))[:3] == YELLOW
    assert corners(square) == {BLUE} and problems == []


def test_one_that_cannot_be_read_leaves_the_others_where_they_are(table: Path) -> None:
    problems: list[BaseException] = []
    pictures = Pictures(problems.append, lambda work: work())
    over = ("gone.svg", "../out.svg", "middle.svg")
    assert spots(pictures.get(table, "café", "a.svg", (400, 200), over)) == [BLUE, YELLOW]
    assert len(problems) == 2


def test_while_it_is_read_the_picture_stays_as_it_was(table: Path) -> None:
    waiting: list[Callable[[], None]] = []
    pictures = Pictures(lambda problem: None, waiting.append)
    size = (400, 200)
    pictures.get(table, "café", "a.svg", size)
    waiting.pop()()
    for over, before, after in (
        (("left.svg",), [BLUE, BLUE], [YELLOW, BLUE]),
        (("left.svg", "middle.svg"), [YELLOW, BLUE], [YELLOW, YELLOW]),
    ):
        assert spots(pictures.get(table, "café", "a.svg", size, over)) == before
        waiting.pop()()
        assert pictures.arrived()
        assert spots(pictures.get(table, "café", "a.svg", size, over)) == after


def test_stand_ins_differ_by_place_stay_the_same_and_are_never_vermilion() -> None:
    places = [stand_in(name, (120, 80)) for name in ("café", "kitchen", "metro", "metro")]
    drawn = [pygame.image.tobytes(surface, "RGB") for surface in places]
    assert len(set(drawn)) == 3
    for surface in places:
        for left in range(0, 120, 3):
            for top in range(0, 80, 3):
                red, green, blue = tuple(surface.get_at((left, top)))[:3]
                assert red < max(green, blue) * 1.8 + 20, PAPER.score_surface


def test_what_nobody_foresaw_is_said_once_and_leaves_the_others_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.svg").write_text(SVG, encoding="utf-8")
    faults: list[BaseException] = []
    pictures = Pictures(faults.append, lambda work: work())

    def fails(*_: object) -> None:
        raise RuntimeError("unforeseen")

    with monkeypatch.context() as broken:
        broken.setattr("game.screen.picture.make", fails)
        for _ in range(3):
            assert pictures.get(tmp_path, "here", "a.svg", (300, 200)).get_size() == (300, 200)
    assert [str(fault) for fault in faults] == ["unforeseen"] and not pictures.waiting
    there = pictures.get(tmp_path, "there", "a.svg", (300, 200))
    assert tuple(there.get_at((150, 100)))[2] > 100
