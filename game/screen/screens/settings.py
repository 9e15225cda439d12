"""Settings: used at once and kept."""

from __future__ import annotations

from dataclasses import replace

from game.screen.page import Page
from game.screen.settings import TEXT_SIZES
from game.screen.stage import Change, Pop
from game.screen.widgets import Block, Strip, Words


class SettingsPage(Page):
    """The text on this page is in the size that is set."""

    def blocks(self) -> list[Block]:
        now = self.stage.settings
        return [
            Words("Settings", "strong", "title"),
            Words(f"The text is {now.text_size} of {TEXT_SIZES[-1]}.", "story", "text", "quiet", 0),
            Strip("larger", "Larger text", open=now.text_size < TEXT_SIZES[-1]),
            Strip("smaller", "Smaller text", open=now.text_size > TEXT_SIZES[0], before=1.1),
            self._switch("reduced_motion", "Reduced motion", now.reduced_motion),
            self._switch("high_contrast", "High contrast", now.high_contrast),
            self._switch("untimed", "No time limits", now.untimed),
            self._switch("full_screen", "Full screen", now.full_screen),
        ]

    def _switch(self, key: str, text: str, on: bool) -> Strip:
        return Strip(key, f"{text}: {'on' if on else 'off'}", before=1.1)

    def act(self, key: str) -> Change | None:
        now = self.stage.settings
        match key:
            case "larger":
                now = now.larger()
            case "smaller":
                now = now.smaller()
            case "reduced_motion":
                now = replace(now, reduced_motion=not now.reduced_motion)
            case "high_contrast":
                now = replace(now, high_contrast=not now.high_contrast)
            case "untimed":
                now = replace(now, untimed=not now.untimed)
            case "full_screen":
                now = replace(now, full_screen=not now.full_screen)
            case _:
                return Pop()
        kept = self.stage.change_settings(now)
        self.notice = None if kept else "The settings could not be written down."
        self.refresh()
        place = self._place(key)
        if place is not None:
            self.column.show(place)
        return None
