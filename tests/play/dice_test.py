from __future__ import annotations

from game.play.dice import KeyedDice


def test_the_same_key_draws_alike_in_any_order() -> None:
    one, two = KeyedDice(7, "mei", "door", 1), KeyedDice(7, "mei", "door", 1)
    first = [one.percent("a"), one.percent("b")]
    assert [two.percent("b"), two.percent("a")] == first[::-1]


def test_another_seed_scene_visit_or_purpose_draws_anew() -> None:
    draws = [
        KeyedDice(seed, "mei", scene, visit).pick(purpose, 10**9)
        for seed in (1, 2)
        for scene in ("door", "hall")
        for visit in (1, 2)
        for purpose in ("eye", "error")
    ]
    assert len(set(draws)) == len(draws)


def test_words_do_not_run_into_each_other() -> None:
    assert KeyedDice(1, "ab", "c").pick("x", 10**9) != KeyedDice(1, "a", "bc").pick("x", 10**9)


def test_percents_are_even() -> None:
    draws = [KeyedDice(seed).percent("coin") for seed in range(20_000)]
    assert set(draws) == set(range(100))
    assert all(120 < draws.count(n) < 290 for n in range(100))
