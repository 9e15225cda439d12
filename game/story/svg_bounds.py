"""What the check of a picture and who draws it agree on."""

from __future__ import annotations

LARGEST = 2_000_000
"""Bytes of an SVG file."""

MOST = 20_000
"""Elements of a picture, with all that its `<use>` stand for."""

DEEPEST = 40
"""How deep elements may lie in each other, and `<use>` in what they stand for."""

BOX = "shapes.svg"
"""The shared box of shapes, beside the picture."""
