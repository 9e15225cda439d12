"""The window's loop: events in, intents out, drawn only when something changed."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

import pygame

from game.errors import GameError
from game.screen import intents
from game.screen.display import make_window
from game.screen.hands.cooling import CoolDown
from game.screen.hands.reader import Reader
from game.screen.intents import Intent
from game.screen.late import Late, Offer, on_offer
from game.screen.page import Page
from game.screen.scanning import Scanner, switched
from game.screen.screens import ways
from game.screen.screens.run_page import RunPage
from game.screen.screens.trouble import TroublePage
from game.screen.sound.captions import Captions
from game.screen.sound.ear import Ear
from game.screen.stage import Change, Leave, Pop, Push, Reset, Screen, Stage, Stay
from game.screen.text_input import TextInput
from game.screen.transitions.passing import Passing, pressed_on, seen_on
from game.screen.transitions.turns import Seen, Turn, meant

TICK = 0.1
"""Seconds of real time that are one tick."""

MOST_AT_ONCE = 5
"""Of ticks: for a standstill (a laptop's lid, a dragged window) no time is made up."""

BUSY, AT_REST, AWAY = 1 / 60, 1 / 20, 1 / 10
"""Seconds between two looks for events: while something moves or was just pressed, otherwise, and
while the player looks at another window. Waiting for events would cost more: the system looks for
them a thousand times a second then, wherever there is a gamepad."""


class Window:
    """Turns events into intents for the screen on top, and draws it when it changed.

    `turned`: what turned over in the last round, for whoever lets it be heard. `clock` counts
    seconds, `sleep` waits them, `flip` shows what was drawn: handed in, so that the loop can be
    driven without a display or real time.
    """

    def __init__(
        self,
        stage: Stage,
        first: Screen,
        *,
        events: Callable[[], Iterable[pygame.Event]] = pygame.event.get,
        clock: Callable[[], float] = time.monotonic,
        sleep: Callable[[float], None] = time.sleep,
        flip: Callable[[], None] = pygame.display.flip,
    ) -> None:
        self.stage = stage
        self.screens: list[Screen] = [first]
        self._events, self._clock, self._sleep, self._flip = events, clock, sleep, flip
        self._reader = Reader()
        self._text_input = TextInput()
        self._last = clock()
        self._busy_until = self._last
        self._late = Late()
        self._cool_down = CoolDown()
        self.scanner = Scanner()
        self.turned: tuple[Turn, ...] = ()
        self._passing = Passing(stage)
        self._ear = Ear(stage)
        self._owed = 0.0
        self._away = False
        self._redraw = True
        self._full = stage.settings.full_screen
        self.open = True

    @property
    def top(self) -> Screen:
        """The screen that is shown."""
        return self.screens[-1]

    def run(self) -> int:
        """Until the window is closed -> exit code."""
        self.once()
        # Looking for gamepads can take a while: not before something is to be seen.
        self._reader.plug_in()
        while self.open:
            self.once()
            busy = self._clock() < self._busy_until or self._redraw
            self._sleep(BUSY if busy else AWAY if self._away else AT_REST)
        return 0

    def once(self) -> None:
        """One round: all events, the time that passed, and a drawing if one is due."""
        now = self._clock()
        passed, self._last = max(0.0, now - self._last), now
        if not self.passing and not self._away:
            # Before anything that is done now: until then the page lay there.
            self._safely(lambda: self.top.lies(passed))
        self.turned = ()
        for intent in self._meant(now):
            self._busy_until = now + 1.0
            self.take(intent)
            self._safely(self._listen)
            if not self.open:
                return
        self._safely(lambda: self._time(passed))
        self._safely(self._scan)
        self._safely(self._listen)
        self._safely(lambda: self._hear(passed))
        if self._redraw or self.top.dirty or self.passing:
            self._draw()

    @property
    def captions(self) -> Captions:
        """What is said of what can be heard."""
        return self._ear.captions

    def _hear(self, passed: float) -> None:
        heard = self._ear.follow(self.screens, self.turned, passed, self._away)
        self._redraw = self._redraw or heard

    @property
    def passing(self) -> bool:
        """Whether one page is still going over into the next."""
        return self._passing.on

    def _meant(self, now: float) -> Iterator[Intent]:
        """What the player means, one after the other: by what happened, and by what is held."""
        for event in self._events():
            intent = self._reader.read(event)
            if self._scanning and not self.top.asking:
                intent = switched(event, intent)
            if intent is not None:
                yield intent
        intent = self._reader.beat(now)
        if intent is not None and not self._scanning:
            yield intent

    @property
    def _scanning(self) -> bool:
        return self.stage.settings.scanning != "off"

    def _scan(self) -> None:
        if isinstance(self.top, Page) and not self._away:
            moved = self.scanner.follow(self.top, self.stage.settings, self._last)
            self._redraw = moved or self._redraw

    def take(self, intent: Intent) -> None:
        """Does what one intent asks for."""
        if self.stage.settings.cool_down and self._cool_down.holds_back(intent, self._last):
            return
        if not isinstance(intent, intents.Point):
            self._redraw = self._passing.end() or self._redraw
        match intent:
            case intents.Do("away"):
                # Whoever looks at another window misses nothing: time waits for a sign of them.
                self._away = True
            case intents.Do("back-again"):
                self._away = False
            case intents.Do("quit"):
                self.open = False
            case intents.Do("redraw"):
                self._redraw = True
            case intents.Do("mute"):
                self._safely(self._switch_sound)
            case intents.Do("full-screen"):
                self._safely(self._switch_full_screen)
            case intents.Resize():
                self._resize()
            case _:
                # A pointer may only be on its way to another window.
                self._away = self._away and isinstance(intent, intents.Point)
                self._safely(lambda: self._hand_on(intent))
                if self.stage.settings.full_screen != self._full:
                    self._safely(self._apply_full_screen)

    def _hand_on(self, intent: Intent) -> None:
        """To the screen on top, unless it was meant for what stood there a moment ago."""
        if isinstance(intent, intents.Switch):
            found = self._behind(intent)
            if found is None:
                return
            intent = found
        if self._late.settling(self._last) and self._late.is_late(intent, self._on_offer()):
            return
        top, before = self.top, seen_on(self.top)
        change = top.handle(intent)
        if change is not None and not isinstance(change, Stay):
            # What is pressed on a screen that the player opened is meant for it.
            self._late = Late()
        self._change(change)
        if change is not None:
            self._turn(change, before, pressed_on(top, intent))

    def _turn(
        self, change: Change | None, before: Seen, spot: tuple[int, int] | None = None
    ) -> None:
        """What was seen goes over into what is there now, unless all of it was read before."""
        after, skips = seen_on(self.top), self.stage.settings.skip_read
        found = meant(change, before, after)
        if found is None or (skips and after.look == "story" and self.stage.session.read_before):
            return
        self.turned += (found.turn,)
        self._passing.begin(found, spot)

    def _behind(self, switch: intents.Switch) -> Intent | None:
        """What a switch means here."""
        if not isinstance(self.top, Page):
            return None
        meant = self.scanner.press(switch, self.top, self.stage.settings, self._last)
        if meant is None:
            # A frame that walks by itself is moved by nobody.
            by_hand = self.stage.settings.scanning == "two"
            self.top.rests_on(self.scanner.at if by_hand else None)
        return meant

    def _change(self, change: Change | None) -> None:
        match change:
            case None:
                return
            case Push(screen):
                self.screens.append(screen)
            case Pop(notice):
                if len(self.screens) > 1:
                    self.screens.pop()
                if notice is not None:
                    self.top.notice = notice
                self.top.refresh()
            case Reset(screen):
                self.screens = [screen]
            case Stay():
                pass
            case Leave():
                self.open = False
        self._redraw = True

    def _listen(self) -> None:
        """Letters, keys and buttons go where the screen on top wants them; with switches, every
        key is one."""
        place = None if self._scanning else self.top.writing
        asking = self.top.asking or self._scanning
        self._reader.listen(self.stage.bindings, place is not None, asking)
        self._text_input.go_to(place)

    def _time(self, passed: float) -> None:
        if self.stage.pictures.arrived():
            self._redraw = True
        if self.passing:
            # Nothing moves on a page that does not lie there yet.
            self._busy_until = self._last + 1.0
            self._passing.step(passed)
            self._redraw = self._redraw or not self.passing
            return
        if self.top.step(passed):
            self._busy_until = self._last + 1.0
        if self.top.stamped:
            self.turned += ("stamp",)
        if self.stage.theatre.step(passed, self.stage.settings.reduced_motion):
            self._redraw = True
            self._busy_until = self._last + 1.0
        if not self.top.ticking or self._away:
            self._owed = 0.0
            return
        self._owed += passed
        ticks = int(self._owed / TICK + 1e-9)
        if ticks:
            self._owed = max(0.0, self._owed - ticks * TICK)
            before, seen = self._on_offer(), seen_on(self.top)
            self.top.tick(min(ticks, MOST_AT_ONCE))
            self._follow()
            self._turn(None, seen)
            after = self._on_offer()
            self._late.note(before, after, self._last)
            if after != before:
                self._reader.outlast()

    def _on_offer(self) -> Offer:
        return on_offer(self.stage.session.view(), getattr(self.top, "focus", None))

    def _follow(self) -> None:
        """Time may have led to another kind of screen."""
        kinds = getattr(self.top, "kinds", None)
        if kinds is not None and self.stage.session.view().kind not in kinds:
            self._change(Reset(ways.next_page(self.stage)))

    def _draw(self) -> None:
        surface = pygame.display.get_surface()
        if surface is None:
            return
        if surface.get_size() != self.stage.size:
            self._resize()
        anew, self._redraw = self._redraw or self.top.dirty, False
        try:
            if self.passing:
                self._passing.draw(surface, self.top.draw, anew)
            else:
                self.top.draw(surface)
                # On a sheet, which has no picture, they would lie on what is to be read.
                over = self.top if isinstance(self.top, RunPage) and not self.top.sheet else None
                if over is not None and self.stage.settings.captions:
                    self.captions.draw(surface, over.kit, over.taken())
            if isinstance(self.top, Page):
                self.scanner.draw(surface, self.top, self.stage.kit)
        except Exception as problem:
            self._fail(problem)
            surface.fill(self.stage.kit.theme.paper)
            self._redraw = isinstance(self.top, TroublePage) and self.top.dirty
        self._flip()

    def _resize(self) -> None:
        surface = pygame.display.get_surface()
        if surface is not None and surface.get_size() != self.stage.size:
            self._passing.end()
            self.stage.resize(surface.get_size())
            self._redraw = True

    def _switch_sound(self) -> None:
        kept = self.stage.switch_sound()
        said = "The sound is off." if self.stage.settings.mute else "The sound is on."
        self.top.notice = said if kept else f"{said} That could not be written down."
        self.top.refresh()

    def _switch_full_screen(self) -> None:
        self.stage.switch_full_screen()
        self._apply_full_screen()
        self.top.refresh()

    def _apply_full_screen(self) -> None:
        self._full = self.stage.settings.full_screen
        make_window(None if self._full else (1280, 720))
        self._resize()
        self._redraw = True

    def _safely(self, act: Callable[[], None]) -> None:
        """The one place where what nobody foresaw is caught: logged, and the run goes on."""
        try:
            try:
                act()
            except GameError as problem:
                self.top.notice = str(problem)
                self.top.refresh()
        except Exception as problem:
            self._fail(problem)

    def _fail(self, problem: Exception) -> None:
        self.stage.report(problem)
        self._passing.end()
        if isinstance(self.top, TroublePage):
            self.top.dirty = False
            return
        self.screens = [TroublePage(self.stage)]
        self._redraw = True
