"""Any small story, any run of it, any edit: the save opens, and nothing is taken for another."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.errors import NotOpen
from game.mirror import pairs
from game.play.journal import CHOOSE, Act
from game.play.journal import Path as Acts
from game.play.replays import fresh
from game.play.run import Run
from game.play.saves import resume, save_text
from game.story.model import ARMS, Story
from tests.play.small import INSTRUMENTS, SIT, small

# --- small stories as data ---------------------------------------------------------------------


@dataclass(frozen=True)
class Option:
    """A choice: how it leads on, and what keeps it."""

    id: str
    way: str
    guard: str = ""
    was: str = ""


@dataclass(frozen=True)
class Place:
    """A scene. `kind`: plain, noted, pair or bench."""

    id: str
    kind: str
    options: tuple[Option, ...]
    was: str = ""


@dataclass(frozen=True)
class Tale:
    """A story. `limit`: of every bench in it."""

    places: tuple[Place, ...]
    limit: int = 9


GUARDS = ("", "if: coins < 3", "needs: coins < 2, reason: Too rich", "once: true", "gate: door")
IDS = ("ash", "birch", "cedar")
OPTIONS = ("one", "two", "three")


def written(tale: Tale) -> str:
    """The scenes of a tale as an author writes them."""
    return "".join(_place(place, tale) for place in tale.places)


def _place(place: Place, tale: Tale) -> str:
    lines = [f"{place.id}:", f"  text: This is {place.id}, {{coins}}."]
    if place.was:
        lines.append(f"  was: {place.was}")
    if place.kind == "noted":
        lines.append("  content: [rain]")
    if place.kind == "pair":
        lines.append("  pair: {name: A pair, cost: a, benefit: b, effort: c}")
        lines.append("  arms: {at-stake: {text: Here.}, not-at-stake: {text: There.}}")
    lines.append("  choices:")
    for number, option in enumerate(place.options):
        guard = f", {option.guard}" if option.guard else ""
        was = f", was: {option.was}" if option.was else ""
        sets = ", set: {coins: coins + 1}, deeds: [good]"
        lines.append(f"    {option.id}: {{text: T{number}{sets}{guard}{was}, {option.way}}}")
    if place.kind == "bench":
        sit = SIT.replace("1000000", str(tale.limit)).replace("street", place.id)
        lines += ["    sit:", "      text: Sit.", *(f"      {x}" for x in sit.splitlines())]
    return "\n".join(lines) + "\n"


@cache
def story(tale: Tale) -> Story:
    """The tale, loaded."""
    with TemporaryDirectory() as folder:
        return small(Path(folder), written(tale), starts=tale.places[0].id)


ways = st.sampled_from(
    [f"go: {id}" for id in IDS] + [f"call: {id}" for id in IDS] + ["return: true", "end: over"]
)
options = st.lists(
    st.builds(Option, st.sampled_from(OPTIONS), ways, st.sampled_from(GUARDS)),
    min_size=2,
    max_size=3,
    unique_by=lambda option: option.id,
)
kinds = st.sampled_from(["plain", "noted", "pair", "bench"])
tales = st.tuples(*(st.tuples(kinds, options) for _ in IDS)).map(
    lambda drawn: Tale(
        tuple(
            Place(id, kind, tuple(options)) for id, (kind, options) in zip(IDS, drawn, strict=True)
        )
    )
)

# --- edits ---------------------------------------------------------------------------------------

EDITS = (
    *("reorder", "retarget", "guard", "kind", "remove-choice", "rename-choice", "add-choice"),
    *("rename-scene", "remove-scene", "limit"),
    *("declare-choice", "declare-scene"),
)


def edited(tale: Tale, edit: str, hand: random.Random) -> Tale:
    """The tale after one edit, made by a seeded hand."""
    at = hand.randrange(len(tale.places))
    place = tale.places[at]
    which = hand.randrange(len(place.options))
    option = place.options[which]

    def with_place(new: Place) -> Tale:
        return replace(tale, places=(*tale.places[:at], new, *tale.places[at + 1 :]))

    def with_option(new: Option) -> Tale:
        changed = (*place.options[:which], new, *place.options[which + 1 :])
        return with_place(replace(place, options=changed))

    match edit:
        case "reorder":
            return with_place(replace(place, options=place.options[::-1]))
        case "retarget":
            return with_option(replace(option, way=f"go: {hand.choice(tale.places).id}"))
        case "guard":
            return with_option(replace(option, guard=hand.choice(GUARDS)))
        case "kind":
            return with_place(replace(place, kind=hand.choice(("plain", "noted", "pair", "bench"))))
        case "remove-choice":
            left = tuple(one for one in place.options if one is not option)
            return with_place(replace(place, options=left)) if len(left) > 1 else tale
        case "rename-choice":
            return with_option(replace(option, id=f"{option.id}-new"))
        case "declare-choice":
            return with_option(replace(option, id=f"{option.id}-now", was=option.id))
        case "add-choice":
            new = Option(f"four-{len(place.options)}", f"go: {place.id}")
            return with_place(replace(place, options=(new, *place.options)))
        case "limit":
            return replace(tale, limit=hand.choice((2, 5, 9)))
        case "rename-scene":
            return _renamed(tale, place, Place(f"{place.id}-new", place.kind, place.options))
        case "declare-scene":
            now = Place(f"{place.id}-now", place.kind, place.options, was=place.id)
            return _renamed(tale, place, now)
    others = tuple(one for one in tale.places if one is not place)
    return _led(replace(tale, places=others), place.id, others[0].id)


def _renamed(tale: Tale, old: Place, new: Place) -> Tale:
    places = tuple(new if one is old else one for one in tale.places)
    return _led(replace(tale, places=places), old.id, new.id)


def _led(tale: Tale, old: str, new: str) -> Tale:
    """Every way to the one scene leads to the other."""

    def way(option: Option) -> Option:
        verb, _, target = option.way.partition(": ")
        return replace(option, way=f"{verb}: {new}") if target == old else option

    places = tuple(
        replace(place, options=tuple(way(option) for option in place.options))
        for place in tale.places
    )
    return replace(tale, places=places)


# --- runs --------------------------------------------------------------------------------------


def wandered(run: Run, hand: random.Random, steps: int) -> Run:
    """The run after some random acts: choices, time, and the way back and forth."""
    for _ in range(steps):
        luck = hand.random()
        if luck < 0.15:
            run.undo()
        elif luck < 0.25:
            run.redo()
        elif run.over:
            return run
        elif run.view().ticking and luck < 0.5:
            run.tick(hand.randint(1, 3))
        else:
            run.choose(hand.choice([one.id for one in run.view().options if one.open]))
    return run


def declared(act: Act, tale: Tale) -> Act:
    """The act as the edited story calls it, by what its author declared."""
    if isinstance(act, str):
        return act
    kind, scene, *rest = act
    for place in tale.places:
        if scene in (place.id, place.was):
            scene = place.id
            for option in place.options:
                if kind == CHOOSE and rest[0] == option.was:
                    rest[0] = option.id
    return [kind, scene, *rest]


@settings(max_examples=60, deadline=None)
@given(tales, st.lists(st.sampled_from(EDITS), min_size=1, max_size=2), st.integers(0, 2**32))
def test_nothing_is_taken_for_another(tale: Tale, edits: list[str], seed: int) -> None:
    hand = random.Random(seed)
    new = tale
    for edit in edits:
        new = edited(new, edit, hand)
    run = wandered(Run(story(tale), seed, INSTRUMENTS), hand, 25)
    again = resume(story(new), save_text(run), INSTRUMENTS)

    # What is kept is a beginning of what was done, by the same names or the declared ones.
    was = [declared(act, new) for act in run.journal]
    assert again.run.journal == was[: len(again.run.journal)]

    # What is told is just what is lost.
    kept, held = Acts(again.run.journal).done, Acts(was).done
    lost = len(held) - len(kept)
    assert kept == held[: len(kept)]
    assert (again.told is None) == (lost == 0)
    assert again.told is None or f"{lost} step{'' if lost == 1 else 's'} " in again.told

    # Each act that is kept was offered there, and the next one was not.
    straight = fresh(again.run)
    for act in kept:
        _offered_and_done(straight, act)
    if lost:
        with pytest.raises(NotOpen):
            straight.repeat(held[len(kept)])

    # The run stands somewhere in the new story, and can be asked everything and go on.
    assert again.run.view().scene in story(new).scenes
    for answer in again.run.answers():
        asked = story(new).scenes[answer.scene]
        assert answer.arm in ARMS
        assert answer.choice in {choice.id for choice in asked.choices}
    assert all(row.options for row in pairs.rows(again.run))
    wandered(again.run, hand, 10)
    assert resume(story(new), save_text(again.run), INSTRUMENTS).told is None


def _offered_and_done(run: Run, act: Act) -> None:
    assert isinstance(act, list)
    assert run.state.scene.id == act[1]
    if act[0] == "ticks":
        run.tick(int(act[2]))
        return
    word = "on" if act[0] == "stuck" else act[2]
    assert word in [option.id for option in run.view().options if option.open]
    run.choose(str(word))
    assert run.journal[-1] == act
