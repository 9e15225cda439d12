"""What the core is handed: the one table of instruments, and where stories are kept ready."""

from __future__ import annotations

import sys
from hashlib import blake2b

import yaml

from game import folders
from game.instruments.route_board import RouteBoard
from game.play.instruments import Instrument, Instruments
from game.story.cache import Cache
from game.story.instruments import Specs

_ALL: tuple[Instrument, ...] = (RouteBoard(),)

INSTRUMENTS: Instruments = {found.spec.id: found for found in _ALL}
SPECS: Specs = {id: found.spec for id, found in INSTRUMENTS.items()}

_READS_STORIES = ("story", "instruments")


def cache() -> Cache | None:
    """Where stories are kept ready to be opened; None if this game cannot read its own source,
    which tells what another version of it has kept."""
    digest = blake2b(f"{sys.version} {yaml.__version__}".encode())
    game = folders.repository() / "game"
    try:
        for path in sorted(path for ring in _READS_STORIES for path in (game / ring).glob("*.py")):
            digest.update(path.name.encode() + path.read_bytes())
    except OSError:
        return None
    return Cache(folders.data() / "cache", digest.hexdigest())
