"""What is on the disk: of a run without notes, its save; of a run that was burnt, nothing."""

from __future__ import annotations

from itertools import count
from pathlib import Path

import pygame
import pytest

from game.mirror.desk import Desk
from game.mirror.notebook import Timed
from game.mirror.study.enrolment import Enrolment
from game.mirror.study.sqlite_store import open_store
from game.play.remembered import Remembered
from game.play.saves import AUTOSAVE, Shelf
from game.session import Session
from game.story.model import Story
from tests.mirror.statements_test import CARDS, STATEMENTS
from tests.mirror.study.enrolment_test import study
from tests.mirror.twice import KNOCKS, STROLL, WATCHED
from tests.play.small import INSTRUMENTS, small
from tests.screen.drive import Driver

PLAYED = ("wait", "give", *STROLL, "wait", "keep", "leave")


@pytest.fixture
def story(tmp_path: Path) -> Story:
    folder = tmp_path / "story"
    folder.mkdir()
    return small(folder, KNOCKS, WATCHED, cards=CARDS, statements=STATEMENTS)


def opened(story: Story, home: Path) -> Session:
    """A session that keeps everything below `home`, and takes part in a study."""
    numbers = count(1)
    store = open_store(home / "studies" / "study.sqlite", study(), seed=lambda: 1)
    return Session(
        story,
        INSTRUMENTS,
        lambda: 1,
        Shelf(home / "saves"),
        remembered=Remembered(home / "remembered" / "small.json"),
        mirror=Desk(
            home / "notes",
            lambda: f"runword{next(numbers)}",
            Enrolment(study(), store, lambda: 470_000),
        ),
    )


def files(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}


def played_to_its_end(session: Session, noted: bool) -> Driver:
    """Played, looked at, undone and judged, in the window."""
    driver = Driver(session)  # type: ignore[arg-type]
    driver.click("new")
    driver.click("notes" if noted else "without")
    for choice in PLAYED:
        session.choose(choice, Timed(2_000, {choice: 1_500}))
    session.undo()
    session.choose(PLAYED[-1])
    for statement in session.mirror.statements:
        session.mirror.judge(statement.id, true=True)
    return driver


def test_a_run_without_notes_leaves_its_save_and_nothing_else(story: Story, tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = opened(story, home)
    before = files(home)
    driver = played_to_its_end(session, noted=False)
    driver.stage.leave()
    assert files(home) - before == {f"saves/{AUTOSAVE}.json"}
    assert not (home / "notes").exists() and not (home / "remembered").exists()
    assert holding(home, "runword1") <= {f"saves/{AUTOSAVE}.json"}, "the study knows nothing of it"
    assert len(session.mirror.judged) == 3, "what is said at the end is remembered meanwhile"


def test_a_run_with_notes_leaves_them_and_what_was_read(story: Story, tmp_path: Path) -> None:
    home = tmp_path / "home"
    played_to_its_end(opened(story, home), noted=True).stage.leave()
    kept = {f"saves/{AUTOSAVE}.json", "notes/runword1.jsonl", "remembered/small.json"}
    assert kept <= files(home)


def holding(home: Path, *words: str) -> set[str]:
    """The files in which any of these words stands."""
    return {
        str(path.relative_to(home))
        for path in home.rglob("*")
        if path.is_file() and any(word.encode() in path.read_bytes() for word in words)
    }


def test_burning_leaves_nothing_of_a_run_in_any_file(story: Story, tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = opened(story, home)
    driver = played_to_its_end(session, noted=True)
    session.save("slot-1")
    traces = ("runword1", '"give"', '"keep"', "knock")
    assert {"saves/slot-1.json", "notes/runword1.jsonl"} <= holding(home, *traces)
    for key in ("menu", "notes", "burn", "burn", "burn"):
        if key == "menu":
            driver.key(pygame.K_m)
        else:
            driver.click(key)
    assert driver.name == "AshesPage"
    driver.click("title")
    assert "continue" not in driver.page.rects()
    driver.stage.leave()
    assert driver.faults == []
    assert {path for path in files(home) if not path.startswith("studies/")} == set()
    assert holding(home, "runword1") == set()
