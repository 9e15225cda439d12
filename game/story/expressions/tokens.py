"""Cuts an expression into tokens."""

from __future__ import annotations

import re
from typing import NamedTuple

from game.story.expressions.tree import ExpressionError

_TOKEN = re.compile(
    r"(?P<space>[ \t\n]+)|(?P<date>[0-9]{4}-[0-9]{2}-[0-9]{2}(?: [0-9]{2}:[0-9]{2})?)"
    r"|(?P<number>[0-9]+)|(?P<name>[A-Za-z][A-Za-z0-9-]*)|(?P<sign>==|!=|<=|>=|[<>+*(),-])"
)
_OPERATORS = frozenset({"or", "and", "not", "is"})
_INSTEAD = {
    "=": "To compare, write == or is.",
    "!": "Write not, or !=.",
    "&": "Write and.",
    "|": "Write or.",
    "/": "There is no division.",
    ".": "Whole numbers only, and nothing has parts.",
    '"': "Words stand without quotes.",
    "'": "Words stand without quotes.",
    "_": "Names are written with dashes: tea-rings.",
}

_LETTERS = "Names have letters from a to z, digits and dashes."


class Token(NamedTuple):
    """`sort`: number, date, name, sign or end. `at`: its column from 1."""

    sort: str
    text: str
    at: int


def tokens(text: str) -> list[Token]:
    """The tokens, with one of the sort "end" last. Raises ExpressionError."""
    found: list[Token] = []
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            sign = text[at]
            hint = _INSTEAD.get(sign, _LETTERS if sign.isalpha() else "")
            raise ExpressionError(f"“{sign}” has no meaning in an expression.", at + 1, hint)
        sort, part = match.lastgroup or "", match.group()
        if sort != "space":
            if part == "-":
                _check_minus(text, at, found)
            found.append(Token("sign" if part in _OPERATORS else sort, part, at + 1))
        at = match.end()
    found.append(Token("end", "the end", len(text) + 1))
    return found


def _check_minus(text: str, at: int, before: list[Token]) -> None:
    last = before[-1] if before else Token("end", "", 0)
    operand = last.sort in ("number", "name", "date") or last.text == ")"
    if operand and (text[at - 1] not in " \t\n" or text[at + 1 : at + 2] not in (" ", "\t", "\n")):
        raise ExpressionError(
            "A minus needs a space on both sides.", at + 1, "Dashes belong to names: tea-rings - 1."
        )
