"""Cuts in play: what stands in for a scene is come to in its place, by whatever way."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.play.inputs import Inputs
from game.play.replays import replayed
from game.play.run import Run
from game.play.saves import SaveError, resume, save_text
from game.story.model import Story
from tests.play.pools_test import walks, with_pools
from tests.play.small import INSTRUMENTS, begin, small, texts

CUTS = "{museum: Five minutes, evening: An evening}"
SCENES = """\
yard:
  text: The yard. {cut}
  choices:
    walk: {text: Walk., set: {coins: coins + 1}, go: street}
    call: {text: Call., call: street, then: lane}
    wait: {text: Wait., later: [{in: 1 hour, scene: street}], takes: 2 hours, go: lane}
    pay: {text: Pay., if: cut is museum, end: paid}
street: {cuts: {museum: bridge, evening: lane}, text: The street., go: yard}
bridge: {cuts: {museum: alley}, text: The bridge., go: yard}
alley: {text: The alley., return: true}
lane: {text: The lane., go: yard}
"""


def cut_story(folder: Path, scenes: str = SCENES, **heads: str) -> Story:
    return small(folder, scenes, **{"cuts": CUTS, **heads})


def played(story: Story, cut: str | None, *choices: str) -> Run:
    run = Run(story, 1, INSTRUMENTS, Inputs(cut=cut))
    for choice in choices:
        run.choose(choice)
    return run


@pytest.mark.parametrize(
    ("cut", "text"),
    [(None, "The street."), ("museum", "The alley."), ("evening", "The lane.")],
)
def test_what_stands_in_for_a_scene_is_come_to_along_the_chain(
    tmp_path: Path, cut: str | None, text: str
) -> None:
    assert texts(played(cut_story(tmp_path), cut, "walk")) == [text]


def test_conditions_and_texts_know_the_cut(tmp_path: Path) -> None:
    story = cut_story(tmp_path)
    assert texts(played(story, None)) == ["The yard. whole"]
    run = played(story, "museum")
    assert texts(run) == ["The yard. museum"]
    assert [option.id for option in run.view().options][-1] == "pay"
    assert [option.id for option in played(story, "evening").view().options][-1] == "wait"


def test_calls_and_what_is_due_come_to_it_as_well(tmp_path: Path) -> None:
    story = cut_story(tmp_path)
    run = played(story, "museum", "call")
    assert texts(run) == ["The alley."]
    run.choose("on")
    assert texts(run) == ["The lane."]
    run = played(story, "museum", "wait")
    assert texts(run) == ["The alley."]
    run.choose("on")
    assert texts(run) == ["The lane."]


def test_a_cut_can_begin_elsewhere(tmp_path: Path) -> None:
    story = cut_story(tmp_path, starts="street")
    assert texts(played(story, None)) == ["The street."]
    assert texts(played(story, "museum")) == ["The alley."]


def test_what_tells_instead_can_be_cut_too(tmp_path: Path) -> None:
    scenes = """\
    yard: {content: [a quarrel], instead: told, text: The yard., go: told}
    told: {cuts: {museum: brief}, text: They quarrelled., end: over}
    brief: {text: A quarrel., end: over}
    """
    assert texts(played(cut_story(tmp_path, scenes), "museum", "instead")) == ["A quarrel."]


def test_a_pool_draws_what_stands_in_and_knows_what_was_visited(tmp_path: Path) -> None:
    scenes = """\
    yard: {text: The yard., choices: {walk: {text: Walk., go: streets}}}
    market: {cuts: {museum: stall}, text: The market., go: yard}
    stall: {text: A stall., go: yard}
    river: {text: The river., go: yard}
    home: {text: Home., go: yard}
    """
    once = "streets: {otherwise: home, scenes: {market: {once: true}}}"
    story = with_pools(tmp_path, once, scenes, cuts=CUTS)
    assert walks(played(story, "museum"), 2) == ["stall", "home"]
    oldest = "streets: {draw: least-recent, scenes: {market: {}, river: {}}}"
    met = walks(played(with_pools(tmp_path, oldest, scenes, cuts=CUTS), "museum"), 6)
    assert set(met[:2]) == {"stall", "river"}
    assert met == met[:2] * 3


# --- saves ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cut", "choices"),
    [
        (None, ("walk", "on", "wait")),
        ("museum", ("call", "on", "on", "walk")),
        ("evening", ("wait", "on", "walk")),
    ],
)
def test_a_cut_is_kept_by_saves_undo_and_replays_at_each_step(
    tmp_path: Path, cut: str | None, choices: tuple[str, ...]
) -> None:
    story = cut_story(tmp_path)
    run = played(story, cut)
    for choice in choices:
        run.choose(choice)
        view = run.view()
        again = resume(story, save_text(run), INSTRUMENTS)
        assert (again.told, again.run.inputs.cut, again.run.view()) == (None, cut, view)
        assert again.run.undo()
        assert again.run.redo()
        assert again.run.view() == view
        assert replayed(run, run.journal)[0].view() == view


def test_a_cut_that_is_gone_leads_on_in_the_whole_story_and_that_is_told(tmp_path: Path) -> None:
    run = played(cut_story(tmp_path), "museum", "walk")
    scenes = """\
    yard: {text: The yard., choices: {walk: {text: Walk., go: street}}}
    street: {text: The street., go: yard}
    """
    again = resume(small(tmp_path, scenes), save_text(run), INSTRUMENTS)
    assert again.told is not None
    assert "cut 'museum' is gone" in again.told
    assert "step" not in again.told
    assert (again.run.inputs.cut, texts(again.run)) == (None, ["The street."])
    assert resume(again.run.story, save_text(again.run), INSTRUMENTS).told is None


def test_a_cut_that_is_gone_and_steps_that_do_not_fit_are_told_together(tmp_path: Path) -> None:
    run = played(cut_story(tmp_path), "museum", "walk")
    scenes = "yard: {text: The yard., choices: {stay: {text: Stay., end: over}}}"
    told = resume(small(tmp_path, scenes), save_text(run), INSTRUMENTS).told
    assert told is not None
    assert "cut 'museum' is gone" in told
    assert "1 step after it" in told


@pytest.mark.parametrize("cut", [3, True, "", "Five minutes", ["museum"], "x" * 61])
def test_a_damaged_cut_is_told(tmp_path: Path, cut: object) -> None:
    story = cut_story(tmp_path)
    text = json.dumps({**json.loads(save_text(begin(story))), "cut": cut})
    with pytest.raises(SaveError, match="'cut'"):
        resume(story, text, INSTRUMENTS)
