"""Visitors who are nobody: a stated model fills a store, to try what is read from one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from game.mirror.study.protocol import ARM_WORDS, Study
from game.mirror.study.store import Answered, Store, judgement
from game.play.pairs import options
from game.story.model import ARMS, Story

Chance = Callable[[], float]
"""From 0 to just below 1, evenly."""

FIRST_HOUR = 500_000
AN_HOUR = 20
"""So many visitors come in an hour."""


@dataclass(frozen=True, slots=True)
class Model:
    """How they behave; everything is in per cent. `base`: give the answer that is compared, in
    the arm that is the yardstick; `shift`: so many points more or fewer in the other. `before`,
    `later`: leave before that question; leave after it. `right`, `wrong`: call a true statement
    true; one that is not."""

    base: int = 55
    shift: int = -14
    before: int = 8
    later: int = 6
    right: int = 70
    wrong: int = 45


MODEL = Model()


class Question(NamedTuple):
    """A meeting of a pair, and what can be answered there."""

    pair: str
    stake: str
    options: tuple[str, ...]

    def is_compared(self, study: Study) -> bool:
        return (self.pair, self.stake) == (study.outcome.pair, study.outcome.stake)


def in_words(study: Study, model: Model = MODEL) -> str:
    """The model, as it is told wherever its counts are."""
    first, second = (ARM_WORDS[arm] for arm in study.arms)
    return (
        f"By the model, of 100 simulated visitors {model.base} {study.outcome.words} with the "
        f"{first}, and {model.base + model.shift} with the {second}; in both arms {model.before} "
        f"leave before that question, and of the others {model.later} before the end. "
        f"{model.right} of 100 call a true statement true, and {model.wrong} one that is not. "
        "All other answers are drawn evenly."
    )


def fill(
    store: Store, study: Study, story: Story, visitors: int, chance: Chance, model: Model = MODEL
) -> None:
    """So many visitors play the study's story. Raises StoreError."""
    asked = list(_questions(story))
    for number in range(visitors):
        run, hour = f"simulated-{number}", FIRST_HOUR + number // AN_HOUR
        second = store.start(run, hour) == study.arms[1]
        if _happens(model.before, chance):
            continue
        stays = not _happens(model.later, chance)
        share = model.base + model.shift * second
        answers = [
            _answer(study, one, share, chance) for one in asked if stays or one.is_compared(study)
        ]
        if stays:
            answers += _judged(story, model, chance)
        store.answer(run, answers, hour)
        if stays:
            store.finish(run, hour)


def _questions(story: Story) -> Iterator[Question]:
    for scene in story.scenes.values():
        answers = tuple(choice.id for choice in options(scene))
        for stake in ARMS if scene.arms else ():
            yield Question(scene.id, stake, answers)


def _answer(study: Study, question: Question, share: int, chance: Chance) -> Answered:
    among: Sequence[str] = question.options
    if question.is_compared(study):
        counts = _happens(share, chance)
        among = [id for id in among if (id in study.outcome.options) is counts]
    order = 1 + int(2 * chance())
    return Answered(question.pair, question.stake, _one_of(among, chance), order)


def _judged(story: Story, model: Model, chance: Chance) -> Iterator[Answered]:
    """One statement of each truth, as players are shown them."""
    truths = dict.fromkeys(one.truth for one in story.statements.values())
    for place, truth in enumerate(truths, 1):
        alike = [one.id for one in story.statements.values() if one.truth == truth]
        called = _happens(model.right if truth == "true" else model.wrong, chance)
        yield judgement(_one_of(alike, chance), called, place)


def _happens(percent: int, chance: Chance) -> bool:
    return 100 * chance() < percent


def _one_of(items: Sequence[str], chance: Chance) -> str:
    return items[int(len(items) * chance())]
