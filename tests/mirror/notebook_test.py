"""Notes in their file: plain lines, read back as they were written, whatever became of the file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.mirror.notebook import (
    LARGEST,
    LONGEST,
    Answer,
    Bet,
    Judged,
    Looked,
    Note,
    Notebook,
    Timed,
    Undone,
    clipped,
    line_of,
)

NOTES: tuple[Note, ...] = (
    Answer("yard", "wait"),
    Answer("knock", "give", "at-stake", 8_100, {"keep": 4_000}),
    Undone("knock"),
    Looked("yard"),
    Bet(None, 2, 7),
    Judged("one-score", True),
)


def written(file: Path) -> Notebook:
    book = Notebook(file)
    for note in NOTES:
        book.add(note)
    return book


def test_notes_are_read_back_as_they_were_written(tmp_path: Path) -> None:
    file = tmp_path / "notes" / "run.jsonl"
    assert written(file).notes == Notebook(file).notes == list(NOTES)


def test_the_file_is_a_plain_line_for_each_note(tmp_path: Path) -> None:
    written(tmp_path / "run.jsonl")
    lines = (tmp_path / "run.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(lines[1]) == {
        "note": "answer",
        "scene": "knock",
        "option": "give",
        "arm": "at-stake",
        "ms": 8_100,
        "rested": {"keep": 4_000},
    }
    assert len(lines) == len(NOTES)


def test_the_first_word_counts(tmp_path: Path) -> None:
    book = Notebook()
    for note in (
        Answer("knock", "give", "at-stake", 5),
        Answer("knock", "keep", "at-stake", 9),
        Bet(1, 2, 3),
        Bet(2, 2, 4),
        Judged("one-score", True),
        Judged("one-score", False),
    ):
        book.add(note)
    assert book.answer("knock", "at-stake") == Answer("knock", "give", "at-stake", 5)
    assert book.answer("knock", "not-at-stake") is None
    assert book.bet == Bet(1, 2, 3)
    assert book.judged == {"one-score": True}


def test_a_line_that_was_cut_off_spoils_no_other(tmp_path: Path) -> None:
    file = tmp_path / "run.jsonl"
    written(file)
    with file.open("ab") as out:
        out.write(b'{"note": "answer", "sc')
    book = Notebook(file)
    book.add(Undone("street"))
    assert Notebook(file).notes == [*NOTES, Undone("street")]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "7",
        "[]",
        "{}",
        '{"note": 1}',
        '{"note": "secret"}',
        '{"note": "undone"}',
        '{"note": "undone", "scene": 5}',
        '{"note": "undone", "scene": "a", "more": 1}',
        '{"note": "answer", "scene": "a", "option": "b", "ms": -1}',
        '{"note": "answer", "scene": "a", "option": "b", "ms": true}',
        '{"note": "answer", "scene": "a", "option": "b", "rested": [1]}',
        '{"note": "answer", "scene": "a", "option": "b", "rested": {"c": "long"}}',
        '{"note": "bet", "changed": "two", "of": 2, "held": 1}',
        '{"note": "judged", "statement": "a", "true": 1}',
        "[" * 100_000,
    ],
)
def test_a_line_that_is_no_note_is_passed_over(tmp_path: Path, line: str) -> None:
    file = tmp_path / "run.jsonl"
    file.write_text(f"{line}\n{line_of(Looked('yard'))}\n", encoding="utf-8")
    assert Notebook(file).notes == [Looked("yard")]


@given(st.binary(max_size=300))
def test_no_file_of_notes_is_an_error(tmp_path_factory: pytest.TempPathFactory, raw: bytes) -> None:
    file = tmp_path_factory.mktemp("notes") / "run.jsonl"
    file.write_bytes(raw)
    book = Notebook(file)
    book.add(Undone("yard"))
    assert Notebook(file).notes[-1] == Undone("yard")


def test_where_nothing_can_be_written_it_is_said_and_kept_in_mind(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("in the way", encoding="utf-8")
    book = Notebook(tmp_path / "notes" / "run.jsonl")
    book.add(Undone("yard"))
    assert book.notes == [Undone("yard")]
    assert book.trouble is not None and book.trouble.startswith("A note could not be written")


def test_a_file_that_is_too_large_is_not_ours(tmp_path: Path) -> None:
    file = tmp_path / "run.jsonl"
    file.write_bytes(b"x" * (LARGEST + 1))
    book = Notebook(file)
    book.add(Undone("yard"))
    assert (book.notes, file.stat().st_size) == ([Undone("yard")], LARGEST + 1)
    assert book.trouble is not None


def test_erased_notes_are_gone(tmp_path: Path) -> None:
    book = written(tmp_path / "run.jsonl")
    assert book.erase()
    assert not book.notes and not list(tmp_path.iterdir())
    assert not book.erase()


def test_what_a_face_measured_is_kept_within_bounds() -> None:
    found = clipped(Timed(10 * LONGEST, {"give": 5, "keep": 0, "other": 9}), ["give", "keep"])
    assert found == Timed(LONGEST, {"give": 5})
    assert clipped(Timed(-3), []) == Timed(0)
