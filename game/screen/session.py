"""What the window needs of a run. The face talks to the game through this and nothing else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.mirror.closing import Closing
    from game.mirror.desk import Desk
    from game.mirror.notebook import Timed
    from game.play.beginnings import ChapterRow
    from game.play.ledger import LedgerRow
    from game.play.slot_rows import SlotRow
    from game.play.so_far import SoFar
    from game.play.view import OnStage, View
    from game.session import LogLine
    from game.story.model import Card, Cut


class Session(Protocol):
    """A story with the run that is open. `view`, `log`, `ledger` and the acts need a
    run: `new`, `resume` or `load` first. Acts raise `GameError` with a text for people."""

    @property
    def story_title(self) -> str: ...
    @property
    def story_about(self) -> str: ...
    @property
    def folder(self) -> Path: ...
    @property
    def cover(self) -> str | None: ...
    @property
    def cover_stage(self) -> tuple[OnStage, ...]: ...
    @property
    def people(self) -> Mapping[str, str]: ...
    @property
    def has_continue(self) -> bool: ...
    @property
    def can_undo(self) -> bool: ...
    @property
    def can_redo(self) -> bool: ...
    @property
    def trouble(self) -> str | None:
        """Why the last autosave did not work, if it did not."""

    @property
    def came_back(self) -> bool:
        """Whether the open run was left in an earlier session, after its first choice."""

    @property
    def untimed(self) -> bool:
        """Whether moves take the time that they last, for who sends no ticks."""

    @untimed.setter
    def untimed(self, on: bool) -> None: ...
    @property
    def offers(self) -> Sequence[Cut | None]:
        """What a new run can be of: the whole story (None), or one of its cuts."""

    @property
    def cut(self) -> Cut | None:
        """The cut that the open run plays; None if it plays the whole story."""

    @property
    def chapter(self) -> str | None:
        """The chapter that the open run began with; None if it began at the story's start."""

    def chapters(self) -> Sequence[ChapterRow]:
        """The chapters that a new run can begin with now."""

    @property
    def mirror(self) -> Desk:
        """Notes, the guess, the mirror and the study."""

    def new(
        self, cut: str | None = None, chapter: str | None = None, noted: bool = True
    ) -> None: ...
    def resume(self) -> str | None:
        """Opens the run that was left last; says what had to be given up, if anything."""

    def view(self) -> View: ...
    def choose(self, id: str, timed: Timed | None = None) -> None: ...
    @property
    def read_before(self) -> bool:
        """Whether the page that is shown was read before."""

    @property
    def can_skip(self) -> bool:
        """Whether there is anything to pass over."""

    def skip(self) -> int:
        """Goes on through what was read before, to what is new or to a choice; says how many
        pages were passed over."""

    def tick(self, n: int) -> None: ...
    def undo(self) -> bool: ...
    def redo(self) -> bool: ...
    def log(self) -> Sequence[LogLine]: ...
    def ledger(self) -> Sequence[LedgerRow]: ...
    def why(self, number: int) -> Sequence[str]: ...
    def slots(self) -> Sequence[SlotRow]: ...
    def so_far(self) -> SoFar:
        """The story so far, retold."""

    def closing(self) -> Closing:
        """What was played, for whoever stops before the end."""

    def cards_met(self) -> Sequence[Card]: ...
    def save(self, slot: str) -> str: ...
    def load(self, slot: str) -> str | None: ...
    def delete(self, slot: str) -> str: ...
    def burn(self) -> Sequence[str]:
        """Deletes what is kept of the open run, and closes it; says what was deleted."""

    def leave(self) -> None:
        """The window closes: the run is left as it is."""
