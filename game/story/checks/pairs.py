"""Whether the two arms of a pair are the same question.

They may differ in place, time, life and words. What would sway the answer is reported: longer
labels, figures and cards in one label only, labels that read otherwise at the second meeting,
what the score sees or misses told in one arm only, and a text that goes on far longer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.story.checks.desk import CheckDesk
from game.story.checks.know import ANYWHERE
from game.story.checks.walk import Asked, in_text
from game.story.model import AT_STAKE, NOT_AT_STAKE, Choice, Scene
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
