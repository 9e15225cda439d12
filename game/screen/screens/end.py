"""The last page: the mirror, and what can be done now; without notes it is blank paper."""

from __future__ import annotations

from game.mirror.reading import NOTHING_NOTED
from game.screen.blocks.buttons import Button
from game.screen.blocks.widgets import Block, Rule, Spring, Words
from game.screen.kit import Kit
from game.screen.screens import ways
from game.screen.screens.mirror import reflected
from game.screen.screens.run_page import RunPage
from game.screen.stage import Change, Reset, Stage


class EndPage(RunPage):
    """Plain counts, no verdict, and what they cannot say."""

    sheet = True
    kinds = ("end",)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        desk = stage.session.mirror
        self._mirror = desk.mirror() if desk.keeps else None

    @property
    def kit(self) -> Kit:
        return self.stage.kit if self._mirror is None else self.stage.spread_kit

    def blocks(self) -> list[Block]:
        told = self.spoken()
        ending = [*self.heading(), *told, Rule(before=1.6)] if told else []
        if self._mirror is None:
            return [*ending, Spring(), Words(NOTHING_NOTED, "hand", tone="hand"), Spring()]
        return [*ending, *reflected(self._mirror, self.kit, self.width)]

    def bar(self) -> list[Button]:
        session = self.stage.session
        noted = self._mirror is not None
        entries = {
            "record": ("The record", True),
            "statements": ("Statements", bool(session.mirror.statements)),
            "notes": ("Notes", noted),
            "keep": ("Keep a page", noted),
            "undo": ("Undo", session.can_undo),
            "again": ("New run", True),
            "title": ("Title page", True),
            "menu": ("Menu", True),
        }
        there = ((key, text) for key, (text, is_there) in entries.items() if is_there)
        buttons = [Button(key, text, card=True) for key, text in there]
        return [*buttons, Button("burn", "Burn", card=True, dark=True)]

    def act(self, key: str) -> Change | None:
        stage = self.stage
        match key:
            case "record":
                return ways.record(stage)
            case "statements":
                return ways.statements(stage)
            case "notes":
                return ways.notes(stage)
            case "keep":
                self._keep()
                return None
            case "again":
                cut, chapter = stage.session.cut, stage.session.chapter
                return ways.begin(stage, cut.id if cut is not None else None, chapter)
            case "title":
                return Reset(ways.title(stage))
            case "burn":
                return ways.burn(stage)
        return super().act(key)

    def _keep(self) -> None:
        """Writes the page to print or keep, and says where it is."""
        self.notice = f"The page is here: {self.stage.session.mirror.keep_page()}"
        self.column.rewind()
        self.refresh()

    def refresh(self) -> None:
        fresh = self._kit is None
        super().refresh()
        if fresh:
            self._focus = self._buttons[0].key
