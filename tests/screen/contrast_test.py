"""Contrast, measured on what is really drawn: every text against the points behind it.

Each page is drawn twice, once without its text: what stands there then is what the text has
behind it, grain, shadows and pictures included.
"""

from __future__ import annotations

import inspect
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import pygame
import pytest
from pygame import Rect

from game.screen.blocks.widgets import Words
from game.screen.intents import Move
from game.screen.lettering.type import Type
from game.screen.settings import Settings
from game.screen.theme import Colour, contrast
from tests.screen.drive import Driver
from tests.screen.every_page import EVERY_PAGE, driven

SIZES = ((1280, 720), (1080, 1920))
LEAST = {False: 4.5, True: 7.0}
PARTS = 3.0
"""For what is no text: rings and marks."""


@dataclass(frozen=True)
class Text:
    """A line as it was drawn."""

    words: str
    rect: Rect
    colour: Colour


class Watched:
    """Draws pages and keeps what text was drawn, and where. `hidden`: it is not drawn at all."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.texts: list[Text] = []
        self.hidden = False
        draw, signature = Type.draw, inspect.signature(Type.draw)

        def watched(*told: Any, **named: Any) -> None:
            call = signature.bind(*told, **named)
            call.apply_defaults()
            self._note(call.arguments)
            if not self.hidden:
                draw(*told, **named)

        def crossing_out(*told: Any) -> None:
            """A stroke of the pen lies over the words, and not behind them."""
            if not self.hidden:
                stroke(*told)

        stroke = Words._cross_out
        monkeypatch.setattr(Type, "draw", watched)
        monkeypatch.setattr(Words, "_cross_out", crossing_out)

    def _note(self, call: Mapping[str, Any]) -> None:
        type, size, voice = call["self"], call["size"], call["voice"]
        step = type.leading(voice, size)
        for number, line in enumerate(call["lines"]):
            wide = type.line_width(line, voice, size)
            left = call["at"][0] - {"left": 0, "right": wide, "centre": wide // 2}[call["align"]]
            top = call["at"][1] + number * step + (step - size) // 2
            rect = Rect(left, top, wide, size).clip(call["surface"].get_clip())
            words = "".join(run.text for run in line)
            if words.strip() and rect.size != (0, 0):
                self.texts.append(Text(words, rect, call["colour"]))

    def draw(self, driver: Driver, hidden: bool) -> pygame.Surface:
        """The page as it stands, with its text or without."""
        self.hidden = hidden
        self.texts.clear()
        surface = pygame.Surface(driver.size).convert()
        driver.page.draw(surface)
        return surface


def behind(ground: pygame.Surface, text: Text) -> Iterator[Colour]:
    """The colours behind a text, here and there."""
    rect = text.rect.clip(ground.get_rect())
    for left in range(rect.left, rect.right, 14):
        for top in range(rect.top, rect.bottom):
            red, green, blue, _ = ground.get_at((left, top))
            yield red, green, blue


def worst(ground: pygame.Surface, text: Text) -> float:
    """The contrast of a text with what is behind it, leaving out its worst tenth: what is no
    more than a grain of the paper, the edge of a line, or a line through the text itself."""
    found = sorted(contrast(text.colour, colour) for colour in behind(ground, text))
    return found[len(found) // 10] if found else 21.0


def focuses(driver: Driver) -> list[str | None]:
    """What can have the focus here: the first, the last and one in between."""
    keys: list[str | None] = list(driver.page.rects())
    return [None, *dict.fromkeys(keys[:1] + keys[len(keys) // 2 :][:1] + keys[-1:])]


def move_to(driver: Driver, key: str | None) -> None:
    """Brings the focus to a thing as keys do, so that it is in view; None: to nothing."""
    for _ in range(100 if key is not None else 0):
        driver.page.handle(Move(1))
        if driver.page.focus == key:
            break
    driver.page.focus = key
    driver.page.step(0)


CASES = [
    (name, size, high) for name, size, high in itertools.product(EVERY_PAGE, SIZES, (False, True))
]


@pytest.mark.parametrize(("name", "size", "high"), CASES)
def test_every_text_can_be_read_on_what_is_behind_it(
    name: str, size: tuple[int, int], high: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = driven(name, size, Settings(reduced_motion=True, high_contrast=high))
    watched = Watched(monkeypatch)
    for key in focuses(driver):
        move_to(driver, key)
        watched.draw(driver, hidden=False)
        texts = list(watched.texts)
        assert texts
        ground = watched.draw(driver, hidden=True)
        poor = {text.words: worst(ground, text) for text in texts}
        poor = {words: round(at, 2) for words, at in poor.items() if at < LEAST[high]}
        assert not poor


@pytest.mark.parametrize(("name", "high"), list(itertools.product(EVERY_PAGE, (False, True))))
def test_the_focus_is_seen_wherever_it_is(
    name: str, high: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As WCAG 2.2 measures it (2.4.13): points enough for a line round the thing, whose colour
    with the focus has a contrast of 3 to 1 with their colour without."""
    driver = driven(name, SIZES[0], Settings(reduced_motion=True, high_contrast=high))
    watched = Watched(monkeypatch)
    for key in focuses(driver)[1:]:
        assert key is not None
        move_to(driver, key)
        frame, thing = driver.stage.kit.frame, driver.page.rects()[key]
        place = thing.inflate(4 * frame.gap, frame.gap).clip(frame.window)
        framed = watched.draw(driver, hidden=True)
        driver.page.focus = None
        bare = watched.draw(driver, hidden=True)
        changed = sum(
            contrast(tuple(framed.get_at(spot))[:3], tuple(bare.get_at(spot))[:3]) >= PARTS
            for spot in itertools.product(
                range(place.left, place.right, 2), range(place.top, place.bottom, 2)
            )
        )
        assert 4 * changed >= 2 * (thing.width + thing.height), f"{name}: {key}"
