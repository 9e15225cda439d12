"""The mirror in text."""

from __future__ import annotations

from collections.abc import Mapping

from game.mirror.pairs import PairRow
from game.mirror.reading import Mirror, Rest, Twice
from game.story.model import ARMS, AT_STAKE, NOT_AT_STAKE, Terms
from game.text.mirror import mirror_lines


def row(
    staked: str | None,
    unstaked: str | None,
    gives: Mapping[str, Mapping[str, int]] | None = None,
    why_void: str | None = None,
    played: frozenset[str] = frozenset(),
) -> PairRow:
    return PairRow(
        scene="knock",
        terms=Terms("The phone *hums*", "an article", "a friend is heard", "small"),
        options=(("read", "Read on."), ("hand-over", "Let Mother read.")),
        kinds={"read": False, "hand-over": True},
        answers={AT_STAKE: staked, NOT_AT_STAKE: unstaked},
        rewards=gives or {AT_STAKE: {"read": 4, "hand-over": 0}, NOT_AT_STAKE: {}},
        when=dict.fromkeys(ARMS),
        why_void=why_void,
        played=played,
    )


def lines(*pairs: Twice) -> list[str]:
    return list(mirror_lines(Mirror(pairs, None, True, True)))


def test_what_could_be_had_in_an_instrument_is_a_bound_and_no_claim() -> None:
    gives = {AT_STAKE: {"read": 4, "hand-over": 4}, NOT_AT_STAKE: {"read": 0, "hand-over": 3}}
    page = lines(Twice(row("read", "hand-over", gives, played=frozenset({"read"})), {}, ()))
    assert "With points at stake: Read on. (worth up to +4)" in page
    assert "With no points at stake: Let Mother read. (worth +3)" in page


def test_a_pair_that_proves_nothing_says_why() -> None:
    page = lines(
        Twice(row("read", "read", why_void="The two times lay too close together"), {}, ())
    )
    assert "The two times lay too close together, so this one does not count." in page


def test_all_that_is_known_of_a_pair_stands_below_its_name() -> None:
    rest = Rest(AT_STAKE, "Let Mother read.", 4_000, "Read on.")
    took = {AT_STAKE: 8_000, NOT_AT_STAKE: 2_000}
    page = lines(Twice(row("read", "hand-over"), took, (rest,)))
    assert page[:2] == ["One question, asked twice.", "Your two answers differ."]
    at = page.index("Asked twice: The phone ‘hums’.")
    assert page[at + 3] == "You took 8 seconds with points at stake, and 2 seconds without."
    assert any("you rested on “Let Mother read" in line for line in page)
    assert any("A pointer can rest somewhere" in line for line in page)
