"""The record: the ledger read backwards, from its last entry to the first."""

from __future__ import annotations

from collections.abc import Iterator

from game.mirror.backwards import Account, Back
from game.screen.blocks.record_rows import EntryHead
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block, Labelled, Rule, Stack, Words, caption
from game.screen.kit import Kit
from game.screen.page import Page
from game.screen.stage import Stage
from game.screen.transitions.turns import Look

PORTION = 12
"""How many entries are laid out at first. As reading comes near their end, there are twice as
many: whoever does not read so far does not wait for the rest."""


class RecordPage(Page):
    """A page to be read: nothing in it is taken."""

    wide = True
    look: Look = "closer"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._accounts = stage.session.mirror.backwards()
        self._length = sum(len(account.entries) for account in self._accounts)
        self._laid = PORTION

    def blocks(self) -> list[Block]:
        if not self._length:
            return [Head("The record", "Nothing was entered.")]
        blocks: list[Block] = [Head("The record", "The last entry first.")]
        left = self._laid
        for account in self._accounts:
            if left <= 0:
                break
            blocks += _account(account, left)
            left -= len(account.entries)
        return blocks

    def lay(self) -> Kit:
        kit = super().lay()
        while self._laid < self._length and self.column.below < self.column.body.height:
            self._laid *= 2
            self.refresh()
        return kit


def _account(account: Account, most: int) -> Iterator[Block]:
    """One ledger, with no more entries than this."""
    yield caption(f"{account.system} · {account.holder}", before=2.4)
    yield Words(account.says, before=0.2)
    newer: Back | None = None
    for back in account.entries[:most]:
        yield Rule(before=1.2)
        yield Stack(list(_entry(back, newer)), before=0.8)
        newer = back


def _entry(back: Back, newer: Back | None) -> Iterator[Block]:
    """What is told of an entry. What came of one choice is told once, at the last of it."""
    row = back.row
    yield EntryHead(row.when, f"{back.before} → {row.total}", row.amount)
    yield Words(row.title[:1].upper() + row.title[1:], "strong", before=0.0)
    cause = (row.when, back.did, back.missed)
    told = newer is not None and cause == (newer.row.when, newer.did, newer.missed)
    if back.did and not told:
        yield Words(f"You chose: {back.did}", "aside", before=0.4)
    yield from (Words(why, size="small", tone="quiet", before=0.3) for why in back.why)
    if back.missed and not told:
        yield Labelled("misses", back.missed, "hand", "hand", before=0.4)
