"""The journal: the append-only list of the player's acts. All else is a reading of it.

An act is plain JSON and names what it answered, so that it can never be taken for another:

    ["choose", "the-call", "talk", "at-stake"]   a choice; the arm only in a scene of a pair
    ["note", "the-call", "on", "chapter"]        the answer to a content note, and whose it was:
                                                 the chapter's or the scene's
    ["move", "the-board", "k21"]                 a move in an instrument
    ["ticks", "the-board", 12]                   1.2 s that passed in one
    ["stuck", "the-yard"]                        going on where nothing was open
    "undo", "redo"                               acts as well: nothing that was done is lost
"""

from __future__ import annotations

from collections.abc import Sequence

Act = str | list[str | int]

UNDO = "undo"
REDO = "redo"
CHOOSE = "choose"
NOTE = "note"
MOVE = "move"
TICKS = "ticks"
STUCK = "stuck"

MOST_TICKS = 1_000_000
"""Of one act: more than a day in one instrument without a move."""

_LONGEST_WORD = 100
# Until the second version of saves, an answer to a note did not say whose note it was.
_LENGTHS = {CHOOSE: (3, 4), NOTE: (3, 4), MOVE: (3,), TICKS: (3,), STUCK: (2,)}


def is_tick(act: Act) -> bool:
    """Whether the act is only time that passed in an instrument."""
    return isinstance(act, list) and act[0] == TICKS


def is_act(value: object) -> bool:
    """Whether a value from a file has the form of an act."""
    if isinstance(value, str):
        return value in (UNDO, REDO)
    if not isinstance(value, list) or not value or not isinstance(value[0], str):
        return False
    if len(value) not in _LENGTHS.get(value[0], ()):
        return False
    words = value
    if value[0] == TICKS:
        *words, count = value
        if type(count) is not int or not 0 < count <= MOST_TICKS:
            return False
    return all(
        isinstance(word, str)
        and word.isascii()
        and word.isprintable()
        and len(word) <= _LONGEST_WORD
        for word in words
    )


class Path:
    """The acts that still hold, and those that `redo` could bring back."""

    def __init__(self, acts: Sequence[Act] = ()) -> None:
        self.done: list[Act] = []
        self.undone: list[list[Act]] = []
        for act in acts:
            self.add(act)

    def add(self, act: Act) -> None:
        """Read one more act of the journal."""
        if isinstance(act, list):
            self.done.append(act)
            self.undone.clear()
        elif act == UNDO:
            self._undo()
        elif self.undone:
            self.done.extend(self.undone.pop())

    def _undo(self) -> None:
        """Take back the last act together with the time that passed after it."""
        at = len(self.done)
        while at > 0:
            at -= 1
            if not is_tick(self.done[at]):
                break
        if at < len(self.done):
            self.undone.append(self.done[at:])
            del self.done[at:]

    @property
    def can_undo(self) -> bool:
        """Whether there is anything to take back."""
        return any(not is_tick(act) for act in self.done)


def cut(acts: Sequence[Act], holding: Sequence[Act]) -> list[Act]:
    """The longest beginning of a journal after which just these acts hold, with all that was
    undone on the way."""
    path, length, same = Path(), 0, 0
    for number, act in enumerate(acts, 1):
        path.add(act)
        # So far as this beginning is known to be the same, it need not be compared again.
        same = min(same, len(path.done))
        while same < min(len(path.done), len(holding)) and path.done[same] == holding[same]:
            same += 1
        if same == len(path.done) == len(holding):
            length = number
    return list(acts[:length])
