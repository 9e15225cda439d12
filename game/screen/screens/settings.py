"""Settings: used at once and kept."""

from __future__ import annotations

from dataclasses import replace

from game.screen.page import Page
from game.screen.settings import TEXT_SIZES
from game.screen.stage import Change, Pop
from game.screen.widgets import Block, Strip, Words

_SWITCHES = {
    "reduced_motion": "Reduced motion",
    "high_contrast": "High contrast",
    "untimed": "No time limits",
    "full_screen": "Full screen",
}
"""Settings that are on or off, and what they are called."""


class SettingsPage(Page):
    """The text on this page is in the size that is set."""

    def blocks(self) -> list[Block]:
        now = self.stage.settings
        return [
            Words("Settings", "strong", "title"),
            Words(f"The text is {now.text_size} of {TEXT_SIZES[-1]}.", "story", "text", "quiet", 0),
            Strip("larger", "Larger text", open=now.text_size < TEXT_SIZES[-1]),
            Strip("smaller", "Smaller text", open=now.text_size > TEXT_SIZES[0], before=1.1),
            *(
                Strip(key, f"{text}: {'on' if getattr(now, key) else 'off'}", before=1.1)
                for key, text in _SWITCHES.items()
            ),
        ]

    def act(self, key: str) -> Change | None:
        now = self.stage.settings
        match key:
            case "larger":
                now = now.larger()
            case "smaller":
                now = now.smaller()
            case _ if key in _SWITCHES:
                now = replace(now, **{key: not getattr(now, key)})
            case _:
                return Pop()
        kept = self.stage.change_settings(now)
        self.notice = None if kept else "The settings could not be written down."
        self.refresh()
        place = self._place(key)
        if place is not None:
            self.column.show(place)
        return None
