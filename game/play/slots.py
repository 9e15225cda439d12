"""The saves of a session: the slot that follows its run, and those that its player names."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from game.play.run import Run
from game.play.saves import SaveError, Shelf
from game.play.slot_rows import SlotRow, slot_rows
from game.story.model import Story


class Slots:
    """Without a `shelf` nothing is kept. `auto`: the slot that follows the run."""

    def __init__(self, shelf: Shelf | None, auto: str) -> None:
        self.shelf = shelf
        self.auto = auto
        self.trouble: str | None = None
        """Why the run could not be followed last."""
        self._written: set[str] = set()

    def follow(self, run: Run) -> None:
        """Write the run as it stands; what does not work is told in `trouble`."""
        if self.shelf is None:
            return
        try:
            self.shelf.write(self.auto, run)
            self._written.add(self.auto)
            self.trouble = None
        except SaveError as error:
            self.trouble = str(error)

    def make_room(self, slot: str) -> None:
        """Set aside what stands there, if it is no save that we can read."""
        if self.shelf is not None and self.shelf.is_foreign(slot):
            self.shelf.set_aside(slot)

    def given_up(self) -> str:
        """The id of the run that is lost if another takes the place of the one that is followed;
        empty if none is, or it has no id."""
        slots = [] if self.shelf is None else self.shelf.slots()
        elsewhere = {slot.run for slot in slots if slot.name != self.auto}
        here = next((slot.run for slot in slots if slot.name == self.auto), "")
        return "" if here in elsewhere else here

    def is_of_now(self, slot: str) -> bool:
        """Whether what stands there was written in this session."""
        return slot in self._written

    def read(self, slot: str) -> str:
        """The text of a save. Raises SaveError."""
        return self._kept().read(slot)

    def set_aside(self, slot: str) -> None:
        """Keep a copy of a save that was read."""
        self._kept().set_aside(slot)

    def write(self, slot: str, run: Run) -> None:
        """Save the run there. Raises SaveError."""
        shelf = self._kept()
        self.make_room(slot)
        shelf.write(slot, run)
        self._written.add(slot)

    def remove(self, slot: str) -> None:
        """Delete a save. Raises SaveError."""
        self._kept().remove(slot)

    def rows(self, story: Story, now: datetime) -> Sequence[SlotRow]:
        """All saves as a list shows them, the newest first. `now` in local time."""
        return [] if self.shelf is None else slot_rows(story, self.shelf, now)

    def _kept(self) -> Shelf:
        if self.shelf is None:
            raise SaveError("Nothing is kept here, so there are no saves.")
        return self.shelf
