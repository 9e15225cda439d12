"""Faces: which font files each voice is set in, and which of them has a given word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from game.screen.lettering.coverage import signs_of
from game.screen.lettering.machine_fonts import MachineFonts
from game.screen.lettering.signs import SILENT, WIDE, clusters, is_wide

Voice = Literal["story", "aside", "strong", "score", "score-strong", "hand", "hand-strong"]

FOLDER = Path(__file__).resolve().parents[3] / "assets" / "fonts"


class Face(NamedTuple):
    """A font file. `bold`: made bolder as it is drawn."""

    path: Path
    bold: bool = False


_SERIF, _MONO = "IBMPlexSerif-", "IBMPlexMono-"
_EASY, _EASY_MONO = "AtkinsonHyperlegibleNext-", "AtkinsonHyperlegibleMono-"
_SONG, _HEI, _KAI = "NotoSerifSC-Regular", "NotoSansSC-Regular", "ThousandKai-Regular"

_USUAL: dict[Voice, tuple[str, ...]] = {
    "story": (_SERIF + "Regular", "NotoSerif-Regular", _SONG),
    "aside": (_SERIF + "Italic", "NotoSerif-Italic", _KAI),
    "strong": (_SERIF + "SemiBold", "NotoSerif-Regular+", _SONG + "+"),
    "score": (_MONO + "Regular", "NotoSans-Regular", _HEI),
    "score-strong": (_MONO + "SemiBold", "NotoSans-Regular+", _HEI + "+"),
    "hand": ("Kalam-Regular", _SERIF + "Italic", "NotoSerif-Italic", _KAI),
    "hand-strong": ("Kalam-Regular+", _SERIF + "Italic+", "NotoSerif-Italic+", _KAI + "+"),
}
"""The files of each voice, the last of them Chinese: a word is set in the first that has all of
it. `+`: made bolder."""

_EASIER: dict[Voice, tuple[str, ...]] = {
    "story": (_EASY + "Regular", "NotoSans-Regular", _HEI),
    "aside": (_EASY + "Italic", "NotoSans-Italic", _KAI),
    "strong": (_EASY + "Bold", "NotoSans-Regular+", _HEI + "+"),
    "score": (_EASY_MONO + "Regular", _MONO + "Regular", "NotoSans-Regular", _HEI),
    "score-strong": (_EASY_MONO + "Bold", _MONO + "SemiBold", "NotoSans-Regular+", _HEI + "+"),
    "hand": (_EASY + "Italic", "NotoSans-Italic", _KAI),
    "hand-strong": (_EASY + "Italic+", "NotoSans-Italic+", _KAI + "+"),
}

_BOTH = "“”‘’…—·"
"""Marks of Latin and of Chinese: set in the face of what they stand at."""

_WORD = re.compile(
    rf"(?:[{_BOTH}]*[{WIDE}])+[{_BOTH}]*"
    rf"|[^\s{WIDE}{_BOTH}]+(?:[’·][^\s{WIDE}{_BOTH}]+)*|[{_BOTH}]+|\s+"
)

_ACCENT = re.compile("[\u0300-\u036f]")
"""An accent of its own, on a letter that has no sign together with it: only Noto can set any on
any."""


class Faces:
    """The faces of all voices. `easy`: those that are easier to read."""

    def __init__(self, folder: Path = FOLDER, easy: bool = False) -> None:
        self._machine = MachineFonts()
        self._has: dict[Path, frozenset[str]] = {}
        files = _EASIER if easy else _USUAL
        self._chains = {
            voice: tuple(Face(folder / (n.removesuffix("+") + ".ttf"), n[-1] == "+") for n in names)
            for voice, names in files.items()
        }

    def own(self, voice: Voice) -> Face:
        """The face of a voice, as long as it has what is said."""
        return self._chains[voice][0]

    def parts(self, text: str, voice: Voice) -> list[tuple[Face, str]]:
        """The text in parts, each with the face that it is set in. Nothing of it is kept."""
        own = self.own(voice)
        if text.isascii():
            return [(own, text)]
        if self._covers(own, text) and not _ACCENT.search(text) and not any(map(is_wide, text)):
            return [(own, text)]
        parts: list[tuple[Face, str]] = []
        for word in _WORD.findall(text):
            for face, part in self._set(word, voice, parts[-1][0] if parts else own):
                if parts and parts[-1][0] == face:
                    parts[-1] = (face, parts[-1][1] + part)
                else:
                    parts.append((face, part))
        return parts

    def _set(self, word: str, voice: Voice, before: Face) -> Iterator[tuple[Face, str]]:
        """A word in one face if any has all of it, else each sign in the first that has it."""
        if word.isspace():
            yield before, word
            return
        chain = self._chains[voice]
        if any(map(is_wide, word)):
            chain = (chain[-1], *chain[:-1])
        elif _ACCENT.search(word):
            chain = tuple(sorted(chain, key=lambda face: not face.path.name.startswith("Noto")))
        whole = next((face for face in chain if self._covers(face, word)), None)
        if whole is not None:
            yield whole, word
            return
        for sign in clusters(word):
            face = next((face for face in chain if self._covers(face, sign)), None)
            yield face or self._of_machine(sign) or chain[0], sign

    def _of_machine(self, sign: str) -> Face | None:
        path = self._machine.having(frozenset(sign) - SILENT)
        return None if path is None else Face(path)

    def _covers(self, face: Face, text: str) -> bool:
        """Whether a face has every sign of a text."""
        has = self._has.get(face.path)
        if has is None:
            has = self._has[face.path] = signs_of(face.path) | SILENT
        return has.issuperset(text)
