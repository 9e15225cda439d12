"""Bindings: one meaning for each key, and never a player who cannot play."""

from __future__ import annotations

import json
from pathlib import Path

import pygame
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.screen import intents
from game.screen.hands.bindings import (
    ACTIONS,
    FILE,
    Bindings,
    bindings_of,
    read_bindings,
    write_bindings,
)

pygame.display.init()

L, ENTER, KP_ENTER, UP = pygame.K_l, pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_UP


def playable(bindings: Bindings) -> bool:
    """Every needed command has a key and a button, and none has two meanings."""
    for held in (bindings.keys, bindings.buttons):
        codes = [code for each in held.values() for code in each]
        if len(codes) != len(set(codes)):
            return False
        if not all(held[action.id] for action in ACTIONS if action.needed):
            return False
    return True


def test_no_two_commands_share_a_key_at_first() -> None:
    assert playable(Bindings())


def test_a_command_takes_a_key_from_another_and_says_so() -> None:
    bindings, told = Bindings().given("save", L)
    assert bindings.meant(L) == intents.Do("save")
    assert bindings.keys["log"] == () and bindings.buttons["log"] == ("X",)
    assert bindings.meant(pygame.K_s) is None
    assert "Log" in told


def test_the_last_key_of_what_is_needed_stays() -> None:
    bindings, told = Bindings().given("log", UP)
    assert bindings == Bindings() and "needs it" in told
    bindings, told = Bindings().given("log", "A")
    assert bindings == Bindings() and "another button" in told


def test_one_of_two_keys_can_go() -> None:
    bindings, _ = Bindings().given("log", ENTER)
    assert bindings.meant(KP_ENTER) == intents.Confirm()
    again, _ = bindings.given("log", KP_ENTER)
    assert again == bindings


def test_its_own_key_keeps_all_that_it_has() -> None:
    assert Bindings().given("take", ENTER)[0] == Bindings()


@settings(max_examples=60)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([action.id for action in ACTIONS]),
            st.sampled_from([c for action in ACTIONS for c in (*action.keys, *action.buttons)]),
        ),
        max_size=30,
    )
)
def test_whatever_is_given_everything_needed_can_be_done(
    steps: list[tuple[str, int | str]],
) -> None:
    bindings = Bindings()
    for id, code in steps:
        bindings, _ = bindings.given(id, code)
        assert playable(bindings)
    assert bindings_of(json.loads(json.dumps(bindings.as_data()))) == bindings


def test_they_are_kept(tmp_path: Path) -> None:
    bindings, _ = Bindings().given("log", pygame.K_q)
    assert write_bindings(tmp_path, bindings)
    assert read_bindings(tmp_path) == bindings


@pytest.mark.parametrize("text", ["", "[]", "{", '{"log": 3}', '{"log": {"keys": "l"}}', "\x00"])
def test_a_broken_file_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE).write_text(text, encoding="utf-8")
    assert read_bindings(tmp_path) == Bindings()


def test_nonsense_falls_back_command_by_command() -> None:
    data = {"log": {"keys": [99999999999999], "buttons": ["Lever"]}, "save": {"keys": [L]}}
    bindings = bindings_of(data)
    assert bindings.meant(L) == intents.Do("save")
    assert bindings.buttons["log"] == ("X",)


def test_a_file_that_leaves_nothing_to_confirm_with_is_not_followed() -> None:
    data = {"take": {"keys": []}, "log": {"keys": [pygame.K_q], "buttons": ["Y"]}}
    bindings = bindings_of(data)
    assert bindings.keys == Bindings().keys
    assert bindings.meant("Y") == intents.Do("log")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=8,
)


@settings(max_examples=60)
@given(
    st.dictionaries(
        st.sampled_from([action.id for action in ACTIONS]),
        st.fixed_dictionaries({}, optional={"keys": json_values, "buttons": json_values}),
    )
)
def test_any_file_leaves_a_game_that_can_be_played(data: object) -> None:
    assert playable(bindings_of(data))
