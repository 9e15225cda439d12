"""`play [STORY] [--text] [--seed N] [--cut NAME] [--chapter NAME] [--switch one]`: a story."""

from __future__ import annotations

import argparse
import gc
import secrets
import sys
from collections.abc import Callable, Iterator, Sequence
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
from game.text.page import plain

CHAPTERS = "Chapters."

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
    wanted = Wanted(args.seed, args.cut, args.chapter, args.study)
    if args.text:
        return _in_text(folder, wanted)
    return _in_window(folder, wanted, args.switch)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What all runs are to be like, as far as it was said: their seed, cut and chapter, and the
    file of the study in which their players may take part."""

    seed: int | None = None
    cut: str | None = None
    chapter: str | None = None
    study: Path | None = None


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


def _desk(story: Story, data: Path, wanted: Wanted, kept: bool) -> Desk:
    """`kept`: notes are written down, and answers count in the study; else it was a script."""
    if not kept:
        if wanted.study is not None:
            raise GameError("Answers from a script take part in no study: play without them.")
        return Desk(None, _word)
    study = None if wanted.study is None else enrolment(wanted.study, story, data)
    return Desk(data / "notes" / story.id, _word, study, lambda fault: faults.report(fault, data))


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

    asked = sys.stdin.isatty()
    try:
        session = _session(folder, wanted, AUTOSAVE if asked else _SCRIPTED)
    except StoryErrors as error:
        print(error)
        return 1
    answers = _answers(asked)
    print(f"{session.story_title}\n{session.story_about}\nType help for all commands.")
    if asked and wanted == Wanted():
        told = open_what_is_wanted(session, answers, lambda: _learn(answers))
        if told:
            print(told)
    else:
        session.new()
    if TextFace(session, partial(print, flush=True)).play(answers) or asked:
        return 0
    print("The answers ended before the story did.", file=sys.stderr)
    return 1


def _learn(answers: Iterator[str]) -> None:
    """The story that shows how to play, until its reader has had enough of it."""
    from game.text.face import TextFace

    session = _lesson()
    session.new()
    TextFace(session, partial(print, flush=True)).play(answers)


def open_what_is_wanted(
    session: Session, answers: Iterator[str], learn: Callable[[], None] | None = None
) -> str | None:
    """Ask a person what to open, if there is a choice: the run that was left, a new one, one of
    a cut, or one that begins with a chapter. To `learn` how to play leads back here. Says what
    could not be kept."""
    ways: list[tuple[str, Callable[[], str | None]]] = []
    if session.has_continue:
        ways.append(("Go on where you left.", session.resume))
    for cut in session.offers:
        if cut is None:
            ways.append(("Begin anew." if ways else "Begin.", session.new))
        else:
            ways.append((f"{cut.name}. {cut.about}".rstrip(), partial(session.new, cut.id)))
    if session.chapters():
        ways.append((CHAPTERS, partial(_begin_with_a_chapter, session, answers)))
    if learn is not None:
        ways.append(("How to play.", partial(_learn_first, session, answers, learn)))
    wanted = _number([name for name, _ in ways], answers) if len(ways) > 1 else 1
    return ways[wanted - 1][1]()


def _learn_first(session: Session, answers: Iterator[str], learn: Callable[[], None]) -> str | None:
    learn()
    return open_what_is_wanted(session, answers, learn)


def _begin_with_a_chapter(session: Session, answers: Iterator[str]) -> str | None:
    """Ask with which chapter a new run is to begin, or go back."""
    rows = session.chapters()
    names = [
        plain(f"{row.title}. {row.about}".rstrip()) + (" (Reached before.)" if row.met else "")
        for row in rows
    ]
    number = _number(["Back.", *names], answers)
    if number == 1:
        return open_what_is_wanted(session, answers)
    session.new(chapter=rows[number - 2].id)
    return None


def _number(names: Sequence[str], answers: Iterator[str]) -> int:
    """The number of a way that is chosen, by its number or its name; the first, if nothing is."""
    print()
    for number, name in enumerate(names, 1):
        print(f"{number}. {name}")
    allowed = {str(number): number for number in range(1, len(names) + 1)} | {"": 1}
    allowed |= {name.removesuffix(".").lower(): number for number, name in enumerate(names, 1)}
    for answer in answers:
        wanted = answer.strip().removesuffix(".").lower()
        if wanted in allowed:
            return allowed[wanted]
        print(f"Type a number from 1 to {len(names)}.")
    return 1


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
