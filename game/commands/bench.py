"""`bench`: how fast stories of many scenes are read and played, and what memory they take;
with `--window`, what the window costs."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from game import folders
from game.bench.generate import write_story
from game.commands import bench_window

Row = dict[str, float]

COLUMNS = {
    "scenes": ("scenes", ",.0f"),
    "load": ("read and check, s", ".3f"),
    "open": ("open again, s", ".3f"),
    "first": ("first steps a s", ",.0f"),
    "then": ("steps a s", ",.0f"),
    "steps a run": ("steps a run", ".1f"),
    "memory": ("memory, MB", ".0f"),
    "first, opened": ("opened again: first", ",.0f"),
    "then, opened": ("steps a s", ",.0f"),
    "memory, opened": ("memory, MB", ".0f"),
    "size": ("story, MB", ".2f"),
    "cache": ("cache, MB", ".2f"),
}


def run(args: argparse.Namespace) -> int:
    """Exit code 0."""
    if args.window:
        return bench_window.run(args)
    rows = [_measured(scenes, args.profile) for scenes in args.scenes]
    if args.json:
        print(json.dumps(rows, indent=2))
    elif not args.profile:
        print(_table(rows))
    return 0


def _measured(scenes: int, profile: bool) -> Row:
    with TemporaryDirectory() as place:
        folder = Path(place, "story")
        write_story(folder, scenes)
        if profile:
            return _measure(folder, "profile")
        size = sum(path.stat().st_size for path in folder.rglob("*.yaml")) / 1_000_000
        return {
            "scenes": scenes,
            **_measure(folder, "load"),
            **_measure(folder, "open"),
            **_measure(folder, "play"),
            **_measure(folder, "play-opened"),
            "size": size,
        }


def _measure(folder: Path, kind: str) -> Row:
    """What a process of its own finds out."""
    told = subprocess.run(
        [sys.executable, "-m", "game.bench.measure", str(folder), kind],
        cwd=folders.repository(),
        stdout=subprocess.PIPE,
        check=True,
    ).stdout
    found: Row = json.loads(told)
    return found


def _table(rows: list[Row]) -> str:
    """One line a figure, one column a size."""
    lines = []
    for key, (name, form) in COLUMNS.items():
        cells = (format(row[key], form) if key in row else "–" for row in rows)
        lines.append(f"{name:<22}" + "".join(f"{cell:>12}" for cell in cells))
    return "\n".join(lines)
