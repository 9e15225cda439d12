"""Plays a transcript: straight, saved and loaded at every step, undone and redone at every step.

All three must come to the same. What differs is told at the step where it does.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from game.errors import GameError, NotOpen
from game.play import ledger, untimed
from game.play.inputs import Inputs
from game.play.instruments import Instruments
from game.play.run import Run
from game.play.saves import SaveError, resume, save_text
from game.story.diagnostics import Diagnostic
from game.story.expressions.tree import WHOLE
from game.story.load import StoryErrors
from game.story.model import Story
from game.story.nearest import did_you_mean
from game.story.yaml_nodes import Node
from game.transcripts.comparing import Stand
from game.transcripts.expectations import differences
from game.transcripts.expected_screen import described
from game.transcripts.plain import on_screen
from game.transcripts.script import (
    Again,
    Choose,
    Expect,
    Load,
    Save,
    Step,
    Tick,
    Transcript,
)
from game.transcripts.versions import NoVersion, Versions

NOT_DONE, NOT_MET, NOT_SAME = "T001", "T002", "T003"


class _Stopped(Exception):
    """The playthrough cannot go on from here."""


class Between(NamedTuple):
    """What is done between two steps. `does` gives the run to go on with, or says in its place
    what went wrong."""

    name: str
    does: Callable[[Run], Run | str]


def _saved(run: Run) -> Run | str:
    again = resume(run.story, save_text(run), run.instruments)
    return again.run if again.told is None else again.told


def _undone(run: Run) -> Run | str:
    if run.undo() and not run.redo():
        return "What was undone could not be redone."
    return run


WAYS = (
    Between("straight", lambda run: run),
    Between("with a save and a load at every step", _saved),
    Between("with undo and redo at every step", _undone),
)


def play(told: Transcript, versions: Versions, instruments: Instruments) -> list[Diagnostic]:
    """What differs from the transcript: nothing if it holds in all ways. Where it does not hold
    straight, the other ways are left out."""
    for way in WAYS:
        found = follow(told, versions, instruments, way)
        if found:
            return found
    return []


def follow(
    told: Transcript, versions: Versions, instruments: Instruments, way: Between
) -> list[Diagnostic]:
    """What differs when it is played this way."""
    playthrough = Playthrough(told, versions, instruments, way)
    playthrough.to_the_end()
    return playthrough.found


def picture(run: Run) -> dict[str, object]:
    """All that a player could tell two runs apart by, and the ledgers under it."""
    return {
        "the screen": run.view().kept(),
        "the log": tuple(run.log),
        "the ledger": (ledger.rows(run), tuple(run.state.books.entries)),
    }


class Playthrough:
    """A transcript while it is played in one way. `found`: what differs so far."""

    def __init__(
        self, told: Transcript, versions: Versions, instruments: Instruments, way: Between
    ) -> None:
        self.told = told
        cut = told.cut.text if told.cut is not None else WHOLE
        known = cut if cut in versions.story.cuts else None
        chapter = told.chapter.text if told.chapter is not None else None
        begun = None if versions.story.beginning(chapter) is None else chapter
        inputs = Inputs(told.shown, cut=known, chapter=begun)
        self.run = Run(versions.story, told.seed, instruments, inputs)
        self.found: list[Diagnostic] = []
        self._versions = versions
        self._way = way
        self._saves: dict[str, tuple[Story, str]] = {}
        self._heard: str | None = None

    def to_the_end(self) -> None:
        """Play all steps, or as far as they can be done."""
        try:
            self._check_inputs()
            for step in self.told.steps:
                self._do(step)
                if not isinstance(step, Expect | Save):
                    self._between(step)
        except _Stopped:
            return

    def _check_inputs(self) -> None:
        cut, chapter = self.told.cut, self.told.chapter
        if cut is not None and cut.text not in (WHOLE, self.run.inputs.cut):
            hint = did_you_mean(cut.text, self.run.story.cuts)
            self._stop(cut, f"The story has no cut {cut.text}. {hint}".rstrip())
        if chapter is not None and self.run.inputs.chapter is None:
            hint = did_you_mean(chapter.text, self.run.story.chapters)
            self._stop(
                chapter, f"No run can begin with the chapter {chapter.text}. {hint}".rstrip()
            )

    def _do(self, step: Step) -> None:
        match step:
            case Expect():
                stand = Stand(self.run, self._heard)
                for expected in step.expected:
                    for wrong in differences(stand, expected):
                        self._tell(NOT_MET, wrong.node, wrong.message, *wrong.there)
            case Choose():
                self._choose(step)
            case Tick():
                self._try(step, lambda: self.run.tick(step.count))
            case Again():
                if not (self.run.undo() if step.at.text == "undo" else self.run.redo()):
                    self._stop(step.at, f"There is nothing to {step.at.text}.")
            case Save():
                self._saves[step.name] = self.run.story, save_text(self.run)
            case Load():
                self._load(step)

    def _choose(self, step: Choose) -> None:
        view = self.run.view()
        wanted = step.choice.text
        if view.scene != step.at.text or self.run.over:
            where = "at its end" if self.run.over else f"at {view.scene}"
            lines = on_screen(self.run)
            self._stop(step.at, f"The run is not at {step.at.text}: it stands {where}.", *lines)
        option = next((one for one in view.options if one.id == wanted), None)
        if option is None:
            hint = did_you_mean(wanted, [one.id for one in view.options])
            there = described(view.options)
            here = f"in the note before {view.scene}" if view.kind == "note" else "here"
            self._stop(step.choice, f"There is no choice {wanted} {here}. {hint}".rstrip(), *there)
        elif not option.open:
            self._stop(step.choice, f"{wanted} is shut: {'; '.join(option.reason)}")
        self._try(step, lambda: untimed.choose(self.run, wanted))

    def _try(self, step: Step, act: Callable[[], None]) -> None:
        try:
            act()
        except NotOpen as error:
            self._stop(step.at, str(error))

    def _load(self, step: Load) -> None:
        try:
            saved_in, text = self._saves[step.name]
            story = self._versions.of(step) or saved_in
            again = resume(story, text, self.run.instruments)
        except NoVersion as error:
            self._stop(error.node, str(error))
        except StoryErrors as error:
            self._stop(step.at, "The changed story has errors.", *str(error).split("\n"))
        except SaveError as error:
            self._stop(step.at, str(error))
        else:
            self.run, self._heard = again.run, again.told

    def _between(self, step: Step) -> None:
        before = picture(self.run)
        try:
            after = self._way.does(self.run)
        except GameError as error:
            after = str(error)
        if isinstance(after, str):
            self._stop(step.at, after, code=NOT_SAME)
        else:
            self.run = after
            now = picture(after)
            other = [name for name in before if before[name] != now[name]]
            if other:
                self._stop(step.at, f"After it, {other[0]} is another.", code=NOT_SAME)

    # --- telling -----------------------------------------------------------------------------

    def _stop(self, node: Node, message: str, *there: str, code: str = NOT_DONE) -> None:
        self._tell(code, node, message, *there)
        raise _Stopped

    def _tell(self, code: str, node: Node, message: str, *there: str) -> None:
        way = () if self._way is WAYS[0] else (f"This is so {self._way.name}.",)
        hint = "\n  ".join([*(f"  {line}" for line in there), *way])
        line = node.page.line(node.line)
        self.found.append(Diagnostic(code, "error", message, node.source, line, hint))
