"""A run that takes part in a study: what it is given, and what is written of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import count
from pathlib import Path

import pytest

from game.errors import GameError
from game.mirror.desk import Desk
from game.mirror.study.enrolment import Enrolment
from game.mirror.study.protocol import ArmId, Outcome, Study
from game.mirror.study.sqlite_store import open_store
from game.mirror.study.store import Answered, StoreError
from game.play.saves import Shelf
from game.session import Session
from game.story.model import Story
from tests.mirror.study.studies import STUDY
from tests.mirror.twice import STROLL, knocks
from tests.play.small import INSTRUMENTS, small

LAST_WORDS = """\
yard: {text: The yard., choices: {wait: {text: Wait., go: street}, sing: {text: Sing., go: street}}}
street: {text: The street., choices: {close: {text: Close your eyes., end: over}}}
"""
BENCH = """\
yard:
  text: The yard.
  choices:
    sit:
      text: Sit down.
      play: {bench: {limit: 5}}
      words: {told: You sit., nod: Nod., leave: Get up.}
      outcomes: {left: {end: left}, late: {end: late}}
"""

KNOCKED = ("wait", "give", *STROLL, "wait", "keep", "leave")


class Notepad:
    """A store that writes down what is asked of it; all runs have one arm. `full`: nothing can be
    written."""

    def __init__(self, arm: ArmId = "shown") -> None:
        self.arm, self.asked, self.full = arm, list[object](), False

    def _note(self, *asked: object) -> None:
        if self.full:
            raise StoreError("The disk is full.")
        self.asked.append(asked)

    def start(self, run: str, hour: int) -> ArmId:
        self._note("start", run, hour)
        return self.arm

    def answer(self, run: str, answers: Sequence[Answered], hour: int) -> None:
        self._note("answer", run, tuple(answers), hour)

    def finish(self, run: str, hour: int) -> None:
        self._note("finish", run, hour)

    def remove(self, run: str) -> bool:
        self._note("remove", run)
        return True


def study(*arms: ArmId) -> Study:
    first, second = arms or ("hidden", "shown")
    outcome = Outcome("knock", "at-stake", frozenset({"give"}), "gave the coat")
    return replace(
        STUDY, story="small", outcome=outcome, arms=(first, second), seen_by="the whole yard"
    )


def session(
    folder: Path,
    store: Notepad,
    told: list[Exception] | None = None,
    asked: Study | None = None,
    story: Story | None = None,
) -> Session:
    folder.mkdir(exist_ok=True)
    names = count(1)
    enrolment = Enrolment(asked or study(), store, lambda: 480_000)  # type: ignore[arg-type]
    report = (lambda _: None) if told is None else told.append
    desk = Desk(folder / "notes", lambda: f"run{next(names)}", enrolment, report)
    shelf = Shelf(folder / "saves")
    return Session(story or _story(folder), INSTRUMENTS, lambda: 1, shelf, mirror=desk)


def _story(folder: Path) -> Story:
    return knocks(folder / "story")


def played(session: Session, *choices: str, noted: bool = True) -> Session:
    session.new(noted=noted)
    for choice in choices:
        session.choose(choice)
    return session


@pytest.mark.parametrize(
    ("arm", "seen"),
    [
        ("hidden", None),
        ("shown", ()),
        ("self", ("you alone",)),
        ("others", ("the whole yard",)),
    ],
)
def test_the_arm_decides_what_is_seen_of_the_score(
    tmp_path: Path, arm: ArmId, seen: tuple[str, ...] | None
) -> None:
    run = played(session(tmp_path, Notepad(arm)))
    scores = run.view().scores
    assert (scores[0].seen_by if scores else None) == seen
    again = session(tmp_path, Notepad("shown"))
    again.resume()
    assert again.view() == run.view()
    assert again.mirror.takes_part


def test_first_answers_are_written_as_they_are_given_with_their_order(tmp_path: Path) -> None:
    store = Notepad()
    run = played(session(tmp_path, store), *KNOCKED).run
    first = run.first_arms["knock"]
    (second,) = {"at-stake", "not-at-stake"} - {first}
    gave, kept = Answered("knock", first, "give", 1), Answered("knock", second, "keep", 2)
    assert store.asked == [
        ("start", "run1", 480_000),
        ("answer", "run1", (gave,), 480_000),
        ("answer", "run1", (gave, kept), 480_000),
        ("answer", "run1", (gave, kept), 480_000),
        ("finish", "run1", 480_000),
    ]


@pytest.mark.parametrize(
    ("arm", "says"),
    [
        ("hidden", "the version with the score hidden."),
        ("shown", "the version with the score shown."),
        ("self", "seen by the player alone. “Seen by you alone” was a part of it."),
        ("others", "and seen by others. “Seen by the whole yard” was a part of it."),
    ],
)
def test_the_last_page_says_which_version_it_was_and_nothing_does_before(
    tmp_path: Path, arm: ArmId, says: str
) -> None:
    playing = played(session(tmp_path, Notepad(arm)), *KNOCKED[:-1])
    assert playing.mirror.mirror().version == ""
    playing.choose("leave")
    (told,) = [line for line in playing.mirror.mirror().limits if "chance gave you" in line]
    assert told.endswith(says)


def ends(store: Notepad) -> list[object]:
    """The runs whose end was told."""
    return [asked[1] for asked in store.asked if asked[0] == "finish"]  # type: ignore[index]


def test_an_end_that_was_skipped_to_is_an_end(tmp_path: Path) -> None:
    store = Notepad()
    playing = session(tmp_path, store, story=small(tmp_path, LAST_WORDS))
    played(playing, "wait", "close")
    assert ends(store) == ["run1"]
    played(playing, "wait")
    assert playing.skip() == 1
    assert ends(store) == ["run1", "run2"]


@pytest.mark.parametrize("late", [False, True])
def test_an_end_within_an_instrument_is_an_end(tmp_path: Path, late: bool) -> None:
    store = Notepad()
    playing = played(session(tmp_path, store, story=small(tmp_path, BENCH)), "sit")
    if late:
        playing.tick(5)
    else:
        playing.choose("leave")
    assert playing.view().kind == "end"
    assert ends(store) == ["run1"]


def test_an_end_that_was_brought_back_is_told_where_it_could_not_be_told_before(
    tmp_path: Path,
) -> None:
    store = Notepad()
    playing = played(session(tmp_path, store))
    store.full = True
    playing.choose("leave")
    store.full = False
    playing.undo()
    playing.redo()
    assert ends(store) == ["run1"]


def test_an_answer_that_is_taken_back_stays_the_first(tmp_path: Path) -> None:
    store = Notepad()
    playing = played(session(tmp_path, store), "wait", "give")
    playing.undo()
    playing.choose("keep")
    assert [answers[0].option for _, _, answers, _ in store.asked[1:]] == ["give", "give"]  # type: ignore[misc]


def test_what_is_called_true_is_written_too(tmp_path: Path) -> None:
    store = Notepad()
    playing = played(session(tmp_path, store), "leave")
    playing.mirror.judge("one-score", True)
    playing.mirror.judge("court-list", False)
    playing.mirror.judge("one-score", False)
    (_, _, answers, _) = store.asked[-2]  # type: ignore[misc]
    assert answers == (
        Answered("one-score", "judged", "true", 1),
        Answered("court-list", "judged", "not true", 2),
    )


def test_whoever_plays_without_notes_is_not_in_the_study(tmp_path: Path) -> None:
    store = Notepad("hidden")
    playing = played(session(tmp_path, store), *KNOCKED, noted=False)
    assert store.asked == []
    assert playing.run.shown and not playing.mirror.takes_part


def test_a_run_that_began_before_the_study_is_not_in_it(tmp_path: Path) -> None:
    store = Notepad()
    played(session(tmp_path, store), "wait")
    other = session(tmp_path, later := Notepad(), asked=replace(study(), fingerprint="0ther"))
    other.resume()
    other.choose("give")
    assert later.asked == [] and not other.mirror.takes_part
    assert other.mirror.withdraw() == "Nothing of this run is in the study."


def test_whoever_wants_their_answers_back_gets_them(tmp_path: Path) -> None:
    store = Notepad()
    playing = played(session(tmp_path, store), *KNOCKED)
    assert playing.mirror.withdraw().startswith("Your answers are removed from the study.")
    assert store.asked[-1] == ("remove", "run1")


def test_burning_takes_them_out_of_the_study_as_well(tmp_path: Path) -> None:
    store = Notepad()
    told = played(session(tmp_path, store), *KNOCKED).burn()
    assert ("remove", "run1") in store.asked
    assert told[0].startswith("Your answers are removed from the study.")


def test_a_store_that_fails_keeps_nothing_else_from_burning(tmp_path: Path) -> None:
    store = Notepad()
    playing = played(session(tmp_path, store), *KNOCKED)
    store.full = True
    with pytest.raises(GameError, match="Not everything could be deleted: The disk is full"):
        playing.burn()
    assert not any((tmp_path / "notes").iterdir())
    assert not any((tmp_path / "saves").iterdir())
    store.full = False
    assert playing.burn()[0].startswith("Your answers are removed from the study.")


def test_a_store_that_fails_is_told_to_the_host_and_not_to_the_player(tmp_path: Path) -> None:
    store, told = Notepad(), list[Exception]()
    store.full = True
    playing = played(session(tmp_path, store, told), *KNOCKED)
    assert playing.view().kind == "end" and playing.trouble is None
    assert [str(error) for error in told] == ["The disk is full."]
    assert playing.run.shown and not playing.mirror.takes_part


def test_what_a_full_disk_did_not_take_is_written_when_the_run_is_opened_again(
    tmp_path: Path,
) -> None:
    store, told = Notepad(), list[Exception]()
    playing = played(session(tmp_path, store, told))
    store.full = True
    for choice in KNOCKED:
        playing.choose(choice)
    assert len(told) == 3
    later = Notepad()
    session(tmp_path, later).resume()
    kinds = [asked[0] for asked in later.asked]  # type: ignore[index]
    assert kinds == ["answer", "finish"]


def test_a_removed_run_stays_removed_in_the_real_store(tmp_path: Path) -> None:
    asked = study()
    path = tmp_path / "studies" / "lamp.sqlite"
    store = open_store(path, asked, seed=lambda: 1)
    playing = played(session(tmp_path, store), *KNOCKED)  # type: ignore[arg-type]
    assert sum(arm.finished for arm in store.counts().arms.values()) == 1
    playing.mirror.withdraw()
    playing.mirror.judge("one-score", True)
    later = session(tmp_path, store)  # type: ignore[arg-type]
    later.resume()
    found = store.counts()
    assert sum(arm.started for arm in found.arms.values()) == 0 and not found.cells
