"""The README's example story, for tests: what newcomers read is what is tried."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from game.story.load import load
from game.story.model import Story

README = Path(__file__).parent.parent / "README.md"
_FILE = re.compile(r"<!-- example: my-story/(\S+) -->\n```yaml\n(.*?)```", re.DOTALL)


def write_example(folder: Path) -> Path:
    """Write the example's files into the folder."""
    for name, text in _FILE.findall(README.read_text(encoding="utf-8")):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@cache
def example() -> Story:
    """The example, loaded once; stories are never changed."""
    return load(write_example(Path(mkdtemp())))
