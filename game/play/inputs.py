"""What a run is given besides its story and its seed, and keeps for good: all of it is in saves."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Inputs:
    """`shown`: whether the player is shown the scores; `audience`: who is said to see them, in
    place of whom the systems name. `cut`: one of the story's cuts, or None for the whole;
    `chapter`: one that can be begun with, or None for the story's start.

    `noted`: the player agreed that notes are kept of what they choose, to be shown to them at the
    end. `id`: a word that is the run's own, by which its notes are found; it says nothing of who
    plays. `study`: the study in which it takes part, if any.
    """

    shown: bool = True
    audience: tuple[str, ...] = ()
    cut: str | None = None
    chapter: str | None = None
    noted: bool = True
    id: str = ""
    study: str = ""


ORDINARY = Inputs()
"""Of a run of which nobody asked for anything else."""
