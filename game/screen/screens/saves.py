"""The shelf of saves: to put the run on it, to take one down, or to throw one away."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Literal

from game.screen.blocks.buttons import Button
from game.screen.blocks.save_strip import SaveStrip
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Pop, Reset, Stage
from game.screen.wording import slot_name

if TYPE_CHECKING:
    from game.play.slot_rows import SlotRow

PLACES = tuple(f"slot-{number}" for number in range(1, 7))
"""Where a player can save. The shelf may hold others: those can be loaded."""

DELETING = "deleting"
"""The key of the button that turns what a strip does into deleting, and back."""

_TITLES = {"save": "Save", "load": "Load", "delete": "Delete a save"}
_ASKED = {
    "save": "Press once more to put this run in its place.",
    "delete": "Press once more to delete it for good.",
}


class SavesPage(Page):
    """Saving over another save, and deleting one, is asked for twice."""

    def __init__(self, stage: Stage, saving: bool) -> None:
        super().__init__(stage)
        self.saving = saving
        self.deleting = False
        self._asked: str | None = None

    @property
    def _doing(self) -> Literal["save", "load", "delete"]:
        return "delete" if self.deleting else "save" if self.saving else "load"

    def blocks(self) -> list[Block]:
        kept = {slot.name: slot for slot in self.stage.session.slots()}
        names = PLACES if self._doing == "save" else tuple(kept)
        head = Head(_TITLES[self._doing], "" if names else "There are no saves yet.")
        return [head, *(self._strip(name, kept.get(name)) for name in names)]

    def _strip(self, name: str, slot: SlotRow | None) -> SaveStrip:
        """A save with its picture, or a place that is still empty."""
        if slot is None:
            return SaveStrip(name, slot_name(name), notes=("Empty",), before=1.2)
        saved = f"Saved {slot.saved}" if slot.saved else ""
        asked = _ASKED.get(self._doing, "") if name == self._asked else ""
        notes = tuple(filter(None, (asked, slot.summary, slot.told, saved)))
        session = self.stage.session
        place = slot.place or slot.title
        thumb = partial(self.stage.pictures.small, session.folder, place, slot.picture)
        return SaveStrip(name, slot_name(name), notes=notes, before=1.2, thumb=thumb)

    def bar(self) -> list[Button]:
        buttons = [Button("back", "Back", card=True)]
        if self.stage.session.slots():
            text = _TITLES["save" if self.saving else "load"] if self.deleting else "Delete"
            buttons.append(Button(DELETING, text, card=True))
        return buttons

    def act(self, key: str) -> Change | None:
        if key == "back":
            return Pop()
        if key == DELETING:
            self.deleting, self._asked = not self.deleting, None
            self.notice = None
            self.refresh()
            return None
        return self._load(key) if self._doing == "load" else self._after_asking(key)

    def _after_asking(self, name: str) -> Change | None:
        """Saves or deletes; what stands there is touched only when it is asked for twice."""
        session = self.stage.session
        taken = any(slot.name == name for slot in session.slots())
        if taken and self._asked != name:
            self._asked = name
            self.refresh()
            self.bring(name)
            return None
        if self._doing == "save":
            return Pop(session.save(name).replace(name, slot_name(name)))
        self._asked = None
        self.notice = session.delete(name).replace(name, slot_name(name))
        self.deleting = bool(session.slots())
        self.refresh()
        return None

    def _load(self, name: str) -> Change | None:
        told = self.stage.session.load(name)
        return Reset(ways.page_on_return(self.stage, told))
