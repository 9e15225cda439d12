"""Trials: broken stories `f0`, `f1`, … and runs of wrong inputs `i0`, `i1`, …, and what came of
them. Each depends only on the seed and its name, so that any can be repeated by itself."""

from __future__ import annotations

import traceback
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from time import process_time

from game.fuzz import corpus, watch
from game.fuzz.mutate import Mutator
from game.fuzz.plays import Broken, Player, type_lines
from game.play.instruments import Instruments
from game.story.instruments import Specs
from game.story.load import examine

INPUTS = 250
"""In one trial of inputs."""
ACTS = 40
"""In a broken story that can still be played."""
LONGEST = 10.0
"""Seconds of computing after which a trial counts as hanging."""
MOST_FAILURES = 20
_TYPED = 0.2
"""The share of the trials that are typed into the text face."""


@dataclass(frozen=True)
class Failure:
    """A trial that failed, and how."""

    name: str
    what: str
    trace: str


@dataclass
class Tally:
    """What came of trials. `slowest`: seconds and the name of the trial."""

    files: int = 0
    loaded: int = 0
    inputs: int = 0
    findings: Counter[str] = field(default_factory=Counter)
    failures: list[Failure] = field(default_factory=list)
    slowest: tuple[float, str] = (0.0, "")

    def add(self, other: Tally) -> None:
        """Count what another tally has counted as well."""
        self.files += other.files
        self.loaded += other.loaded
        self.inputs += other.inputs
        self.findings += other.findings
        self.failures += other.failures
        self.slowest = max(self.slowest, other.slowest)


class Trials:
    """All trials of one seed. `folder` is filled and emptied by them; a failing story is left
    in `keep`, if that is given."""

    def __init__(
        self,
        repository: Path,
        instruments: Instruments,
        seed: int,
        folder: Path,
        keep: Path | None = None,
    ) -> None:
        self._seed = seed
        self._instruments = instruments
        self._specs: Specs = {id: i.spec for id, i in instruments.items()}
        self._folder = folder
        self._keep = keep
        whole = corpus.stories(repository)
        self._mutator = Mutator(whole, corpus.passages(repository))
        self._stories = []
        for number, files in enumerate(whole.values()):
            place = folder / f"whole-{number}"
            corpus.write(files, place)
            report = examine(place, self._specs)
            if report.story is not None:
                self._stories.append(report.story)

    def run(self, name: str) -> Tally:
        """The trial of this name."""
        tally = Tally()
        begun = process_time()
        try:
            with watch.at_most(LONGEST):
                self._files(name, tally) if name[0] == "f" else self._inputs(name, tally)
        except watch.TooLong:
            place = traceback.format_exc()
            tally.failures.append(Failure(name, f"more than {LONGEST} s", place))
        except Exception as error:
            said = str(error).partition("\n")[0][:100]
            failure = Failure(name, f"{type(error).__name__}: {said}", traceback.format_exc())
            tally.failures.append(failure)
        tally.slowest = (process_time() - begun, name)
        return tally

    def _chance(self, name: str) -> Random:
        return Random(f"{self._seed} {name}")

    def _files(self, name: str, tally: Tally) -> None:
        """Breaks a story, reads it, and plays it if it is still one."""
        chance = self._chance(name)
        _, files = self._mutator.mutated(chance)
        tally.files = 1
        place = self._folder / "broken"
        _empty(place)
        corpus.write(files, place)
        try:
            report = examine(place, self._specs)
            for one in report.diagnostics:
                tally.findings[one.code] += 1
                str(one)
            if report.story is None and not report.errors:
                raise Broken("neither a story nor an error")
            if report.story is not None:
                tally.loaded = 1
                tally.inputs = ACTS
                Player(report.story, self._instruments, chance).give(ACTS)
        except BaseException:
            if self._keep is not None:
                corpus.write(files, self._keep / f"{self._seed}-{name}")
            raise

    def _inputs(self, name: str, tally: Tally) -> None:
        """Plays a whole story."""
        chance = self._chance(name)
        story = chance.choice(self._stories)
        tally.inputs = INPUTS
        if chance.random() < _TYPED:
            shelf = self._folder / "saves"
            _empty(shelf)
            type_lines(story, self._instruments, chance, INPUTS, shelf)
        else:
            Player(story, self._instruments, chance).give(INPUTS)


def _empty(folder: Path) -> None:
    for path in sorted(folder.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
