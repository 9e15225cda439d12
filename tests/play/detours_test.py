"""Calls out of a scene: a look aside and back changes nothing that it is not told to."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from game.commands.wiring import INSTRUMENTS, SPECS
from game.play.run import Run
from game.story.calendar import minutes_of
from game.story.load import load

STORY = """\
story: aside
title: Aside
about: A pair with a way to look aside.
starts: the-door
life: ana
lives: {ana: {name: Ana, starts: 2019-01-01 08:00}}
deeds: {given: something given}
"""

SYSTEM = """\
system: book
name: Book
eyes: {clerk: always}
rules: {given: {points: 1}}
"""

REST = """\
  the-window: {text: It snows., return: true}
  the-street:
    text: The street.
    go:
      - {if: next-arm(the-door) is none, to: the-end}
      - {to: the-door}
  the-end: {text: A hook., end: over}
"""
"""What stands behind the door, in both chapters."""

CHAPTER = """\
chapter: one
title: One
scenes:
  the-door:
    pair: {name: A knock, cost: a coat, benefit: somebody is warm, effort: small}
    arms:
      at-stake: {text: The clerk is here.}
      not-at-stake: {text: The clerk is out.}
    text: A knock.
    choices:
      look: {text: Look out of the window., once: true, call: the-window}
      give: {text: Give the coat., kind: true, deeds: [given], go: the-street}
      keep: {text: Keep the coat., kind: false, go: the-street}
"""


RIDE = """\
chapter: one
title: One
places: {front: The front, back: The back}
variables: {cash: 900}
deeds: {ride: {name: a ride, unit: minutes}, fare: a fare}
scenes:
  the-door:
    pair: {name: A ride, cost: a fare, benefit: somebody is met, effort: small}
    arms:
      at-stake: {text: The front., place: front}
      not-at-stake: {text: The back., place: back}
    text: A board.
    choices:
      give:
        text: Ride.
        kind: true
        play:
          route-board:
            purse: cash
            ride: ride
            pays: fare
            change: the-window
            trains: [{id: k21, name: K21, kind: K, hours: 4, fare: 3}]
        words: {departures: A., train: B., barred: C., dear: D., riding: E., on: F., leave: G.}
        outcomes: {arrived: the-street, gave-up: the-street}
      keep: {text: Stay., kind: false, go: the-street}
"""

LONG_AGO = """\
chapter: one
title: One
lives: {ben: {name: Ben, starts: 2018-06-01 08:00}}
scenes:
  the-door:
    text: You have {points(book)}.
    choices:
      remember: {text: Remember., call: the-window}
      leave: {text: Leave., end: over}
  the-window:
    life: ben
    text: Ben remembers how she gave.
    choices:
      told: {text: "Tell it.", deeds: [{given: 1, by: ana}], return: true}
"""

LATE = """\
system: book
name: Book
eyes: {clerk: {delay: 2 days}}
rules: {given: {points: 1}}
"""

FRONT = """\
system: book
name: Book
eyes: {clerk: {sees: [ride], at: [front]}}
rules: {ride: {points: 1, each: 60}}
"""


def begin(folder: Path, system: str, chapter: str) -> Run:
    for name, text in (("story", STORY), ("book", system), ("one", chapter)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return Run(load(folder, SPECS), 1, INSTRUMENTS)


@pytest.fixture
def run(tmp_path: Path) -> Run:
    return begin(tmp_path, SYSTEM, CHAPTER + REST)


def test_a_look_aside_comes_back_into_the_same_arm(run: Run) -> None:
    before = run.view().lines
    run.choose("look")
    run.choose("on")
    assert run.view().scene == "the-door"
    assert run.view().lines == before


def test_after_a_look_aside_both_arms_are_still_played(run: Run) -> None:
    told = []
    for choice in ("look", "on", "give", "on", "keep", "on"):
        told.append(run.view().scene)
        run.choose(choice)
    assert told == ["the-door", "the-window", "the-door", "the-street", "the-door", "the-street"]
    assert run.view().scene == "the-end"


def test_a_look_aside_is_no_answer_to_the_pair(run: Run) -> None:
    for choice in ("look", "on", "give"):
        run.choose(choice)
    assert [answer.choice for answer in run.answers()] == ["give"]


def test_a_scene_that_an_instrument_hosts_comes_back_into_the_same_arm(tmp_path: Path) -> None:
    run = begin(tmp_path, FRONT, RIDE + REST)
    for _ in range(2):
        place = run.view().place
        for choice in ("give", "k21", "on"):
            run.choose(choice)
        assert (run.view().kind, run.view().place) == ("instrument", place)
        for choice in ("on", "on"):
            run.choose(choice)
    assert run.view().scene == "the-end"
    # In the front both halves of the ride, two hours each, pass before the clerk; in the back,
    # none does.
    assert [record.quantity for record in run.state.books.records] == [120, 120]


def test_each_arm_offers_a_choice_anew_that_goes_after_use(run: Run) -> None:
    run.choose("look")
    run.choose("on")
    assert [option.id for option in run.view().options] == ["give", "keep"]
    run.choose("keep")
    while run.view().scene != "the-door":
        run.choose("on")
    assert "look" in [option.id for option in run.view().options]


def test_what_was_known_long_ago_is_known_when_a_call_comes_back(tmp_path: Path) -> None:
    run = begin(tmp_path, LATE, LONG_AGO)
    for choice in ("remember", "told"):
        run.choose(choice)
    assert [line.text for line in run.view().lines] == ["You have 1."]
    assert run.view().when == "Tuesday 1 January 2019, 08:00"
    assert [entry.at for entry in run.state.books.entries] == [minutes_of(datetime(2018, 6, 3, 8))]
