"""Cards: facts with their kind and where they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.blocks.slips import Head, Slip
from game.screen.blocks.widgets import Block, Rule, Words
from game.screen.kit import Kit
from game.screen.page import Page
from game.screen.stage import Stage
from game.screen.transitions.turns import Look

if TYPE_CHECKING:
    from game.story.model import Card

_KINDS = {
    "document": ("■", "it stands in one of the two articles"),
    "research": ("○", "it stands in another source"),
    "fiction": ("△", "this game made it up"),
}


@dataclass
class Stamp(Block):
    """The kind of a card: its shape and its word, in a frame."""

    sign: str
    word: str
    before: float = 0.0

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return f"{self.sign} {self.word}"

    def height(self, kit: Kit, width: int) -> int:
        return kit.type.leading("score-strong", kit.frame.label) + kit.frame.gap // 2

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, ink, air = kit.frame.label, kit.theme.ink, kit.frame.gap // 2
        words = f"{self.sign} {self.word.upper()}"
        wide = kit.type.width(words, "score-strong", size) + 2 * air
        frame = Rect(rect.left, rect.top, min(wide, rect.width), rect.height)
        pygame.draw.rect(surface, ink, frame, max(1, size // 10), border_radius=max(2, size // 6))
        at = (rect.left + air, rect.top + air // 2)
        kit.type.say(surface, words, at, "score-strong", size, ink)


def card_blocks(card: Card) -> list[Block]:
    """What stands on a card."""
    sign, _ = _KINDS.get(card.kind, ("", ""))
    blocks: list[Block] = [Stamp(sign, card.kind), Words(card.text, before=0.8)]
    if card.origin:
        origin = Words(f"From: {card.origin}", "aside", "label", "quiet", before=0.4)
        blocks += [Rule(before=0.8), origin]
    return blocks


class CardsPage(Page):
    """The cards that this scene offers, or (`met`) all that were met in the run."""

    look: Look = "closer"

    def __init__(self, stage: Stage, met: bool = False) -> None:
        super().__init__(stage)
        self.met = met

    def blocks(self) -> list[Block]:
        session = self.stage.session
        cards = session.cards_met() if self.met else session.view().cards
        if not cards:
            none = "You have met no cards yet." if self.met else "This scene has no cards."
            return [Head("Cards", none)]
        legend = (f"{sign} {about}" for sign, about in _KINDS.values())
        blocks: list[Block] = [Head("Cards", f"A sign after a figure: {'; '.join(legend)}.")]
        for card in cards:
            blocks.append(Slip(card_blocks(card), before=2.0))
        return blocks
