from __future__ import annotations

import weakref
from collections.abc import Iterator
from pathlib import Path

from game.mirror.notebook import Answer
from game.play.saves import Shelf, save_text
from game.session import Session
from game.text.face import TextFace
from game.text.page import page
from tests.example import example
from tests.play.letter import LastingLetter, letter
from tests.play.small import INSTRUMENTS, begin, small


def play(*answers: str, shelf: Path | None = None) -> tuple[bool, list[str]]:
    session = Session(example(), {}, lambda: 4, Shelf(shelf) if shelf else None)
    session.new()
    written: list[str] = []
    ended = TextFace(session, written.append).play(answers)
    return ended, written


def clocked(clock: Iterator[float] | None, *answers: str, noted: bool = True) -> list[int | None]:
    """The times that are noted of these answers."""
    session = Session(example(), {}, lambda: 4, None)
    session.new(noted=noted)
    now = None if clock is None else lambda: next(clock)
    TextFace(session, lambda _: None, now).play(answers)
    return [note.ms for note in session.mirror.notebook.notes if isinstance(note, Answer)]


def test_at_a_terminal_an_answer_takes_from_the_page_to_the_choice() -> None:
    # The page is written at 10; again and help are no new page.
    assert clocked(iter([10.0, 14.5, 20.0]), "again", "help", "1") == [4500]


def test_a_script_takes_no_time_and_a_run_without_notes_is_not_measured() -> None:
    assert clocked(None, "1") == [None]
    assert clocked(iter([10.0, 20.0]), "1", noted=False) == []


def test_a_script_of_numbers_and_ids_plays_to_the_end() -> None:
    ended, written = play("1", "let-past", "1")
    assert ended
    assert "1. Wait ten minutes." in written
    assert "The score sees: one person let past" in written
    assert "It misses: the child was asleep" in written
    assert "Good Manners: +2" in written
    assert any(line.startswith("The ledger has") for line in written)


def test_a_number_may_have_its_point_and_an_id_its_capital() -> None:
    assert play("2.") == play("2")
    assert play("Let-past") == play("let-past")


def test_a_shut_choice_is_numbered_and_says_why() -> None:
    _, written = play("push")
    assert "   Shut: needs 12; you have 10" in "\n".join(written)


def test_answers_that_mean_nothing_are_told_what_to_type() -> None:
    for answer in ("9", "0", "fly", "", "²", "99999999999999999999", "-1"):
        _, written = play(answer)
        assert written[-1] == "Type a number from 1 to 3, or help."


def test_undo_redo_log_and_help_answer() -> None:
    _, written = play("undo", "push", "undo", "redo", "redo", "log", "help", "cards", "ledger")
    text = "\n".join(written)
    assert "There is nothing to take back." in text
    assert "There is nothing to bring back." in text
    assert "> Go in." in text
    assert "take the last step back" in text
    assert "There are no figures on this screen." in text
    assert "Nothing has been entered yet." in text


def test_the_log_tells_what_is_crossed_out_and_who_said_it(tmp_path: Path) -> None:
    changes = ("first: Dear Ana.", 'first: "ben: Dear *Ana*."'), ("takes: 5", "takes: 50")
    story = small(tmp_path, letter(*changes))
    session = Session(story, {"letter": LastingLetter()}, lambda: 1, None)
    session.new()
    written: list[str] = []
    TextFace(session, written.append).play(["open", "turn", "log"])
    assert written[-3:] == [
        "Ben: Dear ‘Ana’.",
        "Ben: [crossed out] Dear ‘Ana’.",
        "Ben: Yours, Ben.",
    ]


def test_why_explains_an_entry_and_a_shut_choice() -> None:
    _, written = play("wait", "let-past", "why 1", "why 7", "why")
    text = "\n".join(written)
    assert "camera" in text
    assert "The ledger has no entry 7." in text
    assert "Nothing is shut here." in text


def test_a_run_can_be_saved_and_loaded(tmp_path: Path) -> None:
    _, written = play("wait", "save one", "push", "load one", "saves", shelf=tmp_path)
    assert "Saved as one." in written
    assert any("at the door again" in line for line in written)
    assert any(line.startswith("one: ") for line in written)


def test_without_a_shelf_saving_says_so() -> None:
    _, written = play("save one")
    assert written[-1] == "Nothing is kept here, so there are no saves."


def test_answers_that_end_early_leave_the_run() -> None:
    ended, _ = play("wait")
    assert not ended
    ended, _ = play("quit")
    assert not ended


def test_a_cut_is_told_when_it_is_begun_and_when_it_is_loaded(tmp_path: Path) -> None:
    cuts = "{museum: {name: Five minutes, about: In short.}}"
    story = small(tmp_path, "yard: {text: The yard., end: over}", cuts=cuts)
    session = Session(story, {}, lambda: 4, Shelf(tmp_path / "saves"))
    session.new("museum")
    written: list[str] = []
    TextFace(session, written.append).play(["save one", "load one"])
    assert written.count("This is the cut “Five minutes”. In short.") == 2
    session.new()
    TextFace(session, written.append).play([])
    assert written.count("This is the cut “Five minutes”. In short.") == 2


FIELD = """\
yard:
  text: "ben: Your name?"
  field: {label: Your name, emptied: [Rubbed out., "ben: Again?"]}
  choices:
    walk: {text: Walk., go: street}
    sing: {text: Sing., go: yard}
street: {text: The street., end: over}
"""
NAME = "Zwetschkenbaum 38"


def ask(folder: Path, *answers: str) -> tuple[Session, list[str]]:
    """What is written of a scene with a field, after its page."""
    story = small(folder, FIELD, people="{ben: Ben}")
    session = Session(story, {}, lambda: 4, Shelf(folder / "saves"))
    session.new()
    written: list[str] = []
    TextFace(session, written.append).play(answers)
    return session, written[written.index("2. Sing.") + 1 :]


def test_what_is_typed_into_a_field_is_answered_in_turn_and_the_page_is_not_said_again(
    tmp_path: Path,
) -> None:
    assert ask(tmp_path, NAME, "77", "x")[1] == ["Rubbed out.", "Ben: Again?", "Ben: Again?"]


def test_a_field_says_that_it_is_one(tmp_path: Path) -> None:
    story = small(tmp_path, FIELD, people="{ben: Ben}")
    lines = list(page(begin(story).view(), story.people))
    assert "Your name: ____ (type it, or take a choice)" in lines
    assert lines.index("1. Walk.") > lines.index("Your name: ____ (type it, or take a choice)")


def test_a_field_leaves_numbers_ids_commands_and_nothing_as_they_are(tmp_path: Path) -> None:
    assert ask(tmp_path, "help")[1][0].startswith("Type the number")
    assert ask(tmp_path, "")[1] == ["Type a number from 1 to 2, or help."]
    for walk in ("1", "walk"):
        assert "The street." in ask(tmp_path, walk)[1]


def test_at_the_next_visit_the_field_begins_anew(tmp_path: Path) -> None:
    told = ask(tmp_path, NAME, "sing", NAME)[1]
    assert told[0] == told[-1] == "Rubbed out."


def test_nothing_that_was_typed_in_text_is_kept(tmp_path: Path) -> None:
    session, written = ask(tmp_path, NAME, "save one", NAME, "log", "sing", NAME, "undo", NAME)
    assert NAME not in save_text(session.run)
    assert NAME not in str([session.log(), session.run.journal, session.view().kept(), written])
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert len(files) > 4
    assert all(NAME.encode() not in raw for raw in files)


def test_nobody_measures_time(tmp_path: Path) -> None:
    story = small(tmp_path, letter(("takes: 5", "takes: 15")))
    session = Session(story, INSTRUMENTS, lambda: 4, None)
    session.new()
    assert TextFace(session, lambda line: None).play(["open", "turn", "undo", "turn", "turn", "on"])


class Typed(str):
    """A text that can be watched going."""


def test_what_was_typed_is_gone_before_the_next_line_is_read(tmp_path: Path) -> None:
    kept: list[weakref.ref[Typed]] = []
    seen: list[Typed | None] = []

    def typed() -> Typed:
        one = Typed(NAME)
        kept.append(weakref.ref(one))
        return one

    def answers() -> Iterator[str]:
        yield typed()
        seen.append(kept[0]())

    session = Session(small(tmp_path, FIELD, people="{ben: Ben}"), {}, lambda: 4, None)
    session.new()
    TextFace(session, lambda line: None).play(answers())
    assert seen == [None]


# --- coming back, and stopping ----------------------------------------------------------------


def opened(folder: Path, *answers: str) -> list[str]:
    """What is written when the run on this shelf is gone on with."""
    session = Session(example(), {}, lambda: 4, Shelf(folder))
    session.resume()
    written: list[str] = []
    TextFace(session, written.append).play(answers)
    return written


def test_a_run_that_was_left_begins_with_the_story_so_far(tmp_path: Path) -> None:
    play("let-past", shelf=tmp_path)
    written = opened(tmp_path)
    assert "== The story so far ==" in written
    assert written.index("→ Let him go first.") < written.index("== Morning ==")


def test_a_save_of_a_moment_ago_is_opened_without_it(tmp_path: Path) -> None:
    _, written = play("let-past", "save one", "load one", shelf=tmp_path)
    assert "== The story so far ==" not in written
    _, written = play("let-past", "so-far", shelf=tmp_path)
    assert "== The story so far ==" in written


def test_stopping_closes_what_was_played_and_ends_nothing(tmp_path: Path) -> None:
    ended, written = play("wait", "let-past", "stop-here", "1", shelf=tmp_path)
    assert ended
    text = "\n".join(written)
    assert "You made 2 choices in “Morning”." in text
    assert "Good Manners, Mei: 12 points; +2 gained since the beginning." in text
    assert "It is kept: what you play next time goes on from here." in text


def test_a_save_says_what_was_done_last_and_is_deleted_when_asked_twice(tmp_path: Path) -> None:
    _, written = play("let-past", "save one", "saves", "delete one", "saves", shelf=tmp_path)
    assert sum(line.startswith("one: Morning · The stamp office") for line in written) == 2
    assert any("→ Let him go first. Saved" in line for line in written)
    _, written = play("delete one", "saves", "delete one", shelf=tmp_path)
    assert written[-1] == "Type delete one once more to delete it for good."
    _, written = play("delete one", "delete one", "delete one", "delete", shelf=tmp_path)
    assert written[-3:] == ["Deleted one.", "There is no save 'one'.", "Type delete and its name."]


def test_all_cards_that_were_met_can_be_read_again(tmp_path: Path) -> None:
    _, written = play("cards all")
    assert written[-1] == "You have met no figures yet."


STREETS = """\
yard: {text: The yard., go: street}
street: {text: The street., go: lane}
lane: {text: The lane., choices: {home: {text: Home., go: yard}, rest: {text: Rest., end: over}}}
"""
READ = "(Read before: skip goes on to what is new.)"


def test_skip_goes_on_to_the_next_choice_and_takes_none(tmp_path: Path) -> None:
    session = Session(small(tmp_path, STREETS), {}, lambda: 1, None)
    session.new()
    written: list[str] = []
    TextFace(session, written.append).play(["skip", "", "", "skip", "home", "skip"])
    refused = "Nothing here can be passed over: it is new, or it waits for you."
    assert written.count(refused) == 2
    assert written.count(READ) == 1
    assert "Passed over: 2 pages." in written
    assert session.view().scene == "lane"
