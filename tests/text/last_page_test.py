from __future__ import annotations

from game.mirror.pairs import PairRow
from game.story.model import AT_STAKE, NOT_AT_STAKE, Terms
from game.text.last_page import last_page


def test_what_could_be_had_in_an_instrument_is_a_bound_and_no_claim() -> None:
    row = PairRow(
        scene="knock",
        terms=Terms("The phone hums", "an article", "a friend is heard", "small"),
        options=(("read", "Read on."), ("hand-over", "Let Mother read.")),
        kinds={"read": False, "hand-over": True},
        answers={AT_STAKE: "read", NOT_AT_STAKE: "hand-over"},
        rewards={
            AT_STAKE: {"read": 4, "hand-over": 4},
            NOT_AT_STAKE: {"read": 0, "hand-over": 3},
        },
        when={AT_STAKE: None, NOT_AT_STAKE: None},
        played=frozenset({"read"}),
    )
    page = list(last_page([row], []))
    assert "With points at stake: Read on. (worth up to +4)" in page
    assert "With no points at stake: Let Mother read. (worth +3)" in page


def test_a_pair_that_proves_nothing_says_why() -> None:
    row = PairRow(
        scene="knock",
        terms=Terms("A knock", "a coat", "somebody is warm", "small"),
        options=(("give", "Give it."), ("keep", "Keep it.")),
        kinds={"give": True, "keep": False},
        answers={AT_STAKE: "give", NOT_AT_STAKE: "give"},
        rewards={AT_STAKE: {"give": 2, "keep": 0}, NOT_AT_STAKE: {"give": 0, "keep": 0}},
        when={AT_STAKE: None, NOT_AT_STAKE: None},
        why_void="The two times lay too close together",
    )
    *_, last = last_page([row], [])
    assert last == "The two times lay too close together, so this one does not count."
