"""The body of a phone: frame, glass and status bar, and the colours of what is on it.

A window that is too low for a whole phone shows its upper part: the rest is below the edge.
"""

from __future__ import annotations

from functools import partial

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.lettering.breaking import Line
from game.screen.lettering.type import Voice
from game.screen.paper.shapes import rounded
from game.screen.theme import Colour, rgb

WIDE = 18
"""How wide a phone would like to be, in sizes of the text."""
_LEAST, _MOST = 1.5, 2.1
"""How high it is: less than this share of its width, and it reaches below the edge."""

_GLASS = rgb("#232B2D")
_PILL: Voice = "score-strong"


def glass(kit: Kit) -> Colour:
    """The dark of a screen, on which the theme's `on_ink` colours stand."""
    return kit.theme.ink if kit.theme.plain else _GLASS


def bezel(kit: Kit) -> int:
    """How thick the frame round the glass is."""
    return max(4, kit.frame.gap * 2 // 3)


def radius(kit: Kit) -> int:
    """How round the corners of the frame are."""
    return max(16, kit.frame.gap * 3)


class Body:
    """Where a phone and its parts are, within an area. `phone`: all of it; what is not `whole` has
    a part below the area. `screen`: its glass; `bar`: the status bar; `room`: below that, as much
    of the glass as is in view and clear of its edges."""

    def __init__(self, kit: Kit, area: Rect) -> None:
        frame = kit.frame
        edge = max(8, min(frame.margin // 2, area.height // 24))
        wide = min(frame.text * WIDE, area.width - 2 * edge)
        high = area.height - 2 * edge
        self.whole = whole = high >= wide * _LEAST
        high = min(high, round(wide * _MOST)) if whole else round(wide * _MOST)
        self.phone = Rect(0, 0, wide, high)
        self.phone.centerx = area.centerx
        self.phone.top = area.centery - high // 2 if whole else area.top + edge
        self.screen = self.phone.inflate(-2 * bezel(kit), -2 * bezel(kit))
        inset = max(frame.gap * 3 // 2, min(frame.text, self.screen.width // 14))
        left, words = self.screen.left + inset, self.screen.width - 2 * inset
        self.bar = Rect(left, self.screen.top + frame.gap // 2, words, bar_height(kit))
        end = self.screen.bottom - inset if whole else area.bottom - frame.gap
        self.room = Rect(left, self.bar.bottom, words, max(1, end - self.bar.bottom))

    def sheet(self, top: int) -> Rect:
        """The glass from here on to its lower edge."""
        return Rect(self.screen.left, top, self.screen.width, self.screen.bottom - top)


def bar_height(kit: Kit) -> int:
    """How high a status bar is."""
    return kit.type.leading("score", kit.frame.label) + kit.frame.gap // 2


def draw_body(surface: pygame.Surface, kit: Kit, phone: Rect) -> None:
    """The frame with its shadow, and its dark glass."""
    shade = max(6, kit.frame.text // 2)
    draw_piece(surface, kit, phone, radius(kit), kit.theme.ink, shade, kit.theme.on_ink_quiet)
    inner = phone.inflate(-2 * bezel(kit), -2 * bezel(kit))
    draw_piece(surface, kit, inner, radius(kit) - bezel(kit), glass(kit))


def draw_bar(surface: pygame.Surface, kit: Kit, bar: Rect, clock: str | None, tint: Colour) -> None:
    """The clock of the story; where there is none, the bar is empty."""
    if clock:
        kit.type.say(surface, clock, bar.topleft, "score", kit.frame.label, tint)


def draw_piece(
    surface: pygame.Surface,
    kit: Kit,
    rect: Rect,
    round_by: float,
    fill: Colour,
    shade: int = 0,
    edge: Colour | None = None,
) -> None:
    """A piece with round corners, made once; of what lies far below all that is seen, nothing."""
    round_by = max(0.0, min(float(round_by), rect.width / 2, rect.height / 2))
    lowest = surface.get_clip().bottom + round(round_by) + 2 * shade
    if rect.top < lowest < rect.bottom:
        rect = Rect(rect.left, rect.top, rect.width, lowest - rect.top)
    make = partial(rounded, rect.size, round_by, fill, shade, edge)
    piece = kit.pieces.get(("phone", rect.size, round_by, fill, shade, edge), make)
    surface.blit(piece, (rect.left - shade, rect.top - shade))


class Pill:
    """A band that is lit: what it says, and the minutes that it still has; in one line where both
    have room, else one below the other."""

    def __init__(self, kit: Kit, said: str, left: str, width: int) -> None:
        self._kit = kit
        size, voice = kit.frame.label, _PILL
        self.pad = kit.frame.gap
        self._inset = self.pad * 5 // 4
        inner = width - 2 * self._inset
        self._said: list[Line] = kit.type.lines(said, voice, size, inner)
        self._left: list[Line] = kit.type.lines(left, voice, size, inner) if left else []
        wide = kit.type.width(said, voice, size) + kit.type.width(left, voice, size)
        self.beside = len(self._said) == 1 and wide + self.pad <= inner
        lines = len(self._said) + (0 if self.beside else len(self._left))
        self.height = lines * kit.type.leading(voice, size) + self.pad

    def draw(self, surface: pygame.Surface, rect: Rect) -> None:
        """Draws it into `rect`, which has its height."""
        kit, theme, size = self._kit, self._kit.theme, self._kit.frame.label
        fill, tint = theme.score_surface, theme.card
        if theme.plain:
            fill, tint = theme.on_ink_score, theme.ink
        draw_piece(surface, kit, rect, min(rect.height / 2, radius(kit)), fill)
        step, top = kit.type.leading(_PILL, size), rect.top + self.pad // 2
        left, right = rect.left + self._inset, rect.right - self._inset
        kit.type.draw(surface, self._said, (left, top), _PILL, size, tint)
        if self.beside:
            kit.type.draw(surface, self._left, (right, top), _PILL, size, tint, "right")
        else:
            below = (left, top + len(self._said) * step)
            kit.type.draw(surface, self._left, below, _PILL, size, tint)
