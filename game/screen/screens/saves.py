"""The shelf of saves: to put the run on it, or to take one down."""

from __future__ import annotations

from game.errors import GameError
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Pop, Reset, Stage
from game.screen.strips import Strip
from game.screen.widgets import Block, Words
from game.screen.wording import slot_name

PLACES = tuple(f"slot-{number}" for number in range(1, 7))
"""Where a player can save. The shelf may hold others: those can be loaded."""


class SavesPage(Page):
    """Saving over another save is asked for twice."""

    def __init__(self, stage: Stage, saving: bool) -> None:
        super().__init__(stage)
        self.saving = saving
        self._asked: str | None = None

    def blocks(self) -> list[Block]:
        kept = {slot.name: slot for slot in self.stage.session.slots()}
        names = PLACES if self.saving else tuple(kept)
        blocks: list[Block] = [Words("Save" if self.saving else "Load", "strong", "title")]
        if not names:
            blocks.append(Words("There are no saves yet.", "story", "text", "quiet"))
        for name in names:
            slot = kept.get(name)
            notes = [" · ".join(p for p in (slot.summary, slot.when) if p) if slot else "Empty"]
            if name == self._asked:
                notes.append("Press once more to put this run in its place.")
            blocks.append(Strip(name, slot_name(name), notes=tuple(notes), before=1.2))
        return blocks

    def act(self, key: str) -> Change | None:
        if key == "back":
            return Pop()
        try:
            return self._save(key) if self.saving else self._load(key)
        except GameError as error:
            self.notice = str(error)
            self.refresh()
            return None

    def _save(self, name: str) -> Change | None:
        taken = any(slot.name == name for slot in self.stage.session.slots())
        if taken and self._asked != name:
            self._asked = name
            self.refresh()
            return None
        return Pop(self.stage.session.save(name).replace(name, slot_name(name)))

    def _load(self, name: str) -> Change | None:
        told = self.stage.session.load(name)
        return Reset(ways.page_of_run(self.stage, told))
