"""A transcript that does not hold says where, what was expected, and what there was."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.replays import fresh
from game.play.run import Run
from game.story.desk import Findings
from game.transcripts.play import WAYS, Between, play
from game.transcripts.read import transcripts
from game.transcripts.versions import Versions
from tests.example import write_example
from tests.play.letter import letter
from tests.play.small import INSTRUMENTS, SPECS, small
from tests.transcripts.making import differing, example_with, played, told_of

WAITED = "acts:\n  - the-door: wait\n"


def test_a_transcript_that_holds_differs_in_nothing(tmp_path: Path) -> None:
    text = """\
        transcript: After nine
        acts:
          - the-door: wait
          - expect: {text: [at the door again, "09:00"], not text: child is, gone: wait}
          - the-door: let-past
          - expect:
              scene: inside
              entries: good-manners +2
              standing: {good-manners: 12}
              sees: one person
              misses: asleep
              open: [short, long]
              variables: {hurried: false}
          - save: inside
          - undo
          - expect: {entries: none, ledger: {good-manners: none}}
          - redo
          - inside: short
          - expect: {ending: stamped}
          - load: inside
          - expect: {told: nothing, scene: inside}
    """
    assert played(tmp_path, text) == []


@pytest.mark.parametrize(
    ("expected", "message"),
    [
        ("text: gone", "4:20: No line of the screen says “gone”. The office opens at nine. Yo"),
        ("not text: office", "4:24: The screen says “office”."),
        ("scene: inside", "4:21: The run stands at the-door, not at inside."),
        ("kind: note", "4:20: The screen is of kind scene, not note."),
        ("when: 10:15", "4:20: The screen's time is Monday 4 March 2019, 09:00."),
        ("ending: stamped", "4:14: The run is not over: it stands at the-door."),
        ("open: [wait]", "4:14: What can be taken is: let-past, push."),
        ("gone: push", "4:20: push is there."),
        ("cards: [lamp]", "4:14: The cards on offer are: none."),
        ("entries: [good-manners +2]", "4:14: What the last act entered is: none."),
        ("changes: [good-manners +2]", "4:14: What is announced is: none."),
        ("sees: a child", "4:20: The score sees: nothing."),
        ("misses: a child", "4:22: The score misses: nothing."),
        ("told: all", "4:20: The player is told: nothing."),
        ("standing: {good-manners: 12}", "4:39: good-manners stands at 10."),
        ("standing: {god-manners: 12}", "4:25: There is no system god-manners. Did you mean goo"),
        ("standing: {good-manners/mai: 1}", "4:25: There is no life mai. Did you mean mei?"),
        ("ledger: {good-manners: [+2]}", "4:23: The ledger of good-manners is: none."),
        ("looks: {good-manners: 1}", "4:36: Somebody looked at good-manners 0 times."),
        ("why: {good-manners: let past}", "4:34: Asked about good-manners, nobody says “let p"),
        ("variables: {huried: true}", "4:26: There is no variable huried. Did you mean hurried?"),
        ("variables: {hurried: true}", "4:35: hurried is false."),
        ("arms: {the-door: at-stake}", "4:21: There is no pair the-door."),
        ("shut: {short: needs}", "4:21: There is no choice short here. let-past: Let him go"),
        ("shut: {push: needs}", "4:21: push is open."),
        ("promises: {push: good-manners +2}", "4:25: What push promises is: none."),
    ],
)
def test_what_is_not_as_expected_is_told(tmp_path: Path, expected: str, message: str) -> None:
    found = differing(tmp_path, f"{WAITED}  - expect: {{{expected}}}\n")
    assert len(found) == 1
    assert found[0].startswith(message)


def test_a_shut_choice_tells_its_reason(tmp_path: Path) -> None:
    acts = "acts:\n  - the-door: push\n  - expect: {shut: {short: needs 13}}\n  - inside: short\n"
    reason, taken = differing(tmp_path, acts)
    assert reason.startswith("4:28: short is shut for another reason:")
    assert "needs 12; you have 10" in reason
    assert taken.startswith("5:13: short is shut:")
    assert "needs 12; you have 10" in taken


def test_every_expectation_is_looked_at_and_a_step_that_fails_is_the_last(tmp_path: Path) -> None:
    acts = (
        "  - expect: {text: a1}\n  - expect: {text: a2}\n  - inside: long\n  - expect: {text: a3}\n"
    )
    found = differing(tmp_path, WAITED + acts)
    assert [one.split(" ")[0] for one in found] == ["4:20:", "5:20:", "6:5:"]
    assert "The run is not at inside: it stands at the-door." in found[2]


@pytest.mark.parametrize(
    ("act", "message"),
    [
        ("the-door: pus", "4:15: There is no choice pus here. Did you mean push?"),
        ("tick: 3", "4:5: No time passes here."),
        ("redo", "4:5: There is nothing to redo."),
    ],
)
def test_an_act_that_can_not_be_done_is_told(tmp_path: Path, act: str, message: str) -> None:
    assert differing(tmp_path, f"{WAITED}  - {act}\n")[0].startswith(message)


def test_marks_emphasis_and_the_shape_of_quotes_need_not_be_repeated(tmp_path: Path) -> None:
    change = '{file: morning.yaml, replace: "Behind you", with: "It’s *far* too late △. Behind"}'
    acts = f"""\
  - save: here
  - load: {{save: here, changes: [{change}]}}
  - expect: {{text: "It's far too late. Behind"}}
"""
    assert differing(tmp_path, WAITED + acts) == []


def test_a_cut_is_played_as_a_cut(tmp_path: Path) -> None:
    acts = "acts:\n  - the-door: push\n  - expect: {scene: outside}\n  - outside: on\n"
    write_example(tmp_path)
    for name, old, new in (
        ("story.yaml", "\nstarts:", "\ncuts: {museum: In short}\nstarts:"),
        ("morning.yaml", "  inside:", "  outside: {text: Out., end: out}\n  inside:"),
        (
            "morning.yaml",
            "text: |\n      clerk",
            "cuts: {museum: outside}\n    text: |\n      clerk",
        ),
    ):
        text = (tmp_path / name).read_text(encoding="utf-8")
        (tmp_path / name).write_text(text.replace(old, new), encoding="utf-8")
    assert told_of(tmp_path, f"transcript: Short\ncut: museum\n{acts}") == []
    whole = told_of(tmp_path, f"transcript: Whole\ncut: whole\n{acts}")
    assert whole[0].startswith("5:21: The run stands at inside")
    (unknown,) = told_of(tmp_path, f"transcript: Wrong\ncut: musuem\n{acts}")
    assert unknown == "2:6: The story has no cut musuem. Did you mean museum?"


# --- the other ways -----------------------------------------------------------------------------


def _forgetful(run: Run) -> Run:
    return fresh(run)


def _broken(run: Run) -> str:
    return "The disk is full."


@pytest.mark.parametrize(
    ("does", "message"),
    [(_forgetful, "After it, the screen is another."), (_broken, "The disk is full.")],
)
def test_a_way_that_comes_to_something_else_is_named(
    tmp_path: Path, does: object, message: str
) -> None:
    way = Between("upside down", does)  # type: ignore[arg-type]
    (found,) = played(tmp_path, WAITED, way)
    assert (found.code, found.source.line, found.message) == ("T003", 3, message)
    assert "This is so upside down." in found.hint


def test_what_fails_straight_is_told_once(tmp_path: Path) -> None:
    (found,) = played(tmp_path, WAITED + "  - expect: {scene: inside}\n")
    assert not any(way.name in found.hint for way in WAYS)


# --- changed stories ------------------------------------------------------------------------------


def test_a_save_is_opened_in_a_changed_story(tmp_path: Path) -> None:
    acts = """\
  - the-door: let-past
  - save: inside
  - load:
      save: inside
      changes:
        - {file: morning.yaml, replace: "      let-past:", with: "      after-you:"}
  - expect: {scene: the-door, open: [after-you, push], told: 1 step}
  - the-door: after-you
  - expect: {scene: inside}
"""
    assert differing(tmp_path, WAITED + acts) == []


def test_a_changed_story_stands_in_a_folder_beside(tmp_path: Path) -> None:
    other = tmp_path / "transcripts" / "longer"
    other.mkdir(parents=True)
    acts = "  - save: a\n  - load: {save: a, into: longer}\n  - expect: {text: ten}\n"
    assert "no story in transcripts/longer" in differing(tmp_path, WAITED + acts)[0]
    for path in tmp_path.glob("*.yaml"):
        changed = path.read_text(encoding="utf-8").replace("opens at nine", "opens at ten")
        (other / path.name).write_text(changed, encoding="utf-8")
    assert differing(tmp_path, WAITED + acts) == []


@pytest.mark.parametrize(
    ("load", "message"),
    [
        ("into: ../..", "This folder is not inside the story's own."),
        ("changes: [{file: a.yaml, replace: b, with: c}]", "The story has no file a.yaml."),
        ("changes: [{file: morning.yaml, replace: xyz, with: c}]", "This does not stand in mor"),
        ("changes: [{file: morning.yaml, replace: scenes, with: c}]", "The changed story has err"),
        ("changes: [{file: story.yaml, replace: 'story: my', with: 'story: your'}]", "This save b"),
    ],
)
def test_a_changed_story_that_can_not_be_had_is_told(
    tmp_path: Path, load: str, message: str
) -> None:
    (found,) = differing(tmp_path, f"{WAITED}  - save: a\n  - load: {{save: a, {load}}}\n")
    assert message in found


def test_a_choice_that_is_hidden_by_a_note_is_told_so(tmp_path: Path) -> None:
    folder = example_with(tmp_path, "acts: []\n")
    morning = folder / "morning.yaml"
    text = morning.read_text(encoding="utf-8")
    morning.write_text(text.replace("  the-door:\n", "  the-door:\n    content: [a queue]\n", 1))
    (found,) = told_of(folder, "transcript: One\nacts:\n  - the-door: push\n")
    assert found.startswith("3:15: There is no choice push in the note before the-door.")
    assert told_of(folder, "transcript: One\nacts: [the-door: on, the-door: push]\n") == []


LETTER = """\
transcript: The letter
acts:
  - yard: open
  - expect: {kind: instrument, text: Dear Ana.}
  - yard: turn
  - expect:
      text: "[crossed out] Dear Ana."
      not text: "[crossed out] Yours"
      open: [turn, answer, leave]
  - undo
  - tick: 1
  - yard: turn
  - yard: turn
  - expect: {scene: street}
"""


def test_a_move_takes_its_time_in_all_ways_of_playing(tmp_path: Path) -> None:
    story = small(tmp_path, letter(("rings: 0", "rings: 3")))
    (tmp_path / "transcripts").mkdir()
    (tmp_path / "transcripts" / "one.yaml").write_text(LETTER, encoding="utf-8")
    (told,) = transcripts(tmp_path, Findings())
    assert not play(told, Versions(tmp_path, story, SPECS), INSTRUMENTS)
