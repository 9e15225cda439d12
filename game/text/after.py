"""What can be asked for once the story has ended, or is stopped: the guess, the mirror, the ledger
backwards, the closing statements, the notes, a page to keep, burning."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

from game.mirror.burning import BEYOND
from game.mirror.notes_told import NO_NOTES, NONE_YET, ONLY_NOW, WHERE
from game.mirror.reading import NOTHING_NOTED, guess_about
from game.session import Session
from game.text.ledger import backwards_lines, where_it_is
from game.text.mirror import mirror_lines
from game.text.page import plain
from game.text.protocol import protocol_lines
from game.text.statements import Statements

NO_GUESS = "pass"
"""What is typed for no guess."""

UNDO_ENDS = "Undo ends at your guess: what you guessed about stays as it is."
LATER = "The mirror is shown when the story has ended."
NO_STUDY = "There is no study here."
BURNS = "This will be deleted:"
BURN_ASKS = "Type burn once more to do it."
AFTER_THE_END = "The story has ended. Type ledger, why N, log{undo} or quit."

_WAYS = """
mirror      both answers once more
record      the ledger read backwards: what the number was doing
{statements}notes       all that was noted of this run
keep        one page to print or keep; keep FILE says where
burn        delete the notes and the saves of this run"""
_STATEMENTS = "statements  three sentences to judge: true, or not\n"
_IN_STUDY = """
protocol    what is compared with your answers, and what of them is kept
remove      take your answers out of the study"""


class After:
    """The commands for it. `write` takes lines; once the run is burnt, `burnt` says so, and
    nothing more can be asked."""

    def __init__(self, session: Session, write: Callable[[str], None]) -> None:
        self._session = session
        self._write = write
        self._to_burn = False
        self.burnt = False
        self.always: dict[str, Callable[[str], None]] = {
            "mirror": lambda _: self._mirror(),
            "guess": self._guess,
            "notes": lambda _: self._notes(),
            "burn": lambda _: self._burn(),
        }
        self.at_the_end: dict[str, Callable[[str], None]] = {
            "record": lambda _: self._record(),
            **Statements(session, write).commands,
            "keep": self._keep,
            "protocol": lambda _: self._protocol(),
            "remove": lambda _: self._write(self._session.mirror.withdraw()),
        }
        """In the middle of a story these may be choices of its own."""

    def typed(self, word: str) -> None:
        """This command comes next: only burn right after burn means it."""
        self._to_burn = self._to_burn and word == "burn"

    # --- the last page, and the one that stops --------------------------------------------------

    def last_page(self) -> None:
        """What stands below the story's last words: the guess, and once it is made the mirror."""
        desk = self._session.mirror
        if desk.bet_of:
            self._ask("")
            return
        if desk.keeps:
            self._reflect()
            self._write_all(where_it_is(self._session.ledger()))
            statements = _STATEMENTS if desk.statements else ""
            self._write(_WAYS.format(statements=statements) + _IN_STUDY * desk.takes_part)
        else:
            self._write(f"\n{NOTHING_NOTED}")
        self._write(f"\n{self._what_now}")

    def stopped(self) -> None:
        """What can be guessed, or seen, where a story is stopped before its end."""
        desk = self._session.mirror
        if desk.bet_of:
            self._ask("guess ")
        elif desk.notebook.bet is not None:
            self._write("\nType mirror to see both answers once more.")

    def typed_at_the_end(self, typed: str) -> None:
        """Something that is no command: the guess, as long as one is due."""
        if self._session.mirror.bet_of:
            self._guess(typed)
        else:
            self._write(self._what_now)

    def _ask(self, command: str) -> None:
        """In the middle of a story a number alone is a choice, so the guess is a `command`."""
        of = self._session.mirror.bet_of
        how = f"{command}1 for yes, {command}0 for no"
        if of > 1:
            how = f"{command}0 to {command}{of}"
        self._write(f"\n{guess_about(of)}\nType {how}, or {command}{NO_GUESS} to make no guess.")

    def _guess(self, typed: str) -> None:
        desk = self._session.mirror
        if not desk.bet_of:
            self._write("No guess is due.")
            return
        if typed.lower() == NO_GUESS:
            desk.bet(None)
        elif typed.isdecimal() and typed.isascii() and int(typed[:9]) <= desk.bet_of:
            desk.bet(int(typed[:9]))
        else:
            self._write(f"A guess is a number from 0 to {desk.bet_of}, or {NO_GUESS}.")
            return
        self._show()

    def _show(self) -> None:
        if self._over:
            self.last_page()
        else:
            self._reflect()

    def _mirror(self) -> None:
        desk = self._session.mirror
        if self._over or desk.notebook.bet is not None:
            self._show()
        elif desk.bet_of:
            self.stopped()
        else:
            self._write(LATER)

    def _reflect(self) -> None:
        told = self._session.mirror.mirror()
        if told.pairs:
            self._write("")
            self._write_all(mirror_lines(told))

    @property
    def _what_now(self) -> str:
        return AFTER_THE_END.format(undo=", undo" if self._session.can_undo else "")

    @property
    def _over(self) -> bool:
        return self._session.view().kind == "end"

    def _record(self) -> None:
        self._write_all(backwards_lines(self._session.mirror.backwards()))

    # --- what is kept ---------------------------------------------------------------------------

    def _notes(self) -> None:
        desk = self._session.mirror
        if not desk.keeps:
            self._write(NO_NOTES)
            return
        self._write_all(map(plain, desk.notes_told() or [NONE_YET]))
        file = desk.notebook.file
        self._write(f"\n{ONLY_NOW}" if file is None else f"\n{WHERE} {file}")

    def _keep(self, name: str) -> None:
        file = Path(os.path.expanduser(name)) if name else None
        self._write(f"The page is here: {self._session.mirror.keep_page(file)}")

    def _burn(self) -> None:
        if not self._to_burn:
            self._to_burn = True
            self._write_all([BURNS, *self._session.mirror.burns(), BURN_ASKS])
            return
        self._write_all([*self._session.burn(), *BEYOND])
        self.burnt = True

    def _protocol(self) -> None:
        study = self._session.mirror.study
        self._write_all([NO_STUDY] if study is None else protocol_lines(study))

    def _write_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._write(line)
