"""The titles that stand above a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.story.prose import Prose

if TYPE_CHECKING:
    from game.play.run import Run


def above(run: Run) -> Prose:
    """What stands above the scene: its own title if that says anything now, else the
    chapter's."""
    own = run.state.scene.title
    return own if own is not None and own.plain(run.facts) else of_chapter(run)


def of_chapter(run: Run) -> Prose:
    """The title of the chapter."""
    return run.story.chapters[run.state.scene.chapter].title
