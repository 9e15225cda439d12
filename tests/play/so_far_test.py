"""The story so far, as somebody reads it who comes back to a run."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.run import Run
from game.play.so_far import IN_FULL, MOST_PARTS, last_line, retold, steps
from tests.play.small import INSTRUMENTS, PAIR, begin, small

TOLD = """\
yard:
  place: here
  text: The yard.
  choices:
    give:
      text: Give it.
      so-far: You gave it away.
      deeds: [good]
      sees: one good deed
      misses: whose coat
      go: yard
    sing: {text: Sing., so-far: "You sang{if score-shown}, and had {points(book)}{end}.", go: yard}
    walk: {text: Walk., go: street}
street: {place: there, text: The street., go: yard}
"""

SITTING = """\
yard:
  text: The yard.
  choices:
    sit:
      text: Sit down.
      so-far: You sat down.
      play: {bench: {limit: 1000000}}
      words: {told: "You sit. {ticks}", nod: Nod., leave: Leave.}
      outcomes:
        left: {go: street, misses: the bench, so-far: "Then you left, after {ticks}."}
        late: street
street: {text: The street., go: yard}
"""

OTHER = """\
chapter: two
title: Two
scenes:
  field:
    text: A field.
    choices: {on-foot: {text: On foot., go: yard}, by-cart: {text: By cart., go: yard}}
"""


def test_a_choice_is_retold_in_the_words_of_the_author_or_by_its_text(tmp_path: Path) -> None:
    run = begin(small(tmp_path, TOLD), "give", "walk")
    assert [step.line for step in steps(run)] == ["You gave it away.", "→ Walk."]
    (day,) = retold(run).days
    assert (day.when, day.place) == ("Thursday 10 January 2019", "Here")
    assert (day.steps[0].sees, day.steps[0].misses) == ("one good deed", "whose coat")


def test_it_says_where_the_run_stands(tmp_path: Path) -> None:
    told = retold(begin(small(tmp_path, TOLD), "walk"))
    assert (told.chapter, told.place) == ("One", "There")
    assert told.when == "Thursday 10 January 2019, 12:00"
    assert [score.value for score in told.scores] == ["3"]


def test_a_place_that_is_called_like_its_chapter_is_said_once(tmp_path: Path) -> None:
    run = begin(small(tmp_path, TOLD, places="{here: The yard, there: one}"), "walk")
    assert (retold(run).chapter, retold(run).place) == ("One", None)


def test_where_the_score_is_hidden_nothing_of_it_is_retold(tmp_path: Path) -> None:
    run = begin(small(tmp_path, TOLD), "give", "sing", shown=False)
    told = retold(run)
    assert told.scores == ()
    assert [(step.line, step.sees, step.misses) for step in told.days[0].steps] == [
        ("You gave it away.", None, None),
        ("You sang.", None, None),
    ]
    assert last_line(run) == "You sang."


def test_an_outcome_is_retold_with_the_choice_that_led_to_it(tmp_path: Path) -> None:
    run = Run(small(tmp_path, SITTING), 1, INSTRUMENTS)
    run.choose("sit")
    assert last_line(run) == "You sat down."
    run.tick(3)
    run.choose("leave")
    (step,) = steps(run)
    assert step.line == last_line(run) == "You sat down. Then you left, after 3."
    assert step.misses == "the bench"


def test_what_is_taken_back_is_not_retold(tmp_path: Path) -> None:
    run = begin(small(tmp_path, TOLD), "give", "sing")
    run.undo()
    assert last_line(run) == "You gave it away."
    run.redo()
    assert last_line(run) == "You sang, and had 5."


def test_older_choices_are_told_in_short_a_line_for_each_stretch_of_a_chapter(
    tmp_path: Path,
) -> None:
    (tmp_path / "two.yaml").write_text(OTHER, encoding="utf-8")
    story = small(tmp_path, TOLD.replace("go: street}", "go: field}", 1))
    run = begin(story, *["give", "walk", "on-foot"] * 6)
    told = retold(run)
    assert sum(len(day.steps) for day in told.days) == IN_FULL
    assert len(told.parts) == MOST_PARTS
    assert {(part.chapter, part.line) for part in told.parts} == {
        ("One", "You gave it away."),
        ("Two", "→ On foot."),
    }
    assert told.older == 18 - IN_FULL - 4 * 3


def test_before_the_first_choice_there_is_nothing_to_tell(tmp_path: Path) -> None:
    run = begin(small(tmp_path, TOLD))
    assert (retold(run).days, retold(run).parts, last_line(run)) == ((), (), "")


@pytest.mark.parametrize("shown", [True, False])
def test_it_does_not_tell_what_is_asked_twice(tmp_path: Path, shown: bool) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give", "wait", "keep", shown=shown)
    assert "stake" not in str(retold(run)) and "A knock" not in str(retold(run))
