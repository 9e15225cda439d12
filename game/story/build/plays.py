"""Builds what a choice plays: its instrument with the author's parameters, words and outcomes."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from game.story import values
from game.story.build.effects import only_sets
from game.story.build.ways import WAY_HINT, way
from game.story.desk import TARGET, Desk
from game.story.expressions import Names
from game.story.fields import Fields
from game.story.instruments import VARIABLES, InstrumentSpec, Parameters
from game.story.model import Outcome, Play, Variable
from game.story.nearest import did_you_mean
from game.story.prose import Prose
from game.story.ways import Go
from game.story.yaml_nodes import MapNode, Node, Scalar

MOST_WORDS = 2_000
"""Characters of a word of an instrument."""


def play(fields: Fields) -> Play | None:
    """The instrument of a choice, with its parameters, words and outcomes."""
    desk = fields.desk
    node = fields.node_of("play")
    words, outcomes = fields.node_of("words"), fields.node_of("outcomes")
    if node is None:
        for key in ("words", "outcomes"):
            if key in fields:
                desk.report("S032", fields.map.keys[key], one=key, other="play")
        return None
    if isinstance(node, Scalar):
        id, place, given = node.text, node, MapNode(node.page, node.line, node.column)
    elif isinstance(node, MapNode) and len(node.entries) == 1:
        id, value = next(iter(node.entries.items()))
        place = node.keys[id]
        given = values.mapping(desk, value, id) or MapNode(node.page, node.line, node.column)
    else:
        desk.report("S075", node, what="play", thing="instrument", hint="{reading-strip: {…}}")
        return None
    spec = desk.instruments.get(id)
    if spec is None:
        if id not in desk.instruments:
            desk.report("S080", place, id=id, hint=did_you_mean(id, desk.instruments))
        return None
    parameters = _parameters(desk, spec, given, place)
    variables = () if parameters is None else _mentions(desk, spec, parameters, place)
    tells = not desk.names.tainted.isdisjoint(variables)
    names = _shown_names(desk.names, spec, tells)
    keys = None if parameters is None else _named(desk, spec, parameters, place)
    return Play(
        id,
        parameters or {},
        _words(desk, spec, keys, words, place, names),
        _outcomes(desk, spec, parameters, outcomes, place, names),
        tells,
    )


def _kind_of(value: object) -> str:
    if isinstance(value, bool):
        return "flag"
    kinds = {int: "number", str: "text", list: "list", dict: "mapping"}
    return kinds.get(type(value), "text")


def _parameters(desk: Desk, spec: InstrumentSpec, given: MapNode, place: Node) -> Parameters | None:
    """The author's parameters; None if anything is wrong with them."""
    found: dict[str, object] = {}
    sound = True
    for key, node in given.entries.items():
        kind = spec.parameters.get(key)
        value = values.plain_value(node)
        if kind is None:
            hint = did_you_mean(key, spec.parameters)
            desk.report("S020", given.keys[key], what=spec.id, key=key, hint=hint)
            sound = False
        elif kind != _kind_of(value) and not (kind == "text" and isinstance(node, Scalar)):
            values.wrong(desk, node, key, f"a {kind}")
            sound = False
        elif kind == "text" and isinstance(node, Scalar):
            found[key] = node.text
        else:
            found[key] = value
    for key in spec.required:
        if key not in given.entries:
            desk.report("S021", place, what=spec.id, key=key)
            sound = False
    if sound and (problem := _problem(spec, found)):
        desk.report("S082", place, problem=problem)
        sound = False
    return found if sound else None


def _problem(spec: InstrumentSpec, parameters: Parameters) -> str | None:
    """What the instrument has against the parameters. It is others' code: that it fails is
    told like anything else that is wrong."""
    try:
        return None if spec.check is None else spec.check(parameters)
    except Exception as error:
        return f"{spec.id} failed to check its parameters ({type(error).__name__}: {error})."


def _mentions(
    desk: Desk, spec: InstrumentSpec, parameters: Parameters, place: Node
) -> tuple[str, ...]:
    """Checks what of the story the parameters name; the variables among it."""
    for scene in spec.scenes(parameters) if spec.scenes is not None else ():
        desk.known(TARGET, scene, place)
    variables: list[str] = []
    for kind, id in spec.mentions(parameters) if spec.mentions is not None else ():
        if kind == "minutes":
            _takes_minutes(desk, spec, desk.known("deed", id, place), place)
            continue
        if kind not in VARIABLES:
            desk.known(kind, id, place)
            continue
        variable = desk.names.variables.get(desk.known("variable", id, place))
        if variable is not None and kind not in ("variable", variable.kind):
            problem = f"{id} is a {variable.kind}; {spec.id} needs a variable that is a {kind}."
            desk.report("S082", place, problem=problem)
        variables.append(id)
    return tuple(variables)


def _takes_minutes(desk: Desk, spec: InstrumentSpec, deed: str, place: Node) -> None:
    if deed in desk.ids.get("deed", {}) and deed not in desk.timed:
        problem = f"{deed} takes no minutes; {spec.id} needs a deed with unit: minutes."
        desk.report("S082", place, problem=problem)


def _named(
    desk: Desk, spec: InstrumentSpec, parameters: Parameters, place: Node
) -> tuple[str, ...]:
    """The keys of words that the parameters name."""
    found = () if spec.named is None else tuple(spec.named(parameters))
    for key in found:
        if key in (*spec.words, *spec.more_words):
            problem = f"{key} is a word of {spec.id} itself; take another key."
            desk.report("S082", place, problem=problem)
    return found


def _shown_names(names: Names, spec: InstrumentSpec, tells: bool) -> Names:
    """The story's names with the instrument's own values before them. `tells`: these may tell
    of a standing."""
    own = {value: Variable(value, "word", "") for value in (*spec.values, *spec.quotes)}
    own |= {value: Variable(value, "number", 0) for value in spec.numbers}
    # What is quoted hides by itself what is to be hidden in it.
    tainted = names.tainted - own.keys() | (own.keys() - {*spec.quotes} if tells else set())
    return replace(names, variables={**names.variables, **own}, tainted=tainted)


def _words(
    desk: Desk,
    spec: InstrumentSpec,
    named: Collection[str] | None,
    node: Node | None,
    place: Node,
    names: Names,
) -> dict[str, Prose]:
    """What is said in the instrument. `named`: the keys that its parameters name; None where
    these could not be read, so that any may be one of them."""
    found: dict[str, Prose] = {}
    given = None if node is None else values.mapping(desk, node, "words")
    needed = (*spec.words, *(named or ()))
    allowed = (*needed, *spec.more_words)
    any_key = named is None and spec.named is not None
    for key, value in given.entries.items() if given else ():
        if given and key not in allowed and not any_key:
            hint = did_you_mean(key, allowed)
            desk.report("S020", given.keys[key], what=f"words of {spec.id}", key=key, hint=hint)
        words = values.prose(desk, value, key, MOST_WORDS, spoken=True, names=names)
        if words is not None:
            found[key] = words
    for key in dict.fromkeys(needed):
        if given is None or key not in given.entries:
            desk.report("S021", given or place, what=f"words of {spec.id}", key=key)
    return found


def _outcomes(
    desk: Desk,
    spec: InstrumentSpec,
    parameters: Parameters | None,
    node: Node | None,
    place: Node,
    names: Names,
) -> dict[str, Outcome]:
    """What comes of the instrument. Where its parameters could not be read, nobody knows which
    of the outcomes that hang on them can come."""
    found: dict[str, Outcome] = {}
    given = None if node is None else values.mapping(desk, node, "outcomes")
    idle = () if parameters is None else _idle(spec, parameters)
    for key, value in given.entries.items() if given else ():
        if given and key not in spec.all_outcomes:
            problem, hint = f"{spec.id} has no outcome {key}.", did_you_mean(key, spec.all_outcomes)
            desk.report("S081", given.keys[key], problem=problem, hint=hint)
        elif given and key in idle:
            problem = f"The outcome {key} cannot come with what {spec.id} is given here."
            desk.report("S081", given.keys[key], problem=problem, hint="Leave it out.")
        outcome = _outcome(desk, value, key, names)
        if outcome is not None:
            found[key] = outcome
    needed = spec.outcomes if parameters is None else spec.all_outcomes
    missing = [
        key for key in needed if key not in idle and (given is None or key not in given.entries)
    ]
    if missing:
        problem = f"There is no way for the outcome {', '.join(missing)}."
        hint = f"outcomes: {{{missing[0]}: a-scene}}"
        desk.report("S081", given or place, problem=problem, hint=hint)
    return found


def _idle(spec: InstrumentSpec, parameters: Parameters) -> tuple[str, ...]:
    """The outcomes that cannot come with these parameters."""
    return tuple(key for key, comes in spec.outcomes_if.items() if not comes(parameters))


def _outcome(desk: Desk, node: Node, key: str, names: Names) -> Outcome | None:
    """`names`: what its texts may show, the instrument's own values among it."""
    if isinstance(node, Scalar):
        scene = values.reference(desk, node, key, TARGET)
        return None if scene is None else Outcome(Go(((None, scene),)))
    fields = Fields(desk, node, f"The outcome {key}")
    leads = way(fields)
    if leads is None and fields.readable:
        desk.report("S070", node, what=fields.what, hint=WAY_HINT)
    sets = only_sets(fields)
    told = [fields.prose(key, names=names) for key in ("sees", "misses", "so-far")]
    fields.done()
    return None if leads is None else Outcome(leads, sets, *told)
