"""What is to be heard, going by nothing but what the window shows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from game.screen.instruments.phone import RINGING
from game.screen.screens.run_page import RunPage
from game.screen.settings import Settings
from game.screen.sound.captions import Captions

if TYPE_CHECKING:
    from game.play.view import Heard, View
    from game.screen.stage import Screen, Stage
    from game.screen.transitions.turns import Turn

FOLDER = Path(__file__).resolve().parents[3] / "assets" / "sounds"

RINGS = "A telephone rings."

TURNS: dict[Turn, str] = {"turned": "turn", "torn": "tear", "stamp": "stamp"}
"""The sounds of what happens to paper. A lens is quiet."""


class Ear:
    """Follows the window: the room of the place, what is heard in a scene when it opens, paper,
    pen, telephone, and the score's one note. What is heard is said in `captions`, too."""

    def __init__(self, stage: Stage) -> None:
        self._stage, self._player = stage, stage.player
        self.captions = Captions()
        self._room: tuple[Heard | None, float] = (None, 0.0)
        self._view: View | None = None
        self._scene: tuple[str, str | None] | None = None
        self._struck, self._rings = 0, False

    def follow(
        self, screens: Sequence[Screen], turned: Iterable[Turn], seconds: float, away: bool
    ) -> bool:
        """`screens`: what lies on the window, the last on top; `turned`: what went over in this
        round, which took so many `seconds`. True: other captions are to be seen now."""
        settings = self._stage.settings
        before, shown = self.captions.lines, self.captions.place is not None
        self.captions.step(seconds)
        pages = [screen for screen in screens if isinstance(screen, RunPage)]
        view = pages[-1].view if pages else None
        self._enter(None if view is None or away else view.room, settings)
        if view is not None and view is not self._view:
            self._read(view, settings)
        elif view is None:
            self._scene = None
            self.captions.clear()
        self._view = view
        for turn in turned:
            self._paper(turn, settings)
        now = self.captions.lines
        return now != before and (bool(now) or shown)

    def _enter(self, room: Heard | None, settings: Settings) -> None:
        """The room that is heard, and how loud."""
        loud = 0.0 if room is None else loudness(settings, settings.sound_rooms)
        if (room, loud) == self._room:
            return
        if room != self._room[0]:
            self.captions.clear()
            if room is not None:
                self.captions.say(room.caption)
        self._room = (room, loud)
        self._player.room(None if room is None else self._told(room), loud)

    def _read(self, view: View, settings: Settings) -> None:
        """What a new view lets be heard."""
        loud = loudness(settings, settings.sound_things)
        scene = (view.scene, view.when if view.playing is None else None)
        if view.playing is None and scene != self._scene:
            self._scene = scene
            # Who has taken a choice back has heard it before.
            for heard in () if self._stage.session.can_redo else view.heard:
                self.captions.say(heard.caption)
                self._player.once(self._told(heard), loud)
        struck = sum(told.struck for told in view.told)
        if struck > self._struck:
            self._player.once(FOLDER / "pen.ogg", loud)
        rings = any(told.key == RINGING for told in view.told)
        if rings and not self._rings:
            self.captions.say(RINGS)
            self._player.once(FOLDER / "ring.ogg", loud)
        self._struck, self._rings = struck, rings

    def _paper(self, turn: Turn, settings: Settings) -> None:
        name = TURNS.get(turn)
        if name is not None:
            loud = loudness(settings, settings.sound_things)
            self._player.once(FOLDER / f"{name}.ogg", loud)
        changes = [score.change for score in self._view.scores] if self._view else []
        if turn == "stamp" and any(changes):
            note = "up" if sum(changes) >= 0 else "down"
            loud = loudness(settings, settings.sound_score)
            self._player.once(FOLDER / f"{note}.ogg", loud)

    def _told(self, heard: Heard) -> Path:
        """A sound of the story, which lies in its folder."""
        return self._stage.session.folder / heard.file


def loudness(settings: Settings, percent: int) -> float:
    """How loud that is, 0 to 1: as an ear has it, half of the way is a quarter of the force."""
    return 0.0 if settings.mute else (percent / 100) ** 2
