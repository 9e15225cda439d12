"""A protocol as a store keeps it, so that its answers can be read where the file is lost."""

from __future__ import annotations

import json
from dataclasses import replace
from hashlib import blake2b
from typing import Any

from game.mirror.study.protocol import ARM_WORDS, Outcome, Study


def as_text(study: Study) -> str:
    """All that a protocol says, under the keys of its file; the same for the same content."""
    outcome = study.outcome
    content = {
        "study": study.id,
        "story": study.story,
        "question": study.question,
        "arms": study.arms,
        "outcome": {
            "pair": outcome.pair,
            "at": outcome.stake,
            "options": sorted(outcome.options),
            "words": outcome.words,
        },
        "target": study.target,
        "margin": study.margin,
        "host": study.host,
        "seen-by": study.seen_by,
    }
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def sealed(study: Study) -> Study:
    """The study with the fingerprint of what it says."""
    digest = blake2b(as_text(study).encode(), digest_size=6)
    return replace(study, fingerprint=digest.hexdigest())


def from_text(text: str) -> Study:
    """The study that was written. Raises ValueError if this is none."""
    try:
        return _study(json.loads(text))
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("no study") from error


def _study(given: Any) -> Study:
    first, second = given["arms"]
    outcome = given["outcome"]
    options = frozenset(outcome["options"])
    texts = [given[key] for key in ("study", "story", "question", "host", "seen-by")]
    texts += [*options, outcome["pair"], outcome["at"], outcome["words"]]
    numbers = (given["target"], given["margin"])
    if not (
        {first, second} <= ARM_WORDS.keys()
        and all(isinstance(one, str) for one in texts)
        and all(isinstance(one, int) for one in numbers)
    ):
        raise ValueError("no study")
    return sealed(
        Study(
            id=given["study"],
            story=given["story"],
            question=given["question"],
            outcome=Outcome(outcome["pair"], outcome["at"], options, outcome["words"]),
            arms=(first, second),
            target=given["target"],
            margin=given["margin"],
            host=given["host"],
            seen_by=given["seen-by"],
            fingerprint="",
        )
    )
