"""A content note before a chapter or a scene, with its ways: on, or told instead."""

from __future__ import annotations

import pygame

from game.screen.blocks.slips import Slip
from game.screen.blocks.widgets import Block, Rule, Spring, Words, caption
from game.screen.kit import Kit
from game.screen.score_tag import draw_tags
from game.screen.screens.scene import ScenePage, draw_cover
from game.screen.wording import joined


class NotePage(ScenePage):
    """What is to come, said beforehand; nothing of it is shown yet."""

    kinds = ("note",)

    def blocks(self) -> list[Block]:
        where = joined(self.view.place, self.view.when)
        label = [caption(where)] if where else []
        name = Words(self.view.heading, "strong", "title", before=0.4)
        told = Slip([*label, name, Rule(before=0.6), *self.spoken()])
        return [Spring(), told, *self.standing(), Spring(), *self.choices()]

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        draw_cover(surface, self.stage)
        draw_tags(surface, kit, self.tags, self._entering)
