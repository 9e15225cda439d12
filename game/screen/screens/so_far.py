"""The story so far, for whoever comes back to it."""

from __future__ import annotations

from collections.abc import Iterator

import pygame

from game.play.so_far import Day, SoFar
from game.screen.blocks.buttons import Button
from game.screen.blocks.slips import Head
from game.screen.blocks.strips import Strip
from game.screen.blocks.widgets import Block, Labelled, Rule, Spring, Words, caption
from game.screen.kit import Kit
from game.screen.page import Page
from game.screen.score_tag import Tag, draw_tags, tags_for, untold
from game.screen.screens import ways
from game.screen.screens.scene import draw_place
from game.screen.stage import Change, Pop, Reset, Stage
from game.screen.transitions.turns import Look
from game.screen.wording import joined


class SoFarPage(Page):
    """What was chosen, the last in full, and where it goes on. `pushed`: over another page."""

    sheet = False
    look: Look = "cover"

    def __init__(self, stage: Stage, pushed: bool = False) -> None:
        super().__init__(stage)
        self.pushed = pushed
        self._told = stage.session.so_far()

    def blocks(self) -> list[Block]:
        told = self._told
        where = joined(told.place, told.when)
        blocks: list[Block] = [
            Head("The story so far"),
            *_earlier(told),
            *(block for day in told.days for block in _day(day)),
        ]
        if not told.days:
            blocks.append(Words("Nothing has been chosen yet.", tone="quiet"))
        blocks += [Rule(before=1.6), Words(told.chapter, "strong", before=0.8)]
        if where:
            blocks.append(caption(where, before=0.2))
        standings = untold(told.scores, self._tags(self.kit))
        blocks += [Words(line, "score", "label", "score", before=0.3) for line in standings]
        return [*blocks, Spring(), Strip("on", "Go on", weight="large")]

    def bar(self) -> list[Button]:
        return [Button("log", "From the log"), Button("title", "Title page")]

    def act(self, key: str) -> Change | None:
        match key:
            case "log":
                return ways.open_command(self.stage, "log")
            case "title":
                return Reset(ways.title(self.stage))
        return Reset(ways.page_of_run(self.stage))

    def back(self) -> Change | None:
        return Pop() if self.pushed else self.act("on")

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        draw_place(surface, self.stage, self.stage.session.view())
        draw_tags(surface, kit, self._tags(kit))

    def _tags(self, kit: Kit) -> list[Tag]:
        return tags_for(kit, self._told.scores, kit.frame.picture)


def _earlier(told: SoFar) -> Iterator[Block]:
    """What is told in short: a line for each stretch of a chapter."""
    if told.older:
        choices = "one choice" if told.older == 1 else f"{told.older} choices"
        yield Words(f"Before this, {choices}: they stand in the log.", tone="quiet")
    for part in told.parts:
        yield caption(part.chapter, before=1.2)
        yield Words(part.line, before=0.1)


def _day(day: Day) -> Iterator[Block]:
    """What is told in full: a day in a place."""
    where = joined(day.when, day.place)
    if where:
        yield caption(where, before=1.6)
    for step in day.steps:
        yield Words(step.line, "story" if step.own else "strong", before=0.3)
        if step.sees:
            yield Labelled("SEES", step.sees, "score", "score", "label")
        if step.misses:
            yield Labelled("misses", step.misses, "hand", "hand", before=0.2)
