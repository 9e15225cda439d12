"""The score: a tag of its own on the picture, the only place where vermilion stands large."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.paper import tag
from game.screen.theme import Colour
from game.screen.type import Voice
from game.screen.wording import with_word

if TYPE_CHECKING:
    from game.play.view import Score


def draw_tags(surface: pygame.Surface, kit: Kit, scores: Sequence[Score], area: Rect) -> None:
    """One tag per standing, from the lower left of the picture to the right and upwards."""
    for score, rect in zip(scores, tag_rects(kit, scores, area), strict=False):
        _draw(surface, kit, score, rect)


def tag_rects(kit: Kit, scores: Sequence[Score], area: Rect) -> list[Rect]:
    """Where the tags are; those for which the picture has no room are left out."""
    edge = kit.frame.margin
    places: list[Rect] = []
    left, bottom, highest = area.left + edge, area.bottom - edge, 0
    for score in scores:
        wide, high = _size(kit, score, area.width - 2 * edge)
        if left + wide > area.right - edge and left > area.left + edge:
            left, bottom, highest = area.left + edge, bottom - highest - kit.frame.gap, 0
        if bottom - high < area.top:
            break
        places.append(Rect(left, bottom - high, wide, high))
        left += wide + kit.frame.gap * 2
        highest = max(highest, high)
    return places


def _rows(kit: Kit, score: Score) -> list[tuple[str, Voice, int, Colour]]:
    """The small lines of a tag."""
    theme, label = kit.theme, kit.frame.label
    change = f" · {with_word(score.change, score.listed)}" if score.change else ""
    rows: list[tuple[str, Voice, int, Colour]] = [
        (f"{score.name.upper()}{change}", "score-strong", label, theme.score)
    ]
    state = " · ".join(part for part in (score.tier, score.band) if part)
    if state:
        rows.append((state, "score", label, theme.score))
    seen = f"seen by {', '.join(score.seen_by)}" if score.seen_by else ""
    about = " · ".join(part for part in (score.holder, seen) if part)
    if about:
        rows.append((about, "score", label, theme.quiet))
    return rows


def _indent(kit: Kit) -> int:
    return round(kit.frame.text * 1.7)


def _size(kit: Kit, score: Score, most: int) -> tuple[int, int]:
    room = most - _indent(kit) - kit.frame.gap * 2
    figure = kit.type.width(score.value, "score-strong", kit.frame.title) + kit.frame.gap
    figure += kit.type.width(score.unit, "score", kit.frame.label)
    rows = _rows(kit, score)
    wide = max([figure, *(kit.type.width(text, voice, size) for text, voice, size, _ in rows)])
    wide = min(wide, room)
    high = round(kit.frame.title * 1.3)
    high += sum(kit.type.height(text, voice, size, wide) for text, voice, size, _ in rows)
    return wide + _indent(kit) + kit.frame.gap * 2, high + round(kit.frame.gap * 1.4)


def _draw(surface: pygame.Surface, kit: Kit, score: Score, rect: Rect) -> None:
    theme, frame = kit.theme, kit.frame
    shade = max(4, frame.text // 3)
    paper = kit.pieces.get(
        ("tag", rect.size, theme.paper), lambda: tag(rect.size, theme.paper, theme.edge, shade)
    )
    surface.blit(paper, (rect.left - shade, rect.top - shade))
    left, top = rect.left + _indent(kit), rect.top + frame.gap * 2 // 3
    step = kit.type.leading("score-strong", frame.title)
    high = round(frame.title * 1.3)
    lift = (high - step) // 2
    kit.type.say(surface, score.value, (left, top + lift), "score-strong", frame.title, theme.score)
    beside = left + kit.type.width(score.value, "score-strong", frame.title) + frame.gap
    lower = round(frame.title * 0.86 - frame.label * 0.86) + round(frame.title * 0.06)
    kit.type.say(surface, score.unit, (beside, top + lower), "score", frame.label, theme.quiet)
    top += high
    wide = rect.right - left - frame.gap * 2
    for text, voice, size, tint in _rows(kit, score):
        lines = kit.type.lines(text, voice, size, wide)
        kit.type.draw(surface, lines, (left, top), voice, size, tint)
        top += len(lines) * kit.type.leading(voice, size)
