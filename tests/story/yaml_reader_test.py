from __future__ import annotations

import pytest
import yaml

from game.story import yaml_reader
from game.story.source import Source
from game.story.values import plain_value
from game.story.yaml_nodes import MapNode, Node, Page, Scalar
from game.story.yaml_reader import forbidden, read_yaml


@pytest.fixture(params=["c", "python"], autouse=True)
def loader(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both parsers of PyYAML: not every machine has the one in C."""
    if request.param == "python":
        monkeypatch.setattr(yaml_reader, "_LOADER", yaml.SafeLoader)


def read(text: str) -> tuple[Node | None, list[tuple[str, int, int]]]:
    found: list[tuple[str, int, int]] = []

    def report(code: str, page: Page, source: Source, **values: object) -> None:
        found.append((code, source.line, source.column))

    return read_yaml(Page("a.yaml", text), report), found


def test_plain_values_go_by_their_text_and_quoted_ones_are_texts() -> None:
    node, found = read("{a: true, b: 'true', c: 7, d: '7', e: no, f: 017, g: 22:30, h: [x]}")
    assert not found
    assert node is not None
    assert plain_value(node) == {
        "a": True,
        "b": "true",
        "c": 7,
        "d": "7",
        "e": "no",
        "f": "017",
        "g": "22:30",
        "h": ["x"],
    }


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a: !!python/name:os.system x", "S011", 1, 4),
        ("a: &x 1", "S012", 1, 4),
        ("a: *x", "S012", 1, 4),
        ("a: 1\nb: 2\na: 3", "S013", 3, 1),
        ("a: {<<: {b: 1}}", "S017", 1, 5),
        ("a: 1\n---\nb: 1", "S015", 2, 1),
        ("? [a]\n: 1", "S016", 1, 3),
        ("text: Phone: off", "S010", 1, 12),
        ("a: [1,\n\n\n", "S010", 1, 7),
        ("a:\n\tb: 1", "S010", 2, 1),
        ('a: "\\0"', "S004", 1, 4),
        ("[" * 100_000, "S014", 1, 41),
        ("{a: " * 100_000, "S014", 1, 161),
        ("- " * 100_000, "S014", 1, 81),
    ],
)
def test_what_is_not_allowed_is_reported_at_its_place(
    text: str, code: str, line: int, column: int
) -> None:
    assert read(text)[1] == [(code, line, column)]


@pytest.mark.parametrize("text", ["", "# only a remark\n", "---\n---\n", "a: 'x", "%", "\t", "]"])
def test_a_file_that_is_no_yaml_yields_nothing_or_a_finding(text: str) -> None:
    node, found = read(text)
    assert found or node is not None


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("text: |\n  One\n  two {x}\n", 3, 7),
        ("text: |\n\n\n  One\n\n    two {x}\n", 6, 9),
        ("text: >\n  One\n  two {x}\n", 3, 7),
        ("text: One two {x}", 1, 15),
        ("text: One\n  two {x}", 2, 7),
        ("text: 'It''s {x}'", 1, 14),
        ('text: "a\\n\\"b {x}"', 1, 15),
        ("text: |-   # remark\n  {x}", 2, 3),
    ],
)
def test_a_place_within_a_text_is_found_in_the_file(text: str, line: int, column: int) -> None:
    node, found = read(text)
    assert not found
    assert isinstance(node, MapNode)
    value = node.entries["text"]
    assert isinstance(value, Scalar)
    assert value.locate(value.text.index("{")) == Source("a.yaml", line, column)


def test_forbidden_characters() -> None:
    assert forbidden("Größe, 微信, é\tand\nso 🙂") is None
    for char in "\x00\x07\r\x7f\x85\u2028\ufeff\ud800":
        assert forbidden("a" + char) == char


def test_keys_know_their_places_too() -> None:
    root, _ = read("a: 1\nb:\n  c: 2\n'd': 3\n")
    assert isinstance(root, MapNode)
    places = [(id, key.line, key.column) for id, key in root.keys.items()]
    assert places == [("a", 1, 1), ("b", 2, 1), ("d", 4, 1)]


def test_line_ends_of_other_systems_are_counted_as_the_parser_counts_them() -> None:
    root, _ = read("a: 1\rb: 2\u2028c: 3\x85d: 4\r\ne: 5")
    assert isinstance(root, MapNode)
    assert [*root.entries][-1] == "e"


def test_a_part_of_a_file_keeps_its_line_numbers() -> None:
    root = read_yaml(Page("a.yaml", "  b: {c: 2}\n", 7), lambda *_, **__: None)
    assert isinstance(root, MapNode)
    assert (root.keys["b"].source, root.entries["b"].line) == (("a.yaml", 7, 3), 7)
    assert root.page.line(7) == "  b: {c: 2}"
    assert root.page.line(6) == root.page.line(1) == ""
