"""The closing statements in text: one after the other, each with its answer."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from game.mirror.desk import Desk
from game.mirror.statements import VERDICTS, called, said_by
from game.session import Session
from game.story.model import Statement
from game.text.page import card_line, plain

NONE = "This story has no statements to judge."
NOTHING_WAITS = "No statement waits to be judged. Type statements to read them."


class Statements:
    """The command that reads them, and the two that judge."""

    def __init__(self, session: Session, write: Callable[[str], None]) -> None:
        self._session = session
        self._write = write
        self._waiting: Statement | None = None
        self.commands: dict[str, Callable[[str], None]] = {
            "statements": lambda _: self._read(),
            "true": lambda _: self._judge(True),
            "false": lambda _: self._judge(False),
        }

    @property
    def _desk(self) -> Desk:
        return self._session.mirror

    def _read(self) -> None:
        """Those that were judged, and the next one."""
        if not self._desk.statements:
            self._write(NONE)
            return
        for statement in self._desk.statements:
            if statement.id in self._desk.judged:
                self._write(f"\n{plain(statement.says)}")
                self._answer(statement)
        self._next()

    def _judge(self, true: bool) -> None:
        statement, self._waiting = self._waiting, None
        if statement is None:
            self._write(NOTHING_WAITS)
            return
        self._desk.judge(statement.id, true)
        self._answer(statement)
        self._next()

    def _next(self) -> None:
        """The next that is not judged yet; after the last, how they were told apart."""
        left = [one for one in self._desk.statements if one.id not in self._desk.judged]
        if left:
            self._waiting = left[0]
            self._write(f"\n{plain(left[0].says)}\nType true or false.")
        else:
            self._write(f"\n{self._desk.apart}")

    def _answer(self, statement: Statement) -> None:
        for line in answered(self._desk, statement):
            self._write(line)


def answered(desk: Desk, statement: Statement) -> Iterator[str]:
    """What was said of a statement, and its card."""
    yield f"{called(desk.judged[statement.id])} The answer: {VERDICTS[statement.truth]}"
    if statement.origin:
        yield plain(said_by(statement))
    yield card_line(desk.answer_to(statement))
