"""The line breaker: nothing wider than the width, nothing lost."""

from __future__ import annotations

import itertools
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.screen.lettering.breaking import Line, break_text, break_verbatim, clean, runs_of
from game.screen.lettering.signs import CLOSING, OPENING

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
    assert broken("an abcdefghij", 4) == ["an", "abcd", "efgh", "ij"]


def broken(text: str, signs: int) -> list[str]:
    """The lines of a text where each has room for so many signs."""
    return ["".join(run.text for run in line) for line in break_text(text, signs * SIGN, wide)]


@pytest.mark.parametrize(
    ("text", "signs", "lines"),
    [
        ("他看着她的分数。", 4, ["他看着她", "的分数。"]),
        ("他看着她，走了。", 4, ["他看着", "她，走", "了。"]),
        ("他说：“你好。”", 4, ["他说：", "“你", "好。”"]),
        ("他在（家）里", 4, ["他在", "（家）里"]),
        ("等等……走了吧", 3, ["等", "等……", "走了吧"]),
        ("她的App有712分", 4, ["她的", "App有", "712分"]),
        ("well-known facts", 6, ["well-", "known", "facts"]),
        ("on 2019-03-04 at", 11, ["on", "2019-03-04", "at"]),
        ("so—said he", 5, ["so—", "said", "he"]),
        ("yes — and no", 5, ["yes —", "and", "no"]),
        ("it is 5 % more", 8, ["it is", "5 % more"]),
        ("see ( here ) now", 8, ["see", "( here )", "now"]),
        ("see example.org/one/two-three", 14, ["see", "example.org/", "one/two-three"]),
        ("10\xa0000 points", 8, ["10\xa0000", "points"]),
        ("and so on we go", 14, ["and so on", "we go"]),
    ],
)
def test_lines_end_where_a_reader_expects_it(text: str, signs: int, lines: list[str]) -> None:
    assert broken(text, signs) == lines


CHINESE = st.lists(
    st.sampled_from(
        [
            *"看着她的分数",
            "走，",
            "了。”",
            "“好",
            "（你）",
            "等……",
            "家——",
            "App ",
            "《书》",
            "12％",
        ]
    ),
    max_size=60,
).map("".join)
MIXED = st.lists(
    st.sampled_from(
        ["word", "re-do", "分数", "好。", "(so)", "end.", "so—so", "‘x’", "12 %", "3■"]
    ),
    max_size=40,
).map(" ".join)


@given(st.one_of(CHINESE, MIXED), st.integers(min_value=12, max_value=40))
def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(
    text: str, signs: int
) -> None:
    for above, below in itertools.pairwise(broken(text, signs)):
        assert below[0] not in CLOSING
        assert above[-1] not in OPENING
        assert not above[-1] == below[0] == "—"


LEANING = st.lists(
    st.sampled_from(
        ["e\u0301", "u\u0308\u0301", "m\u0302", "字", "，", " ", "\U0001f469\u200d\U0001f467"]
    ),
    max_size=40,
).map("".join)


@given(LEANING, st.integers(min_value=3, max_value=12))
def test_accents_are_never_parted_from_their_letters(text: str, signs: int) -> None:
    for line in broken(text, signs):
        assert line[:1] not in ("\u0301", "\u0302", "\u0308", "\u200d", "\U0001f467")


def test_a_dot_between_things_in_a_row_goes_with_what_follows() -> None:
    for width in range(9 * SIGN, 40 * SIGN, SIGN):
        lines = break_text("Kitchen · Friday, 20:07 · 216", width, wide)
        assert not any(said([line]).endswith("·") for line in lines), width
    assert [said([line]) for line in break_text("Kitchen · Friday", 9 * SIGN, wide)] == [
        "Kitchen",
        "· Friday",
    ]
