"""The window as the system has it: its size, its title, and what is there before the first page."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress
from pathlib import Path

import pygame

from game.screen.theme import Colour

LEAST_SIZE = (640, 480)

_MMAP_THRESHOLD = -3
"""What `mallopt` calls that."""

_LARGE = 256_000
"""Bytes from which on a piece of memory is given back to the system when nobody uses it."""


def make_window(size: tuple[int, int] | None) -> pygame.Surface:
    """Opens or changes the window; no size: the full screen."""
    if size is None:
        return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    return pygame.display.set_mode(size, pygame.RESIZABLE)


def first_window(full_screen: bool, paper: Colour) -> pygame.Surface:
    """Opens the window with its title and an empty sheet, before the story is read."""
    if sys.platform.startswith("linux") and not Path("/dev/dri").exists():
        # Without a graphics card SDL would imitate one: slower, and four times the memory.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    _give_memory_back()
    pygame.display.init()
    pygame.font.init()
    surface = make_window(None if full_screen else _start_size())
    pygame.display.set_caption("A Thousand to Begin With")
    pygame.event.set_blocked([pygame.JOYAXISMOTION])
    surface.fill(paper)
    pygame.display.flip()
    return surface


def _give_memory_back() -> None:
    """Has the C library of Linux give surfaces back as they are freed: by itself it would keep
    holes between them, half as much again as all of them. Other systems need no telling."""
    if sys.platform.startswith("linux"):
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)


def _start_size() -> tuple[int, int]:
    """Most of the desktop, in its own shape."""
    sizes = pygame.display.get_desktop_sizes() or [(1280, 720)]
    width, height = sizes[0]
    return max(LEAST_SIZE[0], width * 4 // 5), max(LEAST_SIZE[1], height * 4 // 5)
