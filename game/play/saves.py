"""Saves: the journal and the story's fingerprint, as JSON, written whole or not at all.

A save is checked like a stranger's file when it is read. If the story has changed since,
the journal is replayed by ids as far as it fits, and the player is told.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from game.errors import GameError
from game.keeping import write_whole
from game.play.inputs import Inputs
from game.play.instruments import Instruments
from game.play.journal import is_act
from game.play.production import Production
from game.play.renames import retold
from game.play.replays import replayed
from game.play.run import Run
from game.play.so_far import last_line
from game.story.desk import ID
from game.story.model import Story

VERSION = 4
"""2 knows the cut of the story that is played, and whose content note was answered; 3 the chapter
that the run began with; 4 whether notes are kept of it, under which name, in which study, and
who is said to see the score."""

LARGEST = 8_000_000
"""Bytes of a save; a longer one is not ours."""

AUTOSAVE = "autosave"

_LONGEST = 400
"""Characters of what a list shows of a save."""


class SaveError(GameError):
    """A save that cannot be read or written; the text says why, and what to do."""


_RUN_ID = re.compile(r"[a-z0-9]{0,32}")
_STUDY = re.compile(r"[a-z0-9-]{0,60}( [0-9a-f]{1,64})?")
_SINCE_4: Mapping[str, Callable[[object], bool]] = {
    "id": lambda id: isinstance(id, str) and _RUN_ID.fullmatch(id) is not None,
    "noted": lambda noted: isinstance(noted, bool),
    "study": lambda study: isinstance(study, str) and _STUDY.fullmatch(study) is not None,
    "audience": lambda audience: (
        isinstance(audience, list)
        and len(audience) <= 1
        and all(isinstance(one, str) and one == _sound(one)[:_LONGEST] for one in audience)
    ),
}


_CHANGED = "The story has changed since this was saved."


@dataclass(frozen=True, slots=True)
class Slot:
    """A save as a list shows it. `when`: the story's own date and time there; `chapter`, and
    `told`, what was done last; `place`: its id; `run`: the id of the run. What an old
    save does not have is empty. `saved`: seconds since 1970."""

    name: str
    title: str
    when: str
    acts: int
    saved: float
    chapter: str = ""
    place: str = ""
    told: str = ""
    run: str = ""


@dataclass(frozen=True, slots=True)
class Resumed:
    """A run from a save; `told`: what the player should know, if the story has changed."""

    run: Run
    told: str | None


def save_text(run: Run) -> str:
    """The run as a save."""
    view, inputs = run.view(), run.inputs
    return json.dumps(
        {
            "save": VERSION,
            "story": run.story.id,
            "fingerprint": run.story.fingerprint,
            "seed": run.seed,
            "shown": inputs.shown,
            "audience": inputs.audience,
            "cut": inputs.cut,
            "begun": inputs.chapter,
            "id": inputs.id,
            "noted": inputs.noted,
            "study": inputs.study,
            "title": view.heading,
            "when": view.when or "",
            "chapter": view.chapter,
            "place": "" if view.kind == "note" else run.state.scene.place or "",
            "told": last_line(run),
            # What was taken back is needed by nothing but the notes.
            "acts": run.journal if inputs.noted else run.holding,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def resume(
    story: Story, text: str, instruments: Instruments, production: Production | None = None
) -> Resumed:
    """The run that a save holds. Raises SaveError if it is no save of this story."""
    save = _checked(text)
    if save["story"] != story.id:
        raise SaveError(f"This save belongs to another story ({save['story']!r}).")
    cut = save.get("cut")
    known = cut if cut in story.cuts else None
    chapter = save.get("begun")
    begun = None if story.beginning(chapter) is None else chapter
    acts = retold(save["acts"], story.renamed)
    since_4 = save if save["save"] >= 4 else {}
    inputs = Inputs(
        save["shown"],
        tuple(since_4.get("audience", ())),
        known,
        begun,
        since_4.get("noted", True),
        since_4.get("id", ""),
        since_4.get("study", ""),
    )
    run, lost = replayed(Run(story, save["seed"], instruments, inputs, production), acts)
    told = []
    if cut != known:
        told.append(f"Its cut {cut!r} is gone, so you are in the whole story.")
    if chapter != begun:
        told.append(f"It began with the chapter {chapter!r}, where nobody begins any more.")
    if lost:
        steps = "step" if lost == 1 else "steps"
        told.append(
            f"You are at the last scene that still stands; {lost} {steps} after it could not be "
            f"kept."
        )
    return Resumed(run, " ".join((_CHANGED, *told)) if told else None)


def _checked(text: str) -> dict[str, Any]:
    try:
        save = json.loads(text)
    except (ValueError, RecursionError):
        raise SaveError("This is not a save, or it is damaged.") from None
    if not isinstance(save, dict):
        raise SaveError("This is not a save, or it is damaged.")
    version = save.get("save")
    if isinstance(version, int) and version > VERSION:
        raise SaveError("This save was made by a newer version of the game; update to open it.")
    kinds = {"save": int, "story": str, "seed": int, "shown": bool, "acts": list}
    for key, kind in kinds.items():
        if type(save.get(key)) is not kind:
            raise SaveError(f"This save is damaged: {key!r} is missing or not as it should be.")
    for key in ("cut", "begun"):
        id = save.get(key)
        if id is not None and not (isinstance(id, str) and ID.fullmatch(id)):
            raise SaveError(f"This save is damaged: {key!r} is not as it should be.")
    for key, fits in _SINCE_4.items():
        if save["save"] >= 4 and not fits(save.get(key)):
            raise SaveError(f"This save is damaged: {key!r} is not as it should be.")
    if not all(is_act(act) for act in save["acts"]):
        raise SaveError("This save is damaged: one of its acts cannot be read.")
    return save


def _sound(text: str) -> str:
    """Without halves of characters, which no file takes and no terminal shows."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _slot(path: Path, save: dict[str, Any]) -> Slot:
    """What a list shows of it: words only, and no more than there is room for."""
    words = {
        key: _sound(value)[:_LONGEST]
        for key in ("title", "when", "chapter", "place", "told")
        if isinstance(value := save.get(key), str)
    }
    head = {"title": "", "when": ""} | words
    run = save["id"] if save["save"] >= 4 else ""
    saved = path.stat().st_mtime
    return Slot(name=path.stem, acts=len(save["acts"]), saved=saved, run=run, **head)


class Shelf:
    """The saves of one story in a folder. Names are slots: short, of letters and digits."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def write(self, name: str, run: Run) -> None:
        """Save the run, whole or not at all. Raises SaveError if the disk does not take it."""
        path = self._path(name)
        text = save_text(run)
        if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
            raise SaveError("This run has grown too long to be saved; what was saved before stays.")
        try:
            write_whole(path, text)
        except OSError as error:
            raise SaveError(f"Could not save: {error.strerror or error}.") from error

    def set_aside(self, name: str) -> None:
        """Keep a copy of a save under another name, before something else is written there."""
        with contextlib.suppress(OSError):
            shutil.copyfile(self._path(name), self._path(f"{name[:30]}-before"))

    def is_foreign(self, name: str) -> bool:
        """Whether something stands there that is no save that we can read."""
        try:
            _checked(self.read(name))
        except SaveError:
            # A folder that may not be looked into has nothing to be set aside.
            return os.path.exists(self._path(name))
        return False

    def read(self, name: str) -> str:
        """The text of a save. Raises SaveError if there is none, or it cannot be read."""
        path = self._path(name)
        try:
            if path.stat().st_size > LARGEST:
                raise SaveError(f"The save {name!r} is too large to be one of ours.")
            return path.read_text(encoding="utf-8")
        except FileNotFoundError:
            raise SaveError(f"There is no save {name!r}.") from None
        except (OSError, UnicodeDecodeError) as error:
            raise SaveError(f"The save {name!r} cannot be read: {error}.") from error

    def slots(self) -> list[Slot]:
        """All saves that can be read, the newest first."""
        if not os.path.isdir(self.folder):
            return []
        found = []
        for path in self.folder.glob("*.json"):
            with contextlib.suppress(SaveError, OSError):
                save = _checked(self.read(path.stem))
                found.append(_slot(path, save))
        return sorted(found, key=lambda slot: (-slot.saved, slot.name))

    def remove(self, name: str) -> None:
        """Delete a save. Raises SaveError if there is none, or it cannot be deleted."""
        try:
            self._path(name).unlink()
        except FileNotFoundError:
            raise SaveError(f"There is no save {name!r}.") from None
        except OSError as error:
            raise SaveError(f"Could not delete {name!r}: {error.strerror or error}.") from error

    def sweep(self) -> None:
        """Delete what was left of saves that could not be written to their end."""
        for path in self.folder.glob("*.part"):
            with contextlib.suppress(OSError):
                path.unlink()

    def _path(self, name: str) -> Path:
        if (
            not name
            or len(name) > 40
            or not all(c.isascii() and (c.isalnum() or c == "-") for c in name)
        ):
            raise SaveError(f"{name!r} is no name for a save: use letters, digits and dashes.")
        return self.folder / f"{name}.json"
