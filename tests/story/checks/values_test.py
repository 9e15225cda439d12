"""What conditions can come to, worked out without playing."""

from __future__ import annotations

import pytest

from game.story.checks.values import BOTH, FALSE, Know, Patience, Values, can_be, possible
from game.story.expressions import Expression, parse
from game.story.expressions.tree import Tree
from tests.story.facts import HERE, NAMES

KNOWN: dict[object, Values] = {
    "told": BOTH,
    "tea-rings": (0, 9),
    "manner": frozenset({"vaguely", "plainly"}),
    "nursery": FALSE,
}


def ask(leaf: Tree) -> Values:
    return KNOWN.get(leaf.value, (0, 5) if leaf.kind == "number" else BOTH)


def condition(text: str) -> Expression:
    return parse(text, HERE, NAMES, expects="flag")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("told", {True, False}),
        ("told and not told", {False}),
        ("told or not told", {True}),
        ("nursery", {False}),
        ("not nursery or told", {True}),
        ("tea-rings < 10", {True}),
        ("tea-rings > 9", {False}),
        ("tea-rings > 3 and tea-rings < 2", {False}),
        ("tea-rings > 3 and tea-rings < 5", {True, False}),
        ("tea-rings * 2 - 1 > 17", {False}),
        ("tea-rings == visits(the-cafe)", {True, False}),
        ("tea-rings + visits(the-cafe) > 14", {False}),
        ("manner is vaguely or manner is plainly", {True}),
        ("manner is vaguely and manner is plainly", {False}),
        ("-tea-rings > 0", {False}),
    ],
)
def test_what_a_condition_can_be(text: str, values: set[bool]) -> None:
    assert can_be(condition(text), (), Know(ask, Patience())) == values


def test_what_holds_before_is_taken_into_account() -> None:
    before = ((condition("tea-rings > 4"), True), (condition("told"), False))
    know = Know(ask, Patience())
    assert can_be(condition("tea-rings > 3"), before, know) == {True}
    assert can_be(condition("told or tea-rings == 9"), before, know) == {True, False}
    assert not possible((*before, (condition("told"), True)), know)


def test_where_patience_ends_anything_is_possible() -> None:
    never = condition("told and not told")
    spent = Know(ask, Patience(0))
    assert can_be(never, (), spent) == {True, False}
    assert possible([(never, True)], spent)
