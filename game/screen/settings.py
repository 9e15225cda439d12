"""What a player has set."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from game.screen.kept import read_kept, write_kept

TEXT_SIZES = (26, 28, 32, 36, 40, 44, 50, 56)
"""Sizes of the story's text, in pixels on a screen 1080 pixels high."""

SCAN_SECONDS = (0.8, 1.2, 1.8, 2.5, 4.0)
"""How long the focus rests on each thing while it walks by itself."""

VOLUMES = (0, 25, 50, 75, 100)
"""How loud something is, in percent of the loudest."""

FILE = "settings.json"


def _one_of(values: tuple[Any, ...], first: Any) -> Any:
    """A setting with these values, from the least to the most; `first` until it is changed."""
    return field(default=first, metadata={"values": values})


def _switch() -> Any:
    return _one_of((False, True), False)


@dataclass(frozen=True, slots=True)
class Settings:
    """`easy_type`: a face for easier reading. `untimed`: what is played waits for the player; no
    time passes by itself. `cool_down`: after a press, the next counts only half a second later.
    `scanning`: the focus walks by itself and one switch takes, or two switches move and take;
    it rests on each thing for `scan_seconds`. `skip_read`: what was read before is passed over
    quickly. `sound_...`: how loud places are, the things in them, and the score's note.
    `captions`: what can be heard is said in words, too."""

    text_size: int = _one_of(TEXT_SIZES, 28)
    easy_type: bool = _switch()
    reduced_motion: bool = _switch()
    high_contrast: bool = _switch()
    full_screen: bool = _switch()
    untimed: bool = _switch()
    cool_down: bool = _switch()
    scanning: str = _one_of(("off", "one", "two"), "off")
    scan_seconds: float = _one_of(SCAN_SECONDS, 1.8)
    skip_read: bool = _switch()
    sound_rooms: int = _one_of(VOLUMES, 75)
    sound_things: int = _one_of(VOLUMES, 75)
    sound_score: int = _one_of(VOLUMES, 75)
    mute: bool = _switch()
    captions: bool = _one_of((False, True), True)

    @property
    def waits(self) -> bool:
        """Whether what is played waits for the player: for whoever uses switches, it always
        does."""
        return self.untimed or self.scanning != "off"

    def step(self, name: str, by: int) -> Settings:
        """The setting's next value, or with -1 the one before; the ends stay."""
        values = values_of(name)
        at = values.index(getattr(self, name)) + by
        return replace(self, **{name: values[max(0, min(at, len(values) - 1))]})

    def turn(self, name: str) -> Settings:
        """The setting's next value; after the last comes the first again."""
        values = values_of(name)
        at = values.index(getattr(self, name)) + 1
        return replace(self, **{name: values[at % len(values)]})


def values_of(name: str) -> tuple[Any, ...]:
    """All values that a setting can have, from the least to the most."""
    found = next(each for each in fields(Settings) if each.name == name)
    return tuple(found.metadata["values"])


def read_settings(folder: Path) -> Settings:
    """The settings in `folder`; what is missing or makes no sense falls back to the default."""
    found = read_kept(folder, FILE)
    if not isinstance(found, dict):
        return Settings()
    told: dict[str, Any] = {each.name: found.get(each.name) for each in fields(Settings)}
    return Settings(**{name: value for name, value in told.items() if _makes_sense(name, value)})


def _makes_sense(name: str, value: object) -> bool:
    """Whether the setting can have this value; 1 is not `true`."""
    return any(type(value) is type(each) and value == each for each in values_of(name))


def write_settings(folder: Path, settings: Settings) -> bool:
    """Keeps them, whole or not at all. False: not possible."""
    return write_kept(folder, FILE, asdict(settings))
