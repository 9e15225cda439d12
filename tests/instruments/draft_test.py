"""The draft: what may be crossed out, and what the story knows of it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.instruments.draft import Draft
from game.play.inputs import Inputs
from game.play.instruments import State, Tick
from game.play.run import Run
from game.play.saves import resume, save_text
from game.scoring.dice import FAVOURABLE
from game.story.expressions import Facts
from game.story.load import examine, load
from game.story.model import Story
from game.text.page import page

DRAFT = Draft()
SENTENCES: list[dict[str, str]] = [
    {"id": "coat", "if-set": "gave-coat", "crossed": "out-coat"},
    {"id": "school", "crossed": "out-school"},
    {"id": "rain", "if-set": "walked", "crossed": "out-rain"},
    {"id": "bread", "crossed": "out-bread"},
]
FLAGS = sorted({x[key] for x in SENTENCES for key in ("if-set", "crossed") if key in x})


def parameters(sentences: object = SENTENCES, most: int = 2) -> Mapping[str, object]:
    return {"most": most, "sentences": sentences}


def checked(sentences: object, most: int = 2) -> str | None:
    check = DRAFT.spec.check
    assert check is not None
    return check(parameters(sentences, most))


def start(*true: str, most: int = 2) -> State:
    facts = SimpleNamespace(variables={flag: flag in true for flag in FLAGS})
    return DRAFT.start(parameters(most=most), cast(Facts, facts), FAVOURABLE)


def moves(state: State) -> list[str]:
    return [move.id for move in DRAFT.moves(state)]


def struck(state: State) -> set[str]:
    return {said.key for said in DRAFT.view(state) if said.struck}


# --- the rules -------------------------------------------------------------------------------


def test_a_sentence_that_hangs_on_something_is_on_the_page_only_if_that_is_so() -> None:
    assert moves(start()) == ["school", "bread", "done"]
    assert moves(start("gave-coat")) == ["coat", "school", "bread", "done"]
    assert [said.key for said in DRAFT.view(start("walked"))] == ["page", "school", "rain", "bread"]


def test_what_is_crossed_out_stays_on_the_page_and_cannot_be_crossed_out_again() -> None:
    step = DRAFT.step(start("gave-coat"), "coat")
    assert step.sets == (("out-coat", True),) and step.outcome is None
    assert struck(step.state) == {"coat"} and moves(step.state) == ["school", "bread", "done"]


def test_when_as_many_are_crossed_out_as_may_be_one_can_only_be_done() -> None:
    state = DRAFT.step(DRAFT.step(start("gave-coat"), "coat").state, "bread").state
    assert moves(state) == ["done"]
    assert DRAFT.step(state, "done").outcome == "done"


def test_the_words_may_say_how_many_are_left() -> None:
    state = start()
    left = [DRAFT.view(state)[0].values["left"]]
    for id in ("school", "bread"):
        state = DRAFT.step(state, id).state
        left.append(DRAFT.view(state)[0].values["left"])
    assert left == [2, 1, 0]
    # Of two sentences, no more than two can go.
    assert DRAFT.view(start(most=9))[0].values["left"] == 2


def test_what_was_crossed_out_before_still_is_and_counts() -> None:
    state = start("out-bread", most=1)
    assert struck(state) == {"bread"} and moves(state) == ["done"]
    assert moves(start("out-bread", "out-school", most=1)) == ["done"]


def test_time_does_nothing_to_it() -> None:
    step = DRAFT.step(start(), Tick())
    assert step.state == start() and not step.sets and step.outcome is None


@given(
    st.sets(st.sampled_from(FLAGS)),
    st.integers(1, 5),
    st.lists(st.integers(0, 9), max_size=12),
)
def test_never_too_many_and_exactly_what_is_struck_is_known(
    true: set[str], most: int, picks: list[int]
) -> None:
    variables = {flag: flag in true for flag in FLAGS}
    state = start(*true, most=most)
    before = len(struck(state))
    for pick in picks:
        offered = moves(state)
        assert offered[-1] == "done"
        kept = json.dumps(state)
        step = DRAFT.step(state, offered[pick % len(offered)])
        assert json.dumps(state) == kept
        assert DRAFT.step(json.loads(kept), offered[pick % len(offered)]) == step
        assert struck(state) <= struck(step.state)
        state, outcome = step.state, step.outcome
        variables |= dict(step.sets)
        if outcome is not None:
            break
    on_page = {said.key for said in DRAFT.view(state)[1:]}
    assert len(struck(state)) <= max(most, before)
    known = {x["id"] for x in SENTENCES if variables[x["crossed"]]}
    assert struck(state) == known & on_page


@pytest.mark.parametrize("true", [(), FLAGS, ("gave-coat", "walked"), ("out-school", "out-bread")])
@pytest.mark.parametrize("name", ["good", "careless", "leaver"])
def test_probes_take_open_moves_and_come_to_an_end(name: str, true: tuple[str, ...]) -> None:
    state, outcome = start(*true), None
    for _ in range(3):
        move = DRAFT.probes()[name](state)
        assert move in moves(state)
        step = DRAFT.step(state, move)
        state, outcome = step.state, step.outcome
        if outcome is not None:
            break
    assert outcome in DRAFT.spec.outcomes


# --- what authors write ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"id": "done"}, "done is taken"),
        ({"id": "undo"}, "undo is taken"),
        ({"id": "school"}, "school is taken"),
        ({"id": ""}, "Sentence 3 needs id"),
        ({"id": 4}, "Sentence 3 needs id"),
        ({"id": "The coat"}, "small letters"),
        ({"crossed": True}, "crossed of coat is a variable"),
        ({"if-set": 1}, "if-set of coat is a variable"),
        ({"crossed": "out-bread"}, "out-bread belongs to another sentence"),
        ({"ifset": "walked"}, "Did you mean if-set?"),
    ],
)
def test_a_wrong_sentence_is_named(change: dict[str, Any], part: str) -> None:
    assert part in (checked([SENTENCES[1], SENTENCES[3], {**SENTENCES[0], **change}]) or "")


def test_a_draft_needs_sentences_and_a_number_that_may_go() -> None:
    assert checked(SENTENCES) is None
    assert checked([]) is not None
    assert checked(["coat"]) is not None
    assert "crossed" in (checked([{"id": "coat"}]) or "")
    assert "most" in (checked(SENTENCES, 0) or "")
    assert checked([{"id": f"s{n}", "crossed": f"c{n}"} for n in range(31)]) is not None


CHAPTER = """\
chapter: one
title: One
scenes:
  yard:
    text: The yard.
    choices:
      wait: {text: Wait., set: {walked: true, days: days + 1}, go: yard}
      write:
        text: Write it down.
        play:
          draft:
            most: 1
            sentences:
              - {id: coat, if-set: gave-coat, crossed: out-coat}
              - {id: school, crossed: out-school}
              - {id: rain, if-set: walked, crossed: out-rain}
        words:
          page: "{if left == 0}That is that.{else}{left} {plural left: line | lines} may go.{end}"
          cross: "Cross out: {sentence}"
          done: Hand it in.
          coat: The two had one coat.
          school: "ben: We had a *school*{card made-up}."
          rain: It rained for {days} days.
        outcomes: {done: end}
  end:
    text: "{if out-school}No school.{end} {if out-rain}No rain.{end} {if out-coat}No coat.{end}"
    choices:
      back-again: {text: Again., set: {gave-coat: true}, go: yard}
      stop: {text: Stop., end: over}
"""
HEAD = """\
story: small
title: Small
starts: yard
life: ana
people: {ben: Ben}
lives: {ana: {name: Ana, starts: 2019-01-10 12:00}}
variables:
  days: 2
  gave-coat: false
  walked: false
  out-coat: false
  out-school: false
  out-rain: false
cards: {made-up: {kind: fiction, says: The school is made up.}}
"""
INSTRUMENTS = {"draft": DRAFT}
SPECS = {"draft": Draft.spec}


def written(folder: Path, chapter: str = CHAPTER) -> Path:
    (folder / "story.yaml").write_text(HEAD, encoding="utf-8")
    (folder / "one.yaml").write_text(chapter, encoding="utf-8")
    return folder


@pytest.fixture
def story(tmp_path: Path) -> Story:
    return load(written(tmp_path), SPECS)


def play(story: Story, *choices: str, shown: bool = True) -> Run:
    run = Run(story, 1, INSTRUMENTS, Inputs(shown))
    for choice in choices:
        run.choose(choice)
    return run


def told(run: Run) -> list[str]:
    return [line for line in page(run.view(), run.story.people) if line][2:]


def test_the_page_is_read_out_with_what_is_crossed_out(story: Story) -> None:
    run = play(story, "wait", "write")
    assert told(run) == [
        "1 line may go.",
        "Ben: We had a ‘school’△.",
        "It rained for 3 days.",
        "1. Cross out: We had a ‘school’△.",
        "2. Cross out: It rained for 3 days.",
        "3. Hand it in.",
    ]
    run.choose("school")
    assert told(run) == [
        "That is that.",
        "Ben: [crossed out] We had a ‘school’△.",
        "It rained for 3 days.",
        "1. Hand it in.",
    ]
    run.choose("done")
    assert [line.text for line in run.view().lines] == ["No school."]


def test_its_lines_stand_in_the_log_and_once_more_when_they_are_crossed_out(story: Story) -> None:
    run = play(story, "wait", "write", "school", "done")
    draft = [said for said in run.log if said.kind == "line"][2:-1]
    assert [(said.speaker, said.text, said.struck) for said in draft] == [
        ("ben", "We had a *school*△.", False),
        (None, "It rained for 3 days.", False),
        ("ben", "We had a *school*△.", True),
    ]


def test_what_a_word_is_not_told_is_a_dash(tmp_path: Path) -> None:
    chapter = CHAPTER.replace("done: Hand it in.", 'done: "Hand it in. {sentence}"')
    run = play(load(written(tmp_path, chapter), SPECS), "write")
    assert run.view().options[-1].text == "Hand it in. –"


def test_where_the_score_is_hidden_a_line_hides_its_own_figures_only(tmp_path: Path) -> None:
    proud = CHAPTER.replace("walked: true", 'walked: "points(book) > 0"')
    proud = proud.replace("had one coat.", "had {points(book)} coats.")
    folder = written(tmp_path, proud)
    (folder / "book.yaml").write_text("system: book\nname: Book\nstarts_at: 4\n", encoding="utf-8")
    (folder / "story.yaml").write_text(HEAD.replace("gave-coat: false", "gave-coat: true"))
    for shown, coats in ((True, "4"), (False, "–")):
        run = play(load(folder, SPECS), "wait", "write", shown=shown)
        assert [option.text for option in run.view().options][::2] == [
            f"Cross out: The two had {coats} coats.",
            "Cross out: It rained for 3 days.",
        ]


def test_undo_takes_a_line_back_and_a_save_inside_keeps_it(story: Story) -> None:
    run = play(story, "wait", "write", "rain")
    again = resume(story, save_text(run), INSTRUMENTS)
    assert again.told is None
    assert again.run.view().kept() == run.view().kept()
    assert again.run.undo()
    assert [option.id for option in again.run.view().options] == ["school", "rain", "done"]
    assert again.run.state.variables["out-rain"] is False
    again.run.choose("school")
    again.run.choose("done")
    assert [line.text for line in again.run.view().lines] == ["No school."]


def test_a_draft_that_is_opened_again_is_as_it_was_left(story: Story) -> None:
    run = play(story, "wait", "write", "rain", "done", "back-again", "write")
    assert [(told.key, told.struck) for told in run.view().told[1:]] == [
        ("coat", False),
        ("school", False),
        ("rain", True),
    ]
    assert [option.id for option in run.view().options] == ["done"]


@pytest.mark.parametrize(
    ("old", "new", "part"),
    [
        ("crossed: out-coat", "crossed: days", "days is a number; draft needs a variable"),
        ("if-set: gave-coat", "if-set: gave-cot", "Did you mean gave-coat?"),
        ("          coat: The two", "          cot: The two", "has no key cot"),
        ("id: coat,", "id: page,", "page is a word of draft itself"),
        ("most: 1", "most: 0", "most is a number from 1 to 30"),
        ('cross: "Cross out: {sentence}"', 'cross: "{sentense}"', "Did you mean sentence?"),
    ],
)
def test_a_slip_is_told(tmp_path: Path, old: str, new: str, part: str) -> None:
    assert [str(one) for one in examine(written(tmp_path), SPECS).diagnostics] == []
    assert old in CHAPTER
    found = examine(written(tmp_path, CHAPTER.replace(old, new)), SPECS).diagnostics
    assert any(part in str(one) for one in found), [str(one) for one in found]
