"""What in one arm of a pair would sway the answer."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from tests.stories import changed, write_story

TALK = "talk: {text: Answer., kind: true, sees: closed 20:07, go: the-end}"
PICK_UP = "choices: {talk: {text: Pick up.}}"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (PICK_UP, 'choices: {talk: {text: "Pick up ({cash} yuan)."}}', "shows a figure"),
        (PICK_UP, "choices: {talk: {text: Pick up., misses: an hour}}", "has misses in one arm"),
        (PICK_UP, "text: " + "The phone rings and rings. " * 20, "characters long in one arm"),
        (TALK, TALK.replace("Answer.", '"{in turn}Answer.{next}Answer it.{end}"'), "met again"),
        (TALK, TALK.replace("Answer.", '"{if told}{once}Do a{end}{end}nswer."'), "met again"),
    ],
)
def test_what_one_arm_tells_alone_is_a_warning(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    write_story(tmp_path, changed("chapters/one.yaml", old, new))
    (only,) = [one for one in examine(tmp_path).diagnostics if one.code == "S140"][:1]
    assert said in only.message
    assert only.severity == "warning"
