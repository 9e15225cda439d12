"""Breaks text into lines that fit a width. Knows no fonts: widths are asked from outside."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from typing import NamedTuple

from game.screen.lettering.signs import (
    CLOSING,
    HYPHENS,
    MARKS,
    NO_BREAK,
    OPENING,
    SEAMS,
    clusters,
    is_wide,
)

Measure = Callable[[str, str], int]
"""How wide a text is in a style ("plain", "emphasis" or "mark")."""


class Run(NamedTuple):
    """A piece of a line in one style."""

    text: str
    style: str


Line = tuple[Run, ...]


class _Piece(NamedTuple):
    """What is never parted as long as it fits, and the space before it, if any: a word, a Chinese
    sign with the marks that stand at it."""

    space: tuple[Run, ...]
    runs: tuple[Run, ...]


_EMPHASIS = re.compile(r"\*(\S(?:[^*\n]*[^\s*])?)\*")
_BREAKING_SPACE = r"[^\S\xa0\u2007\u202f]"
_WORDS = re.compile(rf"[{MARKS}]|{_BREAKING_SPACE}+|(?:(?!{_BREAKING_SPACE})[^{MARKS}])+")
_SIMPLE = re.compile(r"[!-,./0-9:-~\u00c0-\u024f’]+")
"""Words in which there is surely no place to break."""
_DOT = "·"
"""With a space on both sides it parts things in a row, and goes with what follows."""
_SHORT = 4
"""Signs: a last line as short as this gets company."""


def runs_of(text: str) -> list[Run]:
    """The text's runs: `*this*` is emphasis, without its stars."""
    runs: list[Run] = []
    end = 0
    for found in _EMPHASIS.finditer(text):
        runs.append(Run(text[end : found.start()], "plain"))
        runs.append(Run(found[1], "emphasis"))
        end = found.end()
    runs.append(Run(text[end:], "plain"))
    return [run for run in runs if run.text]


def clean(text: str) -> str:
    """The text without what no font can draw (control signs, lone surrogates), and each letter
    made one sign with its accents where there is such a sign."""
    if text.isascii() and text.isprintable():
        return text
    return unicodedata.normalize("NFC", "".join(_drawable(sign) for sign in text))


def _drawable(sign: str) -> str:
    category = unicodedata.category(sign)
    if category == "Cs":
        return "\ufffd"
    if category == "Cc":
        return sign if sign in "\n" else " "
    return sign


def break_text(text: str, width: int, measure: Measure) -> list[Line]:
    """Lines no wider than `width` pixels. Spaces at a break are dropped, words that are too
    long are broken where they can be, and a newline always starts a new line."""
    lines: list[Line] = []
    for paragraph in clean(text).split("\n"):
        lines.extend(_fill(_pieces(runs_of(paragraph)), width, measure))
    return lines


def break_verbatim(text: str, width: int, measure: Measure) -> list[Line]:
    """Lines that keep every space, broken anywhere: for what is set out in columns."""
    lines: list[Line] = []
    for row in clean(text.expandtabs(4)).split("\n"):
        signs = [Run(sign, "plain") for sign in clusters(row)]
        while signs:
            fit = _most(signs, width, measure)
            lines.append(_join(signs[:fit]))
            signs = signs[fit:]
        if not row:
            lines.append(())
    return lines


# --- pieces ----------------------------------------------------------------------------


def _pieces(runs: list[Run]) -> list[_Piece]:
    """All that can stand at the beginning of a line, each with what follows it closely."""
    pieces: list[_Piece] = []
    word: list[Run] = []
    space: tuple[Run, ...] = ()
    for run in runs:
        for text in _WORDS.findall(run.text):
            if text.isspace() and text[0] not in NO_BREAK:
                _add(pieces, space, word)
                word, space = [], (Run(" ", run.style),)
            else:
                word.append(Run(text, "mark" if text in MARKS else run.style))
    _add(pieces, space, word)
    return pieces


def _add(pieces: list[_Piece], space: tuple[Run, ...], word: list[Run]) -> None:
    """A word, in as many pieces as it has; glued to the piece before it where no line may end
    there."""
    if not word:
        return
    cut = _cut(word)
    closes = word[0].text[0] in CLOSING or word[0].text in ("—", "–")
    dot = len(word) == 1 and word[0].text == _DOT
    if pieces and space and ((closes and not dot) or _opens(pieces[-1])):
        before = pieces.pop()
        cut[0] = (*before.runs, *space, *cut[0])
        space = before.space
    pieces.append(_Piece(space, cut[0]))
    pieces.extend(_Piece((), runs) for runs in cut[1:])


def _opens(piece: _Piece) -> bool:
    """Whether it is nothing but opening marks, or the dot before one more thing in a row."""
    if len(piece.runs) == 1 and piece.space and piece.runs[0].text == _DOT:
        return True
    return all(sign in OPENING for run in piece.runs for sign in run.text)


def _cut(word: list[Run]) -> list[tuple[Run, ...]]:
    """A word where it may always be broken: between Chinese signs, after hyphens and dashes."""
    if len(word) == 1 and _SIMPLE.fullmatch(word[0].text):
        return [tuple(word)]
    signs = _signs(word)
    cut: list[tuple[Run, ...]] = []
    start = 0
    for at in range(1, len(signs)):
        if _may_end(signs, at):
            cut.append(_join(signs[start:at]))
            start = at
    cut.append(_join(signs[start:]))
    return cut


def _signs(runs: Sequence[Run]) -> list[Run]:
    """One run for each sign, accents with their letters."""
    signs: list[Run] = []
    for run in runs:
        for sign in clusters(run.text):
            if signs and unicodedata.combining(sign[0]):
                signs[-1] = Run(signs[-1].text + sign, signs[-1].style)
            else:
                signs.append(Run(sign, run.style))
    return signs


def _lawful(signs: Sequence[Run], at: int) -> bool:
    """Whether the marks on both sides let a line end before the sign number `at`."""
    before, after = signs[at - 1].text[0], signs[at].text[0]
    if after in CLOSING or before in OPENING or before in NO_BREAK or after in NO_BREAK:
        return False
    if signs[at - 1].style == "mark" or signs[at].style == "mark":
        return False
    return not (before == after and before in "—…⋯―")


def _may_end(signs: Sequence[Run], at: int) -> bool:
    """Whether a line may end before the sign number `at`, however much room there is."""
    if not _lawful(signs, at):
        return False
    before, after = signs[at - 1].text[0], signs[at].text[0]
    if is_wide(before) or is_wide(after) or before in "—\u200b":
        return True
    return before in HYPHENS and after.isalpha() and at > 1 and signs[at - 2].text[0].isalnum()


# --- lines -----------------------------------------------------------------------------


def _fill(pieces: list[_Piece], width: int, measure: Measure) -> list[Line]:
    """The lines of one paragraph, each as full as can be."""
    if not pieces:
        return [()]
    lines: list[Line] = []
    counts: list[int] = []
    at, guess = 0, 12
    while at < len(pieces):
        count = _count(pieces, at, guess, width, measure)
        if count:
            lines.append(_line(pieces[at : at + count]))
            counts.append(count)
            at, guess = at + count, count
        else:
            head, tail = _split(pieces[at], width, measure)
            lines.append(head)
            counts.append(0)
            pieces[at] = _Piece((), tail)
            at += 0 if tail else 1
    if len(counts) > 1 and counts[-1] == 1 and counts[-2] > 3:
        _give_company(lines, pieces[-1 - counts[-2] :], width, measure)
    return lines


def _give_company(
    lines: list[Line], pieces: Sequence[_Piece], width: int, measure: Measure
) -> None:
    """A last line of a few signs gets the piece before them, too."""
    last = _line(pieces[-2:])
    short = sum(len(run.text) for run in lines[-1]) <= _SHORT
    if short and _wide(last, measure) <= width:
        lines[-2:] = [_line(pieces[:-2]), last]


def _count(pieces: Sequence[_Piece], at: int, guess: int, width: int, measure: Measure) -> int:
    """How many pieces from `at` on fit on one line; `guess` where to look first."""
    fits, fails = 0, len(pieces) - at + 1
    tried = min(guess, fails - 1)
    while fits + 1 < fails:
        if _wide(_line(pieces[at : at + tried]), measure) <= width:
            fits = tried
            tried = min(fits + max(1, fits // 6), fails - 1)
        else:
            fails = tried
            tried = max(fits + 1, fails - max(1, (fails - fits) // 6))
    return fits


def _split(piece: _Piece, width: int, measure: Measure) -> tuple[Line, Line]:
    """The head of a piece that is too long for a line, and what is left of it: at a seam of an
    address if there is one late enough, else wherever the marks let it."""
    signs = _signs(piece.runs)
    most = _most(signs, width, measure)
    if most == len(signs):
        return _join(signs), ()
    lawful = [at for at in range(1, most + 1) if _lawful(signs, at)]
    seams = [at for at in lawful if _seam(signs, at) and at * 3 > most]
    at = max(seams or lawful or [most])
    head, tail = signs[:at], signs[at:]
    while head[-1].text == " " and len(head) > 1:
        head.pop()
    while tail and tail[0].text == " ":
        tail.pop(0)
    return _join(head), _join(tail)


def _seam(signs: Sequence[Run], at: int) -> bool:
    """Whether a word that is too long is best broken before the sign number `at`."""
    before, after = signs[at - 1].text[0], signs[at].text[0]
    return before == " " or (before in SEAMS and after not in SEAMS)


def _most(signs: Sequence[Run], width: int, measure: Measure) -> int:
    """How many of the signs fit on a line: at least one."""
    low, high = 1, len(signs)
    while low < high:
        middle = (low + high + 1) // 2
        if _wide(_join(signs[:middle]), measure) <= width:
            low = middle
        else:
            high = middle - 1
    return low


def _line(pieces: Sequence[_Piece]) -> Line:
    """Pieces on one line, without the space before the first."""
    runs = list(pieces[0].runs) if pieces else []
    for piece in pieces[1:]:
        runs.extend(piece.space)
        runs.extend(piece.runs)
    return _join(runs)


def _join(runs: Sequence[Run]) -> Line:
    """The runs, neighbours of one style made one."""
    joined: list[tuple[str, list[str]]] = []
    for text, style in runs:
        if joined and joined[-1][0] == style != "mark":
            joined[-1][1].append(text)
        else:
            joined.append((style, [text]))
    return tuple(Run("".join(texts), style) for style, texts in joined)


def _wide(line: Line, measure: Measure) -> int:
    return sum(measure(run.text, run.style) for run in line)
