"""The closing statements in text."""

from __future__ import annotations

from pathlib import Path

from game.session import Session
from game.story.model import Story
from game.text.face import TextFace
from game.text.statements import NONE, NOTHING_WAITS
from tests.mirror.statements_test import CARDS, STATEMENTS
from tests.play.small import small

END = "yard: {text: The yard., end: over}"


def typed(ours: Story, *answers: str) -> tuple[Session, list[str]]:
    session = Session(ours, {}, lambda: 1, None)
    session.new()
    written: list[str] = []
    TextFace(session, written.append).play(["on", *answers])
    return session, written


def test_they_are_judged_one_after_the_other_with_their_cards(tmp_path: Path) -> None:
    ours = small(tmp_path, END, cards=CARDS, statements=STATEMENTS)
    session, written = typed(ours, "true", "statements", "true", "false", "TRUE", "true")
    text = "\n".join(written)
    assert written.count(NOTHING_WAITS) == 2
    assert text.count("Type true or false.") == 3
    assert text.count("○ Research: The moon is round. Source: Everybody.") == 3
    assert list(session.mirror.judged.values()) == [True, False, True]
    assert written[-2] == f"\n{session.mirror.apart}"


def test_whoever_comes_back_to_them_finds_what_was_judged_and_the_next(tmp_path: Path) -> None:
    ours = small(tmp_path, END, cards=CARDS, statements=STATEMENTS)
    session, written = typed(ours, "statements", "true", "statements")
    first, second, _ = session.mirror.statements
    shown = written[-4:]
    assert shown[0] == f"\n{first.says}"
    assert shown[1].startswith("You called it true.")
    assert shown[-1] == f"\n{second.says}\nType true or false."


def test_a_story_without_statements_says_so(tmp_path: Path) -> None:
    _, written = typed(small(tmp_path, END), "statements")
    assert written[-1] == NONE
    assert not any("three sentences" in line for line in written)
