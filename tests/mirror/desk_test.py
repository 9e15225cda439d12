"""What a session keeps besides its save: notes, the guess, where undo ends, burning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest

from game.errors import GameError
from game.mirror.desk import Desk
from game.mirror.notebook import Answer, Looked, Timed, Undone
from game.play.remembered import Remembered
from game.play.saves import AUTOSAVE, Shelf
from game.session import Session
from tests.mirror.twice import STROLL, knocks
from tests.play.small import INSTRUMENTS

TWICE = ("wait", "give", *STROLL, "wait", "keep")


def _words() -> Iterator[str]:
    return (f"run{number}" for number in count(1))


def opened(home: Path) -> Session:
    """A session that keeps everything below `home`."""
    words = _words()
    return Session(
        knocks(home.parent / "story"),
        INSTRUMENTS,
        lambda: 1,
        Shelf(home / "saves"),
        remembered=Remembered(home / "remembered" / "small.json"),
        mirror=Desk(home / "notes", lambda: next(words)),
    )


def played(home: Path, *choices: str, noted: bool = True) -> Session:
    session = opened(home)
    session.new(noted=noted)
    for choice in choices:
        session.choose(choice)
    return session


def files(home: Path) -> set[str]:
    return {str(path.relative_to(home)) for path in home.rglob("*") if path.is_file()}


# --- notes ------------------------------------------------------------------------------------


def test_answers_undo_and_looks_are_noted_where_there_was_a_choice(tmp_path: Path) -> None:
    session = played(tmp_path / "home", "wait")
    session.choose("give", Timed(8_100, {"keep": 4_000}))
    session.undo()
    session.mirror.looked()
    arm = session.run.first_arms["knock"]
    assert session.mirror.notebook.notes == [
        Answer("yard", "wait"),
        Answer("knock", "give", arm, 8_100, {"keep": 4_000}),
        Undone("knock"),
        Looked("knock"),
    ]


def test_a_page_with_one_way_on_is_no_answer(tmp_path: Path) -> None:
    session = played(tmp_path / "home", *STROLL)
    assert session.mirror.notebook.notes == [Answer("yard", "stroll")]


def test_notes_go_on_with_the_run(tmp_path: Path) -> None:
    home = tmp_path / "home"
    before = played(home, *TWICE)
    again = opened(home)
    again.resume()
    assert again.mirror.notebook.notes == before.mirror.notebook.notes


def test_each_run_has_notes_of_its_own(tmp_path: Path) -> None:
    session = played(tmp_path / "home", "wait")
    session.save("kept")
    session.new()
    session.choose("stroll")
    assert session.mirror.notebook.notes == [Answer("yard", "stroll")]
    assert {"notes/run1.jsonl", "notes/run2.jsonl"} <= files(tmp_path / "home")


def test_the_notes_of_a_run_that_is_given_up_go_with_it(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, "wait")
    session.new()
    assert files(home) == {f"saves/{AUTOSAVE}.json", "remembered/small.json"}
    session.choose("stroll")
    session.save("kept")
    session.new()
    session.choose("wait")
    session.load("kept")
    assert files(home) >= {"notes/run2.jsonl"} and "notes/run3.jsonl" not in files(home)


def test_a_run_without_notes_writes_its_save_and_nothing_else(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, *TWICE, noted=False)
    session.undo()
    session.mirror.looked()
    session.leave()
    assert files(home) == {f"saves/{AUTOSAVE}.json"}


def test_its_save_has_only_what_is_needed_to_go_on(tmp_path: Path) -> None:
    home = tmp_path / "home"
    for noted, acts in ((False, 1), (True, 3)):
        session = played(home, "wait", "give", noted=noted)
        session.undo()
        save = json.loads((home / "saves" / f"{AUTOSAVE}.json").read_text(encoding="utf-8"))
        assert len(save["acts"]) == acts
        again = opened(home)
        assert again.resume() is None
        assert again.view() == session.view()
        assert again.mirror.keeps is noted


# --- the guess --------------------------------------------------------------------------------


def test_a_guess_is_due_once_both_answers_were_given(tmp_path: Path) -> None:
    session = played(tmp_path / "home", "wait", "give")
    assert session.mirror.bet_of == 0
    for choice in (*STROLL, "wait", "keep", "leave"):
        session.choose(choice)
    assert session.mirror.bet_of == 1
    session.mirror.bet(1)
    assert session.mirror.bet_of == 0
    assert session.mirror.mirror().found == (
        "You guessed that the score changed one. Your two answers differ."
    )


@pytest.mark.parametrize("guess", [-1, 2])
def test_a_guess_of_more_than_there_are_is_refused(tmp_path: Path, guess: int) -> None:
    session = played(tmp_path / "home", *TWICE, "leave")
    with pytest.raises(GameError, match="from 0 to 1"):
        session.mirror.bet(guess)


def test_undo_ends_at_the_guess_also_in_a_later_session(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, *TWICE, "leave")
    assert session.can_undo
    session.mirror.bet(None)
    later = opened(home)
    later.resume()
    for each in (session, later):
        assert not each.can_undo
        assert not each.undo()
        assert each.view().kind == "end"


def test_a_guess_in_the_middle_lets_later_acts_be_taken_back(tmp_path: Path) -> None:
    session = played(tmp_path / "home", *TWICE)
    session.mirror.bet(0)
    assert not session.can_undo
    session.choose("stroll")
    assert session.undo()
    assert session.view().scene == "yard" and not session.can_undo


def test_without_notes_nothing_is_guessed_or_mirrored(tmp_path: Path) -> None:
    session = played(tmp_path / "home", *TWICE, "leave", noted=False)
    assert session.mirror.bet_of == 0
    assert session.mirror.mirror().pairs == ()
    with pytest.raises(GameError):
        session.mirror.bet(1)


# --- a page to keep ---------------------------------------------------------------------------


def test_a_page_is_put_beside_the_notes_only_when_it_is_asked_for(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, *TWICE, "leave")
    session.mirror.bet(1)
    before = files(home)
    assert session.mirror.keep_page() == home / "notes" / "run1.html"
    assert files(home) == before | {"notes/run1.html"}
    assert "Burn" not in session.mirror.keep_page().read_text(encoding="utf-8")
    assert "The page beside them is deleted." in session.burn()
    assert files(home) == set()


def test_a_page_is_put_where_it_is_wanted_and_over_nothing(tmp_path: Path) -> None:
    session = played(tmp_path / "home", *TWICE, "leave")
    session.mirror.bet(1)
    mine = tmp_path / "mine.html"
    assert session.mirror.keep_page(mine) == mine
    for place in (mine, tmp_path, tmp_path / "nowhere" / "mine.html"):
        with pytest.raises(GameError, match="name another file"):
            session.mirror.keep_page(place)
    session.burn()
    assert mine.exists()


def test_there_is_no_page_without_notes_before_the_guess_or_the_end(tmp_path: Path) -> None:
    for number, (choices, noted, why) in enumerate(
        (
            ((*TWICE, "leave"), False, "There is nothing to keep."),
            ((*TWICE, "leave"), True, "Guess first"),
            (("wait", "give"), True, "when the story has ended"),
        )
    ):
        session = played(tmp_path / str(number) / "home", *choices, noted=noted)
        with pytest.raises(GameError, match=why):
            session.mirror.keep_page()


def test_where_nothing_is_kept_a_page_needs_a_name(tmp_path: Path) -> None:
    session = Session(knocks(tmp_path), INSTRUMENTS, lambda: 1, None)
    session.new()
    session.choose("leave")
    with pytest.raises(GameError, match="name a file"):
        session.mirror.keep_page()
    assert session.mirror.keep_page(tmp_path / "mine.html").exists()


def test_a_disk_that_takes_no_page_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(path: Path, text: str) -> None:
        raise OSError(28, "No space left on device")

    session = played(tmp_path / "home", "leave")
    monkeypatch.setattr("game.keeping.write_whole", full)
    with pytest.raises(GameError, match=r"cannot be written to .*: No space left on device\."):
        session.mirror.keep_page()


# --- burning -----------------------------------------------------------------------------------


def test_burning_leaves_nothing_of_the_run_and_all_of_others(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, "wait")
    session.save("kept")
    session.new()
    for choice in TWICE:
        session.choose(choice)
    session.save("mine")
    (home / "saves" / "mine.part").write_text("half a save", encoding="utf-8")
    told = session.burn()
    assert files(home) == {"notes/run1.jsonl", "saves/kept.json"}
    assert told == ["The notes are deleted.", "2 saves are deleted."]
    assert not session.has_continue


def test_what_cannot_be_deleted_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "Permission denied")

    session = played(tmp_path / "home", "wait")
    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(GameError, match="Not everything could be deleted: Permission denied"):
        session.burn()


def test_nothing_is_left_of_what_was_not_written_to_its_end(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, *TWICE)
    session.leave()
    for half_done in ("notes/run1.part", "remembered/small.part", f"saves/{AUTOSAVE}.part"):
        (home / half_done).write_text("half of it", encoding="utf-8")
    session.burn()
    assert files(home) == set()


def test_whatever_is_done_after_burning_writes_nothing(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, *TWICE, "leave")
    session.burn()
    desk = session.mirror
    desk.looked()
    desk.undone()
    desk.judge("any", True)
    for act in (lambda: desk.bet(None), desk.keep_page):
        with pytest.raises(GameError):
            act()
    session.leave()
    assert files(home) == set()


def test_before_burning_a_run_of_an_older_game_it_is_said_what_stays(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, "wait")
    path = home / "saves" / f"{AUTOSAVE}.json"
    old = json.loads(path.read_text(encoding="utf-8")) | {"save": 3}
    path.write_text(json.dumps(old), encoding="utf-8")
    session.resume()
    (told,) = [line for line in session.mirror.burns() if "save" in line]
    assert told.startswith("Its last save.")


def test_an_older_run_without_a_name_loses_its_last_save(tmp_path: Path) -> None:
    home = tmp_path / "home"
    session = played(home, "wait")
    path = home / "saves" / f"{AUTOSAVE}.json"
    old = json.loads(path.read_text(encoding="utf-8")) | {"save": 3}
    path.write_text(json.dumps(old), encoding="utf-8")
    again = opened(home)
    again.resume()
    (home / "saves" / f"{AUTOSAVE}.json").write_text(json.dumps(old), encoding="utf-8")
    assert "The save is deleted." in again.burn()
    assert session is not again and not (home / "saves" / f"{AUTOSAVE}.json").exists()
