"""Fonts of the machine that the game runs on: the very last resort, for scripts that the game's
own fonts do not have."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from game.screen.lettering.coverage import signs_of

_WINDOWS = Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts"
_MAC = Path("/System/Library/Fonts")
_SHARED = Path("/usr/share/fonts")

PLACES = (
    *(_WINDOWS / name for name in ("msyh.ttc", "msgothic.ttc", "malgun.ttf", "seguisym.ttf")),
    *(_WINDOWS / name for name in ("segoeui.ttf", "Nirmala.ttf", "leelawui.ttf", "ebrima.ttf")),
    *(_MAC / name for name in ("Supplemental/Arial Unicode.ttf", "Hiragino Sans GB.ttc")),
    *(_MAC / name for name in ("AppleSDGothicNeo.ttc", "Apple Symbols.ttf", "GeezaPro.ttc")),
    *(_SHARED / "opentype" / name for name in ("noto/NotoSansCJK-Regular.ttc",)),
    *(_SHARED / name for name in ("noto-cjk/NotoSansCJK-Regular.ttc",)),
    *(_SHARED / name for name in ("google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",)),
    *(_SHARED / "truetype" / name for name in ("droid/DroidSansFallbackFull.ttf",)),
    *(_SHARED / "truetype" / name for name in ("wqy/wqy-microhei.ttc", "unifont/unifont.ttf")),
    *(_SHARED / name for name in ("truetype/dejavu/DejaVuSans.ttf", "TTF/DejaVuSans.ttf")),
    *(_SHARED / name for name in ("dejavu-sans-fonts/DejaVuSans.ttf",)),
)
"""Where systems keep fonts with many signs. A machine is never asked for a list of its fonts: that
can take as long as it likes."""


class MachineFonts:
    """Looks at the files in `places` when a sign is first missing, and at each once."""

    def __init__(self, places: Iterable[Path] = PLACES) -> None:
        self._ahead: Iterator[Path] = iter(tuple(places))
        self._read: list[tuple[Path, frozenset[str]]] = []

    def having(self, signs: frozenset[str]) -> Path | None:
        """The first file that has all these signs."""
        for path, has in self._read:
            if has >= signs:
                return path
        for path in self._ahead:
            has = signs_of(path) if path.is_file() else frozenset[str]()
            if has:
                self._read.append((path, has))
            if has >= signs:
                return path
        return None
