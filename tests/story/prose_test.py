from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.expressions import Value
from game.story.model import Variable
from game.story.prose import Fault, Line, Prose, ProseError, constant, parse
from game.story.prose import parser as prose_parser
from tests.story.facts import HERE, NAMES, StillFacts
from tests.story.slow_prose import slow_lines

PEOPLE = ("xiaoyu", "mother")


def read(text: str) -> Prose:
    return parse(text, HERE, NAMES, PEOPLE)


def shown(text: str, **facts: object) -> list[tuple[str | None, str]]:
    lines = read(text).lines(StillFacts(**facts))  # type: ignore[arg-type]
    return [(line.speaker, line.text) for line in lines]


def faults(text: str) -> list[Fault]:
    found: list[Fault] = []
    parse(text, HERE, NAMES, PEOPLE, found.append)
    return found


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert shown("One\nline.\n\n\nAnother.\n") == [(None, "One line."), (None, "Another.")]


def test_only_declared_people_speak() -> None:
    assert shown("xiaoyu: Hello.\n\nNote: this.") == [("xiaoyu", "Hello."), (None, "Note: this.")]
    assert shown("{if told} xiaoyu: Yes. {else} mother: No. {end}") == [("xiaoyu", "Yes.")]
    told = {"told": False}
    assert shown("{if told} xiaoyu: Yes. {else} mother: No.", variables=told) == [("mother", "No.")]
    assert shown("He said xiaoyu: no.") == [(None, "He said xiaoyu: no.")]


def test_figures_have_thousands() -> None:
    assert shown("You have {points(lamp)} and {tea-rings - 1}, {manner}, at {clock}.") == [
        (None, "You have 1,200 and 2, plainly, at 20:07.")
    ]


def test_a_condition_reaches_to_its_end_or_that_of_its_paragraph() -> None:
    text = "{if told} A.\n\nB. {if not told} C {else} D {end} E.\n\n{if not told} F\n\nG {end} H"
    assert shown(text) == [(None, "A."), (None, "B. D E."), (None, "H")]


def test_conditions_nest() -> None:
    text = "{if told}a{if double}b{if nursery}c{else}d{end}{end}{end}e"
    assert shown(text) == [(None, "abde")]


def test_the_score_s_own_passages_are_hidden_with_it() -> None:
    text = "{if points(lamp) > 3} Rich. {else} Quiet. {end} {points(lamp)} {if told} Told."
    assert shown(text) == [(None, "Rich. 1,200 Told.")]
    assert shown(text, score_shown=False) == [(None, "Quiet. – Told.")]
    assert shown("{if not points(lamp) > 3} Poor.", score_shown=False) == []


def test_cards_are_marked_by_kind_and_offered_where_they_are_shown() -> None:
    prose = read("A{card law} b{card ended}.\n\n{if not told}c{card lamp-card}{end} d")
    lines = prose.lines(StillFacts())
    assert lines == (Line(None, "A■ b○.", ("law", "ended")), Line(None, "d", ()))
    assert prose.cards == ("law", "ended", "lamp-card")


def test_braces_can_be_written() -> None:
    assert shown("{{told}} *so*") == [(None, "{told} *so*")]


def test_a_constant_text_is_made_once() -> None:
    prose = read("xiaoyu: Hello.\n\nBye.")
    assert prose.constant
    assert prose.lines(StillFacts()) is prose.lines(StillFacts())
    assert prose.plain(StillFacts()) == "Hello. Bye."
    assert constant("Fine.").plain(StillFacts()) == "Fine."


@pytest.mark.parametrize(
    ("text", "offset", "part"),
    [
        ("Well {tod}.", 6, "tod"),
        ("Well { tod }.", 7, "tod"),
        ("{if tea-rings} x", 4, "number"),
        ("a {card lam}", 2, "card"),
        ("a } b", 2, "closes nothing"),
        ("a { b", 2, "never closed"),
        ("a {end}", 2, "belongs to no"),
        ("a {else} b", 2, "belongs to no"),
        ("{told}", 0, "cannot be shown"),
        ("{if told}" * 6, 45, "nest"),
        ("{if told} a {if double} b\n\nc {end}", 0, "ends with its paragraph"),
        ("{told else}", 6, "else"),
    ],
)
def test_a_fault_has_its_place(text: str, offset: int, part: str) -> None:
    found = faults(text)
    assert [(one.offset, part in one.message) for one in found] == [(offset, True)]
    with pytest.raises(ProseError):
        read(text)


def test_all_faults_of_a_text_are_told() -> None:
    assert [one.offset for one in faults("{a} {b}\n\n{card c}")] == [1, 5, 9]


def test_a_mistyped_speaker_is_a_warning() -> None:
    (fault,) = faults("xiaoyo: Hello.")
    assert fault.warning
    assert "xiaoyu" in fault.hint
    assert faults("Note: hello.") == []


@given(st.text(alphabet="{} abxiaoyu:\n*iftoldelsendcronturxh", max_size=80) | st.text(max_size=60))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    found: list[Fault] = []
    prose = parse(text, HERE, NAMES, PEOPLE, found.append)
    assert all(0 <= one.offset <= len(text) for one in found)
    for line in prose.lines(StillFacts()):
        assert line.text == line.text.strip(" \t\n")


_PARTS = (
    "{if told}",
    "{if points(lamp) > 3}",
    "{else}",
    "{end}",
    "\n\n",
    " ",
    "word",
    " two  words ",
    "{points(lamp)}",
    "{tea-rings}",
    "{tea-rings * 500 - 9}",
    "{manner}",
    "{clock}",
    "{given}",
    "xiaoyu: ",
    "mother: ",
    "{card law}",
    "{card lamp-card}",
    "{if double}",
    "{in turn}",
    "{once}",
    "{cycle}",
    "{shuffled}",
    "{next}",
    "{plural tea-rings: ring | rings}",
    "{plural points(lamp): point | }",
    "{plural given: | many  givens }",
    "{{",
    "\n",
    "\t",
)
_GIVEN = replace(NAMES, variables={**NAMES.variables, "given": Variable("given", "word", "")})
"""As where an instrument shows something."""

_texts = st.lists(st.sampled_from(_PARTS), max_size=20).map("".join)
_given = st.integers() | st.text(alphabet=" \n\ta,\u00a0", max_size=5)


@given(_texts, st.booleans())
def test_whatever_is_accepted_can_be_shown(text: str, score_shown: bool) -> None:
    found: list[Fault] = []
    prose = parse(text, HERE, _GIVEN, PEOPLE, found.append)
    variables: dict[str, Value] = {"told": True, "tea-rings": 3, "manner": "plainly", "given": ""}
    shown = prose.plain(StillFacts(variables=variables, score_shown=score_shown))
    assert score_shown or "1,200" not in shown


@given(_texts, _given, st.booleans(), st.booleans(), st.integers(1, 50))
def test_the_quick_way_shows_what_the_slow_one_does(
    text: str, given: int | str, told: bool, score_shown: bool, turn: int
) -> None:
    variables: dict[str, Value] = {
        "told": told,
        "tea-rings": 3,
        "manner": "plainly",
        "given": given,
    }
    facts = StillFacts(variables=variables, score_shown=score_shown, turn=turn)
    prose = parse(text, HERE, _GIVEN, PEOPLE, lambda fault: None)
    slow = slow_lines(prose_parser.read(text, HERE, _GIVEN, PEOPLE).pieces, facts)
    for _ in range(2):
        assert prose.lines(facts) == slow
        assert prose.plain(facts) == " ".join(line.text for line in slow)
