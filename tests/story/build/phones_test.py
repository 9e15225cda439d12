"""What is wrong with a phone is told where it stands, with what may stand there."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine, load
from tests.stories import GOOD, changed, write_story


def told(folder: Path, phone: str) -> list[str]:
    files = changed(
        "chapters/one.yaml", "    place: cafe\n", f"    place: cafe\n    phone: {phone}\n"
    )
    found = examine(write_story(folder, files)).diagnostics
    return [f"{one.code} {one.message} {one.hint}".strip() for one in found]


@pytest.mark.parametrize(
    "phone",
    [
        "chat",
        "call",
        "{shows: app, system: lamp}",
        "{if: told, shows: call, with: xiaoyu, since: 20:07}",
        "{shows: chat, name: Early Birds, voice: [xiaoyu, mother]}",
        "[{if: told, shows: chat}, {shows: ranking, system: lamp, text: 'mother: {12}'}]",
    ],
)
def test_these_are_right(tmp_path: Path, phone: str) -> None:
    assert told(tmp_path, phone) == []


@pytest.mark.parametrize(
    ("phone", "wrong"),
    [
        ("chatt", "S026 phone cannot be chatt. It can be: app, chat, call, ranking."),
        ("{shows: rank}", "S026 shows cannot be rank. It can be: app, chat, call, ranking."),
        ("{with: xiaoyu}", "S021 The phone needs shows. shows: app, chat, call or ranking"),
        ("{shows: chat, with: xiaoyi}", "S040 There is no person xiaoyi. Did you mean xiaoyu?"),
        ("{shows: chat, whit: xiaoyu}", "S020 The phone has no key whit. Did you mean with?"),
        ("{shows: app, system: lamb}", "S040 There is no system lamb. Did you mean lamp?"),
        ("app", "S021 The phone needs system. phone: {shows: app, system: …}: one of gull, lamp."),
        (
            "{shows: ranking, system: lamp}",
            "S021 The phone needs text. text: a line for each, as “xiaoyu: 231”",
        ),
        (
            "{shows: app, system: lamp, with: xiaoyu}",
            "S032 Where with stands, shows: chat or call must stand, too.",
        ),
    ],
)
def test_these_are_wrong(tmp_path: Path, phone: str, wrong: str) -> None:
    assert told(tmp_path, phone) == [wrong]


def test_where_there_is_one_system_it_need_not_be_named(tmp_path: Path) -> None:
    one = GOOD["chapters/one.yaml"].split("\nscenes:")[0].replace("instead: told-instead", "")
    files = {
        **GOOD,
        "chapters/one.yaml": one + "\nscenes: {the-cafe: {text: Here., phone: app, end: over}}\n",
    }
    del files["systems/gull.yaml"]
    files["systems/lamp.yaml"] = "system: lamp\nname: Lamp\n"
    files["story.yaml"] = files["story.yaml"].replace("opens: {lamp: 20}", "opens: {}")
    story = load(write_story(tmp_path, files))
    assert [one.system for one in story.scenes["the-cafe"].phones] == ["lamp"]
