"""Renders the sounds of the game and of its story: `python build.py`, or with names only those.

README.md says what it needs and what the sounds are. Nothing of the game needs this to run.
"""

from __future__ import annotations

import sys
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import rooms
import soundfile
import things
from craft import RATE, Dice, Sound, loudest, loudness

HERE = Path(__file__).resolve().parent
STORY = HERE.parent.parent / "story" / "a-thousand" / "sounds"

Maker = Callable[[Dice], Sound]

GAME: dict[str, Maker] = {
    "turn": things.turn,
    "tear": things.tear,
    "stamp": things.stamp,
    "pen": things.pen,
    "ring": things.ring,
    "up": things.note(things.NOTE),
    "down": things.note(things.NOTE / 2),
}
"""What the game itself makes, wherever it is played."""

TOLD: dict[str, Maker] = {
    "hum": things.hum,
    "ring": things.ring,
    "cup": things.cup,
    "pen": things.pen,
    "paper": things.paper,
    "chair": things.chair,
}
"""What happens once in a scene of the story."""

ROOMS: dict[str, Maker] = {
    "cafe-room": rooms.cafe_room,
    "kitchen-room": rooms.kitchen_room,
    "metro-room": rooms.metro_room,
    "office-room": rooms.office_room,
    "school-room": rooms.school_room,
}
"""What is heard in a place, again and again."""

ROOM_LOUDNESS, THING_LOUDNESS = -31.0, -26.0
"""In decibels below full: of a room on average, of a thing where it is loudest."""

SOFTER = {"turn": -4.0, "pen": -3.0, "paper": -2.0, "hum": -2.0, "up": -2.0, "down": -2.0}
"""What is heard often is softer than the rest, by so many decibels."""

HIGHEST = 0.5
"""What no sample goes beyond, of 1."""

QUALITY = {"room": 0.72, "thing": 0.6}
"""How much is left out to make the files small, 0 to 1."""


def dice_for(name: str) -> Dice:
    """Chance that is the same each time the sound of this name is made."""
    return np.random.default_rng(zlib.crc32(name.encode()))


def room(name: str, make: Maker) -> Sound:
    """A loop as loud as all the others."""
    made = make(dice_for(name))
    return limited(made * 10 ** ((ROOM_LOUDNESS - loudness(made)) / 20))


def thing(name: str, make: Maker) -> Sound:
    """Something heard once, as loud as its kind."""
    dice = dice_for(name)
    made = things.in_room(dice, make(dice))
    wanted = THING_LOUDNESS + SOFTER.get(name, 0.0)
    return limited(made * 10 ** ((wanted - loudest(made)) / 20))


def limited(sound: Sound) -> Sound:
    """Its few highest peaks are rounded off."""
    return HIGHEST * np.tanh(sound / HIGHEST)


def write(target: Path, sound: Sound, quality: float) -> None:
    soundfile.write(target, sound, RATE, format="OGG", subtype="VORBIS", compression_level=quality)
    print(f"{target.name}: {len(sound) / RATE:.2f} s, {target.stat().st_size} bytes")


def main(names: list[str]) -> None:
    for folder, makers in ((HERE, GAME), (STORY, TOLD)):
        folder.mkdir(exist_ok=True)
        for name, make in makers.items():
            if not names or name in names:
                write(folder / f"{name}.ogg", thing(name, make), QUALITY["thing"])
    for name, make in ROOMS.items():
        if not names or name in names:
            write(STORY / f"{name}.ogg", room(name, make), QUALITY["room"])


if __name__ == "__main__":
    main(sys.argv[1:])
