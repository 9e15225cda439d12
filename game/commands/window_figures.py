"""Measures one thing about the window in a process of its own, so that its time and its memory
are its own.

python -m game.commands.window_figures STORY frames|memory|scene|running|start WIDTHxHEIGHT
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.play.view import View
    from game.screen.bench.tour import Frames
    from game.session import Session

TOURS = 3
"""How often each frame is drawn: the fastest counts, since it was disturbed least."""
STANDING = 10.0
"""Seconds for which the loop is watched."""
SEED = 7

Size = tuple[int, int]
Figures = dict[str, object]


def frames(story: Path, size: Size) -> Figures:
    """Milliseconds for each frame of a tour, by page; and who shows them."""
    from game.screen.bench.tour import open_display

    driver = open_display(size)
    tours = [_tour(story, size) for _ in range(TOURS)]
    fastest = {
        page: [1000 * min(same) for same in zip(*(tour[page] for tour in tours), strict=False)]
        for page in tours[0]
    }
    return {"driver": driver, "frames": fastest}


def memory(story: Path, size: Size) -> Figures:
    """The most memory, in MB, that one tour takes; nothing where the system does not tell."""
    from game.bench.measure import peak
    from game.screen.bench.tour import open_display

    open_display(size)
    _tour(story, size)
    most = peak()
    return {} if most is None else {"memory": most}


def scene(story: Path, size: Size) -> Figures:
    """What the loop takes on a scene, in percent of a core."""
    return _idle(story, size, lambda view: view.kind == "scene" and bool(view.scores))


def running(story: Path, size: Size) -> Figures:
    """What it takes on an instrument on which time passes."""
    return _idle(story, size, lambda view: view.ticking)


def start(story: Path, size: Size) -> Figures:
    """When the first frames of `play` were shown, by the system's clock."""
    from game.door import enter
    from game.screen.bench.loop import first_frames

    shown = first_frames()
    enter(["play", str(story)])
    return dict(shown)


def _idle(story: Path, size: Size, wanted: Callable[[View], bool]) -> Figures:
    from game.screen.bench.loop import idle
    from game.screen.bench.tour import open_display, open_stage, walk
    from game.screen.settings import Settings

    open_display(size)
    with TemporaryDirectory() as saves:
        session = _session(story, Path(saves))
        if not walk(session, wanted):
            return {}
        return {"idle": idle(open_stage(session, size, Settings()), STANDING)}


def _tour(story: Path, size: Size) -> Frames:
    from game.screen.bench.tour import Tour
    from game.screen.settings import Settings

    with TemporaryDirectory() as saves:
        return Tour(_session(story, Path(saves)), size, Settings()).go()


def _session(story: Path, saves: Path) -> Session:
    """As `play` opens it."""
    from game.commands import wiring
    from game.play.saves import Shelf
    from game.session import Session
    from game.story.load import load

    read = load(story, wiring.SPECS)
    gc.freeze()
    return Session(read, wiring.INSTRUMENTS, lambda: SEED, Shelf(saves))


KINDS: dict[str, Callable[[Path, Size], Figures]] = {
    "frames": frames,
    "memory": memory,
    "scene": scene,
    "running": running,
    "start": start,
}

if __name__ == "__main__":
    width, height = sys.argv[3].split("x")
    print(json.dumps(KINDS[sys.argv[2]](Path(sys.argv[1]), (int(width), int(height)))))
