"""The page that closes what was played, where a lesson or a visit ends before the story does."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.mirror.closing import Closing, since
from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block, Words, caption
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.screens.cards import CardsPage
from game.screen.stage import Change, Leave, Pop, Push, Reset, Stage
from game.screen.transitions.turns import Look
from game.screen.wording import minus

if TYPE_CHECKING:
    from game.play.view import Score

KEPT = "It is kept. Continue on the title page goes on from here."


class StopPage(Page):
    """It ends nothing: the run can go on. `pushed`: over another page."""

    wide = True
    look: Look = "cover"

    def __init__(self, stage: Stage, pushed: bool = False) -> None:
        super().__init__(stage)
        self._pushed = pushed

    def blocks(self) -> list[Block]:
        told = self.stage.session.closing()
        return [
            Head("Stop here"),
            Words(told.played),
            *(Words(time, "score", "label", "quiet", before=0.4) for time in told.times),
            *(block for score in told.scores for block in _standing(score)),
            *_missed(told),
            Words(self.stage.session.trouble or KEPT, tone="quiet", before=1.8),
        ]

    def bar(self) -> list[Button]:
        can_look = self.stage.session.mirror.can_look
        entries = [
            ("on", "Go on"),
            *([("mirror", "What the score did")] if can_look else []),
            ("log", "Log"),
            ("ledger", "Ledger"),
            ("cards", "Cards"),
            ("title", "Title page"),
            ("quit", "Quit"),
        ]
        return [Button(key, text, card=True) for key, text in entries]

    def act(self, key: str) -> Change | None:
        match key:
            case "log" | "ledger":
                return ways.open_command(self.stage, key)
            case "mirror":
                return ways.mirror_so_far(self.stage)
            case "cards":
                return Push(CardsPage(self.stage, met=True))
            case "title":
                return Reset(ways.title(self.stage))
            case "quit":
                return Leave()
        return Reset(ways.page_of_run(self.stage))

    def back(self) -> Change | None:
        return Pop() if self._pushed else self.act("on")


def _standing(score: Score) -> Iterator[Block]:
    """A standing and what became of it: sign and word."""
    value = " ".join(filter(None, (score.value, score.unit)))
    yield caption(f"{score.name} · {score.holder}", before=1.4)
    changed = minus(since(score))
    yield Words(f"{value} · {changed}", "score", "text", "score", before=0.1)


def _missed(told: Closing) -> Iterator[Block]:
    """The last words of the hand."""
    if told.missed:
        yield Words("What the score missed", "score", "label", "quiet", before=1.8)
    yield from (Words(missed, "hand", tone="hand", before=0.3) for missed in told.missed)
