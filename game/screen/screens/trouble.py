"""After a fault of the game itself: no traceback, the run is kept, and ways on."""

from __future__ import annotations

from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head, Slip
from game.screen.blocks.widgets import Block, Words
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Leave, Reset


class TroublePage(Page):
    """What happened is in the log; here it only says that something did."""

    def blocks(self) -> list[Block]:
        return [
            Head("Something did not work"),
            Slip([Words("It was written down for the makers.")], before=2.4),
            Slip([Words("Your run is kept after every choice.")]),
        ]

    def bar(self) -> list[Button]:
        return [
            Button("title", "Title page", card=True),
            Button("quit", "Quit", card=True),
            Button("full-screen", "Full screen", card=True),
        ]

    def act(self, key: str) -> Change | None:
        if key == "full-screen":
            self.stage.switch_full_screen()
            return None
        return Leave() if key == "quit" else Reset(ways.title(self.stage))

    def back(self) -> Change | None:
        return Reset(ways.title(self.stage))
