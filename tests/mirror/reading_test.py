"""The mirror: what it counts and says, both ways, and what it leaves unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.mirror.notebook import Answer, Bet, Notebook
from game.mirror.pairs import NOTHING_AT_STAKE, PairRow
from game.mirror.reading import Mirror, Rest, Twice, guess_about, mirror, seconds
from game.story.model import ARMS, AT_STAKE, NOT_AT_STAKE, Terms
from tests.mirror.twice import STROLL, knocks
from tests.play.small import begin

OPTIONS = (("give", "Give the coat."), ("keep", "Keep the coat."), ("ask", "Ask who it is."))


def pair(staked: str | None, unstaked: str | None, gives: int = 2, void: bool = False) -> Twice:
    """A pair that was answered so; the score gives so much for the coat."""
    row = PairRow(
        "knock",
        Terms("A knock", "", "", ""),
        OPTIONS,
        {"give": True, "keep": False, "ask": None},
        {AT_STAKE: staked, NOT_AT_STAKE: unstaked},
        {AT_STAKE: {"give": gives, "keep": 0, "ask": 0}, NOT_AT_STAKE: dict.fromkeys("gka", 0)},
        dict.fromkeys(ARMS),
        NOTHING_AT_STAKE if void else None,
    )
    return Twice(row, {}, ())


def seen(*pairs: Twice, bet: Bet | None = None, shown: bool = True) -> Mirror:
    return Mirror(pairs, bet, shown, True)


@pytest.mark.parametrize(
    ("staked", "unstaked", "changed", "way"),
    [
        ("give", "give", False, None),
        ("give", "keep", True, "towards kindness"),
        ("keep", "give", True, "away from kindness"),
        ("ask", "keep", True, "towards kindness"),
        ("ask", "give", True, "away from kindness"),
        ("give", None, False, None),
        (None, "give", False, None),
    ],
)
def test_a_change_goes_either_way(
    staked: str | None, unstaked: str | None, changed: bool, way: str | None
) -> None:
    twice = pair(staked, unstaked)
    assert (twice.changed, twice.way) == (changed, way)


def test_a_void_pair_says_nothing() -> None:
    twice = pair("give", "keep", void=True)
    assert (twice.counts, twice.changed, twice.way, twice.paid) == (False, False, None, None)
    assert seen(twice).found == "Nothing can be said about the score from this run."


@pytest.mark.parametrize(("gives", "paid"), [(2, "kinder"), (-2, "other"), (0, None)])
def test_what_the_score_paid_for_is_read_from_its_rewards(gives: int, paid: str | None) -> None:
    assert pair("give", "keep", gives).paid == paid


def test_counts_are_told_both_ways_for_each_side_of_the_score() -> None:
    told = seen(
        pair("give", "keep"), pair("keep", "give"), pair("give", "give"), pair("keep", "give", -2)
    ).counts
    assert told == (
        "Where the kinder answers were worth more (three questions): with points at stake, you "
        "went towards kindness in one, away from it in one, neither way in one.",
        "Where other answers were worth more than the kinder ones (one question): with points at "
        "stake, you went away from kindness.",
    )


def test_a_guess_stands_beside_what_was_found() -> None:
    both = pair("give", "keep"), pair("give", "give")
    assert seen(*both, bet=Bet(2, 2, 0)).found == (
        "You guessed that the score changed two. Your answers differ in one."
    )
    assert seen(*both, bet=Bet(None, 2, 0)).found.startswith("You did not want to guess.")
    assert seen(*both).found == "Your answers differ in one."


def test_limits_fit_what_was_seen() -> None:
    assert "One question says little about anybody." in seen(pair("give", "keep")).limits[0]
    hidden = seen(pair("give", "keep"), shown=False).limits
    assert hidden[0].startswith("The score was hidden from you in this run.")
    assert all("pointer" not in told for told in hidden)
    rested = Twice(pair("give", "keep").row, {}, (Rest(AT_STAKE, "Keep it.", 4_000, "Give it."),))
    assert "A pointer can rest somewhere without a thought." in seen(rested).limits


def test_times_and_hesitations_come_from_the_notes(tmp_path: Path) -> None:
    run = begin(knocks(tmp_path), "wait", "give", *STROLL, "wait", "keep", "leave")
    first = run.first_arms["knock"]
    notes = Notebook()
    notes.add(Answer("knock", "give", first, 8_100, {"keep": 4_000, "give": 2_000}))
    (other,) = set(ARMS) - {first}
    notes.add(Answer("knock", "keep", other, 900, {"give": 700}))
    found = mirror(run, notes)
    (twice,) = found.pairs
    assert twice.took == {first: 8_100, other: 900}
    assert [(rest.option, rest.ms, rest.then) for rest in twice.rests] == [
        ("Keep the coat.", 4_000, "Give the coat.")
    ]
    assert "you rested on “Keep the coat” for 4 seconds" in found.rests[0]


def test_notes_of_another_answer_are_not_told(tmp_path: Path) -> None:
    """The run was gone on with from an older save, and answered otherwise."""
    run = begin(knocks(tmp_path), "wait", "give", "leave")
    notes = Notebook()
    notes.add(Answer("knock", "keep", run.first_arms["knock"], 8_100, {"give": 4_000}))
    assert mirror(run, notes).pairs[0].took == {}


def test_that_something_comes_again_is_not_given_away_before_the_end(tmp_path: Path) -> None:
    run = begin(knocks(tmp_path), "wait", "give")
    assert mirror(run, Notebook()).pairs == ()
    run.choose("leave")
    found = mirror(run, Notebook())
    assert found.heading == "In this run, nothing was asked twice."
    assert [pair.remark for pair in found.pairs] == [
        "It was answered once only, so this one does not count."
    ]


@pytest.mark.parametrize(
    ("staked", "unstaked", "void", "remark"),
    [
        ("give", "give", False, "The same answer, both times."),
        ("give", "keep", False, "Another answer: towards kindness with points at stake."),
        ("keep", "give", False, "Another answer: away from kindness with points at stake."),
        ("give", "keep", True, f"{NOTHING_AT_STAKE}, so this one does not count."),
    ],
)
def test_a_remark_says_which_way_and_judges_nobody(
    staked: str, unstaked: str, void: bool, remark: str
) -> None:
    assert pair(staked, unstaked, void=void).remark == remark


@pytest.mark.parametrize(("of", "asked"), [(1, "Did the score"), (2, "In how many did the score")])
def test_the_question_before_the_mirror_fits_how_much_was_asked_twice(of: int, asked: str) -> None:
    assert asked in guess_about(of)


@pytest.mark.parametrize(
    ("ms", "said"),
    [
        (0, "less than a second"),
        (1_000, "1 second"),
        (4_400, "4 seconds"),
        (119_000, "119 seconds"),
        (185_000, "3 minutes"),
    ],
)
def test_a_time_is_said_as_people_say_it(ms: int, said: str) -> None:
    assert seconds(ms) == said
