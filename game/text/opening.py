"""What a person is asked before playing in text: what to open, and whether notes are kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from game.errors import GameError
from game.mirror import consent
from game.session import Session
from game.text.page import plain
from game.text.protocol import protocol_lines

CHAPTERS = "Chapters."
PROTOCOL = "Read what is compared"

Way = tuple[str, Callable[[], str | None]]
"""What a person can take, and what it does; says what could not be kept."""


class NothingBegun(GameError):
    """The answers ended before it was said whether notes are kept: the run that was left stays."""


class Opening:
    """Asks with `write`, and reads `answers`. `learn`: plays the story that shows how to play.
    `noted`: whether notes are kept, where that was said already."""

    def __init__(
        self,
        session: Session,
        answers: Iterator[str],
        write: Callable[[str], None],
        learn: Callable[[], None] | None = None,
        noted: bool | None = None,
    ) -> None:
        self._session = session
        self._answers = answers
        self._write = write
        self._learn = learn
        self._noted = noted

    def ask(self) -> str | None:
        """What to open, if there is a choice: the run that was left, a new one, one of a cut, or
        one that begins with a chapter. To learn how to play leads back here. Says what could not
        be kept. Raises NothingBegun."""
        ways = list(self._ways())
        number = self._number([name for name, _ in ways], usual=1) if len(ways) > 1 else 1
        return ways[number - 1][1]()

    def begin(self, cut: str | None = None, chapter: str | None = None) -> None:
        """A new run, once it is known whether notes are kept of it. Raises NothingBegun."""
        self._session.new(cut, chapter, noted=self._agreed())

    def _ways(self) -> Iterator[Way]:
        session = self._session
        left = session.has_continue
        if left:
            yield "Go on where you left.", session.resume
        for cut in session.offers:
            if cut is None:
                yield "Begin anew." if left else "Begin.", self.begin
            else:
                yield f"{cut.name}. {cut.about}".rstrip(), partial(self.begin, cut.id)
        if session.chapters():
            yield CHAPTERS, self._with_a_chapter
        if self._learn is not None:
            yield "How to play.", partial(self._learn_first, self._learn)

    def _learn_first(self, learn: Callable[[], None]) -> str | None:
        learn()
        return self.ask()

    def _with_a_chapter(self) -> str | None:
        """With which chapter a new run is to begin, or back."""
        rows = self._session.chapters()
        names = [
            plain(f"{row.title}. {row.about}".rstrip()) + (" (Reached before.)" if row.met else "")
            for row in rows
        ]
        number = self._number(["Back.", *names], usual=1)
        if number == 1:
            return self.ask()
        self.begin(chapter=rows[number - 2].id)
        return None

    def _agreed(self) -> bool:
        """Whether notes are kept; neither answer is the usual one. Raises NothingBegun."""
        if self._noted is not None:
            return self._noted
        study = self._session.mirror.study
        asked = consent.asked(study)
        self._write_all(["", *asked.says])
        names = [f"{asked.keep}.\n   {asked.keep_means}"]
        names.append(f"{asked.without}.\n   {asked.without_means}")
        if study is not None:
            names.append(f"{PROTOCOL}.")
        while (number := self._number(names)) == 3 and study is not None:
            self._write_all(["", *protocol_lines(study)])
        if not number:
            raise NothingBegun("Nothing was begun.")
        return number == 1

    def _number(self, names: Sequence[str], usual: int | None = None) -> int:
        """The number of a way that is chosen, by its number or its name: of the `usual` one, if
        nothing is; 0 if there is none and the answers end."""
        self._write("")
        for number, name in enumerate(names, 1):
            self._write(f"{number}. {name}")
        allowed = {str(number): number for number in range(1, len(names) + 1)}
        allowed |= {_typed(name.partition("\n")[0]): at for at, name in enumerate(names, 1)}
        if usual is not None:
            allowed[""] = usual
        for answer in self._answers:
            if _typed(answer) in allowed:
                return allowed[_typed(answer)]
            self._write(f"Type a number from 1 to {len(names)}.")
        return usual or 0

    def _write_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._write(line)


def _typed(words: str) -> str:
    return words.strip().removesuffix(".").lower()
