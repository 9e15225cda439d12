"""A scene: what is told, what the last choice left, and the choices; the score on the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame

from game.screen.kit import Kit
from game.screen.score_tag import draw_tags
from game.screen.screens.run_page import RunPage
from game.screen.stage import Stage
from game.screen.theme import rgb
from game.screen.widgets import Block, Labelled, Rule, Spring, Strip, Words
from game.screen.wording import changes_line, promise_line

if TYPE_CHECKING:
    from game.play.view import View

_NAME = rgb("#3A322A")


class ScenePage(RunPage):
    """A scene, or an instrument that is being played."""

    def blocks(self) -> list[Block]:
        return [*self.heading(), *self.aftermath(), *self.spoken(), Spring(), *self.choices()]

    def aftermath(self) -> list[Block]:
        """What the last choice left: what the score sees, and what it misses."""
        after = self.view.aftermath
        if after is None:
            return []
        blocks: list[Block] = []
        if after.taken:
            blocks.append(Words(after.taken, "story", "text", "quiet"))
        seen = after.sees or ("nothing" if after.seen_nothing else None)
        figures = changes_line(after.changes)
        if seen or figures:
            told = " · ".join(part for part in (seen, figures) if part)
            blocks.append(Labelled("SEES", told, "score", "score", "label"))
        if after.misses:
            blocks.append(Labelled("misses", after.misses, "hand", "hand", before=0.2))
        if blocks:
            blocks.append(Rule())
        return blocks

    def choices(self) -> list[Block]:
        """The choices as numbered strips; shut ones with their reasons."""
        return [
            Strip(
                f"choice:{option.id}",
                option.text,
                number,
                notes=option.reason if not option.open else (),
                score=(promise_line(option.promise),) if option.promise else (),
                open=option.open,
                before=1.8 if number == 1 else 1.25,
            )
            for number, option in enumerate(self.view.options, 1)
        ]

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        draw_place(surface, self.stage, self.view)
        draw_tags(surface, kit, self.view.scores, kit.frame.picture)

    @property
    def ticking(self) -> bool:
        return self.view.ticking

    def tick(self, ticks: int) -> None:
        before = self.view
        self.stage.session.tick(ticks)
        after = self.stage.session.view()
        if after != before:
            self.refresh()


def draw_place(surface: pygame.Surface, stage: Stage, view: View) -> None:
    """The picture of the place, or a stand-in with its name."""
    kit, area = stage.kit, stage.kit.frame.picture
    place = view.place or view.scene
    picture = stage.pictures.get(stage.session.folder, place, view.picture, area.size, view.over)
    surface.blit(picture, area.topleft)
    if view.picture is None and view.place:
        size, margin = kit.frame.title, kit.frame.margin
        lines = kit.type.lines(view.place, "story", size, area.width - 2 * margin)
        at = (area.left + margin, area.top + round(margin * 0.8))
        kit.type.draw(surface, lines, at, "story", size, _NAME)
