"""One playthrough: a story, a seed, and the acts of a player.

The walk: `choose(id)` → deeds → entries → the next scene → `view()`. Everything can be
made again from story, seed and journal; that is how undo, saves and replays work.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

from game.errors import NotOpen
from game.play import effects, offers, playing, policy, traverse
from game.play.facts import RunFacts
from game.play.instruments import Instrument
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
    cut,
)
from game.play.pairs import Answer, first_answers, first_arms
from game.play.said import Said
from game.play.state import State, opening
from game.play.view import View
from game.scoring.rulebook import Rulebook
from game.story.expression_tree import WHOLE
from game.story.model import WAY_ON, Choice, Story

Value = bool | int | str

_MISFIT = "The journal does not fit the story."


class Run:
    """A run. `instruments` by id; `shown`: whether the player is shown the scores; `cut`: one
    of the story's cuts, or None for the whole."""

    def __init__(
        self,
        story: Story,
        seed: int,
        instruments: Mapping[str, Instrument] | None = None,
        shown: bool = True,
        cut: str | None = None,
    ) -> None:
        self.story = story
        self.seed = seed
        self.shown = shown
        self.cut = cut
        self.instruments = instruments or {}
        self.first_arms = first_arms(story, seed)
        self.journal: list[Act] = []
        self.left = False
        self._path = Path()
        self._rulebook = Rulebook(story)
        self._view: View | None = None
        self._restart()

    # --- what faces ask ---------------------------------------------------------------------

    def view(self) -> View:
        """What may be shown now; the same object until the next act."""
        if self._view is None:
            self._view = policy.view(self)
        return self._view

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
    def log(self) -> Sequence[Said]:
        """Everything that was said, in order."""
        return self._log

    def answers(self) -> Sequence[Answer]:
        """The first answer to each arm of each pair, undone or not."""
        return first_answers(self.story, self.journal)

    # --- what players do ----------------------------------------------------------------------

    def choose(self, choice: str) -> None:
        """Take a choice, a note's answer or an instrument's move.

        Raises NotOpen, and changes nothing, if it is not on offer.
        """
        act = self._act(choice)
        with self._whole():
            self._do(act)
        self._done(act)

    def tick(self, count: int) -> None:
        """Let time pass in the instrument that is played: `count` times 100 ms."""
        scene = self.state.scene.id
        with self._whole():
            passed = playing.pass_time(self, count)
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
        self._done(REDO)
        return True

    def leave(self) -> None:
        """Abandon the run; it can be resumed from its save."""
        self.left = True

    # --- what the play ring's own modules ask ---------------------------------------------------

    def facts(self) -> RunFacts:
        """The run as conditions and texts see it now."""
        return self._facts

    def say(self, said: Said) -> None:
        """Put a line into the log."""
        self._log.append(said)

    def say_aftermath(self) -> None:
        """Put what the score sees and misses into the log, as far as it is shown."""
        aftermath = policy.aftermath(self)
        if aftermath is not None:
            if aftermath.sees is not None:
                self.say(Said("sees", aftermath.sees))
            if aftermath.misses is not None:
                self.say(Said("misses", aftermath.misses))

    def bounded(self, name: str, value: Value) -> Value:
        """The value that the variable takes: a number stays within its bounds."""
        if isinstance(value, bool) or not isinstance(value, int):
            return value
        variable = self.story.variables[name]
        return min(max(value, variable.least), variable.most)

    # --- how acts are done -----------------------------------------------------------------

    @contextmanager
    def _whole(self) -> Iterator[None]:
        """An act is done whole or not at all, even if something fails that nobody foresaw."""
        try:
            yield
        except NotOpen:
            raise
        except Exception:
            self._replay()
            raise

    def _done(self, act: Act) -> None:
        self.journal.append(act)
        self._path.add(act)
        self._view = None

    def _act(self, choice: str) -> list[str | int]:
        """The act that the word means on this screen."""
        scene = self.state.scene.id
        match self.state.phase:
            case "note":
                return [NOTE, scene, choice]
            case "instrument":
                return [MOVE, scene, choice]
            case "end":
                raise NotOpen("The story has come to its end.")
        if choice == WAY_ON and self.state.scene.way is None and offers.stuck(self):
            return [STUCK, scene]
        arm = self.state.arms[scene] if scene in self.first_arms else None
        return [CHOOSE, scene, choice] if arm is None else [CHOOSE, scene, choice, arm]

    def _do(self, act: list[str | int]) -> None:
        """Do an act that was made for this screen."""
        entries = len(self.state.books.entries)
        match act:
            case [str(kind), _, str(word)] if kind == NOTE:
                traverse.answer_note(self, word)
            case [str(kind), _, str(word)] if kind == MOVE:
                playing.move(self, word)
            case [str(kind), _] if kind == STUCK:
                traverse.give_up(self)
            case [_, _, word, *_]:
                self._choose(str(word))
        self.state.first_entry = entries

    def _choose(self, wanted: str) -> None:
        scene = self.state.scene
        if scene.way is not None and wanted == WAY_ON:
            self.state.happened = None
            traverse.follow(self, scene.way)
            return
        choice = next((c for c in scene.choices if c.id == wanted), None)
        if choice is None:
            raise NotOpen(f"There is no choice {wanted!r} here.")
        self._check_open(choice)
        effects.take(self, choice)
        if choice.play is not None:
            playing.begin(self, choice.play)
        elif choice.way is not None:
            traverse.follow(self, choice.way)

    def _check_open(self, choice: Choice) -> None:
        if not offers.offered(self, choice):
            raise NotOpen(f"There is no choice {choice.id!r} here.")
        if not offers.is_open(self, choice):
            raise NotOpen(" ".join(offers.reasons(self, choice)))

    # --- replaying -------------------------------------------------------------------------

    def _restart(self) -> None:
        self._view = None
        self._log: list[Said] = []
        self.state: State = opening(self.story, self._rulebook)
        self._facts = RunFacts(self.state, self.first_arms, self.shown, self.cut or WHOLE)
        traverse.come_to(self, self.story.starts)

    def _replay(self) -> None:
        self._restart()
        for act in self._path.done:
            self.repeat(act)
        self._view = None

    def repeat(self, act: Act) -> None:
        """Do an act of a journal. Raises NotOpen if it was not made for this screen."""
        if not isinstance(act, list) or act[1] != self.state.scene.id:
            raise NotOpen(_MISFIT)
        if act[0] == TICKS:
            if playing.pass_time(self, int(act[2])) != act[2]:
                raise NotOpen(_MISFIT)
        elif act == self._act(WAY_ON if act[0] == STUCK else str(act[2])):
            self._do(act)
        else:
            raise NotOpen(_MISFIT)


def fresh(run: Run) -> Run:
    """A new run of the same story, with the same seed and inputs."""
    return Run(run.story, run.seed, run.instruments, run.shown, run.cut)


def replayed(run: Run, acts: Sequence[Act]) -> tuple[Run, int]:
    """A new run of the same story, seed and inputs with these acts, as far as they fit;
    and how many of those that still held did not."""
    again = fresh(run)
    path = Path(acts)
    fitting = 0
    for act in path.done:
        try:
            again.repeat(act)
        except NotOpen:
            break
        fitting += 1
    lost = len(path.done) - fitting
    again.journal = cut(acts, path.done[:fitting]) if lost else list(acts)
    again._path = Path(again.journal)
    if lost:
        # An act may have failed half way, so the state is made anew.
        again._replay()
    again._view = None
    return again, lost
