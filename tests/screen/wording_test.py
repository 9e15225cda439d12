"""Words that several screens share."""

from __future__ import annotations

from game.play.view import Change
from game.screen.wording import changes_line


def test_changes_are_said_with_a_sign_and_a_word_and_nothing_without_a_nought() -> None:
    changes = [Change("lamp", "Lamp", amount) for amount in (2, -1, 0)]
    assert changes_line(changes) == "+2 gained, Lamp; −1 lost, Lamp; recorded, no points, Lamp"
