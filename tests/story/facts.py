"""Facts of a run that stand still, for tests of expressions and texts."""

from __future__ import annotations

from dataclasses import dataclass, field
from zlib import crc32

from game.story.expressions import Names, SystemNames, Value
from game.story.model import Variable
from game.story.source import Source

HERE = Source("one.yaml", 1, 1)

NAMES = Names(
    variables={
        "told": Variable("told", "flag", False),
        "tea-rings": Variable("tea-rings", "number", 0),
        "manner": Variable("manner", "word", "plainly", words=("vaguely", "plainly")),
    },
    bands=("double",),
    gates=("nursery",),
    scenes={"the-cafe": ("ask", "wait"), "the-call": ("mute", "talk")},
    pairs=("the-call",),
    systems={
        "lamp": SystemNames("points", ("AAA", "D")),
        "gull": SystemNames("list"),
    },
    lives=("haifeng", "lian"),
    deeds=("pay",),
    cuts=("museum",),
    cards={"lamp-card": "fiction", "ended": "research", "law": "document"},
)


@dataclass
class StillFacts:
    """Answers by rule: a standing of 1,200, a tier of D, three visits."""

    variables: dict[str, Value] = field(
        default_factory=lambda: {"told": True, "tea-rings": 3, "manner": "plainly"}
    )
    life: str = "haifeng"
    cut: str = "whole"
    hour: int = 20
    minute: int = 20 * 60 + 7
    clock: str = "20:07"
    date: str = "16 January 2019"
    weekday: str = "Wednesday"
    score_shown: bool = True
    turn: int = 1

    def pick(self, purpose: str, n: int) -> int:
        return crc32(purpose.encode()) % n

    def band(self, id: str) -> bool:
        return id == "double"

    def gate(self, id: str) -> bool:
        return False

    def visits(self, scene: str) -> int:
        return 3

    def chosen(self, scene: str, choice: str) -> bool:
        return choice == "ask"

    def points(self, system: str, holder: str | None) -> int:
        return 1200 if holder is None else 300

    def tier(self, system: str, holder: str | None) -> str:
        return "D"

    def lit_hours(self, band: str) -> tuple[tuple[int, int], ...]:
        return ()

    def listed(self, system: str, holder: str | None) -> bool:
        return True

    def count(self, system: str, deed: str, days: int | None) -> int:
        return days or 7

    def linked(self, holder: str) -> bool:
        return holder == "lian"

    def friends_under(self, system: str, number: int) -> int:
        return 2

    def looks(self, system: str) -> int:
        return 1

    def arm(self, scene: str) -> str:
        return "at-stake"

    def next_arm(self, scene: str) -> str:
        return "none"

    def past(self, minutes: int) -> bool:
        return minutes < 25_800_000
