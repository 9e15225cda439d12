"""Measures one thing about a story in a process of its own, so that its memory is its own.

python -m game.bench.measure FOLDER load|open|play|play-opened|profile
"""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Callable
from pathlib import Path
from random import Random
from time import process_time

from game.play.production import Production
from game.play.run import Run
from game.story.cache import Cache
from game.story.load import load
from game.story.model import Story

SEED = 7
LOADS = 3
SECONDS = 3.0
VISITS = 10
"""Of a scene on average, before the plays are measured in which hardly any is met anew."""
PROFILED = 10_000
"""Steps, after as many that go before."""
LONGEST = 1_000
"""Steps after which a run is left, should it have found a circle without a way out."""

Figures = dict[str, float]


def load_time(folder: Path) -> Figures:
    """Seconds from the files to a checked story, the best of three."""
    return {"load": min(_timed(lambda: load(folder)) for _ in range(LOADS))}


def open_time(folder: Path) -> Figures:
    """Seconds to open a story that was loaded before, the best of three; MB kept for that."""
    load(folder, cache=_cache(folder))
    best = min(_timed(lambda: load(folder, cache=_cache(folder))) for _ in range(LOADS))
    kept = sum(path.stat().st_size for path in _cache(folder).folder.iterdir())
    return {"open": best, "cache": kept / 1_000_000}


def play_opened(folder: Path) -> Figures:
    """The same as `play_time`, for a story that was loaded before."""
    found = _played(load(folder, cache=_cache(folder)))
    return {f"{key}, opened": value for key, value in found.items()}


def play_time(folder: Path) -> Figures:
    """Steps a second, while most scenes are met for the first time and after that; steps a
    run; and the most memory, in MB, that reading and playing took."""
    return _played(load(folder))


def _cache(folder: Path) -> Cache:
    return Cache(folder.parent / "cache", "bench")


def _played(story: Story) -> Figures:
    gc.freeze()  # As whoever plays it does.
    steps = Steps(story)
    first = steps.go_on(lambda: steps.count < VISITS * len(story.scenes))
    begun = process_time()
    then = steps.go_on(lambda: process_time() - begun < SECONDS)
    figures = {"first": first, "then": then, "steps a run": steps.count / steps.runs}
    memory = peak()
    return figures if memory is None else {**figures, "memory": memory}


def profile(folder: Path) -> Figures:
    """Prints where the time of a step goes."""
    import cProfile
    import pstats

    steps = Steps(load(folder))
    steps.go_on(lambda: steps.count < PROFILED)
    profiler = cProfile.Profile()
    profiler.enable()
    steps.go_on(lambda: steps.count < 2 * PROFILED)
    profiler.disable()
    pstats.Stats(profiler, stream=sys.stderr).sort_stats("tottime").print_stats(25)
    return {}


class Steps:
    """Random plays of a story, one after the other, through what the window calls."""

    def __init__(self, story: Story) -> None:
        self.runs = 0
        self.count = 0
        self.characters = 0
        self._production = Production(story)
        self._hand = Random(SEED)

    def go_on(self, wanted: Callable[[], bool]) -> float:
        """Play whole runs, one at least, as long as it is wanted -> steps a second."""
        before, begun = self.count, process_time()
        self._play()
        while wanted():
            self._play()
        return (self.count - before) / (process_time() - begun)

    def _play(self) -> None:
        """One run. The words of scenes and choices are read at each step."""
        hand, characters = self._hand.random, 0
        run = Run(self._production.story, self._hand.getrandbits(32), production=self._production)
        self.runs += 1
        while len(run.journal) < LONGEST:
            view = run.view()
            for line in view.lines:
                characters += len(line.text)
            open = []
            for option in view.options:
                characters += len(option.text)
                if option.open:
                    open.append(option.id)
            if not open:
                break
            run.choose(open[int(hand() * len(open))])
        self.count += len(run.journal)
        self.characters += characters


def peak() -> float | None:
    """The most memory, in MB, that this process has had so far; None where nobody knows."""
    try:
        import resource
    except ImportError:
        return None
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / 1_000_000 if sys.platform == "darwin" else most * 1024 / 1_000_000


def _timed(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


KINDS = {
    "load": load_time,
    "open": open_time,
    "play": play_time,
    "play-opened": play_opened,
    "profile": profile,
}

if __name__ == "__main__":
    print(json.dumps(KINDS[sys.argv[2]](Path(sys.argv[1]))))
