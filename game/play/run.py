"""One playthrough: a story, a seed, and the acts of a player.

The walk: `choose(id)` → deeds → entries → the next scene → `view()`. Everything can be
made again from story, seed and journal; that is how undo, saves and replays work.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from weakref import ref

from game.errors import NotOpen
from game.play import effects, notes, offers, playing, showing, traverse
from game.play.dice import DiceOfNow
from game.play.facts import RunFacts
from game.play.inputs import ORDINARY, Inputs
from game.play.instruments import Instruments
from game.play.journal import (
    CHOOSE,
    MOST_TICKS,
    MOVE,
    NOTE,
    REDO,
    STUCK,
    TICKS,
    UNDO,
    Act,
    Path,
)
from game.play.pairs import Answer, FirstArms, first_answers
from game.play.production import Production
from game.play.said import Log, Said, Told
from game.play.staging import StagedChoice
from game.play.state import State, opening
from game.play.view import View
from game.story.expressions.tree import WHOLE
from game.story.model import WAY_ON, Story

Value = bool | int | str

_MISFIT = "The journal does not fit the story."


class Run:
    """A run of a story. `instruments` by id; `inputs`: what else it is given, once and for all."""

    def __init__(
        self,
        story: Story,
        seed: int,
        instruments: Instruments | None = None,
        inputs: Inputs = ORDINARY,
        production: Production | None = None,
    ) -> None:
        self.story = story
        self.production = production or Production(story)
        self.seed = seed
        self.inputs = inputs
        self.shown = inputs.shown
        self.straight = inputs.cut is None and not story.pools
        """Whether every way leads to the scene that it names."""
        self.instruments = instruments or {}
        self.first_arms = FirstArms(story, seed)
        self.journal: list[Act] = []
        self.left = False
        self._stale: Collection[int] = ()
        self._path = Path()
        self._view: ref[View] | None = None
        self._restart()

    # --- what faces ask ---------------------------------------------------------------------

    def view(self) -> View:
        """What may be shown now; the same object until the next act."""
        view = None if self._view is None else self._view()
        if view is None:
            view = showing.view(self)
            # A view holds its run: held in turn, both would stay until somebody cleans up.
            self._view = ref(view)
        return view

    @property
    def over(self) -> bool:
        """Whether the run has come to an ending, or was left."""
        return self.left or self.state.phase == "end"

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to take back."""
        return self._path.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is an act to bring back."""
        return bool(self._path.undone)

    @property
    def holding(self) -> Sequence[Act]:
        """The acts of the journal that still hold: the run would stand here without the others."""
        return self._path.done

    @property
    def log(self) -> Sequence[Said]:
        """Everything that was said, in order."""
        return self._log.said(self)

    @property
    def told(self) -> Sequence[Told]:
        """What the log is made of, for other readings of it."""
        return self._log.told

    def answers(self) -> Sequence[Answer]:
        """The first answer to each arm of each pair, undone or not."""
        return first_answers(self.story, self.journal, self._stale)

    # --- what players do ----------------------------------------------------------------------

    def choose(self, choice: str) -> None:
        """Take a choice, a note's answer or an instrument's move.

        Raises NotOpen, and changes nothing, if it is not on offer.
        """
        act = self._act(choice)
        try:
            self._do(act)
        except NotOpen:
            raise
        except Exception:
            # An act is done whole or not at all, even if something fails that nobody foresaw.
            self._replay()
            raise
        self._done(act)

    def tick(self, count: int) -> None:
        """Let time pass in the instrument that is played: `count` times 100 ms."""
        scene = self.state.scene.id
        try:
            passed = playing.pass_time(self, count)
        except NotOpen:
            raise
        except Exception:
            self._replay()
            raise
        last = self.journal[-1] if self.journal else UNDO
        before = int(last[2]) if isinstance(last, list) and last[:2] == [TICKS, scene] else 0
        if 0 < before <= MOST_TICKS - passed:
            # An instrument that is left alone must not fill the disk.
            self.journal[-1] = self._path.done[-1] = [TICKS, scene, before + passed]
            self._view = None
        else:
            self._done([TICKS, scene, passed])

    def undo(self) -> bool:
        """Go back to before the last act; False if there is none."""
        if not self.can_undo:
            return False
        self.journal.append(UNDO)
        self._path.add(UNDO)
        self._replay()
        return True

    def redo(self) -> bool:
        """Take the act again that was undone last; False if there is none, or if it does not
        fit the story any more."""
        if not self.can_redo:
            return False
        try:
            for act in self._path.undone[-1]:
                self.repeat(act)
        except NotOpen:
            self._path.undone.clear()
            self._replay()
            return False
        except Exception:
            self._replay()
            raise
        self._done(REDO)
        return True

    def leave(self) -> None:
        """Abandon the run; it can be resumed from its save."""
        self.left = True

    # --- what the play ring's own modules ask ---------------------------------------------------

    def shows(self, view: View) -> bool:
        """Whether the view is the present one."""
        return self._view is not None and self._view() is view

    def bounded(self, name: str, value: Value) -> Value:
        """The value that the variable takes: a number stays within its bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            return value
        variable = self.story.variables[name]
        return min(max(value, variable.least), variable.most)

    # --- how acts are done -----------------------------------------------------------------

    def _done(self, act: Act) -> None:
        self.journal.append(act)
        self._path.add(act)
        self._view = None

    def _act(self, word: str) -> list[str | int]:
        """The act that the word means on this screen."""
        staged, phase = self.state.staged, self.state.phase
        if phase == "scene":
            if word == WAY_ON and staged.scene.way is None and offers.stuck(self):
                return [STUCK, staged.id]
            if staged.arm is not None:
                return [CHOOSE, staged.id, word, staged.arm]
            return [CHOOSE, staged.id, word]
        if phase == "end":
            raise NotOpen("The story has come to its end.")
        if phase == "note":
            return [NOTE, staged.id, word, notes.whose(self)]
        return [MOVE, staged.id, word]

    def _do(self, act: list[str | int]) -> None:
        """Do an act that was made for this screen."""
        records, entries = len(self.state.books.records), len(self.state.books.entries)
        kind = act[0]
        if kind == CHOOSE:
            choice = self.state.staged.choice(act[2])
            if choice is None:
                self._go_on(act[2])
            else:
                self._choose(choice)
        elif kind == STUCK:
            traverse.give_up(self)
        elif kind == NOTE:
            traverse.answer_note(self, str(act[2]))
        else:
            playing.move(self, str(act[2]))
        self.state.first_record, self.state.first_entry = records, entries

    def _choose(self, staged: StagedChoice) -> None:
        if not staged.free:
            self._check_open(staged)
        effects.take(self, staged)
        if staged.target is not None:
            traverse.come_to(self, staged.target)
        elif staged.choice.play is not None:
            playing.begin(self, staged.choice.play)
        elif staged.choice.way is not None:
            traverse.follow(self, staged.choice.way)

    def _go_on(self, wanted: str | int) -> None:
        way = self.state.scene.way
        if way is None or wanted != WAY_ON:
            raise NotOpen(f"There is no choice {wanted!r} here.")
        self.state.happened = None
        self.state.chosen.add((self.state.scene.id, WAY_ON))
        traverse.follow(self, way)

    def _check_open(self, staged: StagedChoice) -> None:
        choice = staged.choice
        if not offers.offered(self, staged):
            raise NotOpen(f"There is no choice {choice.id!r} here.")
        if not offers.is_open(self, choice):
            raise NotOpen(" ".join(offers.reasons(self, choice)))

    # --- replaying -------------------------------------------------------------------------

    def _restart(self) -> None:
        self._view = None
        self._log = Log()
        self.tell: Callable[[Told], None] = self._log.add
        """Puts something into the log."""
        self.state: State = opening(self.production)
        cut = self.inputs.cut or WHOLE
        self.dice = DiceOfNow(self.seed, self.state)
        """Chance for this moment."""
        self.facts = RunFacts(self.state, self.first_arms, self.shown, self.seed, cut)
        """The run as conditions and texts see it now."""
        traverse.start(self)

    def _replay(self) -> None:
        self._restart()
        for act in self._path.done:
            self.repeat(act)
        self._view = None

    def take_up(self, journal: Sequence[Act], stale: Collection[int], anew: bool) -> None:
        """Go on from a journal whose acts were repeated. `stale`: the numbers of those that were
        undone and answer nothing any more; `anew`: whether the state is to be made again."""
        self.journal = list(journal)
        self._stale = stale
        self._path = Path(journal)
        if anew:
            self._replay()
        self._view = None

    def could(self, act: Act) -> bool:
        """Whether this choice was made for this screen, and could be taken."""
        if self.over or not isinstance(act, list) or act != self._act(str(act[2])):
            return False
        staged = self.state.staged.choice(act[2])
        if staged is None or act[0] != CHOOSE:
            return False
        return offers.offered(self, staged) and offers.is_open(self, staged.choice)

    def repeat(self, act: Act) -> None:
        """Do an act of a journal. Raises NotOpen if it was not made for this screen."""
        if not isinstance(act, list) or act[1] != self.state.scene.id:
            raise NotOpen(_MISFIT)
        if act[0] == TICKS:
            if playing.pass_time(self, int(act[2])) != act[2]:
                raise NotOpen(_MISFIT)
        else:
            made = self._act(WAY_ON if act[0] == STUCK else str(act[2]))
            if act != made and not (act[0] == NOTE and act == made[:3]):
                raise NotOpen(_MISFIT)
            self._do(act)
