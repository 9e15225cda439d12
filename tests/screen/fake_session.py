"""A session that remembers what the window asked of it: a story of five screens."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.errors import NotOpen
from game.mirror.backwards import Account, Back
from game.mirror.burning import BEYOND, beforehand
from game.mirror.closing import Closing
from game.mirror.desk import Desk
from game.mirror.notebook import Bet, Judged, Timed
from game.mirror.pairs import NOTHING_AT_STAKE, PairRow
from game.mirror.reading import Mirror, Rest, Twice
from game.mirror.study.protocol import Outcome, Study
from game.play.beginnings import ChapterRow
from game.play.ledger import LedgerRow
from game.play.slot_rows import SlotRow
from game.play.so_far import Day, Part, SoFar, Step
from game.play.view import Aftermath, Change, OnStage, Option, Score, View
from game.story.model import Card, Cut, Statement, Terms
from game.story.prose import Line


@dataclass(frozen=True)
class FakeSaid:
    kind: str
    text: str
    speaker_name: str | None = None
    struck: bool = False


BASE: dict[str, Any] = {
    "heading": "Double Time",
    "chapter": "double-time",
    "place": "The café",
    "picture": None,
    "when": "Friday 12 April 2019 14:02",
    "aftermath": None,
    "scores": (),
    "cards": (),
}
CARDS = (
    Card("points", "document", "Five members of one family had 1,012 points.", "FACTS 2.1"),
    Card("bands", "research", "Points counted double in three bands until March 2019.", "Creaders"),
    Card("lamp", "fiction", "Daily Lamp is made up."),
)
SCORE = Score("lamp", "Daily Lamp", "216", "points", "Haifeng", None, "double", 2, ("your branch",))
NOTE = View(
    kind="note",
    scene="cafe",
    lines=(Line(None, "This chapter tells of: a friend's separation; shaming at work."),),
    options=(Option("on", "Go on"), Option("instead", "Tell me instead")),
    **{**BASE, "heading": "Before you go on", "place": None, "when": None},
)
CAFE = View(
    kind="scene",
    scene="cafe",
    lines=(
        Line(
            None,
            "The latte is still too hot. Beside your elbow the phone lights up and goes "
            "*dark* again: 1,012■ points on one lamp△, in one kitchen○.",
        ),
        Line("tilda", "Do you enjoy it? The app, I mean."),
        Line(
            None,
            "She has not written anything down yet. She waits to see whether you look "
            "at the phone before you answer.",
        ),
    ),
    options=(
        Option("truth", "Tell her the truth: you scroll, you never read."),
        Option("course", "“Of course. One learns so much.”"),
        Option("train", "Take the G train home.", False, ("G trains are shut to you.", "5 lost.")),
    ),
    **{**BASE, "cards": CARDS, "scores": (SCORE,)},
)
CALL = View(
    kind="scene",
    scene="call",
    lines=(
        Line(None, "The kettle clicks off. Four minutes of the article are left."),
        Line("xiaoyu", "He's gone. He took the rice cooker. Can you talk?"),
    ),
    options=(
        Option("mute", "Turn the phone over. Four minutes.", promise=(Change("lamp", "Lamp", 4),)),
        Option("talk", "Answer."),
    ),
    **{
        **BASE,
        "place": "Kitchen, night",
        "aftermath": Aftermath(
            "Tell her the truth: you scroll, you never read.",
            "12 min read, scrolled to the end",
            "you were stirring your cup",
            (Change("lamp", "Daily Lamp", 6),),
        ),
        "scores": (SCORE, Score("city", "Gull Bay", "1,012", "points", "the Lians", "AA")),
    },
)
LONG = View(
    kind="scene",
    scene="long",
    lines=tuple(
        Line(None, f"Paragraph {n}. " + "The stairs smell of rain. " * 12) for n in range(12)
    ),
    options=(Option("on", "Go on"),),
    **{**BASE, "place": "Stairwell"},
)
END = View(
    kind="end",
    scene="end",
    lines=(),
    options=(),
    **{**BASE, "heading": "The last page", "place": None, "when": None},
)
ORDER = (NOTE, CAFE, CALL, LONG, END)

PAIRS = (
    PairRow(
        "call",
        Terms("A friend calls at seven past eight", "an article", "a friend is heard", "small"),
        (("mute", "Turn the phone over. Four minutes."), ("talk", "Answer.")),
        {"mute": False, "talk": True},
        {"at-stake": "mute", "not-at-stake": "talk"},
        {"at-stake": {"mute": 4, "talk": 0}, "not-at-stake": {}},
        {"at-stake": "16 January 2019", "not-at-stake": "27 September 2019"},
    ),
    PairRow(
        "steps",
        Terms("The neighbour's steps, before dawn", "a broom", "nobody slips", "small"),
        (("swept", "swept them"), ("past", "went past")),
        {"swept": True, "past": False},
        {"at-stake": "swept", "not-at-stake": "swept"},
        {"at-stake": {"swept": 2, "past": 0}, "not-at-stake": {}},
        {},
    ),
    PairRow(
        "wallet",
        Terms("The wallet on the platform", "a train", "a wallet is found", "small"),
        (("handed", "handed it in"), ("walked", "kept walking")),
        {"handed": True, "walked": False},
        {"at-stake": "handed", "not-at-stake": None},
        {},
        {"at-stake": "4 March 2019", "not-at-stake": None},
        NOTHING_AT_STAKE,
    ),
)

TWICE = (
    Twice(
        PAIRS[0],
        {"at-stake": 9_400, "not-at-stake": 3_100},
        (Rest("at-stake", "Answer.", 4_200, "Turn the phone over. Four minutes."),),
    ),
    Twice(PAIRS[1], {"at-stake": None, "not-at-stake": None}, ()),
    Twice(PAIRS[2], {}, ()),
)


WEDNESDAY = "Wednesday 16 January 2019"
SO_FAR = SoFar(
    "Double Time",
    "The café",
    "Friday 12 April 2019 14:02",
    12,
    (Part("The Café", "You named two Wednesday evenings. Tilda wrote the dates down."),),
    (
        Day(WEDNESDAY, "The metro", (Step("Double Time", WEDNESDAY, "The metro", "Sing.", False),)),
        Day(
            WEDNESDAY,
            "The kitchen, evening",
            (
                Step(
                    "Double Time",
                    WEDNESDAY,
                    "The kitchen, evening",
                    "You turned the telephone over and read on.",
                    True,
                    "four minutes, scrolled to the end",
                    "that it rang twice",
                ),
            ),
        ),
    ),
    (SCORE,),
)
CLOSING = Closing(
    12,
    ("The Café", "Double Time"),
    ("Haifeng, in January: 16 January 2019, 08:00 to 19 January 2019, 11:20",),
    (SCORE, Score("court", "The list", "on the list", "", "Haifeng", change=1, listed=True)),
    ("that it rang twice", "whose racket"),
)


STATEMENTS = (
    Statement("bands", "In some bands, points counted double.", "true", "bands"),
    Statement("one-score", "Everybody has one score.", "myth", "points", "Many newspapers, 2018"),
    Statement("five", "Five people had one point each.", "false", "points"),
)
STUDY = Study(
    "doors",
    "a-thousand",
    "Do visitors who see the score answer a friend's call less often?",
    Outcome("call", "at-stake", frozenset({"talk"}), "picked up when a friend rang"),
    ("hidden", "shown"),
    200,
    10,
    "The city museum, room 4",
    "",
    "0",
)
NOTES_TOLD = (
    "In “The café”, you chose “Of course. One learns so much.” after 6 seconds.",
    "In “A friend calls at seven past eight”, with points at stake, you chose “Turn the phone "
    "over. Four minutes” after 9 seconds; before that, you rested on “Answer” for 4 seconds.",
    "You took a step back, to “A friend calls at seven past eight”.",
    "In “A friend calls at seven past eight”, you opened the ledger.",
    "You guessed that the score changed one of two pairs of answers.",
)


class FakeDesk(Desk):
    """Shows what it was made with, and remembers what was asked of it in `calls`."""

    def __init__(
        self, calls: list[str], bet_of: int = 0, noted: bool = True, studied: bool = False
    ) -> None:
        super().__init__()
        self.calls, self.of, self.noted, self.studied = calls, bet_of, noted, studied

    @property
    def keeps(self) -> bool:
        return self.noted

    @property
    def takes_part(self) -> bool:
        return self.studied and self.noted

    @property
    def bet_of(self) -> int:
        return 0 if self.notebook.bet is not None else self.of

    @property
    def guessing(self) -> bool:
        return bool(self.bet_of) or self.notebook.bet is not None

    def bet(self, changed: int | None) -> None:
        self.calls.append(f"bet {changed}")
        self.notebook.add(Bet(changed, self.of, 0))

    def judge(self, statement: str, true: bool) -> None:
        self.calls.append(f"judge {statement} {true}")
        self.notebook.add(Judged(statement, true))

    def looked(self) -> None:
        self.calls.append("looked")

    @property
    def study(self) -> Study | None:
        return STUDY if self.studied else None

    @property
    def statements(self) -> tuple[Statement, ...]:
        return STATEMENTS

    def answer_to(self, statement: Statement) -> Card:
        return next(card for card in CARDS if card.id == statement.card)

    @property
    def apart(self) -> str:
        return "You told true from false in part. Called true: 1 of 1 that is true, 1 of 2 not."

    def withdraw(self) -> str:
        self.calls.append("withdraw")
        return "Your answers are removed."

    def burns(self) -> tuple[str, ...]:
        return tuple(beforehand(self.keeps, False, self.takes_part))

    def notes_told(self) -> tuple[str, ...]:
        return NOTES_TOLD

    def mirror(self) -> Mirror:
        bet = self.notebook.bet or Bet(1, 2, 0)
        return Mirror(TWICE if self.noted else (), bet, True, self.noted)

    def backwards(self) -> tuple[Account, ...]:
        rows = FakeSession().ledger()
        entries = tuple(
            Back(row, "214", "Answer.", ("You read for four minutes.",), "that it rang twice")
            for row in reversed(rows)
        )
        says = "From 214 to 222 points, on 16 January 2019. Reading, 8 times: +8."
        return (Account("Daily Lamp", "Haifeng, in January", says, entries),)


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
        return [
            LedgerRow(
                n,
                f"16 January 2019 20:{n:02}",
                "Daily Lamp",
                "Haifeng, in January",
                "-5" if n % 4 == 0 else "+2",
                f"{214 + n:,}",
                "reading an article to its end" if n % 2 else "reading",
            )
            for n in range(1, 9)
        ]

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
        return ["The notes are deleted.", "The save is deleted.", *BEYOND]

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
