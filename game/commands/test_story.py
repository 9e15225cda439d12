"""`test STORY`: checks a story, then plays every transcript that its author wrote down."""

from __future__ import annotations

from pathlib import Path

from game.commands import wiring
from game.commands.say import counted, say
from game.story.desk import Findings
from game.story.load import examine
from game.transcripts import play
from game.transcripts.read import transcripts
from game.transcripts.versions import Versions


def run(folder: Path) -> int:
    """Exit code 0 if the story and all of its transcripts hold, else 1."""
    report = examine(folder, wiring.SPECS)
    if report.story is None:
        for finding in report.diagnostics:
            say(f"{finding}\n")
        say(f"{counted(report.errors, 'error')} in {folder}: nothing was played.")
        return 1
    findings = Findings()
    told = transcripts(folder, findings)
    for finding in findings.sorted():
        say(f"{finding}\n")
    versions = Versions(folder, report.story, wiring.SPECS)
    failed = 0
    for one in told:
        found = play.play(one, versions, wiring.INSTRUMENTS)
        failed += bool(found)
        verdict = counted(len(found), "difference") if found else "ok"
        say(f"{one.page.path}: {one.title}: {verdict}")
        for difference in found:
            say(f"\n{difference}")
        if found:
            say("")
    say(_closing(report.story.id, len(told), failed, findings.errors))
    return 1 if failed or findings.errors else 0


def _closing(story: str, played: int, failed: int, errors: int) -> str:
    if not played and not errors:
        return f"{story}: no errors, and no transcripts to play: write one into transcripts/."
    unread = f", {counted(errors, 'error')} in what could not be read" if errors else ""
    if failed:
        return f"{story}: {failed:,} of {counted(played, 'transcript')} failed{unread}."
    return f"{story}: {counted(played, 'transcript')} played in three ways: all ok{unread}."
