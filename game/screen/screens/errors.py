"""A story that cannot be played: what is wrong with it and where, and another try."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head, Slip
from game.screen.blocks.widgets import Block, Words
from game.screen.page import Page
from game.screen.stage import Change, Leave, Stage


class ErrorsPage(Page):
    """`retry` reads the story again and says which screen follows."""

    def __init__(
        self, stage: Stage, errors: Sequence[str], retry: Callable[[], Change | None]
    ) -> None:
        super().__init__(stage)
        self.errors = list(errors)
        self._retry = retry

    def blocks(self) -> list[Block]:
        about = "Mend what is named here in the story's files, then try again."
        return [
            Head("This story cannot be played yet", about),
            *(Slip([Words(error, "score", "label", verbatim=True)]) for error in self.errors),
        ]

    def bar(self) -> list[Button]:
        return [
            Button("retry", "Try again", card=True),
            Button("quit", "Quit", card=True),
            Button("full-screen", "Full screen", card=True),
        ]

    def act(self, key: str) -> Change | None:
        if key == "full-screen":
            self.stage.switch_full_screen()
            return None
        return self._retry() if key == "retry" else Leave()

    def back(self) -> Change | None:
        return None
