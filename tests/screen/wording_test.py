"""Words that several screens share."""

from __future__ import annotations

from game.play.view import Change
from game.screen.wording import joined, promise_line


def test_what_is_announced_has_a_sign_and_nothing_without_a_nought() -> None:
    announced = [Change("lamp", "Lamp", amount) for amount in (2, -1, 0)]
    assert promise_line(announced) == "+2 Lamp  −1 Lamp  0 Lamp"


def test_what_there_is_stands_in_one_line() -> None:
    assert joined("Kitchen", None, "", "20:07") == "Kitchen · 20:07"
