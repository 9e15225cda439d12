"""Scanning: the whole game with one switch, or with two, whatever the switch is.

A frame walks over everything that can be taken. With one switch it walks by itself and any press
takes what is framed; with two, the first moves it on and the second takes. A page says what can
be taken, and knows nothing of this.
"""

from __future__ import annotations

import pygame

from game.screen import intents
from game.screen.intents import Intent
from game.screen.kit import Kit
from game.screen.page import SCROLL, Page
from game.screen.paper.pieces import strip_box
from game.screen.settings import Settings

REACTS = 0.2
"""Seconds that a hand needs: what is pressed sooner was meant for what was framed before."""
ROUNDS = 3
"""After so many rounds without a press the frame waits, until there is one."""
READS = 14
"""Of text, how much is read in a second, in bytes: a letter has one, a Chinese sign has three."""

TEXT = ""
"""The first stop on every page: there is time to read, and a press only moves on from it."""

_TAKES = (pygame.K_RETURN, pygame.K_KP_ENTER, "A")
_WINDOWS = ("quit", "redraw", "away", "back-again")
_WHEEL = (4, 5)


def switched(event: pygame.Event, intent: Intent | None) -> Intent | None:
    """What this event means where every press is a switch; what is about the window stays.
    `intent`: what it means where keys and buttons are asked for as such. On a touch screen, the
    right half takes."""
    if event.type == pygame.FINGERDOWN:
        return intents.Switch(event.x >= 0.5)
    if event.type == pygame.MOUSEBUTTONDOWN and event.button not in _WHEEL:
        return None if getattr(event, "touch", False) else intents.Switch(event.button == 1)
    match intent:
        case intents.Given(what):
            return intents.Switch(what in _TAKES)
        case intents.Resize():
            return intent
        case intents.Do(command) if command in _WINDOWS:
            return intent
    return None


class Scanner:
    """`at`: the key of what is framed, or `TEXT`. `now` counts seconds."""

    def __init__(self) -> None:
        self._page: Page | None = None
        self._leaf = 0
        self.at = self._before = TEXT
        self._since = self._due = 0.0
        self._walked = False
        self._rounds = 0
        self._words: str | None = None

    def follow(self, page: Page, how: Settings, now: float) -> bool:
        """Keeps up with the page, and lets the frame walk. True: it must be drawn again."""
        if how.scanning == "off":
            was, self._page = self._page, None
            return was is not None
        if not self._is_at(page):
            self._page, self._leaf = page, page.leaf
            self._rounds, self._words = 0, None
            self._rest_at(TEXT, now, _reading(page, how))
            self._focus(page)
            return True
        self._after_taking(page, how, now)
        walks = how.scanning == "one" and self._rounds < ROUNDS and now >= self._due
        if walks:
            self._go_on(page, how, now)
            self._walked = True
        self._focus(page)
        return walks

    def press(self, switch: intents.Switch, page: Page, how: Settings, now: float) -> Intent | None:
        """What a press means; None if it only moves the frame."""
        if not self._is_at(page):
            return None
        page.dirty = True
        stops = page.stops()
        one, self._rounds = how.scanning == "one", 0
        if self.at not in stops:
            self._rest_at(TEXT, now, how.scan_seconds)
        if one and self._walked and now - self._since < REACTS:
            self._rest_at(self._before, now, how.scan_seconds)
            return None
        if self.at == TEXT or not (one or switch.takes):
            self._go_on(page, how, now)
            return None
        self._words = page.in_view()
        scrolls = self.at.startswith(SCROLL)
        return intents.Click(stops[self.at].center) if scrolls else intents.Confirm()

    def draw(self, surface: pygame.Surface, page: Page, kit: Kit) -> None:
        """The frame; beside text, a bar, and in words that a press is wanted."""
        if not self._is_at(page):
            return
        wide, gap, body = max(4, kit.frame.text // 5), kit.frame.gap, page.reading
        if self.at == TEXT:
            bar = pygame.Rect(max(2, body.left - 2 * gap - wide), body.top, wide, body.height)
            surface.fill(kit.theme.paper, bar.inflate(4, 4))
            surface.fill(kit.theme.focus, bar)
            self._say(surface, page, kit)
            return
        place = page.stops().get(self.at)
        if place is None:
            return
        # A strip of paper is wider than the block that lies on it.
        in_column = page.stands_in_column(self.at)
        paper = strip_box(place, kit) if in_column else place
        box = paper.inflate(gap, gap).clip(surface.get_rect())
        pygame.draw.rect(surface, kit.theme.paper, box.inflate(4, 4), 2 if in_column else wide + 4)
        pygame.draw.rect(surface, kit.theme.focus, box, wide)

    @property
    def saying(self) -> str:
        """What is said while nothing is framed: that there is time, and what a press does."""
        waits = self._rounds >= ROUNDS
        return "waiting · press to go on" if waits else "reading · press to choose"

    def _say(self, surface: pygame.Surface, page: Page, kit: Kit) -> None:
        """In the air above the column, on a slip of ink."""
        size, body = kit.frame.label, page.column.body
        area = kit.frame.sheet if page.sheet else kit.frame.column
        step = kit.type.leading("score", size)
        high = min(step, max(body.top - area.top, round(1.2 * size)))
        wide = kit.type.width(self.saying, "score", size) + size
        slip = pygame.Rect(0, max(area.top, body.top - high - 4), wide, high)
        slip.right = area.right - size // 2
        surface.fill(kit.theme.ink, slip)
        at = (slip.left + size // 2, slip.centery - step // 2)
        kit.type.say(surface, self.saying, at, "score", size, kit.theme.on_ink)

    def _is_at(self, page: Page) -> bool:
        return page is self._page and page.leaf == self._leaf

    def _after_taking(self, page: Page, how: Settings, now: float) -> None:
        """Where the page stays, so does the frame, with time to read what is new."""
        words, self._words = self._words, None
        if words is None:
            return
        at = self.at if self.at in page.stops() else TEXT
        rest = how.scan_seconds if words == page.in_view() else _reading(page, how)
        self._rest_at(at, now, rest)

    def _go_on(self, page: Page, how: Settings, now: float) -> None:
        stops = list(page.stops())
        at = stops.index(self.at) + 1 if self.at in stops else 0
        if at >= len(stops):
            self._rounds += 1
            at = 0
        before = self.at
        waits = not stops or self._rounds >= ROUNDS
        self._rest_at(TEXT if waits else stops[at], now, how.scan_seconds)
        self._before = before

    def _rest_at(self, stop: str, now: float, seconds: float) -> None:
        self.at, self._since, self._due = stop, now, now + seconds
        self._walked = False

    def _focus(self, page: Page) -> None:
        page.focus = None if self.at == TEXT or self.at.startswith(SCROLL) else self.at


def _reading(page: Page, how: Settings) -> float:
    """Seconds in which all that is in view can be read."""
    return max(2 * how.scan_seconds, len(page.in_view().encode("utf-8", "replace")) / READS)
