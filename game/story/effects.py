"""What a choice or the start of a scene makes happen. Frozen records, as in `game.story.model`."""

from __future__ import annotations

from dataclasses import dataclass

from game.story.expressions import Expression


@dataclass(frozen=True, slots=True)
class DeedSpec:
    """A deed that a choice or a scene makes happen. No `by`: the life that is played."""

    kind: str
    quantity: int = 1
    by: str | None = None
    to: str | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class RecordSpec:
    """A record that a person writes down, with or without a deed behind it."""

    system: str
    kind: str
    about: str
    quantity: int = 1
    witness: str | None = None


@dataclass(frozen=True, slots=True)
class Correction:
    """Takes back the latest standing record of this kind about this holder."""

    system: str
    kind: str
    about: str


@dataclass(frozen=True, slots=True)
class Look:
    """Somebody looks at a standing. No `about`: the life that is played."""

    by: str
    system: str
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Later:
    """A scene, or one from a pool, that is visited when this life's calendar gets there,
    `delay` minutes on."""

    delay: int
    scene: str


@dataclass(frozen=True, slots=True)
class Effects:
    """All that a choice or the start of a scene makes happen, in this order."""

    sets: tuple[tuple[str, Expression], ...] = ()
    deeds: tuple[DeedSpec, ...] = ()
    writes: tuple[RecordSpec, ...] = ()
    corrects: tuple[Correction, ...] = ()
    looks: tuple[Look, ...] = ()
    befriends: tuple[str, ...] = ()
    unfriends: tuple[str, ...] = ()
    later: tuple[Later, ...] = ()
    takes: int = 0


NOTHING = Effects()
