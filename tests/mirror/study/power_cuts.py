"""Kills a process that writes to a store, again and again, and looks what is left of its work.

python -m tests.mirror.study.power_cuts 1000
"""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from game.mirror.study.sqlite_store import open_store
from game.mirror.study.store import Answered, Store
from tests.mirror.study.model import Model
from tests.mirror.study.protocols import aiming_at

ROOT = Path(__file__).parents[3]
SEED = 7
STUDY = aiming_at(20)
ACTS_A_RUN = 6
MOST_ACTS = 60
"""Between two cuts."""
LONGEST = 20_000
"""Turns of an empty loop before a cut: about as long as an act takes."""


def act(store: Store | Model, number: int) -> None:
    """The act of this number: six a run, and every third run is removed a while later."""
    run, step = divmod(number, ACTS_A_RUN)
    id, hour = f"run-{run}", 500_000 + run
    match step:
        case 0:
            store.start(id, hour)
        case 1:
            store.answer(id, [Answered("knock", "not-at-stake", "keep", 1)], hour)
        case 2:
            option = "give" if run % 3 else "keep"
            store.answer(id, [Answered("knock", "at-stake", option, 2)], hour + 1)
        case 3:
            judged = [Answered(f"statement-{n}", "judged", "true", n) for n in (1, 2, 3)]
            store.answer(id, judged, hour + 1)
        case 4:
            store.finish(id, hour + 1)
        case _ if run % 3 == 0:
            store.remove(f"run-{run // 3}")


def write(path: Path, number: int) -> None:
    """Acts from this one on, and says of each that it is kept, until somebody ends it."""
    print("ready", flush=True)
    store = open_store(path, STUDY, seed=lambda: SEED)
    while True:
        act(store, number)
        print(number, flush=True)
        number += 1


def cut(path: Path, number: int, acts: int, turns: int) -> int:
    """Lets a process go on with this act, and kills it after so many acts and turns of an empty
    loop; the number of the first act of which it did not say that it is kept."""
    writer = subprocess.Popen(
        [sys.executable, "-m", "tests.mirror.study.power_cuts", str(path), str(number)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert writer.stdout is not None
    with writer:
        for _ in range(acts + 1):
            said = writer.stdout.readline()
            assert said, "the writer has fallen"
        for _ in range(turns):
            pass
        writer.kill()
        # Of a line that was cut off, the end is missing.
        said = "".join(line for line in [said, *writer.stdout] if line.endswith("\n"))
    last = said.split()[-1]
    return number if last == "ready" else int(last) + 1


def look(path: Path, model: Model, number: int) -> bool:
    """Compares the file with the model, which has come to this act; whether the file has come
    one further, as its word of it was lost. The model then does so, too."""
    with sqlite3.connect(path) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    db.close()
    store = open_store(path, STUDY, seed=lambda: SEED)
    ahead = False
    try:
        if store.counts() != model.counts() or rows(path) != expected(model):
            act(model, number)
            ahead = True
        assert rows(path) == expected(model)
        assert store.counts() == model.counts()
    finally:
        store.close()
    return ahead


def rows(path: Path) -> dict[str, tuple[str, bool, Counter[Answered]]]:
    """What the file has of each run."""
    db = sqlite3.connect(path)
    found: dict[str, tuple[str, bool, Counter[Answered]]] = {}
    for number, id, arm, lasted in db.execute(
        "SELECT runs.number, id, word, lasted FROM runs JOIN arms ON arms.number = arm"
    ):
        told = db.execute(
            'SELECT pair, stake, option, "order" FROM rows WHERE run = ?', (number,)
        ).fetchall()
        found[id] = arm, lasted is not None, Counter(Answered(*one) for one in told)
    db.close()
    return found


def expected(model: Model) -> dict[str, tuple[str, bool, Counter[Answered]]]:
    """What it should have."""
    return {
        id: (kept.arm, kept.finished, Counter(kept.answers.values()))
        for id, kept in model.runs.items()
    }


def cuts(folder: Path, count: int, seed: int) -> dict[str, int]:
    """Cuts the power so often, and looks after each; every tenth time while a new file is made.
    What came of it."""
    dice = Random(seed)
    told = Counter[str](cuts=count)
    for n in range(count):
        if n % 10 == 0:
            path, model, number = folder / f"{n}.sqlite", Model(STUDY, SEED), 0
        acts = 0 if n % 10 == 0 else dice.randint(1, MOST_ACTS)
        reached = cut(path, number, acts, dice.randrange(LONGEST))
        for done in range(number, reached):
            act(model, done)
        told["acts kept"] += reached - number
        if look(path, model, reached):
            told["kept, but the word of it lost"] += 1
        number = reached
    return dict(told)


if __name__ == "__main__":
    if len(sys.argv) == 3:
        write(Path(sys.argv[1]), int(sys.argv[2]))
    with TemporaryDirectory() as home:
        print(cuts(Path(home), int(sys.argv[1]), SEED))
