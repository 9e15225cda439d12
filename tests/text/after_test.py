"""What can be asked for in text once the story has ended, or is stopped."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.mirror.desk import Desk
from game.mirror.reading import NOTHING_NOTED
from game.play.saves import Shelf
from game.session import Session
from game.text.after import LATER, NO_NOTES, UNDO_ENDS
from game.text.face import TextFace
from tests.mirror.twice import STROLL, knocks
from tests.play.small import INSTRUMENTS

TWICE = ("wait", "give", *STROLL, "wait", "keep")
TO_THE_END = (*TWICE, "leave")
ASKED = "Type 1 for yes, 0 for no, or pass to make no guess."


class Played:
    """What was written, and what came of it; `home` has what is kept."""

    def __init__(self, home: Path, *answers: str, noted: bool = True) -> None:
        self.session = Session(
            knocks(home / "story"),
            INSTRUMENTS,
            lambda: 1,
            Shelf(home / "saves"),
            mirror=Desk(home / "notes", lambda: "word"),
        )
        self.session.new(noted=noted)
        self.written: list[str] = []
        self.ended = TextFace(self.session, self.written.append).play(answers)

    @property
    def text(self) -> str:
        return "\n".join(self.written)

    def after(self, words: str) -> str:
        """What was written after these words came for the last time."""
        return self.text.rpartition(words)[2]


def test_the_guess_comes_before_the_mirror(tmp_path: Path) -> None:
    played = Played(tmp_path, *TO_THE_END)
    assert played.ended
    assert played.text.endswith(ASKED)
    assert "Asked twice" not in played.text
    played = Played(tmp_path, *TO_THE_END, "1")
    told = played.after(ASKED)
    assert "You guessed that the score changed one. Your two answers differ." in told
    assert "Asked twice: A knock." in told
    assert told.endswith("The story has ended. Type ledger, why N, log or quit.")


@pytest.mark.parametrize("typed", ["2", "-1", "x", "", "²"])
def test_what_is_no_guess_is_asked_for_again(tmp_path: Path, typed: str) -> None:
    played = Played(tmp_path, *TO_THE_END, typed)
    assert played.written[-1] == "A guess is a number from 0 to 1, or pass."
    assert played.session.mirror.bet_of == 1


def test_nobody_has_to_guess(tmp_path: Path) -> None:
    told = Played(tmp_path, *TO_THE_END, "Pass").after(ASKED)
    assert "You did not want to guess. Your two answers differ." in told


def test_undo_ends_at_the_guess_and_says_so(tmp_path: Path) -> None:
    played = Played(tmp_path, *TO_THE_END, "undo", "leave", "0", "undo", "again")
    assert UNDO_ENDS in played.written
    assert played.session.view().kind == "end"
    assert "You guessed that the score changed none." in played.after(UNDO_ENDS)


def test_who_stops_can_guess_and_see_and_play_on(tmp_path: Path) -> None:
    played = Played(tmp_path, "mirror", *TWICE, "stop-here", "guess 0", "mirror", "stroll")
    assert LATER in played.written
    assert "Type guess 1 for yes, guess 0 for no, or guess pass to make no guess." in played.text
    assert played.text.count("Asked twice: A knock.") == 2
    assert played.session.view().scene == "street"
    assert "The story has ended" not in played.text


def test_in_the_middle_a_number_is_a_choice_and_no_guess(tmp_path: Path) -> None:
    played = Played(tmp_path, *TWICE, "stop-here", "2")
    assert played.session.view().scene == "street"
    assert played.session.mirror.notebook.bet is None


def test_a_run_without_notes_ends_on_a_line(tmp_path: Path) -> None:
    played = Played(tmp_path, *TO_THE_END, "mirror", "notes", "guess 1", noted=False)
    assert played.written.count(f"\n{NOTHING_NOTED}") == 2
    assert NO_NOTES in played.written
    assert "Asked twice" not in played.text
    assert "The ledger has" not in played.text


def test_the_ledger_is_read_backwards(tmp_path: Path) -> None:
    told = Played(tmp_path, *TO_THE_END, "1", "record").after("read backwards ==")
    assert "You chose: Give the coat." in told
    assert "It missed: the moth hole" in told


def test_looks_at_the_ledger_are_noted_and_can_be_read(tmp_path: Path) -> None:
    played = Played(tmp_path, "ledger", "notes")
    assert "you opened the ledger." in played.text
    assert str(tmp_path / "notes" / "word.jsonl") in played.written[-1]


def test_burn_is_meant_only_twice_in_a_row(tmp_path: Path) -> None:
    played = Played(tmp_path, *TO_THE_END, "1", "burn", "ledger", "burn")
    assert not any("are deleted" in line for line in played.written)
    assert (tmp_path / "notes" / "word.jsonl").exists()
    played = Played(tmp_path, *TO_THE_END, "1", "burn", "burn", "mirror")
    assert played.ended
    assert "The notes are deleted." in played.written
    assert played.written[-1].startswith("What cannot be reached from here")
    assert not [*(tmp_path / "notes").iterdir(), *(tmp_path / "saves").iterdir()]


def test_a_run_can_be_burnt_before_its_end(tmp_path: Path) -> None:
    assert Played(tmp_path, "wait", "burn", "burn").ended
    assert not [*(tmp_path / "notes").iterdir(), *(tmp_path / "saves").iterdir()]


def test_the_words_for_the_end_are_no_commands_before_it(tmp_path: Path) -> None:
    played = Played(tmp_path, "wait", "keep", "true")
    assert played.session.run.answers()[0].choice == "keep"
    assert played.written[-1] == "Type a number from 1 to 3, or help."


def test_a_note_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("no folder", encoding="utf-8")
    played = Played(tmp_path, "wait")
    assert played.written[-1].startswith("A note could not be written:")


@pytest.mark.parametrize(
    "name", ["x" * 300, "a\0b", "~nobody-of-this-name/x", "\ud800", ".", "/", ".."]
)
def test_a_page_that_cannot_be_put_there_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    played = Played(tmp_path / "home", *TO_THE_END, "1", f"keep {name}")
    assert "name another file" in played.written[-1] or "cannot be written" in played.written[-1]
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_page_is_put_where_it_was_said(tmp_path: Path) -> None:
    mine = tmp_path / "my page.html"
    played = Played(tmp_path, *TO_THE_END, "1", f"keep {mine}", "keep")
    assert played.written[-2:] == [
        f"The page is here: {mine}",
        f"The page is here: {tmp_path / 'notes' / 'word.html'}",
    ]
