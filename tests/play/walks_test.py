"""What must hold in every run of every story of ours."""

from __future__ import annotations

from random import Random

import pytest

from game.play import ledger
from game.play.replays import replayed
from game.play.run import Run
from game.play.saves import resume, save_text
from tests.walks import INSTRUMENTS, STORIES, begin, step, story, walk


def same(one: Run, other: Run) -> bool:
    return (
        one.view() == other.view()
        and one.log == other.log
        and one.journal == other.journal
        and one.state.books.entries == other.state.books.entries
        and one.state.variables == other.state.variables
    )


@pytest.mark.parametrize("name", STORIES)
def test_a_hundred_random_runs_come_to_an_end_and_replay_alike(name: str) -> None:
    for seed in range(100):
        run = walk(name, seed)
        assert run.over, f"seed {seed} is lost in {run.view().scene}"
        assert run.view().ending != "no-way-on"
        again, lost = replayed(run, run.journal)
        assert lost == 0
        assert same(run, again)


@pytest.mark.parametrize("name", STORIES)
def test_a_save_at_every_step_loads_and_goes_on_alike(name: str) -> None:
    for seed in range(10):
        straight, kept, hand, other = (
            begin(name, seed),
            begin(name, seed),
            Random(seed),
            Random(seed),
        )
        while not straight.over and len(straight.journal) < 200:
            step(straight, hand)
            step(kept, other)
            kept = resume(story(name), save_text(kept), INSTRUMENTS).run
        assert same(straight, kept)


@pytest.mark.parametrize("name", STORIES)
def test_ledgers_add_up_and_every_entry_can_be_asked_why(name: str) -> None:
    for seed in range(20):
        run = walk(name, seed)
        books = run.state.books
        totals: dict[tuple[str, str], int] = {}
        for entry in books.entries:
            key = (entry.system, entry.holder)
            before = totals.get(key, books.opening(*key))
            assert entry.total == before + entry.amount or _forgets(run, entry.system)
            totals[key] = entry.total
        for row in ledger.rows(run):
            assert ledger.why(run, row.number)


def _forgets(run: Run, system: str) -> bool:
    """A count forgets what is older than its window."""
    return run.story.systems[system].scale == "count"


@pytest.mark.parametrize("name", STORIES)
def test_the_same_seed_and_answers_make_the_same_journal(name: str) -> None:
    assert save_text(walk(name, 11)) == save_text(walk(name, 11))
