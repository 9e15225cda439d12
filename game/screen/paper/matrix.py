"""Where shapes of a picture lie: the transforms that SVG writes, as six numbers."""

from __future__ import annotations

import math
import re

Matrix = tuple[float, float, float, float, float, float]
"""a, b, c, d, e, f: x becomes a*x + c*y + e, and y becomes b*x + d*y + f."""

STILL: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)

_CALL = re.compile(r"([a-zA-Z]+)\s*\(([^)]*)\)")
_NUMBER = re.compile(r"[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?")


def numbers(text: str) -> list[float]:
    """All numbers in an attribute, but for those that nobody can draw with."""
    found = (float(number) for number in _NUMBER.findall(text))
    return [number for number in found if abs(number) < 1e6]


def after(outer: Matrix, inner: Matrix) -> Matrix:
    """First the inner one, then the outer one."""
    a, b, c, d, e, f = outer
    g, h, i, j, k, m = inner
    return (
        a * g + c * h,
        b * g + d * h,
        a * i + c * j,
        b * i + d * j,
        a * k + c * m + e,
        b * k + d * m + f,
    )


def moved(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """Where a point comes to lie."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def matrix_of(transform: str) -> Matrix:
    """The matrix of a `transform` attribute. What cannot be read moves nothing."""
    whole = STILL
    for name, inside in _CALL.findall(transform):
        whole = after(whole, _single(name, numbers(inside)))
    return whole


def _single(name: str, given: list[float]) -> Matrix:
    match name, given:
        case "translate", [x, *rest]:
            return (1.0, 0.0, 0.0, 1.0, x, rest[0] if rest else 0.0)
        case "scale", [x, *rest]:
            return (x, 0.0, 0.0, rest[0] if rest else x, 0.0, 0.0)
        case "rotate", [turn, *rest]:
            cos, sin = math.cos(math.radians(turn)), math.sin(math.radians(turn))
            x, y = rest[:2] if len(rest) >= 2 else (0.0, 0.0)
            there = after((1.0, 0.0, 0.0, 1.0, x, y), (cos, sin, -sin, cos, 0.0, 0.0))
            return after(there, (1.0, 0.0, 0.0, 1.0, -x, -y))
        case "skewX", [turn, *_]:
            return (1.0, 0.0, math.tan(math.radians(turn)), 1.0, 0.0, 0.0)
        case "skewY", [turn, *_]:
            return (1.0, math.tan(math.radians(turn)), 0.0, 1.0, 0.0, 0.0)
        case "matrix", [a, b, c, d, e, f]:
            return (a, b, c, d, e, f)
    return STILL
