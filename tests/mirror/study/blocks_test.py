"""The arms of a study are drawn in blocks: equally large at every moment, and not foreseeable."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from game.mirror.study.blocks import ROUND, SIZES, arm_of
from game.mirror.study.protocol import ArmId

ARMS: tuple[ArmId, ArmId] = ("hidden", "shown")
SEEDS = st.integers(0, 2**64)


def arms(seed: int, count: int) -> list[ArmId]:
    return [arm_of(number, ARMS, seed) for number in range(count)]


@given(SEEDS)
def test_at_every_moment_the_arms_differ_by_half_a_block_at_most(seed: int) -> None:
    ahead = 0
    for number, arm in enumerate(arms(seed, 4 * ROUND), 1):
        ahead += 1 if arm == "shown" else -1
        assert abs(ahead) <= max(SIZES) // 2
        if number % ROUND == 0:
            assert ahead == 0


@given(SEEDS)
def test_the_same_number_has_the_same_arm(seed: int) -> None:
    assert arms(seed, 50) == arms(seed, 50)


def test_each_arm_is_equally_often_that_of_any_place() -> None:
    seeds = 4_000
    firsts = [Counter(arms(seed, ROUND)) for seed in range(50)]
    assert all(first == {"hidden": ROUND // 2, "shown": ROUND // 2} for first in firsts)
    for place in (0, 1, 2, 3, 9, ROUND - 1):
        shown = sum(arm_of(place, ARMS, seed) == "shown" for seed in range(seeds))
        # Four standard deviations of a fair coin.
        assert abs(shown - seeds / 2) < 4 * (seeds / 4) ** 0.5


def test_whoever_has_counted_three_of_a_block_of_four_does_not_know_the_fourth() -> None:
    after = Counter(
        arm_of(3, ARMS, seed)
        for seed in range(4_000)
        if arms(seed, 3) == ["hidden", "shown", "hidden"]
    )
    assert min(after.values()) / after.total() > 0.2


def test_the_order_of_the_arms_in_the_protocol_sways_nothing() -> None:
    there = [arm_of(number, ("shown", "hidden"), 7) for number in range(ROUND)]
    assert [arm != back for arm, back in zip(arms(7, ROUND), there, strict=True)] == [True] * ROUND
