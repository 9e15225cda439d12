"""A protocol is read as it is written, and what is wrong in it is told like a story's mistakes."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.mirror.study.protocol import Study
from game.mirror.study.reading_protocol import StudyErrors, read_study
from game.story.model import Story
from tests.mirror.study.protocols import PROTOCOL, STUDY, story


@pytest.fixture(scope="module", name="small")
def _small(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return story(tmp_path_factory.mktemp("small"))


def read(folder: Path, small: Story, text: str | bytes = PROTOCOL) -> Study:
    path = folder / "study.yaml"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return read_study(path, small)


def told(folder: Path, small: Story, text: str | bytes) -> str:
    with pytest.raises(StudyErrors) as caught:
        read(folder, small, text)
    return str(caught.value)


def test_a_protocol_is_read_as_it_is_written(tmp_path: Path, small: Story) -> None:
    assert read(tmp_path, small) == STUDY


def test_the_fingerprint_goes_by_what_is_said_and_not_by_how(tmp_path: Path, small: Story) -> None:
    lines = PROTOCOL.splitlines()
    other_way_round = "\n".join(["# Ours", *lines[-3:], *lines[:-3]])
    assert read(tmp_path, small, other_way_round).fingerprint == STUDY.fingerprint
    prints = {STUDY.fingerprint}
    for old, new in (
        ("warm-coats", "warm-coats-2"),
        ("change whether", "alter whether"),
        ("[hidden, shown]", "[shown, hidden]"),
        ("at: at-stake", "at: not-at-stake"),
        ("[give]", "[keep]"),
        ("gave the", "kept the"),
        ("target: 40", "target: 41"),
        ("margin: 10", "margin: 11"),
        ("information desk", "cloakroom"),
    ):
        prints.add(read(tmp_path, small, PROTOCOL.replace(old, new)).fingerprint)
    assert len(prints) == 10


def test_who_else_sees_the_number_is_said_where_others_do(tmp_path: Path, small: Story) -> None:
    others = PROTOCOL.replace("[hidden, shown]", "[self, others]")
    seen = read(tmp_path, small, others + "seen-by: everybody in this room\n")
    assert (seen.arms, seen.seen_by) == (
        ("self", "others"),
        "everybody in this room",
    )
    assert "A protocol needs seen-by." in told(tmp_path, small, others)
    unasked = told(tmp_path, small, PROTOCOL + "seen-by: the whole class\n")
    assert "Where seen-by stands, the arm others must stand, too." in unasked


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("warm-coats", "Warm Coats", "study.yaml:1:8: S024 error: Warm Coats is no id."),
        ("study: warm-coats\n", "", "A protocol needs study."),
        ("story: small", "story: smal", "story cannot be smal.\n    story: smal\n"),
        ("story: small", "story: smal", "It is asked in the story small."),
        ("question:", "question: ''\nhost-:", "question is empty."),
        ("hidden, shown", "hidden, shwon", "It can be: hidden, shown, self, others."),
        ("hidden, shown", "shown, shown", "A study compares two different arms."),
        ("hidden, shown", "hidden", "A study compares two different arms."),
        ("hidden, shown", "hidden, shown, self", "A study compares two different arms."),
        ("hidden, shown", "", "A study compares two different arms."),
        ("[hidden, shown]", "hidden", "arms should be a list"),
        ("pair: knock", "pair: nock", "study.yaml:6:9: S040 error: There is no pair nock."),
        ("pair: knock", "pair: nock", "Did you mean knock?"),
        ("pair: knock", "pair: yard", "The pairs of this story: knock."),
        ("at: at-stake", "at: stake", "It can be: at-stake, not-at-stake."),
        ("at: at-stake\n  ", "", "The outcome needs at."),
        ("[give]", "[giv]", "Did you mean give?"),
        ("[give]", "[xyz]", "It can be: give, keep."),
        ("[give]", "[look]", "look leads aside and back again; it answers nothing."),
        ("[give]", "[give, keep]", "Every answer counts here"),
        ("[give]", "[]", "options is empty."),
        ("[give]", "give", "Write options: [give]."),
        ("[give]", "[[give]]", "options should be a text, not a list."),
        ("target: 40", "target: 9", "target is 9; it must be from 10 to 100,000."),
        ("target: 40", "target: 100001", "it must be from 10 to 100,000."),
        ("target: 40", "target: many", "target should be a whole number"),
        ("margin: 10", "margin: 0", "margin is 0; it must be from 1 to 50."),
        ("margin: 10\n", "", "A protocol needs margin."),
        ("margin:", "margins:", "Did you mean margin?"),
        ("host:", "hots:", "A protocol needs host."),
        ("outcome:\n", "outcome: the coat\nother:\n", "outcome should be a table"),
    ],
)
def test_what_is_wrong_is_told_with_its_place(
    tmp_path: Path, small: Story, old: str, new: str, says: str
) -> None:
    assert old in PROTOCOL
    said = told(tmp_path, small, PROTOCOL.replace(old, new))
    assert says.replace("outcome should", "The outcome should") in said
    assert said.startswith("study.yaml:")


@pytest.mark.parametrize(
    ("raw", "says"),
    [
        (b"", "There is nothing in this file."),
        (b"# Nothing yet\n", "There is nothing in this file."),
        (b"- a\n- b\n", "A protocol should be a table"),
        (b"study", "A protocol should be a table"),
        (b"\x00\x01\x02", "This is not UTF-8 text."),
        (b"\xff\xfea\x00", "It may be UTF-16"),
        ("question: Café".encode("cp1252"), "This is not UTF-8 text."),
        (b"study: a\x07", "S004"),
        (b"study: [" * 50_000, "This nests deeper than"),
        (b"study: &a [*a, *a]\n", "Anchors (&) and aliases (*) are not allowed."),
        (b"study: !!python/object:os.system x\n", "are not allowed."),
        (b"#" * 2_000_001, "larger than 2 MB"),
        (b"study: 'never closed\n", "not valid YAML"),
    ],
)
def test_whatever_the_file_holds_a_sentence_comes_of_it(
    tmp_path: Path, small: Story, raw: bytes, says: str
) -> None:
    assert says in told(tmp_path, small, raw)


@given(st.binary(max_size=80), st.integers(0, len(PROTOCOL)), st.integers(0, 40))
def test_a_protocol_with_a_hole_in_it_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, small: Story, put: bytes, at: int, gone: int
) -> None:
    raw = PROTOCOL.encode()
    try:
        read(tmp_path_factory.getbasetemp(), small, raw[:at] + put + raw[at + gone :])
    except StudyErrors as refused:
        assert "study.yaml:" in str(refused)


def test_a_protocol_that_is_not_there_or_no_file_is_told_so(tmp_path: Path, small: Story) -> None:
    for path in (tmp_path / "gone.yaml", Path("no\x00name")):
        with pytest.raises(StudyErrors, match="There is no protocol"):
            read_study(path, small)
    with pytest.raises(StudyErrors, match="it is no file"):
        read_study(tmp_path, small)


@pytest.mark.skipif(os.name == "nt", reason="links are for administrators there")
def test_a_link_is_followed_and_one_that_leads_to_itself_refused(
    tmp_path: Path, small: Story
) -> None:
    (tmp_path / "there").mkdir()
    read(tmp_path / "there", small)
    link, circle = tmp_path / "link.yaml", tmp_path / "circle.yaml"
    link.symlink_to(tmp_path / "there" / "study.yaml")
    circle.symlink_to(circle)
    assert read_study(link, small) == STUDY
    with pytest.raises(StudyErrors):
        read_study(circle, small)
