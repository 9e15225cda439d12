"""Colours. Vermilion belongs to the score alone: nothing else in the window may use it."""

from __future__ import annotations

from dataclasses import dataclass

Colour = tuple[int, int, int]


def rgb(text: str) -> Colour:
    """`#1E1B18` as three numbers."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours. `quiet`: text of less weight, still readable on `paper` and `card`.
    `on_ink...`: the same on a dark strip. `hand`: what the score misses. `plain`: nothing is to
    be seen behind what is read."""

    ink: Colour
    paper: Colour
    card: Colour
    quiet: Colour
    hand: Colour
    edge: Colour
    score: Colour
    score_surface: Colour
    on_ink: Colour
    on_ink_quiet: Colour
    on_ink_score: Colour
    shut: Colour
    desk: Colour
    focus: Colour
    plain: bool = False


PAPER = Theme(
    ink=rgb("#1E1B18"),
    paper=rgb("#F4EDE0"),
    card=rgb("#FFFBF3"),
    quiet=rgb("#655C50"),
    hand=rgb("#34475A"),
    edge=rgb("#C9BCA4"),
    score=rgb("#B02A22"),
    score_surface=rgb("#C8372D"),
    on_ink=rgb("#F4EDE0"),
    on_ink_quiet=rgb("#C8BCA8"),
    on_ink_score=rgb("#FF8C78"),
    shut=rgb("#E8DFCE"),
    desk=rgb("#6F5237"),
    focus=rgb("#1E1B18"),
)

CONTRAST = Theme(
    ink=rgb("#000000"),
    paper=rgb("#FFFFFF"),
    card=rgb("#FFFFFF"),
    quiet=rgb("#3A352F"),
    hand=rgb("#12283C"),
    edge=rgb("#4A443C"),
    score=rgb("#8E1710"),
    score_surface=rgb("#8E1710"),
    on_ink=rgb("#FFFFFF"),
    on_ink_quiet=rgb("#E8E2D8"),
    on_ink_score=rgb("#FFB3A6"),
    shut=rgb("#F0F0F0"),
    desk=rgb("#1C1815"),
    focus=rgb("#000000"),
    plain=True,
)


def theme_for(high_contrast: bool) -> Theme:
    """The colours that the setting asks for."""
    return CONTRAST if high_contrast else PAPER


def contrast(one: Colour, other: Colour) -> float:
    """How well two colours part, 1 to 21, as WCAG 2 measures it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: Colour) -> float:
    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(part) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
