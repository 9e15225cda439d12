"""A content note before a chapter or a scene, with its ways: on, or told instead."""

from __future__ import annotations

from game.screen.screens.scene import ScenePage
from game.screen.widgets import Block, Spring


class NotePage(ScenePage):
    """What is to come, said beforehand; nothing of it is shown yet."""

    kinds = ("note",)

    def blocks(self) -> list[Block]:
        return [*self.heading(), *self.spoken(), Spring(), *self.choices()]
