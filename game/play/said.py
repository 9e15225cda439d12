"""The log: everything that was said in a run."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from game.play import policy
from game.play.state import Happened
from game.story.prose import Line

if TYPE_CHECKING:
    from game.play.run import Run

SaidKind = Literal["heading", "line", "choice", "sees", "misses"]

Told = Happened | tuple[str | None, tuple[Line, ...]]
"""What a choice or an outcome left behind; or a scene's title and its lines, or lines of an
instrument without one."""


@dataclass(frozen=True, slots=True)
class Said:
    """`speaker`: the person's id, where somebody speaks. `struck`: it is crossed out."""

    kind: SaidKind
    text: str
    speaker: str | None = None
    struck: bool = False


class Log:
    """Keeps what was told; it is put into words when it is asked for."""

    def __init__(self) -> None:
        self.told: list[Told] = []
        self._said: list[Said] = []
        self._read = 0
        self.add = self.told.append

    def said(self, run: Run) -> Sequence[Said]:
        """Everything that was said so far, in order."""
        for told in self.told[self._read :]:
            self._said += _choice(run, told) if isinstance(told, Happened) else _lines(*told)
        self._read = len(self.told)
        return self._said


def _choice(run: Run, happened: Happened) -> Iterator[Said]:
    """What was chosen, if anything was, and what the score sees and misses of it, as far as it
    is shown."""
    if happened.taken:
        yield Said("choice", happened.taken)
    aftermath = policy.aftermath(run, happened)
    if aftermath.sees is not None:
        yield Said("sees", aftermath.sees)
    if aftermath.misses is not None:
        yield Said("misses", aftermath.misses)


def _lines(title: str | None, lines: tuple[Line, ...]) -> Iterator[Said]:
    if title:
        yield Said("heading", title)
    for line in lines:
        yield Said("line", line.text, line.speaker, line.struck)
