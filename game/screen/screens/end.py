"""The last page: both answers of each pair, joined by a thread, and the ledger behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pygame
from pygame import Rect

from game.errors import GameError
from game.screen.buttons import Button
from game.screen.kit import Kit
from game.screen.ledger_rows import entry_rows
from game.screen.paper import dot, thread
from game.screen.screens import ways
from game.screen.screens.run_page import RunPage
from game.screen.stage import Change, Reset, Stage
from game.screen.theme import Colour
from game.screen.widgets import Block, Rule, Words
from game.screen.wording import signed
from game.story.model import AT_STAKE, NOT_AT_STAKE

if TYPE_CHECKING:
    from game.mirror.pairs import PairRow

_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten")


@dataclass
class Heads(Block):
    """What the two sides of the threads mean."""

    before: float = 1.0

    def height(self, kit: Kit, width: int) -> int:
        return kit.type.leading("score", kit.frame.label)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        left, right = _knots(kit, rect)
        size, theme = kit.frame.label, kit.theme
        space = kit.frame.gap
        kit.type.say(
            surface, "NOT AT STAKE", (left - space, rect.top), "score", size, theme.quiet, "right"
        )
        kit.type.say(surface, "AT STAKE", (right + space, rect.top), "score", size, theme.score)


@dataclass
class PairBlock(Block):
    """One pair. Options are listed in the same order on both sides, so that the thread is
    level where the answer was the same, and crosses where it was not."""

    pair: PairRow
    before: float = 0.8

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        sides = (self._answer(arm) for arm in (NOT_AT_STAKE, AT_STAKE))
        return f"{self.pair.name}: {' / '.join(sides)}. {self._remark or ''}"

    def _answer(self, arm: str) -> str:
        answer, when = self.pair.answers.get(arm) or "–", self.pair.when.get(arm)
        return answer if when is None else f"{answer} ({when})"

    @property
    def _remark(self) -> str | None:
        if self.pair.void:
            return "Nothing was at stake this time, so this one does not count."
        missing = [arm for arm in (NOT_AT_STAKE, AT_STAKE) if not self.pair.answers.get(arm)]
        return "It was met only once." if missing else None

    def _reserve(self, kit: Kit) -> int:
        """The width that is kept for the points at stake."""
        return kit.type.width("+0,00", "score-strong", kit.frame.label)

    def _side(self, kit: Kit, width: int) -> int:
        """How wide the words of one side may be."""
        left, _ = _knots(kit, Rect(0, 0, width, 1))
        return left - 2 * kit.frame.gap - self._reserve(kit)

    def _rows(self, kit: Kit, width: int) -> list[int]:
        """The height of each option's row."""
        size, side = kit.frame.small, self._side(kit, width)
        rows = []
        for _, label in self.pair.options:
            rows.append(kit.type.height(label, "story", size, side) + kit.frame.gap // 2)
        return rows

    def _dated(self, kit: Kit, width: int) -> int:
        """The height of the row that says when each answer was given."""
        side, size = self._side(kit, width) + self._reserve(kit), kit.frame.label
        dates = [when for when in self.pair.when.values() if when]
        return max((kit.type.height(when, "score", size, side) for when in dates), default=0)

    def _points(self, arm: str, option: str) -> int:
        return 0 if self.pair.void else self.pair.rewards.get(arm, {}).get(option, 0)

    def height(self, kit: Kit, width: int) -> int:
        high = kit.type.height(self.pair.name, "strong", kit.frame.text, width)
        high += self._dated(kit, width) + sum(self._rows(kit, width))
        if self._remark:
            high += kit.type.height(self._remark, "aside", kit.frame.small, width)
        return high + kit.frame.gap

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        theme, size = kit.theme, kit.frame.text
        lines = kit.type.lines(self.pair.name, "strong", size, rect.width)
        kit.type.draw(surface, lines, rect.topleft, "strong", size, theme.ink)
        top = rect.top + len(lines) * kit.type.leading("strong", size)
        rows = self._rows(kit, rect.width)
        self._dates(surface, kit, rect, top)
        top += self._dated(kit, rect.width)
        middles: dict[tuple[str, str], int] = {}
        at = top
        for (id, label), high in zip(self.pair.options, rows, strict=True):
            for arm in (NOT_AT_STAKE, AT_STAKE):
                middles[arm, id] = at + high // 2
                self._option(surface, kit, rect, arm, (id, label), at + high // 2)
            at += high
        self._thread(surface, kit, rect, (top, at), middles)
        if self._remark:
            small = kit.frame.small
            told = kit.type.lines(self._remark, "aside", small, rect.width)
            kit.type.draw(surface, told, (rect.left, at), "aside", small, theme.quiet)
        surface.fill(theme.edge, (rect.left, rect.bottom - 1, rect.width, 1))

    def _dates(self, surface: pygame.Surface, kit: Kit, rect: Rect, top: int) -> None:
        """When each answer was given, over its side of the thread."""
        size, space = kit.frame.label, 2 * kit.frame.gap
        side = self._side(kit, rect.width) + self._reserve(kit)
        left, right = _knots(kit, rect)
        for arm, spot in ((NOT_AT_STAKE, left - space), (AT_STAKE, right + space)):
            lines = kit.type.lines(self.pair.when.get(arm) or "", "score", size, side)
            align: Literal["left", "right"] = "left" if arm == AT_STAKE else "right"
            kit.type.draw(surface, lines, (spot, top), "score", size, kit.theme.quiet, align)

    def _option(
        self,
        surface: pygame.Surface,
        kit: Kit,
        rect: Rect,
        arm: str,
        option: tuple[str, str],
        middle: int,
    ) -> None:
        id, label = option
        taken = self.pair.answers.get(arm) == id
        tint: Colour = kit.theme.ink if taken else kit.theme.quiet
        size, space = kit.frame.small, kit.frame.gap
        left, right = _knots(kit, rect)
        knot = left if arm == NOT_AT_STAKE else right
        radius = max(4, kit.frame.text // 4) if taken else max(2, kit.frame.text // 9)
        mark = kit.pieces.get(("dot", radius, tint), lambda: dot(radius, tint))
        surface.blit(mark, (knot - radius - 1, middle - radius - 1))
        lines = kit.type.lines(label, "story", size, self._side(kit, rect.width))
        top = middle - len(lines) * kit.type.leading("story", size) // 2
        points = self._points(arm, id)
        if arm == NOT_AT_STAKE:
            kit.type.draw(surface, lines, (knot - 2 * space, top), "story", size, tint, "right")
        else:
            kit.type.draw(surface, lines, (knot + 2 * space, top), "story", size, tint)
        if points:
            at, small = (rect.left, rect.right)[arm == AT_STAKE], kit.frame.label
            lower = middle - kit.type.leading("score-strong", small) // 2
            side: Literal["left", "right"] = "right" if arm == AT_STAKE else "left"
            red = kit.theme.score
            kit.type.say(surface, signed(points), (at, lower), "score-strong", small, red, side)

    def _thread(
        self,
        surface: pygame.Surface,
        kit: Kit,
        rect: Rect,
        span: tuple[int, int],
        middles: dict[tuple[str, str], int],
    ) -> None:
        first = middles.get((NOT_AT_STAKE, self.pair.answers.get(NOT_AT_STAKE) or ""))
        second = middles.get((AT_STAKE, self.pair.answers.get(AT_STAKE) or ""))
        if first is None or second is None:
            return
        left, right = _knots(kit, rect)
        size = (right - left, span[1] - span[0])
        start, end = first - span[0], second - span[0]
        width = max(2.0, kit.frame.text / 11)
        drawn = kit.pieces.get(
            ("thread", size, start, end, kit.theme.ink),
            lambda: thread(size, start, end, kit.theme.ink, width),
        )
        surface.blit(drawn, (left, span[0]))


def explained(pairs: Sequence[PairRow]) -> str:
    """What the two sides are, and the red figures if there are any."""
    figures = any(
        points
        for pair in pairs
        if not pair.void
        for row in pair.rewards.values()
        for points in row.values()
    )
    red = " In red: what the score gives for an answer, at most." if figures else ""
    return f"Once the score was at stake, once it was not.{red} The first answer counts."


def _knots(kit: Kit, rect: Rect) -> tuple[int, int]:
    """Where the threads are tied, left and right."""
    reach = round(min(rect.width * 0.11, 2.6 * rect.width / 12))
    return rect.centerx - reach, rect.centerx + reach


class EndPage(RunPage):
    """Plain counts, no verdict, and what they cannot say."""

    sheet = True
    kinds = ("end",)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._asked: set[int] = set()

    def blocks(self) -> list[Block]:
        session = self.stage.session
        pairs = session.pairs()
        blocks: list[Block] = [*self.heading(), *self.spoken()]
        if pairs:
            count = _NUMBERS[len(pairs)] if len(pairs) < len(_NUMBERS) else str(len(pairs))
            noun = "question" if len(pairs) == 1 else "questions, each"
            blocks += [
                Words(f"{count} {noun} asked twice.", "strong", "title", before=1.4),
                Words(explained(pairs), tone="quiet", before=0.0),
                Heads(),
                *(PairBlock(pair) for pair in pairs),
            ]
        else:
            blocks.append(Words("In this run, nothing was asked twice.", tone="quiet"))
        limits = "This game counted you, too."
        if pairs:
            some = "One question says" if len(pairs) == 1 else "These questions say"
            limits = f"{some} little about anybody. {limits}"
        rows = entry_rows(session, self._asked, self.kit, self.width)
        blocks.append(Words(limits, "score", "label", "quiet"))
        blocks.append(Words("The ledger behind it", "strong", before=1.8))
        if not rows:
            blocks.append(Words("Nothing was entered.", tone="quiet", before=0.2))
        return [*blocks, *rows, Rule(before=0.2)]

    def bar(self) -> list[Button]:
        return [
            Button("ledger", "Ledger", card=True),
            Button("log", "Log", card=True),
            Button("undo", "Undo", card=True, open=self.stage.session.can_undo),
            Button("again", "New run", card=True),
            Button("title", "Title page", card=True),
        ]

    def act(self, key: str) -> Change | None:
        if key.startswith("entry:"):
            self._asked ^= {int(key.removeprefix("entry:"))}
            self.refresh()
            place = self._place(key)
            if place is not None:
                self.column.show(place)
            return None
        if key == "again":
            cut, chapter = self.stage.session.cut, self.stage.session.chapter
            try:
                return ways.begin(self.stage, cut.id if cut is not None else None, chapter)
            except GameError as error:
                self.notice = str(error)
                self.refresh()
                return None
        if key == "title":
            return Reset(ways.title(self.stage))
        return super().act(key)

    def refresh(self) -> None:
        fresh = self._kit is None
        super().refresh()
        if fresh:
            self._focus = self._buttons[0].key
