"""Saves of stories that have changed since: what still fits is kept, nothing is guessed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.mirror import pairs
from game.play.journal import Act
from game.play.run import Run
from game.play.saves import Resumed, resume, save_text
from game.story.load import load
from game.story.model import Story
from tests.play.small import INSTRUMENTS, PAIR, SIT, YARD, begin, options, small, texts


def reopened(run: Run, story: Story) -> Resumed:
    """The run's save, opened with another version of its story."""
    return resume(story, save_text(run), INSTRUMENTS)


def indented(text: str, depth: int) -> str:
    """The lines, so much deeper."""
    return "".join(f"{' ' * depth}{line}\n" for line in text.splitlines())


def test_reordered_choices_and_new_words_lose_nothing(tmp_path: Path) -> None:
    run = begin(small(tmp_path, YARD), "sing", "walk", "on", "sing")
    run.undo()
    new = """\
    street: {text: The long street., go: yard}
    yard:
      title: The yard
      text: A yard it is.
      choices:
        sing: {text: Sing out., deeds: [good], go: yard}
        dance: {text: Dance., go: street}
        walk: {text: Walk off., go: street}
    """
    again = reopened(run, small(tmp_path, new))
    assert again.told is None
    assert texts(again.run) == ["A yard it is."]
    assert again.run.view().scores[0].value == "5"
    assert again.run.journal == run.journal
    assert again.run.redo()
    assert again.run.view().scores[0].value == "7"


def test_a_removed_scene_ends_what_can_be_kept(tmp_path: Path) -> None:
    run = begin(small(tmp_path, YARD), "sing", "walk", "on", "sing")
    new = """\
    yard:
      text: The yard.
      choices:
        walk: {text: Walk., go: lane}
        sing: {text: Sing., deeds: [good], go: yard}
    lane: {text: A lane., go: yard}
    """
    again = reopened(run, small(tmp_path, new))
    assert again.told is not None
    assert "2 steps" in again.told
    assert texts(again.run) == ["A lane."]
    again.run.choose("on")
    assert reopened(again.run, again.run.story).told is None


def test_a_first_scene_that_was_removed_leaves_a_fresh_run(tmp_path: Path) -> None:
    run = begin(small(tmp_path, YARD), "walk", "on")
    again = reopened(run, small(tmp_path, "lane: {text: A lane., end: over}", starts="lane"))
    assert again.told is not None
    assert (again.run.view().scene, again.run.journal) == ("lane", [])


def test_an_undone_act_that_is_gone_can_not_be_redone(tmp_path: Path) -> None:
    run = begin(small(tmp_path, YARD), "walk", "on", "sing")
    run.undo()
    gone = YARD.replace("    sing: {text: Sing., deeds: [good], go: yard}\n", "")
    again = reopened(run, small(tmp_path, gone))
    assert again.told is None
    before = again.run.view().kept()
    assert again.run.can_redo
    assert not again.run.redo()
    assert not again.run.can_redo
    assert again.run.view() == before
    again.run.choose("walk")
    assert reopened(again.run, again.run.story).run.view() == again.run.view()
    assert again.run.undo()
    assert again.run.view() == before


def test_a_redo_that_fails_half_way_leaves_no_trace(tmp_path: Path) -> None:
    bench = "yard:\n  text: The yard.\n  choices:\n    sit:\n      text: Sit.\n"
    street = "street: {text: The street., end: over}\n"
    run = begin(small(tmp_path, bench + indented(SIT, 6) + street), "sit")
    run.tick(9)
    run.undo()
    shorter = SIT.replace("1000000", "5")
    again = reopened(run, small(tmp_path, bench + indented(shorter, 6) + street)).run
    before = again.view().kept()
    assert not again.redo()
    assert again.view() == before
    assert again.log == begin(again.story).log


# --- acts are never taken for others ------------------------------------------------------------


def test_a_move_in_an_instrument_is_never_taken_for_a_choice(tmp_path: Path) -> None:
    old = f"yard:\n  text: The yard.\n  choices:\n    sit:\n      text: Sit.\n{indented(SIT, 6)}"
    run = begin(small(tmp_path, old + "street: {text: The street., end: over}\n"), "sit", "nod")
    new = """\
    yard:
      text: The yard.
      choices:
        sit: {text: Sit., go: yard}
        nod: {text: Nod to the clerk and sign., deeds: [bad], go: street}
    street: {text: The street., end: over}
    """
    again = reopened(run, small(tmp_path, new))
    assert again.told is not None
    assert texts(again.run) == ["The yard."]
    assert again.run.state.books.records == []
    assert again.run.journal == [["choose", "yard", "sit"]]


def test_a_choice_is_never_taken_for_a_move(tmp_path: Path) -> None:
    old = """\
    yard:
      text: The yard.
      choices:
        sit: {text: Sit., go: yard}
        nod: {text: Nod., go: street}
    street: {text: The street., end: over}
    """
    run = begin(small(tmp_path, old), "sit", "nod")
    new = f"yard:\n  text: The yard.\n  choices:\n    sit:\n      text: Sit.\n{indented(SIT, 6)}"
    again = reopened(run, small(tmp_path, new + "street: {text: The street., end: over}\n"))
    assert again.told is not None
    assert texts(again.run) == ["You sit. 0"]
    assert again.run.state.books.records == []


NOTED = """\
yard: {text: The yard., go: street}
street: {%stext: The street., go: home}
home: {text: Home., go: yard}
"""


def test_a_content_note_that_is_new_is_shown_and_not_answered_unseen(tmp_path: Path) -> None:
    run = begin(small(tmp_path, NOTED % ""), "on", "on")
    again = reopened(run, small(tmp_path, NOTED % "content: [violence], "))
    assert again.told is not None
    assert (again.run.view().kind, again.run.view().scene) == ("note", "street")
    assert again.run.journal == [["choose", "yard", "on"]]


def test_the_answer_to_a_note_that_is_gone_does_not_go_on_in_its_place(tmp_path: Path) -> None:
    run = begin(small(tmp_path, NOTED % "content: [violence], "), "on", "on")
    again = reopened(run, small(tmp_path, NOTED % ""))
    assert again.told is not None
    assert (again.run.view().kind, again.run.view().scene) == ("scene", "street")


def test_a_note_of_the_chapter_that_is_new_is_not_answered_by_the_scenes(tmp_path: Path) -> None:
    noted = (
        "yard: {content: [violence], text: The yard., go: street}\nstreet: {text: S., go: yard}\n"
    )
    run = begin(small(tmp_path, noted), "on", "on")
    page = tmp_path / "one.yaml"
    text = page.read_text(encoding="utf-8").replace("title: One", "title: One\ncontent: [a death]")
    page.write_text(text, encoding="utf-8")
    again = reopened(run, load(tmp_path))
    assert again.told is not None
    assert again.run.view().kind == "note"
    assert "a death" in texts(again.run)[0]
    assert again.run.journal == []


def test_a_note_that_an_older_save_answered_stays_answered(tmp_path: Path) -> None:
    run = begin(small(tmp_path, NOTED % "content: [violence], "), "on", "on")
    save = json.loads(save_text(run))
    save["acts"][-1] = save["acts"][-1][:3]
    again = resume(run.story, json.dumps(save), INSTRUMENTS)
    assert (again.told, texts(again.run)) == (None, ["The street."])


SHUT = """\
street:
  text: The street.
  choices:
    enter: {text: Enter., needs: coins > 5, reason: You have no coins., go: yard}
"""


def test_going_on_is_never_taken_for_the_end_of_a_stuck_scene(tmp_path: Path) -> None:
    yard = "yard: {text: The yard., go: street}\n"
    run = begin(small(tmp_path, yard + "street: {text: The street., go: yard}\n"), "on", "on")
    again = reopened(run, small(tmp_path, yard + SHUT))
    assert again.told is not None
    assert (again.run.over, again.run.view().scene) == (False, "street")


def test_giving_up_is_never_taken_for_going_on(tmp_path: Path) -> None:
    yard = "yard: {text: The yard., go: street}\n"
    run = begin(small(tmp_path, yard + SHUT), "on", "on")
    assert run.over
    again = reopened(run, small(tmp_path, yard + "street: {text: The street., go: yard}\n"))
    assert again.told is not None
    assert again.run.view().scene == "street"


# --- pairs ------------------------------------------------------------------------------------


OTHER = {"at-stake": "not-at-stake", "not-at-stake": "at-stake"}


@pytest.mark.parametrize("seed", range(4))
def test_a_first_answer_still_counts_when_a_later_choice_is_removed(
    tmp_path: Path, seed: int
) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give", seed=seed)
    run.undo()
    run.choose("keep")
    run.choose("leave")
    first = run.answers()
    assert [answer.choice for answer in first] == ["give"]
    new = PAIR.replace("    leave: {text: Leave., end: over}\n", "")
    again = reopened(run, small(tmp_path, new))
    assert again.told is not None
    assert "1 step " in again.told
    assert again.run.answers() == first
    assert (again.run.view().scene, options(again.run)) == ("yard", ["wait"])


def forged(run: Run, change: dict[str, str]) -> str:
    """The run's save with the arms in its acts changed."""
    save = json.loads(save_text(run))
    for act in save["acts"]:
        if isinstance(act, list) and len(act) == 4:
            act[3] = change[act[3]]
    return json.dumps(save)


@pytest.mark.parametrize("change", [OTHER, dict.fromkeys(OTHER, "elsewhere")])
def test_an_arm_that_was_not_played_does_not_fit(tmp_path: Path, change: dict[str, str]) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give", "wait", "keep")
    again = resume(run.story, forged(run, change), INSTRUMENTS)
    assert again.told is not None
    assert again.run.answers() == []
    assert again.run.journal == [["choose", "yard", "wait"]]
    assert again.run.view().scene == "knock"


def test_a_choice_outside_of_pairs_with_an_arm_does_not_fit(tmp_path: Path) -> None:
    run = begin(small(tmp_path, PAIR))
    act: Act = ["choose", "yard", "wait", "at-stake"]
    text = json.dumps({**json.loads(save_text(run)), "acts": [act]})
    assert resume(run.story, text, INSTRUMENTS).run.journal == []


def test_an_arm_that_there_is_not_answers_no_pair_even_where_it_was_undone(tmp_path: Path) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give")
    run.undo()
    text = forged(run, dict.fromkeys(OTHER, "elsewhere"))
    assert resume(run.story, text, INSTRUMENTS).run.answers() == []


@pytest.mark.parametrize("seed", range(4))
def test_a_swapped_arm_in_an_undone_act_answers_nothing(tmp_path: Path, seed: int) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give", seed=seed)
    run.undo()
    run.choose("keep")
    save = json.loads(save_text(run))
    save["acts"][1][3] = OTHER[save["acts"][1][3]]
    again = resume(run.story, json.dumps(save), INSTRUMENTS).run
    arm = run.first_arms["knock"]
    assert [(one.arm, one.choice) for one in again.answers()] == [(arm, "keep")]
    assert [row.answers[OTHER[arm]] for row in pairs.rows(again)] == [None]


def test_an_undone_answer_that_can_not_be_given_any_more_does_not_count(tmp_path: Path) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give")
    run.undo()
    run.choose("keep")
    assert [one.choice for one in run.answers()] == ["give"]
    gone = PAIR.replace("give: {text: Give the coat.", "lend: {text: Lend the coat.")
    shut = PAIR.replace("kind: true,", "kind: true, needs: coins > 3, reason: No coins.,")
    for new in (gone, shut):
        again = reopened(run, small(tmp_path, new))
        assert again.told is None
        assert [one.choice for one in again.run.answers()] == ["keep"]
        assert len(pairs.rows(again.run)) == 1
        assert again.run.journal == run.journal
    assert [one.choice for one in reopened(run, small(tmp_path, PAIR)).run.answers()] == ["give"]


def test_an_undone_answer_behind_a_way_that_is_gone_does_not_count(tmp_path: Path) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give")
    run.undo()
    run.undo()
    run.choose("leave")
    assert [one.choice for one in run.answers()] == ["give"]
    new = PAIR.replace("wait: {text: Wait., go: knock}", "wait: {text: Wait., go: yard}")
    again = reopened(run, small(tmp_path, new + "lane: {text: A lane., go: knock}\n"))
    assert (again.told, again.run.answers()) == (None, [])


def test_a_first_answer_counts_however_often_others_were_undone_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.play.replays.MOST_DOUBTS", 5)
    run = begin(small(tmp_path, PAIR), "wait")
    for number in range(14):
        run.choose(("give", "keep")[number % 2])
        run.undo()
    for choice in ("keep", "wait", "give"):
        run.choose(choice)
    run.undo()
    run.choose("keep")
    assert [one.choice for one in run.answers()] == ["give", "give"]
    assert reopened(run, run.story).run.answers() == run.answers()


def test_a_pair_that_became_a_plain_scene_has_no_answers(tmp_path: Path) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give")
    run.undo()
    lines = PAIR.splitlines(keepends=True)
    plain = [x for x in lines if "pair:" not in x and "arms:" not in x and "stake:" not in x]
    new = "".join(plain).replace("kind: true, ", "").replace("kind: false, ", "")
    assert reopened(run, small(tmp_path, new)).run.answers() == []
