"""Signs and what they may do at the ends of a line."""

from __future__ import annotations

import re
import unicodedata

MARKS = "■○△"
"""Signs of a card's kind: drawn as shapes."""

CLOSING = frozenset("，。、；：？！）］｝」』】》〉〕〗〞”’…‥⋯％‰℃°々ー),]}%.!?:;»›·・")
"""No line begins with them."""

OPENING = frozenset("（［｛「『【《〈〔〖〝“‘([{«‹￥＄")
"""No line ends with them."""

NO_BREAK = frozenset("\u00a0\u2007\u2011\u202f\u2060\ufeff\"'")
"""No line ends or begins at them; of straight quotes nobody knows whether they open or close."""

HYPHENS = frozenset("-\u2010\u2013\u00ad")
"""A line may end after them, if they stand between letters."""

SEAMS = frozenset("/\\.-_?&=#:,;+~|@\u2010\u2013")
"""A word that is too long for a line is broken after one of them."""

WIDE = (
    "\u1100-\u115f\u2e80-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f"
    "\uff00-\uff60\uffe0-\uffe6\U00020000-\U0003ffff"
)
"""Signs of Chinese, Japanese and Korean, as they stand in a class of a regular expression: a line
may end between any two of them."""

SILENT = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufe0e\ufe0f\ufeff")
"""Signs that are not to be seen, whatever the font."""

_IS_WIDE = re.compile(f"[{WIDE}]")
_JOINER = "\u200d"


def is_wide(sign: str) -> bool:
    """Whether it is a sign of Chinese, Japanese or Korean."""
    return sign > "\u10ff" and _IS_WIDE.match(sign) is not None


def clusters(text: str) -> list[str]:
    """The signs of a text, each with the accents and other signs that cannot do without it."""
    if text.isascii():
        return list(text)
    found: list[str] = []
    for sign in text:
        if found and (_leans(sign) or found[-1][-1] == _JOINER):
            found[-1] += sign
        else:
            found.append(sign)
    return found


def _leans(sign: str) -> bool:
    """Whether it stands on the sign before it."""
    if sign < "\u0300":
        return False
    return (
        unicodedata.combining(sign) > 0
        or sign == _JOINER
        or "\ufe00" <= sign <= "\ufe0f"
        or "\U0001f3fb" <= sign <= "\U0001f3ff"
        or unicodedata.category(sign) in ("Mn", "Mc", "Me")
    )
