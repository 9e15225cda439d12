"""`bench --window`: what the window costs on the game's own story."""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from game import folders

SIZES = ("1920x1080", "3840x2160")
STARTS = 5

Row = dict[str, Any]


def run(args: argparse.Namespace) -> int:
    """Exit code 0."""
    story = folders.default_story()
    found: Row = {size: _at(story, size) for size in SIZES}
    found["idle on a scene, % of a core"] = _measure(story, "scene").get("idle")
    found["idle while an instrument runs"] = _measure(story, "running").get("idle")
    for name, kept in (("first start", False), ("later start", True)):
        found[name] = _starts(story, kept)
    print(json.dumps(found, indent=2) if args.json else "\n".join(_lines(found)))
    return 0


def _at(story: Path, size: str) -> Row:
    """The frames of a tour and its memory, at one size of the window."""
    found = _measure(story, "frames", size)
    pages: dict[str, list[float]] = found["frames"]
    every = [one for frames in pages.values() for one in frames]
    return {
        "driver": found["driver"],
        "frames": {page: _spread(frames) for page, frames in [*pages.items(), ("all", every)]},
        "memory": _measure(story, "memory", size).get("memory"),
    }


def _spread(frames: list[float]) -> Row:
    """How many there are, the median, the 95th percentile and the worst."""
    in_order = sorted(frames)
    return {
        "frames": len(frames),
        "median": median(frames),
        "p95": in_order[min(len(frames) - 1, len(frames) * 95 // 100)],
        "worst": in_order[-1],
    }


def _starts(story: Path, kept: bool) -> Row:
    """Seconds from a new process to its first frames, the medians of some starts. `kept`: the
    story was opened before."""
    starts: list[Row] = []
    with TemporaryDirectory() as home:
        if kept:
            _start(story, home)
        for _ in range(STARTS):
            if not kept:
                shutil.rmtree(Path(home, "cache"), ignore_errors=True)
            starts.append(_start(story, home))
    return {name: median(one[name] for one in starts) for name in starts[0]}


def _start(story: Path, home: str) -> Row:
    begun = time.time()
    shown = _measure(story, "start", environ={folders.OVERRIDE: home})
    return {name: at - begun for name, at in shown.items()}


def _measure(
    story: Path, kind: str, size: str = SIZES[0], environ: dict[str, str] | None = None
) -> Row:
    """What a process of its own finds out."""
    told = subprocess.run(
        [sys.executable, "-m", "game.commands.window_figures", str(story), kind, size],
        cwd=folders.repository(),
        env={**os.environ, "PYGAME_HIDE_SUPPORT_PROMPT": "1", **(environ or {})},
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    found: Row = json.loads(told)
    return found


def _lines(found: Row) -> list[str]:
    """As tables for people."""
    lines = []
    for size in SIZES:
        at = found[size]
        lines += [
            f"{size}, shown by {at['driver']}",
            f"{'a frame, ms':<32}{'frames':>8}{'median':>8}{'95%':>8}{'worst':>8}",
        ]
        for page, row in at["frames"].items():
            figures = "".join(f"{row[name]:>8.1f}" for name in ("median", "p95", "worst"))
            lines.append(f"{page:<32}{row['frames']:>8}{figures}")
        lines += [f"{'most memory, MB':<32}{_figure(at['memory'], '.0f'):>8}", ""]
    for name in ("idle on a scene, % of a core", "idle while an instrument runs"):
        lines.append(f"{name:<32}{_figure(found[name], '.2f'):>8}")
    shown = ("empty", "title", "picture")
    lines += ["", f"{'from the start, s':<32}" + "".join(f"{name:>8}" for name in shown)]
    for name in ("first start", "later start"):
        row = "".join(f"{_figure(found[name].get(part), '.2f'):>8}" for part in shown)
        lines.append(f"{name:<32}{row}")
    return lines


def _figure(figure: float | None, form: str) -> str:
    """A dash where nobody knows."""
    return "–" if figure is None else format(figure, form)
