"""A session that remembers what the window asked of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from game.errors import NotOpen
from game.mirror.closing import Closing
from game.mirror.notebook import Timed
from game.play.beginnings import ChapterRow
from game.play.ledger import LedgerRow
from game.play.slot_rows import SlotRow
from game.play.so_far import SoFar
from game.play.view import OnStage, View
from game.story.model import Card, Cut
from tests.screen.fake_desk import FakeDesk
from tests.screen.fake_story import CARDS, CLOSING, LEDGER, ORDER, SO_FAR


@dataclass(frozen=True)
class FakeSaid:
    kind: str
    text: str
    speaker_name: str | None = None
    struck: bool = False


@dataclass
class FakeSession:
    """Walks through `ORDER`, whatever is chosen. `calls` is what was asked, in order."""

    folder: Path = Path("nowhere")
    cover: str | None = None
    cover_stage: tuple[OnStage, ...] = ()
    has_continue: bool = False
    calls: list[str] = field(default_factory=list)
    kept: dict[str, SlotRow] = field(default_factory=dict)
    order: Sequence[View] = ORDER
    at: int = -1
    undone: int = 0
    story_title: str = "A Thousand to Begin With"
    story_about: str = "Ten stories of people who are being counted, told in a café."
    people: Mapping[str, str] = field(
        default_factory=lambda: {"xiaoyu": "Xiaoyu", "tilda": "Tilda Brandt"}
    )
    fail: Exception | None = None
    trouble: str | None = None
    offers: Sequence[Cut | None] = (None,)
    untimed: bool = False
    cut: Cut | None = None
    came_back: bool = False
    chapter: str | None = None
    rows: Sequence[ChapterRow] = ()
    read_before: bool = False
    can_skip: bool = False
    timed: Timed | None = None
    bet_of: int = 0
    studied: bool = False
    noted: bool = True

    def __post_init__(self) -> None:
        self.mirror = FakeDesk(self.calls, self.bet_of, self.noted, self.studied)

    @property
    def can_undo(self) -> bool:
        return self.at > 0

    @property
    def can_redo(self) -> bool:
        return self.undone > 0

    def chapters(self) -> Sequence[ChapterRow]:
        return self.rows

    def skip(self) -> int:
        self.calls.append("skip")
        self.at += 1
        self.can_skip = self.read_before = False
        return 1

    def new(self, cut: str | None = None, chapter: str | None = None, noted: bool = True) -> None:
        unnoted = None if noted else "without notes"
        self.calls.append(" ".join(filter(None, ("new", cut, chapter, unnoted))))
        self.mirror.noted = noted
        self.chapter = chapter
        self.at = 0
        self.cut = next((found for found in self.offers if found and found.id == cut), None)

    def resume(self) -> str | None:
        self.calls.append("resume")
        self.at = 1
        return "The story has changed since."

    def leave(self) -> None:
        self.calls.append("leave")

    def view(self) -> View:
        return self.order[self.at]

    def choose(self, id: str, timed: Timed | None = None) -> None:
        self.calls.append(f"choose {id}")
        self.timed = timed
        if self.fail is not None:
            raise self.fail
        if id not in {o.id for o in self.view().options if o.open}:
            raise NotOpen("That is not open.")
        self.at += 1
        self.undone = 0

    def tick(self, n: int) -> None:
        self.calls.append(f"tick {n}")

    def undo(self) -> bool:
        self.calls.append("undo")
        self.at, self.undone = self.at - 1, self.undone + 1
        return True

    def redo(self) -> bool:
        self.calls.append("redo")
        self.at, self.undone = self.at + 1, self.undone - 1
        return True

    def log(self) -> Sequence[FakeSaid]:
        said = [FakeSaid("heading", "The café · Friday 12 April 2019 14:02")]
        for view in self.order[: self.at + 1]:
            said += [
                FakeSaid("line", line.text, self.people.get(line.speaker or ""))
                for line in view.lines
            ]
            said += [FakeSaid("choice", option.text) for option in view.options[:1]]
        return [*said, FakeSaid("sees", "12 min read"), FakeSaid("misses", "the spoon")]

    def ledger(self) -> Sequence[LedgerRow]:
        return LEDGER

    def why(self, number: int) -> Sequence[str]:
        self.calls.append(f"why {number}")
        return [
            f"Entry {number}: you read for four minutes in “Seven past eight”.",
            "The app saw it at once.",
            "Reading gives 1 point for each 4 minutes, doubled in the band.",
        ]

    def burn(self) -> Sequence[str]:
        self.calls.append("burn")
        self.at = -1
        return ["The notes are deleted.", "The save is deleted."]

    def so_far(self) -> SoFar:
        return SO_FAR

    def closing(self) -> Closing:
        return CLOSING

    def cards_met(self) -> Sequence[Card]:
        return CARDS

    def delete(self, slot: str) -> str:
        self.calls.append(f"delete {slot}")
        del self.kept[slot]
        return f"Deleted {slot}."

    def slots(self) -> Sequence[SlotRow]:
        return list(self.kept.values())

    def save(self, slot: str) -> str:
        self.calls.append(f"save {slot}")
        self.kept[slot] = SlotRow(
            slot,
            "Friday 12 April 2019 14:02",
            "The café",
            "today 14:32",
            "Double Time",
            "The café",
            told="You told her the truth: you scroll, you never read.",
        )
        return f"Saved as {slot}."

    def load(self, slot: str) -> str | None:
        self.calls.append(f"load {slot}")
        self.at = 1
        return None
