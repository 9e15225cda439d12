"""The page that closes what was played, before the story has ended."""

from __future__ import annotations

from pathlib import Path

from game.mirror.closing import closing, since
from game.play.view import Score
from tests.play.small import PAIR, begin, small

DAYS = """\
yard:
  place: here
  text: The yard.
  choices:
    aid: {text: Help., deeds: [good], misses: the second time, go: yard}
    harm: {text: Harm., deeds: [bad], takes: 2 days, misses: your hand, go: yard}
    call: {text: Be Ben., go: bens}
bens:
  life: ben
  text: Ben's.
  choices: {home: {text: Back., deeds: [good], go: home}}
home: {life: ana, text: Home., go: yard}
"""


def test_it_says_what_was_played_and_what_became_of_each_standing(tmp_path: Path) -> None:
    told = closing(begin(small(tmp_path, DAYS), "aid", "harm", "call", "home"))
    assert told.played == "You made 4 choices in “One”."
    assert told.times == (
        "Ana: 10 January 2019, 12:00 to 12 January 2019, 12:00",
        "Ben: 1 January 2019, 08:00 to 08:00",
    )
    assert [(s.holder, s.value, since(s)) for s in told.scores] == [
        ("Ana", "0", "-3 lost since the beginning"),
        ("Ben", "52", "+2 gained since the beginning"),
    ]
    assert told.missed == ("the second time", "your hand")


def test_before_the_first_choice_it_says_so_kindly(tmp_path: Path) -> None:
    told = closing(begin(small(tmp_path, DAYS)))
    assert told.played.startswith("You have not chosen anything yet.")
    assert told.missed == ()


def test_a_run_that_hides_the_score_shows_no_standing(tmp_path: Path) -> None:
    story = small(tmp_path, PAIR)
    told = closing(begin(story, "wait", "give", "wait", "keep", shown=False))
    assert (told.scores, told.missed) == ((), ())


def test_it_ends_nothing(tmp_path: Path) -> None:
    run = begin(small(tmp_path, PAIR), "wait", "give", "wait", "keep")
    before, journal = run.view(), list(run.journal)
    closing(run)
    assert run.view() is before and run.journal == journal and not run.over


def test_a_change_on_a_list_has_a_word() -> None:
    score = Score("list", "The list", "on the list", "", "Ana", change=1, listed=True)
    assert since(score) == "put on the list since"
