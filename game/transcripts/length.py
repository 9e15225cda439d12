"""How long a path is: its words, and the minutes that it takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.play.view import View
from game.story.model import WAY_ON
from game.transcripts.path import Screen

WORDS_A_MINUTE = 200
TICKS_A_MINUTE = 600


@dataclass(frozen=True, slots=True)
class Length:
    """The words of a path's story; those `apart` from it, in notes and on the last page; and the
    time that passes in instruments, in ticks of 100 ms."""

    words: int
    apart: int
    ticks: int

    @property
    def played(self) -> float:
        """The minutes that pass in instruments."""
        return self.ticks / TICKS_A_MINUTE

    @property
    def minutes(self) -> float:
        """What reading the story takes, and the instruments' time."""
        return self.words / WORDS_A_MINUTE + self.played


def length(path: Iterable[Screen], last_page: Iterable[str]) -> Length:
    """How long the path is. Counted are lines, choices, and what the score sees and misses; what
    an instrument says or offers, once for as long as it is played."""
    words, apart, ticks = 0, sum(map(words_in, last_page)), 0
    known: set[str] = set()
    for screen in path:
        view = screen.view
        if view.kind != "instrument":
            known = set()
        shown = list(_texts(view))
        count = sum(words_in(text) for name, text in shown if name not in known)
        if view.kind == "instrument":
            known |= {name for name, _ in shown}
        if view.kind == "note":
            apart += count
        else:
            words += count
        ticks += screen.ticks
    return Length(words, apart, ticks)


def words_in(text: str) -> int:
    """How many words it has: what stands between spaces and has a letter or a digit."""
    return sum(any(map(str.isalnum, word)) for word in text.split())


def _texts(view: View) -> Iterator[tuple[str, str]]:
    """What the screen says, each text with a name that stays when its figures change."""
    if view.aftermath is not None:
        for text in (view.aftermath.sees, view.aftermath.misses):
            if text is not None:
                yield text, text
    if view.playing is None:
        for line in view.lines:
            yield line.text, line.text
    for told in view.told:
        for line in told.lines:
            yield f"said {told.key}", line.text
    for option in view.options:
        if option.id != WAY_ON:
            yield f"move {option.id}", " ".join((option.text, *option.reason))
