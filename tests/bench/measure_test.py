"""Plays that are measured are whole plays."""

from __future__ import annotations

from pathlib import Path

from game.bench.generate import write_story
from game.bench.measure import Steps
from game.story.load import load


def test_steps_are_counted_over_many_runs_and_everything_is_read(tmp_path: Path) -> None:
    write_story(tmp_path, 20)
    steps = Steps(load(tmp_path))
    assert steps.go_on(lambda: steps.count < 200) > 0
    assert steps.count >= 200
    assert 1 < steps.runs < 100
    assert steps.characters > 200 * 300


def test_a_run_that_goes_round_in_circles_is_left(tmp_path: Path) -> None:
    write_story(tmp_path, 20)
    for path in (tmp_path / "chapters").iterdir():
        text = path.read_text(encoding="utf-8")
        lines = [" go: scene-0" if " end: " in line else line for line in text.split("\n")]
        path.write_text("\n".join(lines).replace("\n go", "\n        go"), encoding="utf-8")
    steps = Steps(load(tmp_path))
    steps.go_on(lambda: steps.count < 1_500)
    assert steps.runs == 2
