"""A pair as a drawing for the page to keep: the options in the story's order on both sides, and a
thread from one answer to the other. It lies level where they are the same, and crosses where they
are not; neither side is the better one."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from game.mirror.markup import item, paragraphs, words
from game.mirror.pairs import PairRow
from game.mirror.reading import ARM_NAMES, Twice
from game.story.model import AT_STAKE, NOT_AT_STAKE

_SIDES = ((NOT_AT_STAKE, "left"), (AT_STAKE, "right"))
_WIDE, _HIGH = 100, 20
"""Of the drawing between the sides: in all, and for each option. It is stretched to fit."""


def figure(pair: Twice) -> str:
    """The drawing, and below it the same in words."""
    row = pair.row
    told = " ".join(_told(row))
    return "\n".join(
        [
            "<figure>",
            item("h3", row.name),
            f'<div class="threads" role="img" aria-label="{escape(told)}">',
            *_cells(row),
            "</div>",
            f"<figcaption>{words(told)}",
            *paragraphs([pair.remark, pair.times or ""]),
            "</figcaption>",
            "</figure>",
        ]
    )


def _told(row: PairRow) -> Iterator[str]:
    for arm, _ in _SIDES:
        name = ARM_NAMES[arm].capitalize()
        answer, when = row.answers.get(arm), row.when.get(arm)
        dated = f"{name}, {when}" if when else name
        if answer is None:
            yield f"{name}: not met."
            continue
        worth = row.worth(arm, answer)
        told = row.label(answer).rstrip(".")
        yield f"{dated}: “{told}”, worth {worth}." if worth else f"{dated}: “{told}”."


def _cells(row: PairRow) -> Iterator[str]:
    for column, (arm, side) in zip((1, 3), _SIDES, strict=True):
        head = ARM_NAMES[arm]
        yield f'<div class="{side} head" style="grid-area: 1 / {column}">{words(head)}</div>'
        for number, (id, label) in enumerate(row.options, 2):
            taken = " taken" if row.answers.get(arm) == id else ""
            worth = row.worth(arm, id)
            parts = [f"<span>{words(label)}</span>", item("span", worth, "worth") if worth else ""]
            inner = "".join(reversed(parts) if side == "left" else parts)
            place = f"grid-area: {number} / {column}"
            yield f'<div class="{side}{taken}" style="{place}">{inner}</div>'
    place = f"grid-area: 2 / 2 / span {len(row.options)}"
    yield f'<div class="between" style="{place}">{_thread(row)}</div>'


def _thread(row: PairRow) -> str:
    places = {id: _HIGH * number + _HIGH // 2 for number, (id, _) in enumerate(row.options)}
    paths = []
    for x, (arm, _) in zip((0, _WIDE), _SIDES, strict=True):
        for id, y in places.items():
            kind = "end" if row.answers.get(arm) == id else "other"
            paths.append(_path(kind, f"M{x} {y}h0"))
    left, right = (places.get(row.answers.get(arm) or "") for arm, _ in _SIDES)
    if left is not None and right is not None:
        bend = _WIDE // 2
        paths.append(_path("thread", f"M0 {left}C{bend} {left} {bend} {right} {_WIDE} {right}"))
    box = f"0 0 {_WIDE} {_HIGH * len(row.options)}"
    return (
        f'<svg viewBox="{box}" preserveAspectRatio="none" aria-hidden="true">{"".join(paths)}</svg>'
    )


def _path(kind: str, way: str) -> str:
    return f'<path class="{kind}" d="{way}"/>'
