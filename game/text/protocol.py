"""A study's protocol in text."""

from __future__ import annotations

from collections.abc import Iterator

from game.mirror.study.protocol import Study
from game.mirror.study.protocol_told import told

HERE = "In text there is no menu: once the story has ended, type remove."


def protocol_lines(study: Study) -> Iterator[str]:
    """All of it, each part with its head."""
    for head, sentence in told(study):
        yield f"{head}: {sentence}"
    yield HERE
