"""Where in a page of YAML its keys, values and pairs stand, so that one can be put for another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import yaml

_LOADER: type = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class Part(NamedTuple):
    """A stretch of the text. `key`: under which key it stands; of a key, the key itself.
    `column`: where its line is indented to."""

    kind: str
    key: str
    start: int
    end: int
    column: int


def parts(text: str) -> list[Part]:
    """The keys, values and pairs of a page; none if it cannot be read."""
    root = _root(text)
    return list(_below(root, "")) if root is not None else []


def _root(text: str) -> yaml.Node | None:
    try:
        root: yaml.Node | None = yaml.compose(text, Loader=_LOADER)
    except yaml.YAMLError:
        return None
    return root


def _below(node: yaml.Node, key: str) -> Iterator[Part]:
    start, end = node.start_mark, node.end_mark
    yield Part("value", key, start.index, end.index, start.column)
    if isinstance(node, yaml.MappingNode):
        for name, value in node.value:
            at = name.start_mark
            called = str(name.value)
            yield Part("key", called, at.index, name.end_mark.index, at.column)
            yield Part("pair", called, at.index, value.end_mark.index, at.column)
            yield from _below(value, called)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            yield from _below(value, key)


def flowing(text: str) -> tuple[dict[str, list[str]], dict[str, list[str]]]:
    """What stands under each key, each on one line, fit to be put anywhere; and the pairs that
    stand beside each key."""
    values: dict[str, list[str]] = {}
    beside: dict[str, list[str]] = {}
    root = _root(text)
    stack: list[tuple[str, yaml.Node]] = [("", root)] if root is not None else []
    while stack:
        key, node = stack.pop()
        values.setdefault(key, []).append(_written(node))
        if isinstance(node, yaml.MappingNode):
            inside = [(str(name.value), value) for name, value in node.value]
            pairs = [f"{name}: {_written(value)}" for name, value in inside]
            for name, _ in inside:
                beside.setdefault(name, []).extend(pairs)
            stack += inside
        elif isinstance(node, yaml.SequenceNode):
            stack += [(key, value) for value in node.value]
    return values, beside


def _written(node: yaml.Node) -> str:
    _flow(node)
    return yaml.serialize(node, width=1_000_000, allow_unicode=True).removesuffix("...\n").strip()


def _flow(node: yaml.Node) -> None:
    if isinstance(node, yaml.MappingNode):
        node.flow_style = True
        for name, value in node.value:
            _flow(name)
            _flow(value)
    elif isinstance(node, yaml.SequenceNode):
        node.flow_style = True
        for value in node.value:
            _flow(value)
    elif isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):
        node.style = '"'
