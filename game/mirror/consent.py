"""What is asked before a run: whether notes of it are kept. Two answers, neither of them the
usual one; nothing is kept without the first."""

from __future__ import annotations

from dataclasses import dataclass

from game.mirror.study.protocol import Study

HEAD = "Before you begin"

_SAYS = (
    "This game will note what you choose, to show it to you at the end. Or it will not. It is a "
    "whole game either way."
)
_NOTES = (
    "What you choose, take back and guess, how long you take, where you hesitate: in one file on "
    "this machine. You can read it, and burn it."
)
_WITHOUT = (
    "Only the save is written, with your choices, so that you can go on. The mirror at the end "
    "stays blank."
)


@dataclass(frozen=True, slots=True)
class Consent:
    """The question and its two answers, each with what it means."""

    says: tuple[str, ...]
    keep: str
    keep_means: str
    without: str
    without_means: str


def asked(study: Study | None) -> Consent:
    """What is asked; with a study, that one is counted in it."""
    if study is None:
        return Consent(
            (_SAYS,),
            "Keep notes of my choices, to show me at the end",
            _NOTES,
            "Play without notes",
            _WITHOUT,
        )
    compared = (
        f"This machine takes part in a comparison. Who asks: {study.host.removesuffix('.')}. What "
        "is counted: a random word for your run, which of two versions you play, what you answer, "
        "and the hour. No name is asked, and none is kept."
    )
    return Consent(
        (_SAYS, compared),
        "Keep notes of my choices, to show me at the end, and count them",
        f"{_NOTES} What was counted can be taken back.",
        "Play without being counted",
        f"No notes are kept, either. {_WITHOUT}",
    )
