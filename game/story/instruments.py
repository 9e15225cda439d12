"""What the loader must know of an instrument, handed in as data."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

ParameterKind = Literal["number", "text", "flag", "list", "mapping"]
Parameters = Mapping[str, object]

NOT_SAID = "–"


@dataclass(frozen=True, slots=True)
class InstrumentSpec:
    """The face of an instrument towards authors.

    `parameters` it understands, of which those in `required` must be given; `outcomes` that
    each need a way, and `outcomes_if`: more of them, each with whether it can come with the
    parameters given; `words` that must be written, `more_words` that may be. `values` are names
    that all of them may show besides the story's own; `numbers`, too, and conditions may ask for
    these; `quotes`, too, and each stands for what the author wrote under some other key. `check`
    says what is wrong with parameters of the right kinds, or None. `scenes` are those they may
    visit; `mentions` are other things of the story that they name, as kind ("deed", "variable",
    "gate", …) and id; the kinds "number" and "flag" are variables of that kind, "minutes" is a
    deed that takes minutes. `named` are keys of words that the parameters name (the pages of an
    article): they must be written, like `words`.
    """

    id: str
    parameters: Mapping[str, ParameterKind] = field(default_factory=dict)
    outcomes: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    check: Callable[[Parameters], str | None] | None = None
    required: tuple[str, ...] = ()
    more_words: tuple[str, ...] = ()
    values: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    scenes: Callable[[Parameters], Iterable[str]] | None = None
    mentions: Callable[[Parameters], Iterable[tuple[str, str]]] | None = None
    named: Callable[[Parameters], Iterable[str]] | None = None
    outcomes_if: Mapping[str, Callable[[Parameters], bool]] = field(default_factory=dict)

    @property
    def all_outcomes(self) -> tuple[str, ...]:
        """All that can come of it, whatever it is given."""
        return (*self.outcomes, *self.outcomes_if)

    @property
    def unsaid(self) -> Mapping[str, str | int]:
        """What stands in words for a value that is not given with them."""
        dashes = dict.fromkeys((*self.values, *self.quotes), NOT_SAID)
        return {**dashes, **dict.fromkeys(self.numbers, 0)}


VARIABLES = ("variable", "number", "flag")
"""The kinds of what an instrument mentions that are variables: any, or only one of this kind."""

DEEDS = ("deed", "minutes")
"""The kinds of mentions that are deeds."""

Specs = Mapping[str, InstrumentSpec]
