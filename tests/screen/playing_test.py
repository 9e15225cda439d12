"""The whole story, played with the keyboard alone and with the mouse alone."""

from __future__ import annotations

import pygame
import pytest

from game.story.model import Cut
from tests.screen.drive import SIZES, Driver
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import ORDER

CHOICES = ["new", "choose on", "choose truth", "choose talk", "choose on"]


def acts(session: FakeSession) -> list[str]:
    return [call for call in session.calls if call.startswith(("new", "choose"))]


# The largest takes long to draw; that everything in it has its place is a test of the layout.
@pytest.mark.parametrize("size", SIZES[:-1])
def test_the_keyboard_alone_plays_from_the_title_to_the_end(size: tuple[int, int]) -> None:
    driver = Driver(size=size)
    driver.begin()
    assert driver.name == "NotePage"
    driver.keys(pygame.K_1, pygame.K_RETURN)
    driver.keys(pygame.K_TAB, pygame.K_SPACE)
    assert driver.name == "ScenePage"
    for _ in range(30):
        if driver.name == "EndPage":
            break
        driver.key(pygame.K_RETURN)
    assert driver.name == "EndPage"
    assert acts(driver.session) == CHOICES
    while driver.page.focus != "title":
        driver.key(pygame.K_TAB)
    driver.key(pygame.K_RETURN)
    assert driver.name == "TitlePage"


@pytest.mark.parametrize("size", SIZES[:-1])
def test_the_mouse_alone_plays_from_the_title_to_the_end(size: tuple[int, int]) -> None:
    driver = Driver(size=size)
    for key in ("new", "notes", "choice:on", "choice:truth", "choice:talk", "choice:on"):
        driver.click(key)
    assert driver.name == "EndPage"
    assert acts(driver.session) == CHOICES
    driver.click("title")
    driver.click("quit")
    assert not driver.window.open


def test_the_mouse_reaches_every_screen_and_comes_back() -> None:
    driver = Driver(FakeSession(at=1), first=None)
    driver.click("new")
    driver.click("notes")
    driver.click("choice:on")
    for key, name in (("log", "LogPage"), ("ledger", "LedgerPage"), ("cards", "CardsPage")):
        driver.click(key)
        assert driver.name == name
        driver.click("back")
        assert driver.name == "ScenePage"
    driver.click("menu")
    for key, name in (("save", "SavesPage"), ("load", "SavesPage"), ("settings", "SettingsPage")):
        driver.click(key)
        assert driver.name == name
        driver.click("back")
        assert driver.name == "MenuPage"
    driver.click("back")
    assert driver.name == "ScenePage"


def test_keys_open_every_screen_and_escape_leaves_it() -> None:
    driver = at_cafe()
    for key, name in (
        (pygame.K_l, "LogPage"),
        (pygame.K_g, "LedgerPage"),
        (pygame.K_w, "LedgerPage"),
        (pygame.K_c, "CardsPage"),
        (pygame.K_s, "SavesPage"),
    ):
        driver.key(key)
        assert driver.name == name
        driver.key(pygame.K_ESCAPE)
        assert driver.name == "ScenePage"
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "MenuPage"
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "ScenePage"


def at_cafe(**settings: object) -> Driver:
    driver = Driver(**settings)  # type: ignore[arg-type]
    driver.begin()
    driver.key(pygame.K_1)
    assert driver.name == "ScenePage"
    return driver


def test_a_shut_choice_says_why_and_cannot_be_taken() -> None:
    driver = at_cafe()
    assert "Take the G train home." in driver.page.says()
    driver.click("choice:train")
    assert driver.page.focus == "choice:train"
    driver.key(pygame.K_RETURN)
    driver.key(pygame.K_3)
    assert acts(driver.session) == ["new", "choose on"]


def test_what_the_score_sees_and_misses_is_said_after_a_choice() -> None:
    driver = at_cafe()
    driver.key(pygame.K_1)
    assert "12 min read, scrolled to the end\n+6 gained, Daily Lamp" in driver.page.says()
    assert "you were stirring your cup" in driver.page.says()


def test_undo_and_redo_work_from_keys_and_buttons() -> None:
    driver = at_cafe()
    driver.key(pygame.K_1)
    driver.key(pygame.K_z)
    assert driver.session.at == 1
    driver.key(pygame.K_y)
    assert driver.session.at == 2
    driver.key(pygame.K_z, pygame.KMOD_LCTRL)
    driver.click("redo")
    driver.click("undo")
    assert driver.session.calls[-5:] == ["undo", "redo", "undo", "redo", "undo"]


def test_undo_at_the_beginning_does_nothing() -> None:
    driver = Driver()
    driver.begin()
    driver.key(pygame.K_z)
    assert "undo" not in driver.session.calls


def test_an_entry_is_asked_why_and_the_answer_is_shown() -> None:
    driver = at_cafe()
    driver.key(pygame.K_g)
    driver.keys(pygame.K_UP, pygame.K_RETURN)
    assert "Entry 7: you read for four minutes" in driver.page.says()
    driver.key(pygame.K_RETURN)
    assert "Entry 7" not in driver.page.says()


def test_why_opens_the_latest_entry() -> None:
    driver = at_cafe()
    driver.key(pygame.K_w)
    assert "Entry 8: you read" in driver.page.says()


def test_a_save_is_made_loaded_and_only_replaced_when_asked_twice() -> None:
    driver = at_cafe()
    driver.keys(pygame.K_s, pygame.K_RETURN)
    assert driver.name == "ScenePage"
    assert "Saved as Slot 1." in driver.page.says()
    driver.keys(pygame.K_s, pygame.K_RETURN)
    assert "Press once more" in str([b for b in driver.page.column.blocks])
    driver.key(pygame.K_RETURN)
    assert driver.session.calls.count("save slot-1") == 2
    driver.key(pygame.K_ESCAPE)
    driver.click("load")
    driver.click("slot-1")
    assert driver.session.calls[-1] == "load slot-1"
    assert driver.name == "ScenePage"


def test_before_a_new_run_takes_the_place_of_another_that_is_said() -> None:
    driver = Driver(FakeSession(has_continue=True))
    driver.click("new")
    assert "the one before it is lost" in driver.page.says()
    assert driver.session.calls == []
    driver.click("notes")
    assert driver.session.calls == ["new"]


def test_each_cut_can_be_begun_from_the_title() -> None:
    cuts = (None, Cut("museum", "Five minutes", "In short."), Cut("evening", "An evening"))
    driver = Driver(FakeSession(offers=cuts))
    assert [key for key in driver.page.rects() if key.startswith("new")] == [
        "new",
        "new museum",
        "new evening",
    ]
    driver.keys(pygame.K_2, pygame.K_1)
    assert acts(driver.session) == ["new museum"]
    assert driver.name == "NotePage"


def test_a_new_run_from_the_last_page_is_of_the_same_cut() -> None:
    driver = Driver(FakeSession(offers=(None, Cut("museum", "Five minutes"))))
    driver.click("new museum")
    driver.click("notes")
    while driver.name != "EndPage":
        driver.key(pygame.K_1)
    driver.click("again")
    driver.click("notes")
    assert acts(driver.session)[-1] == "new museum"


def test_the_last_page_says_what_its_red_figures_are() -> None:
    driver = Driver()
    driver.click("new")
    driver.click("notes")
    while driver.name != "EndPage":
        driver.key(pygame.K_1)
    assert "In red: what the score gives for an answer, at most." in driver.page.says()


def test_each_look_at_the_ledger_is_noted_once() -> None:
    driver = at_cafe()
    for times in (1, 2):
        driver.key(pygame.K_g)
        driver.key(pygame.K_DOWN)
        driver.resize((1280, 720) if times == 2 else (800, 600))
        driver.key(pygame.K_ESCAPE)
        assert driver.session.calls.count("looked") == times


def test_a_content_note_shows_the_picture_of_the_title_and_of_no_place() -> None:
    driver = Driver()
    box = driver.stage.kit.frame.picture

    def picture() -> bytes:
        surface = pygame.display.get_surface()
        assert surface is not None
        return pygame.image.tobytes(surface.subsurface(box), "RGB")

    before = picture()
    driver.click("new")
    driver.click("notes")
    assert driver.name == "NotePage"
    assert picture() == before
    driver.key(pygame.K_1)
    assert picture() != before


def test_whoever_thinks_better_of_it_gives_no_run_up() -> None:
    driver = Driver(FakeSession(offers=(None, Cut("museum", "Five minutes")), has_continue=True))
    driver.click("new")
    driver.click("back")
    assert driver.name == "TitlePage" and driver.session.calls == []
    driver.click("new museum")
    driver.click("notes")
    assert acts(driver.session) == ["new museum"]


def test_continue_says_what_could_not_be_kept() -> None:
    driver = Driver(FakeSession(has_continue=True))
    driver.key(pygame.K_RETURN)
    assert driver.session.calls == ["resume"]
    assert "The story has changed since." in driver.page.says()


def test_nothing_is_taken_unseen_in_a_long_scene() -> None:
    driver = at_cafe()
    driver.keys(pygame.K_1, pygame.K_2)
    assert driver.session.view() is ORDER[3]
    driver.key(pygame.K_RETURN)
    assert driver.session.view() is ORDER[3], "the first press only reads on"
    presses = 0
    while driver.session.view() is ORDER[3] and presses < 20:
        driver.key(pygame.K_RETURN)
        presses += 1
    assert driver.name == "EndPage"


def test_a_press_that_wanders_off_does_nothing() -> None:
    driver = at_cafe()
    spot = driver.page.rects()["choice:truth"].center
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=spot, button=1))
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=(5, 5), button=1))
    driver.window.once()
    assert acts(driver.session) == ["new", "choose on"]


def test_a_finger_that_draws_the_column_up_scrolls_it() -> None:
    driver = at_cafe()
    driver.keys(pygame.K_1, pygame.K_2)
    body, top = driver.page.column.body, driver.page.column.rect(0).top
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONDOWN, pos=body.center, button=1))
    end = (body.centerx, body.centery - 120)
    pygame.event.post(pygame.Event(pygame.MOUSEBUTTONUP, pos=end, button=1))
    driver.window.once()
    assert driver.page.column.rect(0).top == top - 120
    assert driver.session.view() is ORDER[3]


def test_held_keys_do_not_repeat() -> None:
    driver = at_cafe()
    assert pygame.key.get_repeat() == (0, 0)
    assert driver.session.at == 1


def test_the_focus_goes_round_through_everything_and_back() -> None:
    driver = at_cafe()
    seen = [driver.page.focus]
    driver.key(pygame.K_TAB)
    while driver.page.focus != seen[0]:
        seen.append(driver.page.focus)
        driver.key(pygame.K_TAB)
    assert set(seen) == set(driver.page.rects())
    driver.key(pygame.K_TAB, pygame.KMOD_LSHIFT)
    assert driver.page.focus == seen[-1]


def test_arrows_scroll_where_there_is_nothing_but_text() -> None:
    driver = at_cafe(size=(800, 600))
    driver.keys(pygame.K_1, pygame.K_2, pygame.K_l)
    top = driver.page.column.rect(0).top
    driver.key(pygame.K_UP)
    assert driver.page.column.rect(0).top > top


def test_the_scroll_buttons_scroll() -> None:
    driver = at_cafe()
    driver.keys(pygame.K_1, pygame.K_2)
    top = driver.page.column.rect(0).top
    driver.click_at(driver.page.column.arrows()["down"].center)
    assert driver.page.column.rect(0).top < top
    assert "up" in driver.page.column.arrows()
