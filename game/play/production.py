"""A story made ready for its runs: what is the same in all of them is worked out once."""

from __future__ import annotations

from game.play.staging import StagedScene
from game.scoring.rulebook import Rulebook
from game.story.model import Story


class Production:
    """What all runs of a story share; nothing in it depends on a run. Scenes are made ready
    when they are first come to."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.rulebook = Rulebook(story)
        friends = {(life.id, friend) for life in story.lives.values() for friend in life.friends}
        self.links = friends | {(b, a) for a, b in friends}
        self.variables = {v.id: v.start for v in story.variables.values()}
        self.clocks = {x.id: x.starts for x in story.lives.values() if x.starts is not None}
        self.scenes = _Scenes(story)
        self._arms: dict[tuple[str, str], StagedScene] = {}

    def arm(self, scene: str, arm: str) -> StagedScene:
        """An arm of a pair, ready to be played."""
        staged = self._arms.get((scene, arm))
        if staged is None:
            alone = self.story.scenes[scene].arms[arm]
            staged = self._arms[scene, arm] = StagedScene(self.story, alone, arm)
        return staged


class _Scenes(dict[str, StagedScene]):
    """Scenes by id, each made ready when it is first come to."""

    def __init__(self, story: Story) -> None:
        super().__init__()
        self._story = story

    def __missing__(self, id: str) -> StagedScene:
        staged = self[id] = StagedScene(self._story, self._story.scenes[id])
        return staged
