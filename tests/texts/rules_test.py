"""Each rule finds what breaks it, at its place, in a story that was made for that."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.commands.wiring import SPECS
from game.story.load import examine, load
from game.story.model import Card
from tests.stories import write_story
from tests.texts import rules
from tests.texts.reading import Texts
from tests.texts.runs import kept, runs

HEAD = """\
story: small
title: Small
about: For tests.
starts: a
life: mei
people: {mei: Mei}
lives: {mei: {name: Mei, starts: 2019-03-04 08:50}}
variables: {late: false, coins: 3}
deeds: {pay: paid, sing: {name: sung, unit: minutes}, hide: hidden}
cards:
  fines: {kind: research, says: "A late book costs ten cents.", source: The notice}
  made-up: {kind: fiction, says: Made up.}
"""
SYSTEM = """\
system: lamp
name: Lamp
eyes: {app: {sees: [pay, sing]}}
rules: {pay: {points: 2}}
"""
BOARD = """\
    choices:
      board:
        text: Look at the board.
        play:
          route-board:
            purse: coins
            ride: sing
            pays: hide
            change: b
            trains: [{id: local, name: The local, kind: K, hours: 6, fare: 40}]
        words: {departures: Nine trains., train: T, barred: B, dear: D, riding: R, on: S, leave: L}
        outcomes: {arrived: b, gave-up: b}
  b: {text: Eggs., return: true}
"""
CHAPTER = """\
chapter: one
title: One
content: none
scenes:
  a:
    text: |
"""
STRIP = """\
    choices:
      open:
        text: Open it.
        play: {reading-strip: {minutes: 4, pages: [one, two], reads: sing}}
        words: {one: One., two: Two., scroll: S, leave: L}
        outcomes: {read: b, left: {go: b, sees: an article, misses: a tree}}
  b: {text: Home., end: over}
"""
END = "    choices: {stop: {text: Stop., end: over}}\n"


def found(rule: rules.Rule, folder: Path, text: str, choices: str = END) -> list[str]:
    """What the rule finds in a story with this text, whose first line is line 7 of one.yaml."""
    lines = "".join(f"      {line}\n" if line else "\n" for line in text.split("\n"))
    files = {"story.yaml": HEAD, "lamp.yaml": SYSTEM, "one.yaml": CHAPTER + lines + choices}
    story = load(write_story(folder, files), SPECS)
    return rule(Texts(folder, story), story)


# --- figures -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("He waits forty seconds.", "forty seconds"),
        ("Forty. Nobody comes.", "Forty"),
        ("There are ninety million people.", "ninety million people"),
        ("At twenty-three he left.", "twenty-three he"),
        ("A forty-year-old bus.", "forty-year-old bus"),
        ("At seven o’clock it rings.", "seven o’clock"),
        ("He is 52.", "52."),
        ("It is 20:07 now.", "20:07 now"),
        ("On 28 March it ends.", "28 March"),
        ("mei: I have two, I think.", "two"),
    ],
)
def test_a_figure_without_a_card_is_found(tmp_path: Path, text: str, figure: str) -> None:
    assert found(rules.figures, tmp_path, text) == [f"one.yaml:7: {figure}"]


@pytest.mark.parametrize(
    "text",
    [
        "He waits forty seconds.{card fines}",
        "A card.{card fines} Then forty more words.",
        "The bus {302} comes.",
        "You have {coins} left, and {coins} {plural coins: coin | coins}.",
        "The twenty-first, the second, the third, the 2nd.",
        "One came, once, half asleep.",
        "One or two came.",
        "{if late}Forty seconds.{card fines}{else}It is early.{end}",
    ],
)
def test_a_figure_that_needs_no_other_card_is_not(tmp_path: Path, text: str) -> None:
    assert found(rules.figures, tmp_path, text) == []


def test_a_card_of_another_branch_or_paragraph_explains_nothing(tmp_path: Path) -> None:
    text = "Ten cents.{card fines}\n\n{if late}Forty\ncents.{else}All of it.{card fines}{end}"
    assert found(rules.figures, tmp_path, text) == ["one.yaml:9: Forty cents"]


def test_a_card_of_the_scene_alone_explains_nothing(tmp_path: Path) -> None:
    choices = "    cards: [fines]\n" + END
    assert found(rules.figures, tmp_path, "Ten cents.", choices) == ["one.yaml:7: Ten cents"]


def test_figures_are_found_wherever_a_text_stands(tmp_path: Path) -> None:
    choices = """\
    choices:
      pay:
        text: Pay forty cents.
        deeds: [pay]
        needs: coins > 2
        reason: It costs fifty.
        sees: sixty cents
        misses: "{if late}seventy years{end}"
        end: over
"""
    assert found(rules.figures, tmp_path, "Hello.", choices) == [
        "one.yaml:10: forty cents",
        "one.yaml:13: fifty",
        "one.yaml:14: sixty cents",
        "one.yaml:15: seventy years",
    ]


def test_a_title_may_have_any_number(tmp_path: Path) -> None:
    title = "    title: Five minutes\n" + END
    assert found(rules.figures, tmp_path, "Five minutes.", title) == ["one.yaml:7: Five minutes"]


def test_figures_are_found_in_fields_and_instruments(tmp_path: Path) -> None:
    field = "    field: {label: Both names, emptied: [Gone., Gone fifty times.]}\n"
    assert found(rules.figures, tmp_path / "a", "Hello.", field + END) == [
        "one.yaml:8: fifty times"
    ]
    assert found(rules.figures, tmp_path / "b", "Hello.", BOARD) == ["one.yaml:18: Nine trains"]


# --- sees and misses ---------------------------------------------------------------------------


def choice(told: str, deed: str = "pay") -> str:
    return f"    choices: {{do: {{text: Do it., deeds: [{deed}], {told} end: over}}}}\n"


@pytest.mark.parametrize(
    ("told", "missing"),
    [
        ("", ["sees", "misses"]),
        ("sees: paid,", ["misses"]),
        ("misses: why,", ["sees"]),
        ("sees: paid, misses: why,", []),
    ],
)
def test_a_choice_that_is_recorded_says_both(tmp_path: Path, told: str, missing: list[str]) -> None:
    expected = [f"one.yaml:8: do has no {one}" for one in missing]
    assert found(rules.unsaid, tmp_path, "Hello.", choice(told)) == expected


def test_what_an_eye_sees_is_recorded_though_no_rule_scores_it(tmp_path: Path) -> None:
    assert len(found(rules.unsaid, tmp_path, "Hello.", choice("", "sing"))) == 2


def test_what_no_eye_sees_needs_nothing(tmp_path: Path) -> None:
    assert found(rules.unsaid, tmp_path, "Hello.", choice("", "hide")) == []


def test_what_an_instrument_tells_is_recorded(tmp_path: Path) -> None:
    assert len(found(rules.unsaid, tmp_path / "a", "Hello.", BOARD)) == 2
    told = BOARD.replace(
        "        play:", "        sees: a ride\n        misses: why\n        play:"
    )
    assert found(rules.unsaid, tmp_path / "b", "Hello.", told) == []
    assert len(found(rules.unsaid, tmp_path / "d", "Hello.", STRIP)) == 2
    unseen = BOARD.replace("ride: sing", "ride: hide")
    assert found(rules.unsaid, tmp_path / "c", "Hello.", unseen) == []


def test_both_may_be_said_by_each_outcome(tmp_path: Path) -> None:
    one = BOARD.replace("arrived: b", "arrived: {go: b, sees: six hours, misses: eggs}")
    assert found(rules.unsaid, tmp_path / "a", "Hello.", one) == [
        "one.yaml:9: board has no sees",
        "one.yaml:9: board has no misses",
    ]
    both = one.replace("gave-up: b", "gave-up: {go: b, sees: nothing, misses: the sea}")
    assert found(rules.unsaid, tmp_path / "b", "Hello.", both) == []
    assert "one.yaml:19: six hours" in found(rules.figures, tmp_path / "c", "Hello.", both)


def test_every_answer_of_a_pair_says_both(tmp_path: Path) -> None:
    choices = """\
    pair: {name: Twice, cost: a day, benefit: help, effort: small}
    arms:
      at-stake: {at: 2019-03-04 09:00}
      not-at-stake: {at: 2019-03-04 10:00}
    choices:
      go: {text: Go., deeds: [hide], sees: nothing, end: over}
      aside: {text: Look up., call: b}
  b: {text: A lamp., return: true}
"""
    assert found(rules.unsaid, tmp_path, "Hello.", choices) == ["one.yaml:13: go has no misses"]


# --- sources -----------------------------------------------------------------------------------


def test_a_card_without_a_source_is_found(tmp_path: Path) -> None:
    files = {"story.yaml": HEAD, "lamp.yaml": SYSTEM, "one.yaml": f"{CHAPTER}      Hello.\n{END}"}
    story = load(write_story(tmp_path, files), SPECS)
    bare = {id: Card(id, card.kind, card.text, " ") for id, card in story.cards.items()}
    object.__setattr__(story, "cards", bare)
    assert rules.without_source(Texts(tmp_path, story), story) == ["story.yaml:11: fines"]


def test_the_checker_refuses_a_fact_without_a_source(tmp_path: Path) -> None:
    head = HEAD.replace(", source: The notice", "")
    files = {"story.yaml": head, "one.yaml": f"{CHAPTER}      Hello.\n{END}"}
    codes = [one.code for one in examine(write_story(tmp_path, files)).diagnostics]
    assert "S021" in codes


# --- sentences ---------------------------------------------------------------------------------


def words(count: int) -> str:
    return " ".join(["word"] * count)


@pytest.mark.parametrize(
    "text",
    [
        f"Here {words(40)}.",
        f"Mr {words(20)}, Mrs. Yu {words(20)}.",
        f"{words(20)} – {words(20)} — {words(3)}.",
        f"“Go!” she said, {words(38)}.",
        f"Short. Short{{if late}}, {words(40)}{{else}}, {words(3)}{{end}}. Short.",
    ],
)
def test_a_sentence_over_forty_words_is_found(tmp_path: Path, text: str) -> None:
    (one,) = found(rules.long_sentences, tmp_path, text)
    assert one.startswith("one.yaml:7: ")


@pytest.mark.parametrize(
    "text",
    [
        f"Here {words(39)}.",
        f"{words(30)}. Then {words(30)}.",
        f"{words(30)}… “{words(2).capitalize()} {words(28)}.” And {words(20)}?",
        f"{words(30)}{{if late}}. Late {words(30)}{{else}}. Then {words(30)}{{end}}.",
        f"{words(30)}\n\n{words(30)}",
    ],
)
def test_shorter_ones_are_told_apart(tmp_path: Path, text: str) -> None:
    assert found(rules.long_sentences, tmp_path, text) == []


# --- words of others ---------------------------------------------------------------------------

THEIRS = "The quick brown fox’s cub jumps over nine lazy dogs."
DIGESTS = frozenset(run.digest for run in runs(THEIRS))


def test_eight_words_in_a_row_are_found_in_any_case_and_with_any_marks(tmp_path: Path) -> None:
    def rule(texts: Texts, story: rules.Story) -> list[str]:
        return rules.borrowed(texts, story, DIGESTS)

    taken = "Quick, {if late}*brown*{else}green{end} fox's\ncub; jumps over nine lazy…"
    text = f"It rains.\n\nThe {taken}"
    assert [one.split(": ")[0] for one in found(rule, tmp_path / "a", text)] == [
        "one.yaml:9",
        "one.yaml:9",
    ]
    assert found(rule, tmp_path / "b", "The quick brown fox’s cub jumps over ten lazy dogs.") == []


def test_words_of_others_are_found_on_cards_and_in_titles(tmp_path: Path) -> None:
    for at, old in enumerate(("Made up.", "Small", "Mei, starts")):
        new = f"{THEIRS[:-1]}, starts" if "starts" in old else THEIRS
        files = {
            "story.yaml": HEAD.replace(f": {old}", f": {new}", 1),
            "lamp.yaml": SYSTEM,
            "one.yaml": f"{CHAPTER}      Hello.\n{END}",
        }
        folder = write_story(tmp_path / str(at), files)
        story = load(folder, SPECS)
        assert rules.borrowed(Texts(folder, story), story, DIGESTS), old


def test_the_digests_are_there() -> None:
    digests = kept()
    assert len(digests) > 1_000
    assert {len(one) for one in digests} == {10}
