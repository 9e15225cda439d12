"""Tiers, and what a standing opens."""

from __future__ import annotations

from game.story.model import Life
from game.story.systems import Gate
from tests.scoring.making import open_books, story, system

TIERS = (("AAA", 1300), ("AA", 1150), ("A", 1000), ("D", -1_000_000))
GATES = {
    "nursery": Gate("nursery", "a nursery place", needs=1300),
    "loan": Gate("loan", "a loan", tier="AA"),
}


def test_points_give_a_tier_and_open_gates_from_their_lowest_on() -> None:
    for points, tier, nursery, loan in (
        (1300, "AAA", True, True), (1299, "AA", False, True), (1150, "AA", False, True),
        (1149, "A", False, False), (12, "D", False, False),
    ):  # fmt: skip
        books = open_books(story(system(tiers=TIERS, gates=GATES, starts_at=points)))
        assert books.tier("lamp", "haifeng", 0) == tier
        assert books.gate_open("lamp", "nursery", "haifeng", 0) is nursery
        assert books.gate_open("lamp", "loan", "haifeng", 0) is loan


def test_a_train_is_open_to_who_is_off_the_list() -> None:
    gates = {"g-train": Gate("g-train", "a train", listed=False),
             "aid": Gate("aid", "aid", listed=True)}  # fmt: skip
    lives = (Life("free", "Free"), Life("qiu", "Qiu", opens={"court": 1}))
    books = open_books(story(system("court", scale="list", gates=gates), lives=lives))
    assert books.gate_open("court", "g-train", "free", 0)
    assert not books.gate_open("court", "g-train", "qiu", 0)
    assert books.gate_open("court", "aid", "qiu", 0)
    assert books.system_of_gate("aid") == "court"


def test_a_system_without_tiers_names_none() -> None:
    assert open_books(story(system())).tier("lamp", "haifeng", 0) == ""
