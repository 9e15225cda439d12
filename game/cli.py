"""Arguments, nothing else: a verb is a module in game/commands/, opened when it is asked for.

Exit codes: 0 done; 1 something is wrong, and said; 2 mistyped arguments; 3 a fault of the
game's own; 130 stopped by Ctrl-C.
"""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable
from io import TextIOWrapper
from pathlib import Path

from game import folders
from game.errors import GameError

FEWEST_SCENES = 20
"""A smaller story than this says nothing about speed."""

Verb = Callable[[argparse.Namespace], int]


def main(argv: list[str], open_verb: Callable[[str], Verb] | None = None) -> int:
    """Run the verb in these arguments -> exit code.

    An ImportError of a package that is not the game's own is left to the door.
    """
    try:
        args = parse(argv)
    except SystemExit as end:
        return end.code if isinstance(end.code, int) else 0
    _take_any_letter()
    try:
        return (open_verb or _open)(args.verb)(args)
    except GameError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        return _reader_left()
    except Exception as error:
        if isinstance(error, ImportError) and not (error.name or "game").startswith("game"):
            raise
        from game import faults

        print(faults.report(error, folders.data()), file=sys.stderr)
        return 3


def parse(argv: list[str]) -> argparse.Namespace:
    """Arguments -> what the verb's `run` gets; ends the program on help and mistyped ones."""
    extra: list[str] = []
    if argv[:1] == ["test"] and "--" in argv:
        at = argv.index("--")
        argv, extra = argv[:at], argv[at + 1 :]
    if not argv or (argv[0].startswith("-") and argv[0] not in ("-h", "--help")):
        argv = ["play", *argv]
    args = _parser().parse_args(argv)
    args.extra = extra
    return args


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="main.py",
        description="A Thousand to Begin With: a story about living under scoring.",
        epilog="Without a verb, the game is played.",
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    play = _verb(verbs, "play", "play a story, in a window or as text")
    _add_story(play)
    play.add_argument("--text", action="store_true", help="play in this terminal, without a window")
    play.add_argument("--seed", type=int, metavar="N", help="repeat the chances of an earlier run")
    play.add_argument("--cut", metavar="NAME", help="begin one of the story's shorter cuts")
    play.add_argument("--chapter", metavar="NAME", help="begin with one of the story's chapters")
    play.add_argument(
        "--study",
        type=Path,
        metavar="FILE",
        help="let players take part in this study, if they agree to it",
    )
    play.add_argument(
        "--notes",
        action=argparse.BooleanOptionalAction,
        help="in text, keep notes of the choices or play without, and do not ask",
    )
    play.add_argument(
        "--switch",
        choices=("off", "one", "two"),
        help="play the window with one switch or with two; kept, as if set in the settings",
    )

    check = _verb(verbs, "check", "look for mistakes in a story")
    _add_story(check)
    check.add_argument("--strict", action="store_true", help="warnings count as errors")
    check.add_argument("--explain", metavar="CODE", help="what a finding such as S040 means")
    check.add_argument("--guide", action="store_true", help="all findings, as a page in Markdown")

    new = _verb(verbs, "new", "make a small story, to be changed into your own")
    new.add_argument(
        "path", type=Path, metavar="FOLDER", help="its folder; the last name is the story's id"
    )

    schema = _verb(verbs, "schema", "write what editors need to check a story as you type")
    schema.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="STORY",
        help="a story's folder, whose names the editor is to know; without it, for all stories",
    )

    results = _verb(verbs, "results", "tell what a study found, as far as it may be told")
    _add_results(results)

    bench = _verb(
        verbs, "bench", "measure how fast stories are read and played, or what the window costs"
    )
    _add_bench(bench)

    fuzz = _verb(verbs, "fuzz", "throw broken stories and wrong inputs at the game")
    _add_fuzz(fuzz)

    test = _verb(verbs, "test", "play a story's transcripts, or check the game's own code")
    test.epilog = "What follows -- is handed to pytest."
    test.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="STORY",
        help="a story's folder; without it, the game's own tests",
    )
    test.add_argument("--words", action="store_true", help="tell how long each transcript is")
    test.add_argument("--show", metavar="NAME", help="print this transcript as it is read")
    return parser


def _verb(
    verbs: argparse._SubParsersAction[argparse.ArgumentParser], name: str, does: str
) -> argparse.ArgumentParser:
    """A verb that says what it does, in the list of all verbs and in its own help."""
    return verbs.add_parser(name, help=does, description=f"{does.capitalize()}.")


def _add_story(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "path",
        nargs="?",
        type=Path,
        metavar="STORY",
        default=folders.default_story(),
        help="a story's folder; without it, the game's own story",
    )


def _add_results(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "study",
        nargs="?",
        metavar="STUDY",
        help="the file of a protocol, or the name of a study; without it, the only one there is",
    )
    verb.add_argument(
        "--story",
        type=Path,
        metavar="FOLDER",
        default=folders.default_story(),
        help="the story that is asked about, if it is not the game's own",
    )
    form = verb.add_mutually_exclusive_group()
    form.add_argument("--csv", action="store_true", help="print the figures as CSV")
    form.add_argument("--json", action="store_true", help="print everything as JSON")
    verb.add_argument(
        "--page", type=Path, metavar="FILE", help="write a page with pictures, to print or keep"
    )
    act = verb.add_mutually_exclusive_group()
    act.add_argument(
        "--demo",
        type=_amount,
        metavar="N",
        help="first let so many simulated visitors answer, in a store of their own",
    )
    act.add_argument("--erase", action="store_true", help="delete all answers to the study")
    act.add_argument(
        "--trial",
        action="store_true",
        help="try how far the statistics can be trusted: intervals, verdicts, blocks",
    )
    verb.add_argument("--yes", action="store_true", help="erase without asking")


def _add_bench(verb: argparse.ArgumentParser) -> None:
    verb.add_argument(
        "--scenes",
        type=_sizes,
        metavar="N,N",
        default=[100, 1_000, 10_000],
        help="how many scenes the stories have (100,1000,10000)",
    )
    verb.add_argument(
        "--window", action="store_true", help="measure the window instead, on the game's own story"
    )
    verb.add_argument("--json", action="store_true", help="print the figures as JSON")
    verb.add_argument("--profile", action="store_true", help="show where the time of a step goes")


def _add_fuzz(verb: argparse.ArgumentParser) -> None:
    verb.add_argument("--seed", type=int, default=1, metavar="N", help="what is thrown (1)")
    amounts = {
        "--files": (100_000, "how many broken stories (100000)"),
        "--inputs": (1_000_000, "how many inputs (1000000)"),
        "--jobs": (1, "processes (1)"),
    }
    for name, (usual, help) in amounts.items():
        verb.add_argument(name, type=_amount, default=usual, metavar="N", help=help)
    verb.add_argument("--only", type=_trial, metavar="NAME", help="one trial, such as f17 or i3")
    verb.add_argument("--keep", type=Path, metavar="FOLDER", help="put failing stories there")


def _amount(text: str) -> int:
    if not text.isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no whole number from 0 on")
    return int(text)


def _trial(text: str) -> str:
    if text[:1] not in ("f", "i") or not text[1:].isdecimal():
        raise argparse.ArgumentTypeError(f"{text} is no trial: write f17 or i3")
    return text


def _sizes(text: str) -> list[int]:
    try:
        found = [int(part) for part in text.split(",")]
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} is no list of numbers") from None
    if min(found) < FEWEST_SCENES:
        raise argparse.ArgumentTypeError(f"{FEWEST_SCENES} scenes are the least")
    return found


def _open(verb: str) -> Verb:
    run: Verb = importlib.import_module(f"game.commands.{verb}").run
    return run


def _take_any_letter() -> None:
    """What a terminal cannot write, and what is read that means no letter, becomes a mark."""
    for stream in (sys.stdin, sys.stdout):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _reader_left() -> int:
    """The program that read our output has ended; nothing more can be said to it."""
    import os

    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 1
