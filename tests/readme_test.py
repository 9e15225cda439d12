"""The README's example is a story that runs, and does what the README says."""

from __future__ import annotations

import pytest

from game.play.run import Run
from tests.example import example


@pytest.fixture
def run() -> Run:
    return Run(example(), seed=1)


def test_before_nine_the_camera_is_asleep(run: Run) -> None:
    run.choose("let-past")
    view = run.view()
    assert view.aftermath is not None
    assert view.aftermath.seen_nothing
    assert view.aftermath.misses == "the child was asleep"
    assert [option.open for option in view.options] == [False, True]
    assert "needs 12; you have 10" in " ".join(view.options[0].reason)


def test_after_nine_it_is_a_record_and_opens_the_gate(run: Run) -> None:
    run.choose("wait")
    assert "at the door again" in run.view().lines[0].text
    assert [option.id for option in run.view().options] == ["let-past", "push"]
    run.choose("let-past")
    view = run.view()
    assert view.aftermath is not None
    assert view.aftermath.sees == "one person let past"
    assert [(change.name, change.amount) for change in view.aftermath.changes] == [
        ("Good Manners", 2)
    ]
    assert view.scores[0].value == "12"
    run.choose("short")
    assert run.view().ending == "stamped"


def test_a_condition_in_a_text_reads_what_was_done(run: Run) -> None:
    run.choose("push")
    assert "wipe your shoes" in run.view().lines[0].text
    assert run.view().lines[0].speaker == "clerk"
