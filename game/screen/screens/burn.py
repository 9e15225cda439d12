"""Burn: everything that is kept of a run is deleted, once it was said what that is."""

from __future__ import annotations

from collections.abc import Sequence

from game.mirror.burning import BEYOND
from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block, Words
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Pop, Reset, Stage
from game.screen.transitions.turns import Look

ONCE_MORE = "Press Burn once more. Nothing of it can be brought back."


class BurnPage(Page):
    """Says what will be deleted, and asks twice."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._asked = False

    def blocks(self) -> list[Block]:
        return [
            Head("Burn", "This will be deleted, for good:"),
            *(Words(what, before=1.4) for what in self.stage.session.mirror.burns()),
            *(Words(what, tone="quiet", before=2.4) for what in BEYOND),
            *([Words(ONCE_MORE, "strong", before=2.4)] if self._asked else []),
        ]

    def bar(self) -> list[Button]:
        return [Button("back", "Back", card=True), Button("burn", "Burn", card=True, dark=True)]

    def act(self, key: str) -> Change | None:
        if key == "back":
            return Pop()
        if not self._asked:
            self._asked = True
            self.refresh()
            self.column.rewind(to_end=True)
            return None
        return Reset(AshesPage(self.stage, self.stage.session.burn()))


class AshesPage(Page):
    """What was done. The run is gone: nothing leads back to it."""

    look: Look = "ashes"

    def __init__(self, stage: Stage, told: Sequence[str]) -> None:
        super().__init__(stage)
        self._told = told

    def blocks(self) -> list[Block]:
        return [
            Head("Burnt"),
            *(Words(told, before=1.4) for told in self._told),
            *(Words(told, tone="quiet", before=2.4) for told in BEYOND),
        ]

    def bar(self) -> list[Button]:
        return [Button("title", "Title page", card=True)]

    def act(self, key: str) -> Change | None:
        return Reset(ways.title(self.stage))

    def back(self) -> Change | None:
        return Reset(ways.title(self.stage))
