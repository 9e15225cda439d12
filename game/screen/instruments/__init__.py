"""Which instruments have a drawing of their own in the window: one file each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from game.screen.drawing import Drawing
from game.screen.instruments.draft import Draft
from game.screen.instruments.reading_strip import ReadingStrip
from game.screen.instruments.route_board import RouteBoard

DRAWINGS: Mapping[str, Callable[[], Drawing]] = {
    "reading-strip": ReadingStrip,
    "draft": Draft,
    "route-board": RouteBoard,
}
"""By the instrument's id. Without a drawing, an instrument is told in the column."""
