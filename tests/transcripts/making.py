"""Transcripts of the README's example, written by tests."""

from __future__ import annotations

from pathlib import Path

from game.story.desk import Findings
from game.story.diagnostics import Diagnostic
from game.story.load import load
from game.transcripts import play
from game.transcripts.read import transcripts
from game.transcripts.versions import Versions
from tests.example import write_example


def example_with(folder: Path, text: str, name: str = "one.yaml") -> Path:
    """The example in this folder, with a transcript in place of its own; the title is added if
    it has none."""
    write_example(folder)
    (folder / "transcripts" / "after-nine.yaml").unlink()
    head = "" if "transcript:" in text else "transcript: One\n"
    (folder / "transcripts" / name).write_text(head + text, encoding="utf-8")
    return folder


def found_in(folder: Path, text: str) -> list[str]:
    """What is wrong in the transcript, one line each: `line:column: message`."""
    findings = Findings()
    transcripts(example_with(folder, text), findings)
    return [_short(one) for one in findings.sorted()]


def played(folder: Path, text: str, way: play.Between | None = None) -> list[Diagnostic]:
    """What differs from the transcript of the example, in one way or in all."""
    return _differences(example_with(folder, text), way)


def differing(folder: Path, text: str) -> list[str]:
    """The same as short lines."""
    return [_short(one) for one in played(folder, text)]


def told_of(folder: Path, text: str) -> list[str]:
    """The same of the story that stands in the folder already."""
    home = folder / "transcripts"
    for path in home.glob("*.yaml"):
        path.unlink()
    (home / "one.yaml").write_text(text, encoding="utf-8")
    return [_short(one) for one in _differences(folder, None)]


def _differences(folder: Path, way: play.Between | None) -> list[Diagnostic]:
    findings = Findings()
    (told,) = transcripts(folder, findings)
    versions = Versions(folder, load(folder), {})
    if way is not None:
        return play.follow(told, versions, {}, way)
    return play.play(told, versions, {})


def _short(one: Diagnostic) -> str:
    hint = f" {one.hint.strip()}" if one.hint else ""
    return f"{one.source.line}:{one.source.column}: {one.message}{hint}"
