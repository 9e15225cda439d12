"""From scene to scene: content notes, arms, lives, time, calls and returns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.errors import NotOpen
from game.play import instrument_words, notes, pools
from game.play.staging import StagedScene
from game.play.state import Frame, Playing, State
from game.story import calendar
from game.story.model import WAY_ON, Scene
from game.story.ways import Call, End, Go, Return, Way

if TYPE_CHECKING:
    from game.play.run import Run


NO_WAY_ON = "no-way-on"
"""The ending of a run that came to a scene where nothing is open."""


def start(run: Run) -> None:
    """Come to the first scene: the story's, or that of the chapter that the run begins with."""
    begin = run.story.beginning(run.inputs.chapter)
    if begin is None:
        come_to(run, run.story.starts)
        return
    for name, value in begin.effects.sets:
        run.state.variables[name] = run.bounded(name, value(run.facts))
    come_to(run, begin.scene)


def follow(run: Run, way: Way) -> None:
    """Go where a way leads."""
    state = run.state
    match way:
        case Go(branches):
            facts = run.facts
            for condition, target in branches:
                if condition is None or condition(facts):
                    come_to(run, target)
                    return
        case Call(target, None):
            state.stack.append(Frame(state.staged, state.life, "go on"))
            come_to(run, target)
        case Call(target, str(then)):
            state.stack.append(Frame(state.staged, state.life, "begin", then=then))
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
    state.turn_to(frame.life)
    if state.books.expects(frame.life):
        # What was done in another life meanwhile may have become known in this one long ago.
        state.books.advance(frame.life, state.now, run.facts, run.dice)
    if frame.how == "begin":
        come_to(run, frame.then)
    elif frame.how == "arrived":
        arm = frame.staged.arm
        if arm is None or arm_to_play(run, frame.staged.id) == arm:
            begin_unless_due(run, frame.staged)
        else:
            # What was due was this very pair, so now the other arm is to be played.
            enter(run, frame.staged.id)
    else:
        state.staged, state.playing = frame.staged, frame.playing
        if frame.how == "play":
            state.phase = "instrument"
            instrument_words.log_new(run)
        else:
            state.phase = "scene"
            say(run, frame.staged)


def visit_from_instrument(run: Run, target: str, playing: Playing) -> None:
    """Play a scene that an instrument hosts; its `return` leads back into the instrument."""
    state = run.state
    state.stack.append(Frame(state.staged, state.life, "play", playing))
    state.playing = None
    come_to(run, target)


# --- content notes -----------------------------------------------------------------------------


def answer_note(run: Run, answer: str) -> None:
    """Go on into the scene, or be told instead."""
    state = run.state
    pending = notes.pending(run, state.staged)
    assert pending is not None, "a note is shown only while one is pending"
    key, content = pending
    if answer == WAY_ON:
        scene = state.staged.id
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
    enter(run, target if run.straight else pools.scene_at(run, target))


def enter(run: Run, id: str) -> None:
    """Come to a scene: it begins, unless a content note or something that is due goes first."""
    state = run.state
    state.staged = staged = run.production.scenes[id]
    if staged.notes and notes.pending(run, staged) is not None:
        state.phase = "note"
        return
    state.phase = "scene"
    if staged.paired:
        state.staged = staged = run.production.arm(id, arm_to_play(run, id))
    if not staged.still:
        arrive(state, staged.scene)
    if not staged.still or state.books.expects(state.life):
        state.books.advance(state.life, state.now, run.facts, run.dice)
    if state.later and not state.due:
        begin_unless_due(run, staged)
    else:
        state.due = False
        begin(run, staged)


def begin_unless_due(run: Run, staged: StagedScene) -> None:
    """Begin a scene whose time is set, after all scenes that this life's calendar brings."""
    state = run.state
    waiting = state.later.get(state.life, [])
    waiting.sort(key=lambda item: item[0])
    if not waiting or waiting[0][0] > state.now:
        begin(run, staged)
        return
    _, target = waiting.pop(0)
    state.stack.append(Frame(staged, state.life, "arrived"))
    state.due = True
    come_to(run, target)


def begin(run: Run, staged: StagedScene) -> None:
    """The scene itself: what happens at its start, and what it says."""
    state, id = run.state, staged.id
    state.staged, state.phase = staged, "scene"
    if staged.arm is not None:
        state.arms[id] = staged.arm
    state.visits[id] = state.visits.get(id, 0) + 1
    for do, what in staged.doings:
        do(run, what)
    say(run, staged)


def arm_to_play(run: Run, id: str) -> str:
    """The arm that this visit plays; after both, the last one again."""
    arm = run.facts.next_arm(id)
    return arm if arm in run.story.scenes[id].arms else run.state.arms[id]


def arrive(state: State, scene: Scene) -> None:
    """Switch the life and set its calendar, never back."""
    if scene.life is not None:
        state.turn_to(scene.life)
    now = state.now + scene.after
    if scene.at is not None:
        now = max(now, scene.at)
    elif scene.clock is not None:
        now += (scene.clock - now) % calendar.DAY
    state.set_clock(now)


def say(run: Run, staged: StagedScene) -> None:
    """Make the scene's text, once, and put it in the log, under its title as it reads now."""
    facts = run.facts
    lines = run.state.lines = staged.lines(facts)
    run.tell((None if staged.title is None else staged.title.plain(facts), lines))
