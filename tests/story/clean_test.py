"""The stories in this repository are clean: check has nothing to say about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.commands.wiring import SPECS
from game.story.load import examine
from tests.example import write_example

ROOT = Path(__file__).parent.parent.parent
STORIES = sorted((*(ROOT / "story").glob("*/story.yaml"), *ROOT.glob("tests/probes/*/story.yaml")))


@pytest.mark.parametrize("head", STORIES, ids=lambda head: head.parent.name)
def test_nothing_is_found(head: Path) -> None:
    assert [str(one) for one in examine(head.parent, SPECS).diagnostics] == []


def test_nothing_is_found_in_the_readmes_example(tmp_path: Path) -> None:
    assert [str(one) for one in examine(write_example(tmp_path)).diagnostics] == []
