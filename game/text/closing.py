"""The page that closes what was played, in text."""

from __future__ import annotations

from collections.abc import Iterator

from game.mirror.closing import Closing, since
from game.text.page import plain, score_line

AFTER = "Type again to go on, so-far, log, ledger, cards all, or quit."


def closing(told: Closing, kept: str) -> Iterator[str]:
    """What was played. `kept`: whether it is kept, in a sentence."""
    yield "== Stop here =="
    yield plain(told.played)
    yield from told.times
    for score in told.scores:
        yield f"{score_line(score).removesuffix('.')}; {since(score)}."
    if told.missed:
        yield ""
    yield from (f"It missed: {plain(missed)}" for missed in told.missed)
    yield ""
    yield kept
    yield AFTER
