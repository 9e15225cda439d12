"""Transcripts: playthroughs written down, with what is expected on the way.

A transcript is YAML: `story` (a folder below `tests/probes`), `seed`, `shown` (true unless
said), `note` and `acts`. An act is `scene: choice`; `expect:` among the acts is what must hold
at that point. `EXPECTATIONS` lists what can be expected.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from game.commands.wiring import INSTRUMENTS, SPECS
from game.play import ledger
from game.play.run import Run
from game.play.saves import resume, save_text
from game.story.load import load
from game.story.model import Story

PROBES = Path(__file__).parent / "probes"
TRANSCRIPTS = Path(__file__).parent / "transcripts"
EXPECT = "expect"
NOTHING = "nothing"
NAMES = tuple(sorted(path.stem for path in TRANSCRIPTS.glob("*.yaml")))

Step = tuple[str, Any]
"""A scene and the choice there, or `expect` and what is expected."""


@dataclass(frozen=True, slots=True)
class Transcript:
    """A playthrough that was written down."""

    story: str
    seed: int
    shown: bool
    steps: tuple[Step, ...]

    def begin(self) -> Run:
        """The run before its first act."""
        return Run(story_of(self.story), self.seed, INSTRUMENTS, self.shown)


def read(name: str) -> Transcript:
    """The transcript of this name. All its values are read as text: `on` is a choice."""
    text = (TRANSCRIPTS / f"{name}.yaml").read_text(encoding="utf-8")
    told = yaml.load(text, Loader=yaml.BaseLoader)
    steps = tuple((key, value) for act in told["acts"] for key, value in act.items())
    return Transcript(told["story"], int(told["seed"]), told.get("shown") != "false", steps)


@cache
def story_of(name: str) -> Story:
    """A probe story."""
    return load(PROBES / name, SPECS)


def follow(transcript: Transcript, between: Callable[[Run], Run] = lambda run: run) -> Run:
    """Play it to its end and check what is expected. `between` is done after every act."""
    run = between(transcript.begin())
    for number, (key, value) in enumerate(transcript.steps, 1):
        where = f"step {number}, {key}: {value}"
        if key == EXPECT:
            for what, expected in value.items():
                EXPECTATIONS[what](run, expected, where)
        else:
            view = run.view()
            assert view.scene == key, f"{where}: the run stands at {view.scene}"
            offered = [option.id for option in view.options if option.open]
            assert value in offered, f"{where}: open are {offered}"
            run.choose(value)
            run = between(run)
    return run


def saved_and_loaded(run: Run) -> Run:
    """The run, as its own save gives it back."""
    again = resume(run.story, save_text(run), INSTRUMENTS)
    assert again.told is None
    assert picture(again.run) == picture(run)
    return again.run


def undone_and_redone(run: Run) -> Run:
    """The run after a step back and forth."""
    before = picture(run)
    if run.undo():
        assert run.redo()
    assert picture(run) == before
    return run


def picture(run: Run) -> tuple[object, ...]:
    """All that a player could tell two runs apart by, and the ledgers under it."""
    return (run.view(), tuple(run.log), ledger.rows(run), run.state.books.entries)


# --- what can be expected ------------------------------------------------------------------


def _said(run: Run) -> str:
    return "\n".join(
        f"{line.speaker}: {line.text}" if line.speaker else line.text for line in run.view().lines
    )


def _lines(run: Run, expected: list[str], where: str) -> None:
    """Each text stands in what is said; `speaker: text` for what somebody says."""
    for text in expected:
        assert text in _said(run), f"{where}: {text!r} is not in {_said(run)!r}"


def _unsaid(run: Run, expected: list[str], where: str) -> None:
    """None of the texts stands in what is said."""
    for text in expected:
        assert text not in _said(run), f"{where}: {text!r} is in {_said(run)!r}"


def _when(run: Run, expected: str, where: str) -> None:
    """The moment shown holds this."""
    assert expected in (run.view().when or ""), f"{where}: it is {run.view().when}"


def _scene(run: Run, expected: str, where: str) -> None:
    """The run stands at this scene."""
    assert run.view().scene == expected, f"{where}: the run stands at {run.view().scene}"


def _kind(run: Run, expected: str, where: str) -> None:
    """The kind of the screen."""
    assert run.view().kind == expected, f"{where}: it is {run.view().kind}"


def _standings(run: Run, expected: Mapping[str, str], where: str) -> None:
    """`system/holder: number` (on a list 1 or 0), as the life that is played would know it."""
    for key, number in expected.items():
        system, holder = key.split("/")
        found = run.state.books.standing(system, holder, run.state.now)
        assert found == int(number), f"{where}: {key} stands at {found}"


def _entries(run: Run, expected: Mapping[str, list[str]], where: str) -> None:
    """`system/holder`: the amounts entered so far, in order, without those of nothing."""
    for key, amounts in expected.items():
        found = [entry.amount for entry in _ledger(run, key) if entry.amount]
        assert found == [int(amount) for amount in amounts], f"{where}: {key} has {found}"


def _why(run: Run, expected: Mapping[str, list[str]], where: str) -> None:
    """`system/holder`: texts in the answer to why, asked about the latest entry."""
    for key, texts in expected.items():
        told = " ".join(ledger.why(run, _ledger(run, key)[-1].number))
        for text in texts:
            assert text in told, f"{where}: {text!r} is not in {told!r}"


def _why_not(run: Run, expected: Mapping[str, list[str]], where: str) -> None:
    """The same for texts that must not be in the answer."""
    for key, texts in expected.items():
        told = " ".join(ledger.why(run, _ledger(run, key)[-1].number))
        for text in texts:
            assert text not in told, f"{where}: {text!r} is in {told!r}"


def _ledger(run: Run, key: str) -> list[Any]:
    system, holder = key.split("/")
    entries = run.state.books.entries
    return [entry for entry in entries if (entry.system, entry.holder) == (system, holder)]


def _looks(run: Run, expected: Mapping[str, str], where: str) -> None:
    """`system/holder`: how often somebody looked."""
    for key, number in expected.items():
        looks = [f"{look.system}/{look.about}" for look in run.state.books.looks]
        assert looks.count(key) == int(number), f"{where}: {looks}"


def _shut(run: Run, expected: Mapping[str, list[str]], where: str) -> None:
    """`choice: [texts]`: it is there, shut, and its reasons hold the texts."""
    for choice, texts in expected.items():
        option = next((o for o in run.view().options if o.id == choice), None)
        assert option is not None, f"{where}: {choice} is not there"
        assert not option.open, f"{where}: {choice} is open"
        for text in texts:
            assert text in " ".join(option.reason), f"{where}: {choice}: {option.reason}"


def _reasons(run: Run, expected: Mapping[str, list[str]], where: str) -> None:
    """`choice: [texts]`: it is shut for exactly these reasons."""
    for choice, texts in expected.items():
        option = next(o for o in run.view().options if o.id == choice)
        assert list(option.reason) == texts, f"{where}: {choice}: {option.reason}"


def _open(run: Run, expected: list[str], where: str) -> None:
    """Exactly these choices can be taken."""
    found = [option.id for option in run.view().options if option.open]
    assert found == expected, f"{where}: open are {found}"


def _promises(run: Run, expected: Mapping[str, Mapping[str, str]], where: str) -> None:
    """`choice: {system: points}`: exactly what is announced for it beforehand."""
    for choice, promised in expected.items():
        option = next(o for o in run.view().options if o.id == choice)
        found = {change.system: str(change.amount) for change in option.promise}
        assert found == promised, f"{where}: {choice} promises {found}"


def _sees(run: Run, expected: str, where: str) -> None:
    """What the score is told to see of the last choice, or `nothing`."""
    after = run.view().aftermath
    assert after is not None, f"{where}: there is no aftermath"
    found = NOTHING if after.sees is None else after.sees
    assert found == expected, f"{where}: it sees {found!r}"


def _changes(run: Run, expected: Mapping[str, str], where: str) -> None:
    """`system: points`: exactly what is announced after the last choice, but for nothings."""
    after = run.view().aftermath
    changes = after.changes if after else ()
    found = {change.system: str(change.amount) for change in changes if change.amount}
    assert found == expected, f"{where}: it changed {found}"


def _cards(run: Run, expected: list[str], where: str) -> None:
    """Exactly these cards are on offer, in this order."""
    found = [card.id for card in run.view().cards]
    assert found == expected, f"{where}: on offer are {found}"


def _variables(run: Run, expected: Mapping[str, str], where: str) -> None:
    """`variable: value`."""
    for name, value in expected.items():
        found = str(run.state.variables[name]).lower()
        assert found == value, f"{where}: {name} is {found}"


def _arms(run: Run, expected: Mapping[str, str], where: str) -> None:
    """`scene: arm`: the arm that was entered last."""
    for scene, arm in expected.items():
        assert run.facts().arm(scene) == arm, f"{where}: it is {run.facts().arm(scene)}"


def _ending(run: Run, expected: str, where: str) -> None:
    """The run is over, with this ending."""
    view = run.view()
    assert (view.kind, view.ending) == ("end", expected), f"{where}: {view.kind} {view.ending}"


EXPECTATIONS: Mapping[str, Callable[[Run, Any, str], None]] = {
    "arms": _arms,
    "cards": _cards,
    "changes": _changes,
    "ending": _ending,
    "entries": _entries,
    "kind": _kind,
    "lines": _lines,
    "looks": _looks,
    "open": _open,
    "promises": _promises,
    "reasons": _reasons,
    "scene": _scene,
    "sees": _sees,
    "shut": _shut,
    "standings": _standings,
    "unsaid": _unsaid,
    "variables": _variables,
    "when": _when,
    "why": _why,
    "why-not": _why_not,
}
