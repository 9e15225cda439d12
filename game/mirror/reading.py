"""What the mirror shows: both answers of every pair, what the player guessed, plain counts both
ways, times and hesitations. One reading for all faces, in words that judge nobody.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from game.mirror import pairs
from game.mirror.notebook import Answer, Bet, Notebook
from game.mirror.pairs import PairRow
from game.mirror.study.enrolment import version_of
from game.play.run import Run
from game.story.model import ARMS, AT_STAKE, NOT_AT_STAKE
from game.story.prose.pieces import unmarked

WORTH_TELLING = 1_000
"""Milliseconds: whoever rested on an option for less was on their way to another."""

ARM_NAMES: Mapping[str, str] = {
    AT_STAKE: "with points at stake",
    NOT_AT_STAKE: "with no points at stake",
}

NOTHING_NOTED = "Nothing was noted. What you chose, you know."
"""All that stands on the last page of a run without notes."""

_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")

Way = Literal["towards kindness", "away from kindness"]
Paid = Literal["kinder", "other"]


@dataclass(frozen=True, slots=True)
class Rest:
    """The player rested on an option, and chose another. Both as they were read; `ms` is how
    long."""

    arm: str
    option: str
    ms: int
    then: str


@dataclass(frozen=True, slots=True)
class Twice:
    """A pair. `took`: milliseconds to each answer, where a face measured them; `rests`: the longer
    ones."""

    row: PairRow
    took: Mapping[str, int | None]
    rests: tuple[Rest, ...]

    @property
    def counts(self) -> bool:
        """Whether it says anything: both answers were given, and the score was really at stake in
        the one and not in the other."""
        return all(self.row.answers.values()) and not self.row.void

    @property
    def changed(self) -> bool:
        """Whether it counts, and the two answers differ."""
        return self.counts and len(set(self.row.answers.values())) > 1

    @property
    def way(self) -> Way | None:
        """What the answer with points at stake was, beside the other one."""
        if not self.changed:
            return None
        with_score, without = (self._kindness(arm) for arm in (AT_STAKE, NOT_AT_STAKE))
        if with_score == without:
            return None
        return "towards kindness" if with_score > without else "away from kindness"

    @property
    def remark(self) -> str:
        """What can be said of the two answers, in a sentence that judges nobody."""
        if self.row.why_void is not None:
            return f"{self.row.why_void}, so this one does not count."
        if not self.counts:
            return "It was answered once only, so this one does not count."
        if not self.changed:
            return "The same answer, both times."
        ways = {
            "towards kindness": "Another answer: towards kindness with points at stake.",
            "away from kindness": "Another answer: away from kindness with points at stake.",
            None: "Another answer.",
        }
        return ways[self.way]

    @property
    def paid(self) -> Paid | None:
        """For which answers the score gave most: the kinder ones, or others; None if for both."""
        given = self.row.rewards.get(AT_STAKE, {})
        kinder = [points for id, points in given.items() if self.row.kinds.get(id)]
        others = [points for id, points in given.items() if not self.row.kinds.get(id)]
        if not self.counts or not kinder or not others or max(kinder) == max(others):
            return None
        return "kinder" if max(kinder) > max(others) else "other"

    @property
    def times(self) -> str | None:
        """How long both answers took, in words, where both were measured."""
        first, second = (self.took.get(arm) for arm in (AT_STAKE, NOT_AT_STAKE))
        if first is None or second is None:
            return None
        return f"You took {seconds(first)} with points at stake, and {seconds(second)} without."

    def _kindness(self, arm: str) -> int:
        kind = self.row.kinds.get(self.row.answers.get(arm) or "")
        return {True: 1, None: 0, False: -1}[kind]


@dataclass(frozen=True, slots=True)
class Mirror:
    """`pairs`: all that were met; `bet`: what was guessed, if anything was; `shown`: whether the
    player saw the score; `noted`: whether anything is to be shown at all; `version`: which of the
    two versions of a study it was, in a sentence, once the run is over."""

    pairs: tuple[Twice, ...]
    bet: Bet | None
    shown: bool
    noted: bool
    version: str = ""

    @property
    def counted(self) -> int:
        """How many of the pairs say anything."""
        return sum(pair.counts for pair in self.pairs)

    @property
    def changed(self) -> int:
        """In how many of those the two answers differ."""
        return sum(pair.changed for pair in self.pairs)

    @property
    def heading(self) -> str:
        """What this page is about, in a line."""
        asked = sum(all(pair.row.answers.values()) for pair in self.pairs)
        if not asked:
            return "In this run, nothing was asked twice."
        noun = "question, asked twice" if asked == 1 else "questions, each asked twice"
        return f"{number(asked).capitalize()} {noun}."

    @property
    def found(self) -> str:
        """What was guessed, and what came of it."""
        if not self.counted:
            return "Nothing can be said about the score from this run." if self.pairs else ""
        told = f"Your answers differ in {_none(self.changed)}."
        if self.counted == 1:
            told = "Your two answers differ." if self.changed else "Your two answers are the same."
        if self.bet is None:
            return told
        if self.bet.changed is None:
            return f"You did not want to guess. {told}"
        guess = _none(self.bet.changed)
        return f"You guessed that the score changed {guess}. {told}"

    @property
    def counts(self) -> tuple[str, ...]:
        """Plain counts, both ways, for each side that the score was on."""
        return tuple(self._counts())

    def _counts(self) -> Iterator[str]:
        sides: Sequence[tuple[Paid | None, str]] = (
            ("kinder", "Where the kinder answers were worth more"),
            ("other", "Where other answers were worth more than the kinder ones"),
            (None, "Where both were worth the same"),
        )
        for paid, told in sides:
            here = [pair for pair in self.pairs if pair.counts and pair.paid == paid]
            if not here:
                continue
            kinder = sum(pair.way == "towards kindness" for pair in here)
            less = sum(pair.way == "away from kindness" for pair in here)
            if len(here) == 1:
                way = here[0].way or "neither towards kindness nor away from it"
                yield f"{told} (one question): with points at stake, you went {way}."
                continue
            yield (
                f"{told} ({number(len(here))} questions): with points at stake, you went towards "
                f"kindness in {_none(kinder)}, away from it in {_none(less)}, neither way in "
                f"{_none(len(here) - kinder - less)}."
            )

    @property
    def rests(self) -> tuple[str, ...]:
        """What the player rested on and did not choose, in sentences."""
        return tuple(
            f"{ARM_NAMES[rest.arm].capitalize()}, you rested on {quoted(rest.option)} "
            f"for {seconds(rest.ms)}, then chose {quoted(rest.then)}."
            for pair in self.pairs
            for rest in pair.rests
        )

    @property
    def limits(self) -> tuple[str, ...]:
        """What all this cannot say."""
        told = []
        if not self.shown:
            told.append("The score was hidden from you in this run. It was counted all the same.")
        if self.version:
            told.append(self.version)
        if self.counted:
            some = "One question says" if self.counted == 1 else "These few questions say"
            told.append(
                f"{some} little about anybody. Whether it was the score that made a difference, "
                "nobody can tell from so few. Which answers are kinder, the author of the story "
                "decided; you may disagree."
            )
        if self.rests:
            told.append("A pointer can rest somewhere without a thought.")
        told.append("Whoever plays a game about a score plays for one. This game counted you, too.")
        return tuple(told)


def mirror(run: Run, notebook: Notebook) -> Mirror:
    """The mirror of what was played so far. Before the end, a question that was asked only once
    is left out: it would be given away that it comes again."""
    if not run.inputs.noted:
        return Mirror((), None, run.shown, False)
    rows = [row for row in pairs.rows(run) if run.over or all(row.answers.values())]
    found = tuple(_twice(row, notebook) for row in rows)
    version = version_of(run.inputs) if run.over else ""
    return Mirror(found, notebook.bet, run.shown, True, version)


def counting(run: Run) -> int:
    """How many pairs of the run can be guessed about: those that count, if notes are kept."""
    return mirror(run, Notebook()).counted


def guess_about(of: int) -> str:
    """What is asked before the mirror, about so many pairs."""
    if of == 1:
        return (
            "One question was asked twice: once with points at stake, once without. Did the score "
            "change your answer?"
        )
    return (
        f"{number(of).capitalize()} questions were asked twice: once with points at stake, once "
        "without. In how many did the score change your answer?"
    )


def _twice(row: PairRow, notebook: Notebook) -> Twice:
    noted = {arm: notebook.answer(row.scene, arm) for arm in ARMS}
    # A run that went on from an older save may have been answered otherwise since.
    fitting = {
        arm: answer
        for arm, answer in noted.items()
        if answer is not None and answer.option == row.answers.get(arm)
    }
    took = {arm: answer.ms for arm, answer in fitting.items()}
    rests = tuple(rest for arm, answer in fitting.items() for rest in _rests(row, arm, answer))
    return Twice(row, took, rests)


def _rests(row: PairRow, arm: str, answer: Answer) -> Iterator[Rest]:
    labels = dict(row.options)
    for option, ms in answer.rested.items():
        if option in labels and option != answer.option and ms >= WORTH_TELLING:
            yield Rest(arm, labels[option], ms, labels.get(answer.option, answer.option))


def number(count: int) -> str:
    """A small number as a word."""
    return _NUMBERS[count] if count < len(_NUMBERS) else str(count)


def _none(count: int) -> str:
    """In how many, as a word that can stand alone."""
    return number(count) if count else "none"


def seconds(ms: int) -> str:
    """A time as people say it."""
    if ms < 950:
        return "less than a second"
    whole = round(ms / 1000)
    if whole >= 120:
        return f"{whole // 60} minutes"
    return "1 second" if whole == 1 else f"{whole} seconds"


def quoted(text: str) -> str:
    """What stood on the page, within a sentence: without marks and its full stop, and what is
    said in it in single quotation marks, unless all of it is."""
    text = unmarked(text)
    if text[:1] == "“" and text.find("”") == len(text) - 1:
        text = text[1:-1]
    if text.endswith(".") and not text.endswith(".."):
        text = text[:-1]
    return f"“{text.replace('“', '‘').replace('”', '’')}”"
