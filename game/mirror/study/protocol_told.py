"""A study's protocol as its visitors read it, before they agree and at any time after. While it
runs, there is no figure of its results in it: that would sway whoever plays next."""

from __future__ import annotations

from game.mirror.study.protocol import ARM_WORDS, Study

KEPT = (
    "A random word for your run, which version it is, what you answered to the questions that are "
    "asked twice and to the statements at the end, in which order, and the hour."
)
NEVER = (
    "No name, nothing that you type, no time finer than the hour, and nothing of a run whose "
    "player does not agree. Nothing is sent anywhere."
)
TAKEN_BACK = (
    "“Remove my answers”, in the menu of your run, takes all of it out of the comparison, and so "
    "does Burn. When your run is no longer on this machine, nobody can tell which answers were "
    "yours, and none can be removed."
)


def told(study: Study) -> tuple[tuple[str, str], ...]:
    """What there is to know, each with its head."""
    return (
        ("The question", _ended(study.question)),
        ("Two versions", _versions(study)),
        ("What is compared", _compared(study)),
        ("When something is said", _verdict(study)),
        ("What is kept", KEPT),
        ("What is never kept", NEVER),
        ("Who asks", _ended(study.host)),
        ("Taking it back", TAKEN_BACK),
    )


def _versions(study: Study) -> str:
    first, second = (ARM_WORDS[arm] for arm in study.arms)
    others = f" Others are {study.seen_by}." if "others" in study.arms else ""
    return (
        f"Half of the runs are played with the {first}, half with the {second}.{others} Chance "
        "decides which is yours. The story is the same."
    )


def _compared(study: Study) -> str:
    return (
        f"In each version it is counted how many {study.outcome.words}. Only the first answer "
        "counts. It is about all who played, and never about one of them."
    )


def _verdict(study: Study) -> str:
    points = "1 percentage point" if study.margin == 1 else f"{study.margin} percentage points"
    return (
        f"When {study.target} in each version have come to the question, and not before. A "
        f"difference that surely stays below {points} is called none. What fewer than ten "
        "people answered is never told."
    )


def _ended(sentence: str) -> str:
    return sentence if sentence.endswith((".", "?", "!", "…")) else f"{sentence}."
