"""Pairs: which arm comes first, and what was answered first in each."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from game.play.dice import KeyedDice
from game.play.journal import CHOOSE, Act
from game.story.model import ARMS, Choice, Scene, Story
from game.story.ways import Call


@dataclass(frozen=True, slots=True)
class Answer:
    """The first answer to one arm of a pair, before any undo. `number`: of acts before it."""

    scene: str
    arm: str
    choice: str
    number: int


class FirstArms(Mapping[str, str]):
    """The arm that each pair begins with in this run: a fair coin for each, tossed when it is
    asked for, as most runs meet few of them."""

    def __init__(self, story: Story, seed: int) -> None:
        self._scenes = story.scenes
        self._seed = seed

    def __getitem__(self, id: str) -> str:
        scene = self._scenes[id]
        if not scene.arms:
            raise KeyError(id)
        return ARMS[KeyedDice(self._seed, "pair", scene.first_id).pick("first arm", len(ARMS))]

    def __iter__(self) -> Iterator[str]:
        return (scene.id for scene in self._scenes.values() if scene.arms)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def asides(scene: Scene) -> frozenset[str]:
    """Choices that only lead aside and come back: they answer nothing."""
    return frozenset(
        choice.id
        for choice in scene.choices
        if isinstance(choice.way, Call) and choice.way.then is None
    )


def options(scene: Scene) -> list[Choice]:
    """The choices that answer the question, in their order."""
    aside = asides(scene)
    return [choice for choice in scene.choices if choice.id not in aside]


def answered(story: Story, act: Act) -> tuple[str, str, str] | None:
    """Scene, arm and choice of an act that answers a pair."""
    if not isinstance(act, list) or act[0] != CHOOSE or len(act) != 4:
        return None
    _, scene, choice, arm = (str(part) for part in act)
    asked = story.scenes.get(scene)
    if asked is None or arm not in asked.arms or choice in asides(asked):
        return None
    return scene, arm, choice


def first_answers(story: Story, journal: Sequence[Act], stale: Collection[int]) -> list[Answer]:
    """Read from the journal itself, so that undo cannot change them. `stale`: the numbers of
    acts that do not count."""
    found: dict[tuple[str, str], Answer] = {}
    for number, act in enumerate(journal):
        answer = answered(story, act)
        if answer is not None and number not in stale:
            scene, arm, choice = answer
            found.setdefault((scene, arm), Answer(scene, arm, choice, number))
    return list(found.values())
