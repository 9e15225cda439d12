"""What is shown, as a transcript writes it down."""

from __future__ import annotations

import re

from game.play import words
from game.play.run import Run

_MARK = re.compile(r"\s*[■○△]")
_QUOTES = str.maketrans("‘’“”", "''\"\"")


def plain(text: str) -> str:
    """The words alone: an author need not repeat marks, emphasis or the shape of quotes."""
    return " ".join(_MARK.sub("", text).replace("*", "").translate(_QUOTES).split())


def on_screen(run: Run) -> list[str]:
    """The lines of the screen, with the id of whoever speaks, and the label of its field."""
    view = run.view()
    lines = [
        (f"{line.speaker}: " if line.speaker else "") + words.struck(line.text, line.struck)
        for line in view.lines
    ]
    return lines if view.field is None else [*lines, view.field.label]


def amount(number: int, listed: bool) -> str:
    """+2 or -5; on a list on or off."""
    return ("off" if number < 0 else "on") if listed else f"{number:+}"
