"""What is kept on disk about stories, and what may happen to it there."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.story.cache import MOST_KEPT, Cache

STORY = Path("a-story")


def kept(cache: Cache) -> Path:
    (path,) = cache.folder.iterdir()
    return path


def test_what_was_put_in_comes_back(tmp_path: Path) -> None:
    Cache(tmp_path / "new" / "cache", "1").put(STORY, "abc", {"one": [1, "two"]})
    assert Cache(tmp_path / "new" / "cache", "1").get(STORY, "abc") == {"one": [1, "two"]}


def test_nothing_comes_back_for_another_story_content_or_edition(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "1")
    cache.put(STORY, "abc", 1)
    assert cache.get(Path("another"), "abc") is None
    assert cache.get(STORY, "abd") is None
    assert Cache(tmp_path, "2").get(STORY, "abc") is None


def test_a_story_has_one_file_however_often_it_changes(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "1")
    for fingerprint in "abc":
        cache.put(STORY, fingerprint, fingerprint)
    assert len([*tmp_path.iterdir()]) == 1
    assert cache.get(STORY, "c") == "c"


def test_only_so_many_stories_are_kept(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "1")
    for number in range(MOST_KEPT + 3):
        cache.put(Path(str(number)), "abc", number)
        for path in tmp_path.iterdir():
            older = path.stat().st_mtime_ns - 1_000_000_000
            os.utime(path, ns=(older, older))
    assert len([*tmp_path.iterdir()]) == MOST_KEPT
    assert cache.get(Path("0"), "abc") is None
    assert cache.get(Path(str(MOST_KEPT + 2)), "abc") == MOST_KEPT + 2


def test_a_file_that_was_damaged_anywhere_is_as_good_as_none(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "1")
    cache.put(STORY, "abc", {"one": [1, "two"]})
    raw = kept(cache).read_bytes()
    for at in range(len(raw)):
        kept(cache).write_bytes(raw[:at])
        assert cache.get(STORY, "abc") is None
        kept(cache).write_bytes(raw[:at] + bytes([raw[at] ^ 4]) + raw[at + 1 :])
        assert cache.get(STORY, "abc") is None
    kept(cache).write_bytes(raw + b" ")
    assert cache.get(STORY, "abc") is None
    kept(cache).write_bytes(raw)
    assert cache.get(STORY, "abc") is not None


def test_a_disk_that_takes_nothing_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    cache = Cache(tmp_path / "file", "1")
    cache.put(STORY, "abc", 1)
    assert cache.get(STORY, "abc") is None


def test_a_disk_that_is_full_half_way_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(path: Path, _: bytes) -> int:
        path.touch()
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_bytes", full)
    cache = Cache(tmp_path, "1")
    cache.put(STORY, "abc", 1)
    assert [*tmp_path.iterdir()] == []


def test_a_folder_where_the_file_should_be_is_no_trouble(tmp_path: Path) -> None:
    cache = Cache(tmp_path, "1")
    cache.put(STORY, "abc", 1)
    path = kept(cache)
    path.unlink()
    path.mkdir()
    cache.put(STORY, "abc", 1)
    assert cache.get(STORY, "abc") is None
