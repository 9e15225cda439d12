"""Failures that are expected. Their text is for people: what is wrong, where, what to do."""

from __future__ import annotations


class GameError(Exception):
    """Anything that we foresaw; a face shows its text, never a traceback."""


class NotOpen(GameError):
    """A choice that is not on offer now, or that is shut."""
