"""The mirror in text: both answers of each pair, and what can be said of them."""

from __future__ import annotations

from collections.abc import Iterator

from game.mirror.pairs import PairRow
from game.mirror.reading import ARM_NAMES, Mirror, Twice
from game.text.page import plain


def mirror_lines(told: Mirror) -> Iterator[str]:
    """The whole mirror, parted by empty lines."""
    yield told.heading
    if told.found:
        yield told.found
    for pair in told.pairs:
        yield ""
        yield from _pair(pair)
    for part in (told.counts, told.rests, told.limits):
        if part:
            yield ""
            yield from map(plain, part)


def _pair(pair: Twice) -> Iterator[str]:
    yield f"Asked twice: {plain(pair.row.name)}."
    for arm, name in ARM_NAMES.items():
        yield _answer(pair.row, arm, name.capitalize())
    if not pair.changed:
        yield pair.remark
    if pair.times:
        yield pair.times


def _answer(row: PairRow, arm: str, name: str) -> str:
    answer, when = row.answers.get(arm), row.when.get(arm)
    if answer is None:
        return f"{name}: not met."
    dated = name if when is None else f"{name}, {when}"
    worth = row.worth(arm, answer)
    return f"{dated}: {plain(row.label(answer))}" + (f" (worth {worth})" if worth else "")
