"""The learning app by its real table of early 2019, over whole days."""

from __future__ import annotations

from collections import Counter

from game.scoring.books import Books
from game.story.systems import Band, DayCap, Rule
from tests.scoring.making import at, do, open_books, rules, story, system

MARCH = at("2019-03-28 00:00")
MOST = {
    "login": 1, "article": 6, "video": 6, "read-minutes": 8, "watch-minutes": 10,
    "smart-quiz": 6, "weekly-quiz": 8, "exam": 10, "subscribe": 2, "favourite": 1,
    "share": 3, "opinion": 5,
}  # fmt: skip
DOUBLED = {"article", "video", "read-minutes", "watch-minutes"}
EACH = {"read-minutes": 4, "watch-minutes": 5}
LAMP = system(
    rules=rules(
        *(
            Rule(kind, kind, 1, EACH.get(kind, 1), most_a_day=most,
                 band="double" if kind in DOUBLED else None)
            for kind, most in MOST.items()
        )
    ),
    bands={"double": Band("double", "double", ((360, 510), (720, 840), (1200, 1350)), until=MARCH)},
    day_caps=(DayCap(66, until=MARCH), DayCap(52, since=MARCH)),
)  # fmt: skip


def a_diligent_day(books: Books, day: str) -> None:
    """All that the table knows, read and watched in the bands only."""
    do(books, "login", f"{day} 06:00")
    for minute in (5, 10, 15):
        do(books, "article", f"{day} 06:{minute:02}")
        do(books, "video", f"{day} 12:{minute:02}")
    do(books, "read-minutes", f"{day} 06:20", 16)
    do(books, "watch-minutes", f"{day} 12:20", 25)
    for points in (2, 2, 2):
        do(books, "smart-quiz", f"{day} 13:00", points)
    do(books, "weekly-quiz", f"{day} 13:10", 8)
    do(books, "exam", f"{day} 13:20", 10)
    for kind in ("subscribe", "favourite", "share", "opinion"):
        for _ in range(MOST[kind]):
            do(books, kind, f"{day} 13:30")


def gained(books: Books) -> Counter[str]:
    sums: Counter[str] = Counter()
    for entry in books.entries:
        sums[entry.rule or ""] += entry.amount
    return sums


def test_a_day_in_the_bands_reaches_every_maximum_and_66_in_all() -> None:
    books = open_books(story(LAMP))
    a_diligent_day(books, "2019-01-16")
    assert gained(books) == MOST
    assert books.standing("lamp", "haifeng", at("2019-01-16 14:00")) == 66
    a_diligent_day(books, "2019-01-16")
    assert books.standing("lamp", "haifeng", at("2019-01-16 23:00")) == 66


def test_the_same_day_in_april_has_no_bands() -> None:
    books = open_books(story(LAMP))
    a_diligent_day(books, "2019-04-12")
    assert gained(books)["article"] == 3 and gained(books)["read-minutes"] == 4
    assert gained(books)["watch-minutes"] == 5


def test_from_28_march_on_the_most_is_52() -> None:
    books = open_books(story(LAMP))
    for day, most in (("2019-03-27", 66), ("2019-03-28", 52), ("2019-03-29", 52)):
        before = books.standing("lamp", "haifeng", 0)
        a_diligent_day(books, day)
        a_diligent_day(books, day)
        assert books.standing("lamp", "haifeng", 0) - before == most
    assert books.entries[-1].note in ("day-cap", "day-most")


def test_answering_a_call_at_seven_past_eight_costs_two_points_in_january_only() -> None:
    for day, lost in (("2019-01-16", 2), ("2019-04-12", 1)):
        books = open_books(story(LAMP))
        (entry,) = do(books, "read-minutes", f"{day} 20:07", 4)
        assert entry.amount == lost
