"""What a person is asked before playing in text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from game.folders import how_to_play
from game.mirror import consent
from game.mirror.desk import Desk
from game.mirror.study.enrolment import Enrolment
from game.play.saves import Shelf
from game.session import Session
from game.story.load import load
from game.text.face import TextFace
from game.text.opening import NothingBegun, Opening
from tests.commands.play_test import CHAPTER
from tests.mirror.study.enrolment_test import Notepad, study
from tests.play.small import small

YARD = "yard: {text: The yard., end: over}"
CUTS = "{museum: {name: Five minutes, about: In short.}, evening: An evening}"


class Asked:
    """Asks about runs of one session, and remembers what was written since the last."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.told: str | None = None
        self.text = ""

    def by(
        self,
        *answers: str,
        noted: bool | None = True,
        learn: Callable[[Iterator[str]], None] | None = None,
    ) -> str:
        """What is written when these are the answers."""
        written: list[str] = []
        typed = iter(answers)
        lesson = None if learn is None else lambda: learn(typed)
        opening = Opening(self.session, typed, written.append, lesson, noted)
        self.told = opening.ask()
        self.text = "\n".join(written)
        return self.text


def asked(folder: Path, scenes: str = YARD, mirror: Desk | None = None, **extra: str) -> Asked:
    story = small(folder, scenes, **extra)
    return Asked(Session(story, {}, lambda: 1, Shelf(folder / "saves"), mirror=mirror))


# --- what to open -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("answers", "cut"), [(["1"], None), ([""], None), ([], None), (["4", "x", "3"], "evening")]
)
def test_a_person_is_asked_for_the_cut(tmp_path: Path, answers: list[str], cut: str | None) -> None:
    opening = asked(tmp_path, cuts=CUTS)
    told = opening.by(*answers)
    assert opening.told is None
    assert opening.session.run.inputs.cut == cut
    assert "1. Begin.\n2. Five minutes. In short.\n3. An evening." in told
    assert ("Type a number from 1 to 3." in told) == (len(answers) > 1)
    assert "1. Go on where you left.\n2. Begin anew.\n3. Five" in opening.by("1")
    assert opening.session.run.inputs.cut == cut


def test_a_person_is_not_asked_where_there_is_no_choice(tmp_path: Path) -> None:
    opening = asked(tmp_path)
    assert opening.by() == ""
    assert opening.session.view().scene == "yard"


def test_whoever_learns_how_to_play_first_is_asked_again(tmp_path: Path) -> None:
    lesson: list[str] = []

    def learn(answers: Iterator[str]) -> None:
        session = Session(load(how_to_play()), {}, lambda: 1, None)
        session.new(noted=False)
        TextFace(session, lesson.append).play(answers)

    opening = asked(tmp_path)
    told = opening.by("2", "order", "quit", "1", learn=learn)
    assert opening.session.view().scene == "yard"
    assert told.count("2. How to play.") == 2
    assert "The score sees: one coffee" in lesson


def test_a_person_is_asked_for_the_chapter(tmp_path: Path) -> None:
    (tmp_path / "two.yaml").write_text(CHAPTER, encoding="utf-8")
    opening = asked(tmp_path, "yard: {text: The yard., go: street}")
    assert "Chapters" not in opening.by("chapters")
    opening.session.choose("on")
    told = ""
    for answers in (["3", "2"], ["chapters", "3", "2"], ["3", "1", "3", "2"]):
        told += opening.by(*answers)
        assert opening.session.chapter == "two"
    assert "3. Chapters.\n" in told
    assert "1. Back.\n2. The ‘Street’. Where they sell everything. (Reached before.)" in told
    opening.by("chapters", "back", "2")
    assert opening.session.chapter is None


# --- notes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(("answer", "noted"), [("1", True), ("2", False)])
def test_a_person_is_asked_whether_notes_are_kept(tmp_path: Path, answer: str, noted: bool) -> None:
    opening = asked(tmp_path)
    told = opening.by(answer, noted=None)
    words = consent.asked(None)
    assert f"1. {words.keep}.\n   {words.keep_means}\n2. {words.without}.\n" in told
    assert opening.session.mirror.keeps is noted


def test_neither_answer_is_the_usual_one(tmp_path: Path) -> None:
    opening = asked(tmp_path)
    told = opening.by("", "yes", "play without notes.", noted=None)
    assert told.count("Type a number from 1 to 2.") == 2
    assert not opening.session.mirror.keeps


def test_who_does_not_answer_begins_nothing_and_loses_nothing(tmp_path: Path) -> None:
    opening = asked(tmp_path, "yard: {text: The yard., go: gate}\ngate: {text: Shut., end: over}")
    opening.by("1", noted=None)
    opening.session.choose("on")
    with pytest.raises(NothingBegun):
        opening.by("2", "x", noted=None)
    opening.by("1")
    assert opening.session.view().scene == "gate"


def test_who_goes_on_has_answered_already(tmp_path: Path) -> None:
    opening = asked(tmp_path)
    opening.by("2", noted=None)
    assert consent.asked(None).keep not in opening.by("1", noted=None)
    assert not opening.session.mirror.keeps


def test_where_there_is_a_study_its_protocol_can_be_read_first(tmp_path: Path) -> None:
    asks = study("hidden", "shown")
    desk = Desk(None, lambda: "word", Enrolment(asks, Notepad(), lambda: 1))
    opening = asked(tmp_path, mirror=desk)
    told = opening.by("3", "2", noted=None)
    assert asks.host in told
    assert asks.question in told
    assert told.count("3. Read what is compared.") == 2
    assert not opening.session.mirror.takes_part
