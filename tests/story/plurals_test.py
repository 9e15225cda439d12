from __future__ import annotations

import pickle

import pytest
from babel.core import Locale
from hypothesis import given
from hypothesis import strategies as st

from game.story.plurals import Plurals

LANGUAGES = ("en", "zh", "ru", "ar", "fr", "de", "pl", "cy", "lt", "he", "sl", "ga", "br", "pt-BR")
SHARED = {language: Plurals(language) for language in LANGUAGES}


@pytest.mark.parametrize(
    ("language", "forms"),
    [
        ("en", "one other"),
        ("zh", "other"),
        ("ru", "one few many"),
        ("lt", "one few other"),
        ("ar", "zero one two few many other"),
        ("pt-BR", "one many other"),
    ],
)
def test_a_language_has_the_forms_that_its_whole_numbers_take(language: str, forms: str) -> None:
    assert [form.category for form in Plurals(language).forms] == forms.split()


@given(st.sampled_from(LANGUAGES), st.integers(-(10**9), 10**9) | st.integers(-250, 250))
def test_the_form_is_the_one_that_babel_names(language: str, number: int) -> None:
    plurals = SHARED[language]
    named = Locale.parse(language.replace("-", "_")).plural_form(abs(number))
    assert plurals.forms[plurals.place(number)].category == named


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_examples_of_a_form_take_it(language: str) -> None:
    plurals = Plurals(language)
    for place, form in enumerate(plurals.forms):
        assert {plurals.place(number) for number in form.examples} == {place}


@pytest.mark.parametrize("language", ["xx", "", "x y", "../en", "en_", "中文", "a" * 400, "\x00"])
def test_an_unknown_language_is_unknown_once_it_is_asked(language: str) -> None:
    plurals = Plurals(language)
    assert not plurals.unknown
    assert plurals.forms == ()
    assert plurals.unknown
    assert plurals.name == language
    assert plurals.place(3) == -1


def test_it_can_be_kept() -> None:
    plurals = Plurals("ru")
    plurals.place(3)
    assert pickle.loads(pickle.dumps(plurals)).place(-2) == 1
