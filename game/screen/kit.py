"""What everything that draws needs: type, colours, measures and a store of made surfaces."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field

import pygame

from game.screen.layout import Frame
from game.screen.lettering.type import Type
from game.screen.store import SurfaceStore
from game.screen.theme import Theme

_PIECES, _SHEETS = 2.0, 1.5
"""How much is kept of small surfaces, and of those as large as a window: in whole windows, since
what one page shows grows with its window."""


class Pieces:
    """Small surfaces with soft edges, each made once. They are kept in the window's own format:
    what was drawn as SVG is not, and to lay it over something would take thirty times as long."""

    def __init__(self, most: int) -> None:
        self._kept = SurfaceStore(most)

    def get(self, key: Hashable, make: Callable[[], pygame.Surface]) -> pygame.Surface:
        """The piece under this key, made if it is not there."""
        return self._kept.get(key, lambda: make().convert_alpha())


@dataclass(frozen=True, slots=True, eq=False)
class Kit:
    """Made anew for each window size, text size and theme."""

    type: Type
    theme: Theme
    frame: Frame
    pieces: Pieces = field(init=False)
    sheets: SurfaceStore = field(init=False)

    def __post_init__(self) -> None:
        window = 4 * self.frame.size[0] * self.frame.size[1]
        object.__setattr__(self, "pieces", Pieces(round(_PIECES * window)))
        object.__setattr__(self, "sheets", SurfaceStore(round(_SHEETS * window)))
