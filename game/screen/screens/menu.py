"""The menu of a run: everything that can be done besides playing on."""

from __future__ import annotations

import pygame

from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head
from game.screen.blocks.strips import Strip, in_pairs
from game.screen.blocks.widgets import Block, Spring
from game.screen.kit import Kit
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.screens.scene import draw_place
from game.screen.stage import Change, Leave, Pop, Reset


class MenuPage(Page):
    """Time stands still while it is open."""

    sheet = False

    def blocks(self) -> list[Block]:
        session = self.stage.session
        over = session.view().kind == "end"
        entries = [
            ("save", "Save"),
            ("load", "Load"),
            ("log", "Log"),
            ("ledger", "Ledger"),
            ("cards", "Cards"),
            ("settings", "Settings"),
            ("so-far", "The story so far"),
            ("notes", "Notes"),
            ("stop", "Stop here"),
            ("title", "Title page"),
            ("quit", "Quit"),
        ]
        if session.mirror.study is not None:
            entries.insert(-2, ("protocol", "What is compared"))
        if session.mirror.takes_part:
            entries.insert(-2, ("withdraw", "Remove my answers"))
        if over:
            # What closes a story that has ended is its last page.
            entries.remove(("stop", "Stop here"))
        elif session.mirror.can_look:
            entries.insert(-2, ("mirror", "What the score did"))
        about = "The run is saved after every choice."
        return [
            Head("The story is over" if over else "The story waits", session.trouble or about),
            Spring(),
            Strip("back", "Back to the last page" if over else "Go on", weight="large"),
            *in_pairs(entries),
        ]

    def bar(self) -> list[Button]:
        return []

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        draw_place(surface, self.stage, self.stage.session.view())

    def act(self, key: str) -> Change | None:
        match key:
            case "load":
                return ways.load(self.stage)
            case "so-far":
                return ways.so_far(self.stage)
            case "notes":
                return ways.notes(self.stage)
            case "protocol":
                return ways.protocol(self.stage)
            case "withdraw":
                return ways.withdraw(self.stage)
            case "stop":
                return ways.stop(self.stage)
            case "mirror":
                return ways.mirror_so_far(self.stage)
            case "settings":
                return ways.settings(self.stage)
            case "title":
                return Reset(ways.title(self.stage))
            case "quit":
                return Leave()
            case "save" | "log" | "ledger" | "cards":
                return ways.open_command(self.stage, key)
        return Pop()
