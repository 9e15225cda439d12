"""Every page of the window, made from sessions that are always the same.

A new page gets a line here: all that must hold for every page is then tested on it too.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from game.play.beginnings import ChapterRow
from game.screen.screens.accessibility import AccessibilityPage
from game.screen.screens.bet import BetPage
from game.screen.screens.burn import AshesPage, BurnPage
from game.screen.screens.cards import CardsPage
from game.screen.screens.chapters import ChaptersPage
from game.screen.screens.consent import ConsentPage
from game.screen.screens.end import EndPage
from game.screen.screens.errors import ErrorsPage
from game.screen.screens.instrument import InstrumentPage
from game.screen.screens.keys import KeysPage
from game.screen.screens.ledger import LedgerPage
from game.screen.screens.log import LogPage
from game.screen.screens.menu import MenuPage
from game.screen.screens.mirror import MirrorPage
from game.screen.screens.note import NotePage
from game.screen.screens.notes import NotesPage
from game.screen.screens.protocol import ProtocolPage, WithdrawPage
from game.screen.screens.record import RecordPage
from game.screen.screens.saves import SavesPage
from game.screen.screens.scene import ScenePage
from game.screen.screens.settings import SettingsPage
from game.screen.screens.so_far import SoFarPage
from game.screen.screens.statements import StatementsPage
from game.screen.screens.stop import StopPage
from game.screen.screens.title import TitlePage
from game.screen.screens.trouble import TroublePage
from game.screen.settings import Settings
from game.screen.stage import Screen, Stage
from game.story.model import Cut
from tests.screen import fake_phones
from tests.screen.drive import Driver
from tests.screen.fake_desk import STATEMENTS, STUDY
from tests.screen.fake_instruments import Reader, Writer
from tests.screen.fake_phones import Phoned
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import SCORE

OFFERS = (None, Cut("museum", "Five minutes", "The café and one of the stories."))
ROWS = (
    ChapterRow("cafe", "The Café", "From the start.", True),
    ChapterRow("double-time", "Double Time", "A friend rings at seven past eight.", False),
)
FOUND = "chapters/morning.yaml:12:9: S040\n   nobody can take this choice\n"


def fake(at: int) -> Callable[[], FakeSession]:
    """A session that stands at this screen of its story, with one save."""

    def make() -> FakeSession:
        session = FakeSession(at=at, has_continue=True, offers=OFFERS, rows=ROWS)
        session.save("slot-1")
        return session

    return make


def statements(stage: Stage, judged: int) -> StatementsPage:
    """The closing statements, when so many are judged."""
    page = StatementsPage(stage)
    for statement in STATEMENTS[: judged - 1]:
        stage.session.mirror.judge(statement.id, true=True)
    page.act("true")
    if judged == len(STATEMENTS):
        page.act("on")
    return page


@dataclass(frozen=True)
class EveryPage:
    """How to come to a page: the run that it shows, and the page on it."""

    session: Callable[[], FakeSession]
    page: Callable[[Stage], Screen]


EVERY_PAGE: dict[str, EveryPage] = {
    "title": EveryPage(fake(0), TitlePage),
    "chapters": EveryPage(fake(0), ChaptersPage),
    "consent": EveryPage(fake(0), ConsentPage),
    "consent-study": EveryPage(lambda: FakeSession(studied=True), ConsentPage),
    "protocol": EveryPage(fake(0), lambda stage: ProtocolPage(stage, STUDY)),
    "note": EveryPage(fake(0), NotePage),
    "scene": EveryPage(fake(1), ScenePage),
    "scene-after": EveryPage(fake(2), ScenePage),
    "scene-long": EveryPage(fake(3), ScenePage),
    "app": EveryPage(lambda: Phoned(at=0), ScenePage),
    "app-plain": EveryPage(lambda: Phoned(at=0, phone=fake_phones.READING), ScenePage),
    "chat": EveryPage(lambda: Phoned(at=0, phone=fake_phones.CHAT), ScenePage),
    "chat-long": EveryPage(lambda: Phoned(at=0, phone=fake_phones.LONG_CHAT), ScenePage),
    "call": EveryPage(lambda: Phoned(at=0, phone=fake_phones.RINGS), ScenePage),
    "call-on": EveryPage(lambda: Phoned(at=0, phone=fake_phones.GOES_ON), ScenePage),
    "ranking": EveryPage(lambda: Phoned(at=0, phone=fake_phones.RANKING), ScenePage),
    "strip": EveryPage(lambda: Reader(at=0, passed=20, scores=(SCORE,)), InstrumentPage),
    "draft": EveryPage(lambda: Writer(at=0, crossed=("rice",)), InstrumentPage),
    "bet": EveryPage(lambda: FakeSession(at=4, bet_of=2), BetPage),
    "bet-early": EveryPage(
        lambda: FakeSession(at=2, bet_of=1), lambda stage: BetPage(stage, early=True)
    ),
    "end": EveryPage(fake(4), EndPage),
    "end-unnoted": EveryPage(lambda: FakeSession(at=4, noted=False), EndPage),
    "mirror": EveryPage(fake(2), MirrorPage),
    "record": EveryPage(fake(4), RecordPage),
    "log": EveryPage(fake(3), LogPage),
    "ledger": EveryPage(fake(2), lambda stage: LedgerPage(stage, ask_latest=True)),
    "cards": EveryPage(fake(1), CardsPage),
    "menu": EveryPage(fake(2), MenuPage),
    "save": EveryPage(fake(2), lambda stage: SavesPage(stage, saving=True)),
    "load": EveryPage(fake(2), lambda stage: SavesPage(stage, saving=False)),
    "so-far": EveryPage(fake(1), SoFarPage),
    "stop": EveryPage(fake(1), StopPage),
    "notes": EveryPage(fake(4), NotesPage),
    "burn": EveryPage(fake(4), BurnPage),
    "burnt": EveryPage(fake(4), lambda stage: AshesPage(stage, stage.session.burn())),
    "withdraw": EveryPage(lambda: FakeSession(at=4, studied=True), WithdrawPage),
    "statement": EveryPage(fake(4), StatementsPage),
    "statement-answered": EveryPage(fake(4), lambda stage: statements(stage, judged=1)),
    "statements": EveryPage(fake(4), lambda stage: statements(stage, judged=3)),
    "stop-guessing": EveryPage(lambda: FakeSession(at=1, bet_of=2), StopPage),
    "settings": EveryPage(fake(2), SettingsPage),
    "accessibility": EveryPage(fake(0), AccessibilityPage),
    "keys": EveryPage(fake(2), KeysPage),
    "errors": EveryPage(fake(0), lambda stage: ErrorsPage(stage, [FOUND] * 9, lambda: None)),
    "trouble": EveryPage(fake(0), TroublePage),
}


def driven(name: str, size: tuple[int, int], settings: Settings, drawn: bool = False) -> Driver:
    """A window that shows this page; `drawn`: at once, else when it is first asked for."""
    each = EVERY_PAGE[name]
    driver = Driver(each.session(), size, settings, drawn=False)
    driver.window.screens = [each.page(driver.stage)]
    if drawn:
        driver.window.once()
    else:
        driver.page.lay()
    return driver
