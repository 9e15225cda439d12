"""The chapters that can be begun."""

from __future__ import annotations

from game.screen.blocks.slips import Head
from game.screen.blocks.strips import Strip
from game.screen.blocks.widgets import Block
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Pop

CHAPTER = "chapter:"
"""What the key of a chapter begins with; its id follows."""


class ChaptersPage(Page):
    """A card for each."""

    def blocks(self) -> list[Block]:
        blocks: list[Block] = [Head("Chapters")]
        for number, row in enumerate(self.stage.session.chapters(), 1):
            key = CHAPTER + row.id
            met = "Reached before" if row.met else "Not reached yet"
            notes = tuple(part for part in (row.about, met) if part)
            blocks.append(Strip(key, row.title, number, notes=notes, before=1.2))
        return blocks

    def number(self, number: int) -> str | None:
        rows = self.stage.session.chapters()
        return CHAPTER + rows[number - 1].id if number <= len(rows) else None

    def act(self, key: str) -> Change | None:
        if not key.startswith(CHAPTER):
            return Pop()
        return ways.begin(self.stage, chapter=key.removeprefix(CHAPTER))
