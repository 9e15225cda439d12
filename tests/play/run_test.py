from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import NotOpen
from game.play import ledger
from game.play.inputs import Inputs
from game.play.replays import replayed
from game.play.run import Run
from tests.example import example
from tests.play.small import begin, small, texts


def played(*choices: str) -> Run:
    run = Run(example(), seed=3)
    for choice in choices:
        run.choose(choice)
    return run


def test_a_choice_that_is_not_there_changes_nothing() -> None:
    run = played()
    before = run.view()
    with pytest.raises(NotOpen, match="no choice 'fly'"):
        run.choose("fly")
    assert run.view() is before
    assert run.journal == []


def test_a_shut_choice_says_why_and_changes_nothing() -> None:
    run = played("push")
    with pytest.raises(NotOpen, match="needs 12; you have 10"):
        run.choose("short")
    assert run.journal == [["choose", "the-door", "push"]]


def test_a_choice_that_is_used_up_is_gone() -> None:
    run = played("wait")
    with pytest.raises(NotOpen, match="no choice 'wait'"):
        run.choose("wait")


def test_nothing_can_be_chosen_after_the_end() -> None:
    run = played("push", "long")
    assert run.over
    with pytest.raises(NotOpen, match="end"):
        run.choose("long")


def test_undo_and_redo_go_to_any_depth() -> None:
    run = played("wait", "let-past", "short")
    seen = [run.view().kept()]
    while run.undo():
        seen.append(run.view())
    assert seen[-1].scene == "the-door"
    assert seen[-1].scores[0].value == "10"
    while run.redo():
        seen.append(run.view())
    assert seen[-1] == seen[0]
    assert not run.can_redo


def test_the_log_holds_everything_that_was_said_and_undo_takes_it_back() -> None:
    run = played("wait", "let-past")
    said = [(line.kind, line.text) for line in run.log]
    assert ("choice", "Let him go first.") in said
    assert ("sees", "one person let past") in said
    assert ("misses", "the child was asleep") in said
    run.undo()
    assert ("choice", "Let him go first.") not in [(line.kind, line.text) for line in run.log]


def test_every_entry_can_be_asked_why() -> None:
    run = played("wait", "let-past")
    row = ledger.rows(run)[-1]
    assert (row.amount, row.total, row.title) == ("+2", "12", "somebody let past")
    told = " ".join(ledger.why(run, row.number))
    assert "camera" in told
    assert "4 March 2019" in told


def test_a_run_with_a_hidden_score_shows_none_of_it_but_counts_it() -> None:
    run = Run(example(), seed=3, inputs=Inputs(False))
    run.choose("wait")
    run.choose("let-past")
    view = run.view()
    assert view.scores == ()
    assert view.aftermath is not None
    assert (view.aftermath.sees, view.aftermath.misses, view.aftermath.changes) == (None, None, ())
    assert ledger.rows(run) == []
    assert view.options[0].open
    run.choose("short")
    assert [row.amount for row in ledger.rows(run)] == ["+2"]


def test_a_shut_gate_gives_no_figures_where_the_score_is_hidden() -> None:
    run = Run(example(), seed=3, inputs=Inputs(False))
    run.choose("push")
    assert run.view().options[0].reason == ("Not open.",)


def test_a_replay_is_equal() -> None:
    run = played("wait", "let-past", "short")
    run.undo()
    run.choose("long")
    again, lost = replayed(run, run.journal)
    assert lost == 0
    assert again.view() == run.view()
    assert again.log == run.log
    assert again.journal == run.journal
    assert again.state.books.entries == run.state.books.entries


def test_a_run_can_be_left_at_any_moment() -> None:
    run = played("wait")
    run.leave()
    assert run.over


def test_going_on_can_be_asked_for_like_a_choice(tmp_path: Path) -> None:
    scenes = """\
    yard: {text: "{if chosen(yard, on)}Again.{else}The yard.{end}", go: lane}
    lane: {text: The lane., go: yard}
    """
    run = begin(small(tmp_path, scenes))
    assert texts(run) == ["The yard."]
    run.choose("on")
    run.choose("on")
    assert texts(run) == ["Again."]
