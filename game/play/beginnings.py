"""The chapters that a run can begin with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.errors import GameError
from game.play.remembered import Remembered
from game.play.run import Run
from game.story.model import Chapter, Story
from game.story.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class ChapterRow:
    """A chapter that can be begun. `about`: a line on it, or nothing; `met`: an earlier run
    came to it."""

    id: str
    title: str
    about: str
    met: bool


def chapter_rows(first: Run, remembered: Remembered) -> Sequence[ChapterRow]:
    """Those that can be begun now: all that have a beginning, if the story leaves them open; else
    those that an earlier run came to. `first`: a new run, in whose words their titles are."""
    story = first.story
    found = [
        ChapterRow(id, chapter.title.plain(first.facts), _about(chapter), remembered.has_met(id))
        for id, chapter in story.chapters.items()
        if chapter.begin is not None
    ]
    return [row for row in found if row.met or story.open_chapters]


def checked(story: Story, chapter: str | None) -> str | None:
    """The chapter, if a run can begin with it. Raises GameError."""
    if chapter is not None and story.beginning(chapter) is None:
        can = [id for id in story.chapters if story.beginning(id) is not None]
        hint = did_you_mean(chapter, can) or f"One can begin: {', '.join(can) or 'none'}."
        raise GameError(f"No run can begin with a chapter {chapter}. {hint}")
    return chapter


def _about(chapter: Chapter) -> str:
    """What the author says about it, or what to know before it."""
    if chapter.about or chapter.content is None:
        return chapter.about
    return chapter.content.notes[0]
