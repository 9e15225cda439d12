"""A study that a host has switched on: its protocol, its store, and the hour."""

from __future__ import annotations

import secrets
import time
from pathlib import Path

from game.mirror.study.enrolment import Enrolment
from game.mirror.study.protocol import Study
from game.mirror.study.reading_protocol import read_study
from game.mirror.study.sqlite_store import open_store
from game.story.model import Story


def enrolment(protocol: Path, story: Story, data: Path) -> Enrolment:
    """The study in this file, with its store among the player's data. Raises GameError."""
    study = read_study(protocol, story)
    store = open_store(store_of(study, data), study, seed=lambda: secrets.randbits(63))
    return Enrolment(study, store, _hour)


def store_of(study: Study, data: Path) -> Path:
    """Where the answers to a study are kept."""
    return data / "studies" / f"{study.id}.sqlite"


def _hour() -> int:
    """Whole hours since 1970: nothing that is kept of anybody is finer."""
    return int(time.time() // 3600)
