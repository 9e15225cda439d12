"""Settings: used at once and kept."""

from __future__ import annotations

from game.screen.blocks.buttons import Button
from game.screen.blocks.setting_rows import GroupHead, SettingRow, Sized, sample
from game.screen.blocks.slips import Head
from game.screen.blocks.widgets import Block
from game.screen.page import Page
from game.screen.screens import ways
from game.screen.settings import TEXT_SIZES, VOLUMES, Settings
from game.screen.stage import Change, Pop

GROUPS: dict[str, dict[str, str]] = {
    "Reading": {
        "easy_type": "Typeface for easier reading",
        "high_contrast": "High contrast",
        "skip_read": "Begin at the choices where I have read before",
    },
    "Time and motion": {
        "untimed": "No time limits",
        "reduced_motion": "Reduced motion",
        "cool_down": "Half a second between presses",
    },
    "Sound": {
        "mute": "No sound",
        "sound_rooms": "Places",
        "sound_things": "Paper, pen, telephone",
        "sound_score": "The score's note",
        "captions": "Captions",
    },
    "Keys, buttons, switches": {
        "scanning": "Switches",
        "scan_seconds": "Time on each thing",
    },
    "Window": {
        "full_screen": "Full screen",
    },
}
"""Every setting but the size of the text: what it is called, group by group. A press turns it."""

_SCANNING = {
    "off": "off",
    "one": "one, the frame moves by itself",
    "two": "two, one moves the frame and one takes",
}


def in_words(settings: Settings, name: str) -> str:
    """What a setting is now."""
    value = getattr(settings, name)
    if name == "untimed" and settings.waits and not value:
        return "on, as there are switches"
    if isinstance(value, bool):
        return "on" if value else "off"
    if isinstance(value, int):
        return f"{value} of {VOLUMES[-1]}" if value else "off"
    return f"{value:g} seconds" if name == "scan_seconds" else _SCANNING[value]


def _switched(settings: Settings, name: str) -> bool | None:
    """Whether a switch is on; None for a setting that has other values."""
    value = settings.waits if name == "untimed" else getattr(settings, name)
    return value if isinstance(value, bool) else None


class SettingsPage(Page):
    """The text on this page is in the size that is set."""

    def blocks(self) -> list[Block]:
        now = self.stage.settings
        size = f"The text is {now.text_size} of {TEXT_SIZES[-1]}. All changes are kept."
        largest, least = now.text_size == TEXT_SIZES[-1], now.text_size == TEXT_SIZES[0]
        blocks: list[Block] = [
            Head("Settings", size),
            sample(),
            Sized("smaller", "Smaller text", 0.8, not least, before=1.8),
            Sized("larger", "Larger text", 1.5, not largest, beside=True, before=1.8),
        ]
        for group, names in GROUPS.items():
            blocks.append(GroupHead(group))
            blocks += [
                SettingRow(name, text, in_words(now, name), _switched(now, name))
                for name, text in names.items()
            ]
            if group == "Keys, buttons, switches":
                blocks.append(SettingRow("keys", "Keys and buttons", "change"))
        blocks.append(SettingRow("accessibility", "What is done for everybody", "read"))
        return blocks

    def bar(self) -> list[Button]:
        changed = self.stage.settings != Settings()
        return [
            Button("back", "Back", card=True),
            Button("first", "Put all back", open=changed, card=True),
        ]

    def act(self, key: str) -> Change | None:
        now = self.stage.settings
        if key == "back":
            return Pop()
        if key == "accessibility":
            return ways.accessibility(self.stage)
        if key == "keys":
            return ways.keys(self.stage)
        sizes = {"larger": 1, "smaller": -1}
        if key == "first":
            now = Settings()
        else:
            now = now.step("text_size", sizes[key]) if key in sizes else now.turn(key)
        kept = self.stage.change_settings(now)
        self.notice = None if kept else "The settings could not be written down."
        self.refresh()
        self.bring(key)
        return None
