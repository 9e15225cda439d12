"""Finds the tags in a text, and says which kind each of them is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from game.story.nearest import nearest

IN_TURN, ONCE, CYCLE, SHUFFLED = "in turn", "once", "cycle", "shuffled"
ALTERNATIVES = (IN_TURN, ONCE, CYCLE, SHUFFLED)
"""The tags that begin passages of which the visit decides."""

TAGS = frozenset({"once", "cycle", "shuffled", "next", "plural"})
"""Names that a variable may not have besides those that expressions reserve: in braces, they
are tags."""

_ALONE = ("else", "next", "end", *ALTERNATIVES)
_WORDS = ("if", "card", "plural", *_ALONE)

_OPENING = ("if ", "card ", "plural ")

_TAG = re.compile(r"\{\{|\}\}|\{[^{}]*\}|[{}]|\n[ \t]*\n[ \t\n]*")
_BREAK = re.compile(r"\n[ \t]*\n[ \t\n]*")
_FIRST = re.compile(r"\{\s*(in\s+turn|[a-z]+)(?![a-z0-9-])")


def tags_of(text: str) -> list[re.Match[str]]:
    """All tags, braces and breaks between paragraphs, in order."""
    # Most texts have no braces, and without them the search is much quicker.
    braced = "{" in text or "}" in text
    return list((_TAG if braced else _BREAK).finditer(text))


def word_of(tag: str) -> str:
    """Which kind of tag this is; "" for a figure and for what is no tag."""
    found = _FIRST.match(tag)
    word = " ".join(found[1].split()) if found else ""
    return word if word in _WORDS else ""


def stands_alone(word: str, tag: str) -> bool:
    """Whether nothing stands beside the word of a tag that takes nothing."""
    return word not in _ALONE or " ".join(tag[1:-1].split()) == word


def ended(tags: Sequence[re.Match[str]]) -> set[int]:
    """The numbers of the tags that an {end} closes: each {end} closes the last one open."""
    waiting: list[int] = []
    found: set[int] = set()
    for index, tag in enumerate(tags):
        word = word_of(tag.group())
        if word == "if" or word in ALTERNATIVES:
            waiting.append(index)
        elif word == "end" and waiting:
            found.add(waiting.pop())
    return found


def meant(inside: str, names: Iterable[str]) -> str:
    """The tag that was most likely meant by what is neither a tag nor one of the names."""
    written = " ".join(inside.split())
    if ":" in written and "|" in written:
        return "plural rings: ring | rings"
    if written.lower().startswith(_OPENING) and not written.startswith(_OPENING):
        return written.lower()
    near = nearest(written, (*_ALONE, *names))
    alike = near in _ALONE and SequenceMatcher(None, written, near).ratio() > 0.7
    return near if near and alike else ""
