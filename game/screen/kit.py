"""What everything that draws needs: type, colours, measures and a store of made surfaces."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.screen.layout import Frame
from game.screen.theme import Theme
from game.screen.type import Store, Type


@dataclass(frozen=True, slots=True, eq=False)
class Kit:
    """Made anew for each window size, text size and theme."""

    type: Type
    theme: Theme
    frame: Frame
    pieces: Store = field(default_factory=lambda: Store(80))
    sheets: Store = field(default_factory=lambda: Store(2))
