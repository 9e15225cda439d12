"""A transcript: a playthrough that an author wrote down, with what is expected on the way.

Every value keeps its node, so that whatever differs can be shown at its place.
"""

from __future__ import annotations

from dataclasses import dataclass

from game.story.yaml_nodes import Page, Scalar

Texts = tuple[Scalar, ...]


@dataclass(frozen=True, slots=True)
class Choose:
    """`scene: choice`. The choice may be an answer to a note, or a move in an instrument."""

    at: Scalar
    choice: Scalar


@dataclass(frozen=True, slots=True)
class Tick:
    """`tick: 12`: 1.2 s pass in the instrument that is played."""

    at: Scalar
    count: int


@dataclass(frozen=True, slots=True)
class Again:
    """`undo` or `redo`."""

    at: Scalar


@dataclass(frozen=True, slots=True)
class Expectation:
    """One thing that must hold: `values` of it, or those of each entry of its `table`."""

    key: Scalar
    values: Texts = ()
    table: tuple[tuple[Scalar, Texts], ...] = ()


@dataclass(frozen=True, slots=True)
class Expect:
    """`expect:`, what must hold at this point."""

    at: Scalar
    expected: tuple[Expectation, ...]


@dataclass(frozen=True, slots=True)
class Save:
    """`save: here`, a save point."""

    at: Scalar
    name: str


@dataclass(frozen=True, slots=True)
class Change:
    """An edit of the story: in this file, `old` becomes `new` wherever it stands."""

    file: Scalar
    old: Scalar
    new: str


@dataclass(frozen=True, slots=True)
class Load:
    """`load: here`, back to a save point; there, perhaps, in a changed story: `into` a folder
    beside the transcript, or after `changes` of this one."""

    at: Scalar
    name: str
    into: Scalar | None = None
    changes: tuple[Change, ...] = ()


Step = Choose | Tick | Again | Expect | Save | Load


@dataclass(frozen=True, slots=True)
class Transcript:
    """A playthrough. `seed`, `shown`, `cut` and `chapter`: the inputs of its run."""

    page: Page
    title: str
    seed: int
    shown: bool
    cut: Scalar | None
    chapter: Scalar | None
    steps: tuple[Step, ...]
