"""The score: tags of its own on the picture, the only place where vermilion stands large.

A tag says all that is known of a standing where the foot of the picture has room for that. Else
it is brief or even bare, and the column says the rest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import pygame
from pygame import Rect

from game.screen.kit import Kit
from game.screen.lettering.breaking import Line
from game.screen.lettering.type import Voice
from game.screen.paper.shapes import tag, wedge
from game.screen.theme import Colour
from game.screen.wording import joined, with_word

if TYPE_CHECKING:
    from game.play.view import Score

FOOT = 0.24
"""How much of the height of the picture tags may take that say all."""

HIGHEST = 0.3
"""How much of it one may take that has its name, figure and change: else the name goes, too."""

Form = Literal["whole", "brief", "bare"]

ENTERS = 0.45
"""Seconds that the mark of a new entry takes to come out of its tag."""


@dataclass(frozen=True, slots=True)
class Tag:
    """One standing, where it is shown, and how: whole; brief, with its name, figure and change;
    bare, without its name."""

    score: Score
    rect: Rect
    form: Form


def tags_for(kit: Kit, scores: Sequence[Score], area: Rect, brief: bool = False) -> list[Tag]:
    """The tags, from the lower left of the picture to the right and upwards. Those for which
    the picture has no room are left out. `brief`: in any case."""
    whole = _placed(kit, scores, area, "whole")
    foot = area.bottom - round(area.height * FOOT)
    if not brief and len(whole) == len(scores) and all(each.rect.top >= foot for each in whole):
        return whole
    placed = _placed(kit, scores, area, "brief")
    if len(scores) == 1 and any(tag.rect.height > area.height * HIGHEST for tag in placed):
        return _placed(kit, scores, area, "bare")
    return placed


def untold(scores: Sequence[Score], tags: Sequence[Tag]) -> list[str]:
    """What is known of the standings and stands on none of these tags, a line for each."""
    shown = {tag.score.system: tag for tag in tags}
    lines = []
    for score in scores:
        found = shown.get(score.system)
        if found is None or found.form == "bare":
            changed = score.change and found is None
            change = with_word(score.change, score.listed) if changed else ""
            lines.append(joined(standing(score), change, *_more(score)))
        elif found.form == "brief" and any(_more(score)):
            lines.append(f"{score.name}: {joined(*_more(score))}")
    return lines


def standing(score: Score) -> str:
    """A standing in a few words: "Daily Lamp: 216 points"."""
    return f"{score.name}: {score.value} {score.unit}".rstrip()


def draw_tags(surface: pygame.Surface, kit: Kit, tags: Sequence[Tag], part: float = 1.0) -> None:
    """Draws them. `part`: how far the marks of new entries have come out, 0 to 1."""
    for each in tags:
        _draw(surface, kit, each, part)


def _placed(kit: Kit, scores: Sequence[Score], area: Rect, form: Form) -> list[Tag]:
    whole = form == "whole"
    edge = kit.frame.margin if whole else kit.frame.gap
    most = max(area.width // 2, kit.frame.text * 12) if whole else area.width - 2 * edge
    places: list[Tag] = []
    left, bottom, highest = area.left + edge, area.bottom - edge, 0
    for score in scores:
        wide, high = _Setting(kit, score, form, min(most, area.width - 2 * edge)).size
        if left + wide > area.right - edge and left > area.left + edge:
            left, bottom, highest = area.left + edge, bottom - highest - kit.frame.gap, 0
        if bottom - high < area.top:
            break
        places.append(Tag(score, Rect(left, bottom - high, wide, high), form))
        left += wide + kit.frame.gap * 2
        highest = max(highest, high)
    return places


def _more(score: Score) -> tuple[str, str]:
    """What else is known: how it stands now, and whose it is and who sees it."""
    seen = f"seen by {', '.join(score.seen_by)}" if score.seen_by else ""
    return joined(score.tier, score.band), joined(score.holder, seen)


@dataclass(frozen=True, slots=True)
class _Row:
    """Lines of type at a place within the tag."""

    lines: list[Line]
    voice: Voice
    high: int
    tint: Colour
    at: tuple[int, int]


class _Setting:
    """What stands on a tag that is no wider than `most`, and where; `mark` is the place of what
    was entered, `size` that of the whole tag."""

    def __init__(self, kit: Kit, score: Score, form: Form, most: int) -> None:
        self._kit, frame = kit, kit.frame
        self.rows: list[_Row] = []
        self.mark: Rect | None = None
        self._left = round(frame.text * (1.7 if form == "whole" else 1.2))
        self._room = max(most - self._left - 2 * frame.gap, frame.text * 2)
        self._top, self._wide = frame.gap * 2 // 3, 0
        end = self._set_figure(score, form)
        if form != "bare":
            end = self._set_name(score, form)
        if score.change:
            self._set_mark(score, end)
        if form == "whole":
            for text, tint in zip(_more(score), (kit.theme.score, kit.theme.quiet), strict=True):
                self._below(text, "score", tint)
        self.size = (self._left + self._wide + 2 * frame.gap, self._top + frame.gap * 2 // 3)

    def _add(self, text: str, voice: Voice, high: int, tint: Colour, at: tuple[int, int]) -> int:
        """Sets a text -> where its last line ends, from the left."""
        lines = self._kit.type.lines(text, voice, high, self._room)
        self.rows.append(_Row(lines, voice, high, tint, at))
        wides = [self._kit.type.line_width(line, voice, high) for line in lines]
        self._wide = max(self._wide, at[0] - self._left + max(wides, default=0))
        return wides[-1] if wides else 0

    def _below(self, text: str, voice: Voice, tint: Colour) -> int:
        """Sets a small text below the rest -> where its last line ends."""
        if not text:
            return 0
        label = self._kit.frame.label
        end = self._add(text, voice, label, tint, (self._left, self._top))
        self._top += len(self.rows[-1].lines) * self._kit.type.leading(voice, label)
        return end

    def _set_figure(self, score: Score, form: Form) -> int:
        """The figure, and beside it its unit."""
        kit, label = self._kit, self._kit.frame.label
        text = kit.frame.text
        high = {"whole": kit.frame.title, "brief": round(text * 1.15), "bare": text}[form]
        step, leading = round(high * 1.3), kit.type.leading("score-strong", high)
        at = (self._left, self._top + (step - leading) // 2)
        end = self._add(score.value, "score-strong", high, kit.theme.score, at)
        self._top += step + (len(self.rows[-1].lines) - 1) * leading
        unit = kit.type.width(score.unit, "score", label)
        if form == "bare" or not score.unit:
            return end
        if end + kit.frame.gap + unit > self._room:
            return self._below(score.unit, "score", kit.theme.quiet)
        lower = round(high * 0.92 - label * 0.86) - step
        beside = (self._left + end + kit.frame.gap, self._top + lower)
        return end + self._add(score.unit, "score", label, kit.theme.quiet, beside)

    def _set_name(self, score: Score, form: Form) -> int:
        name = score.name.upper()
        called = name if form == "whole" else _short(self._kit, name, self._room)
        return self._below(called, "score-strong", self._kit.theme.score)

    def _set_mark(self, score: Score, end: int) -> None:
        """The mark of what was entered: on the last line, or below it."""
        wide, high = _mark_size(self._kit, score)
        last = self.rows[-1]
        line = self._kit.type.leading(last.voice, last.high)
        middle = last.at[1] + (len(last.lines) - 1) * line + line // 2
        beside = end + self._kit.frame.gap
        if beside + wide > self._room:
            beside, middle = 0, self._top + high // 2
            self._top += high
        self.mark = Rect(self._left + beside, middle - high // 2, wide, high)
        self._wide = max(self._wide, beside + wide)


def _short(kit: Kit, name: str, room: int) -> str:
    """A name that stands on one line, cut short if it must be."""
    words = name.split()
    while len(words) > 1 and kit.type.width(name, "score-strong", kit.frame.label) > room:
        words.pop()
        name = " ".join(words) + " …"
    return name


def _mark_size(kit: Kit, score: Score) -> tuple[int, int]:
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
    setting = _Setting(kit, each.score, each.form, rect.width)
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
