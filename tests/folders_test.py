"""Where the player's data goes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game import folders

HOME = Path.home()


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, HOME / ".local/share" / folders.NAME),
        ("linux", {"XDG_DATA_HOME": "relative"}, HOME / ".local/share" / folders.NAME),
        ("darwin", {}, HOME / "Library/Application Support" / folders.NAME),
        ("win32", {}, HOME / "AppData/Local" / folders.NAME),
        ("win32", {"LOCALAPPDATA": "D:/local"}, Path("D:/local") / folders.NAME),
    ],
)
def test_each_system_has_its_place(platform: str, environ: dict[str, str], folder: Path) -> None:
    assert folders.data(environ, platform) == folder


def test_linux_may_say_another(tmp_path: Path) -> None:
    environ = {"XDG_DATA_HOME": str(tmp_path)}
    assert folders.data(environ, "linux") == tmp_path / folders.NAME


@pytest.mark.parametrize("platform", ["linux", "darwin", "win32"])
def test_one_variable_overrides_all(platform: str, tmp_path: Path) -> None:
    environ = {folders.OVERRIDE: str(tmp_path), "XDG_DATA_HOME": "/x", "LOCALAPPDATA": "/y"}
    assert folders.data(environ, platform) == tmp_path
    assert os.path.isabs(folders.data({folders.OVERRIDE: "here"}, platform))
