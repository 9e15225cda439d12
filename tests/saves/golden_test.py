"""Saves of every version of the game open as they were: the same run, to the letter."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.commands.wiring import INSTRUMENTS
from game.play.saves import VERSION, Resumed, resume, save_text
from tests.saves.golden import HERE, RUNS, picture, story

GOLDEN = sorted(HERE.glob("v*/*.save.json"))


def told(path: Path) -> object:
    """The picture that was written down beside the save."""
    beside = path.with_name(path.name.replace(".save.", ".picture."))
    return json.loads(beside.read_text(encoding="utf-8"))


def opened(path: Path) -> Resumed:
    """The save, in the frozen story that it belongs to."""
    text = path.read_text(encoding="utf-8")
    return resume(story(json.loads(text)["story"]), text, INSTRUMENTS)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_golden_save_opens_as_it_was_saved(path: Path) -> None:
    again = opened(path)
    assert again.told is None
    assert json.loads(json.dumps(picture(again.run))) == told(path)


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_a_golden_save_that_is_saved_anew_opens_the_same(path: Path) -> None:
    run = opened(path).run
    again = resume(run.story, save_text(run), INSTRUMENTS)
    assert again.told is None
    assert picture(again.run) == picture(run)


@pytest.mark.parametrize("version", range(1, VERSION + 1))
def test_every_version_of_saves_has_its_golden_ones(version: int) -> None:
    """Whoever raises the version writes them: `python -m tests.saves.golden`."""
    saves = list(HERE.glob(f"v{version}/*.save.json"))
    assert saves, f"there are no golden saves of version {version}"
    for path in saves:
        assert json.loads(path.read_text(encoding="utf-8"))["save"] == version
    if version == VERSION:
        assert {path.name.removesuffix(".save.json") for path in saves} == set(RUNS)
