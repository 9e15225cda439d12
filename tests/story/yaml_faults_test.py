"""What authors are told of a file that is no YAML."""

from __future__ import annotations

import pytest
import yaml

from game.story import yaml_reader
from game.story.source import Source
from game.story.yaml_nodes import Page
from game.story.yaml_reader import read_yaml


@pytest.fixture(params=["c", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML, which say the same in different words."""
    if request.param == "python":
        monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)


def told(text: str) -> list[tuple[int, int, str, str]]:
    found: list[tuple[int, int, str, str]] = []

    def report(code: str, page: Page, source: Source, **values: object) -> None:
        found.append((source.line, source.column, str(values["problem"]), str(values["hint"])))

    read_yaml(Page("a.yaml", text), report)
    return found


@pytest.mark.parametrize(
    ("text", "line", "column", "problem", "hint"),
    [
        ("a:\n  b: hi\n   c: x\n", 3, 4, "too far in", "right below the line above"),
        ("a:\n  b:hi\n  c: x\n", 2, 5, "a space is missing", "key: value"),
        ("a:\n  b\n    c: x\n", 2, 4, "a colon is missing", "has a colon behind it"),
        ("a:\n  b：hi\n  c: x\n", 2, 4, "a wide one", "plain one"),
        ("a:\n  b: at six: dinner\n", 2, 12, "within a text", "needs quotes"),
        ("a:\n  b: “At six: dinner”\n", 2, 13, "within a text", "straight quotes"),
        ("a:\n  – {if: b, to: c}\n", 2, 3, "no dash", "plain one: -"),
        ("a:\n\tb: 1\n", 2, 1, "a tab", "spaces only"),
        ("a:\n  b: |\n    c\n\td\n", 4, 1, "a tab", "spaces only"),
        ("a:\n  b:\xa0hi\n  c: x\n", 2, 5, "no-break space", "type a space"),
        ("a:\n  b: |\n    hi\n\xa0\n    c: x\n", 4, 1, "no-break space", "type a space"),
        ('a:\n  b: "He said "go"."\n', 2, 16, "after its closing quote", "text: |"),
        ("a:\n  b: 'It's late'\n", 2, 10, "after its closing quote", "text: |"),
        ('a: {b: "He said "go"."}\n', 1, 18, "a text goes on", "text with quotes"),
        ("a: {b: {c}d, e: f}\n", 1, 11, "a text goes on", "braces in it"),
        ("a: [b\nc: d\n", 2, 2, "closing bracket is missing", "lines above"),
        ('a:\n  b: "hi\nc:\n  d: x\n', 2, 6, "quote is never closed", "same sign"),
        ("a:\n  b: |\n  Hello you.\n  c: x\n", 3, 3, "below the bar", "further in"),
        ("a:\n  b: | Hello\n", 2, 8, "beside the bar", "next line"),
        ("a:\n  b: @home\n", 2, 6, "begin with @", "quotes"),
        ("a:\n  b: *no* way\n", 2, 6, "begin with *", "quotes"),
        ("a:\n  - x\n  b: 1\n", 3, 3, "a dash is missing", "too far in"),
        ("a:\n    b: x\n   c: y\n", 3, 4, "no line can begin", "indentation"),
    ],
)
def test_a_slip_is_told_in_plain_words_where_it_was_made(
    text: str, line: int, column: int, problem: str, hint: str
) -> None:
    ((at, place, what, how),) = told(text)
    assert (at, place) == (line, column)
    assert problem in what
    assert hint in how
