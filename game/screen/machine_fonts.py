"""A font of the machine that it runs on, for letters that the game's own fonts do not have."""

from __future__ import annotations

import warnings

import pygame

_NAMES = (
    *("notosanscjksc", "notosanssc", "sourcehansanssc", "microsoftyahei", "pingfangsc"),
    *("hiraginosansgb", "heitisc", "simsun", "wqymicrohei", "wqyzenhei", "arialunicodems"),
    *("droidsansfallback", "malgungothic", "yugothic"),
)
"""Fonts with many scripts that systems bring along, the finest first."""


def machine_font(size: int) -> pygame.Font | None:
    """The first of them that is there, in this size in pixels; None where none can be had."""
    with warnings.catch_warnings():
        # A machine that cannot list its fonts is warned of, and does without.
        warnings.simplefilter("ignore")
        path = pygame.font.match_font(_NAMES)
    try:
        return None if path is None else pygame.font.Font(path, size)
    except (OSError, pygame.error):
        return None
