"""Whether the two arms of a pair are the same question, and lie far enough apart.

They may differ in place, time, life and words. What would sway the answer is reported: longer
labels, figures and cards in one label only, labels that read otherwise at the second meeting,
what the score sees or misses told in one arm only, and a text that goes on far longer. So is a
pair that every way leads back to too soon: the run would not count it.
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator

from game.story.checks.desk import CheckDesk
from game.story.checks.graph import Graph, circles, ways_on
from game.story.checks.know import ANYWHERE
from game.story.checks.walk import Asked, in_text
from game.story.model import AT_STAKE, NOT_AT_STAKE, SCENES_APART, Choice, Scene
from game.story.prose import Prose
from game.story.prose.pieces import OneOf

MOST_LONGER = 1.5
SHORT = 16
"""Labels may differ by so many characters, or by half, before they sway the answer."""
MOST_LONGER_TEXT = 2
SHORT_TEXT = 400


def check_pairs(at: CheckDesk) -> None:
    """Reports what differs between arms that should not."""
    for scene in at.story.scenes.values():
        if len(scene.arms) == 2:
            for code, problem in (*_labels(scene), *_rest(scene)):
                at.report_id(code, "scene", scene.id, problem=problem)
    for id, most in _too_close(at):
        problem = f"at most {most}" if most > 1 else "one at most" if most else "none"
        at.report_id("S146", "scene", id, most=problem, apart=SCENES_APART)


def _too_close(at: CheckDesk) -> Iterator[tuple[str, int]]:
    """The pairs that come again too soon for sure, each with how many scenes lie between on the
    longest way back that does not look aside from the pair itself."""
    scenes, flows = at.story.scenes, at.known.flows
    paired = {id for id in flows if id in scenes and scenes[id].arms}
    if not paired or any(one.away for out in flows.values() for one in out):
        return  # what comes at some later time may come in between
    straight = {
        id: [one for one in out if id not in paired or one.then != id] for id, out in flows.items()
    }
    graph = ways_on(straight, at.stuck)
    for group in circles(graph):
        members = frozenset(group)
        for id in sorted(members & paired):
            most = _most_between(graph, members, id, scenes)
            if most < SCENES_APART:
                yield id, most


def _most_between(graph: Graph, members: frozenset[str], pair: str, scenes: Container[str]) -> int:
    """How many scenes can lie between the pair and itself: `SCENES_APART` for that or more.
    `members`: all that it leads to and that lead back to it."""
    last, count = {pair}, 0
    while count < SCENES_APART:
        last = {id for id in _next(graph, last, scenes) if id in members and id != pair}
        if not last:
            break
        count += 1
    return count


def _next(graph: Graph, begun: Iterable[str], scenes: Container[str]) -> set[str]:
    """The scenes that can be come to next: a pool, and a way back, is none."""
    found, waiting = set[str](), list(begun)
    passed = set[str]()
    while waiting:
        for id in graph.get(waiting.pop(), ()):
            if id in scenes:
                found.add(id)
            elif id not in passed:
                passed.add(id)
                waiting.append(id)
    return found


def _labels(scene: Scene) -> Iterator[tuple[str, str]]:
    for one, other in _choices(scene):
        short, long = sorted((len(one.text.text), len(other.text.text)))
        if long > short + SHORT and long > short * MOST_LONGER:
            yield (
                "S103",
                f"The label of {one.id} is {short} characters long in one arm,"
                f" {long} in the other.",
            )


def _rest(scene: Scene) -> Iterator[tuple[str, str]]:
    one, other = (scene.arms[arm].text.text for arm in (AT_STAKE, NOT_AT_STAKE))
    short, long = sorted((len(one), len(other)))
    if long > short + SHORT_TEXT and long > short * MOST_LONGER_TEXT:
        yield "S140", f"The text is {short} characters long in one arm, {long} in the other."
    for first, second in _choices(scene):
        if _shown(first.text) != _shown(second.text):
            yield "S140", f"The label of {first.id} shows a figure or a card in one arm only."
        if any(_takes_turns(text.pieces) for text in (first.text, second.text)):
            yield "S140", f"The label of {first.id} reads otherwise when it is met again."
        for key in ("sees", "misses", "reason"):
            if (getattr(first, key) is None) != (getattr(second, key) is None):
                yield "S140", f"{first.id} has {key} in one arm only."


def _choices(scene: Scene) -> Iterator[tuple[Choice, Choice]]:
    yield from zip(scene.arms[AT_STAKE].choices, scene.arms[NOT_AT_STAKE].choices, strict=True)


def _takes_turns(pieces: Iterable[object]) -> bool:
    """Whether any of these pieces, or of those within them, goes by the visits of the scene."""
    nested = (piece for piece in pieces if isinstance(piece, tuple))
    return any(isinstance(piece, OneOf) or _takes_turns(piece) for piece in nested)


def _shown(text: Prose) -> tuple[object, ...]:
    asked: list[Asked] = list(in_text(text, ANYWHERE))
    return bool(text.cards), sorted(one.expression.text for one in asked)
