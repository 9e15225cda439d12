"""A story that was loaded before is the same story."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.bench.generate import write_story as write_large_story
from game.commands.wiring import INSTRUMENTS, SPECS
from game.play.run import Run
from game.story.cache import Cache
from game.story.expressions import Expression
from game.story.load import StoryErrors, examine, load
from game.story.model import Story
from game.story.on_demand import ScenesOnDemand
from game.story.parts.fill import Filler
from game.story.prose import Prose
from tests.stories import GOOD, changed, write_story
from tests.walks import FOLDERS, step

PARTS = """
parts:
  bell:
    needs: [who]
    text: <who> rings.
    choices: {open: {text: Open., go: the-end}}
"""


def same(value: Any) -> Any:
    """The value in terms that can be compared, whatever it is."""
    if isinstance(value, Prose | Expression):
        return type(value).__name__, value.text, value.source, value.asks_score
    if is_dataclass(value) and not isinstance(value, type):
        return type(value).__name__, [same(getattr(value, each.name)) for each in fields(value)]
    if isinstance(value, Mapping):
        return [(key, same(each)) for key, each in value.items()]
    if isinstance(value, list | tuple):
        return [same(each) for each in value]
    return value


def twice(folder: Path, cache: Path) -> tuple[Story, Story]:
    """The story read whole, and opened again."""
    whole = load(folder, SPECS, Cache(cache, "1"))
    again = load(folder, SPECS, Cache(cache, "1"))
    assert isinstance(whole.scenes, dict)
    assert isinstance(again.scenes, ScenesOnDemand)
    return whole, again


def of(**chapters: str) -> dict[str, str]:
    """The good story with more files."""
    return GOOD | {f"{name}.yaml": text for name, text in chapters.items()}


@pytest.mark.parametrize("name", FOLDERS)
def test_our_own_stories_are_the_same_when_they_are_opened_again(name: str, tmp_path: Path) -> None:
    whole, again = twice(FOLDERS[name], tmp_path)
    assert same(whole) == same(again)


def test_a_large_story_is_the_same(tmp_path: Path) -> None:
    write_large_story(tmp_path / "story", 250)
    whole, again = twice(tmp_path / "story", tmp_path / "cache")
    assert same(whole) == same(again)


ODD = {
    "braces": "chapter: two\ntitle: T\nscenes: {a: {text: A., go: b}, b: {text: B., end: over}}\n",
    "braces over lines": "chapter: two\ntitle: T\nscenes: {\n  a: {text: A., go: b},\n"
    "  b: {text: B., end: over}\n}\n",
    "quotes": "chapter: two\ntitle: T\nscenes:\n  'a': {text: A., go: b}\n  \"b\":\n"
    "    text: B.\n    end: over\n",
    "question marks": "chapter: two\ntitle: T\nscenes:\n  ? a\n  : {text: A., go: b}\n  ? b\n"
    "  : text: B.\n    end: over\n",
    "remarks": "# One.\nchapter: two\ntitle: T\nscenes:\n# Two.\n\n  # Three.\n  a: # Four.\n"
    "    text: |+\n      A. # No remark.\n\n\n    go: b\n# Five.\n  b:\n    text: >-\n      B.\n\n"
    "      C.\n    end: over\n  # Six.\n",
    "more behind": "title: T\nscenes:\n  a: {text: A., go: b}\n  b:\n    text: B. {if big}C.{end}\n"
    "    go: p\n\nchapter: two\npools:\n  p: {otherwise: b, scenes: {a: {if: not big}}}\n"
    "variables: {big: false}\n",
    "a document": "---\nchapter: two\ntitle: T\nscenes:\n  a: {text: A., go: b}\n"
    "  b:\n    text: B.\n    end: over\n...\n",
    "flat": "chapter: two\ntitle: T\nscenes:\n        a: {text: A., go: b}\n"
    "        b: {text: 'B: — 微信', end: over}",
    "other choices": "chapter: two\ntitle: T\nscenes:\n  a:\n    text: A.\n    choices:\n"
    "      x: {text: 'X.', if: 'chosen(b, y)', go: b}\n      z: {text: Z., go: b}\n"
    "  b:\n    text: B.\n    choices:\n      y: {text: Y., go: a}\n      z: {text: Z., end: n}\n",
    "former names": "chapter: two\ntitle: T\nscenes:\n  a: {was: [c, d], text: A., go: b}\n"
    "  b:\n    was: e\n    text: B.\n    choices:\n      y: {was: x, text: Y., go: a}\n"
    "      z: {text: Z., end: n}\n",
    "parts": f"chapter: two\ntitle: T\n{PARTS}\nscenes:\n  a: {{use: {{bell: {{who: She}}}}}}\n"
    "  b: {use: {bell: {who: He}}, text: B.}\n",
    "parts elsewhere": "chapter: two\ntitle: T\nscenes:\n  a:\n    use: {bell: {who: She}}\n"
    "  b:\n    text: B.\n    choices:\n      open: {use: bell2, text: O.}\n"
    "parts: {bell: {needs: [who], text: <who>., go: b}, bell2: {go: a}}\n",
}


@pytest.mark.parametrize("text", ODD.values(), ids=ODD)
@pytest.mark.parametrize("ends", ["\n", "\r\n"], ids=["lf", "crlf"])
def test_however_a_chapter_is_written_it_is_the_same(text: str, ends: str, tmp_path: Path) -> None:
    files = of(two=text) | {"one.yaml": GOOD["chapters/one.yaml"]}
    del files["chapters/one.yaml"]
    for name, each in files.items():
        path = tmp_path / "story" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"\xef\xbb\xbf" + each.replace("\n", ends).encode())
    whole, again = twice(tmp_path / "story", tmp_path / "cache")
    assert same(whole) == same(again)


@pytest.mark.parametrize("name", FOLDERS)
def test_runs_go_alike(name: str, tmp_path: Path) -> None:
    whole, again = (Run(each, 3, INSTRUMENTS) for each in twice(FOLDERS[name], tmp_path))
    one, other = Random(5), Random(5)
    while not whole.over and len(whole.journal) < 60:
        assert whole.view() == again.view()
        step(whole, one)
        step(again, other)
    assert whole.log == again.log


def test_parts_are_put_in_however_often_a_scene_is_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = ODD["parts"].replace("text: B.}", "text: '{if chosen(a, open)}B.{end}'}")
    write_story(tmp_path / "story", of(two=text))
    load(tmp_path / "story", SPECS, Cache(tmp_path / "cache", "1"))
    monkeypatch.setattr(Filler.__init__, "__defaults__", (10, 1000))
    again = load(tmp_path / "story", SPECS, Cache(tmp_path / "cache", "1"))
    assert [choice.id for choice in again.scenes["b"].choices] == ["open"]
    assert [choice.id for choice in again.scenes["a"].choices] == ["open"]


def test_any_change_is_seen(tmp_path: Path) -> None:
    folder, cache = tmp_path / "story", Cache(tmp_path / "cache", "1")
    load(write_story(folder), {}, cache)
    write_story(folder, changed("chapters/one.yaml", "A short visit.", "A long visit."))
    assert load(folder, {}, cache).scenes["visit"].text.text == "A long visit."
    write_story(folder, changed("chapters/one.yaml", "A short visit.", "{if"))
    with pytest.raises(StoryErrors):
        load(folder, {}, cache)


def test_nothing_is_kept_of_a_story_with_errors(tmp_path: Path) -> None:
    files = changed("chapters/one.yaml", "go: the-call\n", "go: nowhere\n")
    for _ in range(2):
        with pytest.raises(StoryErrors, match="nowhere"):
            load(write_story(tmp_path / "story", files), {}, Cache(tmp_path / "cache", "1"))
    assert not (tmp_path / "cache").exists()


def test_checking_always_reads_everything(tmp_path: Path) -> None:
    folder, cache = write_story(tmp_path / "story"), Cache(tmp_path / "cache", "1")
    load(folder, {}, cache)
    report = examine(folder)
    assert report.story is not None
    assert isinstance(report.story.scenes, dict)


def test_a_file_that_cannot_be_read_any_more_is_told(tmp_path: Path) -> None:
    folder, cache = tmp_path / "story", Cache(tmp_path / "cache", "1")
    load(write_story(folder), {}, cache)
    (folder / "other.yaml").mkdir()
    with pytest.raises(StoryErrors):
        load(folder, {}, cache)


PLAIN = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 900) | st.sampled_from(["visit", "the-cafe", ""]),
    lambda inner: (
        st.lists(inner, max_size=6)
        | st.dictionaries(
            st.sampled_from(["files", "pairs", "tainted", "renamed", "chapters/one.yaml"]), inner
        )
    ),
    max_leaves=12,
)


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return load(write_story(tmp_path_factory.mktemp("good") / "story"))


@given(index=PLAIN)
def test_whatever_stands_in_the_cache_the_story_is_loaded(index: object, good: Story) -> None:
    folder = Path(good.folder)
    cache = Cache(folder.parent / "cache", "1")
    cache.put(folder, good.fingerprint, index)
    assert load(folder, {}, cache).scenes["visit"].text.text == "A short visit."
