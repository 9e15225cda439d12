"""What a view shows of a stage: who is where, what is heard, when it is, and what eyes saw."""

from __future__ import annotations

from pathlib import Path

from game.play.run import Run
from game.play.view import Heard, Moment, OnStage
from game.story.model import Story
from tests.play.small import INSTRUMENTS, SYSTEM, begin, small

FIGURES = "{ben: {sitting: ben-sits.svg, standing: ben-stands.svg}, cat: {asleep: cat.svg}}"
SOUNDS = "{rain: {file: r.ogg, caption: Rain.}, bell: {file: b.ogg, caption: A bell.}}"
PLACES = """\
{here: {name: Here, picture: h.svg, sound: rain, stage: {left: ben sitting, sill: cat asleep}},
 there: {name: There, picture: t.svg, over: [{picture: lamp.svg}], stage: {door: ben standing}}}"""
SCENES = """\
yard:
  place: here
  text: The yard.
  choices:
    walk: {text: Walk., go: street}
    aid: {text: Help., deeds: [good], go: lane}
    sit: {text: Sit., play: {bench: {limit: 9}}, words: {told: You sit., nod: Nod., leave: Leave.},
      outcomes: {left: yard, late: yard}}
street:
  place: here
  at: 2019-03-01 06:05
  sounds: [bell]
  stage: {left: [{if: coins > 0, figure: ben standing}], sill: nobody, gate: ben standing}
  text: The street.
  choices:
    pay: {text: Pay., set: {coins: 1}, go: street}
    tell: {text: Tell., go: lane}
lane: {place: here, shows: there, text: The lane., go: yard}
"""


def on_stage(folder: Path, scenes: str = SCENES, system: str = SYSTEM) -> Story:
    heads = {"figures": FIGURES, "sounds": SOUNDS, "places": PLACES.replace("\n", "")}
    return small(folder, scenes, system, **heads)


def seen(run: Run) -> list[str]:
    return [f"{one.spot} {one.figure} {one.posture}" for one in run.view().stage]


def test_a_scene_lays_its_stage_over_that_of_the_place(tmp_path: Path) -> None:
    story = on_stage(tmp_path)
    run = begin(story)
    assert run.view().stage == (
        OnStage("left", "ben", "sitting", "ben-sits.svg"),
        OnStage("sill", "cat", "asleep", "cat.svg"),
    )
    run.choose("walk")
    assert seen(run) == ["left ben sitting", "gate ben standing"]
    run.choose("pay")
    assert seen(run) == ["left ben standing", "gate ben standing"]
    run.undo()
    assert seen(run) == ["left ben sitting", "gate ben standing"]


def test_while_an_instrument_is_played_the_stage_stands(tmp_path: Path) -> None:
    run = begin(on_stage(tmp_path))
    before = run.view().stage
    run.choose("sit")
    assert (run.view().kind, run.view().stage) == ("instrument", before)


def test_a_place_that_is_told_of_is_seen_and_heard_under_the_name_of_the_own(
    tmp_path: Path,
) -> None:
    view = begin(on_stage(tmp_path), "walk", "tell").view()
    assert (view.place, view.picture, view.over) == ("Here", "t.svg", ("lamp.svg",))
    assert [one.spot for one in view.stage] == ["door"]
    assert view.room is None


def test_a_room_sounds_on_and_a_scene_sounds_once_as_it_opens(tmp_path: Path) -> None:
    run = begin(on_stage(tmp_path))
    rain = Heard("rain", "r.ogg", "Rain.")
    assert (run.view().room, run.view().heard) == (rain, ())
    run.choose("walk")
    assert (run.view().room, run.view().heard) == (rain, (Heard("bell", "b.ogg", "A bell."),))


def test_the_light_goes_by_the_calendar(tmp_path: Path) -> None:
    run = begin(on_stage(tmp_path))
    assert run.view().moment == Moment(1, 12 * 60)
    run.choose("walk")
    assert run.view().moment == Moment(3, 6 * 60 + 5)


HIDDEN = SCENES.replace("if: coins > 0", "if: points(book) > 4")


def test_where_the_score_is_hidden_nobody_on_stage_tells_of_it(tmp_path: Path) -> None:
    story = on_stage(tmp_path, HIDDEN)
    acts = ("aid", "on", "walk")
    assert seen(begin(story, *acts))[0] == "left ben standing"
    assert seen(begin(story, *acts, shown=False))[0] == "left ben sitting"


# --- what eyes saw at the last act ----------------------------------------------------------------


def test_what_an_eye_saw_is_caught_until_the_next_act(tmp_path: Path) -> None:
    run = begin(on_stage(tmp_path), "aid")
    assert run.view().caught == ("12:00 a good deed",)
    run.choose("on")
    assert run.view().caught == ()
    run.undo()
    assert run.view().caught == ("12:00 a good deed",)


def test_what_a_scene_does_as_it_begins_is_caught_in_it(tmp_path: Path) -> None:
    walked = SCENES.replace("sounds: [bell]", "deeds: [{stroll: 20}, good]")
    system = SYSTEM.replace("rules: {", "rules: {stroll: {points: 1}, ")
    run = begin(on_stage(tmp_path, walked, system), "walk")
    assert run.view().caught == ("06:05 a stroll", "06:25 a good deed")


def test_where_the_score_is_hidden_or_says_nothing_nothing_is_caught(tmp_path: Path) -> None:
    assert begin(on_stage(tmp_path), "aid", shown=False).view().caught == ()
    mute = SYSTEM.replace("name: Book", "name: Book\nannounces: never")
    assert begin(on_stage(tmp_path, system=mute), "aid").view().caught == ()


def test_what_is_written_by_hand_or_of_others_or_known_later_is_not_caught(
    tmp_path: Path,
) -> None:
    for deeds in ("writes: [{good: 1, in: book, about: ana}]", "deeds: [{good: 1, by: ben}]"):
        acts = SCENES.replace("deeds: [good]", deeds)
        assert begin(on_stage(tmp_path, acts), "aid").view().caught == ()
    slow = SYSTEM.replace("clerk: always", "clerk: {delay: 2 days}")
    assert begin(on_stage(tmp_path, system=slow), "aid").view().caught == ()


def test_an_instruments_move_that_is_seen_is_caught_and_time_leaves_it(tmp_path: Path) -> None:
    run = Run(on_stage(tmp_path), 1, INSTRUMENTS)
    for act in ("sit", "nod"):
        run.choose(act)
    assert run.view().caught == ("12:00 a good deed",)
    run.tick(3)
    assert run.view().caught == ("12:00 a good deed",)
