"""A scene made ready to be played: what is the same at every visit is worked out once, so
what a scene does not have costs nothing when it is played."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from game.play import effects, offers
from game.play.effects import Doing
from game.story.effects import Look
from game.story.model import Choice, Content, Scene, Story
from game.story.ways import Go

if TYPE_CHECKING:
    from game.play.run import Run
    from game.play.view import Option


class StagedChoice:
    """A choice that is ready. `settled`: it is offered in the same words whenever it is there,
    so `offer` is made once. `free`: nothing can take it away. `target`: where it leads at
    any time. `key`: what the run remembers it by."""

    __slots__ = (
        "choice", "doings", "free", "id", "key", "misses", "offer", "once", "sees", "settled",
        "shown_if", "so_far", "target",
    )  # fmt: skip

    def __init__(self, story: Story, scene: Scene, choice: Choice) -> None:
        self.choice = choice
        self.id = choice.id
        self.key = (scene.id, choice.id)
        self.shown_if = None if choice.shown_if is None else choice.shown_if.code
        self.once = choice.once
        self.sees, self.misses, self.so_far = choice.sees, choice.misses, choice.so_far
        self.doings = tuple(effects.doings(story, scene, choice.effects))
        promises = any(system.announces == "before" for system in story.systems.values())
        locked = choice.needs is not None or choice.gate is not None
        self.settled = choice.text.constant and not locked and not promises
        self.free = self.settled and not choice.once and choice.shown_if is None
        self.target = _target(choice)
        self.offer: Option | None = None


class StagedScene:
    """A scene that is ready; of a pair one `arm` of it, or (`paired`) what both have in common,
    which is never played. `lines` makes its text. `goes_on`: there is one way and no choice.
    `still`: it leaves life and calendar as they are. `notes`: the content notes before it, by
    the keys that they are ticked off with. `doings`: what happens at its start."""

    __slots__ = (
        "arm", "choices", "doings", "goes_on", "id", "lines", "notes", "paired", "scene",
        "still", "title",
    )  # fmt: skip

    def __init__(self, story: Story, scene: Scene, arm: str | None = None) -> None:
        self.id = scene.id
        self.scene = scene
        self.arm = arm
        self.notes = tuple(_notes(story, scene))
        self.title = scene.title
        self.lines = scene.text.code
        self.paired = arm is None and bool(scene.arms)
        self.goes_on = scene.way is not None
        timed = scene.at is not None or scene.clock is not None or scene.after
        self.still = scene.life is None and not timed
        self.choices = tuple(StagedChoice(story, scene, choice) for choice in scene.choices)
        self.doings: tuple[Doing, ...] = (
            *_visits_of_pools(story, scene.id),
            *effects.doings(story, scene, scene.effects),
            *_looks_of_keepers(story, self.choices),
        )

    def choice(self, id: object) -> StagedChoice | None:
        """The choice of this id, if there is one."""
        for staged in self.choices:
            if staged.id == id:
                return staged
        return None


def _target(choice: Choice) -> str | None:
    """Where the choice leads, if it leads to one and the same scene or pool and to no play."""
    if choice.play is None and isinstance(choice.way, Go) and choice.way.branches[0][0] is None:
        return choice.way.branches[0][1]
    return None


def _notes(story: Story, scene: Scene) -> Iterator[tuple[str, Content]]:
    chapter = story.chapters[scene.chapter]
    for key, content in ((f"chapter {chapter.id}", chapter.content), (scene.id, scene.content)):
        if content is not None:
            yield key, content


def _visits_of_pools(story: Story, scene: str) -> Iterator[Doing]:
    """Which visit it was, for pools that draw what was visited least recently."""
    if story.pools:
        yield _remember_visit, scene


def _remember_visit(run: Run, scene: str) -> None:
    run.state.last_visit[scene] = run.state.begun = run.state.begun + 1


def _looks_of_keepers(story: Story, choices: tuple[StagedChoice, ...]) -> Iterator[Doing]:
    """Whoever keeps a gate that stands in a scene looks at the standing."""
    for staged in choices:
        for system in story.systems.values():
            gate = system.gates.get(staged.choice.gate or "")
            if gate is not None and gate.keeper is not None:
                yield _look_of_keeper, (staged, Look(gate.keeper, system.id))


def _look_of_keeper(run: Run, what: tuple[StagedChoice, Look]) -> None:
    staged, look = what
    if offers.offered(run, staged):
        run.state.books.look(look, run.state.life, run.state.now)
