"""The record: the ledger read backwards, from its last entry to the first."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice

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
        accounts = stage.session.mirror.backwards()
        self._to_come = (entry for account in accounts for entry in _account(account))
        self._laid: list[list[Block]] = []
        self._lay_more()

    def _lay_more(self) -> bool:
        """Adds as many entries as there are. False: no more are left."""
        before = len(self._laid)
        self._laid += islice(self._to_come, max(PORTION, before))
        return len(self._laid) > before

    def blocks(self) -> list[Block]:
        if not self._laid:
            return [Head("The record", "Nothing was entered.")]
        return [Head("The record", "The last entry first."), *chain.from_iterable(self._laid)]

    def lay(self) -> Kit:
        kit = super().lay()
        while self.column.below < self.column.body.height and self._lay_more():
            self.refresh()
        return kit


def _account(account: Account) -> Iterator[list[Block]]:
    """One ledger, entry by entry; before the first, what came of it."""
    head: list[Block] = [
        caption(f"{account.system} · {account.holder}", before=2.4),
        Words(account.says, before=0.2),
    ]
    for back in account.entries:
        yield [*head, Rule(before=1.2), Stack(list(_entry(back)), before=0.8)]
        head = []


def _entry(back: Back) -> Iterator[Block]:
    """What is told of an entry."""
    row = back.row
    yield EntryHead(row.when, f"{back.before} → {row.total}", row.amount)
    yield Words(row.title[:1].upper() + row.title[1:], "strong", before=0.0)
    if back.did:
        yield Words(f"You chose: {back.did}", "aside", before=0.4)
    yield from (Words(why, size="small", tone="quiet", before=0.3) for why in back.why)
    if back.missed:
        yield Labelled("misses", back.missed, "hand", "hand", before=0.4)
