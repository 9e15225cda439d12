"""Conditions that always come to the same, in what is laid over a place."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from tests.stories import changed, write_story


@pytest.mark.parametrize(
    ("condition", "codes"),
    [
        ("tea-rings > 0", set()),
        ("visits(the-cafe) > 2 and life is haifeng", set()),
        ("cash >= 0", {"S131"}),
        ("cash < 0", {"S132"}),
        ("points(lamp) < 0", {"S132"}),
        ("points(lamp) >= 0", set()),  # not so where the score is hidden
    ],
)
def test_a_picture_that_is_always_or_never_there_is_told(
    tmp_path: Path, condition: str, codes: set[str]
) -> None:
    cafe = f'cafe: {{name: C, picture: a.svg, over: [{{if: "{condition}", picture: a.svg}}]}}'
    folder = write_story(tmp_path, changed("story.yaml", "cafe: The café", cafe))
    (folder / "a.svg").write_bytes(b"")
    found = [one for one in examine(folder).diagnostics if one.source.file == "story.yaml"]
    assert {one.code for one in found if one.code in ("S131", "S132")} == codes
