"""Whether the score is shown or hidden is all that the two arms of a study differ in: every word
is compared, of the game's own story and of small ones, outside of the score's own places."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from random import Random

import pytest

from game.commands.wiring import INSTRUMENTS, SPECS
from game.folders import default_story
from game.play import offers, policy
from game.play.inputs import Inputs
from game.play.run import Run
from game.play.view import Aftermath, Change
from game.story.desk import Findings
from game.story.load import load
from game.story.model import Choice, Story
from game.story.prose import code, words
from game.transcripts.play import Between, Playthrough
from game.transcripts.read import transcripts
from game.transcripts.script import Expect, Transcript
from game.transcripts.versions import Versions
from tests.play import small
from tests.play.two_arms import HOLDS, Look, leaks, look, marked, side_by_side, told_of_score
from tests.walks import FOLDERS, step

OURS = default_story()
TRANSCRIPTS = {Path(told.page.path).stem: told for told in transcripts(OURS, Findings())}
STEPS = 60
"""Of a walk."""


@cache
def story(name: str) -> Story:
    """A story of ours, marked."""
    return marked(load(FOLDERS[name], SPECS))


def played(told: Transcript, story: Story, shown: bool, see: Callable[[Run], object]) -> Run:
    """The run of a transcript in one arm, looked at after every step."""

    def between(run: Run) -> Run:
        see(run)
        return run

    steps = tuple(step for step in told.steps if not isinstance(step, Expect))
    told = replace(told, shown=shown, steps=steps)
    playthrough = Playthrough(
        told, Versions(OURS, story, SPECS), INSTRUMENTS, Between("looked at", between)
    )
    playthrough.to_the_end()
    assert playthrough.found == [], "what can be done in one arm cannot be done in the other"
    return playthrough.run


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_no_word_of_our_story_tells_the_arms_apart(name: str) -> None:
    seen: dict[bool, list[Look]] = {True: [], False: []}
    told: list[str] = []

    def see(shown: bool, run: Run) -> None:
        seen[shown].append(look(run))
        if not shown:
            told.extend(told_of_score(run))

    runs = [
        played(TRANSCRIPTS[name], story(OURS.name), shown, partial(see, shown))
        for shown in (True, False)
    ]
    assert told == []
    assert len(seen[True]) > 5
    for one, other in zip(seen[True], seen[False], strict=True):
        assert one == other
    assert leaks(*runs, whole=True) == []


def test_our_transcripts_play_both_orders_of_the_museum_cut() -> None:
    assert {"museum-january-first", "museum-april-first"} <= set(TRANSCRIPTS)


def both(name: str, seed: int) -> list[Run]:
    """A run in each arm: whole, in one of its cuts, or begun with a chapter."""
    whole = story(name)
    ways: list[tuple[str | None, str | None]] = [(cut, None) for cut in (*whole.cuts, None)]
    ways += [(None, id) for id in whole.chapters if whole.beginning(id) is not None]
    cut, chapter = ways[seed % len(ways)]
    inputs = Inputs(cut=cut, chapter=chapter)
    return [Run(whole, seed, INSTRUMENTS, replace(inputs, shown=shown)) for shown in (True, False)]


@pytest.mark.parametrize("seed", range(6))
@pytest.mark.parametrize("name", FOLDERS)
def test_no_word_tells_the_arms_apart_wherever_one_goes(name: str, seed: int) -> None:
    shown, hidden = both(name, seed)
    hands = {id(run): Random(seed) for run in (shown, hidden)}
    assert leaks(shown, hidden) == []
    for number in range(STEPS):
        if shown.over:
            break
        found = side_by_side(shown, hidden, lambda run: step(run, hands[id(run)]), number % 20 == 0)
        assert found == []


@pytest.mark.parametrize("name", ["always", "never", "museum-april-first"])
def test_in_a_hidden_run_of_our_story_nothing_goes_by_what_is_counted(name: str) -> None:
    """Compared with a run that is counted quite otherwise, every page is the same, whole."""
    seen: list[list[object]] = []
    one = load(OURS, SPECS)
    for each in (one, _dearer(one)):
        found: list[object] = []
        played(TRANSCRIPTS[name], each, False, lambda run, found=found: found.append(_page(run)))  # type: ignore[misc]
        seen.append(found)
    assert seen[0] == seen[1]


def _page(run: Run) -> object:
    return None if run.over else (run.view().kept(), tuple(run.log)[-9:])


def _dearer(story: Story) -> Story:
    """The story with three times the points, beginning elsewhere."""
    systems = {
        id: replace(
            system,
            rules={
                kind: tuple(replace(rule, points=3 * rule.points) for rule in rules)
                for kind, rules in system.rules.items()
            },
        )
        for id, system in story.systems.items()
    }
    lives = {
        id: replace(life, opens={system: 700 - at for system, at in life.opens.items()})
        for id, life in story.lives.items()
    }
    return replace(story, systems=systems, lives=lives)


# --- the test can fail --------------------------------------------------------------------------

SCENES = """\
yard:
  place: lane
  text: |
    {if points(book) > 4}The clerk nods.{else}The clerk looks away.{end} You have {points(book)}.

    {if score-shown}He counts aloud.{end} It rains.
  choices:
    sing: {text: Sing., deeds: [good], sees: a song, misses: the tune, go: yard}
    knock: {text: Knock., gate: door, reason: The door is for the listed., go: yard}
    pay: {text: Pay., needs: coins > 5, reason: You have no coins., go: yard}
    proud: {text: Enter., needs: points(book) > 400, reason: "{points(book)}.", go: yard}
"""
PLACES = """\
{lane: {name: The lane, picture: lane.svg, over: [
  {if: points(book) > 4, picture: stamp.svg}, {if: coins == 0, picture: rain.svg}]}}"""
BEFORE = small.SYSTEM.replace("name: Book", "name: Book\nannounces: before")


def sung(folder: Path, system: str) -> list[str]:
    """The leaks of a small story in which a song was sung."""
    found = marked(small.small(folder, SCENES, system, places=PLACES))
    shown, hidden = small.begin(found), small.begin(found, shown=False)
    return [
        *leaks(shown, hidden),
        *side_by_side(shown, hidden, lambda run: run.choose("sing"), whole=True),
    ]


@pytest.mark.parametrize("system", [small.SYSTEM, BEFORE], ids=["after", "before"])
def test_a_small_story_leaks_nothing(tmp_path: Path, system: str) -> None:
    assert sung(tmp_path, system) == []


def _reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "reasons", lambda run, choice: ("needs 10; you have 3",))


def _gate(monkeypatch: pytest.MonkeyPatch) -> None:
    kept = offers.reasons

    def reasons(run: Run, choice: Choice) -> tuple[str, ...]:
        return kept(run, choice) if choice.gate is None else tuple(offers.gate_reasons(run, "door"))

    monkeypatch.setattr(offers, "reasons", reasons)


def _change(monkeypatch: pytest.MonkeyPatch) -> None:
    left = (Change("book", "Book", 2),)
    monkeypatch.setattr(
        policy, "aftermath", lambda run, happened: Aftermath(happened.taken, None, None, left)
    )


def _overlay(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(policy, "holds", lambda run, asked: asked is None or asked(run.facts))


def _passage(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (code, words):
        monkeypatch.setattr(module, "condition", lambda asked: asked.code)


def _figure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        words, "_figure", lambda value, before, after: lambda f: f"{before}{value(f)}{after}"
    )


def _promise(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offers, "promise", offers.promised)


def _heading(monkeypatch: pytest.MonkeyPatch) -> None:
    name = "game.play.titles.above"
    monkeypatch.setattr(name, lambda run: _Titled(run.story.title, run.shown))


class _Titled:
    """A title that says which arm it is."""

    def __init__(self, title: str, shown: bool) -> None:
        self._title = f"{title}, counted" if shown else title

    def plain(self, _: object) -> str:
        return self._title

    def lines(self, _: object) -> tuple[()]:
        return ()


LEAKS = {
    "the reason of a gate": (_gate, "a reason"),
    "the reason of a choice": (_reasons, "a reason"),
    "a change in the aftermath": (_change, "a change"),
    "a picture": (_overlay, "a picture"),
    "a passage of a text": (_passage, HOLDS),
    "a figure in a text": (_figure, "a passage"),
    "a promise": (_promise, "a promise"),
    "a title": (_heading, "heading"),
}


@pytest.mark.parametrize("leak", LEAKS)
def test_a_policy_that_leaks_is_found_out(
    leak: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    spoil, told = LEAKS[leak]
    spoil(monkeypatch)
    found = sung(tmp_path, BEFORE)
    assert found
    assert any(told in one for one in found), found
