"""The notes of one run: what its player rested on before an answer, how long that took, what was
taken back and looked at, what was guessed and judged.

They are kept only with consent, in a file of their own: a line of JSON for each, in the order in
which it happened, and nothing else.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from game.keeping import erase

LARGEST = 4_000_000
"""Bytes of the file; a longer one is not ours, and nothing is added to it."""

LONGEST = 3_600_000
"""Milliseconds: whoever takes longer was not there."""

MOST_OPTIONS = 50
"""Of a scene, as far as notes go."""


@dataclass(frozen=True, slots=True)
class Timed:
    """What a face measured of an answer, in milliseconds: from the moment when it could be given,
    and how long the player rested on each option before, as far as they moved there themselves.
    Whatever passed while nobody was there is left out."""

    ms: int
    rested: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Answer:
    """A choice where there was one to make; `arm`: of a pair. `ms` is None, and nothing was rested
    on, where no face measured it."""

    scene: str
    option: str
    arm: str | None = None
    ms: int | None = None
    rested: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Undone:
    """An act was taken back, and this scene is shown again."""

    scene: str


@dataclass(frozen=True, slots=True)
class Looked:
    """The ledger was opened in this scene."""

    scene: str


@dataclass(frozen=True, slots=True)
class Bet:
    """A guess: in so many `of` the pairs, the score changed the answer; None if nobody would
    guess. `held`: so many acts held then; none of them is taken back any more."""

    changed: int | None
    of: int
    held: int


@dataclass(frozen=True, slots=True)
class Judged:
    """A closing statement was called true, or not."""

    statement: str
    true: bool


Note = Answer | Undone | Looked | Bet | Judged

_KINDS: Mapping[str, type[Note]] = {
    "answer": Answer,
    "undone": Undone,
    "ledger": Looked,
    "bet": Bet,
    "judged": Judged,
}
_NAMES = {kind: name for name, kind in _KINDS.items()}


class Notebook:
    """Kept in `file`; without one, as long as this lasts. Lines of a file that cannot be read are
    passed over."""

    def __init__(self, file: Path | None = None) -> None:
        self.file = file
        self.notes: list[Note] = [] if file is None else list(_read(file))
        self.trouble: str | None = None
        """Why the last note could not be written down; it is kept as long as the game is open."""

    def add(self, note: Note) -> None:
        """Notes it."""
        self.notes.append(note)
        if self.file is None:
            return
        try:
            _append(self.file, line_of(note))
            self.trouble = None
        except OSError as error:
            self.trouble = f"A note could not be written: {error.strerror or error}."

    def answer(self, scene: str, arm: str | None) -> Answer | None:
        """The first answer that was noted there."""
        found = (note for note in self.notes if isinstance(note, Answer))
        return next((note for note in found if (note.scene, note.arm) == (scene, arm)), None)

    @property
    def bet(self) -> Bet | None:
        """The first guess."""
        return next((note for note in self.notes if isinstance(note, Bet)), None)

    @property
    def judged(self) -> Mapping[str, bool]:
        """The statements that were judged; the first word on each counts."""
        found: dict[str, bool] = {}
        for note in self.notes:
            if isinstance(note, Judged):
                found.setdefault(note.statement, note.true)
        return found

    def erase(self) -> bool:
        """Deletes the file and forgets everything; False if there is no such file. Raises
        OSError."""
        self.notes.clear()
        return self.file is not None and erase(self.file)


def line_of(note: Note) -> str:
    """The note as it stands in the file."""
    values = {name: getattr(note, name) for name in note.__slots__}
    told = {name: value for name, value in values.items() if value not in (None, {})}
    if isinstance(note, Bet):
        told["changed"] = note.changed
    return json.dumps({"note": _NAMES[type(note)], **told}, ensure_ascii=False)


def _append(file: Path, line: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a+b") as out:
        if out.tell() > LARGEST:
            raise OSError("the file has grown too large")
        out.seek(max(0, out.tell() - 1))
        # A line that was cut off half way must not spoil the next.
        apart = b"" if out.read(1) in (b"", b"\n") else b"\n"
        out.write(apart + line.encode("utf-8", "surrogatepass") + b"\n")


def _read(file: Path) -> Iterator[Note]:
    try:
        if file.stat().st_size > LARGEST:
            return
        text = file.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return
    for line in text.splitlines():
        with suppress(ValueError, TypeError, RecursionError):
            yield _note(json.loads(line))


def _note(found: object) -> Note:
    """The note in a line. Raises ValueError or TypeError if it is none."""
    if not isinstance(found, dict) or not isinstance(found.get("note"), str):
        raise ValueError
    kind = _KINDS.get(found.pop("note"))
    if kind is None:
        raise ValueError
    note = kind(**found)
    if not all(_fits(name, getattr(note, name)) for name in note.__slots__):
        raise ValueError
    return note


def _fits(name: str, value: object) -> bool:
    match name:
        case "ms":
            return value is None or _is_count(value)
        case "rested":
            return isinstance(value, dict) and _are_counts(value)
        case "changed":
            return value is None or _is_count(value)
        case "of" | "held":
            return _is_count(value)
        case "true":
            return isinstance(value, bool)
        case "arm":
            return value is None or _is_word(value)
    return _is_word(value)


def _is_word(value: object) -> bool:
    return isinstance(value, str) and len(value) <= 100


def _is_count(value: object) -> bool:
    return type(value) is int and 0 <= value <= LONGEST


def _are_counts(values: Mapping[object, object]) -> bool:
    return len(values) <= MOST_OPTIONS and all(
        _is_word(word) and _is_count(count) for word, count in values.items()
    )


def clipped(timed: Timed, options: Sequence[str]) -> Timed:
    """What a face measured, within bounds and of these options only."""
    rested = {id: min(ms, LONGEST) for id, ms in timed.rested.items() if id in options and ms > 0}
    return Timed(min(max(timed.ms, 0), LONGEST), dict(list(rested.items())[:MOST_OPTIONS]))
