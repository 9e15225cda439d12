"""The story so far as lines of text."""

from __future__ import annotations

from game.play.so_far import Day, Part, SoFar, Step
from game.text.so_far import so_far

FRIDAY = "Friday 26 April 2019"
STEP = Step("The Café", FRIDAY, "The café", "Try the *latte*.", False, "nothing", "the foam")


def test_it_is_read_from_the_oldest_to_the_last_with_what_the_score_saw_and_missed() -> None:
    told = SoFar(
        *("The Café", "The counter", f"{FRIDAY}, 14:20", 12),
        *((Part("Double Time", "You answered."),), (Day(FRIDAY, "The café", (STEP,)),), ()),
    )
    assert [line for line in so_far(told) if line] == [
        "== The story so far ==",
        "The Café. The counter. Friday 26 April 2019, 14:20.",
        "Before this, 12 choices: type log to read everything.",
        "Double Time. You answered.",
        "Friday 26 April 2019, The café.",
        "→ Try the ‘latte’.",
        "The score saw: nothing",
        "It missed: the foam",
    ]


def test_before_the_first_choice_it_says_so() -> None:
    assert "Nothing has been chosen yet." in so_far(SoFar("One", None, None, 0, (), (), ()))
