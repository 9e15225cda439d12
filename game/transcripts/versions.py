"""Other versions of a story, for transcripts that go on in one: folders, or edits of this one."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from game.errors import GameError
from game.story import files
from game.story.desk import Findings
from game.story.instruments import Specs
from game.story.load import load
from game.story.model import Story
from game.story.nearest import did_you_mean
from game.story.yaml_nodes import Node
from game.transcripts.script import Change, Load


class NoVersion(GameError):
    """The changed story cannot be had; `node` says where that was asked for."""

    def __init__(self, node: Node, message: str) -> None:
        super().__init__(message)
        self.node = node


class Versions:
    """The story in this folder, and its changed versions, each loaded once."""

    def __init__(self, folder: Path, story: Story, specs: Specs) -> None:
        self.story = story
        self._folder = folder
        self._specs = specs
        self._loaded: dict[Load, Story] = {}

    def of(self, step: Load) -> Story | None:
        """The story to go on in; None: the one that was saved in. Raises NoVersion, StoryErrors."""
        if step.into is None and not step.changes:
            return None
        if step not in self._loaded:
            self._loaded[step] = self._changed(step)
        return self._loaded[step]

    def _changed(self, step: Load) -> Story:
        if step.into is not None:
            folder = self._folder / files.TRANSCRIPTS / step.into.text
            if not files.inside(self._folder, folder):
                raise NoVersion(step.into, "This folder is not inside the story's own.")
            if not (folder / files.HEAD).is_file():
                raise NoVersion(step.into, f"There is no story in transcripts/{step.into.text}.")
            return load(folder, self._specs)
        texts = edited(self._folder, step.changes)
        with TemporaryDirectory() as copy:
            for name, text in texts.items():
                path = Path(copy, name)
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
            return load(Path(copy), self._specs)


def edited(folder: Path, changes: tuple[Change, ...]) -> dict[str, str]:
    """The texts of a story's files after these changes. Raises NoVersion."""
    pages, _ = files.read_pages(folder, Findings())
    texts = {page.path: page.text for page in pages}
    for change in changes:
        name = change.file.text
        if name not in texts:
            hint = did_you_mean(name, texts)
            raise NoVersion(change.file, f"The story has no file {name}. {hint}".rstrip())
        if change.old.text not in texts[name]:
            raise NoVersion(change.old, f"This does not stand in {name}.")
        texts[name] = texts[name].replace(change.old.text, change.new)
    return texts
