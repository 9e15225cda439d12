"""What stands on the paper of a scene beside the story: where and when, and what was entered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.blocks.widgets import Block, Labelled, Rule, Words, label_indent
from game.screen.kit import Kit
from game.screen.paper.shapes import wedge
from game.screen.wording import joined, with_word

if TYPE_CHECKING:
    from game.play.view import Aftermath, Change


@dataclass
class Whereabouts(Block):
    """The place and the time: on one line, or each on its own where they do not fit."""

    place: str
    when: str

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return joined(self.place, self.when).upper()

    def _parts(self, kit: Kit, width: int) -> list[str]:
        if kit.type.width(self.text, "score", kit.frame.label) <= width:
            return [self.text]
        return [part.upper() for part in (self.place, self.when) if part]

    def height(self, kit: Kit, width: int) -> int:
        size = kit.frame.label
        parts = self._parts(kit, width)
        return sum(kit.type.height(part, "score", size, width) for part in parts)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, top = kit.frame.label, rect.top
        for part in self._parts(kit, rect.width):
            lines = kit.type.lines(part, "score", size, rect.width)
            kit.type.draw(surface, lines, (rect.left, top), "score", size, kit.theme.quiet)
            top += len(lines) * kit.type.leading("score", size)


@dataclass
class Entered(Block):
    """One change of a standing: an arrow, its sign and its word, and whose it is."""

    change: Change
    before: float = 0.15

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return f"{self._figure}, {self.change.name}"

    @property
    def _figure(self) -> str:
        return with_word(self.change.amount, self.change.listed)

    def _inner(self, kit: Kit, width: int) -> tuple[int, int]:
        """Where the words begin, and their width."""
        indent = label_indent(kit, width) + kit.frame.small
        return indent, width - indent

    def height(self, kit: Kit, width: int) -> int:
        _, wide = self._inner(kit, width)
        return kit.type.height(
            f"*{self._figure}*, {self.change.name}", "score", self._size(kit), wide
        )

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, tint, amount = self._size(kit), kit.theme.score, self.change.amount
        indent, wide = self._inner(kit, rect.width)
        told = f"*{self._figure}*, {self.change.name}"
        lines = kit.type.lines(told, "score", size, wide)
        kit.type.draw(surface, lines, (rect.left + indent, rect.top), "score", size, tint)
        if amount:
            side, up = round(size * 0.62), amount > 0
            arrow = kit.pieces.get(("wedge", side, up, tint), lambda: wedge(side, up, tint))
            lower = (kit.type.leading("score", size) - side) // 2
            at = (rect.left + indent - kit.frame.small, rect.top + lower)
            surface.blit(arrow, at)

    def _size(self, kit: Kit) -> int:
        return kit.frame.small


def aftermath_blocks(after: Aftermath | None) -> list[Block]:
    """What the last choice left: what the score sees, what became of it, and what it misses."""
    if after is None:
        return []
    blocks: list[Block] = []
    if after.taken:
        blocks.append(Words(after.taken, "story", "text", "quiet"))
    seen = after.sees or ("nothing" if after.seen_nothing else None)
    if seen:
        blocks.append(Labelled("SEES", seen, "score", "score", "small", before=1.0))
    blocks += _entered(after.changes, bool(seen))
    if after.misses:
        blocks.append(Labelled("misses", after.misses, "hand", "hand", before=0.4))
    if blocks:
        blocks.append(Rule())
    return blocks


def _entered(changes: Sequence[Change], seen: bool) -> list[Block]:
    before = [0.15 if seen or number else 1.0 for number in range(len(changes))]
    return [Entered(change, air) for change, air in zip(changes, before, strict=True)]
