"""Which packages the game wants, and which are here; found out without opening any.

The door reads this at every start, so it works on folder listings: asking
importlib.metadata would cost more than the rest of the door together.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Mapping

GAME = "game"
TEST = "test"

HALF = "half"
"""The stamp of an environment that is being made, or that proved to be broken."""


def machine() -> str:
    """What binary packages depend on: the kind and version of this Python."""
    tag = sys.implementation.cache_tag or f"{sys.implementation.name}-{sys.hexversion:x}"
    return f"{tag}{getattr(sys, 'abiflags', '')} {sys.platform}"


class Wanted:
    """What a pyproject.toml pins, for each group; read only when it must be.

    Importing tomllib takes 10 ms, so a checksum of the file stands for it as long as it
    is the file from which an environment was made.
    """

    def __init__(self, pyproject: str) -> None:
        import zlib

        with open(pyproject, "rb") as file:
            self._content = file.read()
        self.checksum = f"{zlib.crc32(self._content):08x}"

    def pins(self, group: str) -> dict[str, str]:
        """Package -> exact version."""
        import tomllib

        table = tomllib.loads(self._content.decode())
        if group == GAME:
            pins = table["project"]["dependencies"]
        else:
            pins = table["dependency-groups"][group]
        return dict(pin.split("==") for pin in pins)

    def stamp(self, group: str) -> str:
        """What a whole environment says of itself; see `is_current`."""
        pins = (f"{name}=={version}" for name, version in self.pins(group).items())
        return "\n".join((self.checksum, machine(), *pins))

    def is_current(self, stamp: str, group: str) -> bool:
        """Whether an environment with this stamp has what is wanted of this group."""
        checksum, _, rest = stamp.partition("\n")
        if checksum == self.checksum:
            return rest.partition("\n")[0] == machine()
        return rest == self.stamp(group).partition("\n")[2]


def python_of(folder: str) -> str:
    """The interpreter of an environment."""
    if os.name == "nt":
        return os.path.join(folder, "Scripts", "python.exe")
    return os.path.join(folder, "bin", "python")


def stamp_file(folder: str, group: str) -> str:
    """Where an environment says for which pins it was made."""
    return os.path.join(folder, f"a-thousand-{group}.stamp")


def write_stamp(folder: str, group: str, text: str) -> None:
    """Say of an environment what it holds."""
    with open(stamp_file(folder, group), "w", encoding="utf-8") as file:
        file.write(text)


def is_ready(folder: str, wanted: Wanted, groups: Iterable[str]) -> bool:
    """Whether this environment is whole and has what is wanted of these groups."""
    for group in groups:
        try:
            with open(stamp_file(folder, group), encoding="utf-8") as file:
                stamp = file.read()
        except (OSError, UnicodeDecodeError):
            return False
        if not wanted.is_current(stamp, group):
            return False
    return os.path.exists(python_of(folder))


def found(path: Iterable[str]) -> dict[str, tuple[str, str]]:
    """Installed packages, in the order in which imports would find them.

    Normal name -> (version, folder).
    """
    here: dict[str, tuple[str, str]] = {}
    for folder in path:
        try:
            names = os.listdir(folder or ".")
        except OSError:
            continue
        for name in names:
            stem, kind = os.path.splitext(name)
            if kind in (".dist-info", ".egg-info") and "-" in stem:
                package, version = stem.split("-")[:2]
                here.setdefault(normal(package), (version, folder))
    return here


def normal(name: str) -> str:
    """One spelling for a package's name."""
    return name.lower().replace("-", "_").replace(".", "_")


def has(here: Mapping[str, tuple[str, str]], pins: Mapping[str, str], exact: bool) -> bool:
    """Whether all pins are met: by that version, or by a later one unless `exact`."""
    for name, version in pins.items():
        there = here.get(normal(name), ("", ""))[0]
        if there != version and (exact or not follows(there, version)):
            return False
    return True


def at_least(there: str, wanted: str) -> bool:
    """Whether a version is the wanted one or a later one."""
    return _numbers(there) >= _numbers(wanted)


def follows(there: str, pinned: str) -> bool:
    """Whether a version is at least the pinned one, without a new first number."""
    return at_least(there, pinned) and _numbers(there)[0] == _numbers(pinned)[0]


def _numbers(version: str) -> list[int]:
    return [int(part) for part in version.split(".") if part.isdigit()]


def opens(here: Mapping[str, tuple[str, str]]) -> bool:
    """Whether `import pygame` would open pygame-ce, and `import yaml` a yaml with libyaml."""
    from importlib.machinery import EXTENSION_SUFFIXES

    order = list(here)
    ours, original = here["pygame_ce"][1], here.get("pygame")
    # Both live in a folder "pygame": side by side, whichever was installed last has won.
    if original and (original[1] == ours or order.index("pygame") < order.index("pygame_ce")):
        return False
    quick = os.path.join(here["pyyaml"][1], "yaml", "_yaml")
    return os.path.exists(os.path.join(ours, "pygame", "__init__.py")) and any(
        os.path.exists(quick + suffix) for suffix in EXTENSION_SUFFIXES
    )
