"""The last page in text: both answers of each pair, and where the ledger is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from game.mirror.pairs import PairRow
from game.play.ledger import LedgerRow
from game.text.page import plain

ARM_NAMES = {"at-stake": "With points at stake", "not-at-stake": "With no points at stake"}


def ledger_lines(ledger: Sequence[LedgerRow]) -> list[str]:
    """The ledger, a line an entry."""
    return [
        f"{row.number}. {row.when}, {row.system}, {row.holder}: {row.title}, "
        f"{row.amount}, now {row.total}"
        for row in ledger
    ]


def last_page(pairs: Iterable[PairRow], ledger: Sequence[LedgerRow]) -> Iterator[str]:
    """Both answers of each pair, and how to ask for what lies behind them."""
    for pair in pairs:
        yield ""
        yield from pair_lines(pair)
    if ledger:
        # A story ends on its last line, not on a table: that is there for whoever asks.
        entries = "entry" if len(ledger) == 1 else "entries"
        yield ""
        yield f"The ledger has {len(ledger)} {entries}: type ledger to read it."


def pair_lines(pair: PairRow) -> Iterator[str]:
    """Both answers of a pair."""
    yield f"Asked twice: {plain(pair.name)}."
    labels = dict(pair.options)
    for arm, name in ARM_NAMES.items():
        answer = pair.answers.get(arm)
        if answer is None:
            yield f"{name}: not met."
            continue
        when = pair.when.get(arm)
        dated = name if when is None else f"{name}, {when}"
        points = pair.rewards.get(arm, {}).get(answer)
        most = "up to " if answer in pair.played else ""
        worth = f" (worth {most}{points:+,})" if points else ""
        yield f"{dated}: {plain(labels.get(answer, answer))}{worth}"
    if pair.why_void is not None:
        yield f"{pair.why_void}, so this one does not count."
