"""The mirror: both answers of each pair, joined by a thread, in plain counts and no verdict."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.screen.blocks.buttons import Button
from game.screen.blocks.threads import Heads, PairBlock
from game.screen.blocks.widgets import Block, Spring, Stack, Words
from game.screen.intents import Command
from game.screen.kit import Kit
from game.screen.layout import SHEET
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Reset, Stage
from game.screen.transitions.turns import Look

if TYPE_CHECKING:
    from game.mirror.reading import Mirror


class MirrorPage(Page):
    """The mirror of what was played so far, for whoever stops here."""

    look: Look = "story"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._mirror = stage.session.mirror.mirror()

    @property
    def kit(self) -> Kit:
        return self.stage.spread_kit

    def blocks(self) -> list[Block]:
        return reflected(self._mirror, self.kit, self.width)

    def bar(self) -> list[Button]:
        return [
            Button("back", "Back", card=True),
            Button("record", "The record", card=True),
            Button("notes", "Notes", card=True),
            Button("on", "Go on", card=True),
        ]

    def act(self, key: str) -> Change | None:
        match key:
            case "record":
                return ways.record(self.stage)
            case "notes":
                return ways.notes(self.stage)
            case "on":
                return Reset(ways.page_of_run(self.stage))
        return self.back()

    def command(self, command: Command) -> Change | None:
        return ways.open_command(self.stage, command)

    def back(self) -> Change | None:
        return ways.stop_again(self.stage)


def reflected(mirror: Mirror, kit: Kit, width: int) -> list[Block]:
    """What the mirror shows on a column of this width."""
    blocks: list[Block] = [Words(mirror.heading, "strong", "title", before=1.0)]
    if mirror.found:
        blocks.append(Words(mirror.found, before=0.0))
    if mirror.pairs:
        blocks.append(Words(explained(mirror), size="small", tone="quiet", before=0.0))
        blocks += [Heads(), *(PairBlock(pair) for pair in mirror.pairs)]
    blocks += _counts(mirror, roomy=width >= kit.frame.text * SHEET)
    limits = [Words(told, "score", "label", "quiet", before=0.0) for told in mirror.limits]
    return [*blocks, Spring(), Stack(limits, before=1.2)]


def _counts(mirror: Mirror, roomy: bool) -> Iterator[Block]:
    """Plain counts, two in a row where it is roomy, and by hand what was rested on: beside a count
    that stands alone, or below."""
    cells = [Stack([Words(told, size="small")]) for told in mirror.counts]
    hand: list[Block] = [Words(told, "hand", "small", "hand", 0.6) for told in mirror.rests]
    if roomy and len(cells) % 2:
        cells.append(Stack(hand))
        hand = []
    for cell in cells[1::2]:
        cell.beside = roomy
    yield from (*cells, *hand)


def explained(mirror: Mirror) -> str:
    """What the two sides are, and the red figures if there are any."""
    figures = any(
        pair.row.points(arm, id)
        for pair in mirror.pairs
        for arm, given in pair.row.rewards.items()
        for id in given
    )
    red = " In red: what the score gives for an answer, at most." if figures else ""
    return f"Once the score was at stake, once it was not.{red} The first answer counts."
