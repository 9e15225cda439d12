"""The ledger: every entry, and for the one that is asked, why."""

from __future__ import annotations

from game.screen.blocks.buttons import Button
from game.screen.blocks.ledger_rows import blank_rows, entry_rows
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block
from game.screen.intents import Command
from game.screen.page import Page
from game.screen.stage import Change, Stage
from game.screen.transitions.turns import Look


class LedgerPage(Page):
    """Entries can be asked why, one at a time. `ask_latest`: the last one is asked already."""

    wide = True
    look: Look = "closer"

    def __init__(self, stage: Stage, ask_latest: bool = False) -> None:
        super().__init__(stage)
        stage.session.mirror.looked()
        rows = stage.session.ledger()
        stage.news.read(len(rows))
        self._asked: int | None = rows[-1].number if rows and ask_latest else None
        if rows:
            self._focus = f"entry:{rows[-1].number}"
        self._last: int | None = None
        self._opened = False

    def blocks(self) -> list[Block]:
        asked = () if self._asked is None else (self._asked,)
        rows = entry_rows(self.stage.session, asked, self.kit, self.width)
        if not rows:
            head = Head("Ledger", "Nothing has been entered so far.")
            return [head, *blank_rows(self.kit, self.width)]
        return [Head("Ledger", "Choose an entry to ask why."), *rows]

    def bar(self) -> list[Button]:
        back = Button("back", "Back", card=True)
        return [Button("why", "Why?", card=True), back] if self.stage.session.ledger() else [back]

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

    def _show(self) -> None:
        self.refresh()
        place = self._place(f"entry:{self._last}")
        if place is not None:
            if self._asked is not None:
                self.column.show(place + 1)
            self.column.show(place)
