"""Pools as an author writes them, and what is wrong with some."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from tests.stories import GOOD, changed, write_story

POOLS = """\
chapter: two
title: Two
pools:
  commute:
    draw: least-recent
    otherwise: the-end
    scenes:
      crowded: {if: hour < 10, weight: 3}
      delayed: {once: true}
      empty-train:
scenes:
  crowded: {text: Crowded., go: commute}
  delayed: {text: Delayed., go: [{if: told, to: commute}, {to: the-end}]}
  empty-train: {text: Empty., call: commute, then: commute}
"""


def told(folder: Path, old: str = "", new: str = "") -> list[str]:
    assert old in POOLS
    way = changed("chapters/one.yaml", "happened.\n    go: the-end", "happened.\n    go: commute")
    files = {**way, "chapters/two.yaml": POOLS.replace(old, new, 1)}
    found = examine(write_story(folder, files)).diagnostics
    return [str(one) for one in found if one.code not in ("S138", "S145")]


def test_a_pool_is_read_with_its_conditions_weights_and_defaults(tmp_path: Path) -> None:
    story = examine(write_story(tmp_path, {**GOOD, "chapters/two.yaml": POOLS})).story
    assert story is not None
    pool = story.pools["commute"]
    assert (pool.draw, pool.otherwise) == ("least-recent", "the-end")
    crowded, delayed, empty = pool.scenes
    assert crowded.shown_if is not None
    assert (crowded.weight, crowded.once) == (3, False)
    assert (delayed.shown_if, delayed.weight, delayed.once) == (None, 1, True)
    assert (empty.shown_if, empty.weight, empty.once) == (None, 1, False)


def test_a_pool_and_its_scenes_count_as_reached(tmp_path: Path) -> None:
    assert told(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "parts"),
    [
        ("  commute:\n", "  crowded:\n", ("two.yaml:4:3: S110", "has the name of a scene")),
        ("draw: least-recent", "draw: lottery", ("5:11: S026", "chance, least-recent")),
        ("otherwise: the-end", "otherwise: the-and", ("6:16: S040", "Did you mean the-end?")),
        ("otherwise: the-end", "otherwise: commute", ("6:16: S040", "no scene commute")),
        ("weight: 3", "weight: 0", ("8:40: S025", "from 1 to 1,000")),
        ("weight: 3", "wait: 3", ("8:32: S020", "Did you mean weight?")),
        ("if: hour < 10", "if: hour", ("8:21: S050", "true or false")),
        ("      delayed: {", "      delaid: {", ("9:7: S040", "Did you mean delayed?")),
        ("go: commute}", "go: comute}", ("12:33: S040", "Did you mean commute?")),
        ("title: Two\n", "title: Two\ninstead: commute\n", ("S040", "no scene commute")),
        (POOLS[POOLS.index("    scenes:") : POOLS.index("scenes:\n  c")], "", ("S021", "scenes")),
    ],
)
def test_mistakes_are_told_with_their_place(
    tmp_path: Path, old: str, new: str, parts: tuple[str, ...]
) -> None:
    found = "\n".join(told(tmp_path, old, new))
    for part in parts:
        assert part in found


def test_a_pool_from_which_nothing_may_fit_is_refused(tmp_path: Path) -> None:
    sure = "    otherwise: the-end\n"
    assert told(tmp_path / "one", sure, "") == []
    whole = sure + POOLS[POOLS.index("    scenes:") : POOLS.index("      empty-train:")]
    unsure = whole.replace(sure, "") + "      empty-train: {once: true}\n"
    (one,) = told(tmp_path / "two", whole + "      empty-train:\n", unsure)
    assert "S111 error: The pool commute may have no scene that fits." in one


def test_a_pool_that_no_way_leads_to_is_told(tmp_path: Path) -> None:
    text = POOLS.replace("go: commute", "go: the-end").replace("to: commute", "to: the-end")
    text = text.replace("call: commute, then: commute", "go: the-end")
    found = examine(write_story(tmp_path, {**GOOD, "chapters/two.yaml": text})).diagnostics
    pools = [one for one in found if one.code == "S112"]
    assert [(one.severity, one.message) for one in pools] == [
        ("warning", "No way leads to the pool commute.")
    ]
