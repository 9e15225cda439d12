"""`main.py bench --window`, on a story that is quickly played."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game import cli
from game.commands import bench_window, window_figures
from tests.example import example
from tests.screen import drive  # noqa: F401 (from here on, no display is needed)

MEASURE = bench_window._measure


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Measured here and at once; starts, not at all."""

    def here(
        _: Path, kind: str, size: str = "800x600", environ: object = None
    ) -> dict[str, object]:
        if kind == "start":
            return {"empty": 1.0, "title": 2.0}
        folder = Path(example().folder)
        return window_figures.KINDS[kind](folder, (800, 600))

    monkeypatch.setattr(window_figures, "STANDING", 0.0)
    monkeypatch.setattr(window_figures, "TOURS", 1)
    monkeypatch.setattr(bench_window, "_measure", here)


def test_every_page_has_a_row_and_so_have_idling_and_starting(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert cli.main(["bench", "--window"]) == 0
    told = capsys.readouterr().out
    rows = [line.split("  ")[0] for line in told.splitlines()]
    for row in ("title", "scene", "end", "ledger", "all", "most memory, MB", "later start"):
        assert row in rows
    assert "1920x1080, shown by dummy" in told
    assert "idle on a scene" in told


def test_what_a_story_has_not_or_a_system_does_not_tell_is_a_dash(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("game.bench.measure.peak", lambda: None)
    assert cli.main(["bench", "--window"]) == 0
    rows = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert ["most", "memory,", "MB", "–"] in rows
    assert ["idle", "while", "an", "instrument", "runs", "–"] in rows


def test_figures_can_be_had_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["bench", "--window", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    spread = found["1920x1080"]["frames"]["all"]
    assert 0 < spread["median"] <= spread["p95"] <= spread["worst"]


def test_each_measure_has_a_process_of_its_own() -> None:
    shown = MEASURE(Path(example().folder), "frames", "800x600", {"SDL_VIDEODRIVER": "dummy"})
    assert shown["driver"] == "dummy"
    assert shown["frames"]["title"]
