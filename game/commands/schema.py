"""`schema [STORY]`: what editors need to complete, explain and check a story's files."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from game.commands import wiring
from game.commands.say import no_story
from game.errors import GameError
from game.story.schema import schema
from game.story.survey import Known, survey

PLACE = ".schema/story.json"
"""Below the story's folder. The loader does not look into folders that begin with a dot."""


def run(args: argparse.Namespace) -> int:
    """Exit code 0; 1 if the schema cannot be written; 2 if there is no story there."""
    folder: Path | None = args.path
    if folder is None:
        print(_written(Known()))
        return 0
    if not (folder / "story.yaml").is_file():
        print(no_story(folder))
        return 2
    path = folder / PLACE
    try:
        path.parent.mkdir(exist_ok=True)
        path.write_text(_written(survey(folder)) + "\n", encoding="utf-8")
    except OSError as error:
        raise GameError(f"{path} cannot be written: {error.strerror}.") from None
    print(
        f"{path} is written; write it again when the story has new names.\n"
        "In VS Code with the extension YAML, open the story's folder and put this into\n"
        f'.vscode/settings.json: {{"yaml.schemas": {{"{PLACE}": "**/*.yaml"}}}}; elsewhere\n'
        f"begin {folder / 'story.yaml'} with: # yaml-language-server: $schema={PLACE}"
    )
    return 0


def _written(known: Known) -> str:
    return json.dumps(schema(known, wiring.SPECS), indent=1, ensure_ascii=False)
