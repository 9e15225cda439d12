"""A machine's frame: four corner marks in vermilion around what it looks at, and what it notes."""

from __future__ import annotations

from collections.abc import Sequence

import pygame
from pygame import Rect

from game.screen.kit import Kit

MOST = 2
"""Labels at one frame: more would cover what it is about."""

_FROM = 0.34
"""How much larger the frame is before it closes in, of its size."""


def draw_frame(
    surface: pygame.Surface, kit: Kit, area: Rect, eye: Rect, labels: Sequence[str], closed: float
) -> None:
    """Draws the frame around `eye` and its labels above, all within `area`. `closed`: how far it
    has closed in, 0 to 1."""
    line, box = _line(kit), _box(kit, eye)
    open_by = (1 - closed) ** 2 * _FROM
    box = box.inflate(round(box.width * open_by), round(box.height * open_by))
    strips = _strips(kit, area, box, labels)
    room = area.inflate(-2 * line, -2 * line)
    box = box.clip(room)
    if not box.width or not box.height:
        return
    before = surface.get_clip()
    surface.set_clip(area.clip(before))
    _draw_corners(surface, kit, box, line)
    if closed >= 1:
        for text, rect in strips:
            surface.fill(kit.theme.score_surface, rect)
            size, pad = kit.frame.label, _pad(kit)
            lines = kit.type.lines(text, "score", size, rect.width)
            at = (rect.left + pad, rect.top + pad // 2)
            kit.type.draw(surface, lines, at, "score", size, kit.theme.on_ink)
    surface.set_clip(before)


def frame_box(kit: Kit, area: Rect, eye: Rect, labels: Sequence[str]) -> Rect:
    """What a frame around `eye` covers when it has closed in, with its labels."""
    box = _box(kit, eye)
    return box.unionall([rect for _, rect in _strips(kit, area, box, labels)])


def _line(kit: Kit) -> int:
    return max(2, round(kit.frame.text / 9))


def _box(kit: Kit, eye: Rect) -> Rect:
    """The frame when it has closed in: never so small that nobody sees it."""
    least, line = kit.frame.text * 2, _line(kit)
    return eye.inflate(max(0, least - eye.width), max(0, least - eye.height)).inflate(line, line)


def _draw_corners(surface: pygame.Surface, kit: Kit, box: Rect, line: int) -> None:
    arm = max(3 * line, min(box.width, box.height) // 6)
    for left, top in ((0, 0), (1, 0), (0, 1), (1, 1)):
        x = box.right - arm if left else box.left
        y = box.bottom - arm if top else box.top
        surface.fill(kit.theme.score_surface, (x, box.bottom - line if top else box.top, arm, line))
        surface.fill(
            kit.theme.score_surface, (box.right - line if left else box.left, y, line, arm)
        )


def _pad(kit: Kit) -> int:
    return max(4, kit.frame.text // 4)


def _strips(kit: Kit, area: Rect, box: Rect, labels: Sequence[str]) -> list[tuple[str, Rect]]:
    """Where the labels stand: above the frame, one upon the other, or below it where there is no
    room above; never out of the picture, and away from its middle. What is too long for it is left
    out, and of many only the last."""
    size, pad = kit.frame.label, _pad(kit)
    high = kit.type.leading("score", size) + pad
    fitting = [(text, kit.type.width(text, "score", size) + 2 * pad) for text in labels[-MOST:]]
    fitting = [(text, wide) for text, wide in fitting if wide <= area.width]
    top = box.top - pad // 2 - high * len(fitting)
    if top < area.top:
        top = min(box.bottom + pad // 2, area.bottom - high * len(fitting))
    found = []
    for number, (text, wide) in enumerate(fitting):
        inwards = box.centerx >= area.centerx
        left = max(area.left, min(box.left if inwards else box.right - wide, area.right - wide))
        found.append((text, Rect(left, top + number * high, wide, high)))
    return found
