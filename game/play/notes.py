"""Content notes: which one stands before a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.model import Content, Scene

if TYPE_CHECKING:
    from game.play.run import Run

INSTEAD = "instead"
"""The answer to a content note that asks to be told instead."""


def pending(run: Run, scene: Scene) -> tuple[str, Content] | None:
    """The note that is still to be shown before the scene, with the key it is ticked off by."""
    chapter = run.story.chapters[scene.chapter]
    for key, content in ((f"chapter {chapter.id}", chapter.content), (scene.id, scene.content)):
        if content is not None and key not in run.state.noted:
            return key, content
    return None
