"""What a screen may use, and how it asks for another screen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import pygame

from game.screen.hands.bindings import Bindings, write_bindings
from game.screen.intents import Intent
from game.screen.kit import Kit
from game.screen.layout import SPREAD, TABLE, frame_for
from game.screen.lettering.type import Type
from game.screen.news import News
from game.screen.picture import Pictures
from game.screen.settings import Settings, write_settings
from game.screen.sound.player import Player, Silence
from game.screen.theatre import Theatre
from game.screen.theme import theme_for

if TYPE_CHECKING:
    from game.screen.session import Session


class Screen(Protocol):
    """One screen of the window. `dirty`: it must be drawn again; `notice`: what it says first, of
    what did not work or was done."""

    dirty: bool
    notice: str | None

    def handle(self, intent: Intent) -> Change | None:
        """Takes what the player means; the change of screens that follows, if any."""

    def refresh(self) -> None:
        """The run or the settings may have changed: look anew."""

    def arrive(self, back: bool = False) -> None:
        """The run has come here just now; `back`: since an act was taken back."""

    def lies(self, seconds: float) -> None:
        """It lay there for so long, on top of all others, and the player was not away."""

    def step(self, seconds: float) -> bool:
        """Lets what moves move on. True: something moves."""

    @property
    def stamped(self) -> bool:
        """Whether a mark has come down on it since it was last moved on."""

    def tick(self, ticks: int) -> None:
        """Ticks of 100 ms have passed."""

    @property
    def ticking(self) -> bool:
        """Whether it wants ticks."""

    @property
    def writing(self) -> pygame.Rect | None:
        """Where on the window letters go now, if anywhere."""

    @property
    def asking(self) -> bool:
        """Whether the next key or button is asked for as such."""

    def draw(self, surface: pygame.Surface) -> None:
        """Draws the whole window."""


@dataclass(frozen=True, slots=True)
class Push:
    """Put a screen on top."""

    screen: Screen


@dataclass(frozen=True, slots=True)
class Pop:
    """Back to the screen below; `notice` is said there."""

    notice: str | None = None


@dataclass(frozen=True, slots=True)
class Reset:
    """Leave all screens for this one. `back`: an act was taken back."""

    screen: Screen
    back: bool = False


@dataclass(frozen=True, slots=True)
class Stay:
    """The same screen shows what became of the run. `back`: an act was taken back."""

    back: bool = False


@dataclass(frozen=True, slots=True)
class Leave:
    """Close the window."""


Change = Push | Pop | Reset | Stay | Leave

ABOVE, BESIDE = 0.56, 0.5
"""How much of a window an instrument has that is drawn over the picture: above the column, and at
least so much beside it."""


@dataclass
class Stage:
    """Made once per window and handed to every screen: no globals. `play_kit`: with more room
    for what is played over the picture; `table_kit`, `spread_kit`: with wide sheets. `lesson` opens
    the story that shows how to play. `rings`: what the run has left on the table where sheets
    lie."""

    settings: Settings
    pictures: Pictures
    report: Callable[[BaseException], None]
    data: Path | None = None
    bindings: Bindings = field(default_factory=Bindings)
    kit: Kit = field(init=False)
    play_kit: Kit = field(init=False)
    table_kit: Kit = field(init=False)
    spread_kit: Kit = field(init=False)
    theatre: Theatre = field(init=False)
    type: Type = field(default_factory=Type)
    news: News = field(default_factory=News)
    rings: int = 0
    player: Player = field(default_factory=Silence)
    size: tuple[int, int] = (1280, 720)
    lesson: Callable[[], Session] | None = None
    _session: Session | None = None
    _home: Session | None = None

    def __post_init__(self) -> None:
        self.theatre = Theatre(self.pictures)
        self.resize(self.size)

    @property
    def session(self) -> Session:
        """The story and its run. Screens that need it are only opened when it is there."""
        if self._session is None:
            raise RuntimeError("no story is open")
        return self._session

    def open(self, session: Session) -> None:
        """From now on this story is played."""
        self._session = session
        session.untimed = self.settings.waits

    @property
    def visiting(self) -> bool:
        """Whether the lesson is open, and the story waits for it to end."""
        return self._home is not None

    def visit(self, lesson: Session) -> None:
        """Opens the lesson; the story waits, and is left as it is."""
        if self._session is not None:
            self._session.leave()
        home = self._home or self._session
        self.open(lesson)
        self._home = home

    def go_home(self) -> None:
        """Back from the lesson to the story, if it was left for one."""
        if self._home is not None:
            home, self._home = self._home, None
            self.open(home)

    def leave(self) -> None:
        """The window closes."""
        if self._session is not None:
            self._session.leave()

    def resize(self, size: tuple[int, int]) -> None:
        """The window has this size now."""
        self.size = size
        if self.type.easy != self.settings.easy_type:
            self.type = Type(easy=self.settings.easy_type)
        frame = frame_for(size, self.settings.text_size)
        theme = theme_for(self.settings.high_contrast)
        self.kit = Kit(self.type, theme, frame)
        played = replace(frame, share=ABOVE, least=BESIDE)
        alike = played.picture == frame.picture
        self.play_kit = self.kit if alike else Kit(self.type, theme, played)
        self.table_kit = self._wider(self.kit, TABLE)
        self.spread_kit = self._wider(self.table_kit, SPREAD)

    def _wider(self, kit: Kit, measure: int) -> Kit:
        """A kit for wider sheets than this one; the same where the window has no room for them."""
        frame = replace(kit.frame, measure=measure)
        alike = frame.sheet == kit.frame.sheet
        return kit if alike else Kit(self.type, kit.theme, frame)

    def change_settings(self, settings: Settings) -> bool:
        """Uses new settings and keeps them. False: they could not be written down."""
        self.settings = settings
        self.resize(self.size)
        if self._session is not None:
            self._session.untimed = settings.waits
        return self.data is None or write_settings(self.data, settings)

    def change_bindings(self, bindings: Bindings) -> bool:
        """Uses other keys and buttons and keeps them. False: they could not be written down."""
        self.bindings = bindings
        return self.data is None or write_bindings(self.data, bindings)

    def switch_sound(self) -> bool:
        """Mutes the sound, or lets it be heard again. False: that could not be written down."""
        return self.change_settings(replace(self.settings, mute=not self.settings.mute))

    def switch_full_screen(self) -> bool:
        """From full screen to a window, or back. False: that could not be written down."""
        now = self.settings
        return self.change_settings(replace(now, full_screen=not now.full_screen))
