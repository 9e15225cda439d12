"""What the loader must know of an instrument, handed in as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

ParameterKind = Literal["number", "text", "flag", "list", "mapping"]
Parameters = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class InstrumentSpec:
    """The face of an instrument towards authors.

    `parameters` it understands, of which those in `required` must be given; `outcomes` that
    each need a way; `words` that must be written, `more_words` that may be; `values` are the
    names that all of them may show besides the story's own. `check` says what is wrong with
    parameters of the right kinds, or None. `scenes` are those they may visit; `mentions` are
    other things of the story that they name, as kind ("deed", "variable", "gate", …) and id; the
    kind "number" is a variable that must be one, "minutes" a deed that takes minutes. `named`
    are keys of words that the parameters name (the pages of an article): they must be written,
    like `words`.
    """

    id: str
    parameters: Mapping[str, ParameterKind] = field(default_factory=dict)
    outcomes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    check: Callable[[Parameters], str | None] | None = None
    required: tuple[str, ...] = ()
    more_words: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    scenes: Callable[[Parameters], Iterable[str]] | None = None
    mentions: Callable[[Parameters], Iterable[tuple[str, str]]] | None = None
    named: Callable[[Parameters], Iterable[str]] | None = None


DEEDS = ("deed", "minutes")
"""The kinds of mentions that are deeds."""

Specs = Mapping[str, InstrumentSpec]
