"""What comes of an instrument: what is set when it is over, and what is told of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.mirror import pairs
from game.play import untimed
from game.play.instruments import Said, State
from game.play.run import Run
from game.play.saves import resume, save_text
from game.play.view import Aftermath, Change
from game.story.load import examine
from game.story.model import AT_STAKE, NOT_AT_STAKE
from tests.play.letter import Letter, letter
from tests.play.small import INSTRUMENTS, SPECS, SYSTEM, begin, small, texts

RULES = ("rules: {", "rules: {stroll: {points: 3}, ")
TELLING = (
    "{read: street,",
    "{read: {go: street, set: {coins: coins + 5}, sees: 1 page, misses: What Ben meant.},",
)
READ = Aftermath("", "1 page", "What Ben meant.", (Change("book", "Book", 3),))


def opened(folder: Path, *changes: tuple[str, str], shown: bool = True, seen: bool = True) -> Run:
    system = SYSTEM.replace(*RULES)
    if not seen:
        system = system.replace("always", "{at: [there]}")
    return begin(small(folder, letter(TELLING, *changes), system), "open", shown=shown)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return opened(tmp_path)


def test_what_the_score_sees_and_misses_is_told_when_it_is_over(run: Run) -> None:
    run.choose("turn")
    run.tick(4)
    assert run.view().aftermath is None
    run.tick(1)
    assert run.view().scene == "street"
    assert run.view().aftermath == READ
    assert [(said.kind, said.text) for said in run.log] == [
        ("line", "The yard."),
        ("choice", "Open the letter."),
        ("sees", "1 page"),
        ("misses", "What Ben meant."),
        ("line", "The street."),
    ]


def test_it_is_the_same_when_nobody_measures_time_and_after_a_save(run: Run) -> None:
    untimed.choose(run, "turn")
    assert run.view().aftermath == READ
    again = resume(run.story, save_text(run), INSTRUMENTS).run
    assert (again.view(), list(again.log)) == (run.view(), list(run.log))
    assert again.undo()
    assert again.view().aftermath is None
    assert again.redo()
    assert again.view().aftermath == READ


def test_an_outcome_that_says_nothing_tells_of_nothing(run: Run) -> None:
    run.choose("leave")
    assert run.view().aftermath is None
    assert [said.kind for said in run.log] == ["line", "choice", "line"]


def test_what_leaves_no_record_is_not_seen(tmp_path: Path) -> None:
    run = opened(tmp_path, seen=False)
    untimed.choose(run, "turn")
    assert run.view().aftermath == Aftermath("", None, "What Ben meant.", (), seen_nothing=True)


def test_where_the_score_is_hidden_nothing_of_it_is_told(tmp_path: Path) -> None:
    run = opened(tmp_path, shown=False)
    untimed.choose(run, "turn")
    assert run.view().aftermath == Aftermath("", None, None, ())
    assert [said.kind for said in run.log] == ["line", "choice", "line"]


def test_what_is_told_can_show_the_last_values_of_the_instrument_and_what_was_set(
    tmp_path: Path,
) -> None:
    says = 'sees: "{ticks} ticks, {coins} coins, {clock}"'
    run = opened(tmp_path, ("sees: 1 page", says))
    run.choose("turn")
    run.tick(5)
    after = run.view().aftermath
    assert after is not None and after.sees == "5 ticks, 5 coins, 12:01"


def test_a_value_that_differs_from_part_to_part_is_not_told(tmp_path: Path) -> None:
    class Numbered(Letter):
        def view(self, state: State) -> tuple[Said, ...]:
            parts = enumerate(super().view(state))
            return tuple(replace(part, values={"ticks": number}) for number, part in parts)

    story = small(tmp_path, letter(TELLING, ("1 page", '"{ticks}"')), SYSTEM.replace(*RULES))
    run = Run(story, 1, {**INSTRUMENTS, "letter": Numbered()})
    run.choose("open")
    untimed.choose(run, "turn")
    after = run.view().aftermath
    assert after is not None and after.sees == "–"


def test_a_variable_is_set_when_it_is_over_so_that_its_way_can_ask(tmp_path: Path) -> None:
    asks = "go: [{if: coins == 5, to: gate}, {to: street}], set"
    run = opened(tmp_path, ("go: street, set", asks))
    assert run.state.variables["coins"] == 0
    untimed.choose(run, "turn")
    assert (run.view().scene, run.state.variables["coins"]) == ("gate", 5)


def test_a_figure_of_the_score_stays_hidden_when_an_outcome_sets_it(tmp_path: Path) -> None:
    run = opened(
        tmp_path,
        ("coins + 5", "points(book)"),
        ("text: The street.", 'text: "{coins}"'),
        shown=False,
    )
    untimed.choose(run, "turn")
    assert texts(run) == ["–"]


@pytest.mark.parametrize(
    ("says", "told"), [("", None), ("sees: an open letter,", "an open letter")]
)
def test_a_choice_that_opens_it_is_told_of_only_in_its_own_words(
    tmp_path: Path, says: str, told: str | None
) -> None:
    does = f"text: Open the letter.\n      deeds: [good]\n      {says.replace(',', '')}"
    run = opened(tmp_path, ("text: Open the letter.", does.rstrip()))
    after = run.view().aftermath
    assert (after and after.sees) == told
    assert run.view().scores[0].change == 2


def test_a_pair_is_worth_what_its_good_player_gets(tmp_path: Path) -> None:
    scenes = letter(
        ("yard:\n  text: The yard.", PAIR),
        ("open:\n      text", "open:\n      kind: true\n      text"),
        ("street: {", "  close: {text: Close it., kind: false, go: yard}\nstreet: {"),
        TELLING,
    ).replace("  close", "    close")
    run = begin(small(tmp_path, scenes, SYSTEM.replace(*RULES).replace("always", EYE)), "open")
    untimed.choose(run, "leave")
    (row,) = pairs.rows(run)
    assert list(filter(None, row.answers.values())) == ["open"]
    arm = next(arm for arm, answer in row.answers.items() if answer)
    assert row.rewards[arm] == {"open": 3 if arm == AT_STAKE else 0, "close": 0}
    assert not row.rewards[NOT_AT_STAKE if arm == AT_STAKE else AT_STAKE]


EYE = "{at: [here]}"
PAIR = """\
yard:
  pair: {name: A letter, cost: time, benefit: somebody is read, effort: small}
  text: The yard.
  arms:
    at-stake: {place: here}
    not-at-stake: {place: there}"""


EACH = (
    "{read: street, answered: gate, left: yard}",
    "{read: {go: street, sees: 1 page}, answered: {go: gate, sees: a call},"
    " left: {go: yard, misses: the rest}}",
)


# --- the checker ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (TELLING, "scored for stroll"),
        (EACH, ""),
        (("{read: street,", "{read: {go: street, mises: x},"), "Did you mean misses?"),
        (("{read: street,", "{read: {go: street, misses: '{tiks}'},"), "Did you mean ticks?"),
        (("{read: street,", "{read: {go: street, set: {coin: 1}},"), "Did you mean coins?"),
        (("{read: street,", "{read: {sees: 1 page},"), "The outcome read leads nowhere."),
    ],
)  # fmt: skip
def test_outcomes_are_checked_like_choices(
    tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    small(tmp_path, letter(), SYSTEM.replace(*RULES))
    (tmp_path / "one.yaml").write_text(
        "chapter: one\ntitle: One\nscenes:\n"
        + "".join(f"  {line}\n" for line in letter(change).splitlines()),
        encoding="utf-8",
    )
    wanted = ("S141", "S020", "S040", "S060", "S070")
    found = [str(one) for one in examine(tmp_path, SPECS).diagnostics if one.code in wanted]
    assert len(found) == (told != ""), found
    assert told in "".join(found)
