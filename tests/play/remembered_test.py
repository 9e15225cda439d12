"""What was met on this machine: kept in a file that may be missing, broken or full."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from game.play import remembered
from game.play.remembered import SELDOM, Remembered, page_of
from game.play.run import Run
from game.play.view import Aftermath, Change, Option, View
from game.story.prose import Line
from tests.play.small import YARD, small

PAGE = "yard 0123456789"


def yard(folder: Path) -> View:
    return Run(small(folder, YARD), 1).view().kept()


def test_what_was_kept_is_known_to_the_next(tmp_path: Path) -> None:
    file = tmp_path / "new" / "known.json"
    first = Remembered(file)
    first.meet("one")
    first.read(PAGE)
    first.keep()
    later = Remembered(file)
    assert later.has_met("one")
    assert later.has_read(PAGE)
    assert not later.has_met("two")
    assert not later.has_read("yard 9876543210")


def test_pages_are_written_seldom(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    known = Remembered(file)
    for number in range(SELDOM):
        assert not file.exists()
        known.read(f"yard {number:010x}")
    assert len(json.loads(file.read_text("utf-8"))["pages"]) == SELDOM


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        "[]",
        '{"pages": 3, "chapters": {"one": 1}}',
        '{"pages": [7, "no page", "yard 01234", ["x"]], "chapters": [null, "No"]}',
        "\udcff",
    ],
)
def test_a_broken_file_remembers_nothing(tmp_path: Path, text: str) -> None:
    file = tmp_path / "known.json"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    known = Remembered(file)
    known.meet("one")
    assert Remembered(file).has_met("one")
    assert json.loads(file.read_text("utf-8")) == {"chapters": ["one"], "pages": []}


def test_a_disk_that_takes_nothing_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    known = Remembered(tmp_path / "file" / "known.json")
    known.meet("one")
    assert known.has_met("one")


def test_the_pages_read_first_are_forgotten_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remembered, "MOST_PAGES", 3)
    known = Remembered()
    pages = [f"yard {number:010x}" for number in range(5)]
    for page in pages:
        known.read(page)
    assert [known.has_read(page) for page in pages] == [False, False, True, True, True]


def test_a_page_that_says_anything_else_is_another_page(tmp_path: Path) -> None:
    view = yard(tmp_path)
    change = Change("book", "Book", 2)
    others = [
        view,
        replace(view, scene="street"),
        replace(view, lines=(Line(None, "The yard at night.", ()),)),
        replace(view, lines=(Line("ben", "The yard.", ()),)),
        replace(view, options=view.options[:1]),
        replace(view, options=(*view.options[:1], Option("sing", "Sing.", False, ("Hoarse.",)))),
        replace(view, aftermath=Aftermath("", "a song", None, ())),
        replace(view, aftermath=Aftermath("", None, "a song", ())),
        replace(view, aftermath=Aftermath("", None, None, (change,))),
    ]
    assert len({page_of(each) for each in others}) == len(others)
    assert page_of(view) == page_of(replace(view, when="later", place="There"))


def test_nothing_that_was_said_is_kept(tmp_path: Path) -> None:
    file = tmp_path / "known.json"
    known = Remembered(file)
    known.read(page_of(yard(tmp_path)))
    known.keep()
    assert set(json.loads(file.read_text("utf-8"))) == {"chapters", "pages"}
    assert "The yard" not in file.read_text("utf-8")
