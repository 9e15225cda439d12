"""What commands print, fit for every terminal."""

from __future__ import annotations

import sys


def say(text: str) -> None:
    """Prints what a terminal without Unicode cannot show with question marks."""
    encoding = sys.stdout.encoding or "utf-8"
    print(text.encode(encoding, "replace").decode(encoding))


def counted(number: int, word: str) -> str:
    """1 scene, 1,200 scenes."""
    return f"{number:,} {word}{'' if number == 1 else 's'}"
