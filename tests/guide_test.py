"""The author's guide: all of its examples hold, and nothing is left out of it."""

from __future__ import annotations

import argparse
import re
from pathlib import Path

import pytest

from game.commands import check, test_story
from game.instruments.draft import Draft
from game.instruments.route_board import LEAVE
from game.scoring.appraisals import MOST_AT_ONCE
from game.story import checks, files, measures, parts, values, yaml_reader
from game.story.build import effects, phones, plays, pools, scenes, shelves, stage, systems, ways
from game.story.build import story as build_story
from game.story.calendar import DAY
from game.story.declare import BESIDE_A_DEED
from game.story.desk import ID, MOST_FINDINGS
from game.story.diagnostics import Diagnostic
from game.story.expressions import parser as expression_parser
from game.story.expressions.parser import _STRENGTH
from game.story.expressions.tree import FUNCTIONS, LIMIT, PLAIN, RESERVED
from game.story.prose import parser as prose_parser
from game.story.prose.tags import TAGS
from game.story.reserved import COMMANDS, WAYS_ON
from game.story.schema import read_format
from game.story.stage import NOBODY
from game.transcripts.expectations import TABLES, TEXTS
from game.transcripts.read import MOST_STEPS
from tests.guide import (
    EXAMPLES,
    GENERATED,
    GUIDE,
    INDEX,
    PAGES,
    Block,
    Example,
    agrees,
    blocks,
    examples,
    play,
    report,
    write,
)

RIGHT = [one for one in EXAMPLES if not one.checks]
WRONG = [one for one in EXAMPLES if one.checks]
PLAYED = [(one, block) for one in EXAMPLES for block in one.plays]
KINDS = ("yaml", "svg", "play", "check", "sh", "text")


def longest_id() -> int:
    return max(length for length in range(1, 100) if ID.fullmatch("a" * length))


def _days(minutes: int) -> str:
    return f"{minutes // DAY:,} days"


LIMITS = {
    "an id": f"{longest_id()} characters",
    "a text of a scene": f"{values.MOST_TEXT:,} characters",
    "any other text: a choice, a title, a name": f"{values.MOST_LABEL:,} characters",
    "a card": f"{shelves.MOST_CARD:,} characters",
    "where a card's fact stands": f"{shelves.MOST_ORIGIN:,} characters",
    "a word of an instrument": f"{plays.MOST_WORDS:,} characters",
    "an expression": f"{expression_parser.MOST_CHARACTERS:,} characters",
    "an expression, parentheses in parentheses": f"{expression_parser.MOST_DEPTH} deep",
    "conditions and passages in a text, one in another": f"{prose_parser.MOST_DEPTH} deep",
    "passages that take turns": f"{prose_parser.MOST_PASSAGES}",
    "a number in an expression, either way": f"{LIMIT:,}",
    "points, a standing, either way": f"{systems.LIMIT:,}",
    "how much of a deed at once": f"{effects.MOST_QUANTITY:,}",
    "how many minutes of a deed at once": f"{effects.MOST_MINUTES:,}",
    "times of a band": f"{systems.MOST_TIMES}",
    "scenes in a pool": f"{pools.MOST_DRAWABLE:,}",
    "weight of a scene in a pool": f"{pools.MOST_WEIGHT:,}",
    "pictures laid over a place": f"{shelves.MOST_OVERLAYS}",
    "spots of a stage, and figures that can be at one": f"{stage.MOST_SPOTS}",
    "eyes of all systems": f"{checks.MOST_EYES}",
    "appraisals and their terms, of all systems": f"{checks.MOST_TERMS}",
    "rules for one deed, of all systems": f"{checks.MOST_RULES}",
    "dates of an appraisal in one leap of time; of more, the last count": f"{MOST_AT_ONCE:,}",
    "parts, one in another": f"{parts.MOST_NESTED} deep",
    "acts of a transcript": f"{MOST_STEPS:,}",
    "choices in a scene": f"{scenes.MOST_CHOICES}",
    "phones of a scene": f"{phones.MOST_PHONES}",
    "branches of a `go`": f"{ways.MOST_BRANCHES}",
    "deeds, records or visits later, each, of one choice": f"{effects.MOST_EFFECTS}",
    "items of any other list": f"{values.MOST_ITEMS:,}",
    "entries of a shelf": f"{values.MOST_ENTRIES:,}",
    "scenes in a story": f"{build_story.MOST_SCENES:,}",
    "a duration that is lived through: `after`, `takes`, `in`, `delay`": _days(
        measures.LONGEST_WAIT
    ),
    "any other duration": _days(measures.LONGEST),
    "years": f"{measures.FIRST_YEAR} to {measures.LAST_YEAR}",
    "a file": f"{files.MOST_BYTES // 1_000_000} MB",
    "a story": f"{files.MOST_STORY_BYTES // 1_000_000} MB",
    "files in a story": f"{files.MOST_FILES:,}",
    "levels in a file, one in another": f"{yaml_reader.MOST_DEPTH}",
    "values in a file": f"{yaml_reader.MOST_VALUES:,}",
    "findings that are shown at once": f"{MOST_FINDINGS}",
}
_LINK = re.compile(r"\]\(([^)#]+)(?:#[^)]*)?\)")


@pytest.mark.parametrize("example", RIGHT, ids=str)
def test_every_example_is_a_story_without_a_fault(example: Example, tmp_path: Path) -> None:
    assert [str(one) for one in report(example, tmp_path).diagnostics] == []


@pytest.mark.parametrize("example", WRONG, ids=str)
def test_what_goes_wrong_is_told_as_the_page_says(example: Example, tmp_path: Path) -> None:
    told = example.checks[0].text.rstrip()
    found = report(example, tmp_path).diagnostics
    whole = "\n".join(map(str, found))
    assert told in (whole, "\n".join(map(_without_place, found)))


def _without_place(found: Diagnostic) -> str:
    hint = f"\n  {found.hint}" if found.hint else ""
    return f"{found.code} {found.severity}: {found.message}{hint}"


@pytest.mark.parametrize(("example", "block"), PLAYED, ids=str)
def test_every_playthrough_comes_out_as_the_page_says(
    example: Example, block: Block, tmp_path: Path
) -> None:
    for typed, wanted, came in play(example, block, tmp_path):
        assert agrees(wanted, came), (
            f"{example.page}:{block.line}, after “{typed}”, the screen is:\n" + "\n".join(came)
        )


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.transcripts], ids=str)
def test_every_transcript_holds(
    example: Example, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert test_story.run(write(example, tmp_path)) == 0, capsys.readouterr().out


def test_left_out_lines_are_marked_and_all_others_count() -> None:
    assert agrees(["a", "b"], ["a", "b"])
    assert agrees(["a", "…", "d"], ["a", "b", "c", "d"])
    assert agrees(["…"], ["a"])
    assert not agrees(["a"], ["a", "b"])
    assert not agrees(["…", "c"], ["a", "b", "c", "d"])
    assert not agrees(["a", "…", "e", "…"], ["a", "b", "c", "d"])


def test_no_block_goes_untried() -> None:
    for page in PAGES:
        for _, block in blocks(page):
            assert block.kind.split(" ")[0] in KINDS, f"{page.name}:{block.line}: {block.kind!r}"


def test_every_page_is_in_the_index_and_every_link_leads_somewhere() -> None:
    linked = set(_LINK.findall(INDEX.read_text(encoding="utf-8")))
    assert {page.name for page in PAGES} - {INDEX.name} <= linked
    for page in PAGES:
        for target in _LINK.findall(page.read_text(encoding="utf-8")):
            if "://" not in target:
                assert (GUIDE / target).exists(), f"{page.name}: {target}"


def test_every_page_says_where_to_look_next() -> None:
    for page in PAGES:
        if page not in (INDEX, GENERATED):
            assert "\nWhere to look next: " in page.read_text(encoding="utf-8"), page.name


def test_the_first_story_is_checked_as_its_page_says(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = GUIDE / "first-story.md"
    folder = tmp_path / "library-card"
    folder.mkdir()
    write(examples(page)[0], folder)
    arguments = argparse.Namespace(path=folder, strict=True, explain=None, guide=False)
    assert check.run(arguments) == 0
    told = next(block.text for _, block in blocks(page) if block.kind == "text")
    assert capsys.readouterr().out == told


def test_every_key_that_a_story_may_have_is_in_the_guide() -> None:
    lines = [line for page in PAGES for line in page.read_text(encoding="utf-8").split("\n")]
    told = "\n".join(span for line in lines for span in re.findall(r"`([^`]+)`", line))
    wanted = {key for kind in read_format().values() for key in kind.get("keys", ())}
    wanted |= {*TEXTS, *TABLES}
    assert sorted(key for key in wanted if not re.search(rf"\b{key}\b", told)) == []


def test_every_word_of_conditions_is_explained() -> None:
    told = (GUIDE / "conditions.md").read_text(encoding="utf-8")
    for name in FUNCTIONS:
        assert f"`{name}(" in told, name
    for name in (*PLAIN, *_STRENGTH, "not"):
        assert f"`{name}`" in told or f" {name} " in told, name


def test_the_words_that_are_taken_are_those_that_the_checker_refuses() -> None:
    parts = (GUIDE / "words.md").read_text(encoding="utf-8").split("\n## ")
    listed = [set(re.findall(r"`([a-z-]+)`", part.split("\n\n", 1)[1])) for part in parts]
    assert listed[1] == RESERVED
    assert listed[2] == WAYS_ON | COMMANDS | {LEAVE, *Draft.spec.words}
    assert listed[3] == set(BESIDE_A_DEED)
    assert listed[4] == TAGS
    assert listed[5] == {NOBODY}


def test_the_limits_are_those_of_the_code() -> None:
    told = (GUIDE / "limits.md").read_text(encoding="utf-8")
    rows = [line.strip("| ").split(" | ") for line in told.splitlines() if line.startswith("| ")]
    assert {what: most for what, most in rows if what not in ("what", "---")} == LIMITS
