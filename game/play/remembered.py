"""What was met of a story on this machine, in whatever run: chapters, and pages that were read.

Of a page only the scene's id and a short hash of what it said are kept: no answers, no times.
All of it can be lost without harm: then everything counts as new.
"""

from __future__ import annotations

import contextlib
import json
import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from game.keeping import erase, write_whole
from game.play.view import View

MOST_PAGES = 20_000
"""So many pages; those that were read first are forgotten first."""

LARGEST = 4_000_000
"""Bytes of the file; a longer one is not ours."""

SELDOM = 25
"""So many new pages are written together."""

_CHAPTER = re.compile(r"[a-z][a-z0-9-]{0,59}")
_PAGE = re.compile(r"[a-z][a-z0-9-]{0,59} [0-9a-f]{10}")
_APART = "\x1f"


def page_of(view: View) -> str:
    """What a page of text is remembered by: it is another page if it says anything else."""
    said = blake2b(_APART.join(_said(view)).encode("utf-8", "surrogatepass"), digest_size=5)
    return f"{view.scene} {said.hexdigest()}"


def _said(view: View) -> Iterator[str]:
    for line in view.lines:
        yield f"{line.speaker or ''}: {line.text}"
    after = view.aftermath
    if after is not None:
        yield from (f"sees {after.sees}",) if after.sees else ()
        yield from (f"misses {after.misses}",) if after.misses else ()
        yield from (f"{change.system} {change.amount}" for change in after.changes)
    for option in view.options:
        yield from (option.text, *option.reason)


class Remembered:
    """Kept in `file`; without one, as long as this lasts. A file that is missing or broken
    remembers nothing."""

    def __init__(self, file: Path | None = None) -> None:
        self._file = file
        self._fresh = 0
        self._chapters: dict[str, None] = {}
        self._pages: dict[str, None] = {}
        found = self._found()
        for key, known, form in (
            ("chapters", self._chapters, _CHAPTER),
            ("pages", self._pages, _PAGE),
        ):
            given = found.get(key)
            for each in given[-MOST_PAGES:] if isinstance(given, list) else ():
                if isinstance(each, str) and form.fullmatch(each):
                    known[each] = None

    def has_met(self, chapter: str) -> bool:
        """Whether a run came to this chapter."""
        return chapter in self._chapters

    def has_read(self, page: str) -> bool:
        """Whether somebody went on from this page."""
        return page in self._pages

    def meet(self, chapter: str) -> None:
        """A run has come to this chapter."""
        if chapter not in self._chapters:
            self._chapters[chapter] = None
            self._fresh = max(1, self._fresh)
            self.keep()

    def read(self, page: str) -> None:
        """Somebody goes on from this page."""
        if page in self._pages:
            return
        self._pages[page] = None
        if len(self._pages) > MOST_PAGES:
            del self._pages[next(iter(self._pages))]
        self._fresh += 1
        if self._fresh >= SELDOM:
            self.keep()

    def keep(self) -> None:
        """Write down what is new, whole or not at all; where the disk does not take it, it is
        only not remembered."""
        if self._file is None or not self._fresh:
            return
        self._fresh = 0
        text = json.dumps(
            {"chapters": [*self._chapters], "pages": [*self._pages]}, separators=(",", ":")
        )
        with contextlib.suppress(OSError):
            write_whole(self._file, text)

    def forget(self) -> None:
        """Nothing was met or read. Raises OSError if the file cannot be deleted."""
        self._chapters.clear()
        self._pages.clear()
        self._fresh = 0
        if self._file is not None:
            erase(self._file)

    def _found(self) -> dict[str, object]:
        """What stands in the file, as far as it is a mapping at all."""
        try:
            if self._file is None or self._file.stat().st_size > LARGEST:
                return {}
            found = json.loads(self._file.read_text(encoding="utf-8"))
        except (OSError, ValueError, RecursionError):
            return {}
        return found if isinstance(found, dict) else {}


def only_way(view: View, known: Remembered) -> str | None:
    """The one thing to do on a page that was read before, if there is no more to it."""
    ways = [option.id for option in view.options if option.open]
    if view.kind != "scene" or view.field is not None or len(ways) != 1:
        return None
    return ways[0] if known.has_read(page_of(view)) else None
