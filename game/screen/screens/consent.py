"""What is asked before a run: whether notes of it are kept."""

from __future__ import annotations

from collections.abc import Iterator

from game.mirror import consent
from game.screen.blocks.buttons import Button
from game.screen.blocks.equals import equals
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block, Size, Spring, Words
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.stage import Change, Pop, Stage
from game.screen.transitions.turns import Look
from game.screen.wording import GIVEN_UP

NOTES, WITHOUT = "notes", "without"
_ANSWERS = (NOTES, WITHOUT)

_SIZES: tuple[Size, ...] = ("title", "text", "small")
"""Of the question."""


class ConsentPage(Page):
    """Two equal answers. The focus begins at neither, so that nobody agrees by pressing twice;
    the run that was left stays until one of them is given."""

    wide = True
    look: Look = "cover"

    def __init__(self, stage: Stage, cut: str | None = None, chapter: str | None = None) -> None:
        super().__init__(stage)
        self._cut, self._chapter = cut, chapter
        self._focus = "back"

    def blocks(self) -> list[Block]:
        return self.fitting(self._forms())

    def _forms(self) -> Iterator[list[Block]]:
        """The same words in less and less room; in the last form, both answers stand before what
        they mean, and nothing above the question."""
        yield from (self._asked(size, apart=False) for size in _SIZES)
        yield self._asked("small", apart=True)

    def _asked(self, size: Size, apart: bool) -> list[Block]:
        session = self.stage.session
        asked = consent.asked(session.mirror.study)
        first, *others = asked.says
        meant = ("", "") if apart else (asked.keep_means, asked.without_means)
        below = enumerate((asked.keep_means, asked.without_means), 1) if apart else ()
        return [
            *([] if apart else [Head(consent.HEAD)]),
            Spring(),
            Words(first, size=size, before=2.0),
            *(Words(words, size="small" if size == "small" else "text") for words in others),
            *equals((NOTES, asked.keep, meant[0]), (WITHOUT, asked.without, meant[1])),
            *(Words(f"{number}: {means}", size="small", tone="quiet") for number, means in below),
            *([Words(GIVEN_UP, size="small", tone="quiet")] if session.has_continue else []),
            Spring(),
        ]

    def bar(self) -> list[Button]:
        compared = self.stage.session.mirror.study is not None
        more = [Button("protocol", "What is compared", card=True)] if compared else []
        return [*more, Button("back", "Back", card=True)]

    def number(self, number: int) -> str | None:
        return _ANSWERS[number - 1] if number <= len(_ANSWERS) else None

    def act(self, key: str) -> Change | None:
        if key in _ANSWERS:
            return ways.start(self.stage, self._cut, self._chapter, noted=key == NOTES)
        return ways.protocol(self.stage) if key == "protocol" else Pop()
