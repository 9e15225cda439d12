"""The closing statements: each is judged, and then answered by its card."""

from __future__ import annotations

from collections.abc import Mapping

from game.mirror.statements import VERDICTS, called, said_by
from game.screen.blocks.equals import equals
from game.screen.blocks.slips import Head, Slip
from game.screen.blocks.strips import Strip, Weight
from game.screen.blocks.widgets import Block, Rule, Size, Spring, Words, caption
from game.screen.page import Page
from game.screen.screens.cards import card_blocks
from game.screen.stage import Change, Pop, Stage
from game.screen.transitions.turns import Look
from game.story.model import Statement

TRUE, NOT_TRUE, ON = "true", "not-true", "on"

_SIZES: tuple[Size, ...] = ("title", "text", "small")
_WEIGHTS: Mapping[Size, Weight] = {"title": "large", "text": "text", "small": "small"}
"""Of the answers to a statement, by its size."""


class StatementsPage(Page):
    """One after the other; the first word on each counts, and nobody is praised for it. The focus
    begins at neither answer."""

    wide = True
    look: Look = "closer"

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._statements = stage.session.mirror.statements
        self._answered: Statement | None = None
        self._focus = "back"

    @property
    def _asked(self) -> Statement | None:
        """The one that waits to be judged."""
        judged = self.stage.session.mirror.judged
        return next((each for each in self._statements if each.id not in judged), None)

    def blocks(self) -> list[Block]:
        if self._answered is not None:
            return self._answer(self._answered)
        asked = self._asked
        if asked is None:
            return self._end()
        return self.fitting(self._question(asked, size) for size in _SIZES)

    def _head(self, statement: Statement) -> Block:
        number = self._statements.index(statement) + 1
        return caption(f"Statement {number} of {len(self._statements)}")

    def _question(self, statement: Statement, size: Size) -> list[Block]:
        return [
            self._head(statement),
            Spring(),
            Words(statement.says, "strong", size),
            *equals((TRUE, "True", ""), (NOT_TRUE, "Not true", ""), weight=_WEIGHTS[size]),
            Spring(),
        ]

    def _answer(self, statement: Statement) -> list[Block]:
        desk = self.stage.session.mirror
        whose = [Words(said_by(statement), tone="quiet")] if statement.origin else []
        return [
            self._head(statement),
            Words(statement.says, before=1.0),
            *whose,
            Words(VERDICTS[statement.truth], "strong", "title", before=2.0),
            Words(called(desk.judged[statement.id]), tone="quiet", before=0.0),
            Slip(card_blocks(desk.answer_to(statement)), before=2.0),
            Spring(),
            Strip(ON, "Go on", 1, before=2.4),
        ]

    def _end(self) -> list[Block]:
        desk = self.stage.session.mirror
        blocks: list[Block] = [Head("True and not true"), Words(desk.apart, before=1.6)]
        for statement in self._statements:
            told = f"{VERDICTS[statement.truth]} {called(desk.judged[statement.id])}"
            blocks += [
                Rule(before=1.6),
                Words(statement.says, before=1.0),
                Words(told, size="small", tone="quiet", before=0.2),
            ]
        return blocks

    def number(self, number: int) -> str | None:
        if self._answered is not None:
            return ON if number == 1 else None
        keys = (TRUE, NOT_TRUE) if self._asked is not None else ()
        return keys[number - 1] if number <= len(keys) else None

    def act(self, key: str) -> Change | None:
        if key in (TRUE, NOT_TRUE) and self._asked is not None:
            self._answered = self._asked
            self.stage.session.mirror.judge(self._asked.id, key == TRUE)
            self._turn(ON)
            return None
        if key == ON:
            self._answered = None
            self._turn("back")
            return None
        return Pop()

    def _turn(self, focus: str) -> None:
        self._focus = focus
        self.column.rewind()
        self.refresh()
