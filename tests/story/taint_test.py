"""A figure of the score stays hidden when it has gone through variables."""

from __future__ import annotations

from pathlib import Path

from game.story.expressions import Value
from game.story.instruments import InstrumentSpec
from game.story.load import load
from game.story.model import Story
from game.story.prose import Prose
from tests.stories import GOOD, write_story
from tests.story.facts import StillFacts

CHAPTER = """\
chapter: two
title: Two
scenes:
  reckoning:
    set: {rings: "tea-rings + 1"}
    text: "{total} {if total > 1}HIGH{end} {if rich}RICH{else}QUIET{end} {mood} {rings} {told}"
    choices:
      on-the-way: {text: "{twice}", set: {twice: total + x-ray, told: 4}, go: reckoning}
      first: {text: "{x-ray}", set: {total: points(lamp), rich: twice > 3}, go: reckoning}
      last: {text: Stop., set: {mood: glad, total: 0}, go: reckoning}
"""
VARIABLES = """\
variables: {total: 0, twice: 0, x-ray: 0, rings: 0, told: 0, rich: false,
  mood: {word: calm, of: [calm, glad]}, tea-rings: 0}
"""
VALUES: dict[str, Value] = {
    "total": 1200,
    "twice": 2400,
    "rich": True,
    "mood": "calm",
    "rings": 4,
    "told": 4,
}


def story(folder: Path, chapter: str = CHAPTER, spec: InstrumentSpec | None = None) -> Story:
    head = GOOD["story.yaml"].replace("starts: the-cafe", "starts: reckoning")
    before, _, rest = head.partition("variables:")
    files = {
        "story.yaml": before + VARIABLES + "deeds:" + rest.partition("deeds:")[2],
        "chapters/two.yaml": chapter,
        "lamp.yaml": "system: lamp\nname: Lamp\n",
    }
    return load(write_story(folder, files), {spec.id: spec} if spec else {})


def read(prose: Prose, shown: bool) -> str:
    variables: dict[str, Value] = {**VALUES, "x-ray": 7, "purse": 1200}
    return prose.plain(StillFacts(score_shown=shown, variables=variables))


def test_what_is_set_from_the_score_is_hidden_with_it(tmp_path: Path) -> None:
    text = story(tmp_path).scenes["reckoning"].text
    assert read(text, True) == "1,200 HIGH RICH calm 4 4"
    assert read(text, False) == "– QUIET calm 4 4"


def test_it_is_hidden_through_any_number_of_variables_in_any_order(tmp_path: Path) -> None:
    onward, first, _ = story(tmp_path).scenes["reckoning"].choices
    assert (read(onward.text, True), read(onward.text, False)) == ("2,400", "–")
    assert (read(first.text, True), read(first.text, False)) == ("7", "7")


def test_conditions_still_hold_where_the_score_is_hidden(tmp_path: Path) -> None:
    asks = CHAPTER.replace("on-the-way: {", "on-the-way: {if: total > 1, ")
    choice = story(tmp_path, asks).scenes["reckoning"].choices[0]
    assert choice.shown_if is not None
    assert choice.shown_if(StillFacts(score_shown=False, variables=VALUES)) is True


def test_an_instrument_that_is_given_such_a_variable_hides_its_values(tmp_path: Path) -> None:
    spec = InstrumentSpec(
        "till",
        parameters={"takes": "text"},
        outcomes=("done",),
        words=("pay",),
        values=("purse", "total"),
        mentions=lambda given: [("variable", str(given["takes"]))],
    )
    play = """\
      pay:
        text: Pay.
        play: {till: {takes: total}}
        words: {pay: "{purse} {total}"}
        outcomes: {done: reckoning}
"""
    for taken, hidden in (("total", "– –"), ("x-ray", "1,200 1,200")):
        chapter = CHAPTER + play.replace("takes: total", f"takes: {taken}")
        played = story(tmp_path / taken, chapter, spec).scenes["reckoning"].choices[3].play
        assert played is not None
        assert read(played.words["pay"], True) == "1,200 1,200"
        assert read(played.words["pay"], False) == hidden
