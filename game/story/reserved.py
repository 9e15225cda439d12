"""Ids that no choice and no move may have, because they mean something else to a player."""

from __future__ import annotations

WAYS_ON = frozenset({"on", "instead", "back"})
"""The answers of screens that have no choices of the author's."""

COMMANDS = frozenset(
    {
        *("why", "ledger", "cards", "log", "undo", "redo"),
        *("save", "load", "saves", "delete", "again", "skip", "help", "quit"),
        *("stop-here", "so-far", "accessibility"),
        *("mirror", "guess", "notes", "burn"),
    }
)
"""What can be typed at any screen, where a choice of that name would stand in its way."""
