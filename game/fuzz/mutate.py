"""Breaks stories: by their grammar (keys, values, pairs, texts), by lines, and by bytes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from random import Random

from game.fuzz import nasty
from game.fuzz.corpus import Files
from game.fuzz.parts import Part, flowing, parts

Edit = tuple[int, int, str]
"""From where to where in the text, and what is put there."""

LONGEST = 3_000
"""Letters of what is taken from one story into another."""

_WORD = re.compile(r"\w[\w-]*|[^\w\s]")


class Mutator:
    """Makes one broken story after the other out of whole ones. Mutations of the same
    `chance` are the same."""

    def __init__(self, stories: Mapping[str, Files], passages: Iterable[str] = ()) -> None:
        self._stories = stories
        self._names = sorted(stories)
        self._parts = {
            (name, path): parts(raw.decode())
            for name, files in stories.items()
            for path, raw in files.items()
        }
        self._donors: dict[str, list[str]] = {}
        self._beside: dict[str, list[str]] = {}
        pages = [raw.decode() for files in stories.values() for raw in files.values()]
        for page in (*pages, *passages):
            for store, found in zip((self._donors, self._beside), flowing(page), strict=True):
                for key, texts in found.items():
                    store.setdefault(key, []).extend(one for one in texts if len(one) < LONGEST)
        self._any = [value for key in sorted(self._donors) for value in self._donors[key]]
        self._keys = sorted(self._donors)
        self._words = sorted({word for value in self._any for word in _WORD.findall(value)})

    def mutated(self, chance: Random) -> tuple[str, Files]:
        """The name of a whole story, and that story broken: half of the time with care, so
        that much of it can still be played."""
        name = chance.choice(self._names)
        files = dict(self._stories[name])
        if chance.random() < 0.5:
            path = chance.choice(sorted(files))
            text = self._edited(chance, name, path, chance.choice((1, 1, 2)), self._mild)
            return name, {**files, path: text.encode("utf-8", "surrogatepass")}
        for path in chance.sample(sorted(files), min(len(files), chance.choice((1, 1, 1, 2, 3)))):
            edits = chance.choice((1, 1, 1, 2, 2, 3, 5))
            text = self._edited(chance, name, path, edits, self._edit)
            if chance.random() < 0.15:
                text = chance.choice(_LINES)(chance, text)
            raw = text.encode("utf-8", "surrogatepass")
            if chance.random() < 0.06:
                raw = chance.choice(_BYTES)(chance, raw)
            files[path] = raw
        if chance.random() < 0.04:
            _shuffle_files(chance, files)
        return name, files

    def _edited(
        self,
        chance: Random,
        name: str,
        path: str,
        count: int,
        edit: Callable[[Random, str, Part], list[Edit]],
    ) -> str:
        text = self._stories[name][path].decode()
        found = self._parts[name, path]
        edits: list[Edit] = []
        for _ in range(count):
            edits += edit(chance, text, chance.choice(found))
        last = len(text)
        for start, end, put in sorted(edits, reverse=True):
            if end <= last:
                text, last = text[:start] + put + text[end:], start
        return text

    def _mild(self, chance: Random, text: str, part: Part) -> list[Edit]:
        """What an author might do: another value that fits the key, a pair more, one less."""
        old = text[part.start : part.end]
        tail = old[len(old.rstrip()) :]
        if part.kind == "value":
            return [(part.start, part.end, chance.choice(self._donors[part.key]) + tail)]
        if part.kind == "pair" and chance.random() < 0.3:
            return [(part.start, part.end, "")]
        more = chance.choice(self._beside[part.key])
        return [(part.start, part.start, more + "\n" + " " * part.column)]

    def _edit(self, chance: Random, text: str, part: Part) -> list[Edit]:
        old = text[part.start : part.end]
        tail = old[len(old.rstrip()) :]
        if part.kind == "key":
            new = chance.choice((chance.choice(self._keys), chance.choice(self._words), old + "x"))
            return [(part.start, part.end, new)]
        if part.kind == "pair":
            return self._edit_pair(chance, part, old, tail)
        if part.end - part.start > 4 and chance.random() < 0.4:
            return [(part.start, part.end, self._reworded(chance, old, part.key))]
        return [(part.start, part.end, self._value(chance, part.key) + tail)]

    def _edit_pair(self, chance: Random, part: Part, old: str, tail: str) -> list[Edit]:
        """Drops the pair, writes it twice, or puts another beside it."""
        what = chance.random()
        if what < 0.4:
            return [(part.start, part.end, "")]
        indent = "\n" + " " * part.column
        if what < 0.55:
            return [(part.start, part.end, old.rstrip() + indent + old)]
        if what < 0.65:
            other = chance.choice(self._keys)
            return [
                (
                    part.start,
                    part.end,
                    f"{old.rstrip()}{indent}{other}: {self._value(chance, other)}{tail}",
                )
            ]
        return [(part.start, part.start, chance.choice(nasty.PAIRS) + indent)]

    def _value(self, chance: Random, key: str) -> str:
        what = chance.random()
        if what < 0.5:
            return chance.choice(self._donors[key])
        if what < 0.65:
            return chance.choice(self._any)
        if what < 0.8:
            return chance.choice(nasty.VALUES)
        return chance.choice(nasty.EXPRESSIONS if what < 0.9 else nasty.PASSAGES)

    def _reworded(self, chance: Random, text: str, key: str) -> str:
        """Puts another word, or a passage, into a text or an expression."""
        words = list(_WORD.finditer(text))
        if not words:
            return text
        found = chance.choice(words)
        match chance.randrange(6):
            case 0:
                put = ""
            case 1:
                put = f"{found.group()} {found.group()}"
            case 2:
                put = chance.choice(nasty.PASSAGES)
            case 3:
                put = chance.choice(nasty.EXPRESSIONS)
            case 4:
                put = chance.choice(words).group()
            case _:
                put = chance.choice(self._words)
        return text[: found.start()] + put + text[found.end() :]


def _line_edit(change: Callable[[Random, list[str], int], None]) -> Callable[[Random, str], str]:
    def edited(chance: Random, text: str) -> str:
        lines = text.split("\n")
        change(chance, lines, chance.randrange(len(lines)))
        return "\n".join(lines)

    return edited


def _drop_line(_: Random, lines: list[str], at: int) -> None:
    del lines[at]


def _repeat_line(chance: Random, lines: list[str], at: int) -> None:
    lines[at:at] = [lines[at]] * chance.choice((1, 1, 3, 500))


def _move_line(chance: Random, lines: list[str], at: int) -> None:
    line = lines.pop(at)
    lines.insert(chance.randrange(len(lines) + 1), line)


def _indent_line(chance: Random, lines: list[str], at: int) -> None:
    by = chance.choice((1, 2, 4, -1, -2))
    lines[at] = " " * by + lines[at] if by > 0 else lines[at][-by:]


def _tab_line(_: Random, lines: list[str], at: int) -> None:
    lines[at] = "\t" + lines[at]


_LINES = tuple(map(_line_edit, (_drop_line, _repeat_line, _move_line, _indent_line, _tab_line)))


def _flip(chance: Random, raw: bytes) -> bytes:
    broken = bytearray(raw or b"x")
    for _ in range(chance.choice((1, 1, 4, 30))):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def _cut_off(chance: Random, raw: bytes) -> bytes:
    return raw[: chance.randrange(len(raw) + 1)]


def _insert(chance: Random, raw: bytes) -> bytes:
    at = chance.randrange(len(raw) + 1)
    put = chance.choice(
        (
            b"\x00",
            b"\r",
            b"\r\n",
            b"\xff\xfe",
            b"\xef\xbb\xbf",
            b"\xc2\x85",
            b"\xe2\x80\xa8",
            b"---\n",
            b"...\n",
            b"%YAML 9\n",
        )
    )
    return raw[:at] + put + raw[at:]


def _in_windows(_: Random, raw: bytes) -> bytes:
    return raw.replace(b"\n", b"\r\n")


_BYTES: tuple[Callable[[Random, bytes], bytes], ...] = (
    _flip,
    _flip,
    _cut_off,
    _insert,
    _in_windows,
)


def _shuffle_files(chance: Random, files: Files) -> None:
    path = chance.choice(sorted(files))
    match chance.randrange(5):
        case 0:
            del files[path]
        case 1:
            files[f"again/{path}"] = files[path]
        case 2:
            files[path] = b""
        case 3:
            files[path.removesuffix(".yaml") + ".YML"] = files.pop(path)
        case _:
            files["more.yaml"] = files[chance.choice(sorted(files))]
