"""The route board: departures, of which some are not sold to whom a list names.

The player picks a train, is visited by a scene half way (where one changes), and goes on
to the end or turns round. What the journey costs in yuan and minutes is told as deeds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from game.play.instruments import Move, Said, State, Step, Tick, Values
from game.scoring.dice import Dice
from game.story.effects import DeedSpec
from game.story.expressions import Facts
from game.story.instruments import InstrumentSpec
from game.story.reserved import COMMANDS, WAYS_ON

ARRIVED = "arrived"
GAVE_UP = "gave-up"
ON = "on"
LEAVE = "leave"
KINDS = ("G", "D", "K")
MOST = {"hours": 240, "fare": 1_000_000}
SHOWN = ("name", "kind", "hours", "fare", "purse")
"""What the author's words may show of a train."""

Train = Mapping[str, str | int]


def _check(parameters: Mapping[str, object]) -> str | None:
    """What is wrong with the author's parameters, or None."""
    trains = cast("list[object]", parameters["trains"])
    if not trains:
        return "The board needs at least one train."
    seen = {ON, LEAVE, *WAYS_ON, *COMMANDS}
    for train in trains:
        if not isinstance(train, Mapping):
            return "A train is a table with id, name, kind, hours and fare."
        problem = _check_train(train, seen)
        if problem is not None:
            return problem
        seen.add(str(train["id"]))
    return None


def _check_train(train: Mapping[object, object], taken: set[str]) -> str | None:
    """What is wrong with one train. `taken`: ids that it may not have."""
    for key in ("id", "name"):
        if not isinstance(train.get(key), str) or not train[key]:
            return f"A train needs {key}, a text."
    for key, most in MOST.items():
        value = train.get(key)
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            return f"{train['id']} needs {key}, a number from 1 to {most:,}."
    if train.get("kind") not in KINDS:
        return f"{train['id']} needs kind: {', '.join(KINDS)}."
    if not isinstance(train.get("open", ""), str):
        return f"open of {train['id']} is the id of a list."
    if train["id"] in taken:
        return f"{train['id']} is taken; give the train another id."
    return None


def _mentions(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What of the story the parameters name: deeds, the purse, and the lists."""
    yield "number", str(parameters["purse"])
    yield "deed", str(parameters["ride"])
    yield "deed", str(parameters["pays"])
    for train in cast("list[Train]", parameters["trains"]):
        if "open" in train:
            yield "system", str(train["open"])


class RouteBoard:
    """The rules of the board. A state is `hall` while one chooses, else a train is ridden."""

    spec = InstrumentSpec(
        id="route-board",
        parameters={
            "purse": "text",
            "ride": "text",
            "pays": "text",
            "change": "text",
            "trains": "list",
        },
        outcomes=(ARRIVED, GAVE_UP),
        words=("departures", "train", "barred", "dear", "riding", ON, LEAVE),
        check=_check,
        required=("purse", "ride", "pays", "change", "trains"),
        values=SHOWN,
        scenes=lambda parameters: (str(parameters["change"]),),
        mentions=_mentions,
    )

    def start(self, parameters: Mapping[str, object], facts: Facts, dice: Dice) -> State:
        """The hall, with what this life can pay and may not buy."""
        purse = int(facts.variables[str(parameters["purse"])])
        trains = cast("list[Train]", parameters["trains"])
        return {
            "trains": [_offer(train, purse, facts) for train in trains],
            "purse": str(parameters["purse"]),
            "ride": str(parameters["ride"]),
            "pays": str(parameters["pays"]),
            "change": str(parameters["change"]),
            "riding": "",
            "to-go": 0,
        }

    def moves(self, state: State) -> tuple[Move, ...]:
        """In the hall every train, open or shut; on a train to go on; always to turn round."""
        leave = Move(LEAVE, LEAVE)
        if state["riding"]:
            return (Move(ON, ON), leave)
        trains = (
            Move(str(x["id"]), "train", _values(x), not x["shut"], str(x["shut"]) or None)
            for x in _trains(state)
        )
        return (*trains, leave)

    def step(self, state: State, act: str | Tick) -> Step:
        """Board a train as far as the change, ride on to the end, or turn round."""
        if isinstance(act, Tick):
            return Step(state)
        if act == LEAVE:
            return Step(state, outcome=GAVE_UP)
        if act == ON:
            rest = cast(int, state["to-go"])
            ridden = DeedSpec(str(state["ride"]), rest)
            return Step({**state, "to-go": 0}, (ridden,), outcome=ARRIVED)
        train = _train(state, act)
        minutes = int(train["hours"]) * 60
        half = minutes // 2
        fare = int(train["fare"])
        deeds = (DeedSpec(str(state["pays"]), fare), DeedSpec(str(state["ride"]), half))
        left = (str(state["purse"]), int(train["purse"]) - fare)
        riding: State = {**state, "riding": act, "to-go": minutes - half}
        return Step(riding, deeds, sets=(left,), visit=str(state["change"]))

    def view(self, state: State) -> tuple[Said, ...]:
        """The departures with what bars them, or the train that is ridden."""
        if state["riding"]:
            train = _train(state, str(state["riding"]))
            hours = -(-cast(int, state["to-go"]) // 60)
            return (Said("riding", {**_values(train), "hours": hours}),)
        trains = (Said(str(x["shut"]) or "train", _values(x)) for x in _trains(state))
        return (Said("departures"), *trains)

    def ticking(self, state: State) -> bool:
        """The board stands still."""
        return False

    def passed(self, state: State) -> int:
        """What a journey takes is told by its deeds, at once."""
        return 0

    def probes(self) -> Mapping[str, Callable[[State], str]]:
        """The quickest way, the first train there is, and the way out."""
        return {"good": self._quickest, "careless": self._first, "leaver": lambda state: LEAVE}

    def _quickest(self, state: State) -> str:
        if state["riding"]:
            return ON
        open_trains = [x for x in _trains(state) if not x["shut"]]
        return str(min(open_trains, key=lambda x: x["hours"])["id"]) if open_trains else LEAVE

    def _first(self, state: State) -> str:
        return next(move.id for move in self.moves(state) if move.open)


def _offer(train: Train, purse: int, facts: Facts) -> dict[str, object]:
    """A train as it stands on the board; `shut` is the key of the reason, or empty."""
    shut = ""
    if train.get("open") and facts.listed(str(train["open"]), None):
        shut = "barred"
    elif int(train["fare"]) > purse:
        shut = "dear"
    kept = {key: train[key] for key in ("id", "name", "kind", "hours", "fare")}
    return {**kept, "purse": purse, "shut": shut}


def _trains(state: State) -> list[Train]:
    return cast("list[Train]", state["trains"])


def _train(state: State, wanted: str) -> Train:
    return next(train for train in _trains(state) if train["id"] == wanted)


def _values(train: Train) -> Values:
    return {key: train[key] for key in SHOWN}
