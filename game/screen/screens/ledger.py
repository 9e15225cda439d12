"""The ledger: every entry, and for the one that is asked, why."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.buttons import Button
from game.screen.intents import Command
from game.screen.kit import Kit
from game.screen.page import Page
from game.screen.stage import Change, Stage
from game.screen.widgets import Block, Words

if TYPE_CHECKING:
    from game.play.ledger import LedgerRow
    from game.screen.session import Session


@dataclass
class EntryRow(Block):
    """An entry: what it was, when and whose; its points and the standing after it."""

    row: LedgerRow
    key: str | None = None
    why: tuple[str, ...] = ()
    before: float = 0.0

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        row = self.row
        return f"{row.title} {row.amount} {row.total} {row.system} {' '.join(self.why)}"

    def _figures(self, kit: Kit) -> int:
        """The width that is kept for the figures at the right."""
        return max(
            kit.type.width("+0,000", "score-strong", kit.frame.text),
            kit.type.width(self.row.amount, "score-strong", kit.frame.text),
            kit.type.width(self._total, "score", kit.frame.label),
        )

    @property
    def _total(self) -> str:
        return f"= {self.row.total}"

    @property
    def _about(self) -> str:
        row = self.row
        parts = (f"No. {row.number}", row.when, row.system, row.holder)
        return " · ".join(part for part in parts if part)

    def height(self, kit: Kit, width: int) -> int:
        wide = width - self._figures(kit) - kit.frame.gap
        high = kit.type.height(self.row.title, "story", kit.frame.text, wide)
        high += kit.type.height(self._about, "score", kit.frame.label, wide)
        inner = width - 2 * kit.frame.gap
        high += sum(kit.type.height(w, "aside", kit.frame.text, inner) for w in self.why)
        return max(kit.frame.target, high + round(kit.frame.gap * 1.4))

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, frame = kit.theme, kit.frame
        if focused:
            box = rect.inflate(frame.gap * 3, 0)
            surface.fill(theme.card, box)
            pygame.draw.rect(surface, theme.focus, box, max(2, frame.text // 14))
        else:
            surface.fill(theme.edge, (rect.left, rect.bottom - 1, rect.width, 1))
        figures = self._figures(kit)
        wide = rect.width - figures - frame.gap
        top = rect.top + round(frame.gap * 0.7)
        self._at_right(surface, kit, (rect.right, top))
        parts = (
            (self.row.title, "story", frame.text, theme.ink),
            (self._about, "score", frame.label, theme.quiet),
        )
        for text, voice, size, tint in parts:
            lines = kit.type.lines(text, voice, size, wide)  # type: ignore[arg-type]
            kit.type.draw(surface, lines, (rect.left, top), voice, size, tint)  # type: ignore[arg-type]
            top += len(lines) * kit.type.leading(voice, size)
        for sentence in self.why:
            at = (rect.left + frame.gap * 2, top)
            lines = kit.type.lines(sentence, "aside", frame.text, rect.width - 2 * frame.gap)
            kit.type.draw(surface, lines, at, "aside", frame.text, theme.ink)
            top += len(lines) * kit.type.leading("aside", frame.text)

    def _at_right(self, surface: pygame.Surface, kit: Kit, at: tuple[int, int]) -> None:
        theme, frame = kit.theme, kit.frame
        amount = self.row.amount.replace("-", "−")
        kit.type.say(surface, amount, at, "score-strong", frame.text, theme.score, "right")
        lower = (at[0], at[1] + kit.type.leading("score", frame.text))
        kit.type.say(surface, self._total, lower, "score", frame.label, theme.quiet, "right")


def entry_rows(session: Session, asked: Collection[int]) -> list[Block]:
    """The ledger's rows, oldest first; those that were asked with their why."""
    return [
        EntryRow(
            row,
            key=f"entry:{row.number}",
            why=tuple(session.why(row.number)) if row.number in asked else (),
        )
        for row in session.ledger()
    ]


class LedgerPage(Page):
    """Entries can be asked why, one at a time. `ask_latest`: the last one is asked already."""

    def __init__(self, stage: Stage, ask_latest: bool = False) -> None:
        super().__init__(stage)
        rows = stage.session.ledger()
        self._asked: int | None = rows[-1].number if rows and ask_latest else None
        if rows:
            self._focus = f"entry:{rows[-1].number}"
        self._opened = False

    def blocks(self) -> list[Block]:
        asked = () if self._asked is None else (self._asked,)
        rows = entry_rows(self.stage.session, asked)
        about = "Choose an entry to ask why." if rows else "Nothing has been entered so far."
        head: list[Block] = [
            Words("Ledger", "strong", "title"),
            Words(about, "story", "text", "quiet", before=0.0),
        ]
        return head + rows

    def bar(self) -> list[Button]:
        return [Button("why", "Why?", card=True), Button("back", "Back", card=True)]

    def refresh(self) -> None:
        super().refresh()
        if not self._opened:
            self._opened = True
            self.column.rewind(to_end=True)

    def act(self, key: str) -> Change | None:
        if key.startswith("entry:"):
            number = int(key.removeprefix("entry:"))
            self._asked = None if self._asked == number else number
            self._last = number
            self._show()
            return None
        if key == "why":
            return self.command("why")
        return super().act(key)

    def command(self, command: Command) -> Change | None:
        if command in ("why", "ledger"):
            rows = self.stage.session.ledger()
            focused = (self._focus or "").removeprefix("entry:")
            if rows:
                chosen = int(focused) if focused.isdigit() else self._last or rows[-1].number
                self._asked = None if self._asked == chosen else chosen
                self._last = chosen
                self._show()
        return None

    _last: int | None = None

    def _show(self) -> None:
        self.refresh()
        place = self._place(f"entry:{self._last}")
        if place is not None:
            self.column.show(place)
