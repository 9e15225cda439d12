"""The ledger read backwards."""

from __future__ import annotations

from pathlib import Path

from game.mirror.backwards import backwards
from tests.mirror.twice import STROLL, knocks
from tests.play.small import SYSTEM, YARD, begin, small


def test_entries_come_last_to_first_with_what_was_chosen_and_missed(tmp_path: Path) -> None:
    run = begin(knocks(tmp_path, SYSTEM), "wait", "give", *STROLL, "wait", "give", "leave")
    (account,) = backwards(run)
    assert (account.system, account.holder) == ("Book", "Ana")
    assert [back.row.number for back in account.entries] == [2, 1]
    first = account.entries[-1]
    assert (first.before, first.row.amount, first.row.total) == ("3", "+2", "5")
    assert (first.did, first.missed) == ("Give the coat.", "the moth hole")
    assert any("gives 2" in line for line in first.why)


def test_what_came_of_one_choice_is_told_once_at_the_last_of_it(tmp_path: Path) -> None:
    both = "{text: Sing., deeds: [good, bad], misses: the tune, go: yard}"
    yard = YARD.replace("{text: Sing., deeds: [good], go: yard}", both)
    assert yard != YARD
    (account,) = backwards(begin(small(tmp_path, yard), "sing", "sing"))
    told = [(back.row.number, back.did, back.missed) for back in account.entries]
    assert told == [
        (4, "Sing.", "the tune"),
        (3, None, None),
        (2, "Sing.", "the tune"),
        (1, None, None),
    ]
    assert all(back.why for back in account.entries)


def test_what_came_of_a_ledger_is_said_in_sums(tmp_path: Path) -> None:
    run = begin(small(tmp_path, YARD), "sing", "sing")
    (account,) = backwards(run)
    assert account.says == "From 3 to 7 points, on 10 January 2019. A good deed, 2 times: +4."


def test_a_ledger_that_was_hidden_is_read_at_the_end_and_not_before(tmp_path: Path) -> None:
    story = knocks(tmp_path, SYSTEM)
    assert backwards(begin(story, "wait", "give", shown=False)) == ()
    (account,) = backwards(begin(story, "wait", "give", "leave", shown=False))
    assert account.entries[0].missed == "the moth hole"


def test_a_system_that_never_tells_is_not_read(tmp_path: Path) -> None:
    system = SYSTEM + "announces: never\n"
    assert backwards(begin(knocks(tmp_path, system), "wait", "give", "leave")) == ()
