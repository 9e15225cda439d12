"""What in one arm of a pair would sway the answer, and pairs that come again too soon."""

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


def test_an_arm_adds_no_option_and_keeps_their_order(tmp_path: Path) -> None:
    more = "choices: {stay: {text: Stay.}, talk: {text: Pick up.}}"
    report = examine(write_story(tmp_path, changed("chapters/one.yaml", PICK_UP, more)))
    assert any("stay" in one.message for one in report.diagnostics if one.severity == "error")


PAIR = """\
chapter: one
title: One
scenes:
  yard:
    text: A yard.
    {yard}
  call:
    pair: {{name: A call, cost: an evening, benefit: a friend is heard, effort: small}}
    text: It hums.
    arms: {{at-stake: {{place: here}}, not-at-stake: {{place: there}}}}
    choices:
      talk: {{text: Answer., kind: true, go: after}}
      mute: {{text: Mute., kind: false, go: after}}
      look: {{text: Look aside., call: sky}}
  after: {{text: After., {after}}}
  bus: {{text: The bus., {bus}}}
  sky: {{text: The sky., return: true}}
"""
STORY = """\
story: pair
title: A pair
about: For tests.
starts: yard
life: ana
lives: {ana: {name: Ana, starts: 2019-01-10 12:00}}
places: {here: Here, there: There}
"""
ON = "go: call"


@pytest.mark.parametrize(
    ("yard", "after", "bus", "most"),
    [
        (ON, "go: [{if: next-arm(call) is none, to: bus}, {to: call}]", "end: out", "one at most"),
        (ON, "go: bus", "go: [{if: visits(bus) > 1, to: yard}, {to: call}]", None),
        (ON, "go: bus", "call: sky, then: call", None),
        (ON, "go: bus", ON, "at most 2"),
        (
            "go: bus",
            "choices: {ring: {text: On., go: call}, aside: {text: A., call: sky}}",
            ON,
            None,
        ),
        (ON, "go: bus", "end: out", None),
        (ON, "go: bus", "choices: {ring: {text: On., go: call}, stay: {text: S., go: bus}}", None),
    ],
)
def test_a_pair_that_always_comes_again_too_soon_is_a_warning(
    tmp_path: Path, yard: str, after: str, bus: str, most: str | None
) -> None:
    """Where some way is long enough, or may be, nothing is said."""
    chapter = PAIR.format(yard=yard, after=after, bus=bus)
    report = examine(write_story(tmp_path, {"story.yaml": STORY, "one.yaml": chapter}))
    found = [one.message for one in report.diagnostics if one.code == "S146"]
    assert not report.errors
    assert len(found) == (most is not None)
    assert most is None or most in found[0]
