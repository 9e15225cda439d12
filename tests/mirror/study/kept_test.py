"""What a store keeps of a protocol gives the same protocol back, and is refused if it is none."""

from __future__ import annotations

import json

import pytest

from game.mirror.study.kept import as_text, from_text
from tests.mirror.study.protocols import STUDY

WHOLE = json.loads(as_text(STUDY))


def test_the_same_study_comes_back() -> None:
    assert from_text(as_text(STUDY)) == STUDY


@pytest.mark.parametrize(
    "text",
    [
        "",
        "null",
        "[]",
        "{}",
        "[" * 100_000,
        json.dumps({**WHOLE, "arms": ["hidden"]}),
        json.dumps({**WHOLE, "arms": ["hidden", "painted"]}),
        json.dumps({**WHOLE, "arms": [["hidden"], "shown"]}),
        json.dumps({**WHOLE, "target": "40"}),
        json.dumps({**WHOLE, "host": None}),
        json.dumps({**WHOLE, "host": "\ud800"}),
        json.dumps({**WHOLE, "outcome": "the coat"}),
        json.dumps({**WHOLE, "outcome": {**WHOLE["outcome"], "options": [1]}}),
    ],
)
def test_what_is_no_study_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        from_text(text)
