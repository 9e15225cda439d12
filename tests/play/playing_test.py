from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.play.instruments import Instrument, Said, State, Step, Tick
from game.play.run import Run
from game.play.saves import resume, save_text
from game.play.view import Told
from game.story.effects import DeedSpec
from game.story.prose import Line
from tests.play.letter import letter
from tests.play.small import Bench, begin, small, texts

SCENES = """\
yard:
  text: The yard.
  choices:
    sit:
      text: Sit down.
      deeds: [good]
      play: {bench: {limit: 50}}
      words: {told: You sit., nod: Nod., leave: Get up.}
      outcomes: {left: street, late: street}
    go: {text: Go., go: street}
street: {text: The street., end: over}
"""


DAY = "Thursday 10 January 2019"


class BrokenBench(Bench):
    """One that fails in a way that nobody foresaw."""

    def step(self, state: State, act: str | Tick) -> Step:
        super().step(state, act)
        raise RuntimeError("a leg is missing")


class StandingBench(Bench):
    """One that time does nothing to, and that is not to be asked what it does."""

    def ticking(self, state: State) -> bool:
        return False

    def step(self, state: State, act: str | Tick) -> Step:
        assert not isinstance(act, Tick)
        return super().step(state, act)


class Collection(Bench):
    """One where somebody comes round every third tick, and something is given."""

    def step(self, state: State, act: str | Tick) -> Step:
        step = super().step(state, act)
        given = isinstance(act, Tick) and step.state["ticks"] in (3, 6)
        return replace(step, deeds=(DeedSpec("good"),)) if given else step


class LongBench(Bench):
    """One that it takes half an hour to get up from."""

    def step(self, state: State, act: str | Tick) -> Step:
        step = super().step(state, act)
        return replace(step, takes=30) if step.outcome is not None else step


class HummingBench(Bench):
    """One that says a thing for which an author need not have words."""

    def view(self, state: State) -> tuple[Said, ...]:
        return (*super().view(state), Said("hum", {"notes": 3}))


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return Run(small(tmp_path, SCENES), 1, {"bench": BrokenBench()})


def test_what_fails_half_way_leaves_the_run_as_it_was(run: Run) -> None:
    run.choose("sit")
    before, saved = run.view().kept(), save_text(run)
    for act in (lambda: run.choose("nod"), lambda: run.tick(3)):
        with pytest.raises(RuntimeError):
            act()
        assert run.view() == before
        assert save_text(run) == saved
    run.undo()
    run.choose("go")
    assert run.view().scene == "street"


def test_what_fails_when_it_is_brought_back_leaves_the_run_as_it_was(tmp_path: Path) -> None:
    benches: dict[str, Instrument] = {"bench": Bench()}
    run = Run(small(tmp_path, SCENES), 1, benches)
    run.choose("sit")
    run.tick(3)
    run.undo()
    before, saved = run.view().kept(), save_text(run)
    benches["bench"] = BrokenBench()
    with pytest.raises(RuntimeError):
        run.redo()
    assert run.view() == before
    assert save_text(run) == saved
    benches["bench"] = Bench()
    assert run.redo()
    assert run.view().kind == "instrument"


def test_time_ends_with_the_instrument(tmp_path: Path) -> None:
    run = Run(small(tmp_path, SCENES), 1, {"bench": Bench()})
    run.choose("sit")
    run.tick(20)
    run.tick(60)
    assert run.view().scene == "street"
    assert run.journal[-1] == ["ticks", "yard", 50]


def test_a_long_time_in_an_instrument_that_stands_is_over_at_once(tmp_path: Path) -> None:
    run = Run(small(tmp_path, SCENES), 1, {"bench": StandingBench()})
    run.choose("sit")
    before = run.view().lines
    run.tick(1_000_000)
    assert run.view().lines == before
    assert run.journal[-1] == ["ticks", "yard", 1_000_000]
    run.choose("leave")
    assert run.view().scene == "street"


def test_what_changed_while_time_passes_does_not_depend_on_when_it_was_saved(
    tmp_path: Path,
) -> None:
    instruments = {"bench": Collection()}
    run = Run(small(tmp_path, SCENES), 1, instruments)
    run.choose("sit")
    for ticks, change in ((2, 2), (2, 4), (1, 4), (3, 6), (1, 6)):
        run.tick(ticks)
        assert run.view().scores[0].change == change
        again = resume(run.story, save_text(run), instruments).run
        assert again.view() == run.view()
    # What was entered since the last act is shown; time belongs to the act before it.
    run.choose("nod")
    assert run.view().scores[0].change == 2


def test_a_drawing_is_told_what_the_words_tell_and_what_is_crossed_out(tmp_path: Path) -> None:
    run = begin(small(tmp_path, letter()), "open", "turn")
    view = run.view()
    assert view.playing == "letter"
    assert view.told == (
        Told("first", {"ticks": 0}, True, (Line(None, "Dear Ana.", struck=True),)),
        Told("last", {"ticks": 0}, False, (Line("ben", "Yours, Ben."),)),
    )
    assert view.lines == tuple(line for told in view.told for line in told.lines)
    run.choose("leave")
    assert (run.view().playing, run.view().told) == (None, ())


def test_minutes_that_an_instrument_takes_pass_for_the_life(tmp_path: Path) -> None:
    run = Run(small(tmp_path, SCENES), 1, {"bench": LongBench()})
    run.choose("sit")
    run.choose("nod")
    assert run.view().when == "Thursday 10 January 2019, 12:00"
    run.choose("leave")
    assert run.view().when == "Thursday 10 January 2019, 12:30"


def test_the_clock_shows_what_has_passed_in_an_instrument_before_it_is_told(
    tmp_path: Path,
) -> None:
    says = '"{clock} {if hour >= 12}noon{end} {points(book)}"'
    run = begin(small(tmp_path, letter(("Dear Ana.", says), ("text: Open the", "text: The"))))
    run.choose("open")
    assert (run.view().when, texts(run)) == (f"{DAY}, 12:00", ["12:00 noon 3"])
    run.choose("turn")
    assert (run.view().when, texts(run)[0]) == (f"{DAY}, 12:01", "12:01 noon 3")
    assert run.state.books.records == []
    run.choose("leave")
    assert run.view().when == f"{DAY}, 12:01"
    run.undo()
    run.undo()
    assert run.view().when == f"{DAY}, 12:00"


def test_no_clock_goes_on_when_all_calendars_have_ended(tmp_path: Path) -> None:
    late = letter(("yard:", "yard:\n  at: 2199-12-31 23:59"))
    run = begin(small(tmp_path, late), "open", "turn")
    assert run.view().when == "Tuesday 31 December 2199, 23:59"


def test_what_has_no_words_is_told_to_a_drawing_alone(tmp_path: Path) -> None:
    run = Run(small(tmp_path, SCENES), 1, {"bench": HummingBench()})
    run.choose("sit")
    view = run.view()
    assert [line.text for line in view.lines] == ["You sit."]
    assert view.told[-1] == Told("hum", {"notes": 3}, False, ())
