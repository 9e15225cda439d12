"""What all screens have in common: a column of blocks, a bar of buttons, one focus.

A screen says what its blocks and buttons are and what to do when one is taken (`page_says.py`);
moving the focus, pointing, scrolling and laying out happen here, the same for all.
"""

from __future__ import annotations

from collections.abc import Iterable

import pygame
from pygame import Rect

from game.screen import intents
from game.screen.arrows import led
from game.screen.blocks.buttons import Button
from game.screen.blocks.column import CLOSEST, Column
from game.screen.blocks.rows import first_that_fits
from game.screen.blocks.strips import Strip
from game.screen.blocks.widgets import Block, Words
from game.screen.furniture import bar_rects, draw_column_paper, draw_desk, sheet_body
from game.screen.intents import Intent
from game.screen.kit import Kit
from game.screen.page_says import PageSays
from game.screen.stage import Change, Stage

SCROLL = "scroll "
"""What the key of a button that scrolls begins with, among the stops of a page."""


class Page(PageSays):
    """Base of all screens. `leaf` is another number whenever there is something else to be read
    from its beginning."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.dirty = True
        self.notice: str | None = None
        self.column = Column()
        self._kit: Kit | None = None
        self._buttons: list[Button] = []
        self._places: list[Rect] = []
        self._focus: str | None = None
        self._top: list[Block] = []
        self.leaf = 0

    # --- laying out --------------------------------------------------------------------

    @property
    def kit(self) -> Kit:
        """What it is drawn with; another one when the window or a setting changes."""
        return self.stage.table_kit if self.wide else self.stage.kit

    @property
    def width(self) -> int:
        """How wide the column is that `blocks` are for, in pixels."""
        return sheet_body(self.kit, self._places, self.sheet).width

    def fitting(self, forms: Iterable[list[Block]]) -> list[Block]:
        """The first of these forms that needs no scrolling, else the last: for pages on which
        nobody should have to look for what else can be taken."""
        body = sheet_body(self.kit, self._places, self.sheet)
        return first_that_fits(forms, self.kit, body, CLOSEST)

    def refresh(self) -> None:
        """Builds everything anew; focus and scroll stay as far as they can."""
        place = None if self._kit in (None, self.kit) else self._place(self._focus)
        seen = place is not None and self.column.sees(place)
        kit = self._kit = self.kit
        spare = self._set_bar(kit)
        self._top = [*self.blocks(), *spare]
        if self.notice:
            self._top.insert(0, Words(self.notice, "aside", "text", "quiet"))
        self.column.lay(self._top, sheet_body(kit, self._places, self.sheet), kit)
        if self._focus not in self.keys():
            self._focus = self._first()
        place = self._place(self._focus)
        if seen and place is not None:
            self.column.show(place)
        self.dirty = True

    def _set_bar(self, kit: Kit) -> list[Block]:
        """Places the buttons. Those for which there is no room beside a sheet stand on it instead,
        below everything else."""
        self._buttons, spare = self.bar(), list[Button]()
        self._places = bar_rects(kit, self._buttons, self.sheet)
        while self.sheet and self._places and self._places[-1].bottom > kit.frame.sheet.bottom:
            spare.insert(0, self._buttons.pop())
            self._places = bar_rects(kit, self._buttons, self.sheet)
        return [Strip(each.key, each.text, open=each.open, weight="small") for each in spare]

    def lay(self) -> Kit:
        """The kit that all this is laid out for; lays it out first if it is another now."""
        if self._kit is not self.kit:
            self.refresh()
        return self.kit

    def rects(self) -> dict[str, Rect]:
        """Where the things that can be taken are on the window now, by key."""
        self.lay()
        found = {
            block.key: self.column.rect(number)
            for number, block in enumerate(self.column.blocks)
            if block.key is not None
        }
        found.update(
            (button.key, place)
            for button, place in zip(self._buttons, self._places, strict=True)
            if button.key is not None
        )
        return found

    def buttons(self) -> list[Rect]:
        """Where the buttons are that are always there."""
        self.lay()
        return list(self._places)

    def stops(self) -> dict[str, Rect]:
        """What can be taken as the page stands now, in the order in which it is gone through:
        what is whole in view, what scrolls, and the buttons that are always there."""
        self.lay()
        column = enumerate(self.column.blocks)
        buttons = zip(self._buttons, self._places, strict=True)
        return {
            **{b.key: self.column.rect(n) for n, b in column if b.key and self._in_reach(n)},
            **self.scroll_buttons(),
            **{b.key: place for b, place in buttons if b.key and b.open},
        }

    def scroll_buttons(self) -> dict[str, Rect]:
        """Where the buttons are that scroll now, by their keys."""
        return {SCROLL + way: rect for way, rect in self.column.arrows().items()}

    def _in_reach(self, number: int) -> bool:
        return self.column.blocks[number].open and self.column.sees(number)

    def in_view(self) -> str:
        """The words in the column that are in view, but for what can be taken."""
        self.lay()
        blocks = enumerate(self.column.blocks)
        seen = (block for n, block in blocks if block.key is None and self.column.shows(n))
        return "\n".join(str(getattr(block, "text", "")) for block in seen)

    @property
    def reading(self) -> Rect:
        """Where on the window the text stands."""
        return self.column.body

    @property
    def focus(self) -> str | None:
        """The key of what has the focus."""
        self.lay()
        return self._focus

    @focus.setter
    def focus(self, key: str | None) -> None:
        if key != self._focus:
            self._focus, self.dirty = key, True

    def says(self) -> str:
        """All words in the column, for whoever cannot see it."""
        self.lay()
        return "\n".join(str(getattr(block, "text", "")) for block in self.column.blocks)

    def keys(self) -> list[str]:
        """The keys of all that can have the focus, in the order in which it moves."""
        everything = [*self.column.blocks, *self._buttons]
        return [block.key for block in everything if block.key is not None]

    def _first(self) -> str | None:
        everything = [*self.column.blocks, *self._buttons]
        return next((b.key for b in everything if b.key is not None and b.open), None)

    def _place(self, key: str | None) -> int | None:
        """The number of the block with this key, if it stands in the column."""
        blocks = enumerate(self.column.blocks)
        return next((n for n, block in blocks if key is not None and block.key == key), None)

    def stands_in_column(self, key: str) -> bool:
        """Whether what has this key is a block of the column."""
        return self._place(key) is not None

    def bring(self, key: str | None) -> None:
        """Scrolls so that what has this key is in view, if it stands in the column."""
        place = self._place(key)
        if place is not None:
            self.column.show(place)
            self.dirty = True

    # --- what a player does ------------------------------------------------------------

    def handle(self, intent: Intent) -> Change | None:
        """Takes an intent; the change of screens that follows, if any."""
        self.lay()
        match intent:
            case intents.Move(by, arrow):
                self._move(by, arrow)
            case intents.Point(spot):
                self._point(spot)
            case intents.Click(spot):
                return self._click(spot)
            case intents.Confirm():
                return self._confirm(self._focus)
            case intents.Choose(number):
                return self._confirm(self.number(number))
            case intents.Scroll(by, unit):
                self.column.scroll(by, unit, self.kit.frame.line)
                self.dirty = True
            case intents.Drag(start, _, up) if self.column.body.collidepoint(start):
                self.column.slide(up)
                self.dirty = True
            case intents.Back():
                return self.back()
            case intents.Do("menu"):
                return self.menu()
            case intents.Do(command):
                return self.command(command)
        return None

    def _move(self, by: int, arrow: intents.Arrow | None) -> None:
        keys = self.keys()
        if arrow in ("up", "down") and self.column.room and not self._seen():
            self.column.scroll(2 * by, "line", self.kit.frame.line)
            self.dirty = True
            return
        if not keys:
            return
        at = keys.index(self._focus) if self._focus in keys else -1 if by > 0 else 0
        focus, lost = self._focus, self._place(self._focus)
        if focus is not None and lost is not None and not self.column.shows(lost):
            # The wheel scrolled it away: on with what is seen, or back to it.
            seen = self._seen() or [focus]
            self.focus = seen[0 if by > 0 else -1]
        elif arrow is not None and focus in keys and focus is not None:
            self.focus = self._led(focus, arrow)
        else:
            self.focus = keys[(at + by) % len(keys)]
        self.bring(self._focus)

    def _led(self, at: str, arrow: intents.Arrow) -> str:
        """What an arrow leads to: from the buttons beside a column that scrolls, to what is in
        view there."""
        column = [block.key for block in self.column.blocks if block.key is not None]
        bar = [button.key for button in self._buttons if button.key is not None]
        if at in bar and arrow in ("left", "right"):
            column = self._seen() or column
        return led(self.rects(), at, arrow, column, bar)

    def _seen(self) -> list[str]:
        """The keys of what can be taken in the column and is in view: whole, else in part."""
        found = [(n, b.key) for n, b in enumerate(self.column.blocks) if b.key is not None]
        whole = [key for n, key in found if self.column.sees(n)]
        return whole or [key for n, key in found if self.column.shows(n)]

    def _under(self, spot: tuple[int, int]) -> str | None:
        place = self.column.at(spot, 3 * self.kit.frame.gap)
        if place is not None:
            return self.column.blocks[place].key
        buttons = zip(self._buttons, self._places, strict=True)
        return next((b.key for b, rect in buttons if rect.collidepoint(spot)), None)

    def _point(self, spot: tuple[int, int]) -> None:
        found = self._under(spot)
        if found is not None:
            self.focus = found

    def _click(self, spot: tuple[int, int]) -> Change | None:
        if self.column.press(spot, self.kit.frame.line):
            self.dirty = True
            return None
        found = self._under(spot)
        if found is None:
            return None
        self.focus = found
        return self._take(found)

    def _confirm(self, key: str | None) -> Change | None:
        """Takes it, but never unseen: what is out of view is scrolled towards first."""
        if key is None:
            return None
        self.focus = key
        place = self._place(key)
        if place is not None and not self.column.sees(place):
            self.column.scroll(self.column.way_to(place), "page", self.kit.frame.line)
            if self.column.at_end:
                self.column.show(place)
            self.dirty = True
            return None
        return self._take(key)

    def _take(self, key: str) -> Change | None:
        everything = [*self.column.blocks, *self._buttons]
        if not any(block.key == key and block.open for block in everything):
            return None
        return self.act(key)

    # --- moving and drawing ------------------------------------------------------------

    def step(self, seconds: float) -> bool:
        """Scrolls on. True: something moves."""
        if self.column.step(seconds, self.stage.settings.reduced_motion):
            self.dirty = True
        return self.column.moving

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the whole window."""
        kit = self.lay()
        self.column.step(0, self.stage.settings.reduced_motion)
        if self.sheet:
            draw_desk(surface, kit, self.stage.rings)
        else:
            self.draw_picture(surface, kit)
            draw_column_paper(surface, kit)
        self.column.draw(surface, kit, self._place(self._focus), kit.theme.paper)
        for button, place in zip(self._buttons, self._places, strict=True):
            button.draw(surface, place, kit, button.key == self._focus)
        self.dirty = False
