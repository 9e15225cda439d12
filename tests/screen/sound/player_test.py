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
    heard = [pygame.mixer.Channel(each) for each in range(8)]
    assert sorted(each.get_volume() for each in heard if each.get_busy()) == [0.25, 0.5]
    assert not faults


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
