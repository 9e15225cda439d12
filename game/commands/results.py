"""`results [STUDY] [--csv | --json] [--page FILE] [--demo N] [--erase [--yes]] [--trial]`: what a
study found, as far as it may be told."""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from game import folders
from game.commands import wiring
from game.commands.say import no_story
from game.commands.studies import store_of
from game.errors import GameError
from game.keeping import write_page
from game.mirror.study import forms, trial
from game.mirror.study.page import page
from game.mirror.study.protocol import Study
from game.mirror.study.reading_protocol import read_study
from game.mirror.study.report import Report, report
from game.mirror.study.simulated import fill
from game.mirror.study.sqlite_store import erase, open_kept, open_store
from game.mirror.study.store import Counts
from game.play.pairs import options
from game.play.run import Run
from game.story.load import load
from game.story.model import Story
from game.story.prose.pieces import unmarked

PROTOCOLS = (".yaml", ".yml")
SIMULATED = "-simulated"
"""What the name of a store of simulated visitors ends with."""
STUDIES_DRAWN = 20_000
SEED = 1
"""Simulated visitors, and drawn studies, come out alike each time."""


def run(args: argparse.Namespace) -> int:
    """Exit code 0; 1 if nothing was erased; 2 if it is not clear which study is meant, or there
    is no such story. Raises GameError."""
    if args.trial:
        for line in trial.told(random.Random(SEED).random, STUDIES_DRAWN):
            print(line, flush=True)
        return 0
    if not (args.story / "story.yaml").is_file():
        print(no_story(args.story), file=sys.stderr)
        return 2
    data = folders.data()
    if args.study is None:
        args.study = _only_one(data)
        if args.study is None:
            return 2
    wanted = _wanted(args.study, args.story, data)
    if args.demo is not None:
        wanted = _demonstrated(wanted, args, data)
    if args.erase:
        return _erase(wanted.path, args.yes, input)
    return _tell(wanted, args)


@dataclass(frozen=True, slots=True)
class Wanted:
    """Where a study's answers are, and its protocol, where that was named."""

    path: Path
    study: Study | None = None


def _wanted(named: str, folder: Path, data: Path) -> Wanted:
    """Raises GameError."""
    if named.endswith(PROTOCOLS):
        study = read_study(Path(named), _story(folder))
        return Wanted(store_of(study, data), study)
    path = data / "studies" / f"{named}.sqlite"
    if path.name != f"{named}.sqlite" or not path.is_file():
        raise GameError(f"There is no study {named}. {_kept(data)}")
    return Wanted(path)


def _only_one(data: Path) -> str | None:
    """The only study that there is; else says which there are."""
    names = _names(data)
    if len(names) == 1:
        return names[0]
    which = "Which study? " if names else ""
    print(f"{which}{_kept(data)}", file=sys.stderr)
    return None


def _kept(data: Path) -> str:
    names = _names(data)
    if not names:
        return f"No answers are kept yet in {data / 'studies'}."
    return f"Answers are kept of: {', '.join(names)}."


def _names(data: Path) -> list[str]:
    return sorted(path.stem for path in (data / "studies").glob("*.sqlite"))


def _tell(wanted: Wanted, args: argparse.Namespace) -> int:
    study, counts = _counts(wanted)
    story = _story(args.story)
    if story.id == study.story:
        truths = {id: one.truth == "true" for id, one in story.statements.items()}
        told, names = report(study, counts, truths), _names_of(story)
    else:
        told, names = report(study, counts, {}), forms.Names()
        print(
            f"This is a study of the story {study.story}; name its folder for its own words: "
            "--story FOLDER.",
            file=sys.stderr,
        )
    if args.page is not None:
        write_page(args.page, page(told, names))
    print(_form(told, names, args), end="")
    return 0


def _counts(wanted: Wanted) -> tuple[Study, Counts]:
    """Raises GameError if the answers were given to another protocol than the one named."""
    if not wanted.path.is_file():
        raise GameError(f"Nobody has answered yet: there is no {wanted.path}.")
    store = open_kept(wanted.path)
    try:
        if wanted.study is not None and wanted.study.key != store.study.key:
            raise GameError(
                f"The answers in {wanted.path} were given to another protocol than this one. "
                f"Read them by name, with the protocol as it was: results {wanted.path.stem}."
            )
        return store.study, store.counts()
    finally:
        store.close()


def _form(told: Report, names: forms.Names, args: argparse.Namespace) -> str:
    if args.csv:
        return forms.as_csv(told)
    if args.json:
        return forms.as_json(told)
    if args.page is not None:
        simulated = " (simulated visitors)" if told.simulated else ""
        return f"The page{simulated} is {args.page}.\n"
    return forms.text(told, names)


def _story(folder: Path) -> Story:
    return load(folder, wiring.SPECS, wiring.cache())


def _names_of(story: Story) -> forms.Names:
    """How the story calls its pairs and their answers, at its beginning."""
    facts = Run(story, SEED, wiring.INSTRUMENTS).facts
    pairs, answers = dict[str, str](), dict[tuple[str, str], str]()
    for scene in story.scenes.values():
        if scene.pair is not None:
            pairs[scene.id] = scene.pair.name
            for choice in options(scene):
                answers[scene.id, choice.id] = unmarked(choice.text.plain(facts))
    return forms.Names(pairs, answers)


def _demonstrated(wanted: Wanted, args: argparse.Namespace, data: Path) -> Wanted:
    """A store of simulated visitors, made anew. Raises GameError."""
    if wanted.study is None:
        raise GameError("Name the protocol of the study that is to be tried: results STUDY.yaml.")
    path = store_of(wanted.study, data)
    path = path.with_name(f"{path.stem}{SIMULATED}{path.suffix}")
    erase(path)
    chance = random.Random(SEED)
    store = open_store(path, wanted.study, seed=lambda: chance.getrandbits(63), simulated=True)
    try:
        fill(store, wanted.study, _story(args.story), args.demo, chance.random)
    finally:
        store.close()
    return Wanted(path, wanted.study)


def _erase(path: Path, sure: bool, ask: Callable[[str], str]) -> int:
    """Deletes the answers, when the study's name was typed."""
    name = path.stem
    if not path.is_file():
        raise GameError(f"There is nothing to erase: there is no {path}.")
    if not sure:
        try:
            typed = ask(f"All answers to {name} will be erased. Type its name to go on: ")
        except EOFError:
            typed = ""
        if typed.strip() != name:
            print("Nothing was erased.", file=sys.stderr)
            return 1
    erase(path)
    print(
        f"Erased: {path}, and what stood beside it. What this cannot reach: a backup, pages and "
        "tables that were made of it, and what a worn disk keeps of deleted files."
    )
    return 0
