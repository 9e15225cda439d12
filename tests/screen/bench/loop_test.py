"""The loop is watched, and its first frames are told apart."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from game.screen import app
from game.screen.bench.loop import first_frames, idle
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSession


def test_the_loop_is_watched_until_its_time_is_over() -> None:
    driver = Driver()
    driver.session.new()
    assert idle(driver.stage, 0.0) >= 0


def test_the_window_is_closed_when_its_first_page_is_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pygame.display, "flip", pygame.display.flip)
    monkeypatch.setattr(app, "Window", app.Window)
    shown = first_frames()
    assert app.open_window(FakeSession, tmp_path, worker=lambda work: work()) == 0
    assert list(shown) == ["empty", "title", "picture"]
    assert sorted(shown.values()) == list(shown.values())
