"""The notes of a run, for its player to read: all that is kept besides the save."""

from __future__ import annotations

from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block, Rule, Words
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change
from game.screen.transitions.turns import Look

NONE = "No notes are kept of this run."


class NotesPage(Page):
    """Plain sentences in their order, and where the file is."""

    look: Look = "closer"

    def blocks(self) -> list[Block]:
        desk = self.stage.session.mirror
        if not desk.keeps:
            return [Head("Notes", NONE)]
        told = desk.notes_told()
        head = Head("Notes", "This is all that is noted of this run." if told else "None so far.")
        return [
            head,
            *(Words(sentence, before=1.2) for sentence in told),
            Rule(before=2.0),
            *self._where(),
        ]

    def _where(self) -> list[Block]:
        """Where they are kept, so that they can be read with anything."""
        notebook = self.stage.session.mirror.notebook
        if notebook.trouble is not None:
            return [Words(notebook.trouble, tone="quiet")]
        if notebook.file is None:
            return [Words("They are kept as long as the game is open.", tone="quiet")]
        return [
            Words("They stand in this file, one to a line:", tone="quiet"),
            Words(str(notebook.file), "score", "label", before=0.4, verbatim=True),
        ]

    def bar(self) -> list[Button]:
        return [Button("back", "Back", card=True), Button("burn", "Burn", card=True, dark=True)]

    def act(self, key: str) -> Change | None:
        return ways.burn(self.stage) if key == "burn" else super().act(key)
