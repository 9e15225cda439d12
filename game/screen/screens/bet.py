"""Before the last page: the player guesses in how many of the paired questions the score changed
their answer."""

from __future__ import annotations

from game.mirror.reading import guess_about, number
from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head
from game.screen.blocks.strips import Strip
from game.screen.blocks.widgets import Block, Spring, Words
from game.screen.intents import Command
from game.screen.screens import ways
from game.screen.screens.run_page import RunPage
from game.screen.stage import Change, Pop, Reset, Stage
from game.screen.transitions.turns import Look

GUESS, RATHER_NOT = "bet:", "rather-not"


class BetPage(RunPage):
    """All answers are alike, and none is a better one. `early`: the story goes on, and the page
    lies over another."""

    sheet = True
    look: Look = "cover"
    kinds = ("end",)

    def __init__(self, stage: Stage, early: bool = False) -> None:
        super().__init__(stage)
        self._early = early
        # Whoever presses once too often has guessed nothing.
        self._focus = "back" if early else "log"

    def blocks(self) -> list[Block]:
        of = self.stage.session.mirror.bet_of
        held = "After this, what you have chosen so far can no longer be undone."
        return [
            Head("Before you look" if self._early else "Before the last page"),
            Words(guess_about(of), size="title", before=2.0),
            Spring(),
            *(Strip(f"{GUESS}{n}", _answer(n, of), before=1.4) for n in range(of + 1)),
            Strip(RATHER_NOT, "I would rather not guess", before=1.4),
            Words(held, size="small", tone="quiet", before=1.8),
        ]

    def bar(self) -> list[Button]:
        if self._early:
            return [Button("back", "Back", card=True)]
        undo = [Button("undo", "Undo", card=True)] if self.stage.session.can_undo else []
        return [*undo, Button("log", "Log", card=True), Button("menu", "Menu", card=True)]

    def number(self, number: int) -> str | None:
        return f"{GUESS}{number}" if number <= self.stage.session.mirror.bet_of else None

    def act(self, key: str) -> Change | None:
        if key == "back":
            return self.back()
        if key == RATHER_NOT:
            return self._guess(None)
        if key.startswith(GUESS):
            return self._guess(int(key.removeprefix(GUESS)))
        return super().act(key)

    def command(self, command: Command) -> Change | None:
        # From the side, only what is looked at can be opened: nothing is done to the run.
        return None if self._early else super().command(command)

    def back(self) -> Change | None:
        return Pop() if self._early else super().back()

    def menu(self) -> Change | None:
        return Pop() if self._early else super().menu()

    def _guess(self, changed: int | None) -> Change:
        self.stage.session.mirror.bet(changed)
        if self._early:
            return ways.mirror_so_far(self.stage)
        return Reset(ways.page_of_run(self.stage))


def _answer(changed: int, of: int) -> str:
    if of == 1:
        return "Yes" if changed else "No"
    return number(changed).capitalize() if changed else "None"
