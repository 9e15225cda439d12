from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.expressions import Expression, ExpressionError, Names, constant, parse
from game.story.source import Source
from tests.story.facts import HERE, NAMES, StillFacts


def read(text: str) -> Expression:
    return parse(text, HERE, NAMES)


def refusal(text: str) -> ExpressionError:
    with pytest.raises(ExpressionError) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("told", True),
        ("not told or tea-rings + 1 > 3", True),
        ("not told and tea-rings == 3", False),
        ("manner is plainly", True),
        ("manner is not plainly", False),
        ("1 + 2 * 3", 7),
        ("(1 + 2) * 3", 9),
        ("-5 + tea-rings", -2),
        ("tea-rings - 1 - 1", 1),
        ("tea-rings * -2", -6),
        ("points(lamp) >= 1000 and double", True),
        ("points(lamp, lian)", 300),
        ("tier(lamp) is AAA", False),
        ("tier(lamp, lian) is D", True),
        ("listed(gull)", True),
        ("count(lamp, pay)", 7),
        ("count(lamp, pay, 90)", 90),
        ("visits(the-cafe) > 2", True),
        ("chosen(the-cafe, ask) and not chosen(the-cafe, wait)", True),
        ("linked(lian)", True),
        ("friends-under(lamp, 600) * 0 - 8", -8),
        ("looks(lamp)", 1),
        ("arm(the-call) is at-stake", True),
        ("next-arm(the-call) is none", True),
        ("past(2019-01-01)", True),
        ("past(2019-03-28 20:00)", False),
        ("life is haifeng", True),
        ("hour >= 20", True),
        ("nursery", False),
        ("score-shown", True),
        ("clock", "20:07"),
        ("told == true", True),
    ],
)
def test_an_expression_is_worked_out(text: str, value: object) -> None:
    expression = read(text)
    assert expression(StillFacts()) == value
    assert expression(StillFacts()) == value


@pytest.mark.parametrize(
    ("text", "column", "hint"),
    [
        ("tea-ring > 1", 1, "Did you mean tea-rings?"),
        ("told and yes", 10, "Write true."),
        ("tea-rings -1", 11, "tea-rings - 1"),
        ("manner is bald", 11, "vaguely, plainly"),
        ("x = 1", 3, "=="),
        ("told && told", 6, "and"),
        ("told.real", 5, "parts"),
        ("points(lam)", 8, "Did you mean lamp?"),
        ("chosen(the-cafe, asc)", 18, "Did you mean ask?"),
        ("lamp > 3", 1, "points(lamp)"),
        ("1 < 2 < 3", 7, "and"),
        ("2019-01-01 > 3", 1, "past("),
    ],
)
def test_a_mistake_has_its_column_and_a_hint(text: str, column: int, hint: str) -> None:
    error = refusal(text)
    assert error.column == column
    assert hint in error.hint


@pytest.mark.parametrize(
    "text",
    [
        "",
        "(",
        "told told",
        "told > 1",
        "told + 1",
        "not 3",
        "clock is told",
        "manner is told",
        "manner < plainly",
        "tier(gull) is A",
        "listed(lamp)",
        "arm(the-cafe) is none",
        "points(lamp",
        "points(lamp, lian, lian)",
        "past(2019-13-01)",
        "99999999999",
        "not " * 40 + "told",
        "(" * 31 + "told" + ")" * 31,
        "1 + " * 120 + "1",
        "__import__('os')",
        "told if told else told",
        "tea-rings ** 9",
    ],
)
def test_what_makes_no_sense_is_refused(text: str) -> None:
    assert refusal(text).message


def test_numbers_stay_within_bounds() -> None:
    huge = StillFacts(variables={"tea-rings": 1_000_000_000})
    assert read("tea-rings * tea-rings * tea-rings")(huge) == 1_000_000_000
    assert read("tea-rings * -2 - 1")(huge) == -1_000_000_000


def test_what_is_expected_is_checked() -> None:
    words = ("vaguely", "plainly")
    assert parse("plainly", HERE, NAMES, expects="word", words=words)(StillFacts()) == "plainly"
    for text in ("precisely", "told", "life"):
        with pytest.raises(ExpressionError):
            parse(text, HERE, NAMES, expects="word", words=words)
    with pytest.raises(ExpressionError):
        parse("tea-rings", HERE, NAMES, expects="flag")


def test_it_knows_what_it_reads_and_whether_it_asks_the_score() -> None:
    expression = read("told and points(lamp, lian) > 3 or double")
    assert expression.names == {"told", "points(lamp, lian)", "double"}
    assert expression.asks_score
    assert not read("told and visits(the-cafe) > 1 and score-shown").asks_score


def test_constants_are_folded() -> None:
    assert read("1 + 2 == 3").fixed is True
    assert read("tea-rings").fixed is None
    assert constant(5)(StillFacts()) == 5
    assert constant("plainly").kind == "word"


@given(st.text(max_size=60))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    try:
        parse(text, HERE, NAMES)
    except ExpressionError as error:
        assert 1 <= error.column <= len(text) + 1


_WORDS = """
    told tea-rings manner plainly double is not and or ( ) points lamp , + - * > == 3
    true visits the-cafe -1 2019-01-01 past tier AAA life haifeng arm the-call
"""


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=12))
def test_whatever_is_accepted_can_be_asked(words: list[str]) -> None:
    try:
        expression = parse(" ".join(words), HERE, NAMES)
    except ExpressionError as error:
        assert error.message
        return
    value = expression(StillFacts())
    kinds = {"flag": bool, "number": int, "word": str, "text": str}
    assert type(value) is kinds[expression.kind]


def test_without_names_nothing_can_be_read() -> None:
    with pytest.raises(ExpressionError):
        parse("told", HERE, Names())


def test_the_same_text_elsewhere_keeps_its_own_place_and_kind() -> None:
    names = Names(lives=("plainly",))
    there = Source("other.yaml", 9, 4)
    one = parse("1 + 2", HERE, names, expects="number")
    other = parse("1 + 2", there, names, expects="number")
    assert (one.source, other.source) == (HERE, there)
    assert one(StillFacts()) == other(StillFacts()) == 3
    with pytest.raises(ExpressionError):
        parse("1 + 2", there, names, expects="flag")
