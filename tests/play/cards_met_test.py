"""All cards that were met, to be read again at the end of a visit."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.cards_met import cards_met
from tests.play.small import begin, small

SCENES = """\
yard:
  text: The yard.
  choices:
    sing: {text: Sing., deeds: [good], misses: "the tune{card tune}", go: street}
    walk: {text: Walk., go: gate}
street: {text: "The street.{card street}", go: gate}
gate: {text: The gate., cards: [gate], go: far}
far: {text: "Far away.{card far}", go: yard}
"""
CARDS = (
    "{"
    + ", ".join(f"{id}: {{kind: fiction, says: {id}}}" for id in ("tune", "street", "gate", "far"))
    + "}"
)


@pytest.mark.parametrize(
    ("choices", "shown", "met"),
    [
        (["walk"], True, ["gate"]),
        (["sing", "on"], True, ["tune", "street", "gate"]),
        (["sing", "on"], False, ["street", "gate"]),
    ],
)
def test_cards_of_what_was_read_are_met_and_no_others(
    tmp_path: Path, choices: list[str], shown: bool, met: list[str]
) -> None:
    run = begin(small(tmp_path, SCENES, cards=CARDS), *choices, shown=shown)
    assert [card.id for card in cards_met(run)] == met
