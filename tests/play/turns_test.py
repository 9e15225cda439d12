"""Passages that take turns, as a run shows them: by the visits of the scene."""

from __future__ import annotations

from pathlib import Path

from game.play.replays import replayed
from game.play.run import Run
from tests.play.small import begin, small, texts

YARD = """\
yard:
  text: "The yard, {in turn}wet{next}drier{next}dry{end}. {shuffled}Ants{next}Bees{next}Cats{end}."
  choices:
    stay: {text: "Stay{once}{next} again{end}.", go: yard}
    street: {text: Leave., go: street}
street:
  text: "The street, {in turn}wet{next}drier{end}."
  choices:
    home: {text: Back., go: yard}
    end: {text: End., end: over}
"""


def beasts(run: Run, rounds: int) -> list[str]:
    """What comes of the shuffled passages."""
    shown = [texts(run)[0].split(". ")[1]]
    for _ in range(rounds * 3 - 1):
        run.choose("stay")
        shown += [texts(run)[0].split(". ")[1]]
    return shown


def test_each_scene_counts_its_own_visits(tmp_path: Path) -> None:
    story = small(tmp_path, YARD)
    run = begin(story, "stay")
    assert texts(run)[0].startswith("The yard, drier.")
    assert run.view().options[0].text == "Stay again."
    run.choose("street")
    assert texts(run) == ["The street, wet."]
    run.choose("home")
    assert texts(run)[0].startswith("The yard, dry.")
    assert run.view().options[0].text == "Stay."


def test_chance_is_the_run_s_own_and_a_replay_has_the_same(tmp_path: Path) -> None:
    story = small(tmp_path, YARD)
    run = begin(story)
    shown = beasts(run, 4)
    assert [sorted(shown[at : at + 3]) for at in range(0, 12, 3)] == [
        ["Ants.", "Bees.", "Cats."]
    ] * 4
    again, lost = replayed(run, run.journal)
    assert not lost
    assert again.log == run.log
    last = texts(run)
    run.undo()
    run.redo()
    assert texts(run) == last
    assert len({tuple(beasts(begin(story, seed=seed), 2)) for seed in range(9)}) > 3


def test_a_scene_in_two_lives_shows_all_passages_before_one_again(tmp_path: Path) -> None:
    scenes = """\
    yard:
      text: "{shuffled}a{next}b{next}c{end}"
      choices:
        ben: {text: Ben., go: of-ben}
        ana: {text: Ana., go: of-ana}
    of-ben: {life: ben, text: Ben., go: yard}
    of-ana: {life: ana, text: Ana., go: yard}
    """
    run = begin(small(tmp_path, scenes), seed=3)
    shown = texts(run)
    for life in ("ben", "ana", "ben", "ben", "ana"):
        run.choose(life)
        run.choose("on")
        shown += texts(run)
    assert sorted(shown[:3]) == sorted(shown[3:]) == ["a", "b", "c"]
