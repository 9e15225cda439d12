"""Whatever is in a story's files, reading them ends in findings with places."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from game.story.load import Report, examine
from tests.stories import GOOD, write_story

ROOT = Path(__file__).parent.parent.parent
MEGABYTES = 300
LARGE = 1_000_000
"""Bytes of a file that is read only once: whatever it is, the same reader reads it."""

NASTY: dict[str, bytes] = {
    "empty": b"",
    "remark": b"# nothing",
    "brackets": b"[" * 100_000,
    "braces": b"{a: " * 100_000,
    "dashes": b"- " * 100_000,
    "questions": b"? " * 100_000,
    "stairs": "\n".join(" " * n + "a:" for n in range(1_400)).encode(),
    "tag": b"scenes: !!python/object/apply:os.system [ls]",
    "laughs": b"".join(b"%c: &%c [%s]\n" % (97 + n, 97 + n, b"*z," * 9) for n in range(20)),
    "merges": b"a: &a {b: 1}\nc: {<<: *a}\n" * 1_000,
    "stars": b"- *a\n" * 100_000,
    "anchors": b"&a " * 100_000,
    "twice": b"people: {a: A}\npeople: {b: B}\n",
    "number": b"variables: {x: " + b"9" * 5_000 + b"}",
    "long": b"people: {a: " + b"a" * 1_900_000 + b"}",
    "huge": b"people: {a: A}\n" + b"#" * 3_000_000,
    "flat": b"people: [" + b"a," * 900_000 + b"]",
    "wide": b"people: {" + b",".join(b"k%d: a" % n for n in range(140_000)) + b"}",
    "binary": bytes(range(256)) * 100,
    "latin": "people: {a: Café}".encode("latin-1"),
    "utf-16": "people: {a: A}".encode("utf-16"),
    "utf-32": "people: {a: A}".encode("utf-32-be"),
    "nought": b"people: {a: \x00}",
    "escaped nought": b'people: {a: "\\0"}',
    "surrogate": b"people: {a: \xed\xa0\x80}",
    "escaped surrogate": b'people: {a: "\\ud800"}',
    "two documents": b"people: {a: A}\n---\npeople: {b: B}",
    "directive": b"%TAG ! tag:x,2000:\n---\npeople: {a: A}",
    "list": b"- a\n- b",
    "text": b"only a text",
    "quote": b'"' * 1_000_001,
    "backslashes": b'a: "' + b"\\" * 1_000_001,
    "tags in a text": b"chapter: c\ntitle: T\nscenes: {s: {text: '" + b"{if a}" * 3_000 + b"'}}",
    "braces in a text": b"chapter: c\ntitle: T\nscenes: {s: {text: '" + b"{" * 19_000 + b"'}}",
    "deep condition": b"chapter: c\ntitle: T\nscenes: {s: {text: x, go: [{if: '"
    + b"(" * 300
    + b"', to: s}]}}",
    "head": b"story: other\ntitle: T",
    "both heads": b"chapter: c\nsystem: s",
    "no heads": b"scenes: {a: {text: x}}",
    "huge date": b"lives: {a: {name: A, starts: 99999-01-01}}",
    "odd keys": b"people: {[a]: b, {c: d}: e, ? f\n: g, '': h, 1: i, true: j, ~: k}",
    "empty keys": b"chapter:\nscenes:\n  a:\n  b:\n",
    "name": b"people: {" + b"a" * 100 + b": A, A b: C, \xc3\xa9: D}",
}


def sound(report: Report) -> None:
    """A report has a story or errors, and every finding a place and a text."""
    errors = [one for one in report.diagnostics if one.severity == "error"]
    assert bool(errors) is (report.story is None)
    assert bool(report.errors) is bool(errors)
    assert len(report.diagnostics) <= 201
    for one in report.diagnostics:
        assert one.source.file
        assert one.source.line >= 1
        assert one.source.column >= 1
        assert one.message
        assert str(one).startswith(f"{one.source.file}:")


def spoil(chance: random.Random) -> dict[str, str]:
    """The good story with one to three accidents in it."""
    files = dict(GOOD)
    for _ in range(chance.randint(1, 3)):
        name = chance.choice(sorted(files))
        lines = files[name].split("\n")
        at = chance.randrange(len(lines))
        other = chance.choice(GOOD[chance.choice(sorted(GOOD))].split("\n"))
        line = lines[at]
        cut = chance.randrange(len(line) + 1)
        lines[at : at + 1] = chance.choice(
            [
                [],
                [line, line],
                [other],
                [line, other],
                [line[:cut]],
                [line[cut:]],
                ["  " + line],
                [line[2:]],
                [line[:cut] + chance.choice("{}[]:,'\"#&*!|>%@-?\t~é微") + line[cut:]],
                [line.replace(":", "", 1)],
                [line.partition(":")[0] + ": [1, {a: b}]"],
                [line.partition(":")[0] + ": -99999999999999999999"],
                [line.partition(":")[0] + ":"],
                [line.partition(":")[0] + ": yes"],
                [line.replace("e", "ee", 1)],
                [line.replace("-", " ", 1)],
            ]
        )
        files[name] = "\n".join(lines)
    return files


@pytest.mark.parametrize("seed", range(10))
def test_accidents_end_in_findings(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    wrong = 0
    for _ in range(20):
        report = examine(write_story(tmp_path, spoil(chance)))
        sound(report)
        wrong += report.story is None
    assert wrong > 10


@pytest.mark.parametrize("name", NASTY)
def test_a_nasty_file_ends_in_findings(tmp_path: Path, name: str) -> None:
    write_story(tmp_path)
    (tmp_path / "nasty.yaml").write_bytes(NASTY[name])
    report = examine(tmp_path)
    sound(report)
    assert report.story is None
    assert {one.source.file for one in report.diagnostics} <= {"nasty.yaml", "story.yaml"}


@pytest.mark.parametrize("name", [name for name in NASTY if len(NASTY[name]) < LARGE])
def test_a_nasty_head_ends_in_findings(tmp_path: Path, name: str) -> None:
    (tmp_path / "story.yaml").write_bytes(NASTY[name])
    report = examine(tmp_path)
    sound(report)
    assert report.story is None


_CHILD = """
import sys
from pathlib import Path
from game.story.load import examine
try:
    import resource
except ImportError:
    pass  # Windows has no such limit
else:
    limit = int(sys.argv[2]) * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
for folder in sorted(Path(sys.argv[1]).iterdir()):
    assert examine(folder).story is None, folder
    print(folder.name)
"""


def test_nasty_files_do_not_eat_the_memory(tmp_path: Path) -> None:
    for name, raw in NASTY.items():
        folder = write_story(tmp_path / name.replace(" ", "-"))
        (folder / "nasty.yaml").write_bytes(raw)
    child = subprocess.run(
        [sys.executable, "-c", _CHILD, str(tmp_path), str(MEGABYTES)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert child.returncode == 0, child.stderr[-2_000:]
    assert len(child.stdout.split()) == len(NASTY)
