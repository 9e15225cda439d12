from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import NotOpen
from game.play import untimed
from game.play.rehearsal import rehearse
from game.play.run import Run
from game.play.saves import resume, save_text
from tests.play.letter import letter
from tests.play.small import INSTRUMENTS, begin, options, small

RINGS = ("rings: 0", "rings: 3")
LONG = ("takes: 5", "takes: 100")


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return begin(small(tmp_path, letter()), "open")


def test_a_move_takes_the_time_that_it_lasts(tmp_path: Path) -> None:
    run = begin(small(tmp_path, letter(LONG)), "open")
    untimed.choose(run, "turn")
    assert run.view().told[0].values == {"ticks": 10}
    assert run.journal[-2:] == [["move", "yard", "turn"], ["ticks", "yard", 10]]


def test_its_time_ends_when_the_instrument_is_over(run: Run) -> None:
    untimed.choose(run, "turn")
    assert run.view().scene == "street"
    assert run.journal[-1] == ["ticks", "yard", 5]


def test_its_time_ends_when_something_else_can_be_done(tmp_path: Path) -> None:
    run = begin(small(tmp_path, letter(LONG, RINGS)), "open")
    untimed.choose(run, "turn")
    assert options(run) == ["turn", "answer", "leave"]
    assert run.view().told[0].values == {"ticks": 3}
    untimed.choose(run, "turn")
    assert run.view().told[0].values == {"ticks": 13}


def test_a_move_and_its_time_are_taken_back_and_brought_back_together(run: Run) -> None:
    before = run.view().kept()
    untimed.choose(run, "turn")
    after = run.view().kept()
    assert run.undo()
    assert run.view() == before
    assert run.redo()
    assert run.view() == after
    assert resume(run.story, save_text(run), INSTRUMENTS).run.view() == after


def test_what_is_not_open_changes_nothing(run: Run) -> None:
    journal = list(run.journal)
    with pytest.raises(NotOpen):
        untimed.choose(run, "answer")
    assert run.journal == journal


def test_a_choice_is_worth_what_the_good_player_gets_who_takes_the_time(tmp_path: Path) -> None:
    run = begin(small(tmp_path, letter(LONG, ("takes: 100", "takes: 60"))))
    play = run.state.scene.choices[0].play
    assert play is not None
    deeds, writes = rehearse(run, play)
    assert [(deed.kind, deed.quantity) for deed in deeds] == [("stroll", 1)]
    assert not writes
