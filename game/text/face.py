"""Playing in text: numbered choices, one command a line, the same for a person and a script."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.errors import GameError
from game.mirror.notebook import Timed
from game.play.view import View
from game.session import Session
from game.story.model import WAY_ON
from game.text.after import UNDO_ENDS, After
from game.text.closing import closing
from game.text.for_everybody import for_everybody
from game.text.looking_up import LookingUp
from game.text.page import page, plain, spoken
from game.text.so_far import so_far

HELP = """\
Type the number of a choice, or its id. To go on, Enter is enough.
why       why each choice is shut; why N: where entry N of the ledger came from
ledger    what was entered, with numbers
cards     the facts behind the figures on this screen; cards all: all that you met
log       everything that was said
so-far    what happened, in short
undo      take the last step back; redo brings it back
skip      go on through what was read before, to what is new or to a choice
save NAME, load NAME, delete NAME, saves
again     read this screen once more
stop-here a page that closes what was played, for today
mirror    both answers to what was asked twice, once you have guessed
notes     all that is noted of this run; burn deletes it, and the run
accessibility   what is done so that everybody can play
quit      leave; the run can be gone on with"""

KEPT = "It is kept: what you play next time goes on from here."


class TextFace:
    """Reads commands and writes pages until the story ends, or the answers do. `clock`, in
    seconds, measures how long a person takes to answer; a script takes no time."""

    def __init__(
        self,
        session: Session,
        write: Callable[[str], None],
        clock: Callable[[], float] | None = None,
    ) -> None:
        self._session = session
        self._write = write
        self._clock = clock
        self._written: tuple[View, float] | None = None
        self._left = False
        self._emptied = 0
        self._to_delete: str | None = None
        self._after = After(session, write)
        self._commands: dict[str, Callable[[str], None]] = {
            **self._after.always,
            **LookingUp(session, write).commands,
            "undo": self._undo,
            "redo": self._redo,
            "skip": self._skip,
            "save": self._save,
            "load": self._load,
            "saves": self._saves,
            "delete": self._delete,
            "so-far": self._so_far,
            "stop-here": self._stop,
            "again": lambda _: self._page(),
            "accessibility": lambda _: self._write_all(for_everybody()),
            "help": lambda _: self._write(HELP),
            "quit": self._quit,
        }

    def play(self, answers: Iterable[str]) -> bool:
        """Play on from where the run stands; True if it came to its end, or is burnt.

        After the end, the ledger can still be asked why, and the mirror what it shows, until the
        answers stop.
        """
        self._session.untimed = True
        self._open()
        for answer in answers:
            self._answer(answer.strip())
            # It may be a name, typed into a field that keeps nothing: not even until the next.
            del answer
            if self._left or self._after.burnt:
                break
        ended = self._after.burnt or self._over()
        self._session.leave()
        return ended

    def _over(self) -> bool:
        return self._session.view().kind == "end"

    def _answer(self, answer: str) -> None:
        word, _, rest = answer.partition(" ")
        if word.lower() != "delete":
            self._to_delete = None
        self._after.typed(word.lower())
        try:
            command = None if self._is_option(answer) else self._command(word.lower())
            if command is not None:
                command(rest.strip())
            else:
                self._choose(answer)
        except GameError as error:
            self._write(str(error))
        for trouble in (self._session.trouble, self._session.mirror.notebook.trouble):
            if trouble:
                self._write(trouble)

    def _command(self, word: str) -> Callable[[str], None] | None:
        found = self._commands.get(word)
        return self._after.at_the_end.get(word) if found is None and self._over() else found

    def _is_option(self, answer: str) -> bool:
        return any(option.id == answer for option in self._session.view().options)

    def _choose(self, answer: str) -> None:
        options = self._session.view().options
        if not options:
            self._after.typed_at_the_end(answer)
            return
        answer = answer.removesuffix(".").lower()
        if not answer and (len(options) == 1 or options[0].id == WAY_ON):
            self._take(options[0].id)
        elif answer.isdecimal() and answer.isascii() and 1 <= int(answer[:9]) <= len(options):
            self._take(options[int(answer[:9]) - 1].id)
        elif self._is_option(answer):
            self._take(answer)
        elif answer and self._session.view().field is not None:
            self._empty()
            return
        else:
            self._write(f"Type a number from 1 to {len(options)}, or help.")
            return
        self._page()

    def _take(self, id: str) -> None:
        """Takes a choice, with the time since its page was first written. Nothing tells here
        whether somebody reads all the while, or has it read to them."""
        timed = None
        if self._clock is not None and self._written is not None and self._session.mirror.keeps:
            timed = Timed(round(1000 * (self._clock() - self._written[1])))
        self._session.choose(id, timed)

    def _empty(self) -> None:
        """Something was typed into the field: it is gone, and that is said."""
        field = self._session.view().field
        if field is not None:
            for line in field.said(self._emptied):
                self._write(spoken(line, self._session.people))
            self._emptied += 1

    def _page(self) -> None:
        view = self._session.view()
        self._emptied = 0
        self._write("")
        for line in page(view, self._session.people):
            self._write(line)
        if self._session.can_skip:
            self._write("(Read before: skip goes on to what is new.)")
        if view.kind == "end":
            self._after.last_page()
        if self._clock is not None and (self._written is None or self._written[0] is not view):
            self._written = view, self._clock()

    def _say_cut(self) -> None:
        cut = self._session.cut
        if cut is not None:
            self._write(f"This is the cut “{cut.name}”. {cut.about}".rstrip())

    # --- commands ---------------------------------------------------------------------------

    def _undo(self, _: str) -> None:
        if self._session.undo():
            self._page()
        elif self._session.mirror.can_undo():
            self._write("There is nothing to take back.")
        else:
            self._write(UNDO_ENDS)

    def _redo(self, _: str) -> None:
        if self._session.redo():
            self._page()
        else:
            self._write("There is nothing to bring back.")

    def _skip(self, _: str) -> None:
        passed = self._session.skip()
        if passed:
            self._write(f"Passed over: {passed} {'page' if passed == 1 else 'pages'}.")
            self._page()
        else:
            self._write("Nothing here can be passed over: it is new, or it waits for you.")

    def _save(self, slot: str) -> None:
        self._write(self._session.save(slot or "one"))

    def _load(self, slot: str) -> None:
        told = self._session.load(slot or "one")
        if told:
            self._write(told)
        self._open()

    def _open(self) -> None:
        """The run as it stands, after what happened so far if that was in an earlier session."""
        self._say_cut()
        if self._session.came_back:
            self._so_far("")
        self._page()

    def _saves(self, _: str) -> None:
        slots = self._session.slots()
        for slot in slots:
            saved = f"Saved {slot.saved}." if slot.saved else ""
            told = (f"{slot.name}: {plain(slot.summary)}.", plain(slot.told), saved)
            self._write(" ".join(filter(None, told)))
        if not slots:
            self._write("There are no saves.")

    def _delete(self, slot: str) -> None:
        asked, self._to_delete = self._to_delete, None
        if not any(row.name == slot for row in self._session.slots()):
            self._write(f"There is no save {slot!r}." if slot else "Type delete and its name.")
        elif asked == slot:
            self._write(self._session.delete(slot))
        else:
            self._to_delete = slot
            self._write(f"Type delete {slot} once more to delete it for good.")

    def _so_far(self, _: str) -> None:
        self._write("")
        self._write_all(so_far(self._session.so_far()))

    def _stop(self, _: str) -> None:
        self._write("")
        self._write_all(closing(self._session.closing(), self._session.trouble or KEPT))
        self._after.stopped()

    def _quit(self, _: str) -> None:
        self._session.leave()
        self._left = True

    def _write_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._write(line)
