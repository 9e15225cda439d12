"""Plain deeds: the short way of writing them down gives the same books as the long one."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.scoring.books import Books
from game.scoring.dice import FAVOURABLE
from game.scoring.gains import gains
from game.scoring.records import Deed
from game.scoring.rulebook import Rulebook
from game.story.systems import Appraisal, DayCap, Eye, Rule, System
from tests.scoring.making import WORLD, asks, at, do, open_books, rules, story, system
from tests.scoring.properties_test import BAND, LIST, LIVES, Act, act, acts, played

KINDS = ("read", "fined", "gift", "read-minutes")
plain_rule = st.builds(
    Rule, st.sampled_from("xyz"), st.sampled_from(KINDS), st.integers(-6, 6)
)  # fmt: skip
other_rule = st.builds(
    lambda rule, each, most, banded, since: replace(
        rule, each=each, most_a_day=most, band="band" if banded else None, since=since
    ),
    plain_rule,
    st.integers(1, 3),
    st.none() | st.integers(0, 9),
    st.booleans(),
    st.none() | st.integers(0, 3_000),
)
eye = st.builds(
    lambda number, places, hours, until: Eye(
        f"eye-{number}", places=places, hours=hours, until=until
    ),
    st.integers(),
    st.sampled_from(((), (), ("crossing",))),
    st.sampled_from(((), (), ((400, 900), (1200, 60)))),
    st.none() | st.integers(0, 3_000),
)


def made(draw: st.DrawFn, id: str) -> System:
    given_rules = draw(
        st.lists(plain_rule | other_rule, max_size=5, unique_by=lambda rule: (rule.id, rule.kind))
    )
    return system(
        id,
        keeps=draw(st.sampled_from(("person", "household"))),
        eyes=(
            *draw(st.lists(eye, max_size=2, unique_by=lambda eye: eye.id)),
            *draw(st.sampled_from(((), (Eye("app"),)))),
            Eye("second", sees=("fined",)),
        ),
        bands=BAND,
        scale=draw(st.sampled_from(("points", "points", "count", "list"))),
        window=500,
        day_caps=draw(st.sampled_from(((), (), (DayCap(9),)))),
        rules=rules(*(replace(rule, id=f"{rule.kind}-{rule.id}") for rule in given_rules)),
        starts_at=draw(st.integers(-8, 8)),
        least=draw(st.sampled_from((-1_000_000, 0, -4))),
        most=draw(st.sampled_from((1_000_000, 15))),
        appraisals=draw(st.sampled_from(((), (Appraisal("daily", "day", 1, 600, 2, ()),)))),
    )


@st.composite
def several(draw: st.DrawFn) -> tuple[System, ...]:
    return made(draw, "s0"), made(draw, "s1"), LIST


def the_long_way(systems: tuple[System, ...]) -> tuple[System, ...]:
    """The same systems, but before every eye somebody asks whether it may look: it may."""
    asked = asks(lambda facts: True)
    return tuple(
        replace(each, eyes=tuple(replace(eye, condition=asked) for eye in each.eyes))
        for each in systems
    )


@given(several(), acts)
def test_the_short_way_and_the_long_way_lead_to_the_same_books(
    systems: tuple[System, ...], all_acts: list[Act]
) -> None:
    short = played(story(*systems, lives=LIVES), all_acts, lambda books: None)
    long = played(story(*the_long_way(systems), lives=LIVES), all_acts, lambda books: None)
    assert short.records == long.records
    assert short.entries == long.entries
    for id in ("s0", "s1", "list"):
        for life in LIVES:
            assert short.standing(id, life.id, 900) == long.standing(id, life.id, 900)
            assert short.has_entries(id, life.id) == long.has_entries(id, life.id)


@given(several(), acts)
def test_what_is_promised_does_not_depend_on_the_way(
    systems: tuple[System, ...], all_acts: list[Act]
) -> None:
    deeds = [Deed(kind, 2, "a", None, None, 9000, "here") for kind in KINDS]
    short, long = (
        gains(played(told, all_acts, lambda books: None), deeds, "a", 800, WORLD)
        for told in (
            story(*systems, lives=LIVES),
            story(*the_long_way(systems), lives=LIVES),
        )
    )
    assert short == long


@given(several(), acts, acts)
def test_two_books_of_one_rulebook_know_nothing_of_each_other(
    systems: tuple[System, ...], mine: list[Act], yours: list[Act]
) -> None:
    told = story(*systems, lives=LIVES)
    alone = played(told, mine, lambda books: None)
    rulebook = Rulebook(told)
    one, other = Books(rulebook), Books(rulebook)
    clock, other_clock = dict[str, int](), dict[str, int]()
    for number in range(max(len(mine), len(yours))):
        if number < len(yours):
            act(other, yours[number], other_clock)
        if number < len(mine):
            act(one, mine[number], clock)
    assert (one.records, one.entries) == (alone.records, alone.entries)


def test_a_deed_that_is_yet_to_come_is_not_known_before_its_time() -> None:
    books = open_books(story(system(rules=rules(Rule("read", "read", 2)))))
    deed = Deed("read", 1, "haifeng", None, None, at("2019-01-02 10:00"), "here")
    assert books.witness(deed, "haifeng", at("2019-01-02 09:00"), WORLD, FAVOURABLE) == []
    assert books.standing("lamp", "haifeng", at("2019-01-02 09:30")) == 0
    books.advance("haifeng", at("2019-01-02 10:00"), WORLD, FAVOURABLE)
    assert books.standing("lamp", "haifeng", at("2019-01-02 10:00")) == 2


def test_a_standing_that_opened_beyond_the_scale_comes_back_without_a_note() -> None:
    books = open_books(
        story(system(rules=rules(Rule("gift", "gift", 3)), starts_at=-10, least=-4, most=0))
    )
    (back,) = do(books, "gift", "2019-01-02 10:00")
    assert (back.amount, back.total, back.note, back.terms) == (3, -7, "", ())
    (end,) = do(books, "gift", "2019-01-02 10:00", 9)
    assert (end.amount, end.total, end.note, end.terms) == (7, 0, "bound", (("earned", 27),))
