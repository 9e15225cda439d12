"""What a change on the window means, and so in which of five ways it is shown.

- *turned*: the story goes on. A leaf is turned over; where the place stays, only the column's.
- *torn*: one life or chapter is left for another, or the run for the title page, or a choice is
  taken back. The page is torn from top to bottom, and the new one lies below.
- *lens*: one looks closer, at the ledger, the cards, the log, or at what is played. A round opening
  grows from where one pressed, and closes there again.
- *burnt*: what was kept of the run is deleted. The page chars from its edges inwards and is gone.
- *stamp*: the score has entered something: its mark comes down on the tag.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.screen.stage import Change, Pop, Push, Reset, Stay

Turn = Literal["turned", "torn", "lens", "burnt", "stamp"]

Look = Literal["cover", "story", "closer", "ashes", "aside"]
"""What a page is: one before or after the run; one of the run itself; a closer look at the run;
what is left when it was burnt; anything else, to which one only steps aside."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What the window shows, as far as turns go by it. `leaf`: another number for whatever else
    there is to be read on the same page."""

    look: Look
    kind: str = ""
    chapter: str = ""
    scene: str = ""
    place: str = ""
    playing: str = ""
    leaf: int = 0


@dataclass(frozen=True, slots=True)
class Meant:
    """A turn, and how it goes. `whole`: all of the window, not the column alone; `back`: the
    lens closes."""

    turn: Turn
    whole: bool = True
    back: bool = False


TURNED, TORN, BURNT = Meant("turned"), Meant("torn"), Meant("burnt")
COLUMN_TURNED = Meant("turned", whole=False)
CLOSER, AWAY = Meant("lens"), Meant("lens", back=True)


def meant(change: Change | None, before: Seen, after: Seen) -> Meant | None:
    """In which way the window goes over from one to the other; None: at once. A change of None
    is what time has led to."""
    match change:
        case Push():
            return CLOSER if after.look == "closer" else None
        case Pop():
            return AWAY if before.look == "closer" else None
        case Reset() if after.look == "ashes":
            return BURNT
        case Stay(back=True) | Reset(back=True):
            return TORN
        case Reset() if after.look == "cover":
            return TORN
        case Reset() if after.look == "story" and before.look != "story":
            return TURNED if before.look == "cover" else TORN
    return _on(before, after) if before.look == after.look == "story" else None


def _on(before: Seen, after: Seen) -> Meant | None:
    """The run has gone on by itself or by a choice."""
    ended = after.kind == "end" and before.kind != "end"
    if ended or before.chapter != after.chapter:
        return TORN
    if before.playing != after.playing:
        return CLOSER if after.playing else AWAY
    if after.playing or (before.scene, before.leaf) == (after.scene, after.leaf):
        return None
    return COLUMN_TURNED if before.place == after.place else TURNED
