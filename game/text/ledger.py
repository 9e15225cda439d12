"""The ledger in text, forwards and backwards."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.mirror.backwards import RECORD, Account, Back
from game.play.ledger import LedgerRow
from game.text.page import plain


def ledger_lines(ledger: Sequence[LedgerRow]) -> list[str]:
    """The ledger, a line an entry."""
    return [
        f"{row.number}. {row.when}, {row.system}, {row.holder}: {row.title}, "
        f"{row.amount}, now {row.total}"
        for row in ledger
    ]


def where_it_is(ledger: Sequence[LedgerRow]) -> Iterator[str]:
    """How to ask for it. A story ends on its last line, not on a table."""
    if ledger:
        entries = "entry" if len(ledger) == 1 else "entries"
        yield ""
        yield f"The ledger has {len(ledger)} {entries}: type ledger to read it."


def backwards_lines(accounts: Sequence[Account]) -> Iterator[str]:
    """The ledgers from their last entry to the first, with what each came of."""
    yield f"== {RECORD} =="
    if not accounts:
        yield "Nothing was entered."
    for account in accounts:
        yield ""
        yield f"{account.system}, {account.holder}."
        yield account.says
        for back in account.entries:
            yield ""
            yield from _entry(back)


def _entry(back: Back) -> Iterator[str]:
    row = back.row
    yield f"{row.number}. {row.when}: {row.title}, {row.amount}. Before it, {back.before}."
    if back.did:
        yield f"You chose: {plain(back.did)}"
    yield from back.why
    if back.missed:
        yield f"It missed: {plain(back.missed)}"
