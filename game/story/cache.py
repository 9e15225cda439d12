"""Keeps on disk what was found out about stories, to be opened faster the next time.

Everything here can be thrown away at any time, and a file that is not as it was written is as
good as none.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path

MOST_KEPT = 20
"""So many stories; those that were put in first go first."""
MOST_BYTES = 8_000_000
_ENDING = ".index"
_SIGN = 32


class Cache:
    """One file a story, in this folder. `edition`: another one reads nothing of what this one
    wrote, as it may see stories with other eyes."""

    def __init__(self, folder: Path, edition: str) -> None:
        self.folder = folder
        self.edition = edition

    def get(self, story: Path, fingerprint: str) -> object | None:
        """What was put in for the story in this folder, if it is still the same."""
        path = self._path(story)
        try:
            with path.open("rb") as file:
                raw = file.read(MOST_BYTES + 1)
            sign, text = raw[:_SIGN], raw[_SIGN:]
            if len(raw) > MOST_BYTES or sign != self._sign(fingerprint, text):
                return None
            found: object = json.loads(text)
            return found
        except (OSError, ValueError, RecursionError):
            return None

    def put(self, story: Path, fingerprint: str, value: object) -> None:
        """Keeps plain values for the story in this folder, whole or not at all; where the disk
        does not take them, nothing is kept."""
        path = self._path(story)
        part = path.with_suffix(".part")
        text = json.dumps(value, separators=(",", ":")).encode()
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            part.write_bytes(self._sign(fingerprint, text) + text)
            os.replace(part, path)
            self._tidy()
        except OSError:
            with suppress(OSError):
                part.unlink()

    def _path(self, story: Path) -> Path:
        name = os.fsencode(story.absolute())
        return self.folder / (blake2b(name, digest_size=12).hexdigest() + _ENDING)

    def _sign(self, fingerprint: str, text: bytes) -> bytes:
        key = f"{self.edition} {fingerprint} ".encode()
        return blake2b(key + text, digest_size=_SIGN).digest()

    def _tidy(self) -> None:
        found = sorted(self.folder.glob("*" + _ENDING), key=lambda path: -path.stat().st_mtime_ns)
        for path in found[MOST_KEPT:]:
            path.unlink()
