from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.prose import Fault, parse
from tests.story.facts import HERE, NAMES, StillFacts

PEOPLE = ("xiaoyu", "mother")


def by_visit(text: str, visits: int) -> list[str]:
    """What the text says at the first, second, … visit."""
    prose = parse(text, HERE, NAMES, PEOPLE)
    return [prose.plain(StillFacts(turn=turn)) for turn in range(1, visits + 1)]


def faults(text: str) -> list[Fault]:
    found: list[Fault] = []
    parse(text, HERE, NAMES, PEOPLE, found.append)
    return found


@pytest.mark.parametrize(
    ("tag", "shown"),
    [("in turn", "abcccccc"), ("once", "abc"), ("cycle", "abcabcab")],
)
def test_the_visit_decides_which_passage_is_shown(tag: str, shown: str) -> None:
    text = f"{{{tag}}}a{{next}}b{{next}}c{{end}}"
    assert by_visit(text, 8) == [*shown, *[""] * (8 - len(shown))]


def test_what_is_shown_once_leaves_no_gap() -> None:
    assert by_visit("The lift {once} hums {end} goes up.", 2) == [
        "The lift hums goes up.",
        "The lift goes up.",
    ]


@given(st.integers(2, 7), st.integers(0, 5))
def test_shuffled_passages_come_once_each_before_any_comes_again(count: int, rounds: int) -> None:
    words = [chr(ord("a") + place) for place in range(count)]
    shown = by_visit("{shuffled}" + "{next}".join(words) + "{end}", count * (rounds + 1))
    for start in range(0, len(shown), count):
        assert sorted(shown[start : start + count]) == words


def test_shuffled_passages_come_in_several_orders() -> None:
    shown = by_visit("{shuffled}a{next}b{next}c{end}", 60)
    assert len({tuple(shown[start : start + 3]) for start in range(0, 60, 3)}) > 2


def test_an_edit_elsewhere_does_not_change_what_is_drawn() -> None:
    block = "{shuffled}one thing{next}another{next}a third{end}"
    before = by_visit(block, 12)
    wrapped = "{shuffled} one\n thing {next}another {next}a third {end}"
    assert by_visit(wrapped, 12) == before
    longer = by_visit(f"{{shuffled}}x{{next}}y{{end}}! {block}", 12)
    assert [line.split("! ")[1] for line in longer] == before


def test_without_an_end_passages_reach_to_the_end_of_their_paragraph() -> None:
    assert by_visit("{in turn}a{next}b\n\nc", 2) == ["a c", "b c"]


def test_passages_may_span_paragraphs_and_change_the_speaker() -> None:
    prose = parse("{cycle}xiaoyu: Hi.\n\nSo.{next}mother: No.{end}\n\nZ.", HERE, NAMES, PEOPLE)
    first, second = (prose.lines(StillFacts(turn=turn)) for turn in (1, 2))
    assert [(line.speaker, line.text) for line in first] == [
        ("xiaoyu", "Hi."),
        (None, "So."),
        (None, "Z."),
    ]
    assert [(line.speaker, line.text) for line in second] == [("mother", "No."), (None, "Z.")]


def test_passages_nest_with_conditions_and_offer_their_cards() -> None:
    text = "{in turn}a{if told}b{in turn}x{next}c{card law}{end}{end}{next}d{if told}e{end}{end}"
    prose = parse(text, HERE, NAMES, PEOPLE)
    assert by_visit(text, 2) == ["abx", "de"]
    assert prose.cards == ("law",)
    inner = parse("{if told}{cycle}x{next}{card law}{end}{end}", HERE, NAMES, PEOPLE)
    assert [line.cards for line in inner.lines(StillFacts(turn=2))] == [("law",)]


@pytest.mark.parametrize(
    ("text", "offset", "part", "hint"),
    [
        ("a {next} b", 2, "belongs to nothing", "{in turn}"),
        ("{if told}a{next}b{end}", 10, "belongs to nothing", "{in turn}"),
        ("{cycle}a{if told}b{next}c{end}{end}", 18, "belongs to nothing", "Close the {if}"),
        (
            "{if told}{cycle}a{next}b{else}c{end}{end}",
            24,
            "belongs to no {if}",
            "Close the {cycle}",
        ),
        ("{if told}a{else}b{else}c{end}", 17, "an {else} already", "{end}"),
        ("x {in turn}a{end}", 2, "only one passage", "{next}"),
        ("{shuffled}a", 0, "only one passage", "{next}"),
        ("{in turns}a{next}b{end}", 0, "There is no {in turns}", "{in turn}"),
        ("{inturn}a{next}b{end}", 0, "There is no {inturn}", "{in turn}"),
        ("{shuffle}a{next}b{end}", 0, "There is no {shuffle}", "{shuffled}"),
        ("{cycles}a{next}b{end}", 0, "There is no {cycles}", "{cycle}"),
        ("{cycle}a{nxt}b{next}c{end}", 8, "There is no {nxt}", "{next}"),
        ("{once more}a{end}", 0, "stands alone", "{once}"),
        ("{once}a{next now}b{end}", 7, "stands alone", "{next}"),
        ("{cycle}" + "a{next}" * 20 + "b{end}", 0, "more than 20 passages", ""),
        ("{once}" * 6, 30, "nest", ""),
        ("{cycle} a {next}{if told} b\n\nc {end}", 0, "ends with its paragraph", "{end}"),
    ],
)
def test_a_fault_in_passages_says_what_to_do(text: str, offset: int, part: str, hint: str) -> None:
    fault = faults(text)[0]
    assert (fault.offset, part in fault.message, hint in fault.hint) == (offset, True, True)


def test_a_misspelt_tag_is_told_alone() -> None:
    assert len(faults("{in turns}a{next}b{next}c{end}")) == 1


def test_a_misspelt_variable_is_not_taken_for_a_tag() -> None:
    assert "tea-rings" in faults("{tea-ring}")[0].hint
    assert "told" in faults("{told}")[0].hint
