"""Pictures that are no cuttings: drawn as they are, so large that they cover their area."""

from __future__ import annotations

from pathlib import Path

import pygame
from pygame import Surface


def flat_picture(path: Path, size: tuple[int, int]) -> Surface:
    """The picture at this size, middle on middle. ValueError, OSError, pygame.error: it cannot be
    read."""
    width, height = size
    if path.suffix.lower() == ".svg":
        first = pygame.image.load_sized_svg(path, size)
        wide, high = first.get_size()
        scale = max(width / wide, height / high)
        grown = (_up(wide * scale), _up(high * scale))
        loaded = first if scale <= 1 else pygame.image.load_sized_svg(path, grown)
        if loaded.get_bounding_rect().size == (0, 0):
            raise ValueError(f"{path.name} is empty or cut short")
    else:
        first = pygame.image.load(path)
        wide, high = first.get_size()
        scale = max(width / wide, height / high)
        loaded = pygame.transform.smoothscale(first, (_up(wide * scale), _up(high * scale)))
    if loaded.get_size() == size:
        return loaded
    left, top = (loaded.get_width() - width) // 2, (loaded.get_height() - height) // 2
    return loaded.subsurface((left, top, width, height)).copy()


def _up(length: float) -> int:
    return max(1, int(length + 0.999))
