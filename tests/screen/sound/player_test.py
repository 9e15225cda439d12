"""The player of sounds: no device and no broken file hurts anybody."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pygame
import pytest

from game.screen.sound.ear import FOLDER
from game.screen.sound.player import MixerPlayer


@pytest.fixture
def driver(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A sound driver that plays for nobody."""
    pygame.mixer.quit()
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    yield monkeypatch
    pygame.mixer.quit()


def test_a_room_goes_on_and_things_are_heard_beside_it(driver: pytest.MonkeyPatch) -> None:
    faults: list[BaseException] = []
    player = MixerPlayer(faults.append, lambda work: work())
    assert pygame.mixer.get_init() is None, "no device is opened before it is needed"
    player.room(FOLDER / "ring.ogg", 0.5)
    player.once(FOLDER / "pen.ogg", 0.25)
    assert volumes() == [0.25, 0.5]
    assert not faults


def volumes() -> list[float]:
    """How loud all is that is played now, once it has come in."""
    playing = (pygame.mixer.Channel(each).get_sound() for each in range(8))
    return sorted(round(each.get_volume(), 2) for each in playing if each is not None)


def test_a_room_is_as_loud_as_it_was_set_also_once_it_has_come_in(
    driver: pytest.MonkeyPatch,
) -> None:
    player = MixerPlayer(lambda fault: None, lambda work: work())
    player.room(FOLDER / "ring.ogg", 0.5)
    assert volumes() == [0.5]
    player.room(FOLDER / "ring.ogg", 0.25)
    assert volumes() == [0.25], "it goes on, but softer"


def test_a_room_that_was_only_coming_in_does_not_stay(driver: pytest.MonkeyPatch) -> None:
    player = MixerPlayer(lambda fault: None, lambda work: work())
    for name, loud in (("ring", 0.5), ("turn", 0.25), (None, 0.0)):
        player.room(None if name is None else FOLDER / f"{name}.ogg", loud)
    assert all(
        not pygame.mixer.Channel(each).get_busy() or pygame.mixer.Channel(each).get_volume() > 0
        for each in range(2)
    )


def test_what_would_not_be_heard_is_not_played(driver: pytest.MonkeyPatch) -> None:
    player = MixerPlayer(lambda fault: None, lambda work: work())
    player.room(FOLDER / "ring.ogg", 0.0)
    player.once(FOLDER / "pen.ogg", 0.0)
    assert not pygame.mixer.get_busy()


def test_without_a_device_it_is_quiet_and_said_once(driver: pytest.MonkeyPatch) -> None:
    driver.setenv("SDL_AUDIODRIVER", "no-such-driver")
    faults: list[BaseException] = []
    player = MixerPlayer(faults.append, lambda work: work())
    for _ in range(3):
        player.room(FOLDER / "ring.ogg", 0.5)
        player.once(FOLDER / "pen.ogg", 0.5)
    player.close()
    assert len(faults) == 1


def test_a_broken_file_is_said_once_and_the_others_are_heard(
    driver: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "broken.ogg").write_bytes(b"OggS and nothing else")
    faults: list[BaseException] = []
    player = MixerPlayer(faults.append, lambda work: work())
    for _ in range(2):
        player.room(tmp_path / "broken.ogg", 0.5)
        player.once(tmp_path / "missing.ogg", 0.5)
    assert len(faults) == 2
    player.once(FOLDER / "pen.ogg", 0.5)
    assert pygame.mixer.get_busy()


def test_nothing_is_played_any_more_once_it_is_closed(driver: pytest.MonkeyPatch) -> None:
    player = MixerPlayer(lambda fault: None, lambda work: work())
    player.close()
    player.once(FOLDER / "pen.ogg", 0.5)
    assert pygame.mixer.get_init() is None
