"""An instrument that is played: its drawing over the picture, its moves in the column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen.beside import beside_tags
from game.screen.blocks.widgets import Block, Words
from game.screen.drawing import Drawing, Gesture, Shown
from game.screen.furniture import behind
from game.screen.instruments import DRAWINGS
from game.screen.intents import Arrow, Intent
from game.screen.kit import Kit
from game.screen.page import SCROLL
from game.screen.score_tag import Tag, draw_tags, standing
from game.screen.screens.run_page import CHOICE
from game.screen.screens.scene import ScenePage, picture_of
from game.screen.stage import Change, Stage

if TYPE_CHECKING:
    from game.play.view import Score

_PASSES = "Time passes here. With “No time limits”, in the settings, it waits for you."


class InstrumentPage(ScenePage):
    """Without a drawing of its own, an instrument is told in the column, like a scene."""

    kinds = ("instrument",)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self._playing: str | None = None
        self._entered: dict[str, int] = {}
        self.drawing: Drawing | None = None
        self._shown_tags: list[Tag] = []

    # --- laying out --------------------------------------------------------------------

    @property
    def kit(self) -> Kit:
        return self.stage.kit if self.drawing is None else self.stage.play_kit

    def refresh(self) -> None:
        self.view, before = self.stage.session.view(), self.drawing
        if self.view.playing != self._playing:
            self._playing = self.view.playing
            make: Callable[[], Drawing] | None = DRAWINGS.get(self._playing or "")
            self.drawing = make() if make is not None else None
            self.leaf += 1
        self._lay_drawing()
        super().refresh()
        if self.drawing is not before and self.drawing is not None:
            self._show_first(self.drawing)

    def _show_first(self, drawing: Drawing) -> None:
        """What has the focus is in view on the drawing; in a column that is too long, what can be
        done comes first, as the rest is drawn."""
        drawing.show((self._focus or "").removeprefix(CHOICE))
        drawing.step(0, at_once=True)
        place = self._place(self._first_choice())
        if place is not None:
            self.column.rewind(to_end=True)
            self.column.show(place)
            self.column.step(0, at_once=True)

    def _lay_drawing(self) -> None:
        """The drawing beside the tags of the score, if there is room for both."""
        if self.drawing is None:
            return
        kit, view = self.kit, self.view
        wide = self.drawing.width(kit)
        clear, self._shown_tags = beside_tags(kit, view.scores, kit.frame.picture, wide)
        shown = Shown(view.told, view.options, self.stage.session.people, view.scores)
        self.drawing.lay(kit, clear, shown)

    def lay_tags(self, scores: Sequence[Score]) -> list[Tag]:
        return super().lay_tags(scores) if self.drawing is None else self._shown_tags

    def spoken(self) -> list[Block]:
        """What the drawing does not show."""
        if self.drawing is None:
            return super().spoken()
        hint = [Words(self.drawing.hint(), "aside", tone="quiet")] if self._carried() else []
        return [*hint, Words(_PASSES, "aside", "label", "quiet")] if self.view.ticking else [*hint]

    def standing(self) -> list[Block]:
        """What there is a tag for is not told again while something is played."""
        if self.drawing is None:
            return super().standing()
        missing = [] if self.tags else self.view.scores
        return [Words(standing(score), "score", "label", "score") for score in missing]

    def choices(self) -> list[Block]:
        """The moves that are not taken on the drawing itself."""
        carried = self._carried()
        return [block for block in super().choices() if block.key not in carried]

    def says(self) -> str:
        column = super().says()
        if self.drawing is None:
            return column
        carried = self._carried()
        moves = [option.text for option in self.view.options if CHOICE + option.id in carried]
        return "\n".join((self.drawing.says(), *moves, column))

    def rects(self) -> dict[str, Rect]:
        found = super().rects()
        spots = {} if self.drawing is None else self.drawing.spots()
        return {**{CHOICE + id: rect for id, rect in spots.items()}, **found}

    def _first_choice(self) -> str | None:
        """The key of the first choice in the column."""
        keys = (block.key for block in self.column.blocks if block.key is not None)
        return next(keys, None)

    def _carried(self) -> list[str]:
        """The keys of what is taken on the drawing, in order."""
        return [] if self.drawing is None else [CHOICE + id for id in self.drawing.carries()]

    def keys(self) -> list[str]:
        return [*self._carried(), *super().keys()]

    def _first(self) -> str | None:
        is_open = [CHOICE + option.id for option in self.view.options if option.open]
        carried = (key for key in self._carried() if key in is_open)
        return next(carried, None) or super()._first()

    def in_view(self) -> str:
        column = super().in_view()
        return column if self.drawing is None else f"{self.drawing.says()}\n{column}"

    def stops(self) -> dict[str, Rect]:
        drawing, others = self.drawing, super().stops()
        if drawing is None:
            return others
        spots, carried = drawing.spots(), drawing.carries()
        can = [option.id for option in self.view.options if option.open and option.id in carried]
        seen = [id for id in can if id in spots and drawing.sees(id)]
        return {**{CHOICE + id: spots[id] for id in seen}, **others}

    def scroll_buttons(self) -> dict[str, Rect]:
        arrows = {} if self.drawing is None else self.drawing.column.arrows()
        return super().scroll_buttons() | {f"{SCROLL}there {way}": at for way, at in arrows.items()}

    @property
    def reading(self) -> Rect:
        return super().reading if self.drawing is None else self.drawing.box

    # --- what a player does ------------------------------------------------------------

    def handle(self, intent: Intent) -> Change | None:
        kit = self.lay()
        found = None if self.drawing is None else self.drawing.gesture(intent, kit)
        if found is None:
            return super().handle(intent)
        return self._do(found)

    def _take(self, key: str) -> Change | None:
        if self.drawing is None or not key.startswith(CHOICE):
            return super()._take(key)
        return self._do(self.drawing.taken(key.removeprefix(CHOICE), self.kit))

    def _confirm(self, key: str | None) -> Change | None:
        if self.drawing is not None and key is not None and key in self._carried():
            id = key.removeprefix(CHOICE)
            self.focus = key
            if not self.drawing.sees(id):
                self.drawing.show(id)
                self.dirty = True
                return None
        return super()._confirm(key)

    def _do(self, gesture: Gesture) -> Change | None:
        """The move of a gesture, if it is one and is open."""
        self.dirty = True
        if gesture.move is None:
            return None
        key = CHOICE + gesture.move
        if key not in self._carried():
            return super()._take(key)
        is_open = any(found.open for found in self.view.options if found.id == gesture.move)
        return self.act(key) if is_open else None

    def _under(self, spot: tuple[int, int]) -> str | None:
        spots = {} if self.drawing is None else self.drawing.spots()
        for id, rect in spots.items():
            if rect.collidepoint(spot):
                return CHOICE + id
        return super()._under(spot)

    def _move(self, by: int, arrow: Arrow | None) -> None:
        super()._move(by, arrow)
        if self.drawing is not None and self._focus is not None:
            self.drawing.show(self._focus.removeprefix(CHOICE))

    def _led(self, at: str, arrow: Arrow) -> str:
        """What is on a drawing may be out of view there: all arrows follow the order."""
        if self.drawing is None:
            return super()._led(at, arrow)
        keys = self.keys()
        return keys[(keys.index(at) + (1 if arrow in ("down", "right") else -1)) % len(keys)]

    def turn(self) -> None:
        """The same instrument goes on: the focus stays, or goes to what stands there next."""
        before, focus = self.keys(), self._focus
        self.refresh()
        if focus in before and focus not in self.keys():
            later = before[before.index(focus) :]
            self.focus = next((key for key in later if key in self.keys()), self._first())

    # --- time, moving and drawing --------------------------------------------------------

    @property
    def ticking(self) -> bool:
        waits = self.drawing is not None and self.drawing.waits
        return self.view.ticking and not waits

    def tick(self, ticks: int) -> None:
        before = self.view
        self.stage.session.tick(ticks)
        if self.stage.session.view() != before:
            self.refresh()
            self._stamp()

    def arrive(self, back: bool = False) -> None:
        """A move that was made may have left no new entry: then nothing is stamped anew."""
        super().arrive(back)
        self._entering = 1.0
        self._stamp(back)

    def _stamp(self, back: bool = False) -> None:
        """What has been entered since the page was last looked at is stamped."""
        scores = self.stage.session.view().scores
        entered = {score.system: score.change for score in scores if score.change}
        if entered != self._entered and not back and not self._passes_over:
            self._entering = 0.0
        self._entered = entered

    def step(self, seconds: float) -> bool:
        moving = super().step(seconds)
        if self.drawing is None:
            return moving
        if self.drawing.step(seconds, self.stage.settings.reduced_motion):
            self.dirty = True
        return moving or self.drawing.moving

    def taken(self) -> list[Rect]:
        """What is played has the whole picture, and says itself what can be heard."""
        return super().taken() if self.drawing is None else [self.kit.frame.picture]

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        if self.drawing is None:
            super().draw_picture(surface, kit)
            return
        surface.blit(behind(kit, picture_of(self.stage, self.view, kit)), kit.frame.picture.topleft)
        draw_tags(surface, kit, self.tags, self._entering)
        focus = self._focus.removeprefix(CHOICE) if self._focus is not None else None
        before = surface.get_clip()
        surface.set_clip(kit.frame.picture.clip(before))
        self.drawing.draw(surface, kit, focus)
        surface.set_clip(before)
