"""Which signs a font file has: its table `cmap`, read without opening the font."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_MOST = 4_000_000
"""Bytes: no table of signs is longer."""


def signs_of(path: Path) -> frozenset[str]:
    """Every sign that the font has; none where the file cannot be read. Of a collection, the
    first font."""
    try:
        table = _table(path, b"cmap")
        return frozenset(chr(code) for code in _codes(table))
    except (OSError, struct.error, ValueError, IndexError):
        return frozenset()


def _table(path: Path, name: bytes) -> bytes:
    """The bytes of one table."""
    with path.open("rb") as file:
        start = 0
        if file.read(4) == b"ttcf":
            file.seek(12)
            (start,) = struct.unpack(">L", file.read(4))
        file.seek(start + 4)
        (count,) = struct.unpack(">H", file.read(2))
        file.seek(start + 12)
        for _ in range(count):
            tag, _, offset, length = struct.unpack(">4sLLL", file.read(16))
            if tag == name:
                file.seek(offset)
                return file.read(min(length, _MOST))
    return b""


def _codes(table: bytes) -> Iterator[int]:
    """The code points of the largest part that is kept in one of the two usual ways."""
    (count,) = struct.unpack_from(">H", table, 2)
    found: dict[int, int] = {}
    for number in range(count):
        platform, _, offset = struct.unpack_from(">HHL", table, 4 + 8 * number)
        (kind,) = struct.unpack_from(">H", table, offset)
        if platform in (0, 3):
            found[kind] = offset
    if 12 in found:
        yield from _long(table, found[12])
    elif 4 in found:
        yield from _short(table, found[4])


def _long(table: bytes, at: int) -> Iterator[int]:
    """Format 12: spans of code points."""
    (count,) = struct.unpack_from(">L", table, at + 12)
    for number in range(count):
        first, last, _ = struct.unpack_from(">LLL", table, at + 16 + 12 * number)
        yield from range(first, min(last, 0x10FFFF) + 1)


def _short(table: bytes, at: int) -> Iterator[int]:
    """Format 4: spans of code points, some with a list that says which are empty."""
    (double,) = struct.unpack_from(">H", table, at + 6)
    count = double // 2
    row = f">{count}H"
    lasts = struct.unpack_from(row, table, at + 14)
    firsts = struct.unpack_from(row, table, at + 16 + double)
    deltas = struct.unpack_from(row, table, at + 16 + 2 * double)
    offsets = struct.unpack_from(row, table, at + 16 + 3 * double)
    for number, (first, last) in enumerate(zip(firsts, lasts, strict=True)):
        for code in range(first, last + 1):
            glyph = code
            if offsets[number]:
                here = at + 16 + 3 * double + 2 * number + offsets[number]
                (glyph,) = struct.unpack_from(">H", table, here + 2 * (code - first))
                if not glyph:
                    continue
            if (glyph + deltas[number]) & 0xFFFF and code != 0xFFFF:
                yield code
