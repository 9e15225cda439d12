"""Messages on a phone: those of others at the left, the own at the right, the newest in view.

What has no room is left out from the top: it all stands in the column.
"""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.lettering.breaking import Line as Broken
from game.screen.lettering.breaking import Run
from game.screen.lettering.type import Voice
from game.screen.paper.shapes import seed_of
from game.screen.phone.body import Body, draw_piece, glass, radius
from game.screen.phone.rows import Row, draw_rows, rows_height, sized
from game.screen.theme import Colour

if TYPE_CHECKING:
    from game.play.phone_view import Phone
    from game.story.prose import Line

_WIDEST = 0.86
"""Of the room, at most, for one message."""
_NARROW = 12
"""Of a room that has not so many sizes of text, one message may have all."""


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message that has its place: its lines in this `type`, and what is drawn around them.
    `name`: who sends it, above; `wave`: how high the wave of a spoken one is."""

    lines: list[Broken]
    voice: Voice
    own: bool
    name: str
    type: int
    size: tuple[int, int]
    high: int
    wave: int = 0
    seed: int = 0


class Chat:
    """A chat that has its place on a phone: who it is with, and the messages from the last one
    upwards."""

    def __init__(self, kit: Kit, body: Body, phone: Phone, people: Mapping[str, str]) -> None:
        self._kit, self._body, self._clock = kit, body, phone.clock
        room, small, label = Rect(body.room), kit.frame.small, kit.frame.label
        size = sized(kit, phone.title, "strong", (small, label), room.width)
        self._title = [Row(phone.title, "strong", size, kit.theme.on_ink)]
        high = rows_height(kit, self._title, room.width)
        if high * 4 < room.height:
            room.top, room.height = room.top + high, room.height - high
        else:
            self._title = []
        self._top = room.top + kit.frame.gap // 2
        top = self._top + kit.frame.gap
        self._room = inner = Rect(room.left, top, room.width, room.bottom - top)
        self._field: Rect | None = None
        if body.whole and inner.height > 6 * _field(kit):
            inner.height -= _field(kit) + kit.frame.gap
            self._field = Rect(inner.left, inner.bottom, inner.width, _field(kit))
        found = newest(kit, phone, people, inner, _size(kit, phone, inner.width, kit.frame.text))
        if len(found) < len(phone.lines) or _taken(kit, found) + 2 * _label(kit) > inner.height:
            found = newest(kit, phone, people, inner, _size(kit, phone, inner.width, small))
        self._bubbles = found

    def draw(self, surface: pygame.Surface) -> None:
        """Draws it on the glass."""
        kit, inner = self._kit, self._room
        draw_rows(surface, kit, self._title, self._body.room)
        draw_piece(surface, kit, self._body.sheet(self._top), radius(kit), kit.theme.paper)
        if self._field is not None:
            _draw_field(surface, kit, self._field)
        top = inner.bottom - _taken(kit, self._bubbles)
        above = Rect(inner.left, top - _label(kit), inner.width, _label(kit))
        if self._clock and above.top >= inner.top:
            when = Row(self._clock, "score", kit.frame.label, kit.theme.quiet)
            draw_rows(surface, kit, [when], above, "centre")
        for bubble in self._bubbles:
            top = _draw(surface, kit, inner, top, bubble)


def newest(
    kit: Kit, phone: Phone, people: Mapping[str, str], room: Rect, size: int
) -> list[Bubble]:
    """The last messages for which there is room, the oldest first, in type of this size; of one
    that is too long for all of it, the last lines."""
    found: list[Bubble] = []
    for number in reversed(range(len(phone.lines))):
        line = phone.lines[number]
        before = phone.lines[number - 1].speaker if number else None
        again = number > 0 and before == line.speaker
        bubble = _bubble(kit, phone, people, line, room.width, size, named=not again)
        if _taken(kit, [bubble, *found]) > room.height:
            if not found:
                return [_cut(kit, bubble, room.height)]
            break
        found.insert(0, bubble)
    return found


def _field(kit: Kit) -> int:
    """How high the field is in which one would write."""
    return kit.type.leading("story", kit.frame.small) + kit.frame.gap


def _draw_field(surface: pygame.Surface, kit: Kit, box: Rect) -> None:
    draw_piece(surface, kit, box, box.height / 2, kit.theme.edge)
    draw_piece(surface, kit, box.inflate(-2, -2), box.height / 2 - 1, kit.theme.card)


def _size(kit: Kit, phone: Phone, width: int, most: int) -> int:
    """The largest type, up to `most`, in which no word has to be broken."""
    words = " ".join(line.text for line in phone.lines).replace("*", "")
    sizes = [size for size in (most, kit.frame.small, kit.frame.label) if size <= most]
    return sized(kit, words, "story", sizes, _widest(kit, width) - 2 * kit.frame.gap)


def _widest(kit: Kit, width: int) -> int:
    """How wide a message may be in a room of this width."""
    return width if width < _NARROW * kit.frame.text else round(width * _WIDEST)


def _label(kit: Kit) -> int:
    return kit.type.leading("score", kit.frame.label)


def _taken(kit: Kit, bubbles: Sequence[Bubble]) -> int:
    return sum(bubble.high + _air(kit) for bubble in bubbles)


def _air(kit: Kit) -> int:
    return kit.frame.gap * 2 // 3


def _bubble(
    kit: Kit,
    phone: Phone,
    people: Mapping[str, str],
    line: Line,
    width: int,
    size: int,
    named: bool,
) -> Bubble:
    pad = kit.frame.gap
    if line.speaker is None:
        return _set(kit, line.text, "aside", size, False, "", width)
    own, spoken = line.speaker == phone.you, line.speaker in phone.voice
    name = people.get(line.speaker, line.speaker) if named and not own else ""
    wave = size + pad if spoken else 0
    voice: Voice = "aside" if spoken else "story"
    return _set(kit, line.text, voice, size, own, name, _widest(kit, width), wave)


def _set(
    kit: Kit, text: str, voice: Voice, size: int, own: bool, name: str, width: int, wave: int = 0
) -> Bubble:
    pad = kit.frame.gap
    lines = kit.type.lines(text, voice, size, width - 2 * pad)
    least = size * 6 if wave else 0
    wide = max([least, *(kit.type.line_width(line, voice, size) for line in lines)])
    high = len(lines) * kit.type.leading(voice, size) + pad + wave
    called = _label(kit) if name else 0
    box = (min(width, wide + 2 * pad), high)
    return Bubble(lines, voice, own, name, size, box, high + called, wave, seed_of(text))


def _cut(kit: Kit, bubble: Bubble, room: int) -> Bubble:
    """The last lines of a message that has no room: without its name and its wave."""
    step, pad = kit.type.leading(bubble.voice, bubble.type), kit.frame.gap
    count = max(1, (room - _air(kit) - pad) // step)
    rest = bubble.lines[-count:]
    lines = [(Run("…", "plain"),), *rest[1:]] if 1 < len(rest) < len(bubble.lines) else rest
    high = len(lines) * step + pad
    return replace(bubble, lines=lines, name="", size=(bubble.size[0], high), high=high, wave=0)


def _draw(surface: pygame.Surface, kit: Kit, room: Rect, top: int, bubble: Bubble) -> int:
    """Draws a message -> where the next one begins."""
    theme, pad = kit.theme, kit.frame.gap
    if bubble.name:
        name = Row(bubble.name, "score", kit.frame.label, theme.quiet)
        kit.type.say(surface, name.text, (room.left, top), "score", name.size, name.tint)
        top += _label(kit)
    box = Rect(room.left, top, *bubble.size)
    if bubble.own:
        box.right = room.right
    fill, tint = (glass(kit), theme.on_ink) if bubble.own else (theme.card, theme.ink)
    draw_piece(surface, kit, box, 2 * pad, fill if bubble.own else theme.edge)
    if not bubble.own:
        draw_piece(surface, kit, box.inflate(-2, -2), 2 * pad - 1, fill)
    if bubble.wave:
        wave = Rect(box.left + pad, box.top + pad // 2, box.width - 2 * pad, bubble.wave)
        _draw_wave(surface, kit, wave, tint, bubble.seed)
    at = (box.left + pad, box.top + pad // 2 + bubble.wave)
    kit.type.draw(surface, bubble.lines, at, bubble.voice, bubble.type, tint)
    return top + box.height + _air(kit)


def _draw_wave(surface: pygame.Surface, kit: Kit, room: Rect, tint: Colour, seed: int) -> None:
    """A spoken message: a mark to play it, and its wave, the same whenever it is drawn."""
    side, dice = room.height * 2 // 3, random.Random(seed)
    top = room.top + (room.height - side) // 2
    mark = [(room.left, top), (room.left + side * 4 // 5, top + side // 2), (room.left, top + side)]
    pygame.draw.polygon(surface, tint, mark)
    thick = max(2, side // 8)
    for left in range(room.left + side * 3 // 2, room.right - thick, 2 * thick):
        high = max(thick, round(side * dice.uniform(0.15, 1.0)))
        surface.fill(tint, (left, room.centery - high // 2, thick, high))
