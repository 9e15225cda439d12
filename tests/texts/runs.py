"""Runs of eight words, as digests: to find words that were taken over from a text which is not
in this repository.

    python -m tests.texts.runs FILE...

writes the digests of all runs of these files, in place of those that were there. They tell
whether a run is in the files, and can not be read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

LENGTH = 8
KEPT = Path(__file__).with_suffix(".txt")

_WORD = re.compile(r"[^\W_]+(?:['’‘][^\W_]+)*")
_APOSTROPHES = re.compile("['’‘]")


class RunOfWords(NamedTuple):
    """Words in a row as they were written, and their digest."""

    words: tuple[str, ...]
    digest: str


def runs(text: str) -> Iterator[RunOfWords]:
    """All runs of a text. Case, marks and apostrophes make no difference."""
    words = _WORD.findall(text)
    for start in range(len(words) - LENGTH + 1):
        run = tuple(words[start : start + LENGTH])
        yield RunOfWords(run, _digest(run))


def _digest(words: Iterable[str]) -> str:
    letters = _APOSTROPHES.sub("", " ".join(words)).lower()
    return blake2b(letters.encode(), digest_size=5).hexdigest()


def kept() -> frozenset[str]:
    """The digests that are kept here."""
    return frozenset(KEPT.read_text(encoding="ascii").split())


def main(paths: Iterable[str]) -> None:
    """Keep the digests of these files; sorted, so that nothing tells which follows which."""
    texts = [Path(path).read_text(encoding="utf-8") for path in paths]
    found = sorted({run.digest for text in texts for run in runs(text)})
    KEPT.write_text("\n".join(found) + "\n", encoding="ascii")
    print(f"{len(found):,} runs")


if __name__ == "__main__":
    main(sys.argv[1:])
