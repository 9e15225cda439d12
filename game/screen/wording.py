"""Words that several screens share: signs of points, changes, names of saves."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from game.play.saves import AUTOSAVE

if TYPE_CHECKING:
    from game.play.view import Change


GIVEN_UP = "One run is kept to continue: the one before it is lost, unless it stands in a slot."
"""What is said before a new run takes the place of one that was left."""


def signed(amount: int) -> str:
    """+2, −5, 0, with a real minus."""
    return f"+{amount:,}" if amount > 0 else f"−{-amount:,}" if amount < 0 else "0"


def minus(text: str) -> str:
    """A figure that is already in words, with a real minus."""
    return text.replace("-", "−")


def with_word(amount: int, listed: bool = False) -> str:
    """The sign and a word, so that nothing hangs on colour or a small stroke."""
    if listed:
        return "put on" if amount > 0 else "taken off" if amount < 0 else "recorded, no change"
    if not amount:
        return "recorded, no points"
    return f"{signed(amount)} {'gained' if amount > 0 else 'lost'}"


def amount_in_words(amount: str) -> str:
    """A ledger's amount with its sign and a word; what is a word already stays as it is."""
    try:
        return with_word(int(amount.replace(",", "").replace("−", "-")))
    except ValueError:
        return amount


def promise_line(changes: Iterable[Change]) -> str:
    """What is announced for a choice: "+2 Daily Lamp"."""
    return "  ".join(
        f"{with_word(each.amount, True) if each.listed else signed(each.amount)} {each.name}"
        for each in changes
    )


def joined(*parts: str | None) -> str:
    """What there is of these, in one line: "Kitchen · Friday, 20:07"."""
    return " · ".join(part for part in parts if part)


def slot_name(name: str) -> str:
    """A save's id as a name: "slot-1" is Slot 1."""
    if name == AUTOSAVE:
        return "Where you left"
    return name.replace("-", " ").capitalize()
