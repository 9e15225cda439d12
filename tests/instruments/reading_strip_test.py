"""The reading strip: what counts of an article that is held, who rings, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from game.instruments.reading_strip import ReadingStrip
from game.play.instruments import State, Step, Tick
from game.play.untimed import steps
from game.scoring.dice import FAVOURABLE
from game.story.expressions import Facts

STRIP = ReadingStrip()
PAGES = ["headline", "harvest", "bridge", "teacher", "flood", "ending"]
RINGS = {"after": 60, "for": 100}
ARTICLE: Mapping[str, object] = {
    "minutes": 4,
    "pages": PAGES,
    "reads": "read",
    "whole": "article",
    "lit": "double",
    "rings": RINGS,
}
"""Six pages, four minutes: an even reader scrolls every 40 seconds, which are 20 ticks."""

ARTICLES = st.builds(
    lambda minutes, pages, speed, patience, rings: {
        **{"minutes": minutes, "pages": [f"p{n}" for n in range(pages)], "reads": "read"},
        **{"speed": speed, "patience": patience},
        "rings": rings and {"after": rings[0] % (minutes * 60), "for": rings[1]},
    },
    st.integers(1, 9),
    st.integers(2, 30),
    st.integers(6, 60),
    st.integers(10, 600),
    st.none() | st.tuples(st.integers(0, 540), st.integers(1, 400)),
)
PLAYS = st.lists(st.tuples(st.integers(0, 80), st.integers(0, 5)), max_size=30)
"""How many ticks one waits, and which move one makes then."""


def start(
    hours: tuple[tuple[int, int], ...] = (), minute: int = 20 * 60 + 7, **changed: object
) -> State:
    facts = SimpleNamespace(lit_hours=lambda band: hours, minute=minute)
    parameters = {key: value for key, value in {**ARTICLE, **changed}.items() if value is not None}
    assert checked(parameters) is None
    return STRIP.start(parameters, cast(Facts, facts), FAVOURABLE)


def checked(parameters: Mapping[str, object]) -> str | None:
    assert STRIP.spec.check is not None
    return STRIP.spec.check(parameters)


def moves(state: State) -> list[str]:
    return [move.id for move in STRIP.moves(state) if move.open]


def wait(state: State, ticks: int) -> Step:
    """So many ticks, or until it is over."""
    step = Step(state)
    for _ in range(ticks):
        step = STRIP.step(step.state, Tick())
        if step.outcome is not None:
            break
    return step


def untimed(state: State, wanted: str) -> Step:
    """The move where nobody measures time."""
    *_, step = steps(STRIP, state, wanted)
    return step


def rhythm(state: State, ticks: int) -> Step:
    """One scrolls, again and again, after so many ticks, until it is over."""
    step = wait(state, ticks)
    for _ in range(100):
        if step.outcome is not None:
            return step
        step = STRIP.step(step.state, "scroll")
        if step.outcome is None:
            step = wait(step.state, ticks)
    raise AssertionError("it does not come to an end")


def deeds(step: Step) -> dict[str, int]:
    return {deed.kind: deed.quantity for deed in step.deeds}


def said(state: State) -> list[str]:
    return [one.key for one in STRIP.view(state)]


def shown(state: State, value: str) -> str | int:
    return STRIP.view(state)[0].values[value]


def test_one_who_scrolls_evenly_reads_it_in_twelve_seconds() -> None:
    state, ticks = start(), 0
    step = Step(state)
    while step.outcome is None:
        step = STRIP.step(step.state, Tick())
        ticks += 1
        if step.outcome is None and ticks % 20 == 0:
            step = STRIP.step(step.state, "scroll")
    assert ticks == 120
    assert (step.outcome, deeds(step), step.takes) == ("read", {"read": 4, "article": 1}, 0)


def test_where_nobody_measures_time_six_scrolls_read_six_pages() -> None:
    state, pages = start(rings=None), []
    for _ in range(6):
        pages.append(said(state)[1])
        step = untimed(state, "scroll")
        state = step.state
    assert pages == PAGES
    assert (step.outcome, deeds(step), step.takes) == ("read", {"read": 4, "article": 1}, 0)


def test_one_who_leafs_through_it_must_stay_on_the_last_page_and_scroll_there() -> None:
    state = start()
    for _ in range(20):
        step = STRIP.step(state, "scroll")
        assert step.outcome is None
        state = step.state
    assert said(state)[1] == "ending" and shown(state, "held") == 0
    assert rhythm(state, 30).outcome == "read"


def test_one_who_does_not_scroll_loses_nothing_and_gains_nothing() -> None:
    state = wait(start(rings=None), 30).state
    assert shown(state, "held") == 1 and "still" not in said(state)
    state = wait(state, 1000).state
    assert shown(state, "held") == 1 and "still" in said(state)
    state = wait(STRIP.step(state, "scroll").state, 30).state
    assert shown(state, "held") == 2 and "still" not in said(state)


def test_one_who_comes_late_to_the_last_page_has_time_to_read_it() -> None:
    state = start(rings=None)
    for _ in range(4):
        state = STRIP.step(wait(state, 30).state, "scroll").state
    assert shown(state, "left") == 0 and said(state)[1] == "flood"
    state = STRIP.step(state, "scroll").state
    assert wait(state, 19).outcome is None
    step = wait(state, 20)
    assert (step.outcome, deeds(step)) == ("read", {"read": 4, "article": 1})


def test_a_slow_reader_is_told_all_the_minutes_that_were_held() -> None:
    step = rhythm(start(rings=None, minutes=2), 30)
    assert (step.outcome, deeds(step)["read"]) == ("read", 5)


def test_it_rings_for_its_time_and_can_be_answered_only_then() -> None:
    state = wait(start(), 29).state
    assert moves(state) == ["scroll", "leave"]
    state = wait(state, 1).state
    assert moves(state) == ["scroll", "leave", "answer"] and "ringing" in said(state)
    late = wait(state, 49).state
    assert "answer" in moves(late) and "missed" not in said(late)
    gone = wait(late, 1).state
    assert "answer" not in moves(gone) and said(gone)[-1] == "missed"
    for held in (state, late):
        step = STRIP.step(held, "answer")
        assert (step.outcome, deeds(step)) == ("answered", {"read": 1})


def test_where_nobody_measures_time_one_is_rung_up_as_well_and_can_let_it_ring() -> None:
    step = untimed(untimed(start(), "scroll").state, "scroll")
    assert "answer" in moves(step.state) and shown(step.state, "held") == 1
    assert untimed(step.state, "answer").outcome == "answered"
    while step.outcome is None:
        last, step = step.state, untimed(step.state, "scroll")
    assert step.outcome == "read" and "missed" in said(last)


def test_leaving_tells_whole_minutes_and_none_before_the_first() -> None:
    early = STRIP.step(wait(start(), 29).state, "leave")
    assert (early.outcome, deeds(early), early.takes) == ("left", {}, 0)
    later = STRIP.step(wait(start(), 30).state, "leave")
    assert (later.outcome, deeds(later), later.takes) == ("left", {"read": 1}, 0)


def test_time_passes_by_more_than_what_was_held() -> None:
    step = STRIP.step(wait(start(), 80).state, "leave")
    assert (deeds(step), step.takes) == ({"read": 1}, 1)


def test_without_a_deed_for_the_whole_only_minutes_are_told() -> None:
    assert deeds(rhythm(start(whole=None), 20)) == {"read": 4}


def test_the_day_line_knows_what_is_lit_and_moves_on_past_midnight() -> None:
    state = start(((360, 510), (720, 840)), 23 * 60 + 59)
    assert said(state)[0] == "day"
    assert (shown(state, "lit"), shown(state, "now")) == ("360-510,720-840", 1439)
    state = wait(state, 30).state
    assert shown(state, "now") == 0


def test_where_no_band_is_lit_or_named_the_day_line_has_none() -> None:
    assert shown(start(()), "lit") == "" and shown(start(((1, 2),), lit=None), "lit") == ""


def test_an_idle_machine_rests_once_nothing_can_change() -> None:
    quiet = wait(start(rings=None), 31).state
    assert not STRIP.ticking(quiet)
    assert STRIP.ticking(STRIP.step(quiet, "scroll").state)
    rung = wait(start(), 79).state
    assert "still" in said(rung) and STRIP.ticking(rung)
    assert not STRIP.ticking(wait(rung, 1).state)


@given(ARTICLES, PLAYS)
def test_whatever_one_does_the_books_of_the_strip_are_right(
    article: dict[str, Any], plays: list[tuple[int, int]]
) -> None:
    state = start(**article)
    for ticks, which in plays:
        for act in (*[Tick()] * ticks, moves(state)[which % len(moves(state))]):
            assert moves(state)[:2] == ["scroll", "leave"]
            kept = json.dumps(state)
            step = STRIP.step(json.loads(kept), act)
            assert STRIP.step(state, act) == step and json.dumps(state) == kept
            assert shown(state, "held") <= shown(step.state, "held")
            counted = sum(deed.quantity for deed in step.deeds if deed.kind == "read")
            if step.outcome is not None:
                assert counted == shown(step.state, "held") and step.takes >= 0
                return
            assert not step.deeds and step.takes == 0
            state = step.state


@given(ARTICLES, PLAYS)
def test_left_alone_it_neither_grows_nor_ends(
    article: dict[str, Any], plays: list[tuple[int, int]]
) -> None:
    state = start(**article)
    for ticks, _ in plays:
        step = STRIP.step(wait(state, ticks).state, "scroll")
        if step.outcome is not None:
            return
        state = step.state
    step = wait(state, 1)
    while step.outcome is None and STRIP.ticking(step.state):
        step = STRIP.step(step.state, Tick())
    if step.outcome is None:
        assert STRIP.step(step.state, Tick()).state == step.state
        assert STRIP.step(step.state, "leave").outcome == "left"
    else:
        assert step.outcome == "read"


@given(ARTICLES, st.sampled_from(["good", "careless", "leaver"]))
def test_its_probes_come_to_an_end(article: dict[str, Any], name: str) -> None:
    state, outcome = start(**article), None
    for _ in range(400):
        move = STRIP.probes()[name](state)
        assert move in moves(state)
        step = untimed(state, move)
        state, outcome = step.state, step.outcome
        if outcome is not None:
            break
    wanted = {"good": ["read"], "careless": ["answered", "left"], "leaver": ["left"]}
    assert outcome in wanted[name]


@given(ARTICLES)
@example({"pages": [f"p{n}" for n in range(30)], "speed": 60, "rings": None})
def test_where_nobody_measures_time_it_takes_no_more_than_its_minutes(
    article: dict[str, Any],
) -> None:
    step = untimed(start(**article), "scroll")
    while step.outcome is None:
        step = untimed(step.state, "scroll")
    assert deeds(step)["read"] == article.get("minutes", 4)


@given(ARTICLES)
def test_one_who_scrolls_in_time_reads_it(article: dict[str, Any]) -> None:
    state = start(**article)
    ticks = next(move.lasts for move in STRIP.moves(state) if move.id == "scroll")
    for _ in range(400):
        step = wait(state, ticks)
        if step.outcome is None:
            assert "still" not in said(step.state)
            step = STRIP.step(step.state, "scroll")
        if step.outcome is not None:
            break
        state = step.state
    assert step.outcome == "read"


@pytest.mark.parametrize("ticks", [0, 40, 200])
def test_every_word_and_value_that_is_used_is_declared(ticks: int) -> None:
    spec = STRIP.spec
    assert spec.named is not None
    written = {*spec.words, *spec.more_words, *spec.named(ARTICLE)}
    state = wait(start(), ticks).state
    parts = [*STRIP.view(state), *STRIP.moves(state)]
    assert {part.key for part in parts} <= written
    assert {name for part in parts for name in part.values} == {*spec.values, *spec.numbers}


def test_the_words_of_the_ringing_are_asked_for_only_if_somebody_rings() -> None:
    assert STRIP.spec.named is not None
    assert list(STRIP.spec.named(ARTICLE)) == [*PAGES, "answer", "ringing", "missed"]
    quiet = {key: value for key, value in ARTICLE.items() if key != "rings"}
    assert list(STRIP.spec.named(quiet)) == PAGES


def test_that_somebody_is_answered_can_come_only_if_somebody_rings() -> None:
    assert STRIP.spec.outcomes == ("read", "left")
    answered = STRIP.spec.outcomes_if["answered"]
    assert answered(ARTICLE) and not answered({"minutes": 4, "pages": PAGES, "reads": "read"})


def test_the_checker_learns_what_is_named_of_the_story() -> None:
    assert STRIP.spec.mentions is not None
    assert list(STRIP.spec.mentions(ARTICLE)) == [
        ("minutes", "read"),
        ("deed", "article"),
        ("band", "double"),
    ]
    assert list(STRIP.spec.mentions({"reads": "read"})) == [("minutes", "read")]


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"minutes": 0}, "minutes is a number from 1 to 30"),
        ({"minutes": 31}, "minutes is a number from 1 to 30"),
        ({"speed": 0}, "speed is a number from 1 to 60"),
        ({"patience": 9}, "patience is a number from 10 to 600"),
        ({"pages": ["one"]}, "2 to 30 pages"),
        ({"pages": [f"p{n}" for n in range(31)]}, "2 to 30 pages"),
        ({"pages": ["one", 2]}, "A page is a text"),
        ({"pages": ["one", "two", "one"]}, "The page one is there twice"),
        ({"pages": ["one", "answer"]}, "answer is a word of the ringing"),
        ({"rings": {"after": 60}}, "rings has no for"),
        ({"rings": {"for": 60}}, "rings has no after"),
        ({"rings": {"after": 240, "for": 60}}, "at most 239 seconds"),
        ({"rings": {"after": -1, "for": 60}}, "at least 0"),
        ({"rings": {"after": 60, "for": 0}}, "at least 1"),
        ({"rings": {"after": 60, "for": 3601}}, "at most 3,600 seconds"),
        ({"rings": {"after": "soon", "for": 60}}, "after of rings is a number"),
        ({"rings": {"after": True, "for": 60}}, "after of rings is a number"),
        ({"rings": {"after": 60, "for": 60, "by": "xiaoyu"}}, "no by"),
    ],
)
def test_a_wrong_parameter_is_told_in_a_sentence(change: dict[str, object], part: str) -> None:
    assert part in (checked({**ARTICLE, **change}) or "")
