"""The notes of a run, for its player to read: all that is kept besides the save."""

from __future__ import annotations

from game.mirror.notes_told import NO_NOTES, NONE_YET, ONLY_NOW, WHERE
from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block, Rule, Words
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change
from game.screen.transitions.turns import Look


class NotesPage(Page):
    """Plain sentences in their order, and where the file is."""

    look: Look = "closer"

    def blocks(self) -> list[Block]:
        desk = self.stage.session.mirror
        if not desk.keeps:
            return [Head("Notes", NO_NOTES)]
        told = desk.notes_told()
        head = Head("Notes", "This is all that is noted of this run." if told else NONE_YET)
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
            return [Words(ONLY_NOW, tone="quiet")]
        return [
            Words(WHERE, tone="quiet"),
            Words(str(notebook.file), "score", "label", before=0.4, verbatim=True),
        ]

    def bar(self) -> list[Button]:
        return [Button("back", "Back", card=True), Button("burn", "Burn", card=True, dark=True)]

    def act(self, key: str) -> Change | None:
        return ways.burn(self.stage) if key == "burn" else super().act(key)
