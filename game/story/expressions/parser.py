"""Reads and checks expressions: tokens, operators by binding strength, kinds."""

from __future__ import annotations

from collections.abc import Collection

from game.story.expressions.code import fold
from game.story.expressions.tokens import Token, tokens
from game.story.expressions.tree import (
    ARM_WORDS,
    FUNCTIONS,
    LIMIT,
    PLAIN,
    WHOLE,
    ExpressionError,
    Kind,
    Names,
    Tree,
)
from game.story.measures import MeasureError, moment
from game.story.nearest import did_you_mean

MOST_CHARACTERS = 400
MOST_DEPTH = 30

_STRENGTH = {"or": 1, "and": 2, "==": 4, "!=": 4, "<": 4, "<=": 4, ">": 4, ">=": 4, "is": 4}
_STRENGTH |= {"+": 5, "-": 5, "*": 6}
_NOT, _MINUS = 3, 7
_INSTEAD_OF_NAME = {"yes": "Write true.", "no": "Write false.", "on": "Write true."}
_INSTEAD_OF_NAME |= {"off": "Write false.", "True": "Write true.", "False": "Write false."}
_SAID = {"flag": "true or false", "number": "a number", "word": "a word", "text": "a text"}
_NAMED = ("variable", "band", "gate", "plain", "loose")


def parse_tree(text: str, names: Names, expects: Kind | None, words: tuple[str, ...]) -> Tree:
    """The checked tree of this text. Raises ExpressionError."""
    if len(text) > MOST_CHARACTERS:
        raise ExpressionError(
            f"This expression has {len(text):,} characters; at most {MOST_CHARACTERS}.",
            hint="Split it: set a variable first, then ask for the variable.",
        )
    reader = _Reader(tokens(text), names)
    tree = reader.read(0)
    if reader.token.sort != "end":
        raise ExpressionError(
            f"“{reader.token.text}” is not expected here.",
            reader.token.at,
            "Something like and, or, + or == is missing before it, or a parenthesis.",
        )
    if expects == "word" and tree.op in _NAMED and tree.value in words:
        return Tree("value", "word", tree.at, tree.value, words=words)
    reader.explained(tree, words)
    if expects is not None and tree.kind != expects:
        raise ExpressionError(f"This is {_SAID[tree.kind]}; {_SAID[expects]} is needed.", tree.at)
    if expects == "word" and not set(tree.words) <= set(words):
        raise ExpressionError("This can be a word that is not wanted here.", tree.at, _list(words))
    return tree


class _Reader:
    def __init__(self, tokens: list[Token], names: Names) -> None:
        self._tokens = tokens
        self._next = 0
        self._depth = 0
        self._names = names

    @property
    def token(self) -> Token:
        return self._tokens[self._next]

    def _take(self) -> Token:
        token = self.token
        if token.sort != "end":
            self._next += 1
        return token

    def read(self, strength: int) -> Tree:
        self._depth += 1
        if self._depth > MOST_DEPTH:
            raise ExpressionError(
                f"This nests deeper than {MOST_DEPTH}.", self.token.at, "Set variables on the way."
            )
        left = self._operand()
        while (now := _STRENGTH.get(self.token.text, 0)) > strength:
            left = self._operator(left, now)
        self._depth -= 1
        return left

    def _operand(self) -> Tree:
        token = self._take()
        if token.sort == "number":
            return _number(token)
        if token.text == "(":
            inside = self.read(0)
            self._expect(")")
            return inside
        if token.text == "-":
            part = self._of_kind(self.read(_MINUS), "number")
            return fold(Tree("minus", "number", token.at, parts=(part,)))
        if token.text == "not":
            part = self._of_kind(self.read(_NOT), "flag")
            return fold(Tree("not", "flag", token.at, parts=(part,)))
        if token.sort == "name":
            return self._call(token) if self.token.text == "(" else self._name(token)
        if token.sort == "date":
            raise ExpressionError(
                "A date stands only in past(…).", token.at, f"Write past({token.text})."
            )
        where = "at the end" if token.sort == "end" else f"before “{token.text}”"
        raise ExpressionError(f"Something is missing {where}.", token.at)

    def _name(self, token: Token) -> Tree:
        name, names = token.text, self._names
        if name in ("true", "false"):
            return Tree("value", "flag", token.at, name == "true")
        if name in PLAIN:
            return Tree("plain", PLAIN[name][1], token.at, name, words=_plain_words(name, names))
        if name in names.variables:
            variable = names.variables[name]
            return Tree("variable", variable.kind, token.at, name, words=variable.words)
        if name in names.bands:
            return Tree("band", "flag", token.at, name)
        if name in names.gates:
            return Tree("gate", "flag", token.at, name)
        return Tree("loose", "word", token.at, name)

    def _operator(self, left: Tree, strength: int) -> Tree:
        token = self._take()
        op = token.text
        if op == "is":
            op = "=="
            if self.token.text == "not":
                self._take()
                op = "!="
        right = self.read(strength)
        if strength == 4:
            return self._comparison(op, left, right, token)
        wanted: Kind = "flag" if op in ("and", "or") else "number"
        parts = (self._of_kind(left, wanted), self._of_kind(right, wanted))
        return fold(Tree(op, wanted, left.at, parts=parts))

    def _comparison(self, op: str, left: Tree, right: Tree, token: Token) -> Tree:
        if _STRENGTH.get(self.token.text) == 4:
            raise ExpressionError(
                "Compare two things at a time.", self.token.at, "Join comparisons with and."
            )
        if op not in ("==", "!="):
            left, right = self._of_kind(left, "number"), self._of_kind(right, "number")
        else:
            left, right = _as_word(left, right.words), _as_word(right, left.words)
            self.explained(left, right.words)
            self.explained(right, left.words)
            if "text" in (left.kind, right.kind):
                text = left if left.kind == "text" else right
                raise ExpressionError(f"{text.value} is only for showing.", text.at)
            if left.kind != right.kind:
                raise ExpressionError(
                    f"{_SAID[left.kind].capitalize()} is never {_SAID[right.kind]}.", token.at
                )
            if left.kind == "word" and not set(left.words) & set(right.words):
                raise ExpressionError("These words are never the same.", token.at)
        return fold(Tree(op, "flag", left.at, parts=(left, right)))

    def explained(self, tree: Tree, words: Collection[str] = ()) -> None:
        """Refuses a name that nothing explains."""
        if tree.op != "loose":
            return
        name, names = str(tree.value), self._names
        pool = {*names.variables, *names.bands, *names.gates, *PLAIN, *FUNCTIONS, *words}
        hint = _INSTEAD_OF_NAME.get(name, "")
        if not hint and _is_a_sum(name, pool):
            hint = "A minus needs a space on both sides."
        hint = hint or _something_else(name, names) or did_you_mean(name, pool)
        if words and not hint:
            hint = _list(tuple(words))
        raise ExpressionError(f"There is nothing called {name}.", tree.at, hint, unknown=True)

    def _of_kind(self, tree: Tree, kind: Kind) -> Tree:
        self.explained(tree)
        if tree.kind != kind:
            raise ExpressionError(f"This is {_SAID[tree.kind]}; {_SAID[kind]} is needed.", tree.at)
        return tree

    def _expect(self, sign: str) -> None:
        token = self._take()
        if token.text != sign:
            raise ExpressionError(f"“{sign}” is missing before {token.text}.", token.at)

    def _call(self, name: Token) -> Tree:
        function = FUNCTIONS.get(name.text)
        if function is None:
            raise ExpressionError(
                f"There is no function {name.text}.", name.at, did_you_mean(name.text, FUNCTIONS)
            )
        self._expect("(")
        given: list[object] = []
        least = len(function.takes) - function.optional
        while self.token.text != ")" or len(given) < least:
            if given:
                self._expect("," if len(given) < least or self.token.text == "," else ")")
            if len(given) == len(function.takes):
                raise ExpressionError(f"{name.text} has too many arguments.", self.token.at)
            given.append(self._argument(function.takes[len(given)], given))
        self._take()
        words: tuple[str, ...] = ()
        if function.kind == "word":
            tiers = name.text == "tier"
            words = self._names.systems[str(given[0])].tiers if tiers else ARM_WORDS
        given += [None] * (len(function.takes) - len(given))
        return Tree("call", function.kind, name.at, (function.method, *given), words=words)

    def _argument(self, sort: str, before: list[object]) -> object:
        token = self._take()
        if sort == "number":
            if token.sort != "number":
                raise ExpressionError("A whole number is needed here.", token.at)
            return _number(token).value
        if sort == "date":
            try:
                return moment(token.text)
            except MeasureError as error:
                raise ExpressionError(str(error), token.at) from None
        said, pool = self._pool(sort, before)
        if token.sort != "name":
            raise ExpressionError(f"The id of {said} is needed here.", token.at)
        if token.text not in pool:
            hint = did_you_mean(token.text, pool)
            message = f"{token.text} is not the id of {said}."
            raise ExpressionError(message, token.at, hint, unknown=True)
        return token.text

    def _pool(self, sort: str, before: list[object]) -> tuple[str, Collection[str]]:
        names = self._names
        if sort == "choice":
            return f"a choice in {before[0]}", names.scenes[str(before[0])]
        if sort == "tiered":
            return "a system with tiers", [id for id, one in names.systems.items() if one.tiers]
        if sort == "list":
            listing = [id for id, one in names.systems.items() if one.scale == "list"]
            return "a system that is a list", listing
        pools: dict[str, tuple[str, Collection[str]]] = {
            "scene": ("a scene", names.scenes),
            "pair": ("a scene with a pair", names.pairs),
            "system": ("a system", names.systems),
            "life": ("a life", names.lives),
            "deed": ("a deed", names.deeds),
        }
        return pools[sort]


def _plain_words(name: str, names: Names) -> tuple[str, ...]:
    """All that a plain word can be, where it is one of a few."""
    if name == "life":
        return tuple(names.lives)
    return (WHOLE, *names.cuts) if name == "cut" else ()


def _something_else(name: str, names: Names) -> str:
    """What to do with the name of a thing that has no value of its own."""
    if name in names.systems:
        return f"{name} is a system: ask for points({name})."
    if name in names.cards:
        return f"{name} is a card: write {{card {name}}} in a text."
    if name in names.scenes:
        return f"{name} is a scene: ask for visits({name}) > 0."
    return ""


def _is_a_sum(name: str, known: Collection[str]) -> bool:
    """Whether the name is two known things, or one and a number, with a minus between them."""
    cuts = [(name[:at], name[at + 1 :]) for at, sign in enumerate(name) if sign == "-"]
    return any(left in known and (right in known or right.isdecimal()) for left, right in cuts)


def _as_word(tree: Tree, words: Collection[str]) -> Tree:
    if tree.op in _NAMED and tree.value in words:
        return Tree("value", "word", tree.at, tree.value, words=(str(tree.value),))
    return tree


def _number(token: Token) -> Tree:
    if len(token.text) > 10 or int(token.text) > LIMIT:
        raise ExpressionError(f"Numbers go up to {LIMIT:,}.", token.at)
    return Tree("value", "number", token.at, int(token.text))


def _list(words: tuple[str, ...]) -> str:
    shown = ", ".join(words[:8])
    return f"It can be: {shown}{', …' if len(words) > 8 else ''}."
