"""How long a path is, and what belongs to it."""

from __future__ import annotations

from pathlib import Path
from textwrap import indent

from game.play.run import Run
from game.transcripts.length import Length, length, words_in
from game.transcripts.path import screens
from tests.play.letter import letter
from tests.play.small import SIT, YARD, begin, small

LETTER = letter(
    ("The yard.", "One two three."),
    ("Open the letter.", "Four five."),
    ("      play:", "      deeds: [good]\n      sees: six\n      misses: seven eight\n      play:"),
    ("left: yard", "left: street"),
    ("The street.", "The street is empty."),
)
# Yard 5; aftermath 3, Dear Ana 2, moves 6; Yours, Ben 2; the street 4.

BENCH = f"""\
yard:
  text: The yard.
  choices:
    sit:
      text: Sit.
{indent(SIT, "      ")}
street: {{text: The street., end: over}}
"""


def of(run: Run) -> Length:
    return length(screens(run), ())


def test_words_are_what_has_a_letter_or_a_digit() -> None:
    assert words_in("“Well,” she said – 302 cats… ■ ○ don't!") == 6
    assert words_in("") == 0


def test_lines_choices_and_what_is_seen_and_missed_are_counted(tmp_path: Path) -> None:
    scenes = """\
    yard:
      text: |
        One two.

        ben: Three{card made-up} four.
      choices:
        sing: {text: Five six., deeds: [good], sees: seven, misses: eight nine, go: street}
        shut: {text: Ten., needs: coins > 0, reason: Eleven twelve., go: street}
    street: {text: Thirteen., end: over}
    """
    assert of(begin(small(tmp_path, scenes))) == Length(9, 0, 0)
    assert of(begin(small(tmp_path, scenes), "sing", "on")) == Length(13, 0, 0)


def test_an_instrument_says_each_thing_once_and_takes_its_time(tmp_path: Path) -> None:
    run = begin(small(tmp_path, LETTER), "open")
    assert of(run) == Length(5 + 3 + 2 + 6, 0, 0)
    run.choose("turn")
    run.tick(2)
    assert of(run) == Length(16 + 2, 0, 2)
    left_by = [(one.taken, one.ticks) for one in screens(run)]
    assert left_by == [("open", 0), ("turn", 2), (None, 0)]
    run.choose("leave")
    run.choose("on")
    assert of(run) == Length(18 + 4, 0, 2)


def test_figures_that_change_are_not_read_again(tmp_path: Path) -> None:
    run = begin(small(tmp_path, BENCH), "sit")
    before = of(run)
    for _ in range(3):
        run.tick(200)
        run.choose("nod")
    assert of(run) == Length(before.words, 0, 600)


def test_minutes_are_those_of_reading_and_of_instruments() -> None:
    assert Length(500, 90, 0).minutes == 2.5
    assert Length(500, 90, 600).minutes == 3.5


def test_notes_and_the_last_page_are_counted_apart(tmp_path: Path) -> None:
    scenes = "yard: {content: [a quarrel], text: One two., end: over}\n"
    run = begin(small(tmp_path, scenes), "on", "on")
    apart = sum(words_in(line.text) for line in next(screens(run)).view.lines)
    assert apart > 0
    assert length(screens(run), ["On the", "last page."]) == Length(2, apart + 4, 0)


def test_what_was_undone_is_no_part_of_the_path(tmp_path: Path) -> None:
    run = begin(small(tmp_path, YARD), "sing", "walk")
    run.undo()
    run.undo()
    run.choose("walk")
    path = list(screens(run))
    assert [(one.view.scene, one.taken) for one in path] == [("yard", "walk"), ("street", None)]


def test_a_path_goes_on_where_nothing_was_open(tmp_path: Path) -> None:
    scenes = """\
    yard:
      text: The yard.
      choices: {buy: {text: Buy., needs: coins > 0, reason: No coins., go: yard}}
    """
    run = begin(small(tmp_path, scenes), "on")
    assert [one.taken for one in screens(run)] == ["on", None]
    assert next(screens(run)).view.options[-1].id == "on"


def test_time_that_passes_before_any_move_is_a_step_of_its_own(tmp_path: Path) -> None:
    run = begin(small(tmp_path, BENCH), "sit")
    run.tick(7)
    assert [(one.taken, one.ticks) for one in screens(run)] == [("sit", 0), (None, 7), (None, 0)]
