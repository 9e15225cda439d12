"""What the window lets be heard: places, things, the score's note; in words, too."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

import pygame

from game.play.ledger import LedgerRow
from game.play.view import Heard, Told, View
from game.screen.screens.scene import ScenePage
from game.screen.settings import Settings
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import CAFE, CALL, END, SCORE

ROOM = Heard("room", "sounds/room.ogg", "Cups and voices.")
STAIRS = Heard("stairs", "sounds/stairs.ogg", "Rain on the stairs.")
CUP = Heard("cup", "sounds/cup.ogg", "A cup is set down.")
QUIET = replace(CAFE, scores=(), room=ROOM)
LATER = replace(CALL, scores=(), room=ROOM, heard=(CUP,), aftermath=None)
AWAY = replace(CALL, scene="away", scores=(), room=STAIRS, aftermath=None)


@dataclass
class Tape:
    """Writes down what would be played."""

    rooms: list[tuple[str | None, float]] = field(default_factory=list)
    things: list[tuple[str, float]] = field(default_factory=list)

    def room(self, file: Path | None, loud: float) -> None:
        self.rooms.append((None if file is None else file.name, loud))

    def once(self, file: Path, loud: float) -> None:
        self.things.append((file.name, loud))

    @property
    def heard(self) -> list[str]:
        return [name for name, _ in self.things]


class Written(FakeSession):
    """With every page after the first there is one entry more."""

    def ledger(self) -> Sequence[LedgerRow]:
        return list(super().ledger())[: self.at]


def played(*order: View, settings: Settings | None = None) -> tuple[Driver, Tape]:
    tape = Tape()
    settings = settings or Settings(reduced_motion=True)
    driver = Driver(Written(order=(*order, END)), settings=settings, player=tape)
    assert tape.rooms == [], "the title page is quiet"
    driver.begin()
    driver.settle()
    return driver, tape


def said(driver: Driver) -> tuple[str, ...]:
    return driver.window.captions.lines


def test_a_place_is_heard_while_one_is_there_and_another_after_it() -> None:
    driver, tape = played(QUIET, LATER, AWAY)
    assert tape.rooms == [("room.ogg", 0.5625)]
    driver.key(pygame.K_1)
    assert len(tape.rooms) == 1, "it goes on"
    driver.key(pygame.K_1)
    assert tape.rooms[1:] == [("stairs.ogg", 0.5625)]


def test_what_a_scene_lets_be_heard_is_heard_once() -> None:
    driver, tape = played(QUIET, LATER)
    assert "cup.ogg" not in tape.heard
    driver.key(pygame.K_1)
    for key in (pygame.K_l, pygame.K_ESCAPE, pygame.K_m, pygame.K_ESCAPE):
        driver.key(key)
        driver.wait(1.0)
    assert tape.heard.count("cup.ogg") == 1


def test_the_menu_leaves_the_place_as_it_is_and_the_title_page_is_quiet() -> None:
    driver, tape = played(QUIET)
    driver.key(pygame.K_m)
    assert len(tape.rooms) == 1
    driver.click("title")
    assert tape.rooms[-1][0] is None


def test_who_looks_away_hears_nothing_until_they_are_back() -> None:
    driver, tape = played(QUIET)
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSLOST))
    driver.wait(0.1)
    assert tape.rooms[-1][0] is None
    pygame.event.post(pygame.Event(pygame.WINDOWFOCUSGAINED))
    driver.wait(0.1)
    assert tape.rooms[-1][0] == "room.ogg"


def test_places_things_and_the_note_have_volumes_of_their_own() -> None:
    settings = Settings(reduced_motion=True, sound_rooms=100, sound_things=50, sound_score=25)
    entered = replace(LATER, scores=(SCORE,))
    driver, tape = played(QUIET, entered, settings=settings)
    driver.key(pygame.K_1)
    driver.wait(1.0)
    loud = dict(tape.things)
    assert tape.rooms[0][1] == 1.0
    assert loud["cup.ogg"] == loud["stamp.ogg"] == 0.25
    assert loud["up.ogg"] == 0.0625


def test_mute_silences_all_at_once_and_says_so() -> None:
    driver, tape = played(QUIET, LATER)
    driver.key(pygame.K_v)
    assert driver.stage.settings.mute and driver.page.notice == "The sound is off."
    assert tape.rooms[-1] == ("room.ogg", 0.0)
    driver.key(pygame.K_1)
    assert {loud for name, loud in tape.things if name == "cup.ogg"} == {0.0}
    driver.key(pygame.K_v)
    assert not driver.stage.settings.mute and tape.rooms[-1][1] > 0


def test_the_score_has_one_note_higher_for_more_and_lower_for_less() -> None:
    for change, note in ((2, "up.ogg"), (-5, "down.ogg")):
        entered = replace(LATER, scores=(replace(SCORE, change=change),))
        driver, tape = played(QUIET, entered)
        driver.key(pygame.K_1)
        driver.wait(1.0)
        assert [name for name in tape.heard if name in ("up.ogg", "down.ogg")] == [note]


def test_without_a_score_on_screen_there_is_no_note_and_no_stamp() -> None:
    driver, tape = played(QUIET, LATER, AWAY)
    for _ in range(2):
        driver.key(pygame.K_1)
        driver.wait(1.0)
    assert not {"up.ogg", "down.ogg", "stamp.ogg"} & set(tape.heard)


def test_a_telephone_rings_once_for_each_time_that_somebody_begins_to_ring() -> None:
    ringing = Told("ringing", {}, False, ())
    strip = replace(CALL, kind="instrument", playing="strip", scores=(), aftermath=None)
    order = (
        QUIET,
        replace(strip, scene="a"),
        replace(strip, scene="b", told=(ringing,)),
        replace(strip, scene="c", told=(ringing,)),
    )
    driver, tape = played(*order)
    for _ in range(3):
        driver.session.at += 1
        driver.page.refresh()
        driver.wait(0.1)
    assert tape.heard.count("ring.ogg") == 1


def test_what_is_heard_is_said_and_goes_again() -> None:
    driver, _ = played(QUIET, LATER)
    assert said(driver) == ("Cups and voices.",)
    driver.key(pygame.K_1)
    assert said(driver) == ("Cups and voices.", "A cup is set down.")
    driver.wait(5.0)
    assert said(driver) == ()


def test_captions_are_there_without_a_sound_and_can_be_off() -> None:
    pictures = {}
    for name, settings in {
        "muted": Settings(reduced_motion=True, mute=True),
        "off": Settings(reduced_motion=True, captions=False),
    }.items():
        driver, _ = played(QUIET, settings=settings)
        driver.window.once()
        surface = pygame.display.get_surface()
        picture = driver.page.kit.frame.picture
        pictures[name] = pygame.image.tobytes(surface.subsurface(picture), "RGB")
    assert pictures["muted"] != pictures["off"]


def test_captions_cover_no_tag() -> None:
    driver, _ = played(replace(CAFE, room=ROOM))
    driver.window.once()
    page = driver.page
    assert isinstance(page, ScenePage) and page.tags
    plate = driver.window.captions.place
    assert plate is not None and page.kit.frame.picture.contains(plate)
    assert all(not tag.rect.colliderect(plate) for tag in page.tags)
