"""The schema and the loader know the same format: neither goes on without the other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from game.commands.wiring import SPECS
from game.story.desk import Findings
from game.story.fields import Fields
from game.story.files import read_pages
from game.story.load import examine
from game.story.schema import read_format, schema
from game.story.survey import Known, survey
from game.story.yaml_nodes import ListNode, MapNode, Node, Scalar
from game.story.yaml_reader import read_yaml
from tests.example import write_example
from tests.stories import GOOD, changed, write_story
from tests.story.catalogue_test import KINDS, merged

ROOT = Path(__file__).parent.parent.parent
STORIES = sorted(
    path.parent
    for path in (
        *ROOT.glob("story/*/story.yaml"),
        *ROOT.glob("tests/probes/*/story.yaml"),
        ROOT / "game/commands/new_story/story.yaml",
        ROOT / "tests/fuzz/everything/story.yaml",
    )
)
_NUMBER = re.compile(r"-?(0|[1-9][0-9]*)")


def as_json(node: Node) -> object:
    """The value as an editor reads it."""
    if isinstance(node, MapNode):
        return {key: as_json(value) for key, value in node.entries.items()}
    if isinstance(node, ListNode):
        return [as_json(item) for item in node.items]
    assert isinstance(node, Scalar)
    plain = {"": None, "~": None, "null": None, "true": True, "false": False}
    if node.style:
        return node.text
    return plain.get(node.text, int(node.text) if _NUMBER.fullmatch(node.text) else node.text)


def files(folder: Path) -> Iterator[tuple[str, object]]:
    findings = Findings()
    for page in read_pages(folder, findings)[0]:
        node = read_yaml(page, findings.add)
        if node is not None:
            yield page.path, as_json(node)


@cache
def validator() -> jsonschema.Draft7Validator:
    """A validator that knows no story's names."""
    return jsonschema.Draft7Validator(schema(Known(), SPECS))


def named(folder: Path) -> jsonschema.Draft7Validator:
    """A validator that knows the names of this story."""
    return jsonschema.Draft7Validator(schema(survey(folder), SPECS))


def faults(folder: Path, by: jsonschema.Draft7Validator | None = None) -> list[str]:
    """What a validator (one that knows its names, unless another is given) finds in a story."""
    checks = by or named(folder)
    return [
        f"{path}: {'/'.join(map(str, error.absolute_path))}: {error.message[:300]}"
        for path, told in files(folder)
        for error in checks.iter_errors(told)
    ]


def test_it_is_a_schema() -> None:
    jsonschema.Draft7Validator.check_schema(schema(Known(), SPECS))
    jsonschema.Draft7Validator.check_schema(schema(survey(STORIES[0]), SPECS))


@pytest.mark.parametrize("folder", STORIES, ids=lambda folder: folder.name)
def test_every_story_here_is_valid(folder: Path) -> None:
    assert faults(folder) == []
    assert faults(folder, validator()) == []


def test_the_example_of_the_readme_is_valid(tmp_path: Path) -> None:
    assert faults(write_example(tmp_path)) == []


def test_the_good_story_is_valid(tmp_path: Path) -> None:
    assert faults(write_story(tmp_path)) == []


@pytest.mark.parametrize("code", [code for code in KINDS if KINDS[code].example])
def test_what_puts_an_example_right_is_valid(tmp_path: Path, code: str) -> None:
    assert faults(write_story(tmp_path, merged(KINDS[code], KINDS[code].mend)), validator()) == []


SEEN = ("S020", "S021", "S022", "S023", "S024", "S026", "S027", "S029", "S040", "S041", "S073")
"""Findings that a schema can see, too. Others take a whole story, or more than a key."""


@pytest.mark.parametrize("code", (*SEEN, "S080", "S081", "S121"))
def test_what_is_wrong_in_an_example_is_invalid(tmp_path: Path, code: str) -> None:
    assert faults(write_story(tmp_path, merged(KINDS[code], KINDS[code].example))) != []


# --- the same keys as the loader -----------------------------------------------------------

WHAT = {
    "The story": "story-file",
    "A chapter": "chapter-file",
    "A system": "system-file",
    "A beginning": "beginning",
    "A file without story, chapter or system": "shelves",
    "The scene * in a pool": "drawn",
    "The scene *": "scene-body",
    "The choice * in an arm": "choice-in-arm",
    "The choice *": "choice",
    "The arm *": "arm",
    "The part *": "part-body",
    "The pair": "pair",
    "The field": "field",
    "The phone": "phone",
    "The pool *": "pool",
    "The outcome *": "ended",
    "A branch": "branch",
    "A deed": "deed-done",
    "A record": "record",
    "A correction": "correction",
    "A look": "look",
    "What comes later": "later",
    "The variable *": "variable-number",
    "The cut *": "cut-named",
    "The life *": "life-body",
    "The deed *": "deed-named",
    "The place *": "place-named",
    "What is laid over a picture": "overlay",
    "One of those who can be at a spot": "pose",
    "The sound *": "sound-body",
    "The card *": "card-body",
    "The statement *": "statement-body",
    "The eye *": "eye-body",
    "The band *": "band",
    "The rule *": "rule",
    "A cap": "cap",
    "The appraisal *": "appraisal",
    "The term *": "term",
    "The gate *": "gate-body",
}
"""How the loader calls each kind of mapping."""
_ANYWHERE = "A file"


def kind_of(what: str) -> str:
    for name, kind in WHAT.items():
        if re.fullmatch(re.escape(name).replace(r"\*", r"[^ ]+"), what):
            return kind
    raise AssertionError(f"What is “{what}” in format.yaml? Name it in WHAT.")


@cache
def written(kind: str) -> frozenset[str]:
    """The keys of a kind in the format."""
    format = read_format()
    entry = format[kind]
    keys = set(entry["keys"])
    for other in entry.get("with", ()):
        keys |= written(other)
    return frozenset(keys)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, set[str]]:
    """For each kind of mapping, the keys that the loader asks for while it reads every story
    here, every example of a finding, and every mend."""
    made: list[Fields] = []
    found: dict[str, set[str]] = {}
    begin, has, done = Fields.__init__, Fields.__contains__, Fields.done

    def note(fields: Fields, keys: Any) -> None:
        if fields.what != _ANYWHERE:
            found.setdefault(kind_of(fields.what), set()).update(keys)

    def spying_init(self: Fields, *args: Any) -> None:
        begin(self, *args)
        made.append(self)

    def spying_has(self: Fields, key: str) -> bool:
        note(self, [key])
        return has(self, key)

    def spying_done(self: Fields, more: Any = (), near: Any = ()) -> None:
        note(self, more)
        done(self, more, near)

    monkeypatch.setattr(Fields, "__init__", spying_init)
    monkeypatch.setattr(Fields, "__contains__", spying_has)
    monkeypatch.setattr(Fields, "done", spying_done)
    for folder in STORIES:
        examine(folder, SPECS)
    files = changed("story.yaml", "life: haifeng", "life: haifeng\ncuts: {short: {name: Short}}")
    examine(write_story(tmp_path / "good", files), SPECS)
    over = "cafe: {name: Café, picture: a.svg, over: [{if: told, picture: b.svg}]}"
    seen = "figures: {xiaoyu: {calling: c.svg}}\nsounds: {rain: {file: r.ogg, caption: Rain.}}"
    files = changed("story.yaml", "cafe: The café", over) | {"seen.yaml": seen}
    asks = "place: cafe\n    stage: {left: [{if: told, figure: xiaoyu calling}]}"
    files["chapters/one.yaml"] = files["chapters/one.yaml"].replace("place: cafe", asks)
    examine(write_story(tmp_path / "over", files), SPECS)
    for code, kind in KINDS.items():
        if kind.example:
            examine(write_story(tmp_path / code, merged(kind, kind.mend)), SPECS)
    for fields in made:
        note(fields, fields.taken)
    return found


def test_the_format_has_the_keys_that_the_loader_asks_for_and_no_others(
    asked: dict[str, set[str]], tmp_path: Path
) -> None:
    stories = [*STORIES, tmp_path / "good", tmp_path / "S040"]
    deeds = {id for folder in stories for id in survey(folder).ids["deed"]}
    asked["deed-done"] -= deeds
    asked["record"] -= deeds
    asked["variable-word"] = asked["variable-number"] & {"word", "of"}
    asked["variable-number"] -= {"word", "of"}
    asked["part-body"] |= written("scene-body") | written("choice")
    assert {kind: sorted(keys) for kind, keys in asked.items()} == {
        kind: sorted(written(kind)) for kind in asked
    }
    elsewhere = {"arms", "effects", "shelves", "way"}
    mappings = {kind for kind, entry in read_format().items() if "keys" in entry}
    assert mappings == set(asked) | elsewhere


# --- what editors get ----------------------------------------------------------------------


def test_every_key_is_explained() -> None:
    for kind, entry in read_format().items():
        for key, value in entry.get("keys", {}).items():
            assert value["about"].endswith((".", "}", "]")), (kind, key)


def test_the_names_of_a_story_are_known_even_if_it_is_broken(tmp_path: Path) -> None:
    known = survey(
        write_story(tmp_path, changed("chapters/one.yaml", "call: visit", "call: nowhere"))
    )
    assert known.ids["target"] == ("the-cafe", "the-call", "visit", "told-instead", "the-end")
    assert known.ids["played-life"] == ("haifeng", "haifeng-january")
    assert known.ids["tier-name"] == ("AAA", "A", "D")


PARTS = """\
parts:
  phone:
    needs: [caller, minutes]
    text: <caller> calls.
    place: <where>
    choices:
      <caller>: {text: Answer., deeds: [{read-minutes: <minutes>}], once: <minutes>, go: <after>}
"""


def test_in_a_part_everything_may_be_a_parameter(tmp_path: Path) -> None:
    assert faults(write_story(tmp_path, {**GOOD, "parts.yaml": PARTS})) == []
    wrong = PARTS.replace("once: <minutes>", "onse: <minutes>")
    (one,) = faults(write_story(tmp_path, {**GOOD, "parts.yaml": wrong}))
    assert "onse" in one


@pytest.mark.parametrize(
    ("use", "wrong"),
    [
        ("{phone: {caller: Xiaoyu, minutes: 4}}", False),
        ("[{phone: {caller: Xiaoyu, minutes: 4}}]", False),
        ("{phone: {caller: Xiaoyu}}", True),
        ("{phone: {caller: Xiaoyu, minutes: 4, hours: 2}}", True),
        ("{phones: {caller: Xiaoyu, minutes: 4}}", True),
    ],
)
def test_a_use_gives_what_the_part_needs(tmp_path: Path, use: str, wrong: bool) -> None:
    used = GOOD["chapters/one.yaml"].replace(
        "  visit:\n    text: A short", f"  visit:\n    use: {use}\n    text: A"
    )
    assert used != GOOD["chapters/one.yaml"]
    files = {**GOOD, "chapters/one.yaml": used, "parts.yaml": PARTS}
    assert bool(faults(write_story(tmp_path, files))) is wrong


def test_a_transcript_is_left_alone(tmp_path: Path) -> None:
    told = {"note": "Home.", "seed": 1, "acts": [{"evening": "answer"}]}
    assert validator().is_valid(told)


@pytest.mark.parametrize(
    ("outcomes", "wrong"),
    [
        ("{read: visit, left: visit}", False),
        ("{read: visit, left: visit, answered: visit}", False),
        ("{read: visit, answered: visit}", True),
    ],
)
def test_an_outcome_that_comes_with_some_parameters_only_may_be_left_out(
    tmp_path: Path, outcomes: str, wrong: bool
) -> None:
    play = "play: {reading-strip: {minutes: 4, pages: [a, b], reads: read-minutes}}\n"
    play += f"        words: {{a: A, b: B, scroll: S, leave: L}}\n        outcomes: {outcomes}\n"
    borrow = "gate: loan\n        call: visit\n        then: the-end\n"
    files = changed("chapters/one.yaml", borrow, play)
    assert bool(faults(write_story(tmp_path, files))) == wrong
