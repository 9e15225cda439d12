"""Phones for the window: one of each kind, over the same kitchen."""

from __future__ import annotations

from dataclasses import dataclass, replace

from game.play.phone_view import Lit, Phone, Rank, Row, Standing
from game.play.view import View
from game.story.prose import Line
from tests.screen.fake_session import FakeSession
from tests.screen.fake_story import CALL, SCORE

APP = Phone(
    "app",
    "Daily Lamp",
    "20:07",
    system="lamp",
    standing=Standing("1,216", "points", 12, 66, Lit(2, "22:30", 143)),
    rows=(
        Row("First login of the day", 1, 1, 1),
        Row("Reading, each 4 minutes", 2, 6, 8),
        Row("A comment on what others have read this week", 1, 0, None),
        *(Row(f"Quiz {number}", 6, 0, 6) for number in range(8)),
    ),
)
PLAIN_APP = replace(APP, system="", standing=None, rows=())
READING = replace(PLAIN_APP, lines=(Line(None, "The postman of Long Bends"), Line(None, "Wheat")))
CHAT = Phone(
    "chat",
    "Early Birds",
    "08:02",
    (
        Line("lu", "Number one congratulates numbers two to eighteen.△"),
        Line("you", "Good *morning*, and thank you for the pigeons."),
        Line("xiaoyu", "He's gone. He took the rice cooker. Can you talk?"),
        Line("xiaoyu", "Never mind. It was only about shirts."),
        Line(None, "A photograph."),
    ),
    "you",
    ("lu",),
)
LONG_CHAT = replace(
    CHAT, lines=(*CHAT.lines, Line("lu", "The stairs smell of rain. " * 30), *CHAT.lines[:3])
)
RINGS = Phone("call", "Xiaoyu", "20:07", CHAT.lines[2:3], "you")
GOES_ON = replace(RINGS, clock="21:17", minutes=70, lines=CHAT.lines)
RANKING = Phone(
    "ranking",
    "Daily Lamp",
    "19:40",
    system="lamp",
    ranks=(
        Rank(1, "Madam Lü", "1,948△"),
        Rank(None, "Fifteen others", ""),
        Rank(None, "Secretary Kong", "231△"),
        Rank(None, "You", "223", own=True),
        Rank(None, "Old He", "216△"),
    ),
)


@dataclass
class Phoned(FakeSession):
    """A run that stands at a scene with this phone."""

    phone: Phone = APP

    def view(self) -> View:
        return replace(CALL, phone=self.phone, scores=(SCORE,), aftermath=None)
