"""The reading strip within a run: time, saves, and what a hidden score hides."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.commands.wiring import INSTRUMENTS, SPECS
from game.play import untimed
from game.play.inputs import Inputs
from game.play.run import Run
from game.play.saves import resume, save_text
from game.story.load import examine
from game.story.model import Story
from tests.stories import changed, write_story

CHAPTER = "chapters/one.yaml"
BORROW = "gate: loan\n        call: visit\n        then: the-end\n"
STARTS = "starts: 2019-04-12 14:00"
PLAY = """\
play:
          reading-strip:
            minutes: 4
            pages: [headline, ending]
            reads: read-minutes
            whole: close-app
            lit: double
            rings: {after: 60, for: 100}
        words:
          headline: Bumper harvest.
          ending: "xiaoyu: Well."
          day: "{clock}"
          ringing: It rings.
          missed: It rang.
          scroll: Scroll.
          answer: Answer.
          leave: Put it down.
        outcomes:
          read: {go: the-end, sees: "{held} minutes", misses: who rang}
          answered: {go: the-call, sees: "{clock}", misses: minutes}
          left:
            go: told-instead
            sees: "{held} of {minutes} minutes, closed at {clock}"
            misses: who rang
"""
OUTCOMES = {"read": "the-end", "answered": "the-call", "left": "told-instead"}


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    files = changed(CHAPTER, BORROW, PLAY)
    files["story.yaml"] = files["story.yaml"].replace(STARTS, "starts: 2019-01-16 20:07", 1)
    found = examine(write_story(tmp_path_factory.mktemp("strip"), files), SPECS)
    assert found.story is not None, [str(one) for one in found.diagnostics]
    return found.story


def begin(story: Story, shown: bool = True) -> Run:
    run = Run(story, 1, INSTRUMENTS, Inputs(shown))
    run.choose("on")
    run.choose("borrow")
    return run


TIMED = {
    "read": [30, "scroll", 60, "scroll", 30, "scroll", 30],
    "answered": [35, "scroll", 5, "answer"],
    "left": [80, "leave"],
}
UNTIMED = {
    "read": ["scroll"] * 6,
    "answered": ["scroll", "answer"],
    "left": ["scroll", "leave"],
}


@pytest.mark.parametrize("outcome", OUTCOMES)
def test_a_run_comes_to_every_outcome_with_and_without_time(story: Story, outcome: str) -> None:
    timed, still = begin(story), begin(story)
    for act in TIMED[outcome]:
        timed.tick(act) if isinstance(act, int) else timed.choose(act)
    for move in UNTIMED[outcome]:
        if still.view().playing:
            untimed.choose(still, move)
    for run in (timed, still):
        again = resume(story, save_text(run), INSTRUMENTS).run
        assert run.view().scene == again.view().scene == OUTCOMES[outcome]
        assert again.state.books.records == run.state.books.records


@given(acts=st.lists(st.sampled_from(["scroll", "leave", 20, 40, 90]), max_size=30))
def test_the_clock_goes_on_minute_by_minute_and_stays_where_it_is_when_one_stops(
    story: Story, acts: list[str | int]
) -> None:
    run, read = begin(story), []
    for act in acts:
        for each in [1] * act if isinstance(act, int) else [act]:
            if run.view().playing and (isinstance(each, int) or each in options(run)):
                before, said = minute(run), run.view().lines[0].text
                assert (run.view().when or "").endswith(said)
                run.tick(each) if isinstance(each, int) else run.choose(each)
                read.append(minute(run) - before)
                assert read[-1] in ((0, 1) if isinstance(each, int) else (0,))
    assert minute(run) == 20 * 60 + 7 + sum(read)


def test_what_the_score_sees_can_say_how_much_was_held(story: Story) -> None:
    run = begin(story)
    run.tick(1000)
    run.choose("leave")
    after = run.view().aftermath
    assert after is not None and after.sees == "1 of 4 minutes, closed at 20:09"


def test_whoever_answers_does_so_in_the_minute_that_the_clock_shows(story: Story) -> None:
    run = begin(story)
    run.tick(79)
    assert minute(run) == 20 * 60 + 9
    run.choose("answer")
    after = run.view().aftermath
    assert after is not None and after.sees == "20:09"


def test_the_calendar_moves_on_by_what_passed_and_the_score_sees_what_was_held(
    story: Story,
) -> None:
    run = begin(story)
    run.tick(1000)
    assert run.journal[-1] == ["ticks", "the-cafe", 1000] and not run.view().ticking
    run.choose("leave")
    assert run.facts.clock == "20:09"
    [record] = run.state.books.records
    assert (record.kind, record.quantity) == ("read-minutes", 1)


def test_a_drawing_has_the_day_line_unless_the_score_is_hidden(story: Story) -> None:
    day = begin(story).view().told[0]
    assert (day.key, day.values["lit"], day.values["now"]) == ("day", "360-510,1200-1350", 1207)
    hidden = begin(story, shown=False).view().told[0]
    assert (hidden.values["lit"], hidden.values["now"]) == ("", 1207)


PLAYED = (30, "scroll", 28, 2, "scroll", 30, "scroll", 20, 10)
"""Real ticks, told as they come, between moves; the last ones read it to its end."""


def test_one_undo_takes_back_a_move_with_all_the_time_after_it(story: Story) -> None:
    run = begin(story)
    kept = []
    for act in PLAYED:
        if isinstance(act, int):
            run.tick(act)
        else:
            kept.append(run.view().kept())
            run.choose(act)
    assert run.view().scene == OUTCOMES["read"]
    while kept:
        assert run.undo()
        assert run.view() == kept.pop()
        again = resume(story, save_text(run), INSTRUMENTS).run
        assert again.view() == run.view()
        run.tick(1)  # It goes on meanwhile, and that is taken back as well.


def test_time_before_any_move_is_taken_back_with_the_choice_that_opened_it(story: Story) -> None:
    run = Run(story, 1, INSTRUMENTS)
    run.choose("on")
    before = run.view().kept()
    run.choose("borrow")
    for ticks in (3, 20, 1):
        run.tick(ticks)
    assert run.undo()
    assert run.view() == before
    assert run.redo()
    assert run.state.playing is not None and run.state.playing.state["passed"] == 24 * 20


@given(acts=st.lists(st.sampled_from(["scroll", "answer", 7, 30, 90]), max_size=12))
def test_a_run_can_be_saved_and_taken_back_anywhere_inside(
    story: Story, acts: list[str | int]
) -> None:
    run = begin(story)
    for act in acts:
        if run.view().playing and (isinstance(act, int) or act in options(run)):
            before = run.view().kept()
            run.tick(act) if isinstance(act, int) else run.choose(act)
            after = run.view().kept()
            assert resume(story, save_text(run), INSTRUMENTS).run.view() == after
            if act == "scroll":
                assert run.undo() and run.view() == before
                assert run.redo() and run.view() == after


def options(run: Run) -> list[str]:
    return [option.id for option in run.view().options]


def minute(run: Run) -> int:
    """The minute of the day that the screen shows."""
    hour, minutes = (run.view().when or "").split(", ")[1].split(":")
    return int(hour) * 60 + int(minutes)
