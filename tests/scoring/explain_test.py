"""What a player is told who asks why."""

from __future__ import annotations

from typing import Any

from game.scoring.books import Books
from game.scoring.dice import FAVOURABLE
from game.scoring.explain import why, why_shut
from game.story.effects import Correction, RecordSpec
from game.story.model import Life, Story
from game.story.systems import Appraisal, Band, DayCap, Eye, Gate, Rule, Term  # fmt: skip
from tests.scoring.making import (
    WORLD,
    Loaded,
    asks,
    at,
    do,
    open_books,
    rules,
    scene,
    story,
    system,
)  # fmt: skip

SEVEN = scene("here", "Seven past eight")
LUO = Life("luo-yan", "Luo Yan", starts=at("2018-08-10 08:00"))
READ = Rule("read-minutes", "read-minutes", 1, each=4, band="double", most_a_day=8)
BAND = {"double": Band("double", "double", ((1200, 1350),))}
NOW = at("2019-01-20 00:00")


def lamp(**parts: Any) -> Story:
    return story(system(rules=rules(READ), bands=BAND, **parts), scenes=(SEVEN,))


def test_an_entry_tells_its_deed_its_eye_and_its_rule() -> None:
    told = lamp()
    books = open_books(told)
    (entry,) = do(books, "read-minutes", "2019-01-16 20:07", 4)
    assert why(told, books, entry) == [
        "This is for “read” (4 minutes), in “Seven past eight”, on 16 January 2019, 20:07.",
        "Daily Lamp saw it with its eye “app”.",
        "The rule for “read” gives 1 for each 4 minutes, at most 8 a day.",
        "“double” was lit at 20:07: 2 times the points.",
    ]


def test_it_tells_what_a_limit_kept_back() -> None:
    told = lamp()
    books = open_books(told)
    (entry,) = do(books, "read-minutes", "2019-01-16 20:07", 20)
    assert why(told, books, entry)[-1] == (
        "10 were earned, 8 entered: the most for a day under this rule was reached."
    )


def test_a_rest_is_kept_until_midnight_or_for_good() -> None:
    for ever, until in ((False, " until midnight"), (True, "")):
        rule = Rule("read-minutes", "read-minutes", 1, each=4, each_ever=ever, most_a_day=8)
        told = story(system(rules=rules(rule)), scenes=(SEVEN,))
        books = open_books(told)
        (entry,) = do(books, "read-minutes", "2019-01-16 09:00", 3)
        said = f"That is not yet enough; it is kept and added up{until}."
        assert why(told, books, entry)[-1] == said


def test_what_is_not_yet_enough_on_a_full_day_is_told_as_a_full_day() -> None:
    full = "Nothing more was to be had: the most for a day under this rule was reached."
    together = (
        "Nothing more was to be had: the most for a day under all rules together was reached."
    )
    for parts, said in (({}, full), ({"day_caps": (DayCap(6),)}, together)):
        told = lamp(**parts)
        books = open_books(told)
        do(books, "read-minutes", "2019-01-16 09:00", 32)
        (entry,) = do(books, "read-minutes", "2019-01-16 20:07", 2)
        assert (entry.amount, why(told, books, entry)[-1]) == (0, said)
        (entry,) = do(books, "read-minutes", "2019-01-17 20:07", 2)
        assert entry.note == "rest"


def test_a_system_that_gives_the_reason_only_names_the_deed_and_no_rule() -> None:
    told = lamp(explains="reason")
    books = open_books(told)
    (entry,) = do(books, "read-minutes", "2019-01-16 20:07", 4)
    assert why(told, books, entry) == [
        "This is for “read” (4 minutes), in “Seven past eight”, on 16 January 2019, 20:07."
    ]


def test_a_system_that_never_explains_says_so() -> None:
    told = lamp(explains="never", gates={"shop": Gate("shop", "the shop", needs=99)})
    books = open_books(told)
    (entry,) = do(books, "read-minutes", "2019-01-16 20:07", 4)
    assert why(told, books, entry) == ["Daily Lamp does not say."]
    assert why_shut(told, books, "shop", "haifeng", NOW) == ["Daily Lamp does not say."]


def test_a_mistake_is_told_when_it_has_been_taken_back_and_both_ways() -> None:
    camera = Eye("camera", delay=6 * 1440, error=5, mistakes=("luo-yan",))
    screen = system("screen", name="Baisha Screen", eyes=(camera,),
                    rules=rules(Rule("crossed-red", "crossed-red", -5)))  # fmt: skip
    told = story(screen, lives=(LUO, Life("stranger", "A stranger")))
    books = open_books(told)
    do(books, "crossed-red", "2018-08-12 12:00", by="stranger", place="crossing",
       life="luo-yan", dice=Loaded(99))  # fmt: skip
    (entry,) = books.advance("luo-yan", at("2018-08-18 12:00"), WORLD, FAVOURABLE)
    before = why(told, books, entry)
    assert before == [
        "This is for “crossed red”, in “the crossing”, on 12 August 2018, 12:00.",
        "Baisha Screen saw it with its eye “camera”.",
        "It became known 6 days later, on 18 August 2018, 12:00.",
        "The rule for “crossed red” takes 5.",
    ]
    take_back = Correction("screen", "crossed-red", "luo-yan")
    (counter,) = books.correct(take_back, "luo-yan", at("2018-08-20 10:00"))
    assert why(told, books, entry) == [
        *before,
        "It was taken back on 20 August 2018, 10:00, by entry 2.",
        "It had not been Luo Yan.",
    ]
    told_back = why(told, books, counter)
    assert told_back[0] == "This takes back entry 1 of 18 August 2018."
    assert told_back[1] == before[0] and told_back[-1] == "It had not been Luo Yan."


def test_a_written_record_names_its_witness_and_its_household() -> None:
    lives = (Life("lian", "Mrs Lian", of=("home",)), Life("home", "the Lians", "household"))
    gull = system("gull", keeps="household", eyes=(), rules=rules(Rule("visit", "visit", 2)))
    told = story(gull, lives=lives)
    books = open_books(told)
    for witness in ("Auntie Jiang", None):
        spec = RecordSpec("gull", "visit", "lian", witness=witness)
        books.write(spec, "lian", NOW, "stairs", WORLD, FAVOURABLE)
    first, second = (why(told, books, entry) for entry in books.entries)
    assert first[1:3] == [
        "It concerns Mrs Lian and counts for the Lians.",
        "It was written down; the witness is Auntie Jiang.",
    ]
    assert second[2] == "It was written down; no witness is named."


def test_an_appraisal_tells_its_terms_if_the_system_explains_fully() -> None:
    terms = (Term("paid", asks(lambda f: 40)), Term("friends", asks(lambda f: -16)))
    monthly = Appraisal("monthly", "month", 1, 360, 600, terms)
    for explains, lines in (
        ("fully", [
            "This is the appraisal “monthly” of 1 September 2018.", "It starts from 600.",
            "“paid” gives 40.", "“friends” takes 16.", "That makes 624; it was 0 before.",
        ]),
        ("reason", ["This is the appraisal of 1 September 2018."]),
    ):  # fmt: skip
        told = story(system(appraisals=(monthly,), explains=explains), lives=(LUO,))
        books = open_books(told)
        (entry,) = books.advance("luo-yan", at("2018-09-02 00:00"), WORLD, FAVOURABLE)
        assert why(told, books, entry) == lines


def test_what_an_appraisal_did_away_with_is_told_when_it_is_taken_back() -> None:
    monthly = Appraisal("monthly", "month", 1, 360, 600, ())
    told = story(system(rules=rules(Rule("late", "late", -5)), appraisals=(monthly,)))
    books = open_books(told)
    do(books, "late", "2019-01-16 09:00")
    books.advance("haifeng", at("2019-02-02 00:00"), WORLD, FAVOURABLE)
    (counter,) = books.correct(
        Correction("lamp", "late", "haifeng"), "haifeng", at("2019-02-03 09:00")
    )
    lines = why(told, books, counter)
    assert lines[0] == "This takes back entry 1 of 16 January 2019."
    assert lines[-1] == "An appraisal has been made since, so nothing changes."


def shut(explains: str) -> tuple[Story, Books]:
    gates = {"nursery": Gate("nursery", "a nursery place", needs=1300),
             "loan": Gate("loan", "a loan", tier="AA")}  # fmt: skip
    city = system(
        "city", name="Gull Bay", starts_at=1018, gates=gates, tiers=(("AA", 1150), ("A", 0)),
        rules=rules(Rule("crossed", "crossed", -5), Rule("late-fee", "late-fee", -1)),
        explains=explains,
    )  # fmt: skip
    told = story(city, scenes=(scene("red", "The crossing"), scene("bill")))
    books = open_books(told)
    do(books, "late-fee", "2019-01-15 09:00", scene="bill")
    do(books, "crossed", "2019-01-16 09:00", scene="red")
    return told, books


def test_a_shut_gate_says_what_it_needs_and_where_points_were_lost() -> None:
    told, books = shut("fully")
    losses = ["5 were lost at The crossing", "1 was lost for “late fee”"]
    needs = why_shut(told, books, "nursery", "haifeng", NOW)
    assert needs == ["needs 1,300; you have 1,012", *losses]
    loan = why_shut(told, books, "loan", "haifeng", NOW)
    assert loan == ["needs AA (1,150); you have 1,012", *losses]
    books.correct(Correction("city", "crossed", "haifeng"), "haifeng", NOW)
    assert why_shut(told, books, "nursery", "haifeng", NOW) == [
        "needs 1,300; you have 1,017", losses[1],
    ]  # fmt: skip


def test_with_the_reason_only_the_gate_names_deeds_and_no_figure() -> None:
    told, books = shut("reason")
    assert why_shut(told, books, "nursery", "haifeng", NOW) == [
        "because of “crossed”", "because of “late fee”",
    ]  # fmt: skip


def test_a_gate_of_a_list_says_since_when() -> None:
    gates = {"g-train": Gate("g-train", "a G train", listed=False),
             "aid": Gate("aid", "aid", listed=True)}  # fmt: skip
    court = system("court", scale="list", rules=rules(Rule("judgment", "judgment", 1)),
                   gates=gates)  # fmt: skip
    told = story(court)
    books = open_books(told)
    assert why_shut(told, books, "g-train", "haifeng", NOW) == []
    assert why_shut(told, books, "aid", "haifeng", NOW) == ["Haifeng is not on the list"]
    do(books, "judgment", "2019-01-12 09:00")
    assert why_shut(told, books, "g-train", "haifeng", NOW) == [
        "Haifeng has been on the list since 12 January 2019, for “judgment”"
    ]
    opened = story(court, lives=(Life("qiu", "Qiu", opens={"court": 1}),))
    assert why_shut(opened, open_books(opened), "g-train", "qiu", NOW) == ["Qiu is on the list"]
