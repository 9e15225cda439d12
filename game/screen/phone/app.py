"""The app of a system on a phone: the standing, the day, a band that is lit, what is counted.

Without a standing it has its name, and what there is to read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.phone.body import Body, Pill, draw_piece, radius
from game.screen.phone.rows import Row, draw_rows, fitting, sized
from game.screen.wording import joined

if TYPE_CHECKING:
    from game.play.phone_view import Lit, Phone, Standing
    from game.play.phone_view import Row as Counted

_LINES = (0.9, 0.6)
"""What else there is to read, of which nothing is said: the grey lines of one title."""


def draw_app(surface: pygame.Surface, kit: Kit, body: Body, phone: Phone) -> None:
    """The dark head, and below it the sheet with what is counted, or what there is to read."""
    head, pill = _head(kit, phone, body.room.width), _pill(kit, phone, body.room.width)
    room = Rect(body.room)
    pill_high = pill.height + kit.frame.gap if pill is not None else 0
    shown = fitting(kit, head, room.width, room.height - pill_high)
    top = draw_rows(surface, kit, shown, room)
    if pill is not None and top + pill.height <= room.bottom:
        top += kit.frame.gap // 2
        pill.draw(surface, Rect(room.left, top, room.width, pill.height))
        top += pill.height
    top += kit.frame.gap
    inner = Rect(room.left, top + kit.frame.gap, room.width, room.bottom - top - kit.frame.gap)
    cards = _cards(kit, inner, phone)
    if cards:
        draw_piece(surface, kit, body.sheet(top), radius(kit), kit.theme.paper)
        _draw_cards(surface, kit, inner, cards, len(phone.rows) - len(cards))


def today(standing: Standing) -> str:
    """What was earned today, of what can be: "12 of 66 today"."""
    if standing.most is None:
        return ""
    return f"{standing.today:,} of {standing.most:,} today"


def until(lit: Lit) -> str:
    """What a band does, and how long: "×2 until 22:30"."""
    return f"×{lit.times} until {lit.until}"


def _head(kit: Kit, phone: Phone, width: int) -> list[Row | None]:
    theme, label, text = kit.theme, kit.frame.label, kit.frame.text
    name = Row(phone.title.upper(), "score-strong", label, theme.on_ink_quiet)
    standing = phone.standing
    if standing is None:
        size = sized(kit, phone.title, "strong", (kit.frame.title, text, label), width)
        return [Row(phone.title, "strong", size, theme.on_ink)]
    sizes = (round(text * 2.2), kit.frame.title, text, label)
    large = sized(kit, standing.value, "score-strong", sizes, width, whole=True)
    beside = joined(standing.unit, today(standing))
    return [
        name,
        Row(standing.value, "score-strong", large, theme.on_ink_score),
        Row(beside, "score", label, theme.on_ink_quiet) if beside else None,
    ]


def _pill(kit: Kit, phone: Phone, width: int) -> Pill | None:
    lit = None if phone.standing is None else phone.standing.lit
    return None if lit is None else Pill(kit, until(lit), f"{lit.minutes:,} min", width)


# --- the sheet below the head -------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Card:
    """A card on the sheet: what is counted, or a title; with neither, it has grey lines."""

    high: int
    name: str = ""
    row: Counted | None = None


def _cards(kit: Kit, room: Rect, phone: Phone) -> list[_Card]:
    """The cards for which there is room; below them also for how many others there are."""
    small, label = kit.type.leading("story", kit.frame.small), _label(kit)
    pad, inner = kit.frame.gap, room.width - 2 * kit.frame.gap
    if phone.standing is not None:
        made = []
        for row in phone.rows:
            name = kit.type.height(row.name, "story", kit.frame.small, inner - _worth(kit, row))
            made.append(_Card(name + label + pad, row.name, row))
    else:
        texts = [line.text for line in phone.lines]
        highs = [kit.type.height(text, "story", kit.frame.small, inner) for text in texts]
        made = [_Card(high + pad, text) for high, text in zip(highs, texts, strict=True)]
        unread = _Card(small + label + pad)
        made += [unread] * (room.height // unread.high)
    taken = 0
    for number, card in enumerate(made):
        last = number + 1 == len(made) or card.row is None
        if taken + card.high + (0 if last else label) > room.height:
            return made[:number]
        taken += card.high + _between(kit)
    return made


def _draw_cards(
    surface: pygame.Surface, kit: Kit, room: Rect, cards: Sequence[_Card], more: int
) -> None:
    top = room.top
    for card in cards:
        box = Rect(room.left, top, room.width, card.high)
        draw_piece(surface, kit, box, kit.frame.gap, kit.theme.edge)
        draw_piece(surface, kit, box.inflate(-2, -2), kit.frame.gap - 1, kit.theme.card)
        inner = box.inflate(-2 * kit.frame.gap, -kit.frame.gap)
        if card.row is not None:
            _draw_row(surface, kit, inner, card.row)
        elif card.name:
            title = Row(card.name, "story", kit.frame.small, kit.theme.ink)
            draw_rows(surface, kit, [title], inner)
        else:
            _draw_unread(surface, kit, inner)
        top = box.bottom + _between(kit)
    if more > 0 and top + _label(kit) <= room.bottom:
        told = f"and {more} more"
        kit.type.say(surface, told, (room.left, top), "score", kit.frame.label, kit.theme.quiet)


def _between(kit: Kit) -> int:
    return kit.frame.gap * 2 // 3


def _label(kit: Kit) -> int:
    return kit.type.leading("score", kit.frame.label)


def _worth(kit: Kit, row: Counted) -> int:
    """How wide the figure is that stands beside the name of a row."""
    return kit.type.width(f" +{row.worth:,}", "score-strong", kit.frame.label) + kit.frame.gap


def _draw_row(surface: pygame.Surface, kit: Kit, box: Rect, row: Counted) -> None:
    """What is counted: its name, what it is worth, and how much of the day's most came in."""
    theme, label, step = kit.theme, kit.frame.label, _label(kit)
    lower = (kit.type.leading("story", kit.frame.small) - step) // 2
    at = (box.right, box.top + lower)
    kit.type.say(surface, f"+{row.worth:,}", at, "score-strong", label, theme.score, "right")
    name = Row(row.name, "story", kit.frame.small, theme.ink)
    wide = box.width - _worth(kit, row)
    draw_rows(surface, kit, [name], Rect(box.left, box.top, wide, box.height))
    top = box.bottom - step
    far = f"{row.earned:,} today" if row.most is None else f"{row.earned:,} of {row.most:,}"
    kit.type.say(surface, far, (box.right, top), "score", label, theme.quiet, "right")
    room = box.width - kit.type.width(far, "score", label) - kit.frame.gap
    if row.most and room > label * 2:
        thick = max(4, label // 3)
        bar = Rect(box.left, top + (step - thick) // 2, room, thick)
        surface.fill(theme.edge, bar)
        bar.width = room * max(0, min(row.earned, row.most)) // row.most
        surface.fill(theme.quiet if row.earned >= row.most else theme.score_surface, bar)


def _draw_unread(surface: pygame.Surface, kit: Kit, box: Rect) -> None:
    """Grey lines, for what else there is to read."""
    thick = max(4, kit.frame.text // 3)
    for number, part in enumerate(_LINES):
        top = box.top + (2 * number + 1) * box.height // 4 - thick // 2
        bar = Rect(box.left, top, round(box.width * part), thick)
        pygame.draw.rect(surface, kit.theme.shut, bar, border_radius=thick // 2)
