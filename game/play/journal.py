"""The journal: the append-only list of the player's acts. All else is a reading of it.

An act is plain JSON: `["the-call", "talk"]` is a choice, with the arm as a third word
in a scene of a pair; `["the-board", 12]` is twelve ticks in an instrument; `"undo"` and
`"redo"` are acts as well, so that nothing that was done is lost.
"""

from __future__ import annotations

from collections.abc import Sequence

Act = str | list[str | int]

UNDO = "undo"
REDO = "redo"


def is_tick(act: Act) -> bool:
    """Whether the act is only time that passed in an instrument."""
    return isinstance(act, list) and isinstance(act[1], int)


class Path:
    """The acts that still hold, and those that `redo` could bring back."""

    def __init__(self, acts: Sequence[Act] = ()) -> None:
        self.done: list[Act] = []
        self.undone: list[list[Act]] = []
        for act in acts:
            self.add(act)

    def add(self, act: Act) -> None:
        """Read one more act of the journal."""
        if act == UNDO:
            self._undo()
        elif act == REDO:
            if self.undone:
                self.done.extend(self.undone.pop())
        else:
            self.done.append(act)
            if not is_tick(act):
                self.undone.clear()

    def _undo(self) -> None:
        """Take back the last act together with the time that passed after it."""
        group: list[Act] = []
        while self.done:
            group.insert(0, self.done.pop())
            if not is_tick(group[0]):
                break
        if group:
            self.undone.append(group)

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return any(not is_tick(act) for act in self.done)
