"""The one table, and what kept stories go by."""

from __future__ import annotations

from pathlib import Path

import pytest

from game import folders
from game.commands import wiring

SOURCES = ("story/load.py", "story/build/scenes.py", "instruments/route_board.py")


@pytest.mark.parametrize("name", SOURCES)
def test_a_change_in_whatever_reads_stories_makes_another_edition(
    tmp_path: Path, name: str
) -> None:
    assert (folders.repository() / "game" / name).is_file()
    for each in SOURCES:
        (tmp_path / each).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / each).write_text("one")
    before = wiring.edition(tmp_path)
    assert wiring.edition(tmp_path) == before
    (tmp_path / name).write_text("other")
    assert wiring.edition(tmp_path) != before
