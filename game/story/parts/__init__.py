"""Parts: what several scenes or choices have in common, written once and put in by `use`.

parts:
  phone-rings:
    needs: [caller, minutes]
    text: The phone hums. <caller>, again.
    choices:
      answer: {text: Answer., deeds: [{talk: <minutes>}], go: the-call}
scenes:
  evening:
    use: {phone-rings: {caller: Xiaoyu, minutes: 4}}

Parts are put in before ids are declared: whatever comes after sees whole scenes only.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from game.story import values
from game.story.desk import ID, Desk
from game.story.fields import Fields
from game.story.nearest import did_you_mean
from game.story.parts.fill import Filler, NotText, SameKey, TooMuch, parameters
from game.story.parts.merge import changed, merged, without
from game.story.yaml_nodes import ListNode, MapNode, Node, Scalar

PARTS = "parts"
USE = "use"
MOST_NESTED = 10

Given = dict[str, Node]


@dataclass(slots=True, eq=False)
class Part:
    """A part as it was declared. `needs`: its parameters, with what stands in for those that
    a use may leave out."""

    id: str
    key: Scalar
    body: MapNode
    needs: Mapping[str, Node | None]
    names: Mapping[str, Scalar]
    used: bool = False


@dataclass(slots=True, eq=False)
class Use:
    """One part in a `use`: its name there, and what is given to it."""

    name: Scalar
    given: MapNode | None


@dataclass(slots=True)
class Workshop:
    """Puts the story's parts into its scenes."""

    desk: Desk
    parts: dict[str, Part] = field(default_factory=dict)
    filler: Filler = field(default_factory=Filler)
    spent: bool = False

    def whole(self, node: Node, within: tuple[Part, ...] = ()) -> Node:
        """A scene or choice with all that it uses put in: the parts in their order, each over
        those before it, and its own keys over all. `within`: the parts it stands in."""
        if not isinstance(node, MapNode):
            return node
        own = self._with_choices(node, within)
        if USE not in own.entries:
            return own
        under: MapNode | None = None
        sound = True
        for use in self._uses(own.entries[USE]):
            body = None if use is None else self._body(use, within)
            sound = sound and body is not None and body.whole
            if body is not None:
                under = body if under is None else merged(under, body)
        own = without(own, USE)
        found = own if under is None else merged(under, own)
        found.whole = found.whole and sound
        return found

    def fill(self, part: Part, given: Given, place: Node, within: tuple[Part, ...]) -> MapNode:
        """What the part comes to with these parameters. What goes wrong is reported at
        `place`, and the rest left out."""
        desk = self.desk
        try:
            filled = self.filler.fill(part.body, given)
        except TooMuch:
            if not self.spent:
                desk.report("S125", place)
            self.spent = True
        except NotText as no:
            where = f"{no.place.page.path}:{no.place.line}"
            kind = values.kind_of(no.given)
            desk.report("S124", no.given, part=part.id, name=no.name, found=kind, where=where)
        except SameKey as same:
            desk.report("S013", same.key, key=same.text, line=same.first.line)
        else:
            found = self.whole(filled, (*within, part))
            assert isinstance(found, MapNode)
            return found
        return MapNode(place.page, place.line, place.column, whole=False)

    def _with_choices(self, node: MapNode, within: tuple[Part, ...]) -> MapNode:
        choices = node.entries.get("choices")
        if not isinstance(choices, MapNode):
            return node
        found = {id: self.whole(choice, within) for id, choice in choices.entries.items()}
        return node if found == choices.entries else changed(node, "choices", found)

    def _uses(self, node: Node) -> Iterator[Use | None]:
        """Each part that is named here; None for what names none (reported)."""
        if isinstance(node, ListNode):
            for item in values.items(self.desk, node, USE, MOST_NESTED):
                if isinstance(item, ListNode):
                    values.wrong(self.desk, item, USE, "a part, or a list of parts")
                    yield None
                else:
                    yield from self._uses(item)
            return
        if isinstance(node, Scalar):
            yield Use(node, None) if values.text(self.desk, node, USE) else None
            return
        assert isinstance(node, MapNode)
        for id, given in node.entries.items():
            nothing = isinstance(given, Scalar) and not given.text
            inner = None if nothing else values.mapping(self.desk, given, id)
            yield Use(node.keys[id], inner) if nothing or inner else None

    def _body(self, use: Use, within: tuple[Part, ...]) -> MapNode | None:
        desk, id = self.desk, use.name.text.strip()
        part = self.parts.get(id)
        if part is None:
            if id not in desk.ids.get("part", {}):
                desk.unknown("part", id, use.name, self.parts)
            return None
        part.used = True
        if part in within:
            circle = ", ".join(one.id for one in (*within[within.index(part) :], part))
            desk.report("S123", use.name, part=id, circle=circle)
            return None
        if len(within) == MOST_NESTED:
            desk.report("S127", use.name, most=MOST_NESTED)
            return None
        given = self._given(part, use)
        return None if given is None or self.spent else self.fill(part, given, use.name, within)

    def _given(self, part: Part, use: Use) -> Given | None:
        """The parameters of this use, those left out from the part; None if any is missing."""
        desk, where = self.desk, f"{part.key.page.path}:{part.key.line}"
        found = {name: node for name, node in part.needs.items() if node is not None}
        for name, node in use.given.entries.items() if use.given else ():
            assert use.given is not None
            if name not in part.needs:
                hint = did_you_mean(name, part.needs) or f"The part is in {where}."
                desk.report("S121", use.given.keys[name], part=part.id, name=name, hint=hint)
                continue
            found[name] = node
            desk.findings.note(node.source, f"Given as <{name}> to {part.id} in {where}.")
        missing = [name for name in part.needs if name not in found]
        for name in missing:
            place = use.given or use.name
            desk.report("S120", place, part=part.id, name=name, where=where)
        return None if missing else found


def put_in(desk: Desk, roots: list[MapNode]) -> tuple[list[MapNode], Workshop]:
    """The story's files with every `use` in their scenes replaced by what is used."""
    shop = Workshop(desk)
    for root in roots:
        if PARTS in root.entries:
            for id, key, node in Fields(desk, root, "A file").entries(PARTS, PARTS):
                if desk.declare("part", id, key) and isinstance(node, MapNode):
                    shop.parts[id] = _part(desk, id, key, node)
                elif not isinstance(node, MapNode):
                    values.mapping(desk, node, id)
    return [_with_scenes(shop, root) for root in roots], shop


def _with_scenes(shop: Workshop, root: MapNode) -> MapNode:
    scenes = root.entries.get("scenes")
    if not isinstance(scenes, MapNode):
        return root
    found = {id: shop.whole(scene) for id, scene in scenes.entries.items()}
    return root if found == scenes.entries else changed(root, "scenes", found)


def _part(desk: Desk, id: str, key: Scalar, node: MapNode) -> Part:
    names, needs = _needs(Fields(desk, node, f"The part {id}"))
    found = Part(id, key, without(node, "needs"), needs, names)
    for named, text, offset in parameters(found.body):
        if named not in needs:
            hint = did_you_mean(named, needs) or f"Declare it: needs: [{named}]"
            place = text.locate(offset)
            desk.findings.add("S122", text.page, place, part=id, name=named, hint=hint)
    return found


def _needs(fields: Fields) -> tuple[dict[str, Scalar], dict[str, Node | None]]:
    """The names of a part's parameters, and what they are if a use does not say."""
    desk, node = fields.desk, fields.node_of("needs")
    names: dict[str, Scalar] = {}
    needs: dict[str, Node | None] = {}
    if isinstance(node, MapNode):
        for name, key, default in fields.entries("needs", "needs"):
            names[name] = key
            needs[name] = None if isinstance(default, Scalar) and not default.text else default
        return names, needs
    if isinstance(node, Scalar):
        values.wrong(desk, node, "needs", "a list", "The parameters: needs: [caller, minutes]")
        return names, needs
    for item in fields.items("needs"):
        found = values.text(desk, item, "needs")
        if found is None or not isinstance(item, Scalar):
            continue
        if found in names:
            file, line, _ = names[found].source
            desk.report("S030", item, kind="parameter", id=found, where=f"{file}:{line}")
        elif not ID.fullmatch(found):
            desk.report("S024", item, id=found)
        names.setdefault(found, item)
        needs.setdefault(found, None)
    return names, needs
