"""The fonts in the folder have what Latin and Simplified Chinese need, in every voice."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from game.screen.lettering.coverage import signs_of
from game.screen.lettering.faces import FOLDER, Faces, Voice
from game.screen.lettering.signs import SILENT

VOICES: tuple[Voice, ...] = (
    *("story", "aside", "strong", "score", "score-strong", "hand", "hand-strong"),
)


def assigned(first: int, last: int) -> set[str]:
    signs = {chr(code) for code in range(first, last + 1)}
    return {sign for sign in signs if unicodedata.category(sign) not in ("Cn", "Cc", "Cf")}


def gb2312(first: int, last: int) -> set[str]:
    """The signs in these rows of the standard."""
    signs: set[str] = set()
    for row in range(first + 0xA0, last + 0xA1):
        for cell in range(0xA1, 0xFF):
            signs.update(bytes((row, cell)).decode("gb2312", "ignore"))
    return signs


LATIN = assigned(0x20, 0x24F) | assigned(0x300, 0x36F) | assigned(0x1E00, 0x1EFF)
HAN = gb2312(16, 87)
SIGNS = gb2312(1, 3) | set("·—…“”‘’《》〈〉「」『』【】〔〕〇")
BETWEEN = set("–—‘’“”…•€−×·←→↑↓№°§©®‐‑′″‹›«»¿¡■○△")


def test_both_levels_of_the_standard_are_meant() -> None:
    assert len(HAN) == 6763
    assert set("毖谰耪锨") <= HAN


@pytest.mark.parametrize("easy", [False, True])
@pytest.mark.parametrize("voice", VOICES)
def test_every_voice_has_latin_and_chinese_without_a_font_of_the_machine(
    voice: Voice, easy: bool
) -> None:
    faces = Faces(FOLDER, easy)
    for signs in (LATIN, HAN, SIGNS, BETWEEN):
        for face, part in faces.parts(" ".join(sorted(signs - SILENT)), voice):
            assert face.path.parent == FOLDER
            assert not set(part) - signs_of(face.path) - {" "}


def test_every_font_has_its_licence_and_its_line_in_the_readme() -> None:
    told = (FOLDER / "README.md").read_text(encoding="utf-8")
    for font in FOLDER.glob("*.ttf"):
        assert font.name.split("-")[0] in told
    for licence in FOLDER.glob("OFL-*.txt"):
        assert licence.name in told
        assert "SIL OPEN FONT LICENSE" in licence.read_text(encoding="utf-8")
    assert sum(font.stat().st_size for font in FOLDER.iterdir()) < 12 * 2**20


def test_what_is_no_font_has_no_signs(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    assert signs_of(broken) == frozenset()
    whole = (FOLDER / "Kalam-Regular.ttf").read_bytes()
    for length in (0, 3, 11, 40, 300):
        broken.write_bytes(whole[:length])
        assert signs_of(broken) == frozenset()
    broken.write_bytes(b"not a font at all" * 20)
    assert signs_of(broken) == frozenset()
