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
from game.screen.paper.grain import lay_grain, with_shadow
from game.screen.paper.pieces import draw_ink
from game.screen.paper.shapes import wedge
from game.screen.paper.tags import tag, tilt
from game.screen.theme import Colour
from game.screen.wording import joined, with_word

if TYPE_CHECKING:
    from game.play.view import Score

FOOT = 0.24
"""How much of the height of the picture tags may take that say all."""

HIGHEST = 0.3
"""How much of it one may take that has its name, figure and change: else the name goes, too."""

CALM = 0.34
"""How much of its width one may take that says all: pictures are calm there, at the lower left."""

Form = Literal["whole", "brief", "bare"]

ENTERS = 0.5
"""Seconds that stamping the mark of a new entry on its tag takes."""

LANDS, LIFTS = 0.4, 0.8
"""When, within that, the stamp comes down, and when it is lifted again: between the two the tag
gives way."""


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
    """Draws them. `part`: how far the stamping of new entries has come, 0 to 1."""
    for each in tags:
        _draw(surface, kit, each, part)


def _placed(kit: Kit, scores: Sequence[Score], area: Rect, form: Form) -> list[Tag]:
    whole = form == "whole"
    edge = kit.frame.margin if whole else kit.frame.gap
    calm = max(round(area.width * CALM), kit.frame.text * 12)
    most = calm if whole else area.width - 2 * edge
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


def _more(score: Score) -> tuple[str, str, str]:
    """What else is known: how it stands now, whose it is, and who sees it."""
    seen = f"seen by {', '.join(score.seen_by)}" if score.seen_by else ""
    return joined(score.tier, score.band), score.holder, seen


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
            now, *whose = _more(score)
            self._below(now, "score", kit.theme.score)
            for text in whose:
                self._below(text, "score", kit.theme.quiet)
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
    setting = _Setting(kit, each.score, each.form, each.rect.width)
    stamped = part if setting.mark is not None else 1.0
    sunk = max(1, kit.frame.text // 16) if LANDS <= stamped < LIFTS else 0
    rect = each.rect.move(sunk, sunk)
    _draw_paper(surface, kit, rect)
    for row in setting.rows:
        at = (rect.left + row.at[0], rect.top + row.at[1])
        kit.type.draw(surface, row.lines, at, row.voice, row.high, row.tint)
    if setting.mark is not None and part > 0:
        box = setting.mark.move(rect.topleft)
        if part >= LANDS:
            draw_stamp(surface, kit, each.score.change, each.score.listed, box)
        else:
            _draw_coming(surface, kit, each.score, box, part / LANDS)


def _draw_paper(surface: pygame.Surface, kit: Kit, rect: Rect) -> None:
    """The tag itself, a little crooked, and its shadow."""
    theme, text = kit.theme, kit.frame.text
    if theme.plain:
        surface.fill(theme.paper, rect)
        pygame.draw.rect(surface, theme.edge, rect, max(2, text // 14))
        return
    shade, hole = max(10, round(text * 0.7)), max(3.0, text * 0.18)
    turn = tilt(rect.size, kit.frame.gap * 0.4)

    def make() -> pygame.Surface:
        piece = tag(rect.size, theme.paper, theme.edge, shade, turn, hole).convert_alpha()
        lay_grain(piece, piece.get_rect(), kit)
        return with_shadow(piece, shade)

    paper = kit.pieces.get(("tag", rect.size, theme.paper), make)
    surface.blit(paper, (rect.left - shade, rect.top - shade))


def _draw_coming(surface: pygame.Surface, kit: Kit, score: Score, box: Rect, part: float) -> None:
    """The stamp on its way down: larger and turned, and its shadow nearer and nearer."""

    def make() -> pygame.Surface:
        piece = pygame.Surface(box.size, pygame.SRCALPHA)
        draw_stamp(piece, kit, score.change, score.listed, piece.get_rect())
        return piece

    mark = kit.pieces.get(("stamp", box.size, score.change, score.listed), make)
    high = (1 - part) ** 2
    drawn = pygame.transform.rotozoom(mark, 9 * high, 1 + 0.7 * high)
    drawn.set_alpha(round(255 * min(1.0, 0.25 + part)))
    up = round(kit.frame.text * high)
    surface.blit(drawn, drawn.get_rect(center=(box.centerx, box.centery - up)))


def draw_stamp(surface: pygame.Surface, kit: Kit, change: int, listed: bool, box: Rect) -> None:
    """What was entered, as it is stamped: an arrow, its sign and its word, in vermilion."""
    theme, label = kit.theme, kit.frame.label
    draw_ink(surface, box, kit)
    side, up = round(label * 0.7), change > 0
    key = ("wedge", side, up, theme.card)
    arrow = kit.pieces.get(key, lambda: wedge(side, up, theme.card))
    surface.blit(arrow, (box.left + label // 2, box.top + (box.height - side) // 2))
    words = with_word(change, listed)
    at = (box.left + label // 2 + label, box.top)
    kit.type.say(surface, words, at, "score-strong", label, theme.card)
