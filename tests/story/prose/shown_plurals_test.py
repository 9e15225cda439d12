from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.story import plurals
from game.story.expressions import Names
from game.story.load import examine
from game.story.model import Variable
from game.story.plurals import Plurals
from game.story.prose import Fault, parse
from tests.play.small import begin, small, texts
from tests.stories import changed, write_story
from tests.story.facts import HERE, NAMES, StillFacts

RUSSIAN = replace(NAMES, plurals=Plurals("ru"))


def shown(text: str, rings: int, names: Names = NAMES) -> str:
    variables = {"told": True, "tea-rings": rings}
    return parse(text, HERE, names).plain(StillFacts(variables=variables))  # type: ignore[arg-type]


def fault(text: str, names: Names = NAMES) -> Fault:
    found: list[Fault] = []
    parse(text, HERE, names, (), found.append)
    return found[0]


@pytest.mark.parametrize(
    ("rings", "said"),
    [(0, "0 rings."), (1, "1 ring."), (2, "2 rings."), (-1, "-1 ring."), (1000, "1,000 rings.")],
)
def test_the_form_goes_with_the_number(rings: int, said: str) -> None:
    assert shown("{tea-rings} {plural tea-rings: ring | rings}.", rings) == said


@pytest.mark.parametrize(
    ("rings", "said"), [(1, "кольцо"), (3, "кольца"), (5, "колец"), (11, "колец"), (21, "кольцо")]
)
def test_it_goes_with_the_language(rings: int, said: str) -> None:
    assert shown("{plural tea-rings: кольцо | кольца | колец}", rings, RUSSIAN) == said


def test_a_form_may_be_empty_and_the_number_a_sum() -> None:
    text = "She {plural tea-rings - 1:come | }\n{plural tea-rings * 1000000000: a\n  b|c} on."
    assert shown(text, 1) == "She c on."
    assert shown(text, 2) == "She come c on."


def test_what_an_instrument_gives_can_be_counted() -> None:
    variables = {**NAMES.variables, "ticks": Variable("ticks", "word", "")}
    prose = parse("{plural ticks: tick | ticks}", HERE, replace(NAMES, variables=variables))
    for value, said in ((1, "tick"), (7, "ticks"), ("no", "ticks")):
        assert prose.plain(StillFacts(variables={"ticks": value})) == said


def test_where_the_score_is_hidden_its_plural_tells_nothing() -> None:
    prose = parse("{points(lamp)} {plural points(lamp) - 1199: point | points}", HERE, NAMES)
    assert prose.asks_score
    assert prose.plain(StillFacts()) == "1,200 point"
    assert prose.plain(StillFacts(score_shown=False)) == "– points"


@pytest.mark.parametrize(
    ("text", "offset", "part", "hint"),
    [
        ("a {plural tea-rings}", 2, "no forms", "{plural tea-rings: ring | rings}"),
        ("a {plural}", 2, "no forms", "{plural rings: ring | rings}"),
        ("a {plural tea-ring: a | b}", 10, "tea-ring", "tea-rings"),
        ("a {plural told: a | b}", 9, "Only a number", "number before the colon"),
        ("a {plural manner: a | b}", 9, "Only a number", "number before the colon"),
        ("a {plural : a | b}", 10, "missing", ""),
        ("{plural tea-rings: ring}", 0, "is 1 form; English has 2", "one (1) | other (0, 2, 3)"),
        ("{plural tea-rings: a | b | c}", 0, "are 3 forms; English has 2", "one (1)"),
        ("{plurals tea-rings: a | b}", 0, "There is no", "{plural rings: ring | rings}"),
        ("{tea-rings: ring | rings}", 0, "There is no", "{plural rings: ring | rings}"),
    ],
)
def test_a_fault_in_a_plural_says_what_to_do(text: str, offset: int, part: str, hint: str) -> None:
    found = fault(text)
    assert (found.offset, part in found.message, hint in found.hint) == (offset, True, True)


def test_the_forms_of_another_language_are_told() -> None:
    hint = "In this order: one (1, 21, 31) | few (2, 3, 4) | many (0, 5, 6)."
    assert fault("{plural tea-rings: a | b}", RUSSIAN).hint == hint


def test_a_story_counts_in_its_language(tmp_path: Path) -> None:
    scenes = """\
    yard:
      text: "{coins} {plural coins: монета | монеты | монет}"
      choices:
        find: {text: Find., set: {coins: coins + 1}, go: yard}
    """
    run = begin(small(tmp_path, scenes, language="ru"), "find", "find", "find")
    assert texts(run) == ["3 монеты"]
    again = begin(run.story, "find", "find", "find", "find", "find")
    assert texts(again) == ["5 монет"]


def test_an_unknown_language_is_told_where_it_stands(tmp_path: Path) -> None:
    files = changed("story.yaml", "about: For tests.", "about: For tests.\nlanguage: xx")
    counted = "You have {cash} {plural cash: yuan | yuans}."
    files["chapters/one.yaml"] = files["chapters/one.yaml"].replace(
        "You have {cash} yuan.", counted
    )
    (found,) = examine(write_story(tmp_path, files)).diagnostics
    assert (found.source.file, found.source.line, found.code) == ("story.yaml", 4, "S026")
    assert "language cannot be xx" in found.message


def test_no_language_is_looked_up_for_a_story_without_plurals(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plurals, "_locale", None)
    files = changed("story.yaml", "about: For tests.", "about: For tests.\nlanguage: xx")
    assert examine(write_story(tmp_path, files)).diagnostics == ()


def test_a_variable_cannot_be_called_like_a_tag(tmp_path: Path) -> None:
    files = changed("story.yaml", "  told: false", "  told: false\n  plural: 3")
    (found,) = examine(write_story(tmp_path, files)).diagnostics
    assert (found.code, found.message) == ("S033", "plural is a reserved word.")
