"""Every finding in the catalogue is what its example shows, and its mend puts it right."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from string import Formatter

import pytest

from game.commands.wiring import INSTRUMENTS, SPECS
from game.story.desk import Findings
from game.story.diagnostics import Diagnostic, Kind, catalogue
from game.story.explaining import explain, page
from game.story.load import examine
from game.transcripts.play import play
from game.transcripts.read import transcripts
from game.transcripts.versions import Versions
from tests.stories import write_story

ROOT = Path(__file__).parent.parent.parent
KINDS = catalogue().kinds
SHOWN = [code for code, kind in KINDS.items() if kind.example]
TOLD = [code for code, kind in KINDS.items() if kind.case]
_BLOCK = re.compile(r"^(?=[a-z_]+:)", re.MULTILINE)


def blocks(text: str) -> dict[str, str]:
    """The text under each of its top-level keys."""
    found = [part for part in _BLOCK.split(text) if part]
    return {part.partition(":")[0]: part for part in found}


def merged(kind: Kind, passage: str) -> dict[str, str]:
    """The base story with the passage in its place."""
    base = catalogue().base
    if passage.startswith(("chapter:", "system:", "story:", "transcript:")):
        return {**base, kind.file: passage}
    return {**base, kind.file: "".join({**blocks(base[kind.file]), **blocks(passage)}.values())}


def look(folder: Path, files: dict[str, str]) -> list[Diagnostic]:
    """What is found in this story and its transcripts."""
    report = examine(write_story(folder, files), SPECS)
    if report.story is None:
        return report.diagnostics
    findings = Findings()
    versions = Versions(folder, report.story, SPECS)
    differing = [
        one
        for transcript in transcripts(folder, findings)
        for one in play(transcript, versions, INSTRUMENTS)
    ]
    return [*report.diagnostics, *findings.sorted(), *differing]


def told(found: list[Diagnostic]) -> str:
    return "\n".join(map(str, found))


def test_the_base_story_is_sound(tmp_path: Path) -> None:
    assert told(look(tmp_path, dict(catalogue().base))) == ""


@pytest.mark.parametrize("code", SHOWN)
def test_an_example_goes_wrong_in_this_way_only_and_its_mend_is_sound(
    tmp_path: Path, code: str
) -> None:
    kind = KINDS[code]
    found = look(tmp_path / "wrong", merged(kind, kind.example))
    assert {one.code for one in found} == {code}, told(found)
    for one in found:
        assert one.source.file == kind.file
        assert one.severity == kind.severity
        assert one.line_text in kind.example.split("\n"), told(found)
    assert told(look(tmp_path / "right", merged(kind, kind.mend))) == ""


def test_every_finding_has_a_reason_and_an_example_or_a_case() -> None:
    assert set(SHOWN) | set(TOLD) == set(KINDS)
    assert not set(SHOWN) & set(TOLD)
    # What only a fault of the game can cause is tried where transcripts are played, what is
    # wrong in a protocol where it is read.
    assert {*CASES, "S160", "T003"} == set(TOLD)
    for code, kind in KINDS.items():
        assert re.fullmatch(r"[ST][0-9]{3}", code)
        assert kind.title and kind.why and kind.mend, code
        assert bool(kind.message) is code.startswith("S"), code
        assert kind.severity in ("error", "warning")
        list(Formatter().parse(kind.message + kind.hint))
    assert list(KINDS) == sorted(KINDS)


def test_what_is_reported_is_in_the_catalogue_and_the_other_way_round() -> None:
    reported: set[str] = set()
    for path in (ROOT / "game").rglob("*.py"):
        if path.name != "explaining.py":
            reported |= set(re.findall(r"\"([ST][0-9]{3})\"", path.read_text(encoding="utf-8")))
    assert reported == set(KINDS)


def many(folder: Path) -> None:
    scenes = "".join(f"  s{n}: {{text: x, go: no-{n}}}\n" for n in range(300))
    (folder / "many.yaml").write_text(f"chapter: many\ntitle: Many\nscenes:\n{scenes}")


def linked(folder: Path) -> None:
    try:
        (folder / "linked.yaml").symlink_to(Path(__file__))
    except OSError:
        pytest.skip("no links can be made here")


def in_a_row(folder: Path, body: str) -> None:
    """Eleven parts, of which each uses the next with this for its x."""
    rows = "".join(f"  p{n}: {{needs: [x], use: {{p{n + 1}: {{x: {body}}}}}}}\n" for n in range(10))
    last = "  p10: {needs: [x], text: <x>, end: e}\n"
    first = "chapter: c\ntitle: C\nscenes: {s: {use: {p0: {x: ha}}, go: s}}\n"
    (folder / "rows.yaml").write_text(f"{first}parts:\n{rows}{last}")


_LEFT = '<g id="left" class="spot"/>'


def drawn(folder: Path, body: str, root: str = '<svg viewBox="0 0 9 9">') -> None:
    """A place with this picture, and somebody at its left."""
    (folder / "hall.svg").write_text(f"{root}{_LEFT}{body}</svg>".replace(f"{_LEFT}-", ""))
    (folder / "other.yaml").write_text(
        "figures: {dan: {standing: hall.svg}}\n"
        "places: {hall: {name: Hall, picture: hall.svg, stage: {left: dan standing}}}\n"
    )


_GRADIENT = '<linearGradient id="sky" x1="0" y1="0" x2="0" y2="1"/>'
CASES: dict[str, Callable[[Path], object]] = {
    "S001": lambda folder: (folder / "story.yaml").unlink(),
    "S002": lambda folder: (folder / "other.yaml").mkdir(),
    "S003": lambda folder: (folder / "other.yaml").write_bytes(
        "places: {a: Café}".encode("cp1252")
    ),
    "S004": lambda folder: (folder / "other.yaml").write_bytes(b"places: {a: \x07}"),
    "S005": lambda folder: (folder / "other.yaml").write_bytes(b"#" * 2_000_001),
    "S006": linked,
    "S007": lambda folder: (folder / "other.yaml").write_bytes(b"# nothing"),
    "S008": lambda folder: (folder / "other.yml").write_bytes(b"places: {a: A}"),
    "S009": many,
    "S076": lambda folder: (folder / "other.yaml").write_text(
        "chapter: other\ntitle: Other\ncontent: none\nscenes:\n  other:\n    text: Snow.\n"
        "    place: kitchen\n"
        "    stage: {left: [{figure: nobody}, {figure: nobody}]}\n    end: other\n"
    ),
    "S125": lambda folder: in_a_row(folder, "<x>" * 10),
    "S127": lambda folder: in_a_row(folder, "<x>"),
    "S150": lambda folder: drawn(folder, "<text>Stamps</text>"),
    "S151": lambda folder: drawn(folder, '<rect fill="rgba(40, 60, 80, 0.5)"/>'),
    "S152": lambda folder: drawn(folder, '<g opacity="0.5"><rect/><rect/></g>'),
    "S153": lambda folder: drawn(folder, _GRADIENT),
    "S154": lambda folder: drawn(folder, "<g>"),
    "S155": lambda folder: drawn(folder, '<use href="#cupp"/>'),
    "S156": lambda folder: drawn(folder, '<rect fill="#c8372d"/>'),
    "S157": lambda folder: drawn(folder, "-"),
    "S158": lambda folder: drawn(folder, '<g id="lamp" data-light="shining"/>'),
    "S159": lambda folder: drawn(folder, "", "<svg>"),
    "S028": lambda folder: (folder / "other.yaml").write_text(f"places: {{a: {'a' * 401}}}"),
}


@pytest.mark.parametrize("code", CASES)
def test_a_case_told_in_words_is_found(tmp_path: Path, code: str) -> None:
    write_story(tmp_path, dict(catalogue().base))
    CASES[code](tmp_path)
    found = {one.code for one in examine(tmp_path, SPECS).diagnostics}
    assert found == ({code} if code != "S009" else {"S009", "S040"})


def test_the_page_of_the_guide_is_in_step() -> None:
    written = (ROOT / "story" / "guide" / "diagnostics.md").read_text(encoding="utf-8")
    assert written == page(), "python3 main.py check --guide > story/guide/diagnostics.md"


def test_a_finding_is_explained_with_its_example_and_mend() -> None:
    said = explain("S040") or ""
    assert said.startswith("S040 error: unknown name\n")
    assert "    go: bedtme" in said
    assert explain("S999") is None


def test_a_sound_story_is_read_without_the_catalogue(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = dict(catalogue().base)

    def refuse() -> None:
        raise AssertionError("the catalogue was read")

    monkeypatch.setattr("game.story.desk.catalogue", refuse)
    monkeypatch.setattr("game.story.diagnostics.catalogue", refuse)
    assert look(tmp_path, base) == []
