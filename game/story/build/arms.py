"""Builds the two arms of a pair: one scene, with another surface in each."""

from __future__ import annotations

from dataclasses import replace

from game.story import values
from game.story.build.stage import stage
from game.story.build.surface import NO_TEXT, When, life_of, text_of, when_of
from game.story.fields import Fields
from game.story.model import ARMS, Choice, Scene, Terms
from game.story.prose import Prose
from game.story.yaml_nodes import MapNode, Node

_TERMS = "{name: …, cost: …, benefit: …, effort: …}"
_ARMS = "arms: {at-stake: {place: …}, not-at-stake: {place: …}}"
_SURFACE = (
    "An arm changes only title, life, at, after, place, text, cards, stage, shows, sounds and "
    "choices' words."
)


def terms(fields: Fields) -> Terms | None:
    """What both arms have in common."""
    node = fields.node_of("pair")
    if node is None:
        return None
    inner = Fields(fields.desk, node, "The pair", _TERMS)
    found = Terms(*(inner.need_text(key) for key in ("name", "cost", "benefit", "effort")))
    inner.done()
    return found


def arms(fields: Fields, base: Scene) -> Scene:
    """The scene with its arms, each a whole scene."""
    desk = fields.desk
    for one, other in (("arms", "pair"), ("pair", "arms")):
        if one in fields and other not in fields:
            hint = _TERMS if other == "pair" else _ARMS
            desk.report("S032", fields.map.keys[one], one=one, other=other, hint=hint)
    if len(base.choices) < 2 and fields.readable:
        desk.report("S073", fields.node, problem="A pair needs at least two choices.")
    elif all(choice.kind is None for choice in base.choices):
        problem = "None of this pair's choices is the kinder one."
        desk.report("S074", fields.node, problem=problem, hint="Write kind: true, or kind: false.")
    node = fields.node_of("arms")
    both = None if node is None else values.mapping(desk, node, "arms")
    if both is None:
        return base
    for key, place in both.keys.items():
        if key not in ARMS:
            desk.report("S073", place, problem=f"There is no arm {key}.", hint=" and ".join(ARMS))
    found: dict[str, Scene] = {}
    for arm in ARMS:
        given = both.entries.get(arm)
        if given is None:
            desk.report("S073", both, problem=f"The arm {arm} is missing.")
        elif isinstance(given, MapNode) or values.mapping(desk, given, arm):
            found[arm] = _arm(Fields(desk, given, f"The arm {arm}"), base)
    first = next(iter(found.values()), base)
    return replace(
        base,
        text=first.text if base.text is NO_TEXT else base.text,
        choices=tuple(map(_named, base.choices, first.choices)),
        arms=found,
    )


def _named(choice: Choice, in_arm: Choice) -> Choice:
    """The choice with a text, if only the arms have one: it is told of outside of them."""
    return replace(choice, text=in_arm.text) if choice.text is NO_TEXT else choice


def _arm(fields: Fields, base: Scene) -> Scene:
    when = when_of(fields)
    if "at" not in fields and "after" not in fields:
        when = When(base.at, base.clock, base.after)
    text = text_of(fields, required=base.text is NO_TEXT)
    found = replace(
        base,
        title=fields.prose("title") or base.title,
        life=life_of(fields) or base.life,
        at=when.at,
        clock=when.clock,
        after=when.after,
        place=fields.ref("place", "place") or base.place,
        text=base.text if text is NO_TEXT else text,
        cards=fields.refs("cards", "card") if "cards" in fields else base.cards,
        choices=_choices(fields, base),
        stage=stage(fields) if "stage" in fields else base.stage,
        shows=fields.ref("shows", "place") or base.shows,
        sounds=fields.refs("sounds", "sound") if "sounds" in fields else base.sounds,
    )
    _done(fields)
    return found


def _choices(fields: Fields, base: Scene) -> tuple[Choice, ...]:
    desk = fields.desk
    node = fields.node_of("choices")
    given = None if node is None else values.mapping(desk, node, "choices")
    entries = given.entries if given else {}
    known = [choice.id for choice in base.choices]
    for id in entries:
        if given and id not in known:
            desk.unknown("choice", id, given.keys[id], known)
    return tuple(_choice(fields, choice, entries.get(choice.id)) for choice in base.choices)


def _choice(fields: Fields, choice: Choice, node: Node | None) -> Choice:
    if node is None:
        _check_label(fields, choice.text)
        return choice
    inner = Fields(fields.desk, node, f"The choice {choice.id} in an arm")
    found = replace(
        choice,
        text=inner.prose("text") or choice.text,
        sees=inner.prose("sees") or choice.sees,
        misses=inner.prose("misses") or choice.misses,
        so_far=inner.prose("so-far") or choice.so_far,
        reason=inner.prose("reason") or choice.reason,
    )
    _done(inner)
    _check_label(fields, found.text)
    return found


def _check_label(fields: Fields, text: Prose) -> None:
    if text is NO_TEXT:
        hint = "In the arm, or in the scene for both."
        fields.desk.report("S021", fields.node, what="A choice of this arm", key="text", hint=hint)


def _done(fields: Fields) -> None:
    for key, place in fields.map.keys.items():
        if key not in fields.taken:
            fields.desk.report("S020", place, what=fields.what, key=key, hint=_SURFACE)
