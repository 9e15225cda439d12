"""What is kept is on the disk whole, or as it was before."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.keeping import write_whole


def test_a_text_takes_the_place_of_the_last_in_a_folder_that_is_made(tmp_path: Path) -> None:
    file = tmp_path / "not" / "there" / "yet.json"
    write_whole(file, "one")
    write_whole(file, "Œuvre 二")
    assert file.read_text(encoding="utf-8") == "Œuvre 二"
    assert [path.name for path in file.parent.iterdir()] == ["yet.json"]


def test_what_cannot_be_written_leaves_what_was_there(tmp_path: Path) -> None:
    file = tmp_path / "save.json"
    write_whole(file, "before")
    (tmp_path / "save.part").mkdir()
    with pytest.raises(OSError):
        write_whole(file, "after")
    assert file.read_text(encoding="utf-8") == "before"


def test_nothing_half_done_stays_where_the_name_is_taken(tmp_path: Path) -> None:
    folder = tmp_path / "save.json"
    folder.mkdir()
    with pytest.raises(OSError):
        write_whole(folder, "after")
    assert [path.name for path in tmp_path.iterdir()] == ["save.json"]
