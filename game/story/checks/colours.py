"""Colours as pictures have them: which are drawn as they are written, and which are vermilion."""

from __future__ import annotations

import re
from colorsys import rgb_to_hls

_NAMED = {
    "black": (0, 0, 0),
    "white": (255, 255, 255),
    "gray": (128, 128, 128),
    "grey": (128, 128, 128),
    "red": (255, 0, 0),
    "green": (0, 128, 0),
    "blue": (0, 0, 255),
    "yellow": (255, 255, 0),
    "cyan": (0, 255, 255),
    "magenta": (255, 0, 255),
}
"""All that have a name; any other name is drawn grey."""
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
_RGB = re.compile(r"rgb\(" + r"\s*,\s*".join([r"\s*([0-9]{1,3})(%?)\s*"] * 3) + r"\)")


def is_drawn(colour: str) -> bool:
    """Whether it is drawn as it is written."""
    return _parts(colour) is not None


def is_vermilion(colour: str) -> bool:
    """Whether it is one of the reds that belong to the score."""
    parts = _parts(colour)
    if parts is None:
        return False
    hue, light, full = rgb_to_hls(*(min(255, part) / 255 for part in parts))
    degrees = hue * 360
    return (degrees >= 355 or degrees <= 15) and full > 0.45 and 0.25 <= light <= 0.65


def _parts(colour: str) -> tuple[int, int, int] | None:
    """Red, green and blue, 0 to 255."""
    if colour in _NAMED:
        return _NAMED[colour]
    if _HEX.fullmatch(colour):
        digits = colour[1:] if len(colour) == 7 else "".join(2 * one for one in colour[1:])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    if found := _RGB.fullmatch(colour):
        red, green, blue = (
            int(found[n]) * 255 // 100 if found[n + 1] else int(found[n]) for n in (1, 3, 5)
        )
        return red, green, blue
    return None
