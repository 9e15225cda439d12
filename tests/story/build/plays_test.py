"""Instruments: what others' code says of an author's parameters."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from game.story.instruments import InstrumentSpec
from game.story.load import examine
from tests.stories import changed, write_story

CHAPTER = "chapters/one.yaml"
BORROW = "gate: loan\n        call: visit\n        then: the-end\n"


def told(folder: Path, spec: InstrumentSpec, purse: str) -> list[str]:
    play = f"play: {{till: {{purse: {purse}}}}}\n        outcomes: {{done: the-end}}\n"
    play += "        misses: what it was for\n"
    files = changed(CHAPTER, BORROW, play)
    return [str(one) for one in examine(write_story(folder, files), {"till": spec}).diagnostics]


def till(**more: object) -> InstrumentSpec:
    return InstrumentSpec("till", {"purse": "text"}, ("done",), **more)  # type: ignore[arg-type]


def test_a_check_that_fails_itself_is_told_with_its_place(tmp_path: Path) -> None:
    def check(parameters: Mapping[str, object]) -> str | None:
        raise KeyError("till")

    (one,) = told(tmp_path, till(check=check), "cash")
    assert one.startswith("chapters/one.yaml:38:16: S082 error: till failed to check")
    assert "KeyError" in one


@pytest.mark.parametrize(
    ("purse", "part"),
    [
        ("cash", None),
        ("told", "told is a flag; till needs a variable that is a number."),
        ("manner", "manner is a word"),
        ("cahs", "Did you mean cash?"),
    ],
)
def test_a_number_that_is_named_must_be_one(tmp_path: Path, purse: str, part: str | None) -> None:
    spec = till(mentions=lambda given: [("number", str(given["purse"]))])
    found = told(tmp_path, spec, purse)
    assert len(found) == (part is not None), found
    assert part is None or part in found[0]


@pytest.mark.parametrize(
    ("purse", "part"),
    [
        ("read-minutes", None),
        ("close-app", "close-app takes no minutes; till needs a deed with unit: minutes."),
        ("read-minute", "Did you mean read-minutes?"),
    ],
)
def test_a_deed_that_takes_minutes_must_do_so(tmp_path: Path, purse: str, part: str | None) -> None:
    spec = till(mentions=lambda given: [("minutes", str(given["purse"]))])
    found = told(tmp_path, spec, purse)
    assert len(found) == (part is not None), found
    assert part is None or part in found[0]


LETTER = InstrumentSpec(
    "letter", {"pages": "list"}, ("read",), ("turn",),
    named=lambda given: given["pages"],  # type: ignore[arg-type, return-value]
)  # fmt: skip


@pytest.mark.parametrize(
    ("pages", "words", "part"),
    [
        ("[dear, yours]", "{turn: T, dear: D, yours: Y}", None),
        ("[dear, yours]", "{turn: T, dear: D}", "words of letter needs yours"),
        ("[dear]", "{turn: T, dear: D, deer: D}", "words of letter has no key deer"),
        ("[dear, turn]", "{turn: T, dear: D}", "turn is a word of letter itself"),
        ("dear", "{turn: T, dear: D, yours: Y}", "a list"),
    ],
)
def test_words_that_parameters_name_must_be_written(
    tmp_path: Path, pages: str, words: str, part: str | None
) -> None:
    play = f"play: {{letter: {{pages: {pages}}}}}\n        words: {words}\n"
    files = changed(CHAPTER, BORROW, f"{play}        outcomes: {{read: the-end}}\n")
    found = examine(write_story(tmp_path, files), {"letter": LETTER}).diagnostics
    assert len(found) == (part is not None), [str(one) for one in found]
    assert part is None or part in str(found[0])


BELL = InstrumentSpec(
    "bell", {"rings": "flag", "for": "number"}, ("left",),
    outcomes_if={"answered": lambda given: bool(given.get("rings"))},
)  # fmt: skip


@pytest.mark.parametrize(
    ("given", "outcomes", "part"),
    [
        ("{rings: true}", "{left: the-end, answered: the-end}", None),
        ("{}", "{left: the-end}", None),
        ("{rings: true}", "{left: the-end}", "There is no way for the outcome answered."),
        ("{}", "{left: the-end, answered: the-end}", "answered cannot come with what bell"),
        ("{}", "{left: the-end, anwsered: the-end}", "Did you mean answered?"),
        # Where one cannot know whether it comes, only what is wrong with the parameters is told.
        ("{rings: 7}", "{left: the-end}", "rings"),
        ("{rings: 7}", "{left: the-end, answered: the-end}", "rings"),
    ],
)
def test_only_outcomes_that_can_come_have_a_way(
    tmp_path: Path, given: str, outcomes: str, part: str | None
) -> None:
    play = f"play: {{bell: {given}}}\n        outcomes: {outcomes}\n"
    files = changed(CHAPTER, BORROW, play)
    found = [str(one) for one in examine(write_story(tmp_path, files), {"bell": BELL}).diagnostics]
    assert len(found) == (part is not None), found
    assert part is None or part in found[0]
