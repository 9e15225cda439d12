"""The notes, the guess and the mirror of the story of five screens."""

from __future__ import annotations

from game.mirror.backwards import Account, Back
from game.mirror.burning import beforehand
from game.mirror.desk import Desk
from game.mirror.notebook import Bet, Judged
from game.mirror.pairs import NOTHING_AT_STAKE, PairRow
from game.mirror.reading import Mirror, Rest, Twice
from game.mirror.study.protocol import Outcome, Study
from game.story.model import Card, Statement, Terms
from tests.screen.fake_story import CARDS, LEDGER

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
    def can_look(self) -> bool:
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
        entries = tuple(
            Back(row, "214", "Answer.", ("You read for four minutes.",), "that it rang twice")
            for row in reversed(LEDGER)
        )
        says = "From 214 to 222 points, on 16 January 2019. Reading, 8 times: +8."
        return (Account("Daily Lamp", "Haifeng, in January", says, entries),)
