"""The title page."""

from __future__ import annotations

import pygame

from game.errors import GameError
from game.screen.kit import Kit
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Leave, Stage
from game.screen.widgets import Block, Button, Spring, Strip, Words


class TitlePage(Page):
    """Where it begins. A new run over one that is open is asked for twice."""

    sheet = False

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._asked = False

    def blocks(self) -> list[Block]:
        session = self.stage.session
        blocks: list[Block] = [
            Words(session.story_title, "strong", "title"),
            Words(session.story_about, "story", "text", "quiet"),
            Spring(),
        ]
        if session.has_continue:
            blocks.append(Strip("continue", "Continue"))
        if self._asked:
            notes = ("The run that was left last is given up for it, unless it was saved.",)
            blocks.append(Strip("new", "Begin anew: press once more", notes=notes))
        else:
            blocks.append(Strip("new", "Begin anew" if session.has_continue else "Begin"))
        if session.slots():
            blocks.append(Strip("load", "Load"))
        return [*blocks, Strip("settings", "Settings"), Strip("quit", "Quit")]

    def bar(self) -> list[Button]:
        return []

    def number(self, number: int) -> str | None:
        keys = self._keys()
        return keys[number - 1] if number <= len(keys) else None

    def act(self, key: str) -> Change | None:
        asked, self._asked = self._asked, False
        try:
            match key:
                case "continue":
                    return ways.resume(self.stage)
                case "new":
                    if self.stage.session.has_continue and not asked:
                        self._asked = True
                        self.refresh()
                        return None
                    return ways.begin(self.stage)
                case "load":
                    return ways.load(self.stage)
                case "settings":
                    return ways.settings(self.stage)
        except GameError as error:
            self.notice = str(error)
            self.refresh()
            return None
        return Leave()

    def back(self) -> Change | None:
        return None

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        area = kit.frame.picture
        session = self.stage.session
        cover = self.stage.pictures.get(
            session.folder, session.story_title, session.cover, area.size
        )
        surface.blit(cover, area.topleft)
