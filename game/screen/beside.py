"""What lies over the picture stands beside the tags of the score, if there is room for both."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from pygame import Rect

from game.screen.kit import Kit
from game.screen.score_tag import Tag, tags_for

if TYPE_CHECKING:
    from game.play.view import Score


def beside_tags(kit: Kit, scores: Sequence[Score], area: Rect, wide: int) -> tuple[Rect, list[Tag]]:
    """The part of the area that is left for something so wide, and the tags beside it: whole,
    else brief, else none."""
    needed = wide + kit.frame.margin
    for brief in (False, True):
        tags = tags_for(kit, scores, area, brief)
        left = max((tag.rect.right for tag in tags), default=area.left)
        if len(tags) == len(scores) and area.right - left >= needed:
            return Rect(left, area.top, area.right - left, area.height), tags
    return area, []
