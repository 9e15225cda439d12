"""The guide's page about studies: its protocol can be used, its figures are worked out."""

from __future__ import annotations

import re
from pathlib import Path

from game import cli, folders
from game.commands import wiring
from game.mirror.study.protocol import ARM_WORDS
from game.mirror.study.reading_protocol import read_study
from game.mirror.study.statistics import reach
from game.story.load import load
from tests.guide import GUIDE, blocks
from tests.mirror.study.people import people_wanted

PAGE = GUIDE / "studies.md"
TEXT = PAGE.read_text(encoding="utf-8")
BLOCKS = [block for _, block in blocks(PAGE)]


def table(first_head: str) -> list[list[str]]:
    """The rows of the table that begins with this head."""
    lines = TEXT[TEXT.index(f"| {first_head} |") :].split("\n\n")[0].splitlines()
    return [line.strip("| ").split(" | ") for line in lines[2:]]


def test_its_protocol_can_be_used(tmp_path: Path) -> None:
    (protocol,) = (block.text for block in BLOCKS if block.kind == "yaml study")
    (tmp_path / "study.yaml").write_text(protocol, encoding="utf-8")
    story = load(folders.default_story(), wiring.SPECS)
    study = read_study(tmp_path / "study.yaml", story)
    assert study.outcome.options == {"talk"}
    keys = {line.split(":")[0].strip() for line in protocol.splitlines()}
    told = set(re.findall(r"`([a-z-]+)`", TEXT))
    assert keys | {"seen-by"} <= told


def test_every_arm_is_explained() -> None:
    assert {row[0].strip("`") for row in table("arm")} == set(ARM_WORDS)


def test_so_many_people_are_wanted() -> None:
    rows = [
        [str(gap), *(f"{people_wanted(0.5, 0.5 + gap / 100, power):,}" for power in (80, 90))]
        for gap in (30, 20, 15, 10, 5)
    ]
    assert table("difference, in points") == rows


def test_the_interval_reaches_so_far() -> None:
    sizes = (15, 50, 100, 400, 1_000)
    rows = [[f"{people:,}", f"±{100 * reach(people):.0f}"] for people in sizes]
    assert table("people in each arm") == rows


def test_every_command_can_be_typed() -> None:
    lines = [line for block in BLOCKS if block.kind == "sh" for line in block.text.splitlines()]
    for line in lines:
        python, main, *argv = line.split()
        assert (python, main) == ("python3", "main.py")
        assert cli.parse(argv).verb in ("play", "results")
    assert len(lines) > 5
