"""The schema as a command: written beside a story, or printed."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from game.commands import schema
from game.commands.wiring import SPECS
from game.errors import GameError
from game.story.load import examine
from tests.stories import write_story


def run(path: Path | None) -> int:
    return schema.run(argparse.Namespace(path=path))


def test_a_storys_schema_is_written_into_a_folder_that_is_not_part_of_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write_story(tmp_path)
    before = examine(tmp_path, SPECS).story
    assert run(tmp_path) == 0
    written = json.loads((tmp_path / ".schema" / "story.json").read_text(encoding="utf-8"))
    assert written["definitions"]["known-gate"]["enum"] == ["train", "loan", "best"]
    assert "yaml-language-server: $schema=.schema/story.json" in capsys.readouterr().out
    after = examine(tmp_path, SPECS).story
    assert before and after and before.fingerprint == after.fingerprint


def test_without_a_story_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(None) == 0
    printed = json.loads(capsys.readouterr().out)
    assert "draft-07" in printed["$schema"]
    assert not any(name.startswith("known-") for name in printed["definitions"])


def test_what_is_no_story_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(tmp_path) == 2
    assert "no story.yaml" in capsys.readouterr().out


def test_where_nothing_can_be_written_that_is_told(tmp_path: Path) -> None:
    write_story(tmp_path)
    (tmp_path / ".schema").write_text("in the way")
    with pytest.raises(GameError, match="cannot be written"):
        run(tmp_path)
