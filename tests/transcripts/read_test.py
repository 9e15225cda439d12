"""What is wrong in how a transcript is written is told at its place; nothing explodes."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.story.desk import Findings
from game.story.yaml_nodes import Page
from game.transcripts.read import transcript, transcripts
from tests.transcripts.making import example_with, found_in


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("acts: []\nsead: 3\n", "3:1: A transcript has no key sead. Did you mean seed?"),
        ("seed: 3\n", "1:1: A transcript needs acts. acts: a list of what is done and expected"),
        ("acts: []\nseed: -1\n", "3:7: seed is -1; it must be from 0 to 4,294,967,296."),
        ("acts: []\nshown: no\n", "3:8: shown should be true or false, not the text “no”."),
        ("acts: the-door\n", "2:7: acts should be a list, not the text “the-door”."),
        ("acts: [flap]\n", "2:8: An act should be one scene with one choice, not"),
        ("acts: [{a: b, c: d}]\n", "2:8: An act should be one scene with one choice, not"),
        ("acts: [{the-door: [wait]}]\n", "2:19: The choice at the-door should be a text"),
        ("acts: [{load: here}]\n", "2:9: There is no save point here. Write save: here before"),
        (
            "acts: [save: hier, load: here]\n",
            "2:20: There is no save point here. Did you mean hier",
        ),
        ("acts: [tick: 0]\n", "2:14: tick is 0; it must be from 1 to 1,000,000."),
        ("acts: [expect: {texts: a}]\n", "2:17: expect has no key texts. Did you mean text?"),
        ("acts: [expect: {text: [a: b]}]\n", "2:24: text should be a text, not a table."),
        ("acts: [expect: {shut: a}]\n", "2:23: shut should be a table, not the text “a”."),
        ("acts: [save: a, load: {save: a, into: b, changes: []}]\n", "2:42: into and changes ex"),
        ("acts: [save: a, load: {save: a, changes: [{file: b}]}]\n", "2:43: A change needs repla"),
        ("acts: *all\n", "2:7: Anchors (&) and aliases (*) are not allowed."),
        ("acts: [\n", "2:8: This is not valid YAML"),
    ],
)
def test_a_mistake_is_told_where_it_stands(tmp_path: Path, text: str, message: str) -> None:
    assert found_in(tmp_path, text)[0].startswith(message)


def test_what_is_wrong_is_left_out_and_the_rest_is_read(tmp_path: Path) -> None:
    example_with(tmp_path, "acts: [\n")
    example_with(tmp_path, "transcript: Two\nacts: []\n", "two.yaml")
    example_with(tmp_path, "acts: []\n", "three.yml")
    example_with(tmp_path, "acts: []\n", "notes.txt")
    findings = Findings()
    assert [one.title for one in transcripts(tmp_path, findings)] == ["Two"]
    assert [str(one.source.file) for one in findings.sorted()] == [
        "transcripts/one.yaml",
        "transcripts/three.yml",
    ]


def test_a_folder_that_leads_out_of_the_story_is_not_read(tmp_path: Path) -> None:
    example_with(tmp_path / "..", "acts: []\n")
    (tmp_path / "transcripts").symlink_to(tmp_path.parent / "transcripts")
    findings = Findings()
    assert transcripts(tmp_path, findings) == []
    assert [one.code for one in findings.sorted()] == ["S006"]


def test_a_story_without_transcripts_has_none(tmp_path: Path) -> None:
    assert transcripts(tmp_path, Findings()) == []


SNIPPETS = st.sampled_from(
    ["acts:", "transcript: a", "- ", "  - expect:", "save: a", "load:", "text: [", "{", "changes:"]
)


@given(st.lists(SNIPPETS | st.text(max_size=8)).map("\n".join))
def test_no_text_ends_in_a_traceback(text: str) -> None:
    page = Page("one.yaml", text)
    findings = Findings()
    assert transcript(page, findings) is not None or findings.errors
