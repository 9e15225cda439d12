"""A story that cannot be played: what is wrong with it and where, and another try."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.screen.buttons import Button
from game.screen.page import Page
from game.screen.stage import Change, Leave, Stage
from game.screen.widgets import Block, Rule, Words


class ErrorsPage(Page):
    """`retry` reads the story again and says which screen follows."""

    def __init__(
        self, stage: Stage, errors: Sequence[str], retry: Callable[[], Change | None]
    ) -> None:
        super().__init__(stage)
        self.errors = list(errors)
        self._retry = retry

    def blocks(self) -> list[Block]:
        blocks: list[Block] = [
            Words("This story cannot be played yet", "strong", "title"),
            Words(
                "Mend what is named here in the story's files, then try again.",
                "story",
                "text",
                "quiet",
                before=0.2,
            ),
        ]
        for error in self.errors:
            blocks += [Rule(before=1.2), Words(error, "score", "label", "ink", verbatim=True)]
        return blocks

    def bar(self) -> list[Button]:
        return [Button("retry", "Try again", card=True), Button("quit", "Quit", card=True)]

    def act(self, key: str) -> Change | None:
        return self._retry() if key == "retry" else Leave()

    def back(self) -> Change | None:
        return None
