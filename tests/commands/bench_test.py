"""`main.py bench`, on a story that is quickly measured."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from game import cli
from game.bench import measure
from game.commands import bench


def run(monkeypatch: pytest.MonkeyPatch, **args: object) -> int:
    """The command, with its measuring done here and at once."""

    def here(folder: Path, kind: str) -> dict[str, float]:
        return measure.KINDS[kind](folder)

    monkeypatch.setattr(measure, "SECONDS", 0.0)
    monkeypatch.setattr(bench, "_measure", here)
    given: dict[str, object] = {
        "window": False,
        "scenes": [20],
        "json": False,
        "profile": False,
        **args,
    }
    return bench.run(argparse.Namespace(**given))


def test_a_table_has_a_column_for_each_size(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, scenes=[20, 21]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["scenes", "20", "21"]
    assert any(line.startswith("steps a s ") for line in lines)


def test_figures_can_be_had_as_json(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, json=True) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert row["scenes"] == 20
    assert row["load"] > 0
    assert row["then"] > 0


def test_a_profile_names_what_takes_time(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(measure, "PROFILED", 100)
    assert run(monkeypatch, profile=True) == 0
    assert "tottime" in capsys.readouterr().err


def test_each_measure_has_a_process_of_its_own(tmp_path: Path) -> None:
    bench.write_story(tmp_path, 20)
    assert bench._measure(tmp_path, "load")["load"] > 0


def test_sizes_are_numbers_and_not_too_small(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.parse(["bench", "--scenes", "100,20"]).scenes == [100, 20]
    for wrong in ("10", "many", ""):
        assert cli.main(["bench", "--scenes", wrong]) == 2
    assert "20 scenes are the least" in capsys.readouterr().err
