"""Titles that change: what stands above a screen, in the log, on a save and in a ledger."""

from __future__ import annotations

from pathlib import Path

from game.play import ledger
from game.play.run import Run
from game.play.saves import Shelf
from game.story.cache import Cache
from game.story.load import examine, load
from game.story.model import Story
from game.story.on_demand import ScenesOnDemand
from tests.play.small import SPECS, begin, small

DOUBLE = "{if score-shown}Double Time{else}Seven Past Eight{end}"

COUNTED = """\
yard:
  place: here
  title: "{if coins > 0}{coins} coins, {points(book)} points{end}"
  text: The yard.
  choices:
    earn: {text: Earn., set: {coins: coins + 1}, deeds: [good], go: yard}
    walk: {text: Walk., go: street}
street: {title: "The *street*{card made-up}", text: The street., go: yard}
"""


def told(folder: Path, chapter: str = DOUBLE, scenes: str = COUNTED) -> Story:
    """The small story in which the chapter has this title."""
    small(folder, scenes)
    page = folder / "one.yaml"
    text = page.read_text(encoding="utf-8").replace("title: One", f'title: "{chapter}"')
    page.write_text(text, encoding="utf-8")
    return load(folder, SPECS)


def headings(run: Run) -> list[str]:
    return [said.text for said in run.log if said.kind == "heading"]


def test_a_title_names_nothing_of_a_hidden_score(tmp_path: Path) -> None:
    story = told(tmp_path)
    for shown, chapter, yard in (
        (True, "Double Time", "1 coins, 5 points"),
        (False, "Seven Past Eight", "1 coins, – points"),
    ):
        run = begin(story, shown=shown)
        assert (run.view().heading, run.view().chapter) == (chapter, chapter)
        run.choose("earn")
        assert (run.view().heading, run.view().chapter) == (yard, chapter)


def test_a_condition_on_the_score_is_not_met_where_it_is_hidden(tmp_path: Path) -> None:
    story = told(tmp_path, "{if points(book) > 0}Above{else}Below{end}")
    assert begin(story).view().chapter == "Above"
    assert begin(story, shown=False).view().chapter == "Below"


def test_the_log_and_a_save_keep_the_title_as_it_read_then(tmp_path: Path) -> None:
    run = begin(told(tmp_path), "earn")
    shelf = Shelf(tmp_path / "saves")
    shelf.write("one", run)
    run.choose("earn")
    assert headings(run) == ["1 coins, 5 points", "2 coins, 7 points"]
    assert [slot.title for slot in shelf.slots()] == ["1 coins, 5 points"]
    hidden = begin(told(tmp_path), shown=False)
    shelf.write("one", hidden)
    assert [slot.title for slot in shelf.slots()] == ["Seven Past Eight"]


def test_a_card_in_a_title_is_on_offer(tmp_path: Path) -> None:
    view = begin(told(tmp_path), "walk").view()
    assert view.heading == "The *street*△"
    assert [card.id for card in view.cards] == ["made-up"]


def test_above_a_screen_something_always_stands(tmp_path: Path) -> None:
    view = begin(told(tmp_path, "{if coins > 0}Rich{end}")).view()
    assert (view.heading, view.chapter) == ("Small", "")


def test_a_ledger_names_the_place_where_the_title_changes(tmp_path: Path) -> None:
    run = begin(told(tmp_path), "earn")
    assert "in “Here”" in ledger.why(run, 1)[0]


def test_a_story_that_is_opened_again_has_the_same_titles(tmp_path: Path) -> None:
    """The chapter asks for a choice in a scene of a file that comes after it."""
    told(tmp_path)
    lane = "chapter: two\ntitle: Two\nscenes:\n  lane:\n    text: A lane.\n    choices:\n"
    lane += "      turn: {text: Back., go: yard}\n"
    (tmp_path / "two.yaml").write_text(lane, encoding="utf-8")
    page = tmp_path / "one.yaml"
    text = page.read_text(encoding="utf-8").replace("go: street}", "go: lane}")
    asks = "{if chosen(lane, turn)}Back{else}Out{end}"
    page.write_text(text.replace(DOUBLE, asks), encoding="utf-8")
    for _ in ("read whole", "opened again"):
        story = load(tmp_path, SPECS, Cache(tmp_path / "cache", "1"))
        run = begin(story)
        assert run.view().chapter == "Out"
        run.choose("walk")
        assert run.view().heading == "Two"
        run.choose("turn")
        assert run.view().chapter == "Back"
    assert isinstance(story.scenes, ScenesOnDemand)


def test_what_is_wrong_in_a_title_is_told(tmp_path: Path) -> None:
    told(tmp_path)
    page = tmp_path / "one.yaml"
    text = page.read_text(encoding="utf-8")
    for wrong, code in (("{coin}", "S060"), ("{if coins < 0 and coins > 0}A{end}", "S132")):
        page.write_text(text.replace(DOUBLE, wrong), encoding="utf-8")
        found = [one for one in examine(tmp_path, SPECS).diagnostics if one.source.line == 2]
        assert [(one.code, one.source.file) for one in found] == [(code, "one.yaml")]
