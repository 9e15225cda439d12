"""The story that speed is measured with."""

from __future__ import annotations

from pathlib import Path

from game.bench.generate import write_story
from game.bench.measure import Steps
from game.story.load import examine, load


def texts(folder: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in folder.rglob("*.yaml")}


def test_it_has_nothing_to_be_mended(tmp_path: Path) -> None:
    write_story(tmp_path, 60)
    report = examine(tmp_path)
    assert report.diagnostics == ()
    assert report.story is not None
    assert len(report.story.scenes) == 60


def test_a_file_has_no_more_scenes_than_a_person_would_put_there(tmp_path: Path) -> None:
    write_story(tmp_path, 401)
    chapters = load(tmp_path).chapters
    assert len(chapters) == 3


def test_scenes_are_as_long_and_as_busy_as_promised(tmp_path: Path) -> None:
    write_story(tmp_path, 90)
    scenes = load(tmp_path).scenes.values()
    for scene in scenes:
        words = scene.text.text.replace("clerk:", "").replace("mother:", "").split()
        assert len(words) == 60
        assert words.count("{coins}") == 1
        assert len(scene.choices) == 3
        assert sum(choice.shown_if is not None for choice in scene.choices) == 1
        assert all(choice.effects.deeds for choice in scene.choices)
    assert any(choice.effects.sets for scene in scenes for choice in scene.choices)


def test_the_same_seed_makes_the_same_story(tmp_path: Path) -> None:
    for name, seed in (("one", 5), ("same", 5), ("other", 6)):
        write_story(tmp_path / name, 20, seed)
    assert texts(tmp_path / "one") == texts(tmp_path / "same")
    assert texts(tmp_path / "one") != texts(tmp_path / "other")


def test_a_run_has_about_27_steps_and_standings_change(tmp_path: Path) -> None:
    write_story(tmp_path, 100)
    story = load(tmp_path)
    steps = Steps(story)
    steps.go_on(lambda: steps.count < 3_000)
    assert 22 < steps.count / steps.runs < 32
