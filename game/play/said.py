"""A line of the log of everything that was said."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

SaidKind = Literal["heading", "line", "choice", "sees", "misses"]


@dataclass(frozen=True, slots=True)
class Said:
    """`speaker`: the person's id, where somebody speaks."""

    kind: SaidKind
    text: str
    speaker: str | None = None
