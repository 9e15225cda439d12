"""Ways from screen to screen. Screens lead to each other in circles, so that they are
imported when they are opened."""

from __future__ import annotations

from game.screen.intents import Command
from game.screen.stage import Change, Push, Reset, Screen, Stage


def page_of_run(stage: Stage, notice: str | None = None) -> Screen:
    """The screen for what the run shows now. The lesson has no last page: it leads home."""
    if stage.visiting and stage.session.view().kind == "end":
        return title(stage)
    from game.screen.screens.bet import BetPage
    from game.screen.screens.end import EndPage
    from game.screen.screens.instrument import InstrumentPage
    from game.screen.screens.note import NotePage
    from game.screen.screens.scene import ScenePage

    kinds = {"note": NotePage, "end": EndPage, "instrument": InstrumentPage}
    kind = kinds.get(stage.session.view().kind, ScenePage)
    page = (BetPage if kind is EndPage and stage.session.mirror.bet_of else kind)(stage)
    page.notice = notice
    return page


def next_page(stage: Stage, back: bool = False) -> Screen:
    """The screen to which the run has come just now, or to which it has gone `back`."""
    page = page_of_run(stage)
    page.arrive(back)
    return page


def title(stage: Stage) -> Screen:
    """The title page, of the story and not of the lesson."""
    from game.screen.screens.title import TitlePage

    stage.go_home()
    return TitlePage(stage)


def how_to_play(stage: Stage) -> Change | None:
    """The lesson, from its beginning, where there is one."""
    if stage.lesson is None:
        return None
    stage.visit(stage.lesson())
    return start(stage, noted=False)


def begin(stage: Stage, cut: str | None = None, chapter: str | None = None) -> Change:
    """To a new run, of the whole story or one of its cuts, from the start or from a chapter on:
    first it is asked whether notes are kept of it. Nothing is asked in the lesson."""
    if stage.visiting:
        return start(stage, cut, chapter, noted=False)
    from game.screen.screens.consent import ConsentPage

    return Push(ConsentPage(stage, cut, chapter))


def start(
    stage: Stage, cut: str | None = None, chapter: str | None = None, *, noted: bool
) -> Change:
    """A new run, in place of the one that is open. `noted`: notes are kept of it."""
    stage.session.new(cut, chapter, noted)
    stage.news.read(0)
    stage.rings = 0
    return Reset(page_of_run(stage))


def resume(stage: Stage) -> Change:
    """The run that was left last."""
    told = stage.session.resume()
    return Reset(page_on_return(stage, told))


def page_on_return(stage: Stage, told: str | None) -> Screen:
    """The page of a run that was opened again: first what happened, if that was in an earlier
    session. `told`: what the player should know of the save."""
    from game.screen.screens.so_far import SoFarPage

    stage.news.read(len(stage.session.ledger()))
    stage.rings = 0
    if not stage.session.came_back:
        return page_of_run(stage, told)
    page = SoFarPage(stage)
    page.notice = told
    return page


def so_far(stage: Stage) -> Change:
    """The story so far."""
    from game.screen.screens.so_far import SoFarPage

    return Push(SoFarPage(stage, pushed=True))


def stop(stage: Stage) -> Change:
    """The page that closes what was played."""
    from game.screen.screens.stop import StopPage

    return Push(StopPage(stage, pushed=True))


def stop_again(stage: Stage) -> Change:
    """Back to the page that closes what was played; the story lies below it no more."""
    from game.screen.screens.stop import StopPage

    return Reset(StopPage(stage))


def mirror_so_far(stage: Stage) -> Change:
    """What the score did so far, for whoever stops here: first the guess, if one is due."""
    from game.screen.screens.bet import BetPage
    from game.screen.screens.mirror import MirrorPage

    if stage.session.mirror.bet_of:
        return Push(BetPage(stage, early=True))
    return Reset(MirrorPage(stage))


def record(stage: Stage) -> Change:
    """The ledger, read backwards."""
    from game.screen.screens.record import RecordPage

    return Push(RecordPage(stage))


def open_command(stage: Stage, command: Command) -> Change | None:
    """The screen behind a command, where there is one."""
    from game.screen.screens.cards import CardsPage
    from game.screen.screens.ledger import LedgerPage
    from game.screen.screens.log import LogPage
    from game.screen.screens.saves import SavesPage

    match command:
        case "log":
            return Push(LogPage(stage))
        case "ledger":
            return Push(LedgerPage(stage))
        case "why":
            return Push(LedgerPage(stage, ask_latest=True))
        case "cards":
            return Push(CardsPage(stage))
        case "save":
            return Push(SavesPage(stage, saving=True))
    return None


def menu(stage: Stage) -> Change:
    """The menu of a run."""
    from game.screen.screens.menu import MenuPage

    return Push(MenuPage(stage))


def chapters(stage: Stage) -> Change:
    """The chapters that can be begun."""
    from game.screen.screens.chapters import ChaptersPage

    return Push(ChaptersPage(stage))


def load(stage: Stage) -> Change:
    """The shelf of saves, to open one."""
    from game.screen.screens.saves import SavesPage

    return Push(SavesPage(stage, saving=False))


def settings(stage: Stage) -> Change:
    """The settings."""
    from game.screen.screens.settings import SettingsPage

    return Push(SettingsPage(stage))


def accessibility(stage: Stage) -> Change:
    """What is done so that everybody can play."""
    from game.screen.screens.accessibility import AccessibilityPage

    return Push(AccessibilityPage(stage))


def keys(stage: Stage) -> Change:
    """What keys and buttons are for."""
    from game.screen.screens.keys import KeysPage

    return Push(KeysPage(stage))


def notes(stage: Stage) -> Change:
    """The notes of the run."""
    from game.screen.screens.notes import NotesPage

    return Push(NotesPage(stage))


def burn(stage: Stage) -> Change:
    """To where everything that is kept of the run can be deleted."""
    from game.screen.screens.burn import BurnPage

    return Push(BurnPage(stage))


def statements(stage: Stage) -> Change | None:
    """The closing statements, where the story has some."""
    from game.screen.screens.statements import StatementsPage

    return Push(StatementsPage(stage)) if stage.session.mirror.statements else None


def protocol(stage: Stage) -> Change | None:
    """What is compared, where there is a study."""
    from game.screen.screens.protocol import ProtocolPage

    study = stage.session.mirror.study
    return None if study is None else Push(ProtocolPage(stage, study))


def withdraw(stage: Stage) -> Change | None:
    """To where a run's answers are removed from the study, if it is in one."""
    from game.screen.screens.protocol import WithdrawPage

    return Push(WithdrawPage(stage)) if stage.session.mirror.takes_part else None
