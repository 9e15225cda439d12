"""The story so far, retold: for whoever comes back to a run, and for the line beside a save.

It says what was done and, where the score is shown, what that saw and missed; never which
questions are asked twice.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from game.play import policy, showing, titles
from game.play.state import Happened
from game.play.view import Score
from game.story import calendar

if TYPE_CHECKING:
    from game.play.run import Run

IN_FULL = 3
"""Of the last choices."""

MOST_PARTS = 8
"""Of what was before them, a line each; what is older stands in the log."""


@dataclass(frozen=True, slots=True)
class Step:
    """A choice, retold. `own`: in the author's words for it, not by what stood on the choice.
    `when`: the day, and `place` the name of the place, where there is one."""

    chapter: str
    when: str | None
    place: str | None
    told: str
    own: bool
    sees: str | None = None
    misses: str | None = None

    @property
    def line(self) -> str:
        """It as one line; the text of a choice behind an arrow."""
        return self.told if self.own else f"→ {self.told}"


@dataclass(frozen=True, slots=True)
class Part:
    """Choices in one chapter, in short."""

    chapter: str
    line: str


@dataclass(frozen=True, slots=True)
class Day:
    """Choices of one day in one place, in full."""

    when: str | None
    place: str | None
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class SoFar:
    """Where the run stands, and how it came there. No `place` if it is called like the chapter.
    `older`: how many choices are not told of; `parts` come before `days`. `scores`: as the screen
    shows them now."""

    chapter: str
    place: str | None
    when: str | None
    older: int
    parts: tuple[Part, ...]
    days: tuple[Day, ...]
    scores: tuple[Score, ...]


def retold(run: Run) -> SoFar:
    """The story so far, the last choices in full and the chapters before them in short."""
    taken = steps(run)
    groups = [list(group) for _, group in groupby(taken[:-IN_FULL], lambda step: step.chapter)]
    told = groups[-MOST_PARTS:]
    chapter, place = titles.of_chapter(run).plain(run.facts), showing.place(run)
    return SoFar(
        chapter,
        None if place is None else showing.unless_called_like(chapter, place.name),
        showing.when(run),
        sum(map(len, groups[: len(groups) - len(told)])),
        tuple(Part(group[0].chapter, _in_short(group)) for group in told),
        tuple(_days(taken[-IN_FULL:])),
        policy.scores(run),
    )


def steps(run: Run) -> list[Step]:
    """Every choice that still holds, in order, with what came of what it opened."""
    found: list[Step] = []
    for told in run.told:
        if not isinstance(told, Happened):
            continue
        if told.taken:
            found.append(_step(run, told))
        elif found:
            found[-1] = _ended(run, found[-1], told)
    return found


def last_line(run: Run) -> str:
    """The last choice, as a line; nothing before the first."""
    ended = ""
    for told in reversed(run.told):
        if isinstance(told, Happened):
            if told.taken:
                line = " ".join(filter(None, (told.so_far, ended)))
                return line or f"→ {told.taken}"
            ended = " ".join(filter(None, (told.so_far, ended)))
    return ""


def _step(run: Run, happened: Happened) -> Step:
    story, after = run.story, policy.aftermath(run, happened)
    chapter = story.chapters[story.scenes[happened.scene].chapter]
    dated = happened.life in run.state.clocks
    return Step(
        chapter.title.plain(run.facts),
        calendar.day_words(happened.now) if dated else None,
        None if happened.place is None else story.places[happened.place].name,
        happened.so_far or happened.taken,
        bool(happened.so_far),
        after.sees,
        after.misses,
    )


def _ended(run: Run, step: Step, happened: Happened) -> Step:
    """The step with what the instrument left that the choice had opened."""
    after = policy.aftermath(run, happened)
    told = (step.told if step.own else "", happened.so_far) if happened.so_far else (step.told,)
    return replace(
        step,
        told=" ".join(filter(None, told)),
        own=step.own or bool(happened.so_far),
        sees=after.sees or step.sees,
        misses=after.misses or step.misses,
    )


def _in_short(group: Sequence[Step]) -> str:
    """What the author retells of these choices, or the last of them."""
    own = [step.line for step in group if step.own]
    return " ".join(own[-IN_FULL:]) or group[-1].line


def _days(taken: Sequence[Step]) -> Iterator[Day]:
    for (when, place), group in groupby(taken, lambda step: (step.when, step.place)):
        yield Day(when, place, tuple(group))
