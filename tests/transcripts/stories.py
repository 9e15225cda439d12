"""The transcripts of all stories in the repository, for tests."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from game.commands.wiring import INSTRUMENTS, SPECS
from game.play import untimed
from game.play.inputs import Inputs
from game.play.run import Run
from game.story.desk import Findings
from game.transcripts.read import transcripts
from game.transcripts.script import Again, Choose, Load, Transcript
from game.transcripts.versions import Versions
from tests.walks import FOLDERS, story

PATHS = {
    f"{name}-{path.stem}": path
    for name, folder in FOLDERS.items()
    for path in sorted((folder / "transcripts").glob("*.yaml"))
}
NAMES = sorted(PATHS)
"""`story-transcript`, of each."""


@cache
def of_story(folder: Path) -> dict[str, Transcript]:
    """The transcripts of a story by their files' names."""
    findings = Findings()
    found = transcripts(folder, findings)
    assert not findings.count, "\n".join(map(str, findings.sorted()))
    return {Path(one.page.path).stem: one for one in found}


def read(name: str) -> Transcript:
    """The transcript of this name."""
    return of_story(_folder(name))[PATHS[name].stem]


@cache
def versions(name: str) -> Versions:
    """The story of the transcript of this name, and its changed versions."""
    folder = _folder(name)
    return Versions(folder, story(folder.name), SPECS)


def straight() -> list[str]:
    """Those that come to their end without going back to a save point."""
    return [name for name in NAMES if not any(isinstance(x, Load) for x in read(name).steps)]


def begin(name: str, shown: bool | None = None) -> Run:
    """The run of the transcript before its first act, perhaps with the score shown or hidden."""
    told = read(name)
    cut = None if told.cut is None else told.cut.text
    chapter = None if told.chapter is None else told.chapter.text
    shown = told.shown if shown is None else shown
    inputs = Inputs(shown, cut=cut, chapter=chapter)
    return Run(versions(name).story, told.seed, INSTRUMENTS, inputs)


def choices(name: str) -> list[str]:
    """What is chosen in it, in order, without what it takes back."""
    done: list[str] = []
    undone: list[str] = []
    for step in read(name).steps:
        if isinstance(step, Choose):
            done.append(step.choice.text)
            undone.clear()
        elif isinstance(step, Again):
            back, there = (done, undone) if step.at.text == "undo" else (undone, done)
            there.append(back.pop())
    return done


def chosen(name: str, shown: bool | None = None) -> Run:
    """The run after all of its choices."""
    run = begin(name, shown)
    for choice in choices(name):
        untimed.choose(run, choice)
    return run


def _folder(name: str) -> Path:
    return PATHS[name].parent.parent
