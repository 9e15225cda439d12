"""Scenes that are due: a calendar brings them, in order, before what comes next."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play import ledger
from game.play.pairs import FirstArms
from game.play.run import Run
from game.play.saves import resume, save_text
from tests.play.small import INSTRUMENTS, begin, small, texts

THREE = """\
yard:
  text: The yard.
  choices:
    order:
      text: Order.
      later: [{in: 2 days, scene: second}, {in: 3 days, scene: third}, {in: 1 day, scene: first}]
      go: street
first: {text: First., return: true}
second: {text: Second., return: true}
third: {text: Third., return: true}
street: {after: 10 days, text: The street., go: home}
home: {text: Home., end: over}
"""

MANY = """\
yard:
  text: The yard.
  choices:
    order: {{text: Order., later: [{ring}], go: yard}}
    walk: {{text: Walk., go: street}}
bell: {{text: A bell., return: true}}
street: {{after: 2 days, text: The street., end: over}}
"""

NOTED = """\
yard:
  text: The yard.
  choices:
    order:
      text: Order.
      later: [{in: 2 days, scene: bell}, {in: 1 day, scene: letter}]
      go: street
bell: {text: A bell., return: true}
letter: {content: [an illness], instead: told, text: The letter itself., return: true}
told: {text: There was a letter., return: true}
street: {after: 3 days, text: The street., end: over}
"""

PAIR = """\
yard:
  text: The yard.
  choices:
    order: {text: Order., later: [{in: 0 minutes, scene: knock}], go: knock}
knock:
  pair: {name: A knock, cost: a coat, benefit: somebody is warm, effort: small}
  text: A knock.
  arms:
    at-stake: {life: ana, place: here, text: Ana hears a knock.}
    not-at-stake: {life: ben, place: there, text: Ben hears a knock.}
  choices:
    give: {text: Give the coat., kind: true, deeds: [good], return: true}
    keep: {text: Keep the coat., kind: false, return: true}
"""

ARM_OF = {"Ana hears a knock.": "at-stake", "Ben hears a knock.": "not-at-stake"}
HOLDER_OF = {"at-stake": "Ana", "not-at-stake": "Ben"}


def way(run: Run) -> list[str]:
    """The scenes from here on, when the player only goes on."""
    seen = [run.view().scene]
    while not run.over:
        run.choose("on")
        seen.append(run.view().scene)
    return seen


def test_what_is_due_comes_in_the_order_of_its_days(tmp_path: Path) -> None:
    run = begin(small(tmp_path, THREE), "order")
    assert way(run)[:5] == ["first", "second", "third", "street", "home"]


def test_each_scene_that_is_due_can_be_undone_by_itself(tmp_path: Path) -> None:
    run = begin(small(tmp_path, THREE), "order", "on", "on")
    assert run.view().scene == "third"
    assert run.undo()
    assert run.view().scene == "second"
    run.choose("on")
    assert way(run)[:3] == ["third", "street", "home"]


def test_time_passes_once_however_much_is_due(tmp_path: Path) -> None:
    run = begin(small(tmp_path, THREE), "order")
    moments = []
    while not run.over:
        moments.append(run.view().when)
        run.choose("on")
    assert moments == ["Sunday 20 January 2019, 12:00"] * 5


def test_hundreds_of_scenes_that_are_due_at_once_all_come(tmp_path: Path) -> None:
    ring = ", ".join(["{in: 1 day, scene: bell}"] * 60)
    run = begin(small(tmp_path, MANY.format(ring=ring)), *["order"] * 10, "walk")
    seen = way(run)
    assert seen[:600] == ["bell"] * 600
    assert seen[600] == "street"
    assert resume(run.story, save_text(run), INSTRUMENTS).run.view() == run.view()


@pytest.mark.parametrize(
    ("answer", "text"), [("on", "The letter itself."), ("instead", "There was a letter.")]
)
def test_a_scene_that_is_due_is_noted_first(tmp_path: Path, answer: str, text: str) -> None:
    run = begin(small(tmp_path, NOTED), "order")
    assert (run.view().kind, run.view().scene) == ("note", "letter")
    run.choose(answer)
    assert texts(run) == [text]
    assert way(run)[1:3] == ["bell", "street"]


@pytest.fixture
def due_pair(tmp_path: Path) -> Run:
    """The pair on a day on which it is due itself: in Ana's life, whose arm comes first."""
    story = small(tmp_path, PAIR)
    seed = next(seed for seed in range(99) if FirstArms(story, seed)["knock"] == "at-stake")
    return begin(story, "order", seed=seed)


def test_a_pair_that_is_itself_due_on_entry_plays_what_it_records(due_pair: Run) -> None:
    while not due_pair.over:
        view = due_pair.view()
        arm = ARM_OF[texts(due_pair)[0]]
        assert view.place == {"at-stake": "Here", "not-at-stake": "There"}[arm]
        assert [score.holder for score in view.scores] == [HOLDER_OF[arm]]
        due_pair.choose("give")
        assert due_pair.journal[-1] == ["choose", "knock", "give", arm]
        assert due_pair.state.books.records[-1].about == HOLDER_OF[arm].lower()


def test_a_pair_that_is_itself_due_on_entry_plays_both_arms(due_pair: Run) -> None:
    told = []
    while not due_pair.over:
        told += texts(due_pair)
        due_pair.choose("give")
    assert told == list(ARM_OF)
    assert [answer.arm for answer in due_pair.answers()] == ["at-stake", "not-at-stake"]


LONG = """\
yard:
  text: The yard.
  go: eve
eve:
  at: 2199-12-30 08:00
  text: "{date}"
  choices:
    sleep: {text: Sleep., takes: 3660 days, deeds: [good], go: eve}
    order: {text: Order., later: [{in: 3660 days, scene: bell}], go: eve}
    stroll: {text: Stroll., deeds: [stroll: 9000, good], go: eve}
    rest: {text: Rest., go: street}
bell: {text: A bell., return: true}
street: {after: 3660 days, text: "The street, {date}", go: eve}
"""


def test_calendars_stop_at_the_end_of_2199_and_the_run_goes_on(tmp_path: Path) -> None:
    run = begin(small(tmp_path, LONG), "on", "stroll", "sleep", "rest")
    assert run.view().when == "Tuesday 31 December 2199, 23:59"
    assert texts(run) == ["The street, 31 December 2199"]
    run.choose("on")
    run.choose("order")
    run.choose("stroll")
    assert ledger.rows(run)[-1].when == "31 December 2199, 23:59"
    assert run.view().scores[0].value == "9"
    again = resume(run.story, save_text(run), INSTRUMENTS)
    assert again.told is None
    assert again.run.view() == run.view()
