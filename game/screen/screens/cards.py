"""Cards: facts with their kind and where they stand."""

from __future__ import annotations

from game.screen.page import Page
from game.screen.stage import Stage
from game.screen.widgets import Block, Rule, Words

_KINDS = {
    "document": "■ DOCUMENT: it stands in one of the two articles",
    "research": "○ RESEARCH: it stands in another source",
    "fiction": "△ FICTION: this game made it up",
}


class CardsPage(Page):
    """The cards that this scene offers, or (`met`) all that were met in the run."""

    def __init__(self, stage: Stage, met: bool = False) -> None:
        super().__init__(stage)
        self.met = met

    def blocks(self) -> list[Block]:
        session = self.stage.session
        blocks: list[Block] = [Words("Cards", "strong", "title")]
        cards = session.cards_met() if self.met else session.view().cards
        if not cards:
            none = "You have met no cards yet." if self.met else "This scene has no cards."
            blocks.append(Words(none, "story", "text", "quiet"))
        for card in cards:
            blocks += [
                Rule(before=1.2),
                Words(_KINDS.get(card.kind, card.kind), "score", "label", "quiet"),
                Words(card.text, "story", before=0.4),
            ]
            if card.origin:
                blocks.append(Words(card.origin, "aside", "label", "quiet", before=0.4))
        return blocks
