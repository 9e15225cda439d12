"""Both answers of a pair, joined by a thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.blocks.loom import ARMS, SAID, Loom
from game.screen.blocks.widgets import Block
from game.screen.kit import Kit
from game.screen.lettering.breaking import Line
from game.screen.lettering.type import Align, Voice
from game.screen.paper.shapes import dot, thread
from game.screen.wording import signed
from game.story.model import AT_STAKE, NOT_AT_STAKE

if TYPE_CHECKING:
    from game.mirror.reading import Twice
    from game.screen.theme import Colour

_CLOSE = 1.28
"""From one line to the next, in sizes of the type: few words are read here, and not for long."""

_SIDES = {NOT_AT_STAKE: "Left", AT_STAKE: "Right"}


@dataclass
class Heads(Block):
    """What the two sides of the threads mean."""

    before: float = 1.0

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        return ", ".join(f"{_SIDES[arm].lower()}: {SAID[arm]}" for arm in ARMS).capitalize()

    def height(self, kit: Kit, width: int) -> int:
        if Loom(kit, width).narrow:
            return kit.type.height(self.text, "score", kit.frame.label, width)
        return kit.type.leading("score", kit.frame.label)

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        size, theme, loom = kit.frame.label, kit.theme, Loom(kit, rect.width)
        if loom.narrow:
            lines = kit.type.lines(self.text, "score", size, rect.width)
            kit.type.draw(surface, lines, rect.topleft, "score", size, theme.quiet)
            return
        for arm, tint in ((NOT_AT_STAKE, theme.quiet), (AT_STAKE, theme.score)):
            at = (rect.left + loom.words[arm], rect.top)
            kit.type.say(surface, SAID[arm].upper(), at, "score", size, tint, _outward(arm))


@dataclass
class PairBlock(Block):
    """One pair. Options are listed in the same order on both sides, so that the thread is
    level where the answer was the same, and crosses where it was not."""

    pair: Twice
    before: float = 0.8

    @property
    def text(self) -> str:
        """What it says, in one piece."""
        told = [f"{self.pair.row.name}: {' / '.join(map(self._answer, ARMS))}."]
        return " ".join([*told, *filter(None, (self.pair.times, self.pair.remark))])

    def _answer(self, arm: str) -> str:
        row = self.pair.row
        taken, when = row.answers.get(arm), row.when.get(arm)
        answer = row.label(taken) if taken else "–"
        return f"{SAID[arm]}, {answer}" if when is None else f"{SAID[arm]}, {when}, {answer}"

    def height(self, kit: Kit, width: int) -> int:
        return _Woven(kit, self.pair, width).high + kit.frame.gap

    def draw(self, surface: pygame.Surface, rect: Rect, kit: Kit, focused: bool) -> None:
        woven = _Woven(kit, self.pair, rect.width)
        for each in woven.texts:
            each.draw(surface, kit, rect.topleft)
        answers = self.pair.row.answers
        for (arm, id), middle in woven.middles.items():
            spot = (rect.left + woven.loom.knots[arm], rect.top + middle)
            _draw_knot(surface, kit, spot, answers.get(arm) == id)
        first, second = (woven.middles.get((arm, answers.get(arm) or "")) for arm in ARMS)
        if first is not None and second is not None:
            left, right = (rect.left + woven.loom.knots[arm] for arm in ARMS)
            _draw_thread(surface, kit, (left, rect.top + first), (right, rect.top + second))
        surface.fill(kit.theme.edge, (rect.left, rect.bottom - 1, rect.width, 1))


def _outward(arm: str) -> Align:
    """How words stand beside a thread: on both sides they begin, or end, at its knot."""
    return "left" if arm == AT_STAKE else "right"


@dataclass(frozen=True, slots=True)
class _Text:
    """Lines of type at a place within the block; closer to each other than lines of prose."""

    lines: list[Line]
    voice: Voice
    size: int
    tint: Colour
    at: tuple[int, int]
    align: Align

    @property
    def step(self) -> int:
        """From one line to the next."""
        return round(self.size * _CLOSE)

    def draw(self, surface: pygame.Surface, kit: Kit, corner: tuple[int, int]) -> None:
        """Draws them in a block with this upper left corner."""
        lift = (kit.type.leading(self.voice, self.size) - self.step) // 2
        left, top = corner[0] + self.at[0], corner[1] + self.at[1] - lift
        for number, line in enumerate(self.lines):
            at = (left, top + number * self.step)
            kit.type.draw(surface, [line], at, self.voice, self.size, self.tint, self.align)


class _Woven:
    """What stands in the block of a pair, and where, from its upper left; `middles`: how far down
    an option's knots are, by arm and option."""

    def __init__(self, kit: Kit, pair: Twice, width: int) -> None:
        self._kit, self._pair, self.loom = kit, pair.row, Loom(kit, width)
        self.texts: list[_Text] = []
        self.middles: dict[tuple[str, str], int] = {}
        head, beside = self._head(pair.times), self.loom.form == "named"
        self._widest, first = self._widest_option(), len(self.texts)
        end = 0 if beside else head + kit.frame.gap // 2
        for option in self._pair.options:
            end = self._once(option, end) if self.loom.narrow else self._both(option, end)
        if not pair.counts:
            room, at = width - self.loom.left, (self.loom.left, end)
            end += self._add(pair.remark, "aside", kit.frame.note, kit.theme.quiet, at, room)
        if beside and head > end:
            self._lower((head - end) // 2, first)
        self.high = max(head, end)

    def _add(
        self,
        text: str,
        voice: Voice,
        size: int,
        tint: Colour,
        at: tuple[int, int],
        room: int,
        align: Align = "left",
    ) -> int:
        """Sets a text -> how high it is."""
        set = _Text(self._kit.type.lines(text, voice, size, room), voice, size, tint, at, align)
        self.texts.append(set)
        return len(set.lines) * set.step

    def _head(self, times: str | None) -> int:
        """The question, when it was put, the earlier time first, and how long the answers took ->
        where that ends."""
        kit, pair, room = self._kit, self._pair, self.loom.name
        end = self._add(pair.name, "strong", self.loom.title, kit.theme.ink, (0, 0), room)
        for arm, when in pair.when.items():
            if when is not None:
                dated, small = f"{when}, {SAID[arm]}", kit.frame.label
                end += self._add(dated, "score", small, kit.theme.quiet, (0, end), room)
        if times:
            end += kit.frame.gap // 3
            end += self._add(times, "hand", kit.frame.small, kit.theme.hand, (0, end), room)
        return end

    def _lower(self, by: int, first: int) -> None:
        """Sets the options lower, and all texts from the first of theirs."""
        for number, text in enumerate(self.texts[first:], first):
            self.texts[number] = replace(text, at=(text.at[0], text.at[1] + by))
        self.middles = {knot: middle + by for knot, middle in self.middles.items()}

    def _widest_option(self) -> int:
        """How far words reach from a thread, so that points stand in line just outside."""
        type, size = self._kit.type, self.loom.option
        lines = (
            line
            for _, label in self._pair.options
            for line in type.lines(label, "story", size, self.loom.wide)
        )
        return max((type.line_width(line, "story", size) for line in lines), default=0)

    def _tint(self, taken: bool) -> Colour:
        return self._kit.theme.ink if taken else self._kit.theme.quiet

    def _both(self, option: tuple[str, str], top: int) -> int:
        """An option on both sides of the threads, with what the score gives for it: outside at the
        right, and below at the left, where nearly never anything is -> where it ends."""
        kit, loom, size = self._kit, self.loom, self.loom.option
        id, label = option
        high = 0
        for arm in ARMS:
            tint, at = self._tint(self._pair.answers.get(arm) == id), (loom.words[arm], top)
            high = self._add(label, "story", size, tint, at, loom.wide, _outward(arm))
            self.middles[arm, id] = top + high // 2 + size // 12
        small, red, room = kit.frame.label, kit.theme.score, loom.wide
        staked, other = (self._pair.points(arm, id) for arm in (AT_STAKE, NOT_AT_STAKE))
        if staked:
            lower = top + (high - round(small * _CLOSE)) // 2
            at = (loom.words[AT_STAKE] + self._widest + loom.space, lower)
            self._add(signed(staked), "score-strong", small, red, at, room)
        if other:
            at = (loom.words[NOT_AT_STAKE], top + high)
            high += self._add(signed(other), "score-strong", small, red, at, room, "right")
        return top + high + kit.frame.gap // 2

    def _once(self, option: tuple[str, str], top: int) -> int:
        """An option behind the threads, and below it what the score gives for it -> where that
        ends."""
        kit, loom, size = self._kit, self.loom, self.loom.option
        id, label = option
        left, tint = loom.words[AT_STAKE], self._tint(id in self._pair.answers.values())
        for arm in ARMS:
            self.middles[arm, id] = top + round(size * _CLOSE) // 2 + size // 12
        top += self._add(label, "story", size, tint, (left, top), loom.wide)
        given = ", ".join(self._given(id))
        if given:
            small, at = kit.frame.label, (left, top)
            top += self._add(given, "score-strong", small, kit.theme.score, at, loom.wide)
        return top + kit.frame.gap // 2

    def _given(self, option: str) -> Iterator[str]:
        """What the score gives for an option that is listed once."""
        for arm in reversed(ARMS):
            points = self._pair.points(arm, option)
            if points:
                yield f"{signed(points)} {SAID[arm]}"


def _draw_knot(surface: pygame.Surface, kit: Kit, at: tuple[int, int], taken: bool) -> None:
    tint = kit.theme.ink if taken else kit.theme.quiet
    radius = max(4, kit.frame.text // 4) if taken else max(2, kit.frame.text // 8)
    mark = kit.pieces.get(("dot", radius, tint), lambda: dot(radius, tint))
    surface.blit(mark, (at[0] - radius - 1, at[1] - radius - 1))


def _draw_thread(
    surface: pygame.Surface, kit: Kit, start: tuple[int, int], end: tuple[int, int]
) -> None:
    width, tint = max(2.0, kit.frame.text / 11), kit.theme.ink
    air = round(width)
    top = min(start[1], end[1]) - air
    size = (end[0] - start[0], abs(end[1] - start[1]) + 2 * air)
    first, second = start[1] - top, end[1] - top
    drawn = kit.pieces.get(
        ("thread", size, first, second, tint), lambda: thread(size, first, second, tint, width)
    )
    surface.blit(drawn, (start[0], top))
