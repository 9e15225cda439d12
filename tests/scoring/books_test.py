"""The books of a run: calendars, written records, corrections, holders, looks, copies."""

from __future__ import annotations

import pytest

from game.scoring.books import Books
from game.scoring.dice import FAVOURABLE
from game.scoring.records import Entry
from game.story.effects import Correction, Look, RecordSpec
from game.story.model import Life
from game.story.systems import Eye, Rule
from tests.scoring.making import (
    WORLD,
    Loaded,
    amounts,
    at,
    do,
    open_books,
    rules,
    scene,
    story,
    system,
)  # fmt: skip

LUO = Life("luo-yan", "Luo Yan", starts=at("2018-08-10 08:00"))
WEN = Life("wen-bo", "Wen Bo", starts=at("2018-08-09 08:00"))
STRANGER = Life("stranger", "A stranger")
CAMERA = Eye("camera", delay=6 * 1440, error=5, mistakes=("luo-yan",))
SCREEN = system("screen", eyes=(CAMERA,), rules=rules(Rule("crossed", "crossed", -5)))
ERRS = Loaded(99)


def six_days() -> Books:
    return open_books(story(SCREEN, lives=(WEN, LUO, STRANGER)))


def advance(books: Books, life: str, until: str) -> list[Entry]:
    return books.advance(life, at(until), WORLD, FAVOURABLE)


def test_what_is_seen_today_is_entered_six_days_later_in_the_life_it_concerns() -> None:
    books = six_days()
    seen = do(books, "crossed", "2018-08-12 12:00", by="stranger", life="wen-bo", dice=ERRS)
    assert seen == []
    assert advance(books, "wen-bo", "2018-09-01 00:00") == []
    assert advance(books, "luo-yan", "2018-08-18 11:59") == []
    (entry,) = advance(books, "luo-yan", "2018-08-18 12:00")
    assert (entry.holder, entry.amount) == ("luo-yan", -5)
    assert (entry.happened, entry.at) == (at("2018-08-12 12:00"), at("2018-08-18 12:00"))
    assert advance(books, "luo-yan", "2018-09-01 00:00") == []


def test_somebody_without_a_calendar_is_entered_in_that_of_who_acts() -> None:
    books = six_days()
    do(books, "crossed", "2018-08-12 12:00", by="stranger", life="wen-bo")
    assert [e.holder for e in advance(books, "wen-bo", "2018-08-18 12:00")] == ["stranger"]


def test_what_was_due_before_a_life_is_told_is_entered_then_under_its_own_date() -> None:
    books = six_days()
    advance(books, "luo-yan", "2018-08-20 08:00")
    do(books, "crossed", "2018-08-12 12:00", by="stranger", life="wen-bo", dice=ERRS)
    (entry,) = advance(books, "luo-yan", "2018-08-20 08:00")
    assert entry.at == at("2018-08-18 12:00")


def test_what_happened_earlier_and_is_known_by_now_is_entered_at_once() -> None:
    books = open_books(story(system(eyes=(Eye("app", delay=60),), rules=rules(Rule("a", "a", 1)))))
    do(books, "a", "2019-01-02 10:00")
    do(books, "a", "2019-01-02 09:00")
    entered = advance(books, "haifeng", "2019-01-02 12:00")
    assert [e.at for e in entered] == [at("2019-01-02 10:00"), at("2019-01-02 11:00")]


def test_a_wrong_record_is_taken_back_by_a_counter_entry_and_never_erased() -> None:
    books = six_days()
    do(books, "crossed", "2018-08-12 12:00", by="stranger", life="wen-bo", dice=ERRS)
    advance(books, "luo-yan", "2018-08-18 12:00")
    now = at("2018-08-20 10:00")
    (counter,) = books.correct(Correction("screen", "crossed", "luo-yan"), "luo-yan", now)
    assert (counter.amount, counter.corrects, counter.at, counter.total) == (5, 1, now, 0)
    assert counter.cause == "correction" and len(books.entries) == 2
    assert books.records[0].corrected == now and books.records[0].wrong
    assert books.correct(Correction("screen", "crossed", "luo-yan"), "luo-yan", now) == []


def test_what_is_corrected_before_it_is_known_never_is_entered() -> None:
    books = six_days()
    do(books, "crossed", "2018-08-12 12:00", by="stranger", life="wen-bo", dice=ERRS)
    take_back = Correction("screen", "crossed", "luo-yan")
    assert books.correct(take_back, "wen-bo", at("2018-08-13 09:00")) == []
    assert books.records[0].corrected is not None
    assert advance(books, "luo-yan", "2018-09-01 00:00") == []


def test_what_is_known_is_corrected_before_what_is_yet_to_become_known() -> None:
    books = six_days()
    for day in (10, 16):
        do(books, "crossed", f"2018-08-{day} 12:00", by="luo-yan")
    advance(books, "luo-yan", "2018-08-17 00:00")
    spec, now = Correction("screen", "crossed", "luo-yan"), at("2018-08-17 09:00")
    assert amounts(books.correct(spec, "luo-yan", now)) == [5]
    assert [record.corrected for record in books.records] == [now, None]
    assert books.correct(spec, "luo-yan", now) == []
    assert [record.corrected for record in books.records] == [now, now]


def test_corrections_go_from_the_latest_record_back() -> None:
    books = open_books(story(system(rules=rules(Rule("fined", "fined", -5)))))
    for day in (1, 2):
        do(books, "fined", f"2019-01-0{day} 09:00", quantity=day)
    spec, now = Correction("lamp", "fined", "haifeng"), at("2019-01-05 09:00")
    given = [amounts(books.correct(spec, "haifeng", now)) for _ in range(3)]
    assert given == [[10], [5], []]


def test_a_correction_gives_the_days_room_back() -> None:
    books = open_books(story(system(rules=rules(Rule("read", "read", 4, most_a_day=4)))))
    do(books, "read", "2019-01-02 09:00")
    books.correct(Correction("lamp", "read", "haifeng"), "haifeng", at("2019-01-02 10:00"))
    assert amounts(do(books, "read", "2019-01-02 11:00")) == [4]


@pytest.mark.parametrize(("opens", "entered"), [(3, [0, -1, 1]), (-2, [1, -1, 1])])
def test_a_list_knows_only_on_and_off_whatever_a_life_begins_with(
    opens: int, entered: list[int]
) -> None:
    court = system(
        "court", scale="list", rules=rules(Rule("on", "judgment", 1), Rule("off", "paid", -1))
    )
    life = Life("haifeng", "Haifeng", starts=at("2019-01-01 00:00"), opens={"court": opens})
    books = open_books(story(court, lives=(life,)))
    for kind in ("judgment", "paid", "judgment"):
        do(books, kind, "2019-01-02 10:00")
    assert amounts(books.entries) == entered


def test_who_stands_on_a_list_for_two_records_stays_when_one_is_taken_back() -> None:
    court = system("court", scale="list", rules=rules(Rule("judgment", "judgment", 1)))
    books = open_books(story(court))
    for day in (1, 2):
        do(books, "judgment", f"2019-01-0{day} 09:00")
    spec, now = Correction("court", "judgment", "haifeng"), at("2019-01-05 09:00")
    assert amounts(books.correct(spec, "haifeng", now)) == [0]
    assert books.listed("court", "haifeng", now)
    assert amounts(books.correct(spec, "haifeng", now)) == [-1]
    assert not books.listed("court", "haifeng", now)


def test_a_corrected_count_leaves_the_window_with_what_it_corrects() -> None:
    shift = system("shift", scale="count", window=480, rules=rules(Rule("done", "done", 1)))
    books = open_books(story(shift))
    do(books, "done", "2019-01-02 01:00")
    spec = Correction("shift", "done", "haifeng")
    books.correct(spec, "haifeng", at("2019-01-02 05:00"))
    for clock in ("05:00", "08:59", "09:30"):
        assert books.standing("shift", "haifeng", at(f"2019-01-02 {clock}")) == 0


def test_a_person_writes_a_record_about_somebody_and_the_rule_makes_an_entry() -> None:
    keeper = Life("jiang", "Auntie Jiang", starts=at("2018-12-01 08:00"))
    lian = Life("lian", "Mrs Lian", of=("lian-home",))
    home = Life("lian-home", "the Lians", kind="household", opens={"gull": 1012})
    gull = system("gull", keeps="household", eyes=(), rules=rules(Rule("visit", "visit", 2)))
    books = open_books(story(gull, lives=(keeper, lian, home), scenes=(scene("stairs"),)))
    spec = RecordSpec("gull", "visit", "lian", witness="Auntie Jiang")
    now = at("2018-12-03 18:00")
    (entry,) = books.write(spec, "jiang", now, "stairs", WORLD, FAVOURABLE)
    assert (entry.holder, entry.amount, entry.total) == ("lian-home", 2, 1014)
    (record,) = books.records
    assert (record.about, record.eye, record.witness, record.doer) == (
        "lian", None, "Auntie Jiang", None,
    )  # fmt: skip
    assert books.standing("gull", "lian", now) == 1014
    assert books.holder_for("gull", "jiang") is None
    assert books.count("gull", "visit", "lian-home", None, now) == 1


def test_a_household_opens_as_declared_for_it_else_for_a_member() -> None:
    gull = system("gull", keeps="household", starts_at=1000)
    lives = (
        Life("a", "A", of=("home",), opens={"gull": 1100}), Life("home", "Home", "household"),
        Life("b", "B", of=("hut",), opens={"gull": 900}),
        Life("hut", "Hut", "household", opens={"gull": 950}), Life("flat", "Flat", "household"),
    )  # fmt: skip
    books = open_books(story(gull, lives=lives))
    opened = [books.opening("gull", life) for life in ("home", "a", "hut", "b", "flat")]
    assert opened == [1100, 1100, 950, 950, 1000]


def test_records_count_from_when_they_became_known_until_they_are_taken_back() -> None:
    books = open_books(
        story(system(eyes=(Eye("app", delay=1440),), rules=rules(Rule("a", "a", 1))))
    )
    do(books, "a", "2019-01-02 09:00")
    known = at("2019-01-03 09:00")

    def count(since: int | None, now: int) -> int:
        return books.count("lamp", "a", "haifeng", since, now)

    assert [count(None, known - 1), count(None, known)] == [0, 1]
    assert [count(known - 1, known + 5), count(known, known + 5)] == [1, 0]
    books.correct(Correction("lamp", "a", "haifeng"), "haifeng", known + 1)
    assert count(None, known + 5) == 0


def test_whoever_shares_a_standing_shares_the_records_that_count() -> None:
    gull = system("gull", keeps="household", rules=rules(Rule("visit", "visit", 2)))
    lives = (
        Life("a", "A", of=("home",)), Life("b", "B", of=("home",)), Life("c", "C"),
        Life("home", "Home", "household"), Life("hut", "Hut", "household"),
    )  # fmt: skip
    books, now = open_books(story(gull, lives=lives)), at("2019-01-02 09:00")
    for about in ("home", "a", "hut", "c"):
        books.write(RecordSpec("gull", "visit", about), "a", now, "here", WORLD, FAVOURABLE)
    counted = [books.count("gull", "visit", life, None, now) for life in ("a", "b", "home")]
    assert counted == [2, 2, 2]
    assert [books.count("gull", "visit", life, None, now) for life in ("hut", "c")] == [1, 1]


def test_looks_are_kept_with_whose_standing_was_looked_at() -> None:
    books = six_days()
    books.look(Look("the bank", "screen"), "luo-yan", 100)
    books.look(Look("the bank", "screen", "stranger"), "luo-yan", 101)
    assert [(look.by, look.about, look.at) for look in books.looks] == [
        ("the bank", "luo-yan", 100), ("the bank", "stranger", 101),
    ]  # fmt: skip


def test_what_is_tried_on_a_copy_leaves_the_books_as_they_were() -> None:
    books = six_days()
    do(books, "crossed", "2018-08-12 12:00", by="stranger", life="wen-bo", dice=ERRS)
    trial = books.copy()
    advance(trial, "luo-yan", "2018-09-01 00:00")
    trial.correct(Correction("screen", "crossed", "luo-yan"), "luo-yan", at("2018-09-01 00:00"))
    trial.look(Look("the bank", "screen"), "luo-yan", 100)
    assert books.entries == [] and books.looks == [] and books.records[0].corrected is None
    assert amounts(advance(books, "luo-yan", "2018-09-01 00:00")) == [-5]


def test_trying_something_out_does_not_change_the_luck_of_doing_it() -> None:
    dice = Loaded(0)
    books = open_books(story(system(eyes=(Eye("app", chance=50),), rules=rules(Rule("a", "a", 1)))))
    do(books.copy(), "a", "2019-01-02 09:00", dice=dice)
    do(books, "a", "2019-01-02 09:00", dice=dice)
    assert dice.purposes[0] == dice.purposes[1]


def test_a_correction_that_is_tried_out_leaves_the_list_as_it_was() -> None:
    court = system("court", scale="list", rules=rules(Rule("judgment", "judgment", 1)))
    books = open_books(story(court))
    for day in (1, 2):
        do(books, "judgment", f"2019-01-0{day} 09:00")
    spec, now = Correction("court", "judgment", "haifeng"), at("2019-01-05 09:00")
    trial = books.copy()
    trial.correct(spec, "haifeng", now)
    trial.correct(spec, "haifeng", now)
    books.correct(spec, "haifeng", now)
    assert books.listed("court", "haifeng", now)
