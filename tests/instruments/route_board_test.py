"""The route board: what is sold to whom, and how a journey goes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any, cast

import pytest

from game.instruments.route_board import RouteBoard
from game.play.instruments import State, Tick
from game.scoring.dice import FAVOURABLE
from game.story.expressions import Facts

TRAINS: list[dict[str, str | int]] = [
    {"id": "g71", "name": "G71", "kind": "G", "hours": 9, "fare": 850, "open": "court-list"},
    {"id": "d930", "name": "D930", "kind": "D", "hours": 15, "fare": 600},
    {"id": "k21", "name": "K21", "kind": "K", "hours": 31, "fare": 230},
]


def parameters(trains: object = TRAINS) -> Mapping[str, object]:
    return {"purse": "cash", "ride": "ride", "pays": "fare", "change": "berth", "trains": trains}


def checked(trains: object) -> str | None:
    check = RouteBoard().spec.check
    assert check is not None
    return check(parameters(trains))


def start(cash: int = 9000, listed: bool = False) -> State:
    facts = SimpleNamespace(variables={"cash": cash}, listed=lambda system, holder: listed)
    return RouteBoard().start(parameters(), cast(Facts, facts), FAVOURABLE)


def offers(state: State) -> dict[str, str | None]:
    return {m.id: None if m.open else m.reason_key for m in RouteBoard().moves(state)}


def test_a_listed_player_is_refused_the_fast_train_and_told_why() -> None:
    assert offers(start(listed=True)) == {"g71": "barred", "d930": None, "k21": None, "leave": None}


def test_a_poor_player_is_told_the_price() -> None:
    assert offers(start(cash=599)) == {"g71": "dear", "d930": "dear", "k21": None, "leave": None}
    assert offers(start(cash=600))["d930"] is None


def test_being_barred_is_said_before_being_poor() -> None:
    assert offers(start(cash=0, listed=True))["g71"] == "barred"


def test_with_no_train_at_all_one_can_still_leave() -> None:
    state = start(cash=0)
    assert [move.id for move in RouteBoard().moves(state) if move.open] == ["leave"]


def test_a_journey_pays_once_rides_its_hours_and_hosts_the_change() -> None:
    board = RouteBoard()
    first = board.step(start(), "d930")
    assert first.visit == "berth" and first.outcome is None
    assert offers(first.state) == {"on": None, "leave": None}
    second = board.step(first.state, "on")
    assert second.outcome == "arrived"
    deeds = [(deed.kind, deed.quantity) for deed in first.deeds + second.deeds]
    assert deeds == [("fare", 600), ("ride", 450), ("ride", 450)]


def test_an_odd_number_of_minutes_is_not_lost() -> None:
    board = RouteBoard()
    first = board.step(start(), "k21")
    rides = first.deeds[1:] + board.step(first.state, "on").deeds
    assert sum(deed.quantity for deed in rides) == 31 * 60


def test_leaving_ends_it_in_the_hall_and_on_the_train() -> None:
    board = RouteBoard()
    assert board.step(start(), "leave").outcome == "gave-up"
    assert board.step(board.step(start(), "k21").state, "leave").outcome == "gave-up"


def test_the_view_lists_departures_then_the_hours_to_go() -> None:
    board = RouteBoard()
    state = start(listed=True)
    assert [said.key for said in board.view(state)] == ["departures", "barred", "train", "train"]
    [said] = board.view(board.step(state, "k21").state)
    assert (said.key, said.values["name"], said.values["hours"]) == ("riding", "K21", 16)


def test_time_does_nothing_to_it() -> None:
    state = start()
    step = RouteBoard().step(state, Tick())
    assert step.state == state and not step.deeds and step.outcome is None


def test_the_state_survives_json_and_steps_leave_it_as_it_was() -> None:
    board = RouteBoard()
    state = start(listed=True)
    kept = json.dumps(state)
    again = json.loads(kept)
    assert board.step(again, "k21") == board.step(state, "k21")
    assert json.dumps(state) == kept


def test_every_word_that_is_used_is_declared() -> None:
    board = RouteBoard()
    for state in (start(), start(0), start(0, True), board.step(start(), "k21").state):
        keys = {said.key for said in board.view(state)}
        for move in board.moves(state):
            keys |= {move.key} | ({move.reason_key} if move.reason_key else set())
        assert keys <= set(board.spec.words)


@pytest.mark.parametrize("cash", [0, 300, 9000])
@pytest.mark.parametrize("listed", [False, True])
@pytest.mark.parametrize("name", ["good", "careless", "leaver"])
def test_probes_take_open_moves_and_come_to_an_end(name: str, listed: bool, cash: int) -> None:
    board = RouteBoard()
    state, outcome = start(cash, listed), None
    for _ in range(3):
        move = board.probes()[name](state)
        assert move in [offer.id for offer in board.moves(state) if offer.open]
        step = board.step(state, move)
        state, outcome = step.state, step.outcome
        if outcome is not None:
            break
    assert outcome in board.spec.outcomes


def test_the_good_player_takes_the_quickest_that_is_sold() -> None:
    assert RouteBoard().probes()["good"](start()) == "g71"
    assert RouteBoard().probes()["good"](start(listed=True)) == "d930"


@pytest.mark.parametrize(
    ("change", "part"),
    [
        ({"hours": 0}, "hours"),
        ({"hours": 241}, "240"),
        ({"hours": True}, "hours"),
        ({"fare": "cheap"}, "fare"),
        ({"fare": 0}, "fare"),
        ({"fare": 1_000_001}, "1,000,000"),
        ({"kind": "X"}, "kind"),
        ({"id": "leave"}, "leave"),
        ({"id": "undo"}, "undo"),
        ({"id": ""}, "id"),
        ({"open": 4}, "open"),
    ],
)
def test_a_wrong_train_is_named(change: dict[str, Any], part: str) -> None:
    problem = checked([{**TRAINS[2], **change}])
    assert problem is not None and part in problem


def test_a_board_needs_trains_with_ids_of_their_own() -> None:
    assert checked(TRAINS) is None
    assert checked([]) is not None
    assert checked(["k21"]) is not None
    assert "k21" in (checked([TRAINS[2], TRAINS[2]]) or "")


def test_the_checker_learns_what_is_visited_and_named() -> None:
    spec = RouteBoard().spec
    assert spec.scenes is not None and list(spec.scenes(parameters())) == ["berth"]
    assert spec.mentions is not None
    assert list(spec.mentions(parameters())) == [
        ("number", "cash"),
        ("deed", "ride"),
        ("deed", "fare"),
        ("system", "court-list"),
    ]


def test_every_value_that_is_shown_is_declared() -> None:
    board = RouteBoard()
    for state in (start(), board.step(start(), "k21").state):
        shown = [said.values for said in board.view(state)]
        shown += [move.values for move in board.moves(state)]
        assert {name for values in shown for name in values} <= set(board.spec.values)
