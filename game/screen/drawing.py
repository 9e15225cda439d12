"""What a drawing of an instrument is: it lies over the picture, and shows what the instrument
says. Pages know no instrument, and drawings know no page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen import intents
from game.screen.blocks.column import Column
from game.screen.intents import Intent
from game.screen.kit import Kit
from game.screen.layout import TARGET

if TYPE_CHECKING:
    from game.play.view import Option, Score, Told
    from game.story.prose import Line


@dataclass(frozen=True, slots=True)
class Shown:
    """All that a drawing may know: what the instrument says, what can be done, who is who, and
    the standings that may be shown."""

    told: tuple[Told, ...] = ()
    options: tuple[Option, ...] = ()
    people: Mapping[str, str] = field(default_factory=dict)
    scores: tuple[Score, ...] = ()

    def part(self, key: str) -> Told | None:
        """What is said under this key of the author's words."""
        return next((told for told in self.told if told.key == key), None)

    def option(self, id: str) -> Option | None:
        """The move with this id, if it can be made now."""
        return next((found for found in self.options if found.id == id and found.open), None)

    def texts(self, told: Told) -> tuple[str, ...]:
        """The paragraphs of a part, with the name of who speaks before them."""
        return tuple(
            line.text if line.speaker is None else f"{self.speaker(line)}: {line.text}"
            for line in told.lines
        )

    def speaker(self, line: Line) -> str | None:
        """The name of who says this line, if anybody does."""
        return None if line.speaker is None else self.people.get(line.speaker, line.speaker)


@dataclass(frozen=True, slots=True)
class Gesture:
    """What an intent means on a drawing: this move; without one, the drawing itself changed."""

    move: str | None = None


class Drawing:
    """Base of all drawings. `box`: what it covers; `column`: what can be scrolled in it."""

    def __init__(self) -> None:
        self.shown = Shown()
        self.box = Rect(0, 0, 0, 0)
        self.column = Column()

    def width(self, kit: Kit) -> int:
        """How wide it would like to be, in pixels."""
        return kit.frame.text * 24

    def lay(self, kit: Kit, area: Rect, shown: Shown) -> None:
        """Takes in what is said now, and finds its places within `area`."""
        self.shown, self.box = shown, area

    def spots(self) -> dict[str, Rect]:
        """Where moves lie that can be taken by pressing them, by their ids. What only peeps in is
        no target: it is scrolled to first."""
        body, found = self.column.body, dict[str, Rect]()
        for number, block in enumerate(self.column.blocks):
            rect = self.column.rect(number).clip(body)
            if block.key is not None and rect.height >= TARGET:
                found[block.key] = rect
        return found

    def carries(self) -> tuple[str, ...]:
        """The moves that are taken on the drawing, by their ids, in order: the column does not
        repeat them."""
        return tuple(block.key for block in self.column.blocks if block.key is not None)

    def hint(self) -> str:
        """How those are taken."""
        return ""

    def sees(self, id: str) -> bool:
        """Whether the spot of a move is whole in view, or as much of it as ever can be."""
        place = self.place(id)
        return place is None or self.column.sees(place)

    def place(self, id: str | None) -> int | None:
        """The number of the block of a move, if it stands in what can be scrolled here."""
        blocks = enumerate(self.column.blocks)
        return next((n for n, block in blocks if id is not None and block.key == id), None)

    def gesture(self, intent: Intent, kit: Kit) -> Gesture | None:
        """What an intent means here, or None: then the page takes it."""
        match intent:
            case intents.Scroll(by, unit, at) if at and self.box.collidepoint(at):
                self.column.scroll(by, unit, kit.frame.line)
                return Gesture()
            case intents.Drag(start, _, up) if self.box.collidepoint(start):
                self.column.slide(up)
                return Gesture()
            case intents.Click(at) if self.column.press(at, kit.frame.line):
                return Gesture()
        return None

    def taken(self, move: str, kit: Kit) -> Gesture:
        """What it means here that a move was taken in the column: the move, or that something is
        shown first which would not be seen any more after it."""
        return Gesture(move)

    def show(self, id: str) -> None:
        """Brings the spot of a move into view."""
        place = self.place(id)
        if place is not None:
            self.column.show(place)

    def step(self, seconds: float, at_once: bool) -> bool:
        """Lets what moves move on, or be there at once. True: something on screen moved."""
        return self.column.step(seconds, at_once)

    @property
    def moving(self) -> bool:
        """Whether something is on its way."""
        return self.column.moving

    @property
    def waits(self) -> bool:
        """Whether time waits for what is being read."""
        return False

    def draw(self, surface: pygame.Surface, kit: Kit, focus: str | None) -> None:
        """Draws it. `focus`: the id of the move that has the focus."""

    def says(self) -> str:
        """All its words, for whoever cannot see it."""
        return "\n".join(text for told in self.shown.told for text in self.shown.texts(told))
