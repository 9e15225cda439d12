"""What all screens of a run share: acts on it, the bar, the ways to log, ledger and menu."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from pygame import Rect

from game.screen.blocks.buttons import Button
from game.screen.blocks.scene_blocks import Whereabouts
from game.screen.blocks.widgets import Block, Words, paragraphs
from game.screen.intents import Command
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Reset, Stage, Stay
from game.screen.transitions.turns import Look, Seen

if TYPE_CHECKING:
    from game.mirror.notebook import Timed
    from game.play.view import View
    from game.story.prose import Line


CHOICE = "choice:"
"""What the key of a choice, or of a move, begins with; its id follows."""


class RunPage(Page):
    """A screen of the run that is open."""

    sheet = False
    look: Look = "story"
    kinds: tuple[str, ...] = ()

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.view: View = stage.session.view()

    def refresh(self) -> None:
        self.view, session = self.stage.session.view(), self.stage.session
        if self.view.picture is not None and self.view.picture == session.cover:
            # Sheets lie on the table at which the story is told.
            self.stage.rings = len(self.view.over)
        super().refresh()

    @property
    def seen(self) -> Seen:
        view = self.view
        place, playing = view.place or "", view.playing or ""
        return Seen(self.look, view.kind, view.chapter, view.scene, place, playing, self.leaf)

    def bar(self) -> list[Button]:
        session, cards = self.stage.session, len(self.view.cards)
        skip = [Button("skip", "Skip")] if session.can_skip else []
        return [
            *skip,
            Button("log", "Log"),
            Button("ledger", "Ledger", news=self.stage.news.fresh),
            Button("cards", f"Cards {cards}" if cards else "Cards", open=cards > 0),
            Button("undo", "Undo", open=session.can_undo),
            Button("redo", "Redo", open=session.can_redo),
            Button("menu", "Menu"),
        ]

    def taken(self) -> list[Rect]:
        """Where the picture says something, and nothing may be laid over it."""
        return []

    def number(self, number: int) -> str | None:
        options = self.view.options
        return CHOICE + options[number - 1].id if number <= len(options) else None

    def act(self, key: str) -> Change | None:
        if key.startswith(CHOICE):
            chosen = key.removeprefix(CHOICE)
            return self.do(lambda: self.stage.session.choose(chosen, self.timed()))
        match key:
            case "menu":
                return ways.menu(self.stage)
            case "log" | "ledger" | "cards" | "undo" | "redo" | "skip":
                return self.command(key)
        return None

    def command(self, command: Command) -> Change | None:
        session = self.stage.session
        if command == "undo":
            return self.do(session.undo, back=True) if session.can_undo else None
        if command == "redo":
            return self.do(session.redo) if session.can_redo else None
        if command == "skip":
            return self.do(session.skip) if session.can_skip else None
        return ways.open_command(self.stage, command)

    def timed(self) -> Timed | None:
        """How long the answer took that is given now, where that is measured."""
        return None

    def back(self) -> Change | None:
        return ways.menu(self.stage)

    def menu(self) -> Change | None:
        return ways.menu(self.stage)

    def do(self, act: Callable[[], object], back: bool = False) -> Change:
        """Does something to the run and shows what became of it. `back`: takes an act back."""
        self.notice = None
        act()
        if self.stage.session.view().kind not in self.kinds:
            return Reset(ways.next_page(self.stage, back), back)
        self.arrive(back)
        self.turn()
        return Stay(back)

    def arrive(self, back: bool = False) -> None:
        # What was stamped on the page before goes to the ledger.
        self.stage.news.turn(len(self.stage.session.ledger()))

    def turn(self) -> None:
        """The run has gone on, and this page shows it: from its beginning."""
        self._focus = None
        self.leaf += 1
        self.column.rewind()
        self.refresh()

    def heading(self) -> list[Block]:
        """Where and when, and what it is called."""
        view = self.view
        blocks: list[Block] = []
        if view.place or view.when:
            blocks.append(Whereabouts(view.place or "", view.when or ""))
        if view.heading:
            blocks.append(Words(view.heading, "strong", "text", "ink", before=0.4))
        return blocks

    def spoken(self) -> list[Block]:
        """What the screen says."""
        return self.paragraphs(self.view.lines)

    def paragraphs(self, lines: Iterable[Line]) -> list[Block]:
        """Paragraphs, with the name of who speaks."""
        return paragraphs(lines, self.stage.session.people)
