from __future__ import annotations

from pathlib import Path

from game.play import ledger
from game.text.page import page, plain
from tests.play import small
from tests.play.letter import letter
from tests.walks import begin


def test_a_stressed_word_is_heard_without_colour_or_slant() -> None:
    assert plain("You said *again*.") == "You said ‘again’."
    assert plain("2 * 3 * 4") == "2 * 3 * 4"


def test_a_list_says_on_or_off_and_never_one() -> None:
    """In slow-train, Qiu pays through the court and is taken off its list days later."""
    run = begin("slow-train", 2)
    for choice in ("call-nurse", "on", "read-notice", "on", "on", "pay"):
        run.choose(choice)
    assert "The court's list, Qiu Jianguo: on the list." in page(run.view(), run.story.people)
    written: list[str] = []
    while not ledger.rows(run):
        run.choose("wait")
        written = list(page(run.view(), run.story.people))
    row = ledger.rows(run)[-1]
    assert (row.amount, row.total) == ("taken off", "not on the list")
    assert "The court's list: taken off" in written
    assert "The court's list, Qiu Jianguo: not on the list." in written


def test_what_is_crossed_out_is_said_to_be(tmp_path: Path) -> None:
    run = small.begin(small.small(tmp_path, letter()), "open", "turn")
    written = list(page(run.view(), run.story.people))
    assert "[crossed out] Dear Ana." in written
    assert "Ben: Yours, Ben." in written
