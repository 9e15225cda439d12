"""Scenes drawn from pools: what fits, how often each comes, and that a replay draws alike."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.play.replays import replayed
from game.play.run import Run
from game.play.saves import resume, save_text
from game.story.expressions import constant
from game.story.model import Drawable, Pool, Story
from game.story.source import Source
from tests.play.small import INSTRUMENTS, SIT, begin, options, small, texts

STREETS = """\
yard:
  text: The yard.
  choices:
    walk: {text: Walk., set: {coins: coins + 1}, go: streets}
    visit: {text: Visit., call: streets}
    leave: {text: Leave., end: over}
market: {text: The market., go: yard}
river: {text: The river., go: yard}
bridge: {text: The bridge., go: yard}
home: {text: Home., go: yard}
"""


def with_pools(folder: Path, pools: str, scenes: str = STREETS, **heads: str) -> Story:
    """The story with these scenes and pools; `heads` as `small` has them."""
    lines = "".join(f"  {line}\n" for line in dedent(pools).splitlines())
    two = f"chapter: two\ntitle: Two\npools:\n{lines}scenes:\n  attic: {{text: Up., end: up}}\n"
    (folder / "two.yaml").write_text(two, encoding="utf-8")
    return small(folder, scenes, **heads)


def walks(run: Run, times: int) -> list[str]:
    """The scenes that so many walks led to."""
    found = []
    for _ in range(times):
        run.choose("walk")
        found.append(run.view().scene)
        run.choose("on")
    return found


MARKET_ONCE = "streets: {otherwise: home, scenes: {market: {once: true}}}"
EVEN = "streets: {scenes: {market: {}, river: {}, bridge: {}}}"


def test_chance_draws_by_weight(tmp_path: Path) -> None:
    story = with_pools(tmp_path, "streets: {scenes: {market: {weight: 8}, river: {weight: 2}}}")
    met = Counter(walks(begin(story), 300))
    assert met.keys() == {"market", "river"}
    assert 200 < met["market"] < 275


def test_another_seed_draws_others_and_the_same_seed_the_same(tmp_path: Path) -> None:
    story = with_pools(tmp_path, EVEN)
    ways = [tuple(walks(begin(story, seed=seed), 12)) for seed in (1, 2, 3, 1)]
    assert len(set(ways)) == 3
    assert ways[0] == ways[3]


def test_a_second_draw_in_the_same_visit_is_another_draw(tmp_path: Path) -> None:
    called = STREETS.replace("go: yard}", "return: true}")
    run = begin(with_pools(tmp_path, EVEN, called))
    met = set()
    for _ in range(20):
        run.choose("visit")
        met.add(run.view().scene)
        run.choose("on")
    assert run.facts.visits("yard") == 1
    assert met == {"market", "river", "bridge"}


def test_what_does_not_fit_is_not_drawn_and_else_comes_otherwise(tmp_path: Path) -> None:
    pools = """\
    streets:
      otherwise: home
      scenes:
        market: {if: coins is 1}
        river: {if: coins is 2 or coins is 3, once: true}
    """
    assert walks(begin(with_pools(tmp_path, pools)), 4) == ["market", "river", "home", "home"]


def test_least_recent_meets_all_before_any_comes_again_and_then_the_oldest(
    tmp_path: Path,
) -> None:
    rest = "draw: least-recent, scenes: {market: {}, river: {}, bridge: {}, home: {}}"
    met = walks(begin(with_pools(tmp_path, f"streets: {{{rest}}}")), 12)
    assert set(met[:4]) == {"market", "river", "bridge", "home"}
    assert met[4:8] == met[8:] == met[:4]


def test_least_recent_counts_visits_by_any_way(tmp_path: Path) -> None:
    scenes = STREETS.replace("leave: {text: Leave., end: over}", "shop: {text: Shop., go: market}")
    rest = "draw: least-recent, scenes: {market: {}, river: {}}"
    run = begin(with_pools(tmp_path, f"streets: {{{rest}}}", scenes), "shop", "on")
    assert walks(run, 2) == ["river", "market"]


def test_once_is_at_most_once_even_if_it_is_drawn_again_on_the_way(tmp_path: Path) -> None:
    scenes = """\
    yard:
      text: The yard.
      later: [{in: 1 hour, scene: streets}]
      choices:
        walk: {text: Walk., takes: 2 hours, go: streets}
        leave: {text: Leave., end: over}
    market: {text: The market., end: over}
    home: {text: Home., return: true}
    """
    run = begin(with_pools(tmp_path, MARKET_ONCE, scenes), "walk")
    assert texts(run) == ["Home."]
    run.choose("on")
    assert texts(run) == ["The market."]


def test_a_scene_that_was_declined_is_not_drawn_again_where_it_comes_once(tmp_path: Path) -> None:
    scenes = """\
    yard: {text: The yard., go: streets}
    market: {content: [a quarrel], instead: told, text: The market., go: yard}
    told: {text: They quarrelled., go: yard}
    home: {text: Home., go: yard}
    """
    run = begin(with_pools(tmp_path, MARKET_ONCE, scenes), "on")
    assert run.view().kind == "note"
    run.choose("instead")
    run.choose("on")
    run.choose("on")
    assert run.view().scene == "home"


# --- drawn when the time comes ----------------------------------------------------------------


def test_then_draws_when_the_call_is_over(tmp_path: Path) -> None:
    scenes = """\
    yard:
      text: The yard.
      choices: {ask: {text: Ask., call: talk, then: streets}}
    talk:
      text: They talk.
      choices: {pay: {text: Pay., set: {coins: 5}, return: true}}
    market: {text: The market., end: over}
    home: {text: Home., end: over}
    """
    pools = "streets: {otherwise: home, scenes: {market: {if: coins is 5}}}"
    assert texts(begin(with_pools(tmp_path, pools, scenes), "ask", "pay")) == ["The market."]


def test_what_is_due_is_drawn_on_its_day(tmp_path: Path) -> None:
    scenes = """\
    yard:
      text: The yard.
      choices: {ask: {text: Ask., later: [{in: 6 days, scene: streets}], go: street}}
    street:
      text: The street.
      choices: {pay: {text: Pay., set: {coins: 5}, takes: 7 days, go: lane}}
    lane: {text: The lane., end: over}
    market: {text: The market., return: true}
    home: {text: Home., return: true}
    """
    pools = "streets: {otherwise: home, scenes: {market: {if: coins is 5}}}"
    run = begin(with_pools(tmp_path, pools, scenes), "ask", "pay")
    assert texts(run) == ["The market."]
    run.choose("on")
    assert texts(run) == ["The lane."]


def test_an_outcome_of_an_instrument_leads_to_a_pool(tmp_path: Path) -> None:
    sit = SIT.replace("{left: street, late: street}", "{left: streets, late: {go: streets}}")
    bench = "".join(f"      {line}\n" for line in sit.splitlines())
    scenes = (
        f"yard:\n  text: The yard.\n  choices:\n    sit:\n      text: Sit.\n{bench}"
        "market: {text: The market., end: over}\n"
    )
    story = with_pools(tmp_path, "streets: {scenes: {market: {}}}", scenes)
    assert texts(begin(story, "sit", "leave")) == ["The market."]


# --- replays --------------------------------------------------------------------------------------

MIXED = """\
streets:
  draw: %s
  otherwise: home
  scenes:
    market: {weight: 3, if: coins < 5}
    river: {once: true}
    bridge:
"""


@pytest.mark.parametrize("draw", ["chance", "least-recent"])
@pytest.mark.parametrize("seed", range(5))
def test_a_replay_and_a_save_at_each_step_draw_alike(tmp_path: Path, draw: str, seed: int) -> None:
    story = with_pools(tmp_path, MIXED % draw)
    run, kept = begin(story, seed=seed), begin(story, seed=seed)
    for _ in range(8):
        for choice in ("walk", "on"):
            run.choose(choice)
            kept.choose(choice)
            kept = resume(story, save_text(kept), INSTRUMENTS).run
            assert kept.view() == run.view()
    again, lost = replayed(run, run.journal)
    assert (lost, again.view(), again.log, again.state.drawn) == (
        0,
        run.view(),
        run.log,
        run.state.drawn,
    )


@pytest.fixture(scope="module")
def streets(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return with_pools(tmp_path_factory.mktemp("streets"), MIXED % "chance")


@st.composite
def pools(draw: st.DrawFn) -> Pool:
    """Any pool of these streets that may not be empty."""
    here = Source("two.yaml", 1, 1)
    drawable = st.builds(
        Drawable,
        st.sampled_from(["market", "river", "bridge"]),
        st.just(here),
        st.none() | st.booleans().map(constant),
        st.integers(1, 1_000),
        st.booleans(),
    )
    scenes = draw(st.lists(drawable, max_size=5, unique_by=lambda one: one.scene))
    how = draw(st.sampled_from(["chance", "least-recent"]))
    return Pool("streets", here, how, tuple(scenes), "home")  # type: ignore[arg-type]


@given(pools(), st.lists(st.sampled_from(["walk", "visit", "on", "undo", "redo"])), st.integers(0))
def test_whatever_is_drawn_fits_and_is_drawn_again_in_a_replay(
    streets: Story, pool: Pool, acts: list[str], seed: int
) -> None:
    run = begin(replace(streets, pools={"streets": pool}), seed=seed)
    for act in acts:
        if act == "undo":
            run.undo()
        elif act == "redo":
            run.redo()
        elif act in options(run):
            run.choose(act)
    met = run.state.drawn.get("streets", Counter())
    for one in pool.scenes:
        assert met[one.scene] <= (0 if one.shown_if and not one.shown_if.fixed else len(acts))
        assert not one.once or met[one.scene] <= 1
    again, lost = replayed(run, run.journal)
    assert (lost, again.view(), again.log) == (0, run.view(), run.log)
    assert again.state.drawn == run.state.drawn


def test_undo_and_redo_come_to_the_same_scene(tmp_path: Path) -> None:
    run = begin(with_pools(tmp_path, EVEN), "walk")
    scene = run.view().scene
    for _ in range(5):
        assert run.undo()
        assert options(run) == ["walk", "visit", "leave"]
        run.choose("walk")
        assert run.view().scene == scene


def test_a_journal_stays_where_it_fits_when_a_pool_now_draws_others(tmp_path: Path) -> None:
    run = begin(with_pools(tmp_path, "streets: {scenes: {market: {}}}"), "walk", "on")
    changed = with_pools(tmp_path, "streets: {scenes: {river: {}}}")
    again = resume(changed, save_text(run), INSTRUMENTS)
    assert again.told is not None
    assert texts(again.run) == ["The river."]
