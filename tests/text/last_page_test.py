from __future__ import annotations

from game.mirror.pairs import PairRow
from game.story.model import AT_STAKE, NOT_AT_STAKE
from game.text.last_page import last_page


def test_what_could_be_had_in_an_instrument_is_a_bound_and_no_claim() -> None:
    row = PairRow(
        name="The phone hums",
        options=(("read", "Read on."), ("hand-over", "Let Mother read.")),
        answers={AT_STAKE: "read", NOT_AT_STAKE: "hand-over"},
        rewards={
            AT_STAKE: {"read": 4, "hand-over": 4},
            NOT_AT_STAKE: {"read": 0, "hand-over": 3},
        },
        void=False,
        when={AT_STAKE: None, NOT_AT_STAKE: None},
        played=frozenset({"read"}),
    )
    page = list(last_page([row], []))
    assert "With points at stake: Read on. (worth up to +4)" in page
    assert "With no points at stake: Let Mother read. (worth +3)" in page
