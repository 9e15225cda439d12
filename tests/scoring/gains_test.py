"""What the score would give, tried out beforehand."""

from __future__ import annotations

from game.scoring.gains import gains
from game.scoring.records import Deed
from game.story.effects import Correction, RecordSpec
from game.story.model import Life
from game.story.systems import Band, Eye, Rule
from tests.scoring.making import WORLD, at, do, open_books, rules, story, system

NOW = at("2019-01-16 20:07")
BAND = {"double": Band("double", "double", ((1200, 1350),))}
READ = Rule("read", "read-minutes", 1, each=4, band="double", most_a_day=8)


def deed(kind: str, quantity: int = 1, by: str = "haifeng") -> Deed:
    return Deed(kind, quantity, by, None, None, NOW, "here")


def test_reading_now_would_give_two_and_nothing_once_the_day_is_full() -> None:
    books = open_books(story(system(rules=rules(READ), bands=BAND)))
    reading = [deed("read-minutes", 4)]
    assert gains(books, reading, "haifeng", NOW, WORLD) == {"lamp": 2}
    assert books.entries == [] and books.records == []
    do(books, "read-minutes", "2019-01-16 20:20", 16)
    assert gains(books, reading, "haifeng", NOW, WORLD) == {}


def test_chance_error_and_delay_are_left_aside() -> None:
    lives = (Life("haifeng", "Haifeng", starts=0), Life("luo", "Luo", starts=0))
    camera = Eye("camera", chance=1, error=99, mistakes=("luo",), delay=6 * 1440)
    slow = Rule("crossed", "crossed", -5, chance=1, delay=1440)
    books = open_books(story(system(eyes=(camera,), rules=rules(slow)), lives=lives))
    assert gains(books, [deed("crossed")], "haifeng", NOW, WORLD) == {"lamp": -5}


def test_only_the_standing_of_who_chooses_is_told() -> None:
    lives = (Life("haifeng", "Haifeng", starts=0), Life("luo", "Luo", starts=0))
    shift = system("shift", rules=rules(Rule("matched", "matched", 1)))
    screen = system("screen", eyes=(), rules=rules(Rule("crossed", "crossed", -5)))
    books = open_books(story(shift, screen, lives=lives))
    about_luo = RecordSpec("screen", "crossed", "luo")
    given = gains(books, [deed("matched")], "haifeng", NOW, WORLD, writes=[about_luo])
    assert given == {"shift": 1}


def test_a_correction_gives_back() -> None:
    books = open_books(story(system(rules=rules(Rule("fined", "fined", -5)))))
    do(books, "fined", "2019-01-16 09:00")
    back = [Correction("lamp", "fined", "haifeng")]
    assert gains(books, [], "haifeng", NOW, WORLD, corrects=back) == {"lamp": 5}
    assert books.standing("lamp", "haifeng", NOW) == -5
