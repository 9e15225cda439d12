"""`check [STORY]`: everything that is wrong in a story, with places and hints.

`--explain CODE` and `--guide` tell of the findings themselves, without a story.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from game import folders
from game.commands import wiring
from game.commands.say import counted, no_story
from game.story import explaining
from game.story.load import Report, examine


def run(args: argparse.Namespace) -> int:
    """Exit code 0 without errors (with `--strict`: without warnings too), 1 with them, 2 if
    there is no such story or finding."""
    if args.explain is not None:
        return _explain(args.explain)
    if args.guide:
        sys.stdout.write(explaining.page())
        return 0
    folder: Path = args.path or folders.default_story()
    if not (folder / "story.yaml").is_file():
        print(no_story(folder))
        return 2
    report = examine(folder, wiring.SPECS)
    for one in report.diagnostics:
        print(f"{one}\n")
    print(_closing(report, folder))
    return 1 if report.errors or (args.strict and report.warnings) else 0


def _explain(code: str) -> int:
    said = explaining.explain(code.upper())
    if said is None:
        print(f"There is no finding {code}. The nearest is {explaining.nearest_code(code)}.")
        return 2
    print(said)
    return 0


def _closing(report: Report, folder: Path) -> str:
    story = report.story
    if story is None:
        return f"{counted(report.errors, 'error')} in {folder.resolve().name}."
    parts = (
        counted(len(story.scenes), "scene"),
        counted(len(story.systems), "system"),
        counted(len(story.cards), "card"),
    )
    rest = f", {counted(report.warnings, 'warning')}" if report.warnings else ""
    return f"{story.id}: {', '.join(parts)}: no errors{rest}."
