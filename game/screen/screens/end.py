"""The last page: both answers of each pair, joined by a thread, and the ledger behind them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from game.screen.blocks.buttons import Button
from game.screen.blocks.ledger_rows import entry_rows
from game.screen.blocks.threads import Heads, PairBlock
from game.screen.blocks.widgets import Block, Rule, Words
from game.screen.screens import ways
from game.screen.screens.run_page import RunPage
from game.screen.stage import Change, Reset, Stage

if TYPE_CHECKING:
    from game.mirror.pairs import PairRow

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


def explained(pairs: Sequence[PairRow]) -> str:
    """What the two sides are, and the red figures if there are any."""
    figures = any(
        points
        for pair in pairs
        if not pair.void
        for row in pair.rewards.values()
        for points in row.values()
    )
    red = " In red: what the score gives for an answer, at most." if figures else ""
    return f"Once the score was at stake, once it was not.{red} The first answer counts."


class EndPage(RunPage):
    """Plain counts, no verdict, and what they cannot say."""

    sheet = True
    wide = True
    kinds = ("end",)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._asked: set[int] = set()

    def blocks(self) -> list[Block]:
        session = self.stage.session
        pairs = [pair.row for pair in session.mirror.mirror().pairs]
        blocks: list[Block] = [*self.heading(), *self.spoken()]
        if pairs:
            count = _NUMBERS[len(pairs)] if len(pairs) < len(_NUMBERS) else str(len(pairs))
            noun = "question" if len(pairs) == 1 else "questions, each"
            blocks += [
                Words(f"{count} {noun} asked twice.", "strong", "title", before=1.4),
                Words(explained(pairs), tone="quiet", before=0.0),
                Heads(),
                *(PairBlock(pair) for pair in pairs),
            ]
        else:
            blocks.append(Words("In this run, nothing was asked twice.", tone="quiet"))
        limits = "This game counted you, too."
        if pairs:
            some = "One question says" if len(pairs) == 1 else "These questions say"
            limits = f"{some} little about anybody. {limits}"
        rows = entry_rows(session, self._asked, self.kit, self.width)
        blocks.append(Words(limits, "score", "label", "quiet"))
        blocks.append(Words("The ledger behind it", "strong", before=1.8))
        if not rows:
            blocks.append(Words("Nothing was entered.", tone="quiet", before=0.2))
        return [*blocks, *rows, Rule(before=0.2)]

    def bar(self) -> list[Button]:
        return [
            Button("ledger", "Ledger", card=True),
            Button("log", "Log", card=True),
            Button("undo", "Undo", card=True, open=self.stage.session.can_undo),
            Button("again", "New run", card=True),
            Button("menu", "Menu", card=True),
            Button("title", "Title page", card=True),
        ]

    def act(self, key: str) -> Change | None:
        if key.startswith("entry:"):
            self._asked ^= {int(key.removeprefix("entry:"))}
            self.refresh()
            self.bring(key)
            return None
        if key == "again":
            cut, chapter = self.stage.session.cut, self.stage.session.chapter
            return ways.begin(self.stage, cut.id if cut is not None else None, chapter)
        if key == "title":
            return Reset(ways.title(self.stage))
        return super().act(key)

    def refresh(self) -> None:
        fresh = self._kit is None
        super().refresh()
        if fresh:
            self._focus = self._buttons[0].key
