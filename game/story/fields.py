"""Takes the keys of a mapping one by one; whatever is left over is unknown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence

from game.story import values
from game.story.desk import ID, Desk
from game.story.expressions import Expression, Names
from game.story.expressions import Kind as ValueKind
from game.story.measures import MeasureError, hours
from game.story.nearest import did_you_mean
from game.story.prose import Prose
from game.story.source import Source
from game.story.yaml_nodes import MapNode, Node, Scalar


class Fields:
    """The keys of one mapping. `what` names it in findings, and `like` is how such a one is
    written. Missing and wrong values are reported and read as the default."""

    __slots__ = ("desk", "given", "map", "node", "readable", "taken", "what")

    def __init__(self, desk: Desk, node: Node, what: str, like: str = "") -> None:
        self.desk, self.node, self.what = desk, node, what
        found = values.mapping(desk, node, what, like)
        self.readable = found is not None and found.whole
        self.map = found or MapNode(node.page, node.line, node.column)
        self.given: Mapping[str, Node] = self.map.entries
        self.taken: set[str] = set()

    @property
    def source(self) -> Source:
        return self.node.source

    def __contains__(self, key: str) -> bool:
        return key in self.given

    def node_of(self, key: str) -> Node | None:
        """The value of a key, if it is there."""
        self.taken.add(key)
        return self.given.get(key)

    def has_none(self, keys: frozenset[str]) -> bool:
        """Whether none of these keys, all of which may stand here, is there."""
        self.taken |= keys
        return keys.isdisjoint(self.given)

    def require(self, key: str, hint: str = "") -> Node | None:
        """The value of a key that must be there."""
        found = self.node_of(key)
        if found is None and self.readable:
            self.desk.report("S021", self.node, what=self.what, key=key, hint=hint)
        return found

    def text(self, key: str, default: str = "", most: int = values.MOST_LABEL) -> str:
        node = self.node_of(key)
        found = None if node is None else values.text(self.desk, node, key, most)
        return default if found is None else found

    def optional_text(self, key: str) -> str | None:
        return self.text(key) or None

    def need_text(self, key: str, most: int = values.MOST_LABEL) -> str:
        self.require(key)
        return self.text(key, most=most)

    def number(self, key: str, default: int, least: int = -1_000_000, most: int = 1_000_000) -> int:
        node = self.node_of(key)
        found = None if node is None else values.number(self.desk, node, key, least, most)
        return default if found is None else found

    def flag(self, key: str) -> bool | None:
        node = self.node_of(key)
        return None if node is None else values.flag(self.desk, node, key)

    def one_of(self, key: str, options: Sequence[str], default: str) -> str:
        node = self.node_of(key)
        found = None if node is None else values.one_of(self.desk, node, key, options)
        return default if found is None else found

    def measure(self, key: str, read: Callable[[str], int]) -> int | None:
        node = self.node_of(key)
        return None if node is None else values.measure(self.desk, node, key, read)

    def hours(self, key: str) -> tuple[tuple[int, int], ...]:
        """Ranges of hours, those that pass midnight in two parts."""
        found: list[tuple[int, int]] = []
        for node in self.items(key):
            text = values.text(self.desk, node, key)
            try:
                found += hours(text) if text is not None else ()
            except MeasureError as error:
                self.desk.report("S027", node, problem=str(error))
        return tuple(found)

    def ref(self, key: str, kind: str) -> str | None:
        node = self.node_of(key)
        return None if node is None else values.reference(self.desk, node, key, kind)

    def need_ref(self, key: str, kind: str) -> str:
        self.require(key)
        return self.ref(key, kind) or ""

    def refs(self, key: str, kind: str) -> tuple[str, ...]:
        """A list of ids."""
        found = [values.reference(self.desk, node, key, kind) for node in self.items(key)]
        return tuple([id for id in found if id is not None]) if found else ()

    def texts(self, key: str) -> tuple[str, ...]:
        found = [values.text(self.desk, node, key) for node in self.items(key)]
        return tuple([text for text in found if text is not None]) if found else ()

    def items(self, key: str, most: int = values.MOST_ITEMS) -> list[Node]:
        node = self.node_of(key)
        return [] if node is None else values.items(self.desk, node, key, most)

    def entries(self, key: str, what: str | None = None) -> Iterator[tuple[str, Scalar, Node]]:
        """Id, key and value of each entry of a mapping whose keys are ids."""
        node = self.node_of(key)
        return iter(()) if node is None else values.entries(self.desk, node, key, what)

    def condition(self, key: str) -> Expression | None:
        return self.expression(key, "flag")

    def expression(self, key: str, expects: ValueKind) -> Expression | None:
        node = self.node_of(key)
        return None if node is None else values.expression(self.desk, node, key, expects)

    def prose(
        self,
        key: str,
        most: int = values.MOST_LABEL,
        spoken: bool = False,
        names: Names | None = None,
    ) -> Prose | None:
        node = self.node_of(key)
        return None if node is None else values.prose(self.desk, node, key, most, spoken, names)

    def exclude(self, one: str, other: str) -> None:
        """Reports two keys that may not stand together."""
        if one in self and other in self:
            self.desk.report("S031", self.map.keys[other], one=one, other=other)

    def done(self, more: Collection[str] = (), near: Collection[str] = ()) -> None:
        """Reports the keys that nobody asked for. `more`: others that may stand here. `near`:
        those that may not, and that may have been meant."""
        taken = self.taken
        for key in self.given:
            if key not in taken and key not in more:
                at = self.map.keys[key]
                hint = _no_value(key, at, self.given[key]) or did_you_mean(
                    key, {*taken, *more, *near}
                )
                self.desk.report("S020", at, what=self.what, key=key, hint=hint)


def _no_value(key: str, at: Scalar, value: Node) -> str:
    """What to do about a key between braces that has none: most often it is the rest of a text
    with a comma."""
    beside = isinstance(value, Scalar) and not value.text and not value.style
    if not beside or ":" in at.page.line(at.line)[at.column - 1 + len(key) :][:1]:
        return ""
    hint = 'Whatever has a comma in it needs straight quotes: "…, …".'
    return f"{hint} Or write {key}: and a value." if ID.fullmatch(key) else hint
