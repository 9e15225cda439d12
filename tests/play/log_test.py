"""What is said in an instrument stands in the log: once for each time that it is played."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from game.play.inputs import Inputs
from game.play.instruments import Instrument, State, Step, Tick
from game.play.run import Run
from game.play.saves import resume, save_text
from tests.play.letter import LastingLetter, letter
from tests.play.small import small


class InterruptedLetter(LastingLetter):
    """One where somebody comes to the gate when its page is turned."""

    def step(self, state: State, act: str | Tick) -> Step:
        step = super().step(state, act)
        return replace(step, visit="gate") if act == "turn" else step


LASTING: Mapping[str, Instrument] = {"letter": LastingLetter()}


def opened(folder: Path, *changes: tuple[str, str], shown: bool = True) -> Run:
    run = Run(small(folder, letter(*changes)), 1, LASTING, Inputs(shown))
    run.choose("open")
    return run


def log(run: Run) -> list[str]:
    """The log in short: who speaks, and what is crossed out."""
    return [
        f"{'' if said.speaker is None else said.speaker + ': '}{said.text}{' (out)' * said.struck}"
        for said in run.log
    ]


BEGUN = ["The yard.", "Open the letter.", "Dear Ana."]
TURNED = [*BEGUN, "Dear Ana. (out)", "ben: Yours, Ben."]


def test_what_an_instrument_says_is_logged_when_it_first_appears(tmp_path: Path) -> None:
    run = opened(tmp_path)
    assert log(run) == BEGUN
    run.choose("turn")
    assert log(run) == TURNED


def test_what_stays_is_not_logged_again_while_time_passes(tmp_path: Path) -> None:
    run = opened(tmp_path, ("Dear Ana.", '"Dear Ana, {ticks}."'))
    run.choose("turn")
    before = log(run)
    run.tick(4)
    run.choose("turn")
    assert log(run) == before
    run.tick(1)
    assert log(run) == [*before, "The street."]


def test_who_plays_it_again_reads_it_again(tmp_path: Path) -> None:
    run = opened(tmp_path)
    run.choose("leave")
    run.choose("open")
    assert log(run) == [*BEGUN, *BEGUN]


def test_a_page_that_nobody_saw_is_not_logged(tmp_path: Path) -> None:
    class Torn(LastingLetter):
        """One whose last page lies open only when it is over."""

        def step(self, state: State, act: str | Tick) -> Step:
            step = super().step(state, act)
            return replace(step, state={**step.state, "at": 1}) if act == "leave" else step

    run = Run(small(tmp_path, letter()), 1, {"letter": Torn()})
    run.choose("open")
    run.choose("leave")
    assert log(run) == [*BEGUN, "The yard."]


def test_a_scene_that_it_visits_is_logged_before_what_is_read_after_it(tmp_path: Path) -> None:
    story = small(tmp_path, letter(("The gate., end: at-the-gate", "The gate., return: true")))
    run = Run(story, 1, {"letter": InterruptedLetter()})
    run.choose("open")
    run.choose("turn")
    assert log(run) == [*BEGUN, "The gate."]
    run.choose("on")
    assert log(run) == [*BEGUN, "The gate.", "Dear Ana. (out)", "ben: Yours, Ben."]


def test_it_is_the_same_after_a_save_and_after_undo_and_redo(tmp_path: Path) -> None:
    run = opened(tmp_path)
    run.choose("turn")
    assert log(resume(run.story, save_text(run), LASTING).run) == TURNED
    run.undo()
    assert log(run) == BEGUN
    run.redo()
    assert log(run) == TURNED
    run.tick(2)
    run.tick(2)
    again = resume(run.story, save_text(run), LASTING).run
    assert again.log == run.log
    assert log(again) == TURNED


def test_where_the_score_is_hidden_a_page_says_nothing_of_it(tmp_path: Path) -> None:
    tells = ("Dear Ana.", "Dear Ana.{if points(book) > 0} You are proud.{end}")
    assert log(opened(tmp_path, tells))[-1] == "Dear Ana. You are proud."
    assert log(opened(tmp_path, tells, shown=False))[-1] == "Dear Ana."
