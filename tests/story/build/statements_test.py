from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine, load
from tests.stories import GOOD, write_story

SHELF = """\
cards:
  moon: {kind: research, says: The moon is round., source: Everybody}
  smile: {kind: fiction, says: The moon smiles.}
statements:
  round: {says: The moon is round., is: true, card: moon}
  flat: {says: The moon is flat., is: false, card: moon}
  cheese: {says: The moon is a cheese., is: myth, card: moon, source: A newspaper}
"""


def test_statements_may_stand_in_any_file_of_a_story(tmp_path: Path) -> None:
    story = load(write_story(tmp_path, {**GOOD, "more.yaml": SHELF}))
    found = [(one.id, one.truth, one.card, one.origin) for one in story.statements.values()]
    assert found == [
        ("round", "true", "moon", None),
        ("flat", "false", "moon", None),
        ("cheese", "myth", "moon", "A newspaper"),
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "column"),
    [
        ("is: true, card: moon}", "is: true, card: mood}", "S040", 53),
        ("is: true, card: moon}", "is: true, card: smile}", "S147", 53),
        ("is: true, card: moon}", "is: true}", "S021", 10),
        ("is: true, card: moon}", "is: yes, card: moon}", "S026", 41),
        ("is: true, card: moon}", "card: moon}", "S021", 10),
        ("is: true, card: moon}", "is: false, card: moon}", "S148", 3),
    ],
)
def test_what_is_wrong_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, code: str, column: int
) -> None:
    write_story(tmp_path, {**GOOD, "more.yaml": SHELF.replace(old, new, 1)})
    (one,) = [one for one in examine(tmp_path).diagnostics if one.severity == "error"]
    assert (one.code, one.source and (one.source.file, one.source.line)) == (
        code,
        ("more.yaml", 5),
    )
    assert one.source and one.source.column == column
