"""Every expression of a story, with the moment at which it is asked and what holds there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from game.story.checks.know import ANYWHERE, OF_ANYBODY, Knowledge, Moment
from game.story.checks.values import Wanted
from game.story.effects import Effects
from game.story.expressions import Expression
from game.story.model import Choice, Play, Scene, Story
from game.story.prose import Prose
from game.story.prose.pieces import If
from game.story.source import Source
from game.story.stage import Spot
from game.story.systems import System
from game.story.ways import Go, Way


class Asked(NamedTuple):
    """An expression. `before`: what holds wherever it is asked. `condition`: something hangs on
    whether it holds. `text`: the text in which it stands; `number`: as which of its conditions.
    `sets`: the variable that it is put into. `shows`: it decides only what is shown, so where
    the score is hidden, it is never met if it asks for it.
    """

    expression: Expression
    moment: Moment
    before: tuple[Wanted, ...] = ()
    condition: bool = True
    text: Prose | None = None
    number: int = 0
    sets: str = ""
    shows: bool = False

    @property
    def place(self) -> tuple[Source, int]:
        """Where it stands: the same for scenes that share it."""
        return self.expression.source, self.number


def asked(story: Story, known: Knowledge) -> Iterator[Asked]:
    """All of them, as far as their scenes can come."""
    for id in known.flows:
        if id in story.scenes:
            yield from _in_scene(story.scenes[id], known)
        else:
            for one in story.pools[id].scenes:
                if one.shown_if is not None:
                    yield Asked(one.shown_if, ANYWHERE)
    for system in story.systems.values():
        yield from _in_system(system)
    for chapter in story.chapters.values():
        yield from in_text(chapter.title, ANYWHERE)
        if chapter.begin is not None:
            yield from _in_effects(chapter.begin.effects, ANYWHERE)
    for place in story.places.values():
        for over in place.over:
            if over.shown_if is not None:
                yield Asked(over.shown_if, ANYWHERE, shows=True)
        yield from _on_stage(place.stage, ANYWHERE)


def _in_scene(scene: Scene, known: Knowledge) -> Iterator[Asked]:
    moment = Moment(scene)
    yield from _in_effects(scene.effects, moment)
    if scene.way is not None:
        yield from _in_way(scene.way, moment)
    if scene.arms:
        for arm, surface in scene.arms.items():
            yield from _in_surface(surface, Moment(scene, arm))
    else:
        yield from _in_surface(scene, moment)
    for at, choice in enumerate(scene.choices):
        if (scene.id, choice.id) not in known.choices:
            continue
        for arm, surface in scene.arms.items():
            yield from _in_words(scene, arm, surface.choices[at])
        if not scene.arms:
            yield from _in_words(scene, None, choice)
        yield from _in_choice(scene, choice)


def _in_surface(scene: Scene, moment: Moment) -> Iterator[Asked]:
    title = () if scene.title is None else (scene.title,)
    for phone in scene.phones:
        if phone.shown_if is not None:
            yield Asked(phone.shown_if, moment, shows=True)
        if phone.text is not None:
            yield from in_text(phone.text, moment)
    for text in (*title, scene.text, *(() if scene.asks is None else scene.asks.texts)):
        yield from in_text(text, moment)
    yield from _on_stage(scene.stage, moment)


def _on_stage(stage: Iterable[Spot], moment: Moment) -> Iterator[Asked]:
    for spot in stage:
        before: tuple[Wanted, ...] = ()
        for pose in spot.poses:
            condition = pose.shown_if
            if condition is not None:
                yield Asked(condition, moment, before, shows=True)
                # Where the score is hidden, the next is asked although this one may hold.
                before = before if condition.asks_score else (*before, (condition, False))


def _in_words(scene: Scene, arm: str | None, choice: Choice) -> Iterator[Asked]:
    texts = (choice.text, choice.reason, choice.sees, choice.misses, choice.so_far)
    if all(text is None or text.constant for text in texts):
        return
    moment, after = Moment(scene, arm), Moment(scene, arm, choice.id)
    shown = () if choice.shown_if is None else ((choice.shown_if, True),)
    for text in (choice.text, choice.reason):
        if text is not None:
            yield from in_text(text, moment, shown)
    for text in (choice.sees, choice.misses, choice.so_far):
        if text is not None:
            yield from in_text(text, after)


def _in_choice(scene: Scene, choice: Choice) -> Iterator[Asked]:
    moment, after = Moment(scene), Moment(scene, None, choice.id)
    before: tuple[Wanted, ...] = ()
    for condition in (choice.shown_if, choice.needs):
        if condition is not None:
            yield Asked(condition, moment, before)
            before = (*before, (condition, True))
    yield from _in_effects(choice.effects, moment)
    if choice.way is not None:
        yield from _in_way(choice.way, after)
    if choice.play is not None:
        for outcome in choice.play.outcomes.values():
            yield from _in_effects(outcome.effects, after)
            yield from _in_way(outcome.way, after)
        for text in _in_play(choice.play):
            # Its own values may have the names of variables, so nothing is known of them.
            yield from (one._replace(condition=False) for one in in_text(text, after))


def _in_play(play: Play) -> Iterator[Prose]:
    """The texts that may show the instrument's own values."""
    yield from play.words.values()
    for outcome in play.outcomes.values():
        yield from filter(None, (outcome.sees, outcome.misses, outcome.so_far))


def _in_effects(effects: Effects, moment: Moment) -> Iterator[Asked]:
    for name, value in effects.sets:
        yield Asked(value, moment, condition=False, sets=name)


def _in_way(way: Way, moment: Moment) -> Iterator[Asked]:
    before: tuple[Wanted, ...] = ()
    for condition, _ in way.branches if isinstance(way, Go) else ():
        if condition is not None:
            yield Asked(condition, moment, before)
            before = (*before, (condition, False))


def _in_system(system: System) -> Iterator[Asked]:
    for eye in system.eyes:
        if eye.condition is not None:
            yield Asked(eye.condition, OF_ANYBODY)
    for rules in system.rules.values():
        for rule in rules:
            if rule.condition is not None:
                yield Asked(rule.condition, OF_ANYBODY)
    for appraisal in system.appraisals:
        for term in appraisal.terms:
            yield Asked(term.points, OF_ANYBODY, condition=False)
            if term.condition is not None:
                yield Asked(term.condition, OF_ANYBODY)
    for gate in system.gates.values():
        if gate.reason is not None:
            yield from in_text(gate.reason, OF_ANYBODY)


def in_text(text: Prose, moment: Moment, before: tuple[Wanted, ...] = ()) -> Iterator[Asked]:
    """The expressions of a text."""
    if not text.constant:
        for number, one in enumerate(_in_pieces(text.pieces, moment, before)):
            yield one._replace(text=text, number=number, shows=True)


def _in_pieces(
    pieces: Iterable[object], moment: Moment, before: tuple[Wanted, ...]
) -> Iterator[Asked]:
    """Of pieces of any kind: their expressions, and those of the pieces within them."""
    for piece in pieces:
        if isinstance(piece, If):
            yield Asked(piece.condition, moment, before)
            condition = piece.condition
            yield from _in_pieces(piece.then, moment, (*before, (condition, True)))
            # Where the score is hidden, this part is shown although the condition may hold.
            otherwise = before if condition.asks_score else (*before, (condition, False))
            yield from _in_pieces(piece.otherwise, moment, otherwise)
        elif isinstance(piece, Expression):
            yield Asked(piece, moment, before, condition=False)
        elif isinstance(piece, tuple):
            yield from _in_pieces(piece, moment, before)
