"""What is done so that everybody can play, and how it was checked."""

from __future__ import annotations

from game.accessibility import NOT_YET, ROWS
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block, Rule, Words
from game.screen.page import Page

_ABOUT = (
    "What people who write about accessible games ask for, what there is of it here, and how we "
    "know."
)


class AccessibilityPage(Page):
    """The table, row by row, and what is missing."""

    def blocks(self) -> list[Block]:
        blocks: list[Block] = [
            Head("For everybody", _ABOUT),
        ]
        for row in ROWS:
            blocks += [
                Rule(before=1.2),
                Words(f"{row.number}. {row.asks}", "strong", before=0.8),
                Words(row.here, before=0.2),
                Words(f"{row.checked}.", "aside", "label", "quiet", before=0.3),
            ]
        blocks += [Rule(before=1.6), Words("Not yet", "strong", before=0.8)]
        return blocks + [Words(missing, before=0.4) for missing in NOT_YET]
