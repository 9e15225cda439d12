"""What is done so that everybody can play, in text."""

from __future__ import annotations

from collections.abc import Iterator

from game.accessibility import NOT_YET, ROWS


def for_everybody() -> Iterator[str]:
    """The table, row by row, and what is missing."""
    for row in ROWS:
        yield f"{row.number}. {row.asks}. {row.here} {row.checked}."
    yield "\nNot yet:"
    yield from NOT_YET
