"""The nearest right name, for hints."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

MOST_COMPARED = 200
"""More thorough comparisons than this would keep an author waiting."""


def nearest(name: str, names: Iterable[str]) -> str | None:
    """The name most like this one, if any is alike."""
    name = name[:60]
    pool = [other for other in names if abs(len(other) - len(name)) <= 12]
    if len(pool) > MOST_COMPARED:
        alike = (other for other in pool if other[:2] == name[:2] or other[-3:] == name[-3:])
        pool = sorted(alike, key=lambda other: (abs(len(other) - len(name)), other))
    compared = sorted(pool[:MOST_COMPARED])
    for written in dict.fromkeys((name, name.lower())):
        found = get_close_matches(written, compared, n=1, cutoff=0.6)
        if found:
            return found[0]
    return None


def did_you_mean(name: str, names: Iterable[str]) -> str:
    """ "Did you mean tea-rings?", or nothing."""
    found = nearest(name, names)
    return f"Did you mean {found}?" if found else ""
