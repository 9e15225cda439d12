"""What the core is handed: the one table of instruments, and where stories are kept ready."""

from __future__ import annotations

import sys
from hashlib import blake2b
from pathlib import Path

import yaml

from game import folders
from game.instruments.draft import Draft
from game.instruments.reading_strip import ReadingStrip
from game.instruments.route_board import RouteBoard
from game.play.instruments import Instrument, Instruments
from game.story.cache import Cache
from game.story.instruments import Specs

_ALL: tuple[Instrument, ...] = (Draft(), ReadingStrip(), RouteBoard())

INSTRUMENTS: Instruments = {found.spec.id: found for found in _ALL}
SPECS: Specs = {id: found.spec for id, found in INSTRUMENTS.items()}

_READS_STORIES = ("story", "instruments")


def cache() -> Cache | None:
    """Where stories are kept ready to be opened; None if this game cannot read its own source,
    which tells what another version of it has kept."""
    try:
        return Cache(folders.data() / "cache", edition(folders.repository() / "game"))
    except OSError:
        return None


def edition(game: Path) -> str:
    """Another one wherever anything differs that reads stories, in whatever folder it stands."""
    digest = blake2b(f"{sys.version} {yaml.__version__}".encode())
    for ring in _READS_STORIES:
        for path in sorted((game / ring).rglob("*.py")):
            digest.update(path.relative_to(game).as_posix().encode() + path.read_bytes())
    return digest.hexdigest()
