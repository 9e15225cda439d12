"""Cards: facts with their kind and where they stand."""

from __future__ import annotations

from game.screen.page import Page
from game.screen.widgets import Block, Rule, Words

_KINDS = {
    "document": "■ DOCUMENT: it stands in one of the two articles",
    "research": "○ RESEARCH: it stands in another source",
    "fiction": "△ FICTION: this game made it up",
}


class CardsPage(Page):
    """The cards that this scene offers."""

    def blocks(self) -> list[Block]:
        blocks: list[Block] = [Words("Cards", "strong", "title")]
        cards = self.stage.session.view().cards
        if not cards:
            blocks.append(Words("This scene has no cards.", "story", "text", "quiet"))
        for card in cards:
            blocks += [
                Rule(before=1.2),
                Words(_KINDS.get(card.kind, card.kind), "score", "label", "quiet"),
                Words(card.text, "story", before=0.4),
            ]
            if card.origin:
                blocks.append(Words(card.origin, "aside", "label", "quiet", before=0.4))
        return blocks
