"""What the last checks have at hand: the story, what is known of it, and where to report."""

from __future__ import annotations

from dataclasses import dataclass, field

from game.story.checks.know import Knowledge
from game.story.checks.walk import Asked
from game.story.desk import Desk
from game.story.model import Story
from game.story.prose import Prose
from game.story.source import Source
from game.story.yaml_nodes import Page

MOST_PLACED = 300
"""More findings than this stand where their texts begin: looking for each takes time."""


@dataclass(slots=True)
class CheckDesk:
    """Handed to every check. `asked`: every expression. `stuck`: the scenes where all choices
    may be gone or shut at once."""

    desk: Desk
    story: Story
    known: Knowledge
    asked: list[Asked]
    stuck: frozenset[str]
    _placed: int = 0
    _pages: dict[str, Page] = field(default_factory=dict)

    def page(self, file: str) -> Page | None:
        """The file of this path."""
        if not self._pages:
            nodes = (node for kind in self.desk.ids.values() for node in kind.values())
            self._pages.update({node.page.path: node.page for node in nodes})
        return self._pages.get(file)

    def report(self, code: str, source: Source, **values: object) -> None:
        """Notes a finding at this place."""
        self.desk.findings.add(code, self.page(source.file), source, **values)

    def report_id(self, code: str, kind: str, id: str, **values: object) -> None:
        """Notes a finding where the thing of this kind and id is declared."""
        self.desk.report(code, self.desk.ids[kind][id], id=id, **values)

    def report_asked(self, code: str, asked: Asked, **values: object) -> None:
        """Notes a finding about an expression, at its own place if it stands in a text."""
        source, text = asked.expression.source, asked.expression.text
        if asked.text is not None:
            source = self.place_in(asked.text, text)
        self.report(code, source, text=text, **values)

    def place_in(self, text: Prose, part: str) -> Source:
        """Where the part of a text stands, as far as it stands there in one piece."""
        self._placed += 1
        if self._placed > MOST_PLACED:
            return text.source
        page, first = self.page(text.source.file), text.source.line
        for number in range(first, first + 2 * text.text.count("\n") + 3 if page else first):
            at = page.line(number).find(part) if page is not None else -1
            if at >= 0:
                return Source(text.source.file, number, at + 1)
        return text.source
