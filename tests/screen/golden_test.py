"""Every page looks as it looked when somebody last looked at it."""

from __future__ import annotations

from pathlib import Path

import pygame
import pytest

from tests.screen.golden_pictures import DIFFERENT, HERE, cases, difference, drawn, path_of


@pytest.mark.parametrize(("name", "size", "theme"), list(cases()))
def test_every_page_looks_as_it_did(
    name: str, size: tuple[int, int], theme: str, tmp_path: Path
) -> None:
    golden, now = path_of(name, size, theme), drawn(name, size, theme)
    assert golden.is_file(), "python -m tests.screen.golden_pictures draws it; then look at it"
    share = difference(now, pygame.image.load(golden))
    if share > DIFFERENT:
        seen = tmp_path / golden.name
        pygame.image.save(now, seen)
        pytest.fail(f"{share:.2%} of {golden} is different now: see {seen}")


def test_no_golden_picture_is_of_a_page_that_is_no_more() -> None:
    assert {path.name for path in HERE.glob("*.png")} == {path_of(*case).name for case in cases()}


def test_one_changed_word_is_a_difference() -> None:
    case = next(iter(cases()))
    now = drawn(*case)
    other = now.copy()
    other.fill((30, 27, 24), (400, 60, 40, 8))
    assert difference(now, other) > DIFFERENT
    assert difference(now, now.copy()) == 0
