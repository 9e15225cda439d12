"""Fonts of the machine: looked for in known places, each once, and only when a sign is missing."""

from __future__ import annotations

from pathlib import Path

from game.screen.lettering.faces import FOLDER
from game.screen.lettering.machine_fonts import MachineFonts


def test_the_first_font_that_has_the_sign_is_taken(tmp_path: Path) -> None:
    kalam, song = FOLDER / "Kalam-Regular.ttf", FOLDER / "NotoSerifSC-Regular.ttf"
    fonts = MachineFonts([tmp_path / "missing.ttf", kalam, song])
    assert fonts.having(frozenset("a")) == kalam
    assert fonts.having(frozenset("看")) == song
    assert fonts.having(frozenset("a")) == kalam
    assert fonts.having(frozenset("\U0001f600")) is None


def test_a_machine_without_fonts_has_none() -> None:
    assert MachineFonts([]).having(frozenset("看")) is None
