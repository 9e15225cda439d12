"""Which change is shown in which way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.screen.stage import Change, Leave, Pop, Push, Reset, Stay
from game.screen.transitions.turns import (
    AWAY,
    BURNT,
    CLOSER,
    COLUMN_TURNED,
    TORN,
    TURNED,
    Meant,
    Seen,
    meant,
)
from tests.screen.drive import Driver

SCENE = Seen("story", "scene", "double-time", "the-call", "kitchen")
LATER = replace(SCENE, scene="after", leaf=1)
STRIP = replace(SCENE, kind="instrument", playing="reading-strip")
COVER, LEDGER, MENU = Seen("cover"), Seen("closer"), Seen("aside")


@pytest.mark.parametrize(
    ("before", "after", "way"),
    [
        (SCENE, LATER, COLUMN_TURNED),
        (SCENE, replace(SCENE, leaf=1), COLUMN_TURNED),
        (SCENE, replace(LATER, place="metro"), TURNED),
        (SCENE, replace(LATER, chapter="slow-train"), TORN),
        (SCENE, replace(LATER, kind="end"), TORN),
        (SCENE, STRIP, CLOSER),
        (STRIP, LATER, AWAY),
        (STRIP, replace(STRIP, leaf=1), None),
        (SCENE, SCENE, None),
    ],
)
def test_a_run_that_goes_on(before: Seen, after: Seen, way: Meant | None) -> None:
    assert meant(Stay(), before, after) == way
    assert meant(None, before, after) == way, "time leads on in the same way"


def test_other_pages() -> None:
    screen = Driver().page
    changes: list[tuple[Change, Seen, Seen, Meant | None]] = [
        (Push(screen), SCENE, LEDGER, CLOSER),
        (Pop(), LEDGER, SCENE, AWAY),
        (Push(screen), MENU, LEDGER, CLOSER),
        (Pop(), LEDGER, MENU, AWAY),
        (Push(screen), SCENE, MENU, None),
        (Pop(), MENU, SCENE, None),
        (Reset(screen), COVER, SCENE, TURNED),
        (Reset(screen), MENU, SCENE, TORN),
        (Reset(screen), SCENE, COVER, TORN),
        (Reset(screen), MENU, Seen("ashes"), BURNT),
        (Reset(screen), Seen("ashes"), COVER, TORN),
        (Reset(screen, back=True), STRIP, SCENE, TORN),
        (Stay(back=True), LATER, SCENE, TORN),
        (Leave(), MENU, MENU, None),
    ]
    for change, before, after, way in changes:
        assert meant(change, before, after) == way, (change, before, after)
