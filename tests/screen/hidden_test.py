"""A run whose score is hidden looks the same on every page, whatever is counted in it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from game.play.remembered import Remembered
from game.play.saves import AUTOSAVE, Shelf
from game.screen.screens.cards import CardsPage
from game.screen.screens.chapters import ChaptersPage
from game.screen.screens.ledger import LedgerPage
from game.screen.screens.log import LogPage
from game.screen.screens.menu import MenuPage
from game.screen.screens.saves import SavesPage
from game.screen.screens.scene import ScenePage
from game.screen.screens.so_far import SoFarPage
from game.screen.screens.stop import StopPage
from game.screen.screens.title import TitlePage
from game.screen.stage import Screen, Stage
from game.session import Session
from tests.play.small import INSTRUMENTS, SYSTEM, begin, small
from tests.screen.drive import Driver

SCENES = """\
yard:
  place: here
  phone:
    - {if: points(book) > 4, shows: chat, text: "ben: Well done."}
    - {shows: ranking, text: "ben: {points(book)}"}
    - {shows: app}
  text: |
    {if points(book) > 4}The clerk nods.{else}The clerk looks away.{end} You have {points(book)}.
  choices:
    sing: {text: Sing., deeds: [good], sees: a song, misses: the tune, go: yard}
    wait: {text: Wait., go: knock}
    leave: {text: Leave., needs: points(book) > 400, reason: "{points(book)}", end: over}
knock:
  pair: {name: A knock, cost: a coat, benefit: somebody is warm, effort: small}
  text: A knock.
  arms:
    at-stake: {text: The clerk is here.}
    not-at-stake: {text: The clerk is out.}
  choices:
    give: {text: Give the coat., deeds: [good], kind: true, go: yard}
    keep: {text: Keep the coat., deeds: [bad], kind: false, go: yard}
"""

PAGES: dict[str, Callable[[Stage], Screen]] = {
    "scene": ScenePage,
    "menu": MenuPage,
    "so far": SoFarPage,
    "stop": StopPage,
    "log": LogPage,
    "ledger": lambda stage: LedgerPage(stage, ask_latest=True),
    "cards": lambda stage: CardsPage(stage, met=True),
    "save": lambda stage: SavesPage(stage, saving=True),
    "title": TitlePage,
    "chapters": ChaptersPage,
}


def _window(folder: Path, system: str) -> Driver:
    """A window on a hidden run in which a song was sung and two knocks were answered."""
    folder.mkdir()
    story = small(folder, SCENES, system)
    run = begin(story, "sing", "wait", "give", "wait", "keep", shown=False)
    shelf = Shelf(folder / "saves")
    for name in (AUTOSAVE, "slot-1"):
        shelf.write(name, run)
    session = Session(story, INSTRUMENTS, lambda: 1, shelf, remembered=Remembered())
    session.resume()
    return Driver(session, drawn=False)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", PAGES)
def test_nothing_on_a_page_tells_what_is_counted_unseen(name: str, tmp_path: Path) -> None:
    dear = SYSTEM.replace("points: 2", "points: 20").replace("points: -5", "points: 1")
    looks = []
    for number, system in enumerate((SYSTEM, dear)):
        driver = _window(tmp_path / str(number), system)
        driver.window.screens = [PAGES[name](driver.stage)]
        driver.wait(1)
        looks.append((driver.page.says(), list(driver.page.rects()), driver.pixels()))
        assert driver.faults == []
    assert looks[0] == looks[1]
