"""What a transcript can expect of a run, one check for each key of `expect:`.

`TEXTS` take a text or a list of texts, `TABLES` a text or a list for each of several things.
A check yields what is not as expected, at the value that says so.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.story.nearest import did_you_mean
from game.transcripts import expected_books, expected_screen
from game.transcripts.comparing import Check, Found, Stand, Wrong, each_is
from game.transcripts.script import Expectation


def differences(stand: Stand, expected: Expectation) -> Found:
    """What of this one expectation is not met."""
    key = expected.key.text
    return (TEXTS.get(key) or TABLES[key])(stand, expected)


def _variables(stand: Stand, expected: Expectation) -> Found:
    variables = stand.run.state.variables
    for key, texts in expected.table:
        if key.text not in variables:
            hint = did_you_mean(key.text, variables)
            yield Wrong(key, f"There is no variable {key.text}. {hint}".rstrip())
        else:
            there = str(variables[key.text])
            there = there.lower() if isinstance(variables[key.text], bool) else there
            yield from each_is(texts, there, f"{key.text} is {there}.")


def _arms(stand: Stand, expected: Expectation) -> Found:
    for key, texts in expected.table:
        there = stand.run.facts.arm(key.text)
        if key.text not in stand.run.first_arms:
            hint = did_you_mean(key.text, stand.run.first_arms)
            yield Wrong(key, f"There is no pair {key.text}. {hint}".rstrip())
        else:
            yield from each_is(texts, there, f"The arm of {key.text} is {there}.")


TEXTS: Mapping[str, Check] = {**expected_screen.TEXTS, **expected_books.TEXTS}
TABLES: Mapping[str, Check] = {
    **expected_screen.TABLES,
    **expected_books.TABLES,
    "variables": _variables,
    "arms": _arms,
}
