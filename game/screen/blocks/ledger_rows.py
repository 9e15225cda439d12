"""The ledger's page: columns ruled in the score's own colour, days, entries, and why."""

from __future__ import annotations

import itertools
from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.blocks.buttons import ring
from game.screen.blocks.slips import Slip
from game.screen.blocks.widgets import Block, Words
from game.screen.kit import Kit
from game.screen.lettering.type import Voice
from game.screen.wording import amount_in_words, minus

if TYPE_CHECKING:
    from game.play.ledger import LedgerRow
    from game.screen.session import Session


@dataclass(frozen=True, slots=True)
class Ruling:
    """Where the columns of a ledger stand, from its left edge: what begins at `title`, figures
    end at `amount` and `total`. Not `wide`: number and time stand under what was entered."""

    wide: bool
    number: int
    time: int
    title: int
    amount: int
    total: int

    @property
    def room(self) -> int:
        """How wide the words of an entry may be."""
        return self.margin - self.title

    @property
    def margin(self) -> int:
        """Where the red line stands, at the left of the figures."""
        return self.amount - self._figures

    _figures: int = 0


def ruling(kit: Kit, width: int, rows: Collection[LedgerRow]) -> Ruling:
    """The columns for these entries, as wide as the longest figure of each asks for."""
    type, frame = kit.type, kit.frame
    gap = frame.gap

    def widest(texts: list[str], voice: Voice, size: int) -> int:
        return max((type.width(text, voice, size) for text in texts), default=0)

    numbers = widest(["No.", *(str(row.number) for row in rows)], "score", frame.label)
    times = widest(["time", *map(_time, rows)], "score", frame.label)
    totals = widest(["standing", *(row.total for row in rows)], "score", frame.label)
    amounts = widest([minus(row.amount) for row in rows], "score-strong", frame.small) + 2 * gap
    total, amount = width, width - totals - 2 * gap
    wide = amount - amounts - numbers - times - 4 * gap >= frame.text * 9
    if not wide:
        amount = total = width
        amounts = max(amounts, totals + gap)
    title = numbers + times + 4 * gap if wide else 0
    return Ruling(wide, numbers, numbers + 2 * gap, title, amount, total, amounts)


@dataclass
class LedgerLine(Block):
    """Base of all lines: a thin rule under it, and the red ones that part the figures."""

    ruling: Ruling
    before: float = 0.0

    def rules(self, surface: pygame.Surface, rect: Rect, kit: Kit) -> None:
        """The printed lines of the page."""
        surface.fill(kit.theme.edge, (rect.left, rect.bottom - 1, rect.width, 1))
        thin = max(1, kit.frame.text // 24)
        left = rect.left + self.ruling.margin
        for away in (0, 3 * thin):
            surface.fill(kit.theme.score, (left + away, rect.top, thin, rect.height))


@dataclass
class ColumnHeads(LedgerLine):
    """What the columns are."""

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return "No. time what change standing"

    def height(self, kit: Kit, width: int) -> int:
        return kit.type.leading("score", kit.frame.label) + kit.frame.gap

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        self.rules(surface, rect, kit)
        size, tint, ruled = kit.frame.label, kit.theme.quiet, self.ruling
        top = rect.top + kit.frame.gap // 2
        heads = [("what", ruled.title)]
        if ruled.wide:
            heads += [("No.", 0), ("time", ruled.time)]
        for text, left in heads:
            kit.type.say(surface, text, (rect.left + left, top), "score", size, tint)
        figures = [("±", ruled.amount)]
        if ruled.wide:
            figures.append(("standing", ruled.total))
        for text, right in figures:
            kit.type.say(surface, text, (rect.left + right, top), "score", size, tint, "right")


@dataclass
class BlankRow(LedgerLine):
    """A line on which nothing has been entered."""

    def height(self, kit: Kit, width: int) -> int:
        return kit.frame.target

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        self.rules(surface, rect, kit)


def blank_rows(kit: Kit, width: int) -> list[Block]:
    """A page that waits for its first entry."""
    ruled = ruling(kit, width, ())
    return [ColumnHeads(ruled, before=1.6), *(BlankRow(ruled) for _ in range(5))]


@dataclass
class DayRow(LedgerLine):
    """The head of a day, with whose entries follow."""

    day: str = ""
    whose: str = ""

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return f"{self.day} {self.whose}"

    def _words(self) -> tuple[tuple[str, Voice], ...]:
        return ((self.day, "score-strong"), (self.whose, "score"))

    def height(self, kit: Kit, width: int) -> int:
        size, room = kit.frame.label, self.ruling.margin - kit.frame.gap
        high = sum(kit.type.height(text, voice, size, room) for text, voice in self._words())
        return high + round(kit.frame.gap * 1.8)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        self.rules(surface, rect, kit)
        size, top = kit.frame.label, rect.top + round(kit.frame.gap * 1.3)
        for text, voice in self._words():
            lines = kit.type.lines(text, voice, size, self.ruling.margin - kit.frame.gap)
            tint = kit.theme.ink if voice == "score-strong" else kit.theme.quiet
            kit.type.draw(surface, lines, (rect.left, top), voice, size, tint)
            top += len(lines) * kit.type.leading(voice, size)


@dataclass
class EntryRow(LedgerLine):
    """An entry: its number, when, what it was; its points and the standing after it."""

    row: LedgerRow | None = None
    several: bool = False
    key: str | None = None

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        row = self._row
        return f"No. {row.number} {_time(row)} {row.title} {row.amount} {row.total} {self._under}"

    @property
    def _row(self) -> LedgerRow:
        assert self.row is not None
        return self.row

    @property
    def _under(self) -> str:
        """What stands below the words."""
        row, parts = self._row, []
        if not self.ruling.wide:
            parts += [f"No. {row.number}", _time(row)]
        if self.several:
            parts.append(row.system)
        return " · ".join(parts)

    def height(self, kit: Kit, width: int) -> int:
        room = self.ruling.room - kit.frame.gap
        high = kit.type.height(self._row.title, "story", kit.frame.text, room)
        if self._under:
            high += kit.type.height(self._under, "score", kit.frame.label, room)
        if not self.ruling.wide:
            figures = kit.type.leading("score-strong", kit.frame.small)
            high = max(high, figures + kit.type.leading("score", kit.frame.label))
        return max(kit.frame.target, high + kit.frame.gap)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, frame, ruled = kit.theme, kit.frame, self.ruling
        if focused:
            box = rect.inflate(frame.gap * 2, 0)
            surface.fill(theme.card, box)
        self.rules(surface, rect, kit)
        if focused:
            ring(surface, box, kit, theme.focus)
        row, room = self._row, ruled.room - frame.gap
        top = rect.top + frame.gap // 2
        base = top + self._drop(kit, "story", frame.text, "score", frame.label)
        if ruled.wide:
            at = (rect.left + ruled.number, base)
            kit.type.say(surface, str(row.number), at, "score", frame.label, theme.quiet, "right")
            at = (rect.left + ruled.time, base)
            kit.type.say(surface, _time(row), at, "score", frame.label, theme.quiet)
        self._figures(surface, rect, kit, top, base)
        lines = kit.type.lines(row.title, "story", frame.text, room)
        left = rect.left + ruled.title
        kit.type.draw(surface, lines, (left, top), "story", frame.text, theme.ink)
        top += len(lines) * kit.type.leading("story", frame.text)
        if self._under:
            under = kit.type.lines(self._under, "score", frame.label, room)
            kit.type.draw(surface, under, (left, top), "score", frame.label, theme.quiet)

    def _drop(self, kit: Kit, one: Voice, size: int, other: Voice, small: int) -> int:
        """How much lower small type begins so that it stands on the same line as large type."""
        return (kit.type.leading(one, size) - kit.type.leading(other, small)) * 3 // 4

    def _figures(self, surface: pygame.Surface, rect: Rect, kit: Kit, top: int, base: int) -> None:
        theme, frame, ruled = kit.theme, kit.frame, self.ruling
        strong = top + self._drop(kit, "story", frame.text, "score-strong", frame.small)
        if not ruled.wide:
            strong, base = top, top + kit.type.leading("score-strong", frame.small)
        amount, at = minus(self._row.amount), (rect.left + ruled.amount, strong)
        kit.type.say(surface, amount, at, "score-strong", frame.small, theme.score, "right")
        at = (rect.left + ruled.total, base)
        total = self._row.total if ruled.wide else f"= {self._row.total}"
        kit.type.say(surface, total, at, "score", frame.label, theme.quiet, "right")


def entry_rows(session: Session, asked: Collection[int], kit: Kit, width: int) -> list[Block]:
    """The ledger's rows, oldest first, day by day; under those that were asked, why."""
    rows = session.ledger()
    if not rows:
        return []
    ruled = ruling(kit, width, rows)
    several = len({row.system for row in rows}) > 1
    blocks: list[Block] = [ColumnHeads(ruled)]
    for (day, holder), of_day in itertools.groupby(rows, lambda row: (_day(row), row.holder)):
        entries = list(of_day)
        whose = holder if several else f"{entries[0].system} · {holder}"
        blocks.append(DayRow(ruled, day=day, whose=whose))
        for row in entries:
            blocks.append(EntryRow(ruled, row=row, several=several, key=f"entry:{row.number}"))
            if row.number in asked:
                blocks.append(_why(session, row))
    return blocks


def _why(session: Session, row: LedgerRow) -> Slip:
    """A slip that is pasted under an entry: what it came to, in words, and what it came from."""
    head = Words(f"{amount_in_words(row.amount)}, {row.system}", "score", "label", "score")
    told = [Words(sentence, before=0.3) for sentence in session.why(row.number)]
    return Slip([head, *told], before=0.6, inset=3)


def _day(row: LedgerRow) -> str:
    return row.when.rpartition(" ")[0].rstrip(",")


def _time(row: LedgerRow) -> str:
    return row.when.rpartition(" ")[2]
