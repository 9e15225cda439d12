"""What a study compares, for whoever is asked to take part in it, or does."""

from __future__ import annotations

from game.mirror.study import protocol_told
from game.mirror.study.protocol import Study
from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block, Words, caption
from game.screen.page import Page
from game.screen.stage import Change, Pop, Stage
from game.screen.transitions.turns import Look

REMOVED = (
    "All that is counted of this run is taken out of the comparison. Your notes and the run itself "
    "stay as they are."
)


class ProtocolPage(Page):
    """The study in plain words, and no figures."""

    wide = True
    look: Look = "closer"

    def __init__(self, stage: Stage, study: Study) -> None:
        super().__init__(stage)
        self._study = study

    def blocks(self) -> list[Block]:
        blocks: list[Block] = [Head("What is compared")]
        for head, sentence in protocol_told.told(self._study):
            blocks += [caption(head, before=2.0), Words(sentence, before=0.2)]
        return blocks


class WithdrawPage(Page):
    """Asks once whether a run's answers are to be taken out of the study."""

    def blocks(self) -> list[Block]:
        return [Head("Remove my answers"), Words(REMOVED)]

    def bar(self) -> list[Button]:
        return [Button("back", "Back", card=True), Button("remove", "Remove", card=True, dark=True)]

    def act(self, key: str) -> Change | None:
        return Pop(self.stage.session.mirror.withdraw() if key == "remove" else None)
