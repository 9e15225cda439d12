"""What may be shown of a run, and what is on offer."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import NotOpen
from game.play.saves import resume, save_text
from game.play.view import Change
from tests.play.letter import letter
from tests.play.small import INSTRUMENTS, PAIR, SIT, SYSTEM, begin, options, small, texts

SHUT = """\
yard:
  text: The yard.
  choices:
    proud: {text: Enter., needs: points(book) > 9, reason: The book thinks little of you., go: yard}
    poor: {text: Pay., needs: coins > 5, reason: You have no coins., go: yard}
    both: {text: Knock., gate: door, needs: coins > 5, reason: No coins here., go: yard}
    gate: {text: Try the door., gate: door, reason: The door is for the listed., go: yard}
    rest: {text: Rest., go: yard}
"""


def reasons(folder: Path, shown: bool) -> dict[str, tuple[str, ...]]:
    view = begin(small(folder, SHUT), shown=shown).view()
    return {option.id: option.reason for option in view.options if not option.open}


def test_where_the_score_is_hidden_no_reason_tells_of_it(tmp_path: Path) -> None:
    assert reasons(tmp_path, shown=False) == {
        "proud": ("Not open.",),
        "poor": ("You have no coins.",),
        "both": ("No coins here.",),
        "gate": ("Not open.",),
    }


def test_where_the_score_is_shown_every_reason_is_told(tmp_path: Path) -> None:
    told = reasons(tmp_path, shown=True)
    assert told["proud"] == ("The book thinks little of you.",)
    assert told["both"][0] == "No coins here."
    assert "needs 10; you have 3" in told["both"][1]
    assert told["gate"][0] == "The door is for the listed."
    assert "needs 10; you have 3" in told["gate"][1]


@pytest.mark.parametrize("choice", ["proud", "gate"])
def test_trying_a_shut_choice_in_a_hidden_run_tells_no_more(tmp_path: Path, choice: str) -> None:
    run = begin(small(tmp_path, SHUT), shown=False)
    with pytest.raises(NotOpen) as caught:
        run.choose(choice)
    assert str(caught.value) == "Not open."
    assert run.journal == []


GATE = """\
yard:
  text: The yard.
  choices:
    enter: {text: Enter., gate: door, go: yard}
    rest: {text: Rest., deeds: [good], go: yard}
"""


def test_a_gate_of_a_system_that_announces_nothing_only_does_not_say(tmp_path: Path) -> None:
    mute = SYSTEM.replace("name: Book", "name: Book\nannounces: never")
    run = begin(small(tmp_path, GATE, mute), "rest")
    enter = run.view().options[0]
    assert (enter.open, enter.reason) == (False, ("Book does not say.",))
    with pytest.raises(NotOpen, match=r"^Book does not say\.$"):
        run.choose("enter")
    view = run.view()
    assert view.scores == ()
    assert view.aftermath is not None
    assert view.aftermath.changes == ()


SWITCH = """\
yard:
  text: The yard.
  choices:
    help: {text: Help., deeds: [good], sees: one good deed, misses: why, go: street}
street: {life: ben, text: The street., go: yard}
"""


def test_an_aftermath_tells_of_the_life_that_acted(tmp_path: Path) -> None:
    view = begin(small(tmp_path, SWITCH.replace("help:", "aid:")), "aid").view()
    assert [(score.holder, score.value) for score in view.scores] == [("Ben", "50")]
    assert view.aftermath is not None
    assert view.aftermath.changes == (Change("book", "Book", 2),)
    assert (view.aftermath.sees, view.aftermath.misses) == ("one good deed", "why")
    assert [score.change for score in view.scores] == [0]


TABLE = """\
yard:
  place: table
  text: The table.
  choices:
    pour: {text: Pour., set: {coins: coins + 1}, go: yard}
    aid: {text: Help., deeds: [good], go: yard}
    walk: {text: Walk off., go: lane}
lane: {text: The lane., go: yard}
"""
OVER = """\
{table: {name: Table, picture: t.svg, over: [
  {if: points(book) > 3, picture: stamp.svg},
  {if: not (points(book) > 3), picture: no-stamp.svg},
  {if: coins > 0, picture: ring.svg},
  {picture: lamp.svg}]}}"""


def test_pictures_are_laid_over_a_place_while_their_conditions_hold(tmp_path: Path) -> None:
    story = small(tmp_path, TABLE, places=OVER)
    assert begin(story).view().over == ("no-stamp.svg", "lamp.svg")
    assert begin(story, "pour").view().over == ("no-stamp.svg", "ring.svg", "lamp.svg")
    run = begin(story, "pour", "aid")
    assert run.view().over == ("stamp.svg", "ring.svg", "lamp.svg")
    run.undo()
    assert "ring.svg" in run.view().over and "stamp.svg" not in run.view().over
    run.choose("walk")
    assert run.view().over == ()


def test_where_the_score_is_hidden_no_picture_tells_of_it(tmp_path: Path) -> None:
    story = small(tmp_path, TABLE, places=OVER)
    for choices in ((), ("aid",)):
        assert begin(story, *choices, shown=False).view().over == ("lamp.svg",)


LABEL = """\
yard:
  text: The yard.
  choices:
    ask: {text: "Ask for the book{card made-up}", once: true, go: street}
    rest: {text: Rest., go: street}
street: {text: The street., go: yard}
"""


def test_a_card_that_only_a_move_of_an_instrument_names_is_on_offer_with_it(
    tmp_path: Path,
) -> None:
    scenes = letter(("turn: Turn the page.", 'turn: "Turn the page{card made-up}."'))
    run = begin(small(tmp_path, scenes))
    assert run.view().cards == ()
    run.choose("open")
    assert [card.id for card in run.view().cards] == ["made-up"]


def test_a_card_that_only_a_choice_names_is_on_offer_with_it(tmp_path: Path) -> None:
    run = begin(small(tmp_path, LABEL))
    assert "△" in run.view().options[0].text
    assert [card.id for card in run.view().cards] == ["made-up"]
    run.choose("ask")
    assert run.view().cards == ()
    run.choose("on")
    assert (options(run), run.view().cards) == (["rest"], ())


# --- where nothing is open ----------------------------------------------------------------------


STUCK = """\
yard:
  text: The yard.
  choices:
    look: {text: Look., call: cellar}
    fall: {text: Fall., deeds: [good], go: cellar}
cellar:
  text: The cellar.
  choices:
    climb: {text: Climb., needs: coins > 5, reason: It is too steep., go: yard}
"""


def test_a_scene_without_a_way_on_comes_back_out_of_a_call(tmp_path: Path) -> None:
    run = begin(small(tmp_path, STUCK), "look")
    assert options(run) == ["climb", "on"]
    run.choose("on")
    assert (run.over, run.view().scene, texts(run)) == (False, "yard", ["The yard."])


def test_a_scene_without_a_way_on_ends_the_run_outside_of_calls(tmp_path: Path) -> None:
    run = begin(small(tmp_path, STUCK), "fall", "on")
    view = run.view()
    assert (view.kind, view.ending, view.aftermath) == ("end", "no-way-on", None)
    assert resume(run.story, save_text(run), INSTRUMENTS).run.view() == view
    assert run.undo()
    assert options(run) == ["climb", "on"]


def test_going_on_from_a_pair_where_nothing_is_open_answers_nothing(tmp_path: Path) -> None:
    shut = "needs: coins > 5, reason: It is bolted., kind:"
    run = begin(small(tmp_path, PAIR.replace("kind:", shut)), "wait", "on")
    assert run.view().ending == "no-way-on"
    assert run.answers() == []


# --- time that passes in an instrument ------------------------------------------------------------


BENCH = "yard:\n  text: The yard.\n  choices:\n    sit:\n      text: Sit.\n" + "".join(
    f"      {line}\n" for line in SIT.splitlines()
)
BENCH += "street: {text: The street., end: over}\n"
MANY = 100_000


def test_an_instrument_that_is_left_alone_makes_a_small_save_and_replays_alike(
    tmp_path: Path,
) -> None:
    run = begin(small(tmp_path, BENCH), "sit", "nod")
    for _ in range(MANY):
        run.tick(1)
    assert texts(run) == [f"You sit. {MANY:,}"]
    text = save_text(run)
    assert len(text) < 500
    again = resume(run.story, text, INSTRUMENTS)
    assert again.told is None
    assert again.run.view() == run.view()
    assert save_text(again.run) == text
    assert again.run.undo()
    assert texts(again.run) == ["You sit. 0"]
    assert again.run.redo()
    assert again.run.view() == run.view()


def test_moves_part_the_time_that_passes(tmp_path: Path) -> None:
    run = begin(small(tmp_path, BENCH), "sit")
    for _ in range(3):
        run.tick(2)
        run.tick(3)
        run.choose("nod")
    assert [act[2] for act in run.journal if act[0] == "ticks"] == [5, 5, 5]
    assert run.undo()
    run.tick(1)
    assert texts(run) == ["You sit. 16"]
    assert resume(run.story, save_text(run), INSTRUMENTS).run.view() == run.view()


def test_time_ends_with_the_instrument(tmp_path: Path) -> None:
    run = begin(small(tmp_path, BENCH.replace("1000000", "7")), "sit")
    run.tick(4)
    run.tick(50)
    assert run.view().scene == "street"
    assert run.journal[-1] == ["ticks", "yard", 7]
    assert resume(run.story, save_text(run), INSTRUMENTS).told is None


def test_however_long_time_passes_the_save_can_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.play.run.MOST_TICKS", 10)
    monkeypatch.setattr("game.play.journal.MOST_TICKS", 10)
    run = begin(small(tmp_path, BENCH), "sit")
    for count in (4, 10, 3, 9, 1):
        run.tick(count)
    again = resume(run.story, save_text(run), INSTRUMENTS)
    assert again.told is None
    assert again.run.view() == run.view()
