"""Saves from before scenes and choices had other names: everything goes on as it was."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.renames import retold
from game.play.run import Run
from game.play.saves import resume, save_text
from game.story.model import Renamed, Story
from tests.play.pools_test import with_pools
from tests.play.small import INSTRUMENTS, PAIR, SIT, begin, small, texts

OLD = """\
yard:
  text: The yard.
  choices:
    sing: {text: Sing., deeds: [good], go: yard}
    walk: {text: Walk., go: street}
    leave: {text: Leave., end: over}
street: {content: [a quarrel], text: The street., go: yard}
"""
NEW = """\
court:
  was: yard
  text: The court.
  choices:
    hum: {was: [sing, whistle], text: Hum., deeds: [good], go: court}
    stroll: {was: walk, text: Stroll., go: lane}
    leave: {text: Leave., end: over}
lane: {was: street, content: [a quarrel], text: The lane., go: court}
"""


def reopened(run: Run, story: Story) -> Run:
    again = resume(story, save_text(run), INSTRUMENTS)
    assert again.told is None
    return again.run


def test_renamed_choices_of_renamed_scenes_still_fit(tmp_path: Path) -> None:
    run = begin(small(tmp_path, OLD), "sing", "walk", "on", "on", "sing")
    again = reopened(run, small(tmp_path, NEW, starts="court"))
    assert texts(again) == ["The court."]
    assert again.view().scores[0].value == "7"
    assert again.journal[:3] == [
        ["choose", "court", "hum"],
        ["choose", "court", "stroll"],
        ["note", "lane", "on", "scene"],
    ]
    assert save_text(reopened(again, again.story)) == save_text(again)


def test_undone_acts_can_be_brought_back_under_their_new_names(tmp_path: Path) -> None:
    run = begin(small(tmp_path, OLD), "sing", "walk", "on")
    for _ in range(3):
        run.undo()
    again = reopened(run, small(tmp_path, NEW, starts="court"))
    for _ in range(3):
        assert again.redo()
    assert texts(again) == ["The lane."]


def test_a_scene_that_had_one_way_on_may_have_choices_since(tmp_path: Path) -> None:
    run = begin(small(tmp_path, "yard: {text: The yard., go: street}\nstreet: {text: S., end: x}"))
    run.choose("on")
    new = """\
    yard:
      text: The yard.
      choices:
        walk: {was: "on", text: Walk., go: street}
        stay: {text: Stay., go: yard}
    street: {text: The street., end: x}
    """
    assert texts(reopened(run, small(tmp_path, new))) == ["The street."]


def test_moves_and_time_in_an_instrument_follow_its_scene(tmp_path: Path) -> None:
    sit = "".join(f"      {line}\n" for line in SIT.splitlines())
    scenes = "yard:\n  text: The yard.\n  choices:\n    sit:\n      text: Sit.\n" + sit
    scenes += "street: {text: The street., end: over}\n"
    run = begin(small(tmp_path, scenes), "sit", "nod")
    run.tick(3)
    new = scenes.replace("yard:\n", "court:\n  was: yard\n").replace("    sit:", "    rest:", 1)
    new = new.replace("      text: Sit.\n", "      was: sit\n      text: Rest.\n")
    again = reopened(run, small(tmp_path, new, starts="court"))
    assert texts(again) == ["You sit. 3"]
    assert again.view().scores[0].value == "5"


STUCK = "yard: {text: The yard., choices: {buy: {text: B., needs: coins > 0, reason: No., end: x}}}"


def test_going_on_where_nothing_was_open_follows_its_scene(tmp_path: Path) -> None:
    run = begin(small(tmp_path, STUCK), "on")
    new = STUCK.replace("yard: {", "court: {was: yard, ")
    assert reopened(run, small(tmp_path, new, starts="court")).view().kind == "end"


# --- luck -----------------------------------------------------------------------------------------

LUCKY = """\
system: book
name: Book
eyes: {clerk: {chance: 50%}}
rules: {good: {points: 2}, bad: {points: -5}}
"""


@pytest.mark.parametrize("seed", range(8))
def test_another_name_is_no_other_luck(tmp_path: Path, seed: int) -> None:
    run = begin(small(tmp_path, OLD, LUCKY), *["sing"] * 6, seed=seed)
    again = reopened(run, small(tmp_path, NEW, LUCKY, starts="court"))
    assert [e.amount for e in again.state.books.entries] == [
        e.amount for e in run.state.books.entries
    ]


@pytest.mark.parametrize("seed", range(8))
def test_what_is_shuffled_or_drawn_from_a_pool_comes_as_before(tmp_path: Path, seed: int) -> None:
    scenes = """\
    yard:
      text: "{shuffled}Cold.{next}Wet.{next}Windy.{next}Warm.{end}"
      choices: {walk: {text: Walk., go: streets}}
    market: {text: The market., go: yard}
    river: {text: The river., go: yard}
    """
    pools = "streets: {scenes: {market: {}, river: {}}}"
    run = begin(with_pools(tmp_path, pools, scenes), *["walk", "on"] * 3, seed=seed)
    new = scenes.replace("yard:", "court:\n      was: yard", 1).replace("go: yard", "go: court")
    again = reopened(run, with_pools(tmp_path, pools, new, starts="court"))
    assert again.log == run.log


@pytest.mark.parametrize("seed", range(4))
def test_a_pair_keeps_the_arm_that_came_first_and_its_answers(tmp_path: Path, seed: int) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give", "wait", "keep", seed=seed)
    new = PAIR.replace("knock:\n", "ring:\n  was: knock\n").replace("go: knock", "go: ring")
    new = new.replace("give: {", "part-with: {was: give, ")
    again = reopened(run, small(tmp_path, new))
    assert [(one.scene, one.arm) for one in again.answers()] == [
        ("ring", one.arm) for one in run.answers()
    ]
    assert [one.choice for one in again.answers()] == ["part-with", "keep"]


def test_what_is_no_choice_keeps_its_words() -> None:
    renamed = Renamed({"yard": "court"}, {"court": {"k7": "k8", "on": "walk"}})
    acts = [["move", "yard", "k7"], ["note", "yard", "on", "scene"], ["ticks", "yard", 4], "undo"]
    assert retold(acts, renamed) == [  # type: ignore[arg-type]
        ["move", "court", "k7"],
        ["note", "court", "on", "scene"],
        ["ticks", "court", 4],
        "undo",
    ]
