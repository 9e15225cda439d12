"""Standings that are worked out anew on dates."""

from __future__ import annotations

from typing import Any

from game.scoring.appraisals import coming, dates
from game.scoring.books import Books
from game.scoring.dice import FAVOURABLE
from game.scoring.records import Entry
from game.scoring.rulebook import Rulebook
from game.story.calendar import DAY, minutes_of, moment_of
from game.story.effects import Correction
from game.story.model import Life
from game.story.systems import Appraisal, Eye, Rule, Term
from tests.scoring.making import (
    WORLD,
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

PENG = Life("peng", "Peng", starts=at("2017-06-01 08:00"), opens={"plum": 612})
PAID = Term("paid", asks(lambda f: f.count("plum", "paid", 90) * 4), most=60)
FRIENDS = Term(
    "friends",
    asks(lambda f: -8 * f.variables["poor-friends"]),
    condition=asks(lambda f: f.variables["poor-friends"] > 0),
    least=-40,
)


def monthly(**bounds: Any) -> Appraisal:
    return Appraisal("monthly", "month", 1, 360, 600, (PAID, FRIENDS), **bounds)


def plum(*appraisals: Appraisal, **parts: Any) -> Books:
    parts.setdefault("lives", (PENG,))
    lives = parts.pop("lives")
    eyes = (Eye("till", sees=("paid",)),)
    return open_books(story(system("plum", eyes=eyes, appraisals=appraisals, **parts), lives=lives))


def advance(books: Books, until: str, life: str = "peng", friends: int = 0) -> list[Entry]:
    facts = World(**{"poor-friends": friends})
    return books.advance(life, at(until), facts, FAVOURABLE)


def test_the_difference_is_posted_once_a_month_with_its_terms() -> None:
    books = plum(monthly(least=350, most=950))
    for _ in range(3):
        do(books, "paid", "2017-06-10 09:00", by="peng")
    (entry,) = advance(books, "2017-07-20 00:00", friends=2)
    assert (entry.amount, entry.total, entry.at) == (-16, 596, at("2017-07-01 06:00"))
    assert entry.terms == (("base", 600), ("paid", 12), ("friends", -16))
    assert entry.cause == "appraisal" and entry.rule == "monthly"
    assert advance(books, "2017-07-20 00:00", friends=2) == []


def test_dropping_a_friend_shows_in_the_next_month_and_no_change_in_no_entry() -> None:
    books = plum(monthly())
    assert [e.amount for e in advance(books, "2017-07-02 00:00", friends=1)] == [592 - 612]
    assert [e.amount for e in advance(books, "2017-08-02 00:00", friends=0)] == [8]
    assert advance(books, "2017-10-02 00:00", friends=0) == []


def test_terms_and_the_whole_are_held_within_their_bounds() -> None:
    books = plum(monthly(least=570))
    (entry,) = advance(books, "2017-07-02 00:00", friends=9)
    assert entry.total == 570
    assert entry.terms == (("base", 600), ("paid", 0), ("friends", -40), ("bounds", 10))
    assert sum(points for _, points in entry.terms) == entry.total


def test_what_becomes_known_at_the_same_minute_counts_already() -> None:
    late = (Eye("till", sees=("paid",), delay=1440),)
    book = story(system("plum", eyes=late, appraisals=(monthly(),)), lives=(PENG,))
    books = open_books(book)
    do(books, "paid", "2017-06-30 06:00", by="peng")
    assert advance(books, "2017-07-01 06:00")[0].total == 604


def test_the_opening_holds_until_the_first_date_after_the_life_starts() -> None:
    early = Life("peng", "Peng", starts=at("2017-06-01 06:00"), opens={"plum": 612})
    books = plum(monthly(), lives=(early,))
    assert advance(books, "2017-06-30 23:59") == []
    assert books.standing("plum", "peng", at("2017-06-30 23:59")) == 612


def test_a_household_is_appraised_once_for_each_date() -> None:
    start = at("2017-06-01 08:00")
    lives = (
        Life("wife", "W", of=("home",), starts=start), Life("man", "M", of=("home",), starts=start),
        Life("home", "Home", "household", opens={"plum": 10}),
    )  # fmt: skip
    growing = Appraisal(
        "growing", "month", 1, 360, 1, (Term("had", asks(lambda f: f.points("plum"))),)
    )
    books = plum(growing, lives=lives, keeps="household")
    assert [e.total for e in advance(books, "2017-07-02 00:00", "wife")] == [11]
    assert [e.total for e in advance(books, "2017-08-02 00:00", "man")] == [12]
    assert [e.total for e in advance(books, "2017-08-02 00:00", "wife")] == []


def household(*given: Appraisal) -> Books:
    """A wife, whose life is told from June on, and a man, whose is told from April on."""
    lives = (
        Life("wife", "W", of=("home",), starts=at("2017-06-15 08:00")),
        Life("man", "M", of=("home",), starts=at("2017-04-15 08:00")),
        Life("home", "Home", "household", opens={"plum": 10}),
    )  # fmt: skip
    return plum(*given, lives=lives, keeps="household")


def test_a_shared_standing_is_not_appraised_for_a_date_before_its_latest_appraisal() -> None:
    yearly = Term("by month", asks(lambda f: moment_of(f.now).month))
    stands = []
    for first, second in (("wife", "man"), ("man", "wife")):
        books = household(Appraisal("monthly", "month", 1, 360, 100, (yearly,)))
        for life in (first, second):
            until = "2017-09-02 00:00" if life == "wife" else "2017-05-02 00:00"
            advance(books, until, life)
        dates_entered = [entry.at for entry in books.entries]
        assert dates_entered == sorted(dates_entered)
        stands.append(books.standing("plum", "home", at("2017-09-02 00:00")))
    assert stands == [109, 109]


def test_an_appraisal_that_changed_nothing_is_the_latest_as_well() -> None:
    until_june = Term("early", asks(lambda f: 7), condition=asks(lambda f: f.now < PENG.starts))
    books = household(Appraisal("monthly", "month", 1, 360, 10, (until_june,)))
    assert advance(books, "2017-07-02 00:00", "wife") == []
    assert advance(books, "2017-05-02 00:00", "man") == []


def test_two_appraisals_of_one_moment_are_both_made() -> None:
    had = Term("had", asks(lambda f: f.points("plum")))
    books = household(
        Appraisal("a", "month", 1, 360, 1, (had,)), Appraisal("b", "month", 1, 360, 2, (had,))
    )
    assert amounts(advance(books, "2017-07-02 00:00", "wife")) == [1, 2]
    assert advance(books, "2017-07-02 00:00", "man") == []


def late(base: int) -> Books:
    monthly = Appraisal("monthly", "month", 1, 360, base, ())
    fee = rules(Rule("late", "late", -5))
    lives = (Life("peng", "Peng", starts=at("2017-06-01 08:00"), opens={"plum": 600}),)
    eyes = (Eye("till", sees=("late",)),)
    return open_books(
        story(system("plum", rules=fee, appraisals=(monthly,), eyes=eyes), lives=lives)
    )


def test_what_an_appraisal_did_away_with_is_not_paid_back() -> None:
    for base in (600, 595):
        books = late(base)
        do(books, "late", "2017-06-10 09:00", by="peng")
        advance(books, "2017-07-02 00:00")
        spec, now = Correction("plum", "late", "peng"), at("2017-07-03 09:00")
        (counter,) = books.correct(spec, "peng", now)
        assert (counter.amount, counter.total, counter.note) == (0, base, "appraised")
        assert books.standing("plum", "peng", now) == base


def test_what_was_entered_after_the_appraisal_is_paid_back() -> None:
    books = late(600)
    advance(books, "2017-07-02 00:00")
    do(books, "late", "2017-07-02 09:00", by="peng")
    spec = Correction("plum", "late", "peng")
    (counter,) = books.correct(spec, "peng", at("2017-07-03 09:00"))
    assert (counter.amount, counter.total, counter.note) == (5, 600, "")


def test_the_dates_of_each_kind_of_appraisal() -> None:
    def days(every: Any, on: int, until: str) -> list[str]:
        appraisal = Appraisal("a", every, on, 360, 0, ())
        found = dates(appraisal, at("2018-12-30 06:00"), at(until))
        return [moment_of(moment).strftime("%m-%d") for moment in found]

    assert days("day", 1, "2019-01-02 05:59") == ["12-31", "01-01"]
    assert days("week", 1, "2019-01-14 06:00") == ["12-31", "01-07", "01-14"]
    assert days("month", 31, "2019-04-30 06:00") == ["12-31", "01-31", "02-28", "03-31", "04-30"]
    assert days("year", 1, "2020-06-01 00:00") == ["01-01", "01-01"]


def test_a_life_of_many_years_has_all_its_dates() -> None:
    appraisal = Appraisal("a", "month", 1, 0, 0, ())
    found = list(dates(appraisal, at("1990-01-01 00:00"), at("2020-01-01 00:00")))
    assert len(found) == 360 and found[-1] == minutes_of(moment_of(at("2020-01-01 00:00")))


def test_the_dates_are_those_that_a_walk_from_day_to_day_finds() -> None:
    after, until = at("1967-02-27 06:00"), at("1972-03-02 05:59")
    walk = [minutes_of(moment_of(after)) + 1440 * n for n in range(1, 1830)]
    for weekday in range(1, 8):
        weekly = Appraisal("a", "week", weekday, 360, 0, ())
        found = [at for at in walk if moment_of(at).isoweekday() == weekday and at <= until]
        assert list(dates(weekly, after, until)) == found
    daily = Appraisal("a", "day", 1, 360, 0, ())
    assert list(dates(daily, after, until)) == [at for at in walk if at <= until]


def test_of_a_very_long_time_the_last_dates_count() -> None:
    daily = Appraisal("a", "day", 1, 360, 0, ())
    desks = Rulebook(story(system("plum", appraisals=(daily,) * 2), lives=(PENG,))).desks
    found = [due[:2] for due in coming(desks.values(), "peng", 0, 10_000 * DAY)]
    assert found == [(day * DAY + 360, n) for day in range(6_000, 10_000) for n in (0, 1)]


def test_a_list_may_be_appraised_too() -> None:
    never = Appraisal("a", "day", 1, 0, 5, ())
    books = plum(never, scale="list", lives=(Life("peng", "Peng", starts=0),))
    assert [(e.amount, e.total) for e in books.advance("peng", 1440, WORLD, FAVOURABLE)] == [(1, 1)]
