"""What fuzzing promises: the same by the same seed, and whatever falls is found and told."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest

from game.commands.wiring import INSTRUMENTS, SPECS
from game.fuzz import corpus, trials
from game.fuzz.mutate import Mutator
from game.fuzz.plays import Player, mutated_save
from game.fuzz.trials import Trials
from game.play.run import Run
from game.story.load import Report, examine
from tests.play.letter import letter
from tests.play.small import INSTRUMENTS as small_instruments
from tests.play.small import small
from tests.stories import GOOD, write_story

REPOSITORY = Path(__file__).parent.parent.parent
EVERYTHING = Path(__file__).parent / "everything"


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A small one, with one story."""
    write_story(tmp_path / "repository" / "story" / "small")
    return tmp_path / "repository"


@pytest.fixture
def made(repository: Path, tmp_path: Path) -> Trials:
    return Trials(repository, INSTRUMENTS, 5, tmp_path / "place", tmp_path / "keep")


def test_the_story_that_is_broken_most_is_whole_itself() -> None:
    assert examine(EVERYTHING, SPECS).errors == 0


def test_all_stories_of_the_repository_are_broken() -> None:
    found = corpus.stories(REPOSITORY)
    assert {"story/a-thousand", "tests/probes/plum", "tests/fuzz/everything"} <= set(found)
    assert all("story.yaml" in files for files in found.values())


def test_the_same_seed_breaks_stories_alike_and_others_otherwise() -> None:
    whole = {"small": {name: text.encode() for name, text in GOOD.items()}}
    one, other = Mutator(whole), Mutator(whole)
    for seed in range(60):
        name, files = one.mutated(Random(seed))
        assert (name, files) == other.mutated(Random(seed))
    broken = [one.mutated(Random(seed))[1] for seed in range(60)]
    assert sum(files != whole["small"] for files in broken) > 50
    assert len({str(sorted(files.items())) for files in broken}) > 50


def test_trials_count_what_they_did(made: Trials) -> None:
    files = [made.run(f"f{number}") for number in range(30)]
    assert not [failure for tally in files for failure in tally.failures]
    assert sum(tally.files for tally in files) == 30
    assert 0 < sum(tally.loaded for tally in files) < 30
    assert all(tally.findings or tally.loaded for tally in files)
    inputs = [made.run(f"i{number}") for number in range(4)]
    assert not [failure for tally in inputs for failure in tally.failures]
    assert sum(tally.inputs for tally in inputs) == 4 * trials.INPUTS


def test_a_fault_of_the_reader_is_told_and_the_story_kept(
    made: Trials, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def faulty(*_: object) -> Report:
        raise KeyError("planted")

    monkeypatch.setattr(trials, "examine", faulty)
    (failure,) = made.run("f3").failures
    assert failure.name == "f3" and "planted" in failure.what and "faulty" in failure.trace
    assert corpus.files(tmp_path / "keep" / "5-f3")


def test_an_endless_loop_is_stopped_and_told(made: Trials, monkeypatch: pytest.MonkeyPatch) -> None:
    def endless(*_: object) -> Report:
        while True:
            try:
                sum(range(1_000))
            except Exception:
                continue

    monkeypatch.setattr(trials, "examine", endless)
    monkeypatch.setattr(trials, "LONGEST", 0.05)
    (failure,) = made.run("f3").failures
    assert "more than" in failure.what and "endless" in failure.trace


def test_a_run_that_a_wrong_input_changes_is_told(
    made: Trials, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = Run.choose

    def careless(run: Run, choice: str) -> None:
        run.state.variables["cash"] = 1
        honest(run, choice)

    monkeypatch.setattr(Run, "choose", careless)
    failures = [failure for number in range(6) for failure in made.run(f"i{number}").failures]
    assert any("changed" in failure.what for failure in failures)


def test_saves_are_broken_alike_by_the_same_chance() -> None:
    text = '{"save":1,"seed":3,"acts":[["choose","a","b"],"undo"]}'
    broken = [mutated_save(text, Random(seed), ["a", "b"]) for seed in range(50)]
    assert broken == [mutated_save(text, Random(seed), ["a", "b"]) for seed in range(50)]
    assert len(set(broken)) > 25


def test_an_instrument_in_which_time_passes_holds(tmp_path: Path) -> None:
    story = small(tmp_path, letter(("rings: 0", "rings: 3"), ("takes: 5", "takes: 60")))
    for seed in range(10):
        Player(story, small_instruments, Random(seed)).give(60)
