"""Where a value of a story stands."""

from __future__ import annotations

from typing import NamedTuple


class Source(NamedTuple):
    """Where a value stands: the file's path within its story, line and column from 1."""

    file: str
    line: int
    column: int
