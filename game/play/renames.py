"""Journals in which scenes and choices have former ids, told in the present ones."""

from __future__ import annotations

from collections.abc import Sequence

from game.play.journal import CHOOSE, Act
from game.story.model import Renamed


def retold(acts: Sequence[Act], renamed: Renamed) -> list[Act]:
    """The acts with the ids that the story has now; undone acts, too."""
    return [act if isinstance(act, str) else _retold(act, renamed) for act in acts]


def _retold(act: list[str | int], renamed: Renamed) -> Act:
    kind, scene, *rest = act
    scene = renamed.scenes.get(str(scene), scene)
    if kind == CHOOSE:
        choice, *arm = rest
        rest = [renamed.choices.get(str(scene), {}).get(str(choice), choice), *arm]
    return [kind, scene, *rest]
