"""A phone that lies over the place of a scene, as an author wrote it. Frozen records only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from game.story.expressions import Expression
from game.story.prose import Prose
from game.story.source import Source

Shows = Literal["app", "chat", "call", "ranking"]

YOU = "you"
"""The id of whoever is played, where they speak: their messages stand at the right."""


@dataclass(frozen=True, slots=True)
class PhoneSpec:
    """What a phone shows. `person`: who writes or rings; empty: whoever else speaks. `name`: what
    a chat is called. `voice`: whose messages are spoken. `since`: the minute of the day at which
    a call began; None: it rings. `system`: whose app or ranking it is. `text`: its own lines;
    without it, chats and calls have those of the scene. `shown_if`: else it is not there."""

    shows: Shows
    source: Source
    shown_if: Expression | None = None
    person: str = ""
    name: str = ""
    voice: tuple[str, ...] = ()
    since: int | None = None
    system: str = ""
    text: Prose | None = None
