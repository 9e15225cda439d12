"""The chapters that can be begun."""

from __future__ import annotations

from game.screen.blocks.slips import Head
from game.screen.blocks.strips import Strip
from game.screen.blocks.widgets import Block
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Pop, Stage
from game.screen.wording import GIVEN_UP

CHAPTER = "chapter:"
"""What the key of a chapter begins with; its id follows."""


class ChaptersPage(Page):
    """A card for each. A new run over one that is open is asked for twice."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._asked: str | None = None

    def blocks(self) -> list[Block]:
        blocks: list[Block] = [Head("Chapters")]
        for number, row in enumerate(self.stage.session.chapters(), 1):
            key = CHAPTER + row.id
            asked = key == self._asked
            met = "Reached before" if row.met else "Not reached yet"
            notes = (GIVEN_UP,) if asked else tuple(part for part in (row.about, met) if part)
            name = f"{row.title}: press once more" if asked else row.title
            blocks.append(Strip(key, name, number, notes=notes, before=1.2))
        return blocks

    def number(self, number: int) -> str | None:
        rows = self.stage.session.chapters()
        return CHAPTER + rows[number - 1].id if number <= len(rows) else None

    def act(self, key: str) -> Change | None:
        asked, self._asked = self._asked, None
        if not key.startswith(CHAPTER):
            return Pop()
        if self.stage.session.has_continue and asked != key:
            self._asked = key
            self.refresh()
            return None
        return ways.begin(self.stage, chapter=key.removeprefix(CHAPTER))
