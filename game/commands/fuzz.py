"""`fuzz`: broken stories and wrong inputs, by the hundred thousand. Nothing may fall."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic

from game import folders
from game.commands import wiring
from game.fuzz import watch
from game.fuzz.trials import INPUTS, MOST_FAILURES, Tally, Trials

BATCH = 1_000
"""Trials between two lines of progress, at the most."""

Work = tuple[int, Path | None, list[str]]


def run(args: argparse.Namespace) -> int:
    """Exit code 0 if nothing fell, 1 if something did."""
    begun = monotonic()
    names = [args.only] if args.only else _names(args.files, args.inputs)
    batches = [names[at : at + BATCH] for at in range(0, len(names), BATCH)]
    work = ((args.seed, args.keep, batch) for batch in batches)
    total = Tally()
    for done, tally in enumerate(_tallies(work, args.jobs), 1):
        total.add(tally)
        _progress(f"{done * 100 // len(batches)} %, {len(total.failures)} failures")
        if len(total.failures) >= MOST_FAILURES:
            break
    _progress("")
    print(_summary(total, args.seed, monotonic() - begun, bool(args.only)))
    return 1 if total.failures else 0


def _names(files: int, inputs: int) -> list[str]:
    runs = -(-inputs // INPUTS)
    return [*(f"f{n}" for n in range(files)), *(f"i{n}" for n in range(runs))]


def _tallies(work: Iterable[Work], jobs: int) -> Iterator[Tally]:
    if jobs <= 1:
        yield from map(_batch, work)
        return
    with ProcessPoolExecutor(jobs) as pool:
        yield from pool.map(_batch, work)


def _batch(work: Work) -> Tally:
    """The trials of these names, one after the other."""
    seed, keep, names = work
    total = Tally()
    with watch.little_memory(), _place() as folder:
        trials = Trials(folders.repository(), wiring.INSTRUMENTS, seed, folder, keep)
        for name in names:
            total.add(trials.run(name))
    return total


@contextmanager
def _place() -> Iterator[Path]:
    """A folder in memory, where there is such a thing: the files live for a moment only."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as place:
        yield Path(place)


def _progress(said: str) -> None:
    if sys.stderr.isatty():
        print(f"\r{said:<60}", end="" if said else "\r", file=sys.stderr, flush=True)


def _summary(total: Tally, seed: int, seconds: float, traced: bool) -> str:
    longest, slowest = total.slowest
    lines = [
        f"{total.files:,} broken stories, of which {total.loaded:,} could still be played; "
        f"{total.inputs:,} inputs; {seconds:,.0f} s.",
        f"The slowest trial was {slowest}: {longest:.2f} s.",
    ]
    if total.findings:
        often = ", ".join(f"{code} {count:,}" for code, count in total.findings.most_common(10))
        lines.append(f"{len(total.findings)} kinds of findings; most often {often}.")
    for failure in total.failures:
        lines.append(f"{failure.name}: {failure.what}")
        if traced:
            lines.append(failure.trace)
        else:
            lines.append(f"    again: python3 main.py fuzz --seed {seed} --only {failure.name}")
    lines.append(f"{len(total.failures)} failures." if total.failures else "Nothing fell.")
    return "\n".join(lines)
