"""Content notes: which one stands before a scene."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.play.staging import StagedScene
from game.story.model import Content

if TYPE_CHECKING:
    from game.play.run import Run

INSTEAD = "instead"
"""The answer to a content note that asks to be told instead."""


def pending(run: Run, staged: StagedScene) -> tuple[str, Content] | None:
    """The note that is still to be shown before the scene, with the key it is ticked off by."""
    noted = run.state.noted
    return next((note for note in staged.notes if note[0] not in noted), None)


def shown(run: Run) -> Content:
    """The note that stands on the screen."""
    found = pending(run, run.state.staged)
    assert found is not None, "a note is shown only while one is pending"
    return found[1]


def whose(run: Run) -> str:
    """Whether the note that stands on the screen is the chapter's or the scene's."""
    staged = run.state.staged
    found = pending(run, staged)
    return "scene" if found is not None and found[0] == staged.id else "chapter"
