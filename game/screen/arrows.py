"""Where the arrows lead on a page: to what is seen above, below or beside."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pygame import Rect

from game.screen.intents import Arrow

Row = list[str]


def led(
    places: Mapping[str, Rect], at: str, arrow: Arrow, column: list[str], bar: list[str]
) -> str:
    """The key of what an arrow leads to from the key `at`; the ends meet. Up and down go through
    the rows of the `column` and then those of the `bar`; left and right stay in a row, and where
    the bar stands beside the column, they lead from one to the other. What stands alone in its row,
    and buttons beside nothing but text, are gone through in order."""
    rows, buttons = _rows(places, column), _rows(places, bar)
    everything = [*rows, *buttons]
    row = next(number for number, row in enumerate(everything) if at in row)
    if arrow in ("up", "down"):
        aim = everything[(row + (1 if arrow == "down" else -1)) % len(everything)]
        return min(aim, key=lambda key: abs(places[key].left - places[at].left))
    by = 1 if arrow == "right" else -1
    here = everything[row]
    beside = rows and buttons and places[bar[0]].left >= max(places[k].right for k in column)
    if beside:
        there = buttons if row < len(rows) else rows
        here = [*here, *_nearest(places, there, at)]
        if row >= len(rows):
            here = [*here[1:], at]
    here = here if rows and len(here) > 1 else [*column, *bar]
    return here[(here.index(at) + by) % len(here)]


def _rows(places: Mapping[str, Rect], keys: Iterable[str]) -> list[Row]:
    """What stands side by side, row by row."""
    rows: list[Row] = []
    for key in keys:
        if rows and places[rows[-1][-1]].top == places[key].top:
            rows[-1].append(key)
        else:
            rows.append([key])
    return rows


def _nearest(places: Mapping[str, Rect], rows: list[Row], at: str) -> Row:
    """The row that is closest to what has the key `at`, up or down."""
    return min(rows, key=lambda row: abs(places[row[0]].centery - places[at].centery))
