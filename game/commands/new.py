"""`new FOLDER`: a small story that runs, to be made into another one."""

from __future__ import annotations

import argparse
import re
import shlex
import tempfile
import unicodedata
from pathlib import Path

from game.errors import GameError
from game.story.desk import ID

TEMPLATE = Path(__file__).parent / "new_story"


def run(args: argparse.Namespace) -> int:
    """Exit code 0, or 1 (by GameError) if no story can be made there; then nothing is."""
    folder: Path = args.path
    id = folder.absolute().name
    if not ID.fullmatch(id):
        raise GameError(
            f"{id or folder} cannot be a story's id: small letters, digits and dashes, a letter "
            f"first, up to 60. {fitting(id)} could be one."
        )
    try:
        if folder.is_file() or (folder.is_dir() and any(folder.iterdir())):
            raise GameError(f"{folder} is there already, and not empty. Choose another name.")
        _make(folder, id)
    except OSError as error:
        raise GameError(f"{folder} cannot be made: {error.strerror}.") from None
    shown = shlex.quote(str(folder))
    print(
        f"{folder} holds a small story. Read its files, then change them into your own.\n"
        f"  python3 main.py play {shown}     plays it\n"
        f"  python3 main.py check {shown}    tells what is wrong with it\n"
        f"  python3 main.py test {shown}     plays what stands in its transcripts"
    )
    return 0


def fitting(name: str) -> str:
    """An id as like this name as one can be."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).lstrip("-0123456789")[:60].rstrip("-") or "my-story"


def _make(folder: Path, id: str) -> None:
    """Writes the story beside its place, and moves it there when it is whole."""
    title = id.replace("-", " ").capitalize()
    names = {"story: my-story": f"story: {id}", "title: My Story": f"title: {title}"}
    folder.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".new-", dir=folder.parent) as beside:
        made = Path(beside, id)
        for source in TEMPLATE.rglob("*.yaml"):
            text = source.read_text(encoding="utf-8")
            for old, new in names.items():
                text = text.replace(old, new, 1)
            path = made / source.relative_to(TEMPLATE)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        if folder.is_dir():
            for child in made.iterdir():
                child.rename(folder / child.name)
        else:
            made.rename(folder)
