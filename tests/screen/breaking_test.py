"""The line breaker: nothing wider than the width, nothing lost."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from game.screen.breaking import Line, break_text, break_verbatim, clean, runs_of

SIGN = 10
"""Every sign is so wide here; accents that combine have no width of their own."""

WORDS = st.text(alphabet="abcdefgh -–é.,■○△*\n\u0301字\xa0", max_size=160)
WIDTHS = st.integers(min_value=SIGN, max_value=40 * SIGN)


def wide(text: str, style: str) -> int:
    return SIGN * sum(sign != "\u0301" for sign in text)


def width_of(line: Line) -> int:
    return sum(wide(run.text, run.style) for run in line)


def letters(text: str) -> str:
    return re.sub(r"[^\S\xa0]", "", text)


def said(lines: list[Line]) -> str:
    return "".join(run.text for line in lines for run in line)


@given(WORDS, WIDTHS)
def test_no_line_is_wider_than_the_width(text: str, width: int) -> None:
    assert all(width_of(line) <= width for line in break_text(text, width, wide))


@given(WORDS, WIDTHS)
def test_no_letter_is_lost_or_moved(text: str, width: int) -> None:
    whole = "\n".join("".join(r.text for r in runs_of(p)) for p in clean(text).split("\n"))
    assert letters(said(break_text(text, width, wide))) == letters(whole)


@given(st.text(max_size=200), WIDTHS)
def test_any_text_at_all_can_be_broken(text: str, width: int) -> None:
    lines = break_text(text, width, wide)
    assert "\x00" not in said(lines)
    said(lines).encode("utf-8")


@given(st.text(alphabet="ab ^~:\n", max_size=120), WIDTHS)
def test_set_out_text_keeps_every_space(text: str, width: int) -> None:
    lines = break_verbatim(text, width, wide)
    assert said(lines) == text.replace("\n", "")
    assert all(width_of(line) <= width for line in lines)


def test_emphasis_is_a_run_of_its_own_without_its_stars() -> None:
    (line,) = break_text("it goes *dark* again", 1000, wide)
    assert line == (("it goes ", "plain"), ("dark", "emphasis"), (" again", "plain"))


def test_a_lonely_star_stays_a_star() -> None:
    (line,) = break_text("4 * 5 * 6", 1000, wide)
    assert line == (("4 * 5 * 6", "plain"),)


def test_a_card_mark_is_never_parted_from_its_figure() -> None:
    lines = break_text("there are 1,012■ points", 16 * SIGN, wide)
    assert ["".join(run.text for run in line) for line in lines] == ["there are 1,012■", "points"]
    lines = break_text("there are 1,012■ points", 15 * SIGN, wide)
    assert ["".join(run.text for run in line) for line in lines] == ["there are", "1,012■ points"]


def test_a_word_that_is_too_long_is_broken() -> None:
    lines = break_text("an abcdefghij", 4 * SIGN, wide)
    assert ["".join(run.text for run in line) for line in lines] == ["an", "abcd", "efgh", "ij"]
