"""What is kept of the open run besides its save, and shown to its player at the end: notes, the
guess, the mirror, and their part in a study. Faces ask this and nothing behind it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

from game.errors import GameError
from game.keeping import erase, write_page
from game.mirror import burning, notes_told, page, reading
from game.mirror.backwards import Account, backwards
from game.mirror.notebook import (
    Answer,
    Bet,
    Judged,
    Looked,
    Notebook,
    Timed,
    Undone,
    clipped,
)
from game.mirror.reading import Mirror
from game.mirror.statements import drawn, told_apart
from game.mirror.study.enrolment import Enrolment
from game.mirror.study.protocol import Study
from game.play.inputs import Inputs
from game.play.pairs import answered
from game.play.run import Run
from game.story.model import Card, Statement


class Desk:
    """`folder`: where notes are kept, one file a run; without one, as long as the game is open.
    `word`: a new word for each run, that says nothing of who plays. `enrolment`: the study that a
    host has switched on; `report` hears of what its store could not do."""

    def __init__(
        self,
        folder: Path | None = None,
        word: Callable[[], str] = str,
        enrolment: Enrolment | None = None,
        report: Callable[[GameError], object] = lambda _: None,
    ) -> None:
        self._folder = folder
        self._word = word
        self._enrolment = enrolment
        self._report = report
        self._run: Run | None = None
        self.notebook = Notebook()

    # --- a run begins, or is opened again ------------------------------------------------------

    @property
    def study(self) -> Study | None:
        """The study that runs take part in on this machine, with their player's consent."""
        return None if self._enrolment is None else self._enrolment.study

    def inputs(self, cut: str | None, chapter: str | None, noted: bool) -> Inputs:
        """What a new run is given: with consent a name for its notes, and its arm in a study."""
        word = self._word()
        inputs = Inputs(cut=cut, chapter=chapter, noted=noted, id=word)
        if not noted or self._enrolment is None or not word:
            return inputs
        try:
            return self._enrolment.begin(inputs)
        except GameError as error:
            # The visitor came to play: they play, and are not counted.
            self._report(error)
            return inputs

    def open(self, run: Run) -> None:
        """This run is played now; its notes are looked up."""
        self._run = run
        kept = self._folder if run.inputs.noted and run.inputs.id else None
        self.notebook = Notebook(None if kept is None else kept / f"{run.inputs.id}.jsonl")
        self._enrol()

    def forget(self, run: str) -> None:
        """Deletes the notes of another run, by its id: it is lost, and nobody could come back to
        read them, or to burn them."""
        if self._folder is None or not run or run == self.run.inputs.id:
            return
        with suppress(OSError):
            (self._folder / f"{run}.jsonl").unlink(missing_ok=True)

    # --- as it is played ------------------------------------------------------------------------

    def chose(self, scene: str, option: str, among: Sequence[str], timed: Timed | None) -> None:
        """An act was done in a scene: what was chosen `among` its options, and how long it
        took."""
        if self.keeps and len(among) > 1 and option in among:
            last = self.run.journal[-1]
            arm = str(last[3]) if isinstance(last, list) and len(last) == 4 else None
            fits = None if timed is None else clipped(timed, among)
            self.notebook.add(
                Answer(scene, option, arm)
                if fits is None
                else Answer(scene, option, arm, fits.ms, fits.rested)
            )

    def acted(self) -> None:
        """An act was done, wherever: an answer to a pair, or the end, is told to the study."""
        if self.run.over or answered(self.run.story, self.run.journal[-1]) is not None:
            self._enrol()

    def undone(self) -> None:
        """The last act was taken back."""
        if self.keeps:
            self.notebook.add(Undone(self.run.state.scene.id))

    def looked(self) -> None:
        """The ledger was opened."""
        if self.keeps and not self.run.over:
            self.notebook.add(Looked(self.run.state.scene.id))

    @property
    def keeps(self) -> bool:
        """Whether notes are kept of the open run."""
        return self._run is not None and self._run.inputs.noted

    @property
    def run(self) -> Run:
        """The run that is open."""
        assert self._run is not None, "a desk is asked about a run that is open"
        return self._run

    def can_undo(self) -> bool:
        """Whether the last act may still be taken back: what is guessed about stays."""
        bet = self.notebook.bet
        return bet is None or len(self.run.holding) > bet.held

    def notes_told(self) -> tuple[str, ...]:
        """The notes of the open run in sentences; where there was something at stake is said as
        soon as it spoils nothing."""
        run = self.run
        stakes = run.over or (run.shown and not self.takes_part)
        return notes_told.told(run.story, run.facts, self.notebook, stakes)

    # --- at the end -----------------------------------------------------------------------------

    @property
    def bet_of(self) -> int:
        """About how many pairs a guess can be made now; 0 if none can: it was made, nothing can be
        guessed about, no notes are kept, or it would spoil what is compared later."""
        if not self.keeps or self._early or self.notebook.bet is not None:
            return 0
        return reading.counting(self.run)

    @property
    def can_look(self) -> bool:
        """Whether the mirror can be looked into now: a guess was made, or can be."""
        return bool(self.bet_of) or (self.notebook.bet is not None and not self._early)

    @property
    def _early(self) -> bool:
        """Whether to look now would spoil what is compared at the end."""
        return not self.run.over and (self.takes_part or not self.run.shown)

    def bet(self, changed: int | None) -> None:
        """The player guesses: so many answers were changed by the score; None: no guess. Raises
        GameError if there is nothing to guess, or not so many."""
        of = self.bet_of
        if not of or not (changed is None or 0 <= changed <= of):
            raise GameError(f"A guess is a number from 0 to {of}." if of else "No guess is due.")
        self.notebook.add(Bet(changed, of, len(self.run.holding)))

    def mirror(self) -> Mirror:
        """Both answers of every pair that was met, with what was guessed and measured."""
        return reading.mirror(self.run, self.notebook)

    def backwards(self) -> tuple[Account, ...]:
        """The ledgers, from their last entry to the first."""
        return backwards(self.run)

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The closing statements of the open run, in their order; none if the story has none."""
        return drawn(self.run.story, self.run.seed)

    def answer_to(self, statement: Statement) -> Card:
        """The card that answers a statement."""
        return self.run.story.cards[statement.card]

    @property
    def apart(self) -> str:
        """How well true and false were told apart so far, in words."""
        return told_apart(self.judged, self.run.story).says

    @property
    def judged(self) -> Mapping[str, bool]:
        """The closing statements that were judged: called true, or not."""
        return self.notebook.judged

    def judge(self, statement: str, true: bool) -> None:
        """The player calls a statement true, or not; their first word counts."""
        if statement not in self.judged:
            self.notebook.add(Judged(statement, true))
            self._enrol()

    def keep_page(self, file: Path | None = None) -> Path:
        """Writes the page to print or keep, and says where: into `file`, which must not be there
        yet, or beside the notes. Raises GameError if there is nothing to keep, or it cannot be
        written."""
        self._check_page(file)
        place = file or self._page
        if place is None:
            raise GameError("Nothing is kept here by itself: name a file.")
        write_page(place, page.html(self.run, self.notebook))
        return place

    def _check_page(self, file: Path | None) -> None:
        if not self.keeps:
            raise GameError("There is nothing to keep.")
        if self.bet_of:
            raise GameError("Guess first: the page shows both answers.")
        if not self.run.over and self.notebook.bet is None:
            raise GameError("The page is made when the story has ended.")
        # These say no where a name is too long, or may not be looked at: writing tells why.
        if file is not None and os.path.exists(file):
            raise GameError(f"There is a {file} already: name another file.")
        if file is not None and not os.path.isdir(file.parent):
            raise GameError(f"There is no folder {file.parent}: name another file.")

    @property
    def _page(self) -> Path | None:
        """Where it stands unless it is put elsewhere."""
        notes = self.notebook.file
        return None if notes is None else notes.with_suffix(".html")

    # --- taking it back -------------------------------------------------------------------------

    @property
    def takes_part(self) -> bool:
        """Whether the open run is in the study, so that its answers can be removed from it."""
        return self._enrolled() is not None

    def withdraw(self) -> str:
        """Removes the run's answers from the study, and says so. Raises StoreError."""
        enrolment = self._enrolled()
        if enrolment is None or not enrolment.remove(self.run):
            return "Nothing of this run is in the study."
        return "Your answers are removed from the study. Nothing of them is left in it."

    def burns(self) -> tuple[str, ...]:
        """What burning the run will delete."""
        page = self._page is not None and os.path.exists(self._page)
        named = bool(self.run.inputs.id)
        return tuple(burning.beforehand(self.keeps, page, self.takes_part, named))

    def burn(self) -> Iterator[str]:
        """Deletes the notes, and the page beside them; says what was done. Raises OSError."""
        yield "The notes are deleted." if self.notebook.erase() else "There were no notes."
        if self._page is not None and erase(self._page):
            yield "The page beside them is deleted."

    def close(self) -> None:
        """No run is open any more, and nothing is noted of the last."""
        self._run, self.notebook = None, Notebook()

    def _enrolled(self) -> Enrolment | None:
        enrolment, run = self._enrolment, self._run
        if enrolment is None or run is None or not enrolment.takes_part(run):
            return None
        return enrolment

    def _enrol(self) -> None:
        enrolment = self._enrolled()
        if enrolment is None:
            return
        try:
            enrolment.write(self.run, self.judged)
        except GameError as error:
            self._report(error)
