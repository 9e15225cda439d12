"""How a language counts: which form of a noun stands beside a whole number.

The rules are those of CLDR, as the library Babel has them. It is opened when the first plural
is read, so that a story without plurals does not wait for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from babel.core import Locale

ENGLISH = "en"
ORDER = ("zero", "one", "two", "few", "many", "other")
"""The categories of CLDR, in its order."""

_SMALL = 200
_TRIED = (*range(_SMALL), *(10**power for power in range(3, 10)))
"""Numbers among which every category that a language has for whole numbers occurs: its rules
ask for the last two digits, and for whole millions."""
_EXAMPLES = 3


class Form(NamedTuple):
    """A form of a noun: its category, and the first numbers that take it."""

    category: str
    examples: tuple[int, ...]

    def __str__(self) -> str:
        return f"{self.category} ({', '.join(f'{number:,}' for number in self.examples)})"


class Plurals:
    """The plural forms of a language, found out when they are first asked for."""

    __slots__ = ("_forms", "_locale", "_places", "language")

    def __init__(self, language: str) -> None:
        self.language = language
        self._forms: tuple[Form, ...] | None = None
        self._locale: Locale | None = None
        self._places: dict[int, int] = {}

    @property
    def unknown(self) -> bool:
        """Whether it was asked how the language counts, and nobody knows."""
        return self._forms == ()

    @property
    def forms(self) -> tuple[Form, ...]:
        """The forms beside whole numbers, in the order of CLDR; none of an unknown language."""
        if self._forms is None:
            self._locale = _locale(self.language)
            self._forms = () if self._locale is None else self._find(self._locale)
        return self._forms

    @property
    def name(self) -> str:
        """The language in English, or its code."""
        found = self._locale.get_display_name("en") if self.forms and self._locale else None
        return found or self.language

    def place(self, number: int) -> int:
        """Which of the forms stands beside this number, from 0. A debt is counted like money."""
        number = abs(number)
        place = self._places.get(number)
        if place is not None:
            return place
        if not self.forms or self._locale is None:
            return -1
        place = self._place_of(str(self._locale.plural_form(number)))
        if number < _SMALL:
            self._places[number] = place
        return place

    def _place_of(self, category: str) -> int:
        categories = [form.category for form in self.forms]
        return categories.index(category) if category in categories else -1

    @staticmethod
    def _find(locale: Locale) -> tuple[Form, ...]:
        taken: dict[str, list[int]] = {}
        for number in _TRIED:
            taken.setdefault(str(locale.plural_form(number)), []).append(number)
        return tuple(Form(one, tuple(taken[one][:_EXAMPLES])) for one in ORDER if one in taken)


def _locale(language: str) -> Locale | None:
    from babel.core import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError, TypeError, OSError):
        return None
