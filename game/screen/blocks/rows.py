"""Where the blocks of a column stand: one below the other, or side by side in a row."""

from __future__ import annotations

from collections.abc import Iterable

from pygame import Rect

from game.screen.blocks.widgets import Block
from game.screen.kit import Kit


def placed(blocks: list[Block], kit: Kit, body: Rect, closest: float) -> list[Rect]:
    """The places of all blocks, seen from the upper left of the column. `closest`: the least part
    of the air between them that is left where that spares scrolling."""
    gap, between = kit.frame.gap, kit.frame.gap * 3
    rows = _rows(blocks, body.width >= 16 * kit.frame.text)
    widths = [(body.width - between * (len(row) - 1)) // len(row) for row in rows]
    heights = [
        max(block.height(kit, wide) for block in row)
        for row, wide in zip(rows, widths, strict=True)
    ]
    airs = [round(max(block.before for block in row) * gap) for row in rows]
    airs[:1] = [0] * len(airs[:1])
    left = body.height - sum(heights) - gap // 2
    if sum(airs) * closest <= left < sum(airs):
        airs = [air * left // sum(airs) for air in airs]
    spots, top = [], 0
    for row, wide, high, air in zip(rows, widths, heights, airs, strict=True):
        top += air
        spots += [Rect(number * (wide + between), top, wide, high) for number in range(len(row))]
        top += high
    return spots


def first_that_fits(
    forms: Iterable[list[Block]], kit: Kit, body: Rect, closest: float
) -> list[Block]:
    """The first of these forms of a page that needs no scrolling, else the last."""
    blocks = list[Block]()
    for blocks in forms:
        if placed(blocks, kit, body, closest)[-1].bottom + kit.frame.gap // 2 <= body.height:
            break
    return blocks


def _rows(blocks: list[Block], wide: bool) -> list[list[Block]]:
    """What stands side by side, row by row, where it is wide enough for that."""
    rows: list[list[Block]] = []
    for block in blocks:
        if block.beside and wide and rows:
            rows[-1].append(block)
        else:
            rows.append([block])
    return rows
