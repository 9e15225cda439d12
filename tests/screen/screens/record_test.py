"""The ledger read backwards: a page to be scrolled, however long."""

from __future__ import annotations

from game.mirror.backwards import Account, Back
from game.play.ledger import LedgerRow
from game.screen.intents import Scroll
from game.screen.screens.record import RecordPage
from game.screen.settings import Settings
from tests.screen.drive import Driver
from tests.screen.fake_desk import FakeDesk
from tests.screen.fake_session import FakeSession


def entry(number: int, amount: str = "+2") -> Back:
    when = f"{1 + number // 60} March 2019, 20:{number % 60:02}"
    row = LedgerRow(number, when, "Daily Lamp", "Haifeng", amount, f"{number:,}", "reading")
    why = (f"Entry {number}: you read.", "The app saw it at once.")
    return Back(row, f"{number - 1:,}", "Read on.", why, "that it rang twice")


class Kept(FakeDesk):
    """A desk with these ledgers."""

    def __init__(self, *ledgers: tuple[Back, ...]) -> None:
        super().__init__([])
        self.ledgers = ledgers

    def backwards(self) -> tuple[Account, ...]:
        return tuple(
            Account("Daily Lamp", f"Haifeng {at}", "All of it.", entries)
            for at, entries in enumerate(self.ledgers)
        )


def long(length: int) -> tuple[Back, ...]:
    return tuple(map(entry, range(length, 0, -1)))


def record(desk: FakeDesk | None = None) -> Driver:
    session = FakeSession(at=4)
    session.mirror = desk or session.mirror
    driver = Driver(session, (1920, 1080), Settings(reduced_motion=True))
    driver.window.screens = [RecordPage(driver.stage)]
    driver.window.once()
    return driver


def test_it_begins_with_the_last_entry_under_what_came_of_all() -> None:
    says = record().page.says()
    head = "DAILY LAMP · HAIFENG, IN JANUARY\nFrom 214 to 222 points, on 16 January 2019."
    assert says.index(head) < says.index("20:08") < says.index("20:07") < says.index("20:01")
    assert "20:08 214 → 222 −5 lost\nReading\nYou chose: Answer.\nYou read for four min" in says


def test_a_long_record_is_laid_out_as_it_is_read_and_read_to_its_end() -> None:
    driver = record(Kept(long(300), long(200)))
    page = driver.page
    assert len(page.column.blocks) < 200, "what is far below is not laid out yet"
    for _ in range(20):
        page.handle(Scroll(1, "end"))
        page.lay()
        if "HAIFENG 1" in page.says() and page.column.at_end:
            break
    assert page.says().count("The app saw it at once.") == 500
    assert page.column.at_end


def test_what_is_read_stays_in_its_place_as_more_is_laid_out() -> None:
    driver = record(Kept(long(300)))
    for _ in range(30):
        driver.wheel(-2)
        before = driver.page.column.rect(0).top
        driver.page.lay()
        assert driver.page.column.rect(0).top == before


def test_a_run_in_which_nothing_was_entered_says_so() -> None:
    assert "Nothing was entered." in record(Kept()).page.says()
