"""`test STORY`: checks a story, then plays every transcript that its author wrote down.

With `--words` it tells how long each of them is; with `--show NAME` it prints one of them as it
is read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path, PurePath

from game.commands import wiring
from game.commands.say import counted
from game.errors import GameError
from game.mirror.notebook import Notebook
from game.mirror.reading import mirror
from game.play import ledger
from game.play.run import Run
from game.story.desk import Findings
from game.story.load import examine
from game.story.nearest import did_you_mean
from game.text.ledger import where_it_is
from game.text.mirror import mirror_lines
from game.text.page import page, plain
from game.transcripts import play
from game.transcripts.length import length
from game.transcripts.path import screens
from game.transcripts.read import transcripts
from game.transcripts.script import Transcript
from game.transcripts.versions import Versions


def run(folder: Path, words: bool = False, show: str | None = None) -> int:
    """Exit code 0 if the story and all of its transcripts hold (with `show`, this one), else 1.
    Raises GameError if there is no transcript of that name."""
    report = examine(folder, wiring.SPECS)
    if report.story is None:
        for finding in report.diagnostics:
            print(f"{finding}\n")
        print(f"{counted(report.errors, 'error')} in {folder}: nothing was played.")
        return 1
    findings = Findings()
    told = transcripts(folder, findings)
    for finding in findings.sorted():
        print(f"{finding}\n")
    versions = Versions(folder, report.story, wiring.SPECS)
    if show is not None:
        told = [_named(show, told)]
        _print(_end_of(told[0], versions))
    failed = 0
    for one in told:
        found = play.play(one, versions, wiring.INSTRUMENTS)
        failed += bool(found)
        verdict = counted(len(found), "difference") if found else "ok"
        print(f"{one.page.path}: {one.title}: {verdict}")
        for difference in found:
            print(f"\n{difference}")
        if found:
            print("")
        elif words:
            print(f"  {_length(_end_of(one, versions))}")
    print(_closing(report.story.id, len(told), failed, findings.errors))
    return 1 if failed or findings.errors else 0


def _named(name: str, told: Sequence[Transcript]) -> Transcript:
    """The transcript in the file of this name, with or without its ending."""
    names = {PurePath(one.page.path).stem: one for one in told}
    wanted = PurePath(name).stem
    if wanted not in names:
        hint = did_you_mean(wanted, names) or f"There are {', '.join(names) or 'none'}."
        raise GameError(f"There is no transcript {wanted}. {hint}")
    return names[wanted]


def _end_of(told: Transcript, versions: Versions) -> Run:
    """The run where the transcript leaves it."""
    playthrough = play.Playthrough(told, versions, wiring.INSTRUMENTS, play.WAYS[0])
    playthrough.to_the_end()
    return playthrough.run


def _print(run: Run) -> None:
    """The path of a run as it is read, with what was done at each screen."""
    for screen in screens(run):
        for line in page(screen.view, run.story.people):
            print(line)
        done = [plain(one.text) for one in screen.view.options if one.id == screen.taken]
        if screen.ticks:
            done.append(f"({screen.ticks / 10:,} seconds pass)")
        if done:
            print(f"\n> {' '.join(done)}\n")
    for line in _last_page(run):
        print(line)
    print("")


def _length(run: Run) -> str:
    found = length(screens(run), _last_page(run))
    ending = run.state.ending
    played = f", {_minutes(found.played)} of it in instruments" if found.ticks else ""
    return (
        f"{counted(found.words, 'word')}, {_minutes(found.minutes)} minutes{played}; "
        f"{counted(found.apart, 'word')} more in notes and on the last page; "
        f"{'no ending' if ending is None else f'ending {ending}'}"
    )


def _minutes(minutes: float) -> str:
    seconds = round(minutes * 60)
    return f"{seconds // 60:,}:{seconds % 60:02}"


def _last_page(run: Run) -> Iterator[str]:
    if run.over:
        told = mirror(run, Notebook())
        yield from ["", *mirror_lines(told)] if told.pairs else ()
        yield from where_it_is(ledger.rows(run))


def _closing(story: str, played: int, failed: int, errors: int) -> str:
    if not played and not errors:
        return f"{story}: no errors, and no transcripts to play: write one into transcripts/."
    unread = f", {counted(errors, 'error')} in what could not be read" if errors else ""
    if failed:
        return f"{story}: {failed:,} of {counted(played, 'transcript')} failed{unread}."
    return f"{story}: {counted(played, 'transcript')} played in three ways: all ok{unread}."
