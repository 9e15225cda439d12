"""From scene to scene: content notes, arms, lives, time, calls and returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import NotOpen
from game.play import effects, notes, offers, pools
from game.play.said import Said
from game.play.state import Frame, Playing
from game.story import calendar
from game.story.model import WAY_ON, Call, End, Go, Look, Return, Scene, Way

if TYPE_CHECKING:
    from game.play.run import Run


NO_WAY_ON = "no-way-on"
"""The ending of a run that came to a scene where nothing is open."""


def follow(run: Run, way: Way) -> None:
    """Go where a way leads."""
    state = run.state
    match way:
        case Go(branches):
            facts = run.facts()
            for condition, target in branches:
                if condition is None or condition(facts):
                    come_to(run, target)
                    return
        case Call(target, None):
            state.stack.append(Frame(state.scene, state.life, "go on"))
            come_to(run, target)
        case Call(target, str(then)):
            state.stack.append(Frame(state.scene, state.life, "begin", then=then))
            come_to(run, target)
        case Return():
            come_back(run)
        case End(ending):
            end(run, ending)


def end(run: Run, ending: str) -> None:
    """The run is over; its last page can be shown."""
    run.state.phase = "end"
    run.state.ending = ending
    run.state.lines = ()


def give_up(run: Run) -> None:
    """Go on from a scene where nothing is open: back out of a call, or to the end."""
    run.state.happened = None
    if run.state.stack:
        come_back(run)
    else:
        end(run, NO_WAY_ON)


def come_back(run: Run) -> None:
    """Return from a call, from a scene that was due, or into an instrument."""
    state = run.state
    if not state.stack:
        end(run, "returned")
        return
    frame = state.stack.pop()
    state.life = frame.life
    if frame.how == "begin":
        come_to(run, frame.then)
    elif frame.how == "arrived":
        begun = run.story.scenes[frame.scene.id]
        if frame.arm is None or arm_to_play(run, begun) == frame.arm:
            begin_unless_due(run, frame.scene, frame.arm)
        else:
            # What was due was this very pair, so now the other arm is to be played.
            enter(run, begun)
    else:
        state.scene, state.playing = frame.scene, frame.playing
        state.phase = "instrument" if frame.how == "play" else "scene"
        if frame.how == "go on":
            say(run, frame.scene)


def visit_from_instrument(run: Run, target: str, playing: Playing) -> None:
    """Play a scene that an instrument hosts; its `return` leads back into the instrument."""
    state = run.state
    state.stack.append(Frame(state.scene, state.life, "play", playing=playing))
    state.playing = None
    come_to(run, target)


# --- content notes -----------------------------------------------------------------------------


def answer_note(run: Run, answer: str) -> None:
    """Go on into the scene, or be told instead."""
    state = run.state
    pending = notes.pending(run, state.scene)
    assert pending is not None, "a note is shown only while one is pending"
    key, content = pending
    if answer == WAY_ON:
        scene = state.scene
    elif answer == notes.INSTEAD and content.instead is not None:
        scene = pools.scene_at(run, content.instead)
    else:
        raise NotOpen(f"There is no choice {answer!r} here.")
    state.happened = None
    state.noted.add(key)
    enter(run, scene)


# --- entering a scene ----------------------------------------------------------------------------


def come_to(run: Run, target: str) -> None:
    """Come to a scene, or to one from a pool, which is drawn now; or to what stands in for it
    in this cut of the story."""
    enter(run, pools.scene_at(run, target))


def enter(run: Run, scene: Scene) -> None:
    """Come to a scene: it begins, unless a content note or something that is due goes first."""
    state = run.state
    state.scene = scene
    if notes.pending(run, scene) is not None:
        state.phase = "note"
        return
    state.phase = "scene"
    arm = arm_to_play(run, scene)
    if arm is not None:
        scene = scene.arms[arm]
    arrive(run, scene)
    if state.due:
        state.due = False
        begin(run, scene, arm)
    else:
        begin_unless_due(run, scene, arm)


def begin_unless_due(run: Run, scene: Scene, arm: str | None) -> None:
    """Begin a scene whose time is set, after all scenes that this life's calendar brings."""
    state = run.state
    waiting = state.later.get(state.life, [])
    waiting.sort(key=lambda item: item[0])
    if not waiting or waiting[0][0] > state.now:
        begin(run, scene, arm)
        return
    _, target = waiting.pop(0)
    state.stack.append(Frame(scene, state.life, "arrived", arm=arm))
    state.due = True
    come_to(run, target)


def begin(run: Run, scene: Scene, arm: str | None) -> None:
    """The scene itself: what happens at its start, and what it says."""
    state = run.state
    state.scene, state.phase = scene, "scene"
    if arm is not None:
        state.arms[scene.id] = arm
    state.visits[scene.id] = state.visits.get(scene.id, 0) + 1
    state.last_visit[scene.id] = state.begun = state.begun + 1
    effects.apply(run, scene.effects)
    keepers_look(run, scene)
    say(run, scene)


def arm_to_play(run: Run, scene: Scene) -> str | None:
    """The arm that this visit plays; after both, the last one again."""
    if not scene.arms:
        return None
    arm = run.facts().next_arm(scene.id)
    return arm if arm in scene.arms else run.state.arms[scene.id]


def arrive(run: Run, scene: Scene) -> None:
    """Switch the life, set its calendar (never back), and let in what has become known."""
    state = run.state
    if scene.life is not None:
        state.life = scene.life
    now = state.now + scene.after
    if scene.at is not None and scene.at > now:
        now = scene.at
    now = min(now, calendar.LAST)
    state.clocks[state.life] = now
    state.books.advance(state.life, now, run.facts(), effects.dice(run))


def keepers_look(run: Run, scene: Scene) -> None:
    """Whoever keeps a gate that stands in this scene looks at the standing."""
    state = run.state
    for choice in scene.choices:
        if choice.gate is not None and offers.offered(run, choice):
            system = state.books.system_of_gate(choice.gate)
            gate = run.story.systems[system].gates[choice.gate]
            if gate.keeper is not None:
                state.books.look(Look(gate.keeper, system), state.life, state.now)


def say(run: Run, scene: Scene) -> None:
    """Make the scene's text, once, and put it in the log."""
    facts = run.facts()
    run.state.lines = scene.text.lines(facts)
    if scene.title:
        run.say(Said("heading", scene.title))
    for line in run.state.lines:
        run.say(Said("line", line.text, line.speaker))
