"""What a report says, in plain words."""

from __future__ import annotations

from collections.abc import Iterator

from game.mirror.study.disclosure import FEWEST, FEWEST_ROUGHLY
from game.mirror.study.protocol import ARM_WORDS
from game.mirror.study.report import MOST_APART, ArmFigures, Effect, Report, ToldApart
from game.mirror.study.simulated import in_words
from game.mirror.study.statistics import reach

SIMULATED = "SIMULATED: these counts come from a program, not from people."
A_CLASS = 15
"""So many in each arm are a class."""
WIDE = 20
"""An interval that reaches so many points to either side cannot tell what can be expected."""

LIMITS = (
    "Visitors are not a sample of anyone: this is about those who were here.",
    "A game's score is not a state's: nobody's train, loan or school hung on it.",
    "Who plays a game about scores behaves like somebody who plays a game about scores.",
)
HOW_TOLD = (
    f"Counts are rounded down to fives. What fewer than {FEWEST} did, or all but fewer than "
    f"{FEWEST}, is not told, and nothing from which it would follow."
)
NOT_TOLD = "not told"


def banner(report: Report) -> str:
    """What stands before everything else: that the counts are simulated, and by which model;
    nothing if they are not."""
    return f"{SIMULATED} {in_words(report.study)}" if report.simulated else ""


def title(report: Report) -> str:
    """Of a page or a picture."""
    return f"{'SIMULATED: ' if report.simulated else ''}{report.study.question}"


def sentences(report: Report) -> list[str]:
    """What was found, and how far it can be trusted; the verdict comes first."""
    return [sentence for paragraph in paragraphs(report) for sentence in paragraph]


def paragraphs(report: Report) -> list[list[str]]:
    """The same, by what they are about."""
    found = [state(report), list(_judged(report)), list(width(report)), [*LIMITS], [HOW_TOLD]]
    return [paragraph for paragraph in found if paragraph]


def state(report: Report) -> list[str]:
    """How far the study is, and what it says of the question."""
    match report.state:
        case "running":
            return list(_running(report))
        case "withheld":
            return [_withheld(report)]
    return list(_decided(report))


def _running(report: Report) -> Iterator[str]:
    target = report.study.target
    yield f"Running: there is a verdict when {target} in each arm have come to the question."
    for figures, wanted in zip(report.arms, report.wanted, strict=True):
        if wanted:
            yield f"{_arm(figures)}: some {wanted} are still wanted."
    if report.effect is not None:
        yield f"So far, roughly: {_apart(report.effect)} This will change, and is no result."
    else:
        yield (
            "So far no difference is told: too few gave one of the answers (fewer than "
            f"{FEWEST_ROUGHLY}), or more left one arm than the other."
        )


def _withheld(report: Report) -> str:
    if report.why == "drop-out":
        return (
            f"Withheld: the share of those who left differs by more than {MOST_APART} points "
            "between the arms. Who stayed may differ as much as the arms do, so no difference is "
            "told."
        )
    return (
        f"Withheld: fewer than {FEWEST} gave one of the answers, or the shares of the few who "
        f"left differ by more than {MOST_APART} points. Which of these, and all figures, would "
        "tell what single people did."
    )


def _decided(report: Report) -> Iterator[str]:
    effect, margin = report.effect, report.study.margin
    assert effect is not None
    match report.verdict:
        case "clearly different":
            yield f"Clearly different. {_apart(effect)}"
            if -margin <= effect.low and effect.high <= margin:
                yield f"It is smaller than the {margin} points that were said to matter."
        case "no sign of a difference":
            yield (
                f"No sign of a difference. {_apart(effect)} That is within the {margin} points "
                "below which a difference was said not to matter."
            )
        case _:
            yield (
                f"Too close to call. {_apart(effect)} No difference at all is in there, and so "
                f"are differences of more than the {margin} points that were said to matter."
            )
    for figures, (count, of) in zip(report.arms, effect.counts, strict=True):
        yield f"{_arm(figures)}: {count} of {of} {report.study.outcome.words}."


def _apart(effect: Effect) -> str:
    """The difference and its interval, in a sentence."""
    return (
        f"The difference is {points(effect.apart)} points; it may well lie anywhere from "
        f"{points(effect.low)} to {points(effect.high)}."
    )


def points(value: float) -> str:
    """A difference: with its sign, and with a decimal where it has one."""
    rounded = round(value, 1)
    return f"{rounded:+g}".replace("-", "−") if rounded else "0"


def _judged(report: Report) -> Iterator[str]:
    for figures, told in zip(report.arms, report.told_apart, strict=True):
        if told is not None:
            yield f"{_arm(figures)}: {told_apart(told)}"


def told_apart(told: ToldApart) -> str:
    """How well true and false were told apart, in a sentence."""
    return (
        f"of the judgements of true statements {told.true} % were “true”, of those of false ones "
        f"{told.false} %: told apart by {points(told.apart)} points."
    )


def width(report: Report) -> Iterator[str]:
    """How much so many people can tell at all; worked out for this study's target."""
    for people in sorted({A_CLASS, report.study.target}):
        yield (
            f"With {people} in each arm the interval reaches about {_reach(people)} points to "
            "either side"
        ) + (
            ": your class alone cannot tell."
            if people == A_CLASS
            else ": too far for what can be expected."
            if _reach(people) >= WIDE
            else "."
        )


def _reach(people: int) -> int:
    return round(100 * reach(people))


def _arm(figures: ArmFigures) -> str:
    """An arm, as a sentence begins."""
    return ARM_WORDS[figures.arm].capitalize()
