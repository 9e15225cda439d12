"""The window draws a page alike whether the score is shown or hidden, pixel by pixel, outside of
the score's own places.

Of the game's own story, the first page of each make is looked at: with and without a phone, a
frame, something that is played, and with the same words in the column or not. Where a tag needs
room, a phone and a caption stand aside for it: these are compared where they stand.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import takewhile
from pathlib import Path

import pygame
import pytest
from pygame import Rect, Surface

from game.commands.wiring import INSTRUMENTS, SPECS
from game.folders import default_story
from game.mirror.desk import Desk
from game.play.inputs import Inputs
from game.screen.screens import scene, ways
from game.screen.screens.run_page import RunPage
from game.screen.screens.scene import ScenePage
from game.screen.settings import Settings
from game.screen.window import Window
from game.session import Session
from game.story.desk import Findings
from game.story.load import load
from game.story.model import Story
from game.transcripts.read import transcripts
from game.transcripts.script import Choose, Expect, Save
from tests.screen.drive import Driver

OURS = default_story()
TRANSCRIPTS = {Path(told.page.path).stem: told for told in transcripts(OURS, Findings())}
WIDE, HIGH = (1920, 1080), (1080, 1920)
MUSEUM = "museum-january-first"


class Arm(Desk):
    """Gives every run this arm."""

    def __init__(self, shown: bool) -> None:
        super().__init__()
        self._shown = shown

    def inputs(self, cut: str | None, chapter: str | None, noted: bool) -> Inputs:
        return replace(super().inputs(cut, chapter, noted), shown=self._shown)


@cache
def story() -> Story:
    return load(OURS, SPECS)


class Pair:
    """A transcript, played in both arms before one window."""

    def __init__(self, name: str, size: tuple[int, int]) -> None:
        told = TRANSCRIPTS[name]
        straight = takewhile(lambda step: isinstance(step, Choose | Expect | Save), told.steps)
        self.acts = [step.choice.text for step in straight if isinstance(step, Choose)]
        self.arms = [
            Session(story(), INSTRUMENTS, lambda: told.seed, None, mirror=Arm(shown))
            for shown in (True, False)
        ]
        for session in self.arms:
            session.new(told.cut and told.cut.text)
            session.untimed = True
        settings = Settings(28, reduced_motion=True, captions=True)
        self.driver = Driver(self.arms[0], size, settings, drawn=False)  # type: ignore[arg-type]

    def pages(self) -> Iterator[str]:
        """Stands at every page of which there was none of its make before."""
        met = set()
        for act in (None, *self.acts):
            for session in self.arms:
                if act is not None:
                    session.choose(act)
            view, other = (session.view() for session in self.arms)
            phone = None if view.phone is None else view.phone.shows
            make = view.kind, phone, bool(view.caught), view.lines == other.lines, view.playing
            own = (phone is not None and other.phone is None) or view.stage != other.stage
            # The last page says what was counted unseen.
            if make not in met and view.kind != "end" and not own:
                met.add(make)
                yield f"{view.kind} {view.scene}"

    def drawn(self, session: Session) -> tuple[RunPage, Surface, Rect | None, tuple[str, ...]]:
        """The page of this arm, how it looks, and its captions."""
        driver, stage = self.driver, self.driver.stage
        stage.open(session)  # type: ignore[arg-type]
        session.untimed = True
        # Another window hears everything anew.
        driver.window = Window(
            stage, ways.page_of_run(stage), clock=lambda: driver.now, flip=lambda: None
        )
        driver.wait(1)
        driver.wait(1)
        surface = pygame.display.get_surface()
        assert surface is not None and isinstance(driver.page, RunPage)
        captions = driver.window.captions
        return driver.page, surface.copy(), captions.place, captions.lines


def differing(pair: Pair) -> list[str]:
    """What differs on the page at which both arms stand."""
    page, one, place, said = pair.drawn(pair.arms[0])
    other_page, other, other_place, other_said = pair.drawn(pair.arms[1])
    own, bodies = [*_own(page), *_own(other_page)], [_phone(page), _phone(other_page)]
    same = page.says() == other_page.says() and page.bar() == other_page.bar()
    phones_differ = page.view.phone != other_page.view.phone
    alike = {
        "captions": (said, place is None) == (other_said, other_place is None),
        "a caption": _same_there(one, place, other, other_place),
        "a phone": phones_differ or _same_there(one, bodies[0], other, bodies[1]),
        "column": not same or _alike(one, other, page.kit.frame.column, []),
    }
    stood_aside = [at for at in (place, other_place) if at is not None]
    stood_aside += [_with_shadow(page, body) for body in bodies if body is not None]
    alike["picture"] = _alike(one, other, page.kit.frame.picture, [*own, *stood_aside])
    return [name for name, found in alike.items() if not found]


def _own(page: RunPage) -> list[Rect]:
    """Tags with their shadows, and what a frame covers; what is played has the whole picture, and
    is compared by its words."""
    over = page.phone if isinstance(page, ScenePage) else None
    rects = page.taken() if over is None else [tag.rect for tag in over.tags]
    return [_with_shadow(page, rect) for rect in rects]


def _phone(page: RunPage) -> Rect | None:
    over = page.phone if isinstance(page, ScenePage) else None
    return None if over is None else over.body.phone.clip(page.kit.frame.picture)


def _with_shadow(page: RunPage, rect: Rect) -> Rect:
    return rect.inflate(2 * page.kit.frame.text, 2 * page.kit.frame.text)


def _same_there(one: Surface, at: Rect | None, other: Surface, there: Rect | None) -> bool:
    """Whether what lies in two places looks the same, but for its edge, if it is in both and had
    as much room."""
    if at is None or there is None or at.size != there.size:
        return True
    edge = -min(at.width, at.height) // 8
    parts = [one.subsurface(at.inflate(edge, edge)), other.subsurface(there.inflate(edge, edge))]
    first, second = (pygame.image.tobytes(part, "RGB") for part in parts)
    return first == second


def _alike(one: Surface, other: Surface, area: Rect, own: list[Rect]) -> bool:
    """Whether both look the same there, outside of the score's own places."""
    parts = [surface.subsurface(area).copy() for surface in (one, other)]
    for part in parts:
        for rect in own:
            part.fill((0, 0, 0), rect.move(-area.left, -area.top))
    first, second = (pygame.image.tobytes(part, "RGB") for part in parts)
    return first == second


@pytest.mark.parametrize(
    ("name", "size"), [(MUSEUM, WIDE), (MUSEUM, HIGH), ("always", WIDE)], ids=str
)
def test_no_pixel_tells_the_arms_apart(name: str, size: tuple[int, int]) -> None:
    pair = Pair(name, size)
    looked = [(page, differing(pair)) for page in pair.pages()]
    assert pair.driver.faults == []
    assert [found for found in looked if found[1]] == []
    assert len(looked) >= 5


def test_a_picture_that_leaks_is_found_out(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = scene.draw_place

    def spoilt(surface: Surface, stage: object, view: object, tags: object = ()) -> None:
        kept(surface, stage, view, tags)  # type: ignore[arg-type]
        if getattr(view, "scores", ()):
            surface.set_at((40, 40), (255, 0, 0))

    monkeypatch.setattr(scene, "draw_place", spoilt)
    pair = Pair(MUSEUM, (1280, 720))
    next(pair.pages())
    assert differing(pair) == ["picture"]
