"""What a rule gives: units and rests, bands, limits of the day, dates, chance, delay."""

from __future__ import annotations

from typing import Any

from game.scoring.books import Books
from game.story.systems import Band, DayCap, Eye, Rule
from tests.scoring.making import (
    WORLD,
    Loaded,
    World,
    amounts,
    asks,
    at,
    do,
    open_books,
    rules,
    story,
    system,
)  # fmt: skip

EVENING = {"double": Band("double", "double", ((20 * 60, 22 * 60 + 30),))}


def books_of(*given: Rule, **parts: Any) -> Books:
    return open_books(story(system(rules=rules(*given), **parts)))


def test_points_come_for_each_whole_unit_and_the_rest_waits_for_the_day() -> None:
    books = books_of(Rule("read", "read-minutes", 1, each=4))
    first = do(books, "read-minutes", "2019-01-16 09:00", 3)
    assert [(e.amount, e.note) for e in first] == [(0, "rest")]
    assert amounts(do(books, "read-minutes", "2019-01-16 10:00", 6)) == [2]
    assert amounts(do(books, "read-minutes", "2019-01-16 11:00", 3)) == [1]
    do(books, "read-minutes", "2019-01-16 12:00", 3)
    assert amounts(do(books, "read-minutes", "2019-01-17 09:00", 3)) == [0]


def test_a_rest_may_be_kept_for_good() -> None:
    books = books_of(Rule("hours", "volunteered", 5, each=10, each_ever=True))
    assert amounts(do(books, "volunteered", "2019-01-16 09:00", 9)) == [0]
    assert amounts(do(books, "volunteered", "2019-05-01 09:00", 1)) == [5]


def test_a_deed_counts_double_from_the_first_minute_of_the_band_to_before_its_end() -> None:
    edges = {"19:59": 1, "20:00": 2, "22:29": 2, "22:30": 1}
    for clock, points in edges.items():
        books = books_of(Rule("read", "read", 1, band="double"), bands=EVENING)
        assert amounts(do(books, "read", f"2019-01-16 {clock}")) == [points], clock


def test_minutes_are_doubled_if_the_one_that_completes_a_unit_begins_in_the_band() -> None:
    edges = {"19:56": 1, "19:57": 2, "22:26": 2, "22:27": 1}
    for clock, points in edges.items():
        books = books_of(Rule("read", "read-minutes", 1, each=4, band="double"), bands=EVENING)
        assert amounts(do(books, "read-minutes", f"2019-01-16 {clock}", 4)) == [points], clock
    books = books_of(Rule("read", "read-minutes", 1, each=4, band="double"), bands=EVENING)
    assert amounts(do(books, "read-minutes", "2019-01-16 19:52", 12)) == [1 + 1 + 2]


def test_a_rest_from_before_the_band_is_doubled_when_completed_in_it() -> None:
    books = books_of(Rule("read", "read-minutes", 1, each=4, band="double"), bands=EVENING)
    do(books, "read-minutes", "2019-01-16 09:00", 3)
    assert amounts(do(books, "read-minutes", "2019-01-16 20:00", 1)) == [2]


def test_a_band_is_lit_between_its_dates_only() -> None:
    band = Band("double", "double", ((1200, 1350),), since=at("2019-01-10 00:00"),
                until=at("2019-03-28 00:00"))  # fmt: skip
    books = books_of(Rule("read", "read", 1, band="double"), bands={"double": band})
    lit = {"2019-01-09": False, "2019-01-10": True, "2019-03-27": True, "2019-03-28": False}
    for day, is_lit in lit.items():
        assert books.band_lit("lamp", "double", at(f"{day} 20:07")) is is_lit
        assert amounts(do(books, "read", f"{day} 20:07")) == [2 if is_lit else 1]


def test_minutes_past_midnight_belong_to_the_next_day() -> None:
    books = books_of(Rule("read", "read-minutes", 1, each=4, most_a_day=2))
    night = do(books, "read-minutes", "2019-01-16 23:50", 30)
    assert [(e.amount, e.happened) for e in night] == [
        (2, at("2019-01-16 23:50")), (2, at("2019-01-17 00:00")),
    ]  # fmt: skip
    assert amounts(do(books, "read-minutes", "2019-01-17 09:00", 30)) == [0]


def test_minutes_that_end_at_midnight_belong_to_one_day() -> None:
    books = books_of(Rule("read", "read-minutes", 1, each=4))
    assert amounts(do(books, "read-minutes", "2019-01-16 23:56", 4)) == [1]


def test_the_most_for_a_day_is_after_doubling_and_begins_anew_with_the_day() -> None:
    books = books_of(Rule("read", "read", 1, band="double", most_a_day=5), bands=EVENING)
    evening = [do(books, "read", "2019-01-16 20:07")[0] for _ in range(4)]
    assert [(e.amount, e.note) for e in evening] == [
        (2, ""), (2, ""), (1, "day-most"), (0, "day-most"),
    ]  # fmt: skip
    assert evening[2].terms == (("earned", 2),)
    assert amounts(do(books, "read", "2019-01-17 20:07")) == [2]


def test_the_limit_for_all_rules_is_the_one_in_force_on_that_day() -> None:
    march = at("2019-03-28 00:00")
    caps = (DayCap(6, until=march), DayCap(4, since=march))
    books = books_of(Rule("read", "read", 5), Rule("share", "share", 3), day_caps=caps)
    for day, second in (("2019-03-27", 1), ("2019-03-28", 0)):
        first = do(books, "read", f"{day} 09:00")[0]
        shared = do(books, "share", f"{day} 09:05")[0]
        assert first.amount + shared.amount == (6 if day.endswith("27") else 4)
        assert (shared.amount, shared.note) == (second, "day-cap")


def test_losses_know_no_limit_and_make_no_room() -> None:
    books = books_of(Rule("read", "read", 4), Rule("skip", "skip", -3), day_caps=(DayCap(5),))
    moment = "2019-01-16 09:00"
    given = [do(books, kind, moment)[0].amount for kind in ("read", "skip", "skip", "read")]
    assert given == [4, -3, -3, 1]


def test_a_standing_stays_within_its_scale_and_the_entry_says_what_really_changed() -> None:
    books = books_of(
        Rule("gift", "gift", 8), Rule("fine", "fine", -8), starts_at=945, least=350, most=950
    )
    (entry,) = do(books, "gift", "2019-01-16 09:00")
    assert (entry.amount, entry.total, entry.note) == (5, 950, "bound")
    assert entry.terms == (("earned", 8),)
    assert amounts(do(books, "fine", "2019-01-16 09:00")) == [-8]


def test_a_rule_holds_between_its_dates_by_when_it_happened() -> None:
    march = at("2019-03-28 00:00")
    late = Rule("late", "read", 1, since=march)
    early = Rule("early", "read", 3, until=march)
    books = open_books(story(system(eyes=(Eye("app", delay=1440),), rules=rules(early, late))))
    do(books, "read", "2019-03-27 23:59")
    do(books, "read", "2019-03-28 00:00")
    entered = books.advance("haifeng", at("2019-04-01 00:00"), WORLD, Loaded(0))
    assert [(e.rule, e.amount) for e in entered] == [("early", 3), ("late", 1)]


def test_a_condition_is_asked_about_the_holder_and_may_consult_another_system() -> None:
    city = system("city", starts_at=601)
    strict = Rule("smoking", "smoking", -5, condition=asks(lambda f: f.points("city") > 600))
    books = open_books(story(city, system(rules=rules(strict))))
    assert amounts(do(books, "smoking", "2019-01-16 09:00")) == [-5]
    lenient = Rule("smoking", "smoking", -5, condition=asks(lambda f: f.variables["strict"]))
    books = books_of(lenient)
    assert do(books, "smoking", "2019-01-16 09:00", facts=World(strict=False)) == []


def test_a_rule_with_a_chance_may_not_take_hold_though_the_record_stands() -> None:
    for percent, given in ((69, [1]), (70, [])):
        books = books_of(Rule("read", "read", 1, chance=70))
        assert amounts(do(books, "read", "2019-01-16 09:00", dice=Loaded(percent))) == given
        assert len(books.records) == 1


def test_a_list_is_left_days_after_and_the_days_are_those_of_the_calendar() -> None:
    on = Rule("judgment", "judgment", 1)
    off = Rule("performed", "performed", -1, delay=3 * 1440)
    books = open_books(story(system("court", scale="list", rules=rules(on, off))))
    (put,) = do(books, "judgment", "2019-01-12 09:00")
    assert (put.amount, put.total) == (1, 1)
    assert [(e.amount, e.note) for e in do(books, "judgment", "2019-01-13 09:00")] == [
        (0, "bound")
    ]  # fmt: skip
    assert do(books, "performed", "2019-01-16 09:00") == []
    assert books.advance("haifeng", at("2019-01-19 08:59"), WORLD, Loaded(0)) == []
    assert books.listed("court", "haifeng", at("2019-01-19 08:59"))
    (taken,) = books.advance("haifeng", at("2019-01-25 09:00"), WORLD, Loaded(0))
    assert (taken.amount, taken.at) == (-1, at("2019-01-19 09:00"))
    assert not books.listed("court", "haifeng", at("2019-01-25 09:00"))


def test_a_count_forgets_what_is_older_than_its_window() -> None:
    shift = system("shift", scale="count", window=8 * 60, rules=rules(Rule("done", "done", 1)))
    books = open_books(story(shift))
    totals = [do(books, "done", f"2019-01-16 {clock}")[0].total
              for clock in ("01:00", "02:00", "09:00")]  # fmt: skip
    assert totals == [1, 2, 2]
    counted = {"08:59": 2, "09:00": 2, "09:59": 2, "10:00": 1, "16:59": 1, "17:00": 0}
    for clock, count in counted.items():
        assert books.standing("shift", "haifeng", at(f"2019-01-16 {clock}")) == count, clock
