"""What stands on the page that closes what was played, where a lesson or a visit ends before the
story does. It ends nothing, and says nothing of what is asked twice: the mirror does, after a
guess.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.play import policy
from game.play.run import Run
from game.play.so_far import steps
from game.play.state import Happened
from game.play.view import Score
from game.story import calendar

MISSED = 3
"""So many of the last things that the score missed are said."""


@dataclass(frozen=True, slots=True)
class Closing:
    """What was played. `choices`: how many were made; `chapters`: the titles of those that were
    come to; `times`: the stretch of each calendar; `scores`: with what changed since they
    opened; `missed`: the latest last."""

    choices: int
    chapters: tuple[str, ...]
    times: tuple[str, ...]
    scores: tuple[Score, ...]
    missed: tuple[str, ...]

    @property
    def played(self) -> str:
        """What was played, in a sentence."""
        if not self.choices:
            return "You have not chosen anything yet. The story waits where it is."
        count = "one choice" if self.choices == 1 else f"{self.choices} choices"
        titles = [f"“{title}”" for title in self.chapters]
        named = " and ".join([*filter(None, [", ".join(titles[:-1])]), *titles[-1:]])
        return f"You made {count} in {named}."


def closing(run: Run) -> Closing:
    """The page for what was played so far."""
    taken = steps(run)
    return Closing(
        len(taken),
        tuple(dict.fromkeys(_chapters(run))),
        tuple(_times(run)),
        policy.since_opening(run, _lives(run)),
        tuple([step.misses for step in taken if step.misses][-MISSED:]),
    )


def since(score: Score) -> str:
    """What changed since a standing opened, with a sign and in words."""
    if not score.change:
        return "as at the beginning"
    if score.listed:
        return "put on the list since" if score.change > 0 else "taken off the list since"
    return f"{score.change:+,} {'gained' if score.change > 0 else 'lost'} since the beginning"


def _chapters(run: Run) -> Iterator[str]:
    story = run.story
    for scene in run.state.visits:
        yield story.chapters[story.scenes[scene].chapter].title.plain(run.facts)


def _lives(run: Run) -> list[str]:
    """The lives that were played, in the order of their first choices."""
    chosen = [told.life for told in run.told if isinstance(told, Happened)]
    return list(dict.fromkeys([*chosen, run.state.life]))


def _times(run: Run) -> Iterator[str]:
    """From when to when each life was played, where it has a calendar."""
    state = run.state
    for life in _lives(run):
        if life in state.clocks:
            first, last = run.production.clocks[life], state.clocks[life]
            name = run.story.lives[life].name
            until = (
                calendar.hhmm(last)
                if calendar.day_words(first) == calendar.day_words(last)
                else calendar.moment_words(last)
            )
            yield f"{name}: {calendar.moment_words(first)} to {until}"
