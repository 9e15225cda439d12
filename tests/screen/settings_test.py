"""Settings: kept whole, and never a reason not to start."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest

from game.screen.screens.settings import GROUPS, in_words
from game.screen.settings import (
    FILE,
    TEXT_SIZES,
    Settings,
    read_settings,
    values_of,
    write_settings,
)


def test_settings_come_back_as_they_were_written(tmp_path: Path) -> None:
    settings = Settings(44, high_contrast=True, untimed=True, scanning="two", scan_seconds=0.8)
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
    text = '{"text_size": "big", "high_contrast": true, "reduced_motion": 1, "scanning": []}'
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_settings(tmp_path) == Settings(high_contrast=True)


def test_a_folder_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    assert not write_settings(tmp_path / "file", Settings())


def test_text_grows_and_shrinks_within_bounds() -> None:
    settings = Settings(TEXT_SIZES[0])
    assert settings.step("text_size", -1) == settings
    for _ in range(20):
        settings = settings.step("text_size", 1)
    assert settings.text_size == TEXT_SIZES[-1]
    assert settings.step("text_size", -1).text_size == TEXT_SIZES[-2]


def test_a_setting_turns_through_all_its_values() -> None:
    settings, met = Settings(), []
    for _ in values_of("scanning"):
        met.append(settings.scanning)
        settings = settings.turn("scanning")
    assert met == ["off", "one", "two"]
    assert settings == Settings()


def test_every_setting_stands_on_the_page() -> None:
    listed = {name for group in GROUPS.values() for name in group}
    assert listed | {"text_size"} == {each.name for each in fields(Settings)}
    for name in listed:
        settings = Settings()
        said = set()
        for _ in values_of(name):
            said.add(in_words(settings, name))
            settings = settings.turn(name)
        assert len(said) == len(values_of(name)), f"two values of {name} are called the same"
