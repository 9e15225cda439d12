"""Every transcript of every story here holds, in all three ways."""

from __future__ import annotations

import pytest

from game.commands.wiring import INSTRUMENTS
from game.transcripts.play import WAYS, Between, follow
from tests.transcripts.stories import NAMES, PATHS, read, versions


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name.replace(" ", "-"))
@pytest.mark.parametrize("name", NAMES)
def test_a_transcript_holds(name: str, way: Between) -> None:
    found = follow(read(name), versions(name), INSTRUMENTS, way)
    assert not found, f"{PATHS[name].parent.parent}:\n" + "\n".join(map(str, found))
