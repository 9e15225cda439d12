"""Plays a story with right and wrong inputs, and sees that wrong ones change nothing."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from random import Random

from game.errors import NotOpen
from game.fuzz import nasty_inputs
from game.play import ledger, showing, untimed
from game.play.inputs import Inputs
from game.play.instruments import Instruments
from game.play.journal import CHOOSE, MOVE, NOTE, STUCK, TICKS, is_tick
from game.play.run import Run
from game.play.saves import SaveError, Shelf, resume, save_text
from game.session import Session
from game.story.model import Story
from game.text.face import TextFace

MOST_ACTS = 400
"""In one run: undoing replays all of them."""

_ONE_ACT = ([False], [False, True])
"""Whether they are ticks: what the journal has of a choice, and of a move that lasts."""


class Broken(Exception):
    """The game did something that it must never do."""


class Player:
    """Gives one run after the other inputs by chance. Raises Broken, or whatever the game
    raises that it must not."""

    def __init__(self, story: Story, instruments: Instruments, chance: Random) -> None:
        self._story = story
        self._instruments = instruments
        self._chance = chance
        self._ids = sorted(
            {choice.id for scene in story.scenes.values() for choice in scene.choices}
        )
        self._inputs: tuple[tuple[int, Callable[[], None]], ...] = (
            (50, self._take),
            (14, self._wrong),
            (10, self._tick),
            (7, self._undo),
            (5, self._redo),
            (5, self._read),
            (2, self._save),
            (3, self._wrong_save),
        )
        self._weights = [weight for weight, _ in self._inputs]
        self._begin()

    def give(self, inputs: int) -> None:
        """So many inputs; then the last run is replayed."""
        for _ in range(inputs):
            self._chance.choices(self._inputs, self._weights)[0][1]()
            if len(self.run.journal) > MOST_ACTS or (self.run.over and self._chance.random() < 0.2):
                self._replay()
                self._begin()
        self._replay()

    def _begin(self) -> None:
        chance, story = self._chance, self._story
        shown, seed = chance.random() < 0.8, chance.getrandbits(32)
        cut = chance.choice((None, None, *story.cuts))
        begun = [one.id for one in story.chapters.values() if one.begin is not None]
        chapter = chance.choice((None, None, *begun))
        self.run = Run(story, seed, self._instruments, Inputs(shown, cut=cut, chapter=chapter))
        self._choose = chance.choice((Run.choose, untimed.choose))

    # --- inputs -------------------------------------------------------------------------------

    def _take(self) -> None:
        """Something that the screen offers, open or shut."""
        options = self.run.view().options
        if not options:
            self._refused(lambda: self.run.choose("on"))
            return
        option = self._chance.choice(options)
        if option.open or (self.run.state.phase == "scene" and option.id == "on"):
            before = len(self.run.journal)
            self._choose(self.run, option.id)
            if [is_tick(act) for act in self.run.journal[before:]] not in _ONE_ACT:
                raise Broken("an act was not written into the journal")
            self.run.view().kept()
        else:
            self._refused(lambda: self.run.choose(option.id))

    def _wrong(self) -> None:
        """A word that the screen does not offer."""
        word = self._chance.choice((*nasty_inputs.IDS, *self._ids))
        if all(option.id != word for option in self.run.view().options):
            self._refused(lambda: self.run.choose(word))

    def _tick(self) -> None:
        count = self._chance.choice((1, 1, 3, 10, 100, 0, -1, 10**7))
        if self.run.state.phase == "instrument" and 0 < count <= 100:
            try:
                self.run.tick(count)
            except NotOpen:
                return
            self.run.view().kept()
        else:
            self._refused(lambda: self.run.tick(count))

    def _undo(self) -> None:
        could = self.run.can_undo
        if self.run.undo() != could:
            raise Broken("undo does not do what it says")

    def _redo(self) -> None:
        if self.run.redo() and not self.run.can_undo:
            raise Broken("redo does not do what it says")

    def _read(self) -> None:
        """All that a face can ask, none of which may change anything."""
        before = self._snapshot()
        for row in ledger.rows(self.run):
            if not ledger.why(self.run, row.number):
                raise Broken(f"entry {row.number} is shown, and is not explained")
        self.run.answers()
        self._unchanged(before)

    def _save(self) -> None:
        self._replay()
        self.run = resume(self._story, save_text(self.run), self._instruments).run

    def _wrong_save(self) -> None:
        text = mutated_save(save_text(self.run), self._chance, self._ids)
        before = self._snapshot()
        try:
            resumed = resume(self._story, text, self._instruments)
        except SaveError:
            resumed = None
        self._unchanged(before)
        if resumed is not None:
            resumed.run.view().kept()
            if self._chance.random() < 0.3:
                self.run = resumed.run

    # --- what must hold -----------------------------------------------------------------------

    def _refused(self, do: Callable[[], None]) -> None:
        before = self._snapshot()
        try:
            do()
        except NotOpen as error:
            if not str(error):
                raise Broken("something was refused without a word") from None
        else:
            raise Broken("what is not offered was done")
        self._unchanged(before)

    def _snapshot(self) -> tuple[object, ...]:
        run, state = self.run, self.run.state
        return (
            screen(run), len(run.log), list(run.journal), len(state.books.records),
            list(state.books.entries), dict(state.variables), dict(state.clocks),
            dict(state.visits), len(state.stack),
        )  # fmt: skip

    def _unchanged(self, before: tuple[object, ...]) -> None:
        if self._snapshot() != before:
            raise Broken("something changed that should not have")

    def _replay(self) -> None:
        """The save of a run leads to the same run."""
        resumed = resume(self._story, save_text(self.run), self._instruments)
        run, again = self.run, resumed.run
        if resumed.told is not None:
            raise Broken(f"a save of this very story does not fit: {resumed.told}")
        same = (
            screen(run) == screen(again)
            and list(run.log) == list(again.log)
            and run.state.books.entries == again.state.books.entries
            and run.state.books.records == again.state.books.records
            and run.state.variables == again.state.variables
        )
        if not same:
            raise Broken("a replay does not lead to where the run stands")


def screen(run: Run) -> tuple[object, ...]:
    """All parts of the view, made anew: the run keeps its own until the next act."""
    return tuple(make(run) for make in showing.PARTS.values())


def mutated_save(text: str, chance: Random, ids: list[str]) -> str:
    """The text of a save, broken."""
    if chance.random() < 0.3:
        at = chance.randrange(len(text))
        put = chance.choice(
            ("", "[", "]", "{", '"', "\x00", "9" * 5_000, "[" * 5_000, "\ud800", "NaN", "1e999")
        )
        return text[:at] + put + text[at + chance.randrange(9) :]
    save = json.loads(text)
    for _ in range(chance.randrange(1, 4)):
        _break(save, chance, ids)
    return json.dumps(save)


def _break(save: dict[str, object], chance: Random, ids: list[str]) -> None:
    acts = save.get("acts")
    if chance.random() < 0.3 or not isinstance(acts, list) or not acts:
        key = chance.choice(sorted(save))
        save[key] = chance.choice(
            (None, -1, 0, 2, 10**30, 0.5, "", "x", [], [[]], {}, True, [1], ["x"])
        )
        return
    at = chance.randrange(len(acts))
    match chance.randrange(6):
        case 0:
            del acts[at]
        case 1:
            acts.insert(at, chance.choice(acts))
        case 2:
            acts[at:at] = [chance.choice(("undo", "redo"))] * chance.choice((1, 2, 300))
        case 3:
            kind = chance.choice((CHOOSE, MOVE, NOTE, STUCK, TICKS, "x"))
            acts[at] = [kind, chance.choice((*ids, "x")), chance.choice((*ids, 3, "on", 10**6, -1))]
        case 4:
            acts[at] = chance.choice((None, 1, "x", [], [[]], {}, ["choose"], ["undo"], [1, 2, 3]))
        case _:
            del acts[at:]


def lines(chance: Random, ids: list[str], count: int) -> list[str]:
    """Lines for the text face: commands, numbers, ids and nonsense."""
    return [
        chance.choice(nasty_inputs.LINES)
        if chance.random() < 0.6
        else chance.choice((*ids, "1", "1", "2", ""))
        for _ in range(count)
    ]


def type_lines(
    story: Story, instruments: Instruments, chance: Random, count: int, shelf: Path
) -> None:
    """Plays by text, a line an input. Raises whatever the face should have answered."""
    written: list[str] = []
    session = Session(story, instruments, lambda: chance.getrandbits(32), Shelf(shelf))
    session.new()
    ids = sorted({choice.id for scene in story.scenes.values() for choice in scene.choices})
    TextFace(session, written.append).play(lines(chance, ids, count))
    if not written:
        raise Broken("the text face said nothing")
