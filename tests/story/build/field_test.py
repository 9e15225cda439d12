"""The field of a scene: what an author writes, and what is said of a slip."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from tests.stories import changed, write_story


def told(folder: Path, field: str) -> list[str]:
    """What is said of a story in which a scene has this field."""
    text = "    text: A short visit."
    files = changed("chapters/one.yaml", text, f"{text}\n    field: {field}")
    return [f"{one.code} {one.message}" for one in examine(write_story(folder, files)).diagnostics]


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("{label: Name, emptied: [Gone., 'xiaoyu: {cash} letters.']}", []),
        ("{label: Name, emptied: []}", ["S029 emptied is empty."]),
        ("{label: '', emptied: [Gone.]}", ["S029 label is empty."]),
        ("{emptied: [Gone.]}", ["S021 The field needs label."]),
        ("{label: Name, emptied: Gone.}", ["S022 emptied should be a list, not the text “Gone.”."]),
        ("{label: Name, emptied: [Gone.], keeps: true}", ["S020 The field has no key keeps."]),
        ("Name", ["S022 The field should be a table, not the text “Name”."]),
        ("{label: Name, emptied: ['{cassh}']}", ["S060 There is nothing called cassh."]),
        ("{label: Name, emptied: ['{if 1 > 2}a{end}']}", None),
    ],
)
def test_what_is_wrong_with_a_field_is_said_once(
    tmp_path: Path, field: str, expected: list[str] | None
) -> None:
    found = told(tmp_path, field)
    if expected is None:
        assert len(found) == 1, "a condition in it is checked like any other"
    else:
        assert found == expected
