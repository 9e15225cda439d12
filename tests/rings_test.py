"""The house keeps its rings: nothing imports outwards, only the window imports pygame."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

GAME = Path(__file__).parent.parent / "game"

INNER = {
    "story": {"story"},
    "scoring": {"story", "scoring"},
    "play": {"story", "scoring", "play"},
    "instruments": {"story", "scoring", "play", "instruments"},
    "mirror": {"story", "scoring", "play", "mirror"},
    "bench": {"story", "scoring", "play", "bench"},
    "transcripts": {"story", "scoring", "play", "mirror", "transcripts"},
    "fuzz": {"story", "scoring", "play", "mirror", "session", "text", "fuzz"},
    "text": {"story", "scoring", "play", "mirror", "session", "accessibility", "text"},
    "screen": {"story", "scoring", "play", "mirror", "session", "accessibility", "screen"},
}
ANYWHERE = ("errors", "keeping")
CORE = ("story", "scoring", "play", "instruments", "mirror")
FORBIDDEN_IN_CORE = {"pygame", "random", "secrets", "time", "threading", "subprocess", "socket"}
MODULES = sorted(path for ring in INNER for path in (GAME / ring).rglob("*.py"))


def imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (
                f"{node.module}.{alias.name}" if node.module == "game" else node.module
                for alias in node.names
            )


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(GAME)))
def test_a_module_imports_only_inwards(path: Path) -> None:
    ring = path.relative_to(GAME).parts[0]
    for name in imported(path):
        parts = name.split(".")
        if parts[0] == "game" and parts[1] not in ANYWHERE:
            assert parts[1] in INNER[ring], f"{path} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(GAME)))
def test_the_core_knows_no_clock_chance_or_screen(path: Path) -> None:
    ring = path.relative_to(GAME).parts[0]
    tops = {name.split(".")[0] for name in imported(path)}
    if ring in CORE:
        assert not tops & FORBIDDEN_IN_CORE
    elif ring != "screen":
        assert "pygame" not in tops
