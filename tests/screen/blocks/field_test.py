"""A field in the window: letters go into it, stand for a moment, and leave."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import FunctionType, ModuleType

import pygame
import pytest

from game import faults
from game.play.saves import Shelf, save_text
from game.play.view import Field
from game.screen.screens.scene import ScenePage
from game.screen.settings import Settings
from game.session import Session
from game.story.prose import Line
from tests.play.small import small
from tests.screen.drive import SIZES, Driver
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import CAFE, CALL, END, LONG

ASK = replace(
    CAFE,
    field=Field(
        "Your name", ((Line(None, "She rubs it out."),), (Line("tilda", "I would forget it."),))
    ),
)
MOVING = Settings(reduced_motion=False)


def at_field(settings: Settings = MOVING, size: tuple[int, int] = (1280, 720)) -> Driver:
    driver = Driver(FakeSession(order=(ASK, CALL, END)), settings=settings, size=size)
    driver.begin()
    assert driver.session.calls == ["new"]
    driver.settle()
    return driver


def stands(driver: Driver) -> str:
    """What stands in the field."""
    page = driver.page
    assert isinstance(page, ScenePage)
    return page.letters.text


def wait(driver: Driver, seconds: float) -> None:
    for _ in range(round(seconds * 50)):
        driver.wait(0.02)


def test_letters_go_into_the_field_and_are_no_commands() -> None:
    driver = at_field()
    driver.type("  lgcz yswL")
    assert stands(driver) == "lgcz yswL"
    assert driver.name == "ScenePage"
    assert driver.session.calls == ["new"]


def test_letters_stand_for_a_moment_and_then_leave_one_by_one_from_the_end() -> None:
    driver = at_field()
    driver.type("Mei")
    wait(driver, 1.1)
    assert stands(driver) == "Mei"
    seen = []
    for _ in range(20):
        driver.wait(0.02)
        if stands(driver) not in seen[-1:]:
            seen.append(stands(driver))
    assert seen == ["Mei", "Me", "M", ""]


def test_whoever_goes_on_typing_is_waited_for() -> None:
    driver = at_field()
    driver.type("Mei")
    wait(driver, 1.24)
    driver.type("l")
    wait(driver, 1.1)
    assert stands(driver) == "Mel"
    assert "rubs" not in driver.page.says()


def test_with_reduced_motion_they_leave_all_at_once() -> None:
    driver = at_field(Settings(reduced_motion=True))
    driver.type("Mei")
    driver.wait(1.19)
    assert stands(driver) == "Mei"
    driver.wait(0.02)
    assert stands(driver) == ""


def test_each_time_the_next_text_is_said_and_the_last_one_stays() -> None:
    driver = at_field()
    for told in ("She rubs it out.", "I would forget it.", "I would forget it."):
        driver.type("Mei")
        wait(driver, 1.5)
        assert told in driver.page.says()
    assert "She rubs it out." not in driver.page.says()
    assert "TILDA BRANDT\nI would forget it." in driver.page.says()


def test_enter_in_an_empty_field_leads_on_to_the_choices() -> None:
    driver = at_field()
    driver.keys(pygame.K_RETURN)
    assert driver.page.focus == "choice:truth"
    assert "She rubs it out." not in driver.page.says()
    driver.keys(pygame.K_RETURN)
    assert driver.session.calls == ["new", "choose truth"]


def test_enter_empties_the_field_at_once() -> None:
    driver = at_field(Settings(reduced_motion=True))
    driver.type("Mei")
    driver.key(pygame.K_RETURN)
    assert stands(driver) == ""
    assert "She rubs it out." in driver.page.says()


def test_the_choices_stay_in_view_when_something_is_said_under_the_field() -> None:
    driver = at_field()
    driver.type("Mei")
    wait(driver, 4)
    column = driver.page.column
    assert column.blocks[-1].key == "choice:train"
    assert column.sees(len(column.blocks) - 1)
    assert "She rubs it out." in driver.page.says()


def test_it_is_drawn_only_while_something_changes() -> None:
    driver = at_field(size=(1600, 1200))
    driver.type("Mei")
    before = driver.flips
    wait(driver, 1.1)
    driver.point((300, 300))
    assert driver.flips == before
    wait(driver, 3)
    assert driver.flips == before + 3, "a drawing for each letter; the last is that of the text"
    assert not driver.faults


@pytest.mark.parametrize("size", SIZES[:-1])
def test_what_is_typed_is_seen(size: tuple[int, int]) -> None:
    driver = at_field(Settings(reduced_motion=True), size)
    empty = driver.pixels()
    driver.text("Mei")
    mei = driver.pixels()
    driver.text("王海")
    assert len({empty, mei, driver.pixels()}) == 3
    driver.text("W" * 60)
    assert stands(driver) == "Mei王海" + "W" * 35, "forty letters, however many come"
    driver.wait(2)
    assert stands(driver) == ""
    assert driver.faults == []


# --- keys -----------------------------------------------------------------------------------


def test_digits_take_choices() -> None:
    driver = at_field()
    driver.type("Me2")
    assert driver.session.calls == ["new", "choose course"]


def test_a_digit_from_elsewhere_writes_nothing() -> None:
    driver = at_field()
    driver.text("M2")
    assert stands(driver) == "M"


def test_a_sign_on_a_digits_key_takes_no_choice() -> None:
    driver = at_field()
    driver.key(pygame.K_1, pygame.KMOD_LSHIFT)
    driver.text("!")
    assert stands(driver) == "!"
    assert driver.session.calls == ["new"]


def test_tab_leads_away_from_the_field_and_a_click_back() -> None:
    driver = at_field()
    driver.key(pygame.K_TAB)
    assert driver.page.focus == "choice:truth"
    driver.type("x")
    assert stands(driver) == ""
    driver.click("field")
    driver.type("x")
    assert stands(driver) == "x"
    driver.key(pygame.K_TAB)
    driver.type("l")
    assert driver.name == "LogPage"


def test_escape_leads_to_the_menu_and_takes_the_letters_with_it() -> None:
    driver = at_field()
    driver.type("Mei")
    driver.key(pygame.K_ESCAPE)
    assert driver.name == "MenuPage"
    driver.key(pygame.K_ESCAPE)
    assert stands(driver) == ""
    assert "She rubs it out." not in driver.page.says()


def test_control_keys_are_still_commands() -> None:
    driver = at_field()
    driver.key(pygame.K_s, pygame.KMOD_LCTRL)
    assert driver.name == "SavesPage"


def test_backspace_takes_a_letter_with_its_accents_and_can_be_held_down() -> None:
    driver = at_field()
    driver.text("Me\N{COMBINING ACUTE ACCENT}i")
    driver.key(pygame.K_BACKSPACE)
    assert stands(driver) == "Me\N{COMBINING ACUTE ACCENT}"
    for _ in range(3):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_BACKSPACE, mod=0))
    driver.wait(0.02)
    assert stands(driver) == ""
    wait(driver, 2)
    assert "She rubs it out." not in driver.page.says(), "whoever takes it back, takes it back"


def test_a_digit_that_is_held_down_takes_one_choice() -> None:
    driver = at_field()
    for _ in range(3):
        pygame.event.post(pygame.Event(pygame.KEYDOWN, key=pygame.K_1, mod=0))
    driver.wait(0.02)
    assert driver.session.calls == ["new", "choose truth"]


def test_an_input_method_composes_in_the_field_and_has_all_keys_meanwhile() -> None:
    driver = at_field()
    before = driver.pixels()
    pygame.event.post(pygame.Event(pygame.TEXTEDITING, text="wang", start=4, length=0))
    driver.wait(0.02)
    assert driver.pixels() != before
    driver.keys(pygame.K_1, pygame.K_RETURN, pygame.K_BACKSPACE, pygame.K_ESCAPE)
    wait(driver, 3)
    assert driver.name == "ScenePage"
    assert driver.session.calls == ["new"]
    driver.text("王")
    assert stands(driver) == "王"
    wait(driver, 1.5)
    assert stands(driver) == ""
    assert "She rubs it out." in driver.page.says()


@pytest.mark.parametrize("how", ["it is given up", "the focus goes elsewhere"])
def test_after_composing_the_keys_mean_what_they_did(how: str) -> None:
    driver = at_field()
    before = driver.pixels()
    pygame.event.post(pygame.Event(pygame.TEXTEDITING, text="wang", start=4, length=0))
    if how == "it is given up":
        pygame.event.post(pygame.Event(pygame.TEXTEDITING, text="", start=0, length=0))
        driver.wait(0.02)
    else:
        driver.point(driver.page.rects()["choice:course"].center)
        driver.key(pygame.K_UP)
        driver.click("field")
    assert driver.pixels() == before
    driver.key(pygame.K_1)
    assert driver.session.calls == ["new", "choose truth"]


def test_a_mouse_that_moves_a_little_does_not_make_commands_of_the_next_letters() -> None:
    driver = at_field()
    driver.type("M")
    driver.point(driver.page.rects()["choice:course"].center)
    driver.type("l")
    assert stands(driver) == "Ml"
    assert driver.name == "ScenePage"


def test_text_input_is_on_only_while_a_field_waits_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    calls: list[str] = []
    for name in ("start_text_input", "stop_text_input"):
        monkeypatch.setattr(pygame.key, name, lambda name=name: calls.append(name))
    driver = at_field()
    assert calls == ["stop_text_input", "start_text_input"]
    driver.key(pygame.K_ESCAPE)
    assert calls[2:] == ["stop_text_input"]
    assert pygame.key.get_repeat() == (0, 0)
    driver.keys(pygame.K_ESCAPE, pygame.K_1)
    assert calls[3:] == ["start_text_input", "stop_text_input"]


def test_an_input_method_is_told_where_the_field_is(monkeypatch: pytest.MonkeyPatch) -> None:
    places: list[pygame.Rect] = []
    monkeypatch.setattr(pygame.key, "set_text_input_rect", places.append)
    asked = replace(LONG, field=ASK.field)
    driver = Driver(FakeSession(order=(asked, END)), settings=MOVING, size=(800, 600))
    driver.begin()
    driver.text("M")
    wait(driver, 1)
    page = driver.page
    assert places[-1] == page.writing
    assert page.column.body.contains(places[-1]), "what is typed into is in view"


def test_without_a_keyboard_all_choices_can_be_taken() -> None:
    driver = at_field(Settings(reduced_motion=True), size=(1080, 1920))
    driver.click("choice:course")
    assert driver.session.calls == ["new", "choose course"]


# --- nothing is kept ------------------------------------------------------------------------

ASKED = """\
yard:
  text: The yard.
  field: {label: Your name, emptied: [Rubbed out.]}
  choices: {stay: {text: Stay., go: yard}, leave: {text: Leave., end: over}}
"""


def strings(*roots: object) -> Iterator[str]:
    """Every text that can be reached from these objects."""
    seen: set[int] = set()
    rest = list(roots)
    while rest:
        one = rest.pop()
        if id(one) in seen or isinstance(one, type | ModuleType | FunctionType):
            continue
        seen.add(id(one))
        if isinstance(one, str):
            yield one
        rest += gc.get_referents(one)


@pytest.mark.parametrize("leaves", ["by itself", "by enter", "with a choice", "with the page"])
def test_nothing_that_was_typed_is_kept(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], leaves: str
) -> None:
    name = "".join(("Zwetsch", "ken", "baum"))
    session = Session(small(tmp_path, ASKED), {}, lambda: 1, Shelf(tmp_path / "saves"))
    driver = Driver(session, settings=MOVING, data=tmp_path)  # type: ignore[arg-type]
    driver.begin()
    driver.type(name[:6])
    driver.text(name[6:])
    assert any(name in text for text in strings(driver)), "it is there while it stands"
    keys = {
        "by enter": pygame.K_RETURN,
        "with a choice": pygame.K_1,
        "with the page": pygame.K_ESCAPE,
    }
    if leaves in keys:
        driver.key(keys[leaves])
    wait(driver, 3)
    session.save("one")
    assert not [text for text in strings(driver) if name[:5] in text]
    assert name[:5] not in save_text(session.run)
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 4
    assert all(name[:5].encode() not in raw for raw in files)
    assert name[:5] not in "".join(capsys.readouterr())


def test_a_fault_while_letters_stand_tells_nothing_of_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver = at_field()
    driver.type("Zwetsch")

    def fails(*_: object) -> None:
        raise ValueError("no")

    monkeypatch.setattr(driver.page, "draw_picture", fails)
    driver.type("ken")
    assert driver.name == "TroublePage"
    faults.report(driver.faults.pop(), tmp_path)
    assert "Zwetsch" not in (tmp_path / faults.LOG).read_text(encoding="utf-8")
    assert not [text for text in strings(driver) if "Zwetsch" in text]


def test_whoever_moves_with_letters_still_comes_out_of_a_field() -> None:
    driver = at_field()
    for id, key in (("down", pygame.K_s), ("up", pygame.K_w), ("back", pygame.K_q)):
        driver.stage.bindings, _ = driver.stage.bindings.given(id, key)
    driver.wait(0.1)
    driver.type("swq")
    assert stands(driver) == "swq" and driver.page.focus == "field"
    driver.key(pygame.K_DOWN)
    assert driver.page.focus != "field"
    driver.key(pygame.K_UP)
    assert driver.page.focus != "field"
    driver.type("w")
    assert driver.page.focus == "field"
