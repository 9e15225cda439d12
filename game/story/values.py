"""Reads single values of the right kind; what is not is reported, and None."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from game.story.desk import ID, Desk
from game.story.expressions import Expression, ExpressionError, Names, constant, parse
from game.story.expressions import Kind as ValueKind
from game.story.measures import MeasureError
from game.story.prose import Fault, Prose
from game.story.prose import parse as parse_prose
from game.story.yaml_nodes import ListNode, MapNode, Node, Scalar

MOST_LABEL = 400
MOST_TEXT = 20_000
MOST_ITEMS = 1_000
MOST_ENTRIES = 20_000
LIMIT = 1_000_000_000

_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)")
_ITEM = re.compile(r"""(?:(?!: )[^,\[\]{}"'#\n]){1,60}""")
"""What may stand in a list as it is."""
_QUOTE_HINT = 'Between braces, an expression with a comma needs quotes: "count(a, b) > 1".'
_ALMOST_FLAGS = {"yes": "true", "on": "true", "no": "false", "off": "false"}


def kind_of(node: Node) -> str:
    """What a value is, in words."""
    if isinstance(node, ListNode):
        return "a list"
    if not isinstance(node, Scalar):
        return "a table"
    if not node.text:
        return "nothing"
    if not node.style and node.text in ("true", "false"):
        return f"the flag {node.text}"
    if not node.style and _NUMBER.fullmatch(node.text):
        return f"the number {node.text[:20]}"
    return f"the text “{node.text[:30]}{'…' if len(node.text) > 30 else ''}”"


def is_number(node: Node) -> bool:
    """Whether it is written as a whole number."""
    return isinstance(node, Scalar) and not node.style and bool(_NUMBER.fullmatch(node.text))


def is_flag(node: Node) -> bool:
    """Whether it is written as true or false."""
    return isinstance(node, Scalar) and not node.style and node.text in ("true", "false")


def wrong(desk: Desk, node: Node, key: str, wanted: str, hint: str = "") -> None:
    """Reports a value of another kind than is wanted."""
    desk.report("S022", node, key=key, wanted=wanted, found=kind_of(node), hint=hint)


def text(desk: Desk, node: Node, key: str, most: int = MOST_LABEL) -> str | None:
    """The text of any single value."""
    if not isinstance(node, Scalar):
        wrong(desk, node, key, "a text", "Text with brackets or a colon needs quotes.")
        return None
    if not node.text.strip():
        desk.report("S029", node, key=key)
        return None
    if len(node.text) > most:
        desk.report("S028", node, what=key, count=len(node.text), things="characters", most=most)
        return None
    return node.text.strip()


def number(desk: Desk, node: Node, key: str, least: int = -LIMIT, most: int = LIMIT) -> int | None:
    """A whole number within bounds."""
    if not isinstance(node, Scalar) or not is_number(node):
        plain = (
            isinstance(node, Scalar)
            and node.text.lstrip("+").replace(",", "").replace("_", "").isdigit()
        )
        hint = "Write it without quotes, commas, a plus or leading noughts." if plain else ""
        wrong(desk, node, key, "a whole number", hint)
        return None
    value = int(node.text) if len(node.text) <= 12 else (most + 1) * (-1) ** (node.text[0] == "-")
    if not least <= value <= most:
        if len(node.text) > 12:
            wrong(desk, node, key, f"a number from {least:,} to {most:,}")
        else:
            desk.report("S025", node, key=key, value=value, least=least, most=most)
        return None
    return value


def flag(desk: Desk, node: Node, key: str) -> bool | None:
    """`true` or `false`."""
    if isinstance(node, Scalar) and is_flag(node):
        return node.text == "true"
    spelled = node.text.lower() if isinstance(node, Scalar) else ""
    right = _ALMOST_FLAGS.get(spelled, spelled if spelled in ("true", "false") else "true or false")
    desk.report("S023", node, key=key, found=kind_of(node), right=right)
    return None


def one_of(desk: Desk, node: Node, key: str, options: Sequence[str]) -> str | None:
    """One of a few words."""
    found = text(desk, node, key)
    if found is not None and found not in options:
        desk.report("S026", node, key=key, found=found, hint=f"It can be: {', '.join(options)}.")
        return None
    return found


def measure(desk: Desk, node: Node, key: str, read: Callable[[str], int]) -> int | None:
    """A date, time, duration or share, as `read` of game.story.measures has it."""
    found = text(desk, node, key)
    try:
        return None if found is None else read(found)
    except MeasureError as error:
        desk.report("S027", node, problem=str(error))
        return None


def reference(desk: Desk, node: Node, key: str, kind: str) -> str | None:
    """The id of a thing of this kind."""
    found = text(desk, node, key)
    return None if found is None else desk.known(kind, found, node)


def items(desk: Desk, node: Node, key: str, most: int = MOST_ITEMS) -> list[Node]:
    """The values of a list, at most so many."""
    if not isinstance(node, ListNode):
        hint = "A list is written [a, b], or with a dash before each item."
        if isinstance(node, Scalar) and _ITEM.fullmatch(node.text):
            hint = f"Write {key}: [{node.text}]."
        wrong(desk, node, key, "a list", hint)
        return []
    if len(node.items) > most:
        count = len(node.items)
        desk.report("S028", node, what=key, count=count, things="items", most=most)
    return node.items[:most]


def mapping(desk: Desk, node: Node, key: str, like: str = "") -> MapNode | None:
    """A mapping. `like`: how such a one is written."""
    if not isinstance(node, MapNode):
        wrong(desk, node, key, "a table", _table_hint(node, like))
        return None
    return node


def entries(
    desk: Desk, node: Node, key: str, what: str | None = None, like: str = ""
) -> Iterator[tuple[str, Scalar, Node]]:
    """Id, key and value of each entry of a mapping whose keys are ids. `what`: what these are;
    else those that are no ids are reported elsewhere."""
    found = mapping(desk, node, key, like)
    if found is None:
        return
    if len(found.entries) > MOST_ENTRIES:
        count, most = len(found.entries), MOST_ENTRIES
        desk.report("S028", found, what=key, count=count, things="entries", most=most)
        return
    keys = found.keys
    for id, value in found.entries.items():
        if ID.fullmatch(id):
            yield id, keys[id], value
        elif what is not None:
            desk.report("S024", keys[id], id=id)


def _table_hint(node: Node, like: str) -> str:
    if kind_of(node) == "nothing":
        return "What belongs to it stands in the lines below, two spaces further in."
    if like:
        return f"Write {like}."
    if isinstance(node, ListNode):
        return "In a table, an id or a key and a colon stand where a list has its dash."
    return "A table is written {a: 1}, or as key: value lines."


def expression(
    desk: Desk,
    node: Node,
    key: str,
    expects: ValueKind | None = "flag",
    words: tuple[str, ...] = (),
) -> Expression | None:
    """A condition or sum."""
    if not isinstance(node, Scalar):
        wrong(desk, node, key, "an expression", "An expression with brackets needs quotes.")
        return None
    try:
        return parse(node.text, node.source, desk.names, expects=expects, words=words)
    except ExpressionError as error:
        place = node.locate(error.column - 1)
        cut = not node.style and node.text.count("(") > node.text.count(")")
        desk.findings.add(
            "S050",
            node.origin(error.column - 1).page,
            place,
            problem=error.message,
            hint=_QUOTE_HINT if cut else error.hint,
            unknown=error.unknown,
        )
        return None


def nought() -> Expression:
    """Stands where a sum is wrong or missing."""
    return constant(0)


def prose(
    desk: Desk,
    node: Node,
    key: str,
    most: int = MOST_TEXT,
    spoken: bool = False,
    names: Names | None = None,
) -> Prose | None:
    """A text with tags. `spoken`: people may speak in it. `names`: others than the story's."""
    if text(desk, node, key, most) is None or not isinstance(node, Scalar):
        return None

    def report(fault: Fault) -> None:
        desk.findings.add(
            "S061" if fault.warning else "S060",
            node.origin(fault.offset).page,
            node.locate(fault.offset),
            problem=fault.message,
            hint=fault.hint,
            unknown=fault.unknown,
        )

    people = desk.people if spoken else ()
    return parse_prose(node.text, node.source, names or desk.names, people, report)


def plain_value(node: Node) -> object:
    """Any value as flags, numbers, texts, lists and mappings."""
    if isinstance(node, ListNode):
        return [plain_value(item) for item in node.items]
    if isinstance(node, MapNode):
        return {key: plain_value(value) for key, value in node.entries.items()}
    assert isinstance(node, Scalar)
    if is_flag(node):
        return node.text == "true"
    if is_number(node) and len(node.text) <= 12:
        return int(node.text)
    return node.text
