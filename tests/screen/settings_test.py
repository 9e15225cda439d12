"""Settings: kept whole, and never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screen.settings import FILE, TEXT_SIZES, Settings, read_settings, write_settings


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    settings = Settings(44, reduced_motion=True, high_contrast=True, full_screen=True, untimed=True)
    assert write_settings(tmp_path / "new" / "folder", settings)
    assert read_settings(tmp_path / "new" / "folder") == settings
    assert [path.name for path in (tmp_path / "new" / "folder").iterdir()] == [FILE]


@pytest.mark.parametrize(
    "text",
    ["", "{", "[]", "null", '{"text_size": 9000}', '{"text_size": true}', "[" * 9999, "\x00\xff"],
)
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_bytes(text.encode("latin-1"))
    assert read_settings(tmp_path) == Settings()


def test_one_broken_value_leaves_the_others(tmp_path: Path) -> None:
    text = '{"text_size": "big", "high_contrast": true, "reduced_motion": 1}'
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_settings(tmp_path) == Settings(high_contrast=True)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not write_settings(tmp_path / "file", Settings())


def test_text_grows_and_shrinks_within_bounds() -> None:
    settings = Settings(TEXT_SIZES[0])
    assert settings.smaller() == settings
    for _ in range(20):
        settings = settings.larger()
    assert settings.text_size == TEXT_SIZES[-1]
    assert settings.smaller().text_size == TEXT_SIZES[-2]
