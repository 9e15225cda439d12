"""`play [STORY] [--text] [--seed N] [--cut NAME] [--chapter NAME] [--study FILE] [--notes]
[--switch one]`: a story."""

from __future__ import annotations

import argparse
import gc
import secrets
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from pathlib import Path

from game import faults, folders
from game.commands import wiring
from game.commands.say import no_story
from game.commands.studies import enrolment
from game.errors import GameError
from game.mirror.desk import Desk
from game.play.remembered import Remembered
from game.play.saves import AUTOSAVE, Shelf
from game.session import Session
from game.story.load import StoryErrors, load
from game.story.model import Story

_SCRIPTED = "script"
"""The autosave of a run whose answers come from a script: it leaves the player's own alone."""


def run(args: argparse.Namespace) -> int:
    """Exit code 0 at the end, or when the player stops; 1 if the story has errors or a
    script's answers ended before the story did; 2 if there is no story there. Raises GameError
    if the story has no such cut, or no such chapter to begin with."""
    folder: Path = args.path or folders.default_story()
    if not (folder / "story.yaml").is_file():
        print(no_story(folder), file=sys.stderr)
        return 2
    wanted = Wanted(args.seed, args.cut, args.chapter, args.study, args.notes)
    if args.text:
        return _in_text(folder, wanted)
    return _in_window(folder, wanted, args.switch)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all runs are to be like, as far as it was said: their seed, cut and chapter, the file
    of the study in which their players may take part, and whether notes are kept."""

    seed: int | None = None
    cut: str | None = None
    chapter: str | None = None
    study: Path | None = None
    noted: bool | None = None

    @property
    def what(self) -> bool:
        """Whether it was said what to begin, or how."""
        return (self.seed, self.cut, self.chapter) != (None, None, None)


def _session(folder: Path, wanted: Wanted, autosave: str = AUTOSAVE) -> Session:
    story = load(folder, wiring.SPECS, wiring.cache())
    # The story stays to the end: there is no use in looking it through for garbage.
    gc.freeze()
    data = folders.data()
    return Session(
        story,
        wiring.INSTRUMENTS,
        _seeds(wanted.seed),
        Shelf(data / "saves" / story.id),
        autosave,
        wanted.cut,
        datetime.now,
        wanted.chapter,
        # A script says the same each time that it is played.
        Remembered(None if autosave == _SCRIPTED else data / "remembered" / f"{story.id}.json"),
        _desk(story, data, wanted, autosave != _SCRIPTED),
    )


def _desk(story: Story, data: Path, wanted: Wanted, asked: bool) -> Desk:
    """`asked`: a person plays, who is asked about notes and the study; else it is a script, whose
    notes are written down only if that was said."""
    if wanted.study is not None:
        if not asked:
            raise GameError("Answers from a script take part in no study: play without them.")
        if wanted.noted:
            raise GameError("In a study every player is asked about notes: leave --notes out.")
    study = None if wanted.study is None else enrolment(wanted.study, story, data)
    notes = data / "notes" / story.id if asked or wanted.noted else None
    return Desk(notes, _word, study, lambda fault: faults.report(fault, data))


def _word() -> str:
    """A word for a run, that says nothing of who plays."""
    return secrets.token_hex(8)


def _lesson() -> Session:
    """The story that shows how to play; nothing of it is kept."""
    story = load(folders.how_to_play(), wiring.SPECS, wiring.cache())
    return Session(story, wiring.INSTRUMENTS, lambda: 1, None)


def _seeds(seed: int | None) -> Callable[[], int]:
    """A given seed for every run, or a new one for each."""
    return (lambda: secrets.randbits(32)) if seed is None else (lambda: seed)


def _in_text(folder: Path, wanted: Wanted) -> int:
    from game.text.face import TextFace
    from game.text.opening import NothingBegun, Opening

    asked = sys.stdin.isatty()
    try:
        session = _session(folder, wanted, AUTOSAVE if asked else _SCRIPTED)
    except StoryErrors as error:
        print(error)
        return 1
    answers = _answers(asked)
    print(f"{session.story_title}\n{session.story_about}\nType help for all commands.")
    opening = Opening(session, answers, _write, partial(_learn, answers), wanted.noted)
    try:
        if not asked:
            session.new(noted=wanted.noted is not False)
        elif wanted.what:
            opening.begin()
        elif told := opening.ask():
            print(told)
    except NothingBegun:
        return 0
    clock = time.monotonic if asked else None
    if TextFace(session, _write, clock).play(answers) or asked:
        return 0
    print("The answers ended before the story did.", file=sys.stderr)
    return 1


def _learn(answers: Iterator[str]) -> None:
    """The story that shows how to play, until its reader has had enough of it."""
    from game.text.face import TextFace

    session = _lesson()
    session.new(noted=False)
    TextFace(session, _write).play(answers)


def _write(line: str) -> None:
    print(line, flush=True)


def _answers(asked: bool) -> Iterator[str]:
    """The lines of standard input; a person sees a prompt."""
    if not asked:
        yield from sys.stdin
        return
    while True:
        try:
            yield input("> ")
        except EOFError:
            return


def _in_window(folder: Path, wanted: Wanted, switch: str | None) -> int:
    from game.screen.app import open_window

    def begin() -> Session:
        return _session(folder, wanted)

    if wanted != Wanted(wanted.seed):
        with suppress(StoryErrors):
            begin()  # A mistyped name is told here; a broken story, in the window.
    data = folders.data()
    return open_window(
        begin, data, lambda fault: faults.report(fault, data), lesson=_lesson, scanning=switch
    )
