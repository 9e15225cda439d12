"""Simulated visitors behave as their model says, in a store of their own."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game.mirror.study import words
from game.mirror.study.report import report
from game.mirror.study.simulated import Model, fill, in_words
from game.mirror.study.sqlite_store import open_store
from game.mirror.study.store import Counts
from tests.mirror.study.protocols import STUDY, story

NOBODY_LEAVES = Model(base=60, shift=-30, before=0, later=0)


def filled(folder: Path, visitors: int, model: Model, seed: int = 1) -> Counts:
    store = open_store(folder / "store.sqlite", STUDY, seed=lambda: 1, simulated=True)
    fill(store, STUDY, story(folder), visitors, random.Random(seed).random, model)
    found = store.counts()
    store.close()
    return found


def test_all_are_counted_and_the_store_is_marked(tmp_path: Path) -> None:
    found = filled(tmp_path, 36, NOBODY_LEAVES)
    assert found.simulated
    # Blocks of 4, 6 and 8 are full after 36.
    assert [tuple(arm) for arm in found.arms.values()] == [(18, 18, 18), (18, 18, 18)]


def test_they_answer_as_the_model_says(tmp_path: Path) -> None:
    cells = filled(tmp_path, 240, NOBODY_LEAVES).cells
    gave = {arm: cells[arm, "knock", "at-stake", "give"] for arm in STUDY.arms}
    assert gave["hidden"] == pytest.approx(72, abs=20)
    assert gave["shown"] == pytest.approx(36, abs=20)
    assert sum(count for key, count in cells.items() if key[1:3] == ("knock", "at-stake")) == 240


def test_some_leave_before_the_question_and_some_after_it(tmp_path: Path) -> None:
    arms = filled(tmp_path, 200, Model(before=20, later=25)).arms.values()
    assert sum(arm.started for arm in arms) == 200
    assert sum(arm.asked for arm in arms) == pytest.approx(160, abs=20)
    assert sum(arm.finished for arm in arms) == pytest.approx(120, abs=25)


def test_the_same_chance_makes_the_same_visitors(tmp_path: Path) -> None:
    def again(name: str, seed: int) -> Counts:
        folder = tmp_path / name
        folder.mkdir()
        return filled(folder, 40, Model(), seed)

    once = again("one", 1)
    assert again("two", 1) == once
    assert again("three", 2) != once


def test_the_model_is_told_wherever_its_counts_are(tmp_path: Path) -> None:
    told = report(STUDY, filled(tmp_path, 10, Model()), {})
    assert in_words(STUDY) in words.banner(told)
    assert "55 gave the coat with the score hidden, and 41 with the score shown" in in_words(STUDY)
