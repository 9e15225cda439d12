"""The author's guide as tests read it: every example of it is a story that is tried.

A heading begins an example. Its `yaml` blocks make one story together; what they do not
declare comes from the small story of the guide's first page. A `play` block is typed into the
text face, line by line, under the next heading, too; a `check` block holds what the checker
says of the block above it. A `yaml study` is no part of a story, and has tests of its own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NamedTuple

from game.commands.wiring import INSTRUMENTS, SPECS
from game.mirror.desk import Desk
from game.play.inputs import Inputs
from game.session import Session
from game.story.load import Report, examine
from game.text.face import TextFace

GUIDE = Path(__file__).parent.parent / "story" / "guide"
INDEX = GUIDE / "README.md"
PAGES = tuple(sorted(GUIDE.glob("*.md")))
GENERATED = GUIDE / "diagnostics.md"
"""Made from the catalogue, whose own tests try its examples."""
SHELVES = (
    "people",
    "lives",
    "variables",
    "deeds",
    "places",
    "cards",
    "figures",
    "sounds",
    "statements",
)
BASE_HEADING = "The small story behind the examples"
LEFT_OUT = "…"

_FENCE = re.compile(r"^```(.*)$")
_FIRST_SCENE = re.compile(r"^scenes:\n  ([a-z][a-z0-9-]*):", re.MULTILINE)
_SCENE = "chapter: any\ntitle: Any\nscenes:\n  any: {text: Here., end: over}\n"
"""For examples without a scene of their own."""
_HEAD = re.compile(r"^(story|chapter|system): *([a-z0-9-]+)", re.MULTILINE)
_FILE = re.compile(r"\b(?:pictures|figures|sounds)/[a-z-]+\.(?:svg|ogg)")
"""What an example names, and has unless it is one of what goes wrong."""
_ANY_PICTURE = (
    '<svg viewBox="0 0 1440 1080"><g id="left" class="spot"/><g id="desk" class="spot"/></svg>'
)
_CHAPTER_KEY = re.compile(r"^(scenes|pools|content|instead):", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Block:
    """What stands between two fences; `line` is that of the first."""

    kind: str
    text: str
    line: int

    def __str__(self) -> str:
        return f"line {self.line}"


@dataclass(slots=True)
class Example:
    """The blocks under one heading of a page."""

    page: str
    heading: str
    files: list[Block] = field(default_factory=list)
    plays: list[Block] = field(default_factory=list)
    checks: list[Block] = field(default_factory=list)
    transcripts: list[Block] = field(default_factory=list)
    drawings: list[Block] = field(default_factory=list)

    def __str__(self) -> str:
        line = self.files[0].line if self.files else 0
        return f"{self.page}:{line} {self.heading}"


def blocks(page: Path) -> Iterator[tuple[str, Block]]:
    """Every block of the page with the heading that it stands under."""
    heading, kind, lines, start = page.stem, None, [""], 0
    for number, line in enumerate(page.read_text(encoding="utf-8").split("\n"), 1):
        fence = _FENCE.match(line)
        if fence and kind is None:
            kind, lines, start = fence[1].strip(), [], number
        elif fence and kind is not None:
            yield heading, Block(kind, "\n".join(lines) + "\n", start)
            kind = None
        elif kind is not None:
            lines.append(line)
        elif line.startswith("#"):
            heading = line.lstrip("# ")


def examples(page: Path) -> list[Example]:
    """The page's examples; a block with a `check` of its own is one by itself."""
    found: list[Example] = []
    current = Example(page.name, "")
    for heading, block in blocks(page):
        if heading != current.heading:
            current = Example(page.name, heading)
            found.append(current)
        kind = block.kind.split(" ")[0]
        if kind == "yaml" and block.text.startswith("transcript:"):
            current.transcripts.append(block)
        elif kind == "svg":
            current.drawings.append(block)
        elif block.kind == "yaml":
            current.files.append(block)
        elif kind == "play":
            next(one for one in reversed(found) if one.files).plays.append(block)
        elif kind == "check":
            heads = [one for one in current.files if one.text.startswith("story:")]
            wrong = [*heads, current.files[-1]] if heads else [current.files[-1]]
            current.files = [one for one in current.files if one not in wrong]
            found.append(Example(page.name, heading, wrong, [], [block]))
    return [one for one in found if one.files or one.plays]


EXAMPLES = [one for page in PAGES if page != GENERATED for one in examples(page)]


def write(example: Example, folder: Path) -> Path:
    """Write the example as a whole story into the folder."""
    text = "\n".join(block.text for block in example.files)
    if not re.search(r"^story:", text, re.MULTILINE):
        if not _FIRST_SCENE.search(text):
            (folder / "part-0.yaml").write_text(_SCENE, encoding="utf-8")
        (folder / "story.yaml").write_text(_base(text + _SCENE), encoding="utf-8")
    for number, block in enumerate(example.files, 1):
        head = _HEAD.search(block.text)
        words = block.text
        if head is None and _CHAPTER_KEY.search(words):
            title = "" if re.search(r"^title:", words, re.MULTILINE) else "title: An Example\n"
            words = f"chapter: example-{number}\n{title}{words}"
        name = f"part-{number}" if head is None else head[2]
        name = "story" if head and head[1] == "story" else name
        (folder / f"{name}.yaml").write_text(words, encoding="utf-8")
    for file in () if example.checks else _FILE.findall(text):
        (folder / file).parent.mkdir(exist_ok=True)
        (folder / file).write_text(_ANY_PICTURE, encoding="utf-8")
    for block in example.drawings:
        name = _FILE.search(block.text)
        assert name is not None, f"{block} does not say at its top which file it is"
        (folder / name[0]).write_text(block.text, encoding="utf-8")
    for number, block in enumerate(example.transcripts, 1):
        home = folder / "transcripts"
        home.mkdir(exist_ok=True)
        (home / f"{number}.yaml").write_text(block.text, encoding="utf-8")
    return folder


def _base(text: str) -> str:
    """The head of the small story, with as much on its shelves as the text needs."""
    head = next(block.text for heading, block in blocks(INDEX) if heading == BASE_HEADING)
    first = _FIRST_SCENE.search(text)
    assert first is not None
    kept: list[str] = []
    for line in head.splitlines():
        id = line.split(":")[0].strip()
        if line.startswith("starts:"):
            kept.append(f"starts: {first[1]}")
        elif not line.startswith(" ") or _is_needed(id, text):
            kept.append(line)
    following = [*kept[1:], ""]
    return "".join(
        f"{line}\n"
        for line, after in zip(kept, following, strict=True)
        if not line.endswith(":") or after.startswith(" ")
    )


def _is_needed(id: str, text: str) -> bool:
    """Whether the text has this word, but no entry of that name on a shelf of its own."""
    shelf = ""
    for line in text.splitlines():
        if line[:1].isalpha():
            shelf = line.split(":")[0]
        if shelf in SHELVES and re.match(rf"(  |{shelf}: {{.*\b){id}:", line):
            return False
    return id == "mei" or re.search(rf"(?<![\w-]){id}(?![\w-])", text) is not None


def report(example: Example, folder: Path) -> Report:
    """What the checker says of the example."""
    return examine(write(example, folder), SPECS)


# --- playing ---------------------------------------------------------------------------------


class Hiding(Desk):
    """All runs have their score hidden."""

    def inputs(self, cut: str | None, chapter: str | None, noted: bool) -> Inputs:
        return replace(super().inputs(cut, chapter, noted), shown=False)


class Exchange(NamedTuple):
    """What was typed, what the page says comes of it, and what came."""

    typed: str
    expected: list[str]
    came: list[str]


def play(example: Example, block: Block, folder: Path) -> Iterator[Exchange]:
    """All exchanges of the block; before the first, nothing was typed."""
    story = report(example, folder).story
    assert story is not None, f"{example} has errors"
    words = block.kind.split(" ")
    seed = int(words[words.index("seed") + 1]) if "seed" in words else 1
    cut = words[words.index("cut") + 1] if "cut" in words else None
    chapter = words[words.index("chapter") + 1] if "chapter" in words else None
    desk = Hiding() if "hidden" in words else Desk()
    session = Session(story, INSTRUMENTS, lambda: seed, None, cut=cut, chapter=chapter, mirror=desk)
    session.new()
    answers, expected = _told(block.text)
    said: list[list[str]] = []

    def typed() -> Iterator[str]:
        for answer in answers:
            said.append([])
            yield answer

    said.append([])
    TextFace(session, lambda line: said[-1].extend(line.split("\n"))).play(typed())
    for typing, wanted, came in zip(("", *answers), expected, said, strict=True):
        yield Exchange(typing, wanted, [line.rstrip() for line in came if line.strip()])


def _told(text: str) -> tuple[list[str], list[list[str]]]:
    answers: list[str] = []
    expected: list[list[str]] = [[]]
    for line in text.splitlines():
        if line == ">" or line.startswith("> "):
            answers.append(line[1:].strip())
            expected.append([])
        elif line.strip():
            expected[-1].append(line.rstrip())
    return answers, expected


def agrees(wanted: Sequence[str], came: Sequence[str]) -> bool:
    """Whether the lines are those that came; "…" stands for any that are left out."""
    if not wanted:
        return True
    if LEFT_OUT not in wanted:
        return list(wanted) == list(came)
    cut = list(wanted).index(LEFT_OUT)
    before, after = list(wanted[:cut]), list(wanted[cut + 1 :])
    if list(came[:cut]) != before:
        return False
    rest = came[cut:]
    if not after:
        return True
    return any(agrees(after, rest[start:]) for start in range(len(rest)))
