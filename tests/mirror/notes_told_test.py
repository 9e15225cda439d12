"""The notes of a run in sentences."""

from __future__ import annotations

from pathlib import Path

from game.mirror.desk import Desk
from game.mirror.notebook import Answer, Bet, Judged, Looked, Notebook, Undone
from game.mirror.notes_told import told
from game.play.run import Run
from tests.mirror.desk_test import played
from tests.mirror.twice import knocks
from tests.play.small import INSTRUMENTS


def sentences(
    folder: Path, *notes: Answer | Bet | Judged | Looked | Undone, stakes: bool = True
) -> tuple[str, ...]:
    run = Run(knocks(folder), 1, INSTRUMENTS)
    notebook = Notebook()
    for note in notes:
        notebook.add(note)
    return told(run.story, run.facts, notebook, stakes)


def test_each_note_is_a_sentence_in_its_order(tmp_path: Path) -> None:
    rested = {"keep": 4_000, "give": 400}
    assert sentences(
        tmp_path,
        Answer("yard", "wait"),
        Answer("knock", "give", "at-stake", 8_100, rested),
        Undone("knock"),
        Looked("yard"),
        Bet(1, 2, 9),
        Bet(None, 1, 9),
    ) == (
        "In “One”, you chose “Wait”.",
        "In “A knock”, with points at stake, you chose “Give the coat” after 8 seconds; before "
        "that, you rested on “Keep the coat” for 4 seconds and on what you chose for less than "
        "a second.",
        "You took a step back, to “A knock”.",
        "In “One”, you opened the ledger.",
        "You guessed that the score changed one of two pairs of answers.",
        "You did not want to guess about one pair of answers.",
    )


def test_what_the_story_does_not_know_any_more_is_called_by_its_id(tmp_path: Path) -> None:
    assert sentences(
        tmp_path, Answer("cellar", "hide"), Answer("yard", "hide"), Judged("moon", True)
    ) == (
        "In “cellar”, you chose “hide”.",
        "In “One”, you chose “hide”.",
        "You called this true: “moon”.",
    )


def test_notes_say_nothing_of_points_where_the_score_is_hidden(tmp_path: Path) -> None:
    hidden = sentences(tmp_path, Answer("knock", "give", "at-stake"), stakes=False)
    assert hidden == ("In “A knock”, you chose “Give the coat”.",)


def test_a_desk_tells_all_that_stands_in_its_file(tmp_path: Path) -> None:
    session = played(tmp_path / "home", "wait", "give")
    session.undo()
    file = session.mirror.notebook.file
    assert file is not None
    lines = file.read_text(encoding="utf-8").splitlines()
    assert len(session.mirror.notes_told()) == len(lines) == 3


def test_a_run_without_notes_has_nothing_to_tell(tmp_path: Path) -> None:
    desk: Desk = played(tmp_path / "home", "wait", noted=False).mirror
    assert desk.notes_told() == ()
