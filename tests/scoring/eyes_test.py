"""Whether a deed is seen, and as whose."""

from __future__ import annotations

from typing import Any

from game.scoring.books import Books
from game.story.model import Life
from game.story.systems import Eye, Rule
from tests.scoring.making import Loaded, World, asks, at, do, open_books, rules, story, system

CROSSED = Rule("crossed", "crossed", -5)


def seen_by(*eyes: Eye, **how: Any) -> Books:
    when = how.pop("when", "2019-01-16 12:00")
    books = open_books(story(system(eyes=eyes, rules=rules(CROSSED))))
    do(books, how.pop("kind", "crossed"), when, **how)
    return books


def test_an_eye_that_is_always_open_makes_a_record_and_the_rule_an_entry() -> None:
    books = seen_by(Eye("camera"), place="crossing")
    (record,) = books.records
    assert (record.about, record.doer, record.eye, record.wrong) == (
        "haifeng", "haifeng", "camera", False,
    )  # fmt: skip
    assert books.standing("lamp", "haifeng", at("2019-01-16 12:00")) == -5


def test_without_an_eye_nothing_is_known() -> None:
    books = seen_by()
    assert books.records == [] and books.entries == []


def test_a_deed_that_no_rule_knows_leaves_no_record_unless_an_eye_names_it() -> None:
    with_rule = system(eyes=(Eye("camera"),), rules=rules(CROSSED))
    naming = system("bank", eyes=(Eye("till", sees=("paid",)),), rules=rules(CROSSED))
    books = open_books(story(with_rule, naming))
    assert do(books, "paid", "2019-01-16 12:00") == []
    assert [(record.system, record.kind) for record in books.records] == [("bank", "paid")]


def test_only_the_first_eye_that_sees_makes_the_record() -> None:
    books = seen_by(Eye("asleep", hours=((0, 60),)), Eye("first"), Eye("second"))
    assert [record.eye for record in books.records] == ["first"]


def test_an_eye_sees_its_deeds_its_places_and_its_dates_only() -> None:
    assert not seen_by(Eye("camera", sees=("jumped",))).records
    assert not seen_by(Eye("camera", places=("crossing",)), place="kitchen").records
    assert seen_by(Eye("camera", places=("crossing",)), place="crossing").records
    assert not seen_by(Eye("camera", since=at("2019-01-16 12:01"))).records
    assert not seen_by(Eye("camera", until=at("2019-01-16 12:00"))).records
    assert seen_by(Eye("camera", since=at("2019-01-16 12:00"))).records


def test_waking_hours_are_half_open_and_may_pass_midnight() -> None:
    night = Eye("camera", hours=((22 * 60, 6 * 60),))
    awake = {"22:00": True, "23:59": True, "00:00": True, "05:59": True, "06:00": False,
             "21:59": False}  # fmt: skip
    for clock, sees in awake.items():
        assert bool(seen_by(night, when=f"2019-01-16 {clock}").records) is sees, clock


def test_a_covered_eye_sees_nothing() -> None:
    camera = Eye("camera", condition=asks(lambda facts: not facts.variables["cap-on"]))
    assert not seen_by(camera, facts=World(**{"cap-on": True})).records
    assert seen_by(camera, facts=World(**{"cap-on": False})).records


def test_a_chance_of_80_percent_is_met_by_79_and_missed_by_80() -> None:
    camera = Eye("camera", chance=80)
    assert seen_by(camera, dice=Loaded(79)).records
    assert not seen_by(camera, dice=Loaded(80)).records


def test_each_draw_has_a_name_of_its_own_that_tells_what_it_is_for() -> None:
    dice = Loaded(99)
    books = open_books(story(system(eyes=(Eye("camera", chance=80),), rules=rules(CROSSED))))
    do(books, "crossed", "2019-01-16 12:00", dice=dice)
    do(books, "crossed", "2019-01-16 12:00", dice=dice)
    do(books, "crossed", "2019-01-16 12:00", scene="there", dice=dice)
    assert dice.purposes == [
        "lamp/camera/crossed/here/1/sees",
        "lamp/camera/crossed/here/2/sees",
        "lamp/camera/crossed/there/1/sees",
    ]


def test_an_eye_that_errs_makes_a_wrong_record_about_somebody_else() -> None:
    lives = (Life("stranger", "A stranger"), Life("luo-yan", "Luo Yan"), Life("bai", "Bai"))
    camera = Eye("camera", error=5, mistakes=("bai", "luo-yan"))
    for percent, believed in ((95, "luo-yan"), (94, "stranger")):
        books = open_books(story(system(eyes=(camera,), rules=rules(CROSSED)), lives=lives))
        (entry,) = do(
            books, "crossed", "2019-01-16 12:00", by="stranger", dice=Loaded(percent, pick=1)
        )
        (record,) = books.records
        assert (record.about, record.doer) == (believed, "stranger")
        assert record.wrong is (believed != "stranger")
        assert entry.holder == believed
