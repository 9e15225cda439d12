"""What stands on the sheets: title, ledger, cards, log."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import pygame
import pytest

from game.play.ledger import LedgerRow
from game.screen.blocks.transcript import Entry
from game.screen.intents import Do
from game.screen.screens import ways
from game.screen.settings import Settings
from game.screen.stage import Push
from tests.screen.drive import Driver
from tests.screen.fake_session import FakeSaid, FakeSession
from tests.screen.fake_story import CAFE, CALL


@dataclass
class Counted(FakeSession):
    """A session with these entries."""

    rows: Sequence[LedgerRow] = ()

    def ledger(self) -> Sequence[LedgerRow]:
        return self.rows


READ = LedgerRow(1, "16 January 2019, 20:07", "Daily Lamp", "Haifeng", "+2", "216", "reading")
LATER = replace(READ, number=2, when="16 January 2019, 21:40", amount="-5", total="211")
NEXT_DAY = replace(READ, number=3, when="17 January 2019, 08:00", amount="+1,012", total="1,223")


def opened(session: FakeSession, page: str, size: tuple[int, int] = (1280, 720)) -> Driver:
    session.at = 1
    driver = Driver(session, size=size)
    driver.window.screens = [ways.page_of_run(driver.stage)]
    change = ways.open_command(driver.stage, page)  # type: ignore[arg-type]
    assert isinstance(change, Push)
    driver.window.screens.append(change.screen)
    driver.wait(0.1)
    return driver


def test_a_ledger_has_each_day_once_and_its_entries_below_it() -> None:
    said = opened(Counted(rows=(READ, LATER, NEXT_DAY)), "ledger").page.says()
    assert said.count("16 January 2019") == said.count("17 January 2019") == 1
    order = [said.index(text) for text in ("16 January", "20:07", "21:40", "17 January", "08:00")]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (READ, "+2 gained, Daily Lamp"),
        (LATER, "−5 lost, Daily Lamp"),
        (NEXT_DAY, "+1,012 gained, Daily Lamp"),
        (replace(READ, amount="0"), "recorded, no points, Daily Lamp"),
        (replace(READ, amount="put on", total="on the list"), "put on, Daily Lamp"),
    ],
)
def test_why_says_what_an_entry_came_to_in_words(row: LedgerRow, words: str) -> None:
    assert words in opened(Counted(rows=(row,)), "why").page.says()


def test_an_empty_ledger_has_nothing_to_ask_why() -> None:
    page = opened(Counted(), "ledger").page
    assert list(page.rects()) == ["back"]
    assert "Nothing has been entered so far." in page.says()


def test_a_narrow_ledger_still_says_number_time_and_standing() -> None:
    said = opened(Counted(rows=(READ,)), "ledger", (480, 800)).page.says()
    assert all(text in said for text in ("No. 1", "20:07", "216", "+2"))


def test_the_cards_say_what_their_signs_mean() -> None:
    said = opened(FakeSession(), "cards").page.says()
    assert "■ it stands in one of the two articles" in said
    assert "○ it stands in another source" in said
    assert "△ this game made it up" in said


def test_continue_says_where_the_run_was_left() -> None:
    session = FakeSession(at=1, has_continue=True)
    session.save("slot-1")
    driver = Driver(session)
    strip = next(block for block in driver.page.column.blocks if block.key == "continue")
    assert getattr(strip, "notes", ()) == (session.kept["slot-1"].summary,)


def test_of_choices_that_stand_side_by_side_the_arrow_right_comes_to_the_second() -> None:
    driver = Driver(FakeSession(has_continue=True))
    driver.page.focus = "settings"
    driver.key(pygame.K_RIGHT)
    assert driver.page.focus == "quit"
    rects = driver.page.rects()
    assert rects["settings"].top == rects["quit"].top


def settings_page(settings: Settings) -> Driver:
    driver = Driver(FakeSession(), settings=settings)
    driver.click("settings")
    return driver


def test_every_setting_says_its_value_in_words() -> None:
    said = settings_page(Settings(high_contrast=True, scan_seconds=2.5)).page.says()
    for line in ("High contrast: on", "Full screen: off", "Time on each thing: 2.5 seconds"):
        assert line in said
    assert "The text is 28 of 56." in said


def test_all_settings_can_be_as_they_were_at_first() -> None:
    driver = settings_page(Settings(text_size=40, high_contrast=True, untimed=True))
    driver.click("first")
    assert driver.stage.settings == Settings()


def test_the_text_of_the_settings_page_is_in_the_size_that_is_set() -> None:
    driver = settings_page(Settings())
    before = driver.page.column.rect(1).height
    driver.click("larger")
    assert driver.page.column.rect(1).height > before


def test_the_log_names_who_speaks_beside_what_they_say_where_there_is_room() -> None:
    for size, beside in (((1920, 1080), True), ((600, 900), False)):
        driver = opened(FakeSession(), "log", size)
        kit, column = driver.stage.kit, driver.page.column
        spoken = next(b for b in column.blocks if isinstance(b, Entry) and b.name == "Tilda Brandt")
        words = spoken.words.height(kit, column.body.width)
        assert (spoken.height(kit, column.body.width) <= words) is beside


@pytest.mark.parametrize("size", [(1920, 1080), (1080, 1920)])
def test_under_a_strip_in_the_log_there_is_air_before_what_the_score_misses(
    size: tuple[int, int],
) -> None:
    @dataclass
    class Brief(FakeSession):
        def log(self) -> Sequence[FakeSaid]:
            return [FakeSaid("choice", "Stay."), FakeSaid("misses", "the spoon")]

    driver = opened(Brief(), "log", size)
    strip, misses = driver.page.column.in_order()[-2:]
    assert misses.top - strip.bottom >= 1.5 * driver.stage.kit.frame.gap


def test_the_table_under_the_sheets_has_the_rings_that_this_run_has_left() -> None:
    def table(*rings: str) -> bytes:
        scene = replace(CAFE, picture="cafe.svg", over=rings)
        driver = Driver(FakeSession(order=(scene, CALL), cover="cafe.svg"))
        driver.begin()
        driver.key(pygame.K_1)
        assert driver.page.seen.scene == "call", "elsewhere they are not forgotten"
        driver.key(pygame.K_g)
        return driver.pixels()

    none, one, two = table(), table("ring.svg"), table("ring.svg", "another.svg")
    assert len({none, one, two}) == 3

    driver = Driver(FakeSession(order=(CALL,)))
    driver.begin()
    driver.stage.rings = 2
    driver.window.take(Do("menu"))
    driver.click("title")
    driver.begin()
    driver.key(pygame.K_g)
    assert driver.pixels() == none, "a new run has left none"


def test_a_note_stands_in_the_middle_above_its_choices() -> None:
    driver = Driver(FakeSession(), size=(1920, 1080))
    driver.begin()
    column = driver.page.column
    note = next(r for b, r in zip(column.blocks, column.in_order(), strict=True) if r.height > 100)
    first = driver.page.rects()["choice:on"]
    above, below = note.top - column.body.top, first.top - note.bottom
    assert abs(above - below) < 2 * driver.stage.kit.frame.text
    assert driver.page.rects()["choice:instead"].bottom <= column.body.bottom
