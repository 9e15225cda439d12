"""What can be looked up at any screen, in text: why, the ledger, cards, the log."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from game.play import words
from game.session import Session
from game.text.ledger import ledger_lines
from game.text.page import card_line, plain

NO_CARDS_YET = "You have met no figures yet."

_BEFORE = {"sees": "The score sees: ", "misses": "It misses: ", "choice": "> "}


class LookingUp:
    """The commands for it. `write` takes lines."""

    def __init__(self, session: Session, write: Callable[[str], None]) -> None:
        self._session = session
        self._write = write
        self.commands: dict[str, Callable[[str], None]] = {
            "why": self._why,
            "ledger": lambda _: self._ledger(),
            "cards": self._cards,
            "log": lambda _: self._log(),
        }

    def _why(self, rest: str) -> None:
        if rest:
            number = int(rest) if rest.isdecimal() and rest.isascii() and len(rest) < 10 else 0
            told = self._session.why(number)
            self._write_all(told or [f"The ledger has no entry {rest}."])
            return
        shut = [option for option in self._session.view().options if not option.open]
        for option in shut:
            self._write(f"{plain(option.text)}: {' '.join(option.reason)}")
        if not shut:
            self._write(
                "Nothing is shut here. For an entry of the ledger, type why and its number."
            )

    def _ledger(self) -> None:
        self._session.mirror.looked()
        self._write_all(ledger_lines(self._session.ledger()) or ["Nothing has been entered yet."])

    def _cards(self, rest: str) -> None:
        session = self._session
        cards = session.cards_met() if rest == "all" else session.view().cards
        self._write_all(map(card_line, cards))
        if not cards:
            self._write(NO_CARDS_YET if rest == "all" else "There are no figures on this screen.")

    def _log(self) -> None:
        for said in self._session.log():
            speaker = f"{said.speaker_name}: " if said.speaker_name else ""
            text = words.struck(plain(said.text), said.struck)
            self._write(_BEFORE.get(said.kind, "") + speaker + text)

    def _write_all(self, lines: Iterable[str]) -> None:
        for line in lines:
            self._write(line)
