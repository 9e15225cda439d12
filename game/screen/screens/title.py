"""The title page."""

from __future__ import annotations

import pygame

from game.screen.blocks.buttons import Button
from game.screen.blocks.poster import Poster
from game.screen.blocks.strips import Strip, Weight, in_pairs
from game.screen.blocks.widgets import Block, Spring
from game.screen.kit import Kit
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.screens.scene import draw_cover
from game.screen.stage import Change, Leave, Stage
from game.screen.transitions.turns import Look
from game.story.model import Cut

NEW = "new"


class TitlePage(Page):
    """Where it begins."""

    sheet = False
    look: Look = "cover"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._goes_on = False

    def blocks(self) -> list[Block]:
        session = self.stage.session
        saves, self._goes_on = session.slots(), session.has_continue
        blocks: list[Block] = [Poster(session.story_title, session.story_about), Spring()]
        if self._goes_on:
            # The newest save is of the run that was left last.
            where = tuple(save.summary for save in saves[:1])
            blocks.append(Strip("continue", "Continue", notes=where, weight="large"))
        blocks += [self._beginning(cut) for cut in session.offers]
        others = [("chapters", "Chapters")] if session.chapters() else []
        others += [("load", "Load")] if saves else []
        if self.stage.lesson is not None:
            others.append(("how-to-play", "How to play"))
        others += [("settings", "Settings"), ("quit", "Quit")]
        return [*blocks, *in_pairs(others)]

    def _beginning(self, cut: Cut | None) -> Strip:
        """Where the whole story, or a cut of it, can be begun."""
        key = NEW if cut is None else f"{NEW} {cut.id}"
        anew = "Begin anew" if self._goes_on else "Begin"
        name = anew if cut is None else cut.name
        weight: Weight = "text" if self._goes_on or cut else "large"
        about = (cut.about,) if cut is not None and cut.about else ()
        return Strip(key, name, notes=about, weight=weight, before=1.2)

    def bar(self) -> list[Button]:
        return []

    def number(self, number: int) -> str | None:
        keys = self.keys()
        return keys[number - 1] if number <= len(keys) else None

    def act(self, key: str) -> Change | None:
        word, _, cut = key.partition(" ")
        match word:
            case "continue":
                return ways.resume(self.stage)
            case "new":
                return ways.begin(self.stage, cut or None)
            case "chapters":
                return ways.chapters(self.stage)
            case "load":
                return ways.load(self.stage)
            case "how-to-play":
                return ways.how_to_play(self.stage)
            case "settings":
                return ways.settings(self.stage)
        return Leave()

    def back(self) -> Change | None:
        return None

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        draw_cover(surface, self.stage)
