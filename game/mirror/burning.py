"""Burn: what is kept of a run on this machine is deleted, and what cannot be reached is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from game.errors import GameError
from game.play.slots import Slots

BEYOND = (
    "What cannot be reached from here: a backup that was made of this machine, a page that you "
    "kept elsewhere or printed, and what a worn disk holds on to after it was deleted.",
)


def beforehand(noted: bool, page: bool, takes_part: bool, named: bool = True) -> Iterator[str]:
    """What will be deleted. `noted`: notes are kept of the run; `page`: one stands beside them;
    `takes_part`: in a study; `named`: its saves say whose they are."""
    if noted:
        yield "The notes of this run."
    if page:
        yield "The page that you kept, beside them."
    if named:
        yield "Its saves, in whatever slot they are. It cannot be gone on with."
    else:
        yield "Its last save. It began in an older game: delete other saves of it by hand."
    yield "What was remembered as read, in this run and in all others of this story."
    if takes_part:
        yield "What is counted of it in the comparison."


def each(parts: Iterable[Callable[[], Iterable[str]]]) -> list[str]:
    """Deletes part by part, all that can be: one that fails keeps no other. Says what was done.
    Raises GameError for the first that failed."""
    told, failed = list[str](), list[str]()
    for part in parts:
        try:
            told.extend(part())
        except OSError as error:
            failed.append(f"{error.strerror or error}. Try again.")
        except GameError as error:
            failed.append(str(error))
    if failed:
        raise GameError(f"Not everything could be deleted: {failed[0]}")
    return told


def saves(slots: Slots, run: str) -> str:
    """Deletes the saves of this run; says how many. One of an older game does not say whose it
    is: of such a run, only the last save can be found. Raises SaveError."""
    shelf = slots.shelf
    if shelf is None:
        return "There were no saves."
    names = [
        slot.name for slot in shelf.slots() if slot.run == run and (run or slot.name == slots.auto)
    ]
    for name in names:
        shelf.remove(name)
    shelf.sweep()
    match len(names):
        case 0:
            return "There were no saves."
        case 1:
            return "The save is deleted."
    return f"{len(names)} saves are deleted."
