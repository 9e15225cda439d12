"""The one table of instruments: what the checker and a run are handed as data."""

from __future__ import annotations

from collections.abc import Mapping

from game.instruments.route_board import RouteBoard
from game.play.instruments import Instrument
from game.story.instruments import InstrumentSpec

_ALL: tuple[Instrument, ...] = (RouteBoard(),)

INSTRUMENTS: Mapping[str, Instrument] = {found.spec.id: found for found in _ALL}
SPECS: Mapping[str, InstrumentSpec] = {id: found.spec for id, found in INSTRUMENTS.items()}
