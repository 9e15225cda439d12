"""Two instruments for the window, as small as can be: an article that is read, a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from game.errors import NotOpen
from game.mirror.notebook import Timed
from game.play.view import Option, Score, Told, View
from game.story.prose import Line
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import BASE, CAFE, CARDS, END

PAGE = (
    "The lamp in the kitchen of number nine was lit again before six, and nobody had asked for "
    "it. “One gets used to being early,” says the woman who lit it.",
    "By the end of the week there were eleven lamps in the yard.",
)
RINGS, RANG, NEEDED = 12, 40, 20
"""In ticks: when it begins to ring, when it has rung out, how long the article takes."""


def told(
    key: str, *texts: str, struck: bool = False, who: str | None = None, **values: Any
) -> Told:
    return Told(key, values, struck, tuple(Line(who, text, (), struck) for text in texts))


@dataclass
class Reader(FakeSession):
    """An article of three pages: over when the last was reached and enough ticks have passed."""

    page: int = 1
    passed: int = 0
    ended: str | None = None
    scores: tuple[Score, ...] = ()
    texts: Sequence[str] = PAGE
    wordy: int = 1
    who: str | None = "xiaoyu"
    lit: str = "360-510,720-840,1200-1350"

    def new(self, cut: str | None = None, chapter: str | None = None, noted: bool = True) -> None:
        super().new(cut, chapter, noted)
        self.page, self.passed, self.ended = 1, 0, None

    @property
    def ringing(self) -> bool:
        return RINGS <= self.passed < RANG

    def view(self) -> View:
        if self.ended is not None:
            return replace(END if self.ended == "left" else CAFE, scene=self.ended)
        moves = [Option("scroll", "Scroll on."), Option("leave", "Put the phone away.")]
        if self.ringing:
            moves.insert(1, Option("answer", "Answer."))
        parts = [
            told(
                "day",
                "Twice the points until half past eight. " * self.wordy,
                lit=self.lit,
                now=1207 + self.passed // 8,
            )
        ]
        values = {"page": self.page, "pages": 3, "held": self.passed // 5, "minutes": 4}
        parts.append(told(f"page-{self.page}", *self.texts, **values))
        if self.passed % 10 > 7:
            parts.append(told("still", "Are you still reading? " * self.wordy))
        if self.ringing:
            parts.append(told("ringing", "It rings." * self.wordy, who=self.who))
        if self.passed >= RANG:
            parts.append(told("missed", "A call was missed."))
        return View(
            kind="instrument",
            scene="kitchen",
            lines=tuple(line for part in parts for line in part.lines),
            options=tuple(moves),
            ticking=not self.untimed,
            playing="reading-strip",
            told=tuple(parts),
            **{**BASE, "place": "Kitchen, night", "scores": self.scores, "cards": CARDS},
        )

    def choose(self, id: str, timed: Timed | None = None) -> None:
        self.calls.append(f"choose {id}")
        self.timed = timed
        if id not in {option.id for option in self.view().options}:
            raise NotOpen("That is not open.")
        if id == "scroll":
            self.page = min(3, self.page + 1)
            self.pass_time(10 if self.untimed else 0)
        else:
            self.ended = {"answer": "answered", "leave": "left"}[id]

    def tick(self, n: int) -> None:
        super().tick(n)
        self.pass_time(n)

    def pass_time(self, ticks: int) -> None:
        self.passed += ticks
        if self.page == 3 and self.passed >= NEEDED and self.ended is None:
            self.ended = "read"


@dataclass
class Writer(FakeSession):
    """A draft of four sentences, of which two may be crossed out: their ids and paragraphs."""

    crossed: tuple[str, ...] = ()
    ended: bool = False
    sentences: Sequence[tuple[str, ...]] = (
        ("coat", "I gave her my coat, and she asked whether it was counted."),
        ("lamp", "The lamp is lit before six."),
        (
            "rice",
            "He took the rice cooker, which was hers, and two of the four good bowls, and "
            "nobody on the stairs said a word.",
        ),
        ("name", "My name is not in this."),
    )

    def view(self) -> View:
        if self.ended:
            return END
        left = 2 - len(self.crossed)
        moves = [
            Option(id, f"Cross out: {' '.join(texts)}")
            for id, *texts in self.sentences
            if left and id not in self.crossed
        ]
        parts = [told("page", f"The draft. {left} can go.")]
        parts += [told(id, *texts, struck=id in self.crossed) for id, *texts in self.sentences]
        return View(
            kind="instrument",
            scene="desk",
            lines=tuple(line for part in parts for line in part.lines),
            options=(*moves, Option("done", "Send it.")),
            playing="draft",
            told=tuple(parts),
            **{**BASE, "place": "The desk"},
        )

    def choose(self, id: str, timed: Timed | None = None) -> None:
        self.calls.append(f"choose {id}")
        self.timed = timed
        self.crossed, self.ended = (*self.crossed, id), id == "done"
