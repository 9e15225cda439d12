"""A story with the run that is open: what every face is handed.

It keeps the autosave: after every act the run is on disk, so that whatever ends the
process, at most the line on the screen is lost.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from game.errors import GameError
from game.mirror import burning
from game.mirror.closing import Closing, closing
from game.mirror.desk import Desk
from game.mirror.notebook import Timed
from game.play import ledger, untimed
from game.play.beginnings import ChapterRow, chapter_rows, checked
from game.play.cards_met import cards_met
from game.play.instruments import Instruments
from game.play.policy import always_there
from game.play.production import Production
from game.play.remembered import Remembered, only_way, page_of
from game.play.run import Run
from game.play.saves import AUTOSAVE, Shelf, resume
from game.play.slot_rows import SlotRow
from game.play.slots import Slots
from game.play.so_far import SoFar, retold, steps
from game.play.view import OnStage, View
from game.story.model import Card, Cut, Story
from game.story.nearest import did_you_mean


@dataclass(frozen=True, slots=True)
class LogLine:
    """A line of the log, with the speaker's name in place of the id. `struck`: crossed out."""

    kind: str
    speaker_name: str | None
    text: str
    struck: bool = False


class Session:
    """Opens runs of one story. `seed` gives each new run its seed. Without a `shelf`
    nothing is kept; `autosave` names the slot that follows the run. With `cut`, all new runs
    are of this cut of the story; with `chapter`, they begin with this chapter unless another
    is asked for. `remembered`: what was met in earlier runs; `now`: the machine's clock, to say
    when something was saved; `mirror`: what is kept besides saves. Raises GameError if the story
    has no such cut, or no such chapter that can be begun."""

    def __init__(
        self,
        story: Story,
        instruments: Instruments,
        seed: Callable[[], int],
        shelf: Shelf | None,
        autosave: str = AUTOSAVE,
        cut: str | None = None,
        now: Callable[[], datetime] = lambda: datetime.max,
        chapter: str | None = None,
        remembered: Remembered | None = None,
        mirror: Desk | None = None,
    ) -> None:
        if cut is not None and cut not in story.cuts:
            hint = did_you_mean(cut, story.cuts) or f"It has {', '.join(story.cuts) or 'none'}."
            raise GameError(f"The story has no cut {cut}. {hint}")
        self.story = story
        self._cut = cut
        self._chapter = checked(self.story, chapter)
        self._remembered = remembered or Remembered()
        self.mirror = mirror or Desk()
        """Notes, the guess, the mirror and the study."""
        self._instruments = instruments
        self._seed = seed
        self._slots = Slots(shelf, autosave)
        self._now = now
        self._production = Production(story)
        self._run: Run | None = None
        self._first: Run | None = None
        self._live: View | None = None
        self._view: View | None = None
        self._untimed = False
        self._unkept = False
        self.came_back = False
        """Whether the open run was left in an earlier session, after its first choice."""

    @property
    def trouble(self) -> str | None:
        """Why the last autosave did not work, for a face to say; the run goes on."""
        return self._slots.trouble

    # --- the story ------------------------------------------------------------------------

    @property
    def story_title(self) -> str:
        """The story's title."""
        return self.story.title

    @property
    def story_about(self) -> str:
        """One line on the story."""
        return self.story.about

    @property
    def folder(self) -> Path:
        """Where its pictures are."""
        return Path(self.story.folder)

    @property
    def cover(self) -> str | None:
        """The picture of the place where it begins."""
        place = self.story.place_shown(self.story.scenes[self.story.starts])
        return None if place is None else place.picture

    @property
    def cover_stage(self) -> tuple[OnStage, ...]:
        """Who is seen on it: who is there whatever happens."""
        place = self.story.place_shown(self.story.scenes[self.story.starts])
        return () if place is None else always_there(self.story, place.stage)

    @property
    def people(self) -> Mapping[str, str]:
        """The names of those who can speak, by id."""
        return self.story.people

    @property
    def offers(self) -> Sequence[Cut | None]:
        """What a new run can be of: the whole story (None), or one of its cuts."""
        if self._cut is not None:
            return (self.story.cuts[self._cut],)
        return (None, *self.story.cuts.values())

    def chapters(self) -> Sequence[ChapterRow]:
        """The chapters that a new run can begin with now. A cut has none."""
        if self._cut is not None:
            return ()
        if self._first is None:
            self._first = Run(self.story, 0, self._instruments, production=self._production)
        return chapter_rows(self._first, self._remembered)

    # --- opening a run ----------------------------------------------------------------------

    @property
    def has_continue(self) -> bool:
        """Whether a run was left that can be gone on with."""
        return any(slot.name == self._slots.auto for slot in self.slots())

    def new(self, cut: str | None = None, chapter: str | None = None, noted: bool = True) -> None:
        """Begin a new run, of one of the story's cuts, with one of its chapters, or of what is
        played without a choice. `noted`: the player agrees that notes are kept. Raises GameError
        if no run can begin with the chapter."""
        usual = None if cut is not None else self._chapter
        chapter = checked(self.story, chapter) or usual
        inputs = self.mirror.inputs(cut or self._cut, chapter, noted)
        self._run = Run(self.story, self._seed(), self._instruments, inputs, self._production)
        self.mirror.open(self._run)
        self.came_back = False
        self._take_over()

    def resume(self) -> str | None:
        """Go on with the run that was left last; says what could not be kept."""
        return self.load(self._slots.auto)

    def load(self, slot: str) -> str | None:
        """Open a save; says what could not be kept. Raises SaveError."""
        text = self._slots.read(slot)
        resumed = resume(self.story, text, self._instruments, self._production)
        self._run = resumed.run
        self.mirror.open(resumed.run)
        self.came_back = not self._slots.is_of_now(slot) and bool(steps(resumed.run))
        if resumed.told is not None:
            # What could not be kept may fit again when the story is mended.
            self._slots.set_aside(slot)
        self._take_over()
        return resumed.told

    def save(self, slot: str) -> str:
        """Save the run in a slot, and say so. Raises SaveError."""
        self._slots.write(slot, self.run)
        return f"Saved as {slot}."

    def delete(self, slot: str) -> str:
        """Delete a save, and say so. Raises SaveError."""
        self._slots.remove(slot)
        return f"Deleted {slot}."

    def slots(self) -> Sequence[SlotRow]:
        """All saves of this story, the newest first."""
        return self._slots.rows(self.story, self._now())

    def leave(self) -> None:
        """Abandon the run that is open; its save stays, with all the time that passed."""
        self._remembered.keep()
        if self._run is not None:
            if self._unkept:
                self._keep()
            self._run.leave()

    # --- the run -----------------------------------------------------------------------------

    @property
    def run(self) -> Run:
        """The run that is open."""
        if self._run is None:
            raise GameError("No run is open: begin a new one, or load one.")
        return self._run

    @property
    def cut(self) -> Cut | None:
        """The cut that the open run plays; None if it plays the whole story."""
        return None if self.run.inputs.cut is None else self.story.cuts[self.run.inputs.cut]

    @property
    def chapter(self) -> str | None:
        """The chapter that the open run began with; None if it began at the story's start."""
        return self.run.inputs.chapter

    def view(self) -> View:
        """The screen that the run stands at; it can be kept. The same until the next act."""
        live = self.run.view()
        if self._live is not live:
            view = live.kept()
            self._live, self._view = live, replace(view, ticking=False) if self.untimed else view
        assert self._view is not None
        return self._view

    @property
    def untimed(self) -> bool:
        """Whether nobody measures time: each move in an instrument takes the time that it lasts,
        and no view is ticking. A face may set this at any time."""
        return self._untimed

    @untimed.setter
    def untimed(self, untimed: bool) -> None:
        self._untimed = untimed
        self._live = None

    def choose(self, id: str, timed: Timed | None = None) -> None:
        """Take a choice. `timed`: how long it took, if the face has measured it. Raises
        NotOpen."""
        view = self.view()
        if view.kind == "scene" and self.mirror.keeps:
            self._remembered.read(page_of(view))
        if self.untimed:
            untimed.choose(self.run, id)
        else:
            self.run.choose(id)
        if view.kind == "scene":
            among = [option.id for option in view.options if option.open]
            self.mirror.chose(view.scene, id, among, timed)
        self.mirror.acted()
        self._keep()

    @property
    def read_before(self) -> bool:
        """Whether the page that is shown was read before, in this run or an earlier one."""
        view = self.view()
        return view.kind == "scene" and self._remembered.has_read(page_of(view))

    @property
    def can_skip(self) -> bool:
        """Whether there is anything to pass over: a page that was read before, with one way."""
        return only_way(self.view(), self._remembered) is not None

    def skip(self) -> int:
        """Go on through pages that were read before and leave no choice, to what is new, a
        choice, a field, an instrument, a note or the end -> how many were passed over."""
        passed = set[str]()
        try:
            while (way := only_way(self.view(), self._remembered)) is not None:
                page = page_of(self.view())
                if page in passed:
                    # It goes round in a circle, where nothing new will come.
                    break
                passed.add(page)
                self.run.choose(way)
                self.mirror.acted()
        finally:
            if passed:
                self._keep()
        return len(passed)

    def tick(self, n: int) -> None:
        """Let time pass in an instrument: saved with the next act, or when the run is left; at
        once if the time has led out of the instrument."""
        self.run.tick(n)
        self._unkept = True
        if self.run.view().kind != "instrument":
            self.mirror.acted()
            self._keep()

    @property
    def can_undo(self) -> bool:
        """Whether there is an act to take back."""
        return self._run is not None and self._run.can_undo and self.mirror.can_undo()

    @property
    def can_redo(self) -> bool:
        """Whether there is an act to bring back."""
        return self._run is not None and self._run.can_redo

    def undo(self) -> bool:
        """Take the last act back, unless it was guessed about."""
        done = self.mirror.can_undo() and self.run.undo()
        if done:
            self.mirror.undone()
        self._keep()
        return done

    def redo(self) -> bool:
        """Bring back what was taken back last."""
        done = self.run.redo()
        if done:
            self.mirror.acted()
        self._keep()
        return done

    def log(self) -> Sequence[LogLine]:
        """Everything that was said."""
        people = self.story.people
        return [
            LogLine(
                said.kind, people[said.speaker] if said.speaker else None, said.text, said.struck
            )
            for said in self.run.log
        ]

    def ledger(self) -> Sequence[ledger.LedgerRow]:
        """The entries that may be shown."""
        return ledger.rows(self.run)

    def why(self, number: int) -> Sequence[str]:
        """What an entry came from."""
        return ledger.why(self.run, number)

    def so_far(self) -> SoFar:
        """The story so far, for whoever comes back to it."""
        return retold(self.run)

    def closing(self) -> Closing:
        """What was played, for whoever stops before the end."""
        return closing(self.run)

    def cards_met(self) -> Sequence[Card]:
        """All cards that were met in the run."""
        return cards_met(self.run)

    def burn(self) -> Sequence[str]:
        """Delete everything that is kept of the open run, and close it; says what was deleted.
        Raises GameError if some of it could not be: the run stays open, to try it again."""
        told = burning.each((self._withdraw, self.mirror.burn, self._burn_saves, self._forget))
        self.mirror.close()
        self._run = self._live = self._view = None
        return told

    def _withdraw(self) -> Sequence[str]:
        return [self.mirror.withdraw()] if self.mirror.takes_part else ()

    def _burn_saves(self) -> Sequence[str]:
        return [burning.saves(self._slots, self.run.inputs.id)]

    def _forget(self) -> Sequence[str]:
        self._remembered.forget()
        return ()

    # --- keeping ---------------------------------------------------------------------------------

    def _keep(self) -> None:
        self._unkept = False
        if self.run.inputs.noted:
            self._remember()
        self._slots.follow(self.run)

    def _take_over(self) -> None:
        """The run that is open now is the one that is followed."""
        given_up = self._slots.given_up()
        self._slots.make_room(self._slots.auto)
        self._keep()
        self.mirror.forget(given_up)

    def _remember(self) -> None:
        if self.run.state.phase in ("scene", "instrument"):
            self._remembered.meet(self.run.state.scene.chapter)
        elif self.run.over:
            self._remembered.keep()
