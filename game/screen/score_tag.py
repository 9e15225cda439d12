"""The score: tags of its own on the picture, the only place where vermilion stands large.

A tag says all that is known of a standing where the foot of the picture has room for that. Else
it is brief, and the column says the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.breaking import Line
from game.screen.kit import Kit
from game.screen.paper import tag, wedge
from game.screen.theme import Colour
from game.screen.type import Voice
from game.screen.wording import with_word

if TYPE_CHECKING:
    from game.play.view import Score

FOOT = 0.24
"""How much of the height of the picture tags may take that say all."""

ENTERS = 0.45
"""Seconds that the mark of a new entry takes to come out of its tag."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One standing, where it is shown, and whether only its name, figure and change are."""

    score: Score
    rect: Rect
    brief: bool


def tags_for(kit: Kit, scores: Sequence[Score], area: Rect, brief: bool = False) -> list[Tag]:
    """The tags, from the lower left of the picture to the right and upwards. Those for which
    the picture has no room are left out. `brief`: in any case."""
    whole = _placed(kit, scores, area, brief=False)
    foot = area.bottom - round(area.height * FOOT)
    if not brief and len(whole) == len(scores) and all(each.rect.top >= foot for each in whole):
        return whole
    return _placed(kit, scores, area, brief=True)


def untold(scores: Sequence[Score], tags: Sequence[Tag]) -> list[str]:
    """What is known of the standings and stands on none of these tags, a line for each."""
    shown = {tag.score.system: tag for tag in tags}
    lines = []
    for score in scores:
        found = shown.get(score.system)
        if found is None:
            change = with_word(score.change, score.listed) if score.change else ""
            parts = [f"{score.name}: {score.value} {score.unit}".rstrip(), change]
            lines.append(_joined(*parts, *_more(score)))
        elif found.brief and any(_more(score)):
            lines.append(f"{score.name}: {_joined(*_more(score))}")
    return lines


def draw_tags(surface: pygame.Surface, kit: Kit, tags: Sequence[Tag], part: float = 1.0) -> None:
    """Draws them. `part`: how far the marks of new entries have come out, 0 to 1."""
    for each in tags:
        _draw(surface, kit, each, part)


def _placed(kit: Kit, scores: Sequence[Score], area: Rect, brief: bool) -> list[Tag]:
    edge = kit.frame.gap if brief else kit.frame.margin
    most = area.width - 2 * edge if brief else max(area.width // 2, kit.frame.text * 12)
    places: list[Tag] = []
    left, bottom, highest = area.left + edge, area.bottom - edge, 0
    for score in scores:
        wide, high = _set(kit, score, brief, min(most, area.width - 2 * edge)).size
        if left + wide > area.right - edge and left > area.left + edge:
            left, bottom, highest = area.left + edge, bottom - highest - kit.frame.gap, 0
        if bottom - high < area.top:
            break
        places.append(Tag(score, Rect(left, bottom - high, wide, high), brief))
        left += wide + kit.frame.gap * 2
        highest = max(highest, high)
    return places


def _joined(*parts: str) -> str:
    return " · ".join(part for part in parts if part)


def _more(score: Score) -> tuple[str, str]:
    """What else is known: how it stands now, and whose it is and who sees it."""
    seen = f"seen by {', '.join(score.seen_by)}" if score.seen_by else ""
    return _joined(score.tier or "", score.band or ""), _joined(score.holder, seen)


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines of type at a place within the tag."""

    lines: list[Line]
    voice: Voice
    high: int
    tint: Colour
    at: tuple[int, int]


@dataclass(slots=True)
class _Setting:
    """What stands on a tag, and where; `mark` is the place of what was entered."""

    rows: list[_Row] = field(default_factory=list)
    mark: Rect | None = None
    size: tuple[int, int] = (0, 0)


def _set(kit: Kit, score: Score, brief: bool, most: int) -> _Setting:
    """Sets the words of a tag that is no wider than `most`."""
    frame, theme, label = kit.frame, kit.theme, kit.frame.label
    left, top = _indent(kit, brief), frame.gap * 2 // 3
    room = max(most - left - 2 * frame.gap, frame.text * 2)
    done = _Setting()

    def add(text: str, voice: Voice, high: int, tint: Colour, at: tuple[int, int]) -> int:
        lines = kit.type.lines(text, voice, high, room)
        done.rows.append(_Row(lines, voice, high, tint, at))
        return max(kit.type.line_width(line, voice, high) for line in lines)

    figure = round(frame.text * 1.15) if brief else frame.title
    step = round(figure * 1.3)
    lift = (step - kit.type.leading("score-strong", figure)) // 2
    wide = add(score.value, "score-strong", figure, theme.score, (left, top + lift))
    top += step + (len(done.rows[-1].lines) - 1) * kit.type.leading("score-strong", figure)
    if wide + frame.gap + kit.type.width(score.unit, "score", label) <= room:
        lower = round(figure * 0.92 - label * 0.86) - step
        beside = left + wide + frame.gap
        wide += frame.gap + add(score.unit, "score", label, theme.quiet, (beside, top + lower))
    else:
        wide = max(wide, add(score.unit, "score", label, theme.quiet, (left, top)))
        top += len(done.rows[-1].lines) * kit.type.leading("score", label)
    called = _short(kit, score.name.upper(), room) if brief else score.name.upper()
    name = add(called, "score-strong", label, theme.score, (left, top))
    lines, line = done.rows[-1].lines, kit.type.leading("score-strong", label)
    top, wide = top + len(lines) * line, max(wide, name)
    if score.change:
        mark = mark_size(kit, score)
        last = kit.type.line_width(lines[-1], "score-strong", label) + frame.gap
        beside_it = last + mark[0] <= room
        done.mark = Rect((left + last, top - line) if beside_it else (left, top), mark)
        wide = max(wide, mark[0] + (last if beside_it else 0))
        top += 0 if beside_it else line
    for text, tint in zip(_more(score), (theme.score, theme.quiet), strict=True):
        if text and not brief:
            wide = max(wide, add(text, "score", label, tint, (left, top)))
            top += len(done.rows[-1].lines) * kit.type.leading("score", label)
    done.size = (left + wide + 2 * frame.gap, top + frame.gap * 2 // 3)
    return done


def _short(kit: Kit, name: str, room: int) -> str:
    """A name that stands on one line, cut short if it must be."""
    words = name.split()
    while len(words) > 1 and kit.type.width(name, "score-strong", kit.frame.label) > room:
        words.pop()
        name = " ".join(words) + " …"
    return name


def _indent(kit: Kit, brief: bool) -> int:
    """Room for the hole at the left."""
    return round(kit.frame.text * (1.2 if brief else 1.7))


def mark_size(kit: Kit, score: Score) -> tuple[int, int]:
    """How large the mark of a new entry is."""
    label = kit.frame.label
    words = kit.type.width(with_word(score.change, score.listed), "score-strong", label)
    return words + label * 2, kit.type.leading("score-strong", label)


def _draw(surface: pygame.Surface, kit: Kit, each: Tag, part: float) -> None:
    theme, rect = kit.theme, each.rect
    shade = max(4, kit.frame.text // 3)
    paper = kit.pieces.get(
        ("tag", rect.size, theme.paper), lambda: tag(rect.size, theme.paper, theme.edge, shade)
    )
    surface.blit(paper, (rect.left - shade, rect.top - shade))
    setting = _set(kit, each.score, each.brief, rect.width)
    for row in setting.rows:
        at = (rect.left + row.at[0], rect.top + row.at[1])
        kit.type.draw(surface, row.lines, at, row.voice, row.high, row.tint)
    if setting.mark is not None and part > 0:
        before, box = surface.get_clip(), setting.mark.move(rect.topleft)
        shown = Rect(box.left, box.top, round(box.width * part), box.height)
        surface.set_clip(shown.clip(before))
        _draw_mark(surface, kit, each.score, box)
        surface.set_clip(before)


def _draw_mark(surface: pygame.Surface, kit: Kit, score: Score, box: Rect) -> None:
    """What was entered: an arrow, its sign and its word, on vermilion."""
    theme, label = kit.theme, kit.frame.label
    surface.fill(theme.score_surface, box)
    side, up = round(label * 0.7), score.change > 0
    key = ("wedge", side, up, theme.card)
    arrow = kit.pieces.get(key, lambda: wedge(side, up, theme.card))
    surface.blit(arrow, (box.left + label // 2, box.top + (box.height - side) // 2))
    words = with_word(score.change, score.listed)
    at = (box.left + label // 2 + label, box.top)
    kit.type.say(surface, words, at, "score-strong", label, theme.card)
