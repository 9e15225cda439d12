"""Finds and reads the files of a story, and nothing outside of its folder."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

from game.story.desk import Findings
from game.story.source import Source
from game.story.yaml_nodes import Page
from game.story.yaml_reader import forbidden

HEAD = "story.yaml"
TRANSCRIPTS = "transcripts"
"""The folder of a story's playthroughs: no part of the story, so that it can change without it."""
MOST_BYTES = 2_000_000
MOST_STORY_BYTES = 64_000_000
MOST_FILES = 2_000

_ALMOST = (".yml", ".yaml", ".yml.txt", ".yaml.txt")
"""What a name ends in that was meant to end in .yaml: some editors add an ending of their own."""


class NotAStory(Exception):
    """The folder has no story.yaml."""


def read_pages(folder: Path, findings: Findings) -> tuple[list[Page], str]:
    """All YAML files by path, and a fingerprint of their paths and bytes. What cannot be read
    is reported and left out. Raises NotAStory."""
    if not os.path.lexists(folder / HEAD):
        raise NotAStory
    digest = hashlib.sha256()
    pages: list[Page] = []
    total = 0
    for number, path in enumerate(_paths(folder, findings)):
        name = _shown(path.relative_to(folder).as_posix())
        raw = _bytes(folder, path, name, findings)
        total += len(raw or b"")
        if total > MOST_STORY_BYTES or number >= MOST_FILES:
            most = f"{MOST_STORY_BYTES // 1_000_000} MB, or {MOST_FILES:,} files"
            _report(findings, "S005", name, what="The whole story", most=most)
            break
        page = None if raw is None else _page(name, raw, findings)
        if raw is not None:
            digest.update(b"%d %d " % (len(name.encode()), len(raw)))
            digest.update(name.encode() + raw)
        if page is None:
            findings.incomplete = True
        else:
            pages.append(page)
    return pages, digest.hexdigest()


def read_page(folder: Path, path: Path, findings: Findings) -> Page | None:
    """One file below the folder; None, and reported, if it cannot be read."""
    name = _shown(path.relative_to(folder).as_posix())
    raw = _bytes(folder, path, name, findings)
    return None if raw is None else _page(name, raw, findings)


def inside(folder: Path, path: Path) -> bool:
    """Whether the path, all links followed, is below the folder."""
    try:
        return path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):
        return False


def _report(findings: Findings, code: str, file: str, /, **values: object) -> None:
    findings.add(code, None, Source(file, 1, 1), **values)


def _shown(name: str) -> str:
    return name.encode("utf-8", "replace").decode("utf-8")


def _paths(folder: Path, findings: Findings) -> list[Path]:
    found: list[Path] = []

    def closed(error: OSError) -> None:
        shown = _shown(Path(error.filename or folder).relative_to(folder).as_posix())
        _report(findings, "S002", shown, why=_why(error))

    for here, folders, files in os.walk(folder, onerror=closed):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        if here == os.fspath(folder) and TRANSCRIPTS in folders:
            folders.remove(TRANSCRIPTS)
        for name in (*folders, *files):
            path = Path(here, name)
            shown = _shown(path.relative_to(folder).as_posix())
            if name.startswith("."):
                continue
            if name.lower().endswith(_ALMOST) and not name.endswith(".yaml"):
                _report(findings, "S008", shown, name=Path(shown).name.split(".")[0] + ".yaml")
            elif name.endswith(".yaml"):
                found.append(path)
            elif name in folders and path.is_symlink() and not inside(folder, path):
                _report(findings, "S006", shown)
        if len(found) > MOST_FILES * 2:
            break
    return sorted(found, key=lambda path: (path != folder / HEAD, path.parts))


def _bytes(folder: Path, path: Path, name: str, findings: Findings) -> bytes | None:
    if path.is_symlink() and not inside(folder, path):
        _report(findings, "S006", name)
        return None
    try:
        status = path.stat()
        if not stat.S_ISREG(status.st_mode):
            _report(findings, "S002", name, why="it is no file")
            return None
        with path.open("rb") as file:
            raw = file.read(MOST_BYTES + 1)
    except (OSError, RuntimeError, ValueError) as error:
        _report(findings, "S002", name, why=_why(error))
        return None
    if len(raw) > MOST_BYTES:
        most = f"{MOST_BYTES // 1_000_000} MB"
        _report(findings, "S005", name, what="This file", most=most)
        return None
    return raw


def _why(error: Exception) -> str:
    why = str(getattr(error, "strerror", None) or "it is broken")
    return why[:1].lower() + why[1:]


def _page(name: str, raw: bytes, findings: Findings) -> Page | None:
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in raw[:4]:
        _report(findings, "S003", name, hint="It may be UTF-16: save it as UTF-8.")
        return None
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        findings.add("S003", None, Source(name, line, column), hint="Save it as UTF-8.")
        return None
    page = Page(name, text.replace("\r\n", "\n"))
    char = forbidden(page.text)
    if char is not None:
        at = page.text.index(char)
        column = at - (page.text.rfind("\n", 0, at) + 1) + 1
        place = Source(name, page.text.count("\n", 0, at) + 1, column)
        findings.add("S004", None, place, char=f"U+{ord(char):04X}")
        return None
    return page
