"""Keeps a study in one file of SQLite, which loses nothing when the power goes.

Several games may write to it at once. A store belongs to the thread that opened it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from game.mirror.study import sqlite_file
from game.mirror.study.blocks import arm_of
from game.mirror.study.kept import as_text, from_text
from game.mirror.study.protocol import ArmId, Study
from game.mirror.study.sqlite_file import damaged, told
from game.mirror.study.store import JUDGED, Answered, ArmCounts, Counts, StoreError


def open_store(
    path: Path, study: Study, *, seed: Callable[[], int], simulated: bool = False
) -> SqliteStore:
    """The store of this study in this file, which is made if it is not there. `seed`: asked
    once, for a new file; a secret that draws the arms. Raises StoreError, also where the file
    holds answers to another protocol."""
    with told(path):
        sqlite_file.make(path)
    with sqlite_file.opened(path) as db:
        sqlite_file.is_store(db, path)
        db.execute("PRAGMA journal_mode = WAL")
        with db:
            db.execute("BEGIN IMMEDIATE")
            if not sqlite_file.is_store(db, path):
                sqlite_file.write_schema(db)
                first = (as_text(study), str(seed()), simulated, 0)
                db.execute("INSERT INTO study VALUES (?, ?, ?, ?)", first)
                _write_arms(db, study)
            _check_same(db, path, study, simulated)
        return SqliteStore(path, db)


def open_kept(path: Path) -> SqliteStore:
    """The store in this file, to be read only. Raises StoreError."""
    with sqlite_file.opened(path) as db:
        if not sqlite_file.is_store(db, path):
            raise StoreError(f"Nobody has begun the study in {path} yet.")
        db.execute("PRAGMA query_only = ON")
        return SqliteStore(path, db)


def erase(path: Path) -> bool:
    """Deletes a study's file with all its answers; whether there was one. Raises StoreError if
    a game still writes to it."""
    if not path.is_file():
        return False
    # To be without a log of its own, it must be nobody else's; one that is damaged may go, too.
    try:
        with sqlite_file.opened(path) as db:
            db.execute("PRAGMA journal_mode = DELETE")
            db.close()
    except StoreError as error:
        code = getattr(error.__cause__, "sqlite_errorcode", None)
        if code == sqlite3.SQLITE_BUSY:
            raise StoreError(f"A game still keeps answers in {path}. Close it first.") from error
    with told(path):
        for ending in ("", "-wal", "-shm"):
            path.with_name(path.name + ending).unlink(missing_ok=True)
    return True


class SqliteStore:
    """A store as game.mirror.study.store has it. `study`: as it was decided."""

    def __init__(self, path: Path, db: sqlite3.Connection) -> None:
        self._path, self._db = path, db
        self.study, self._seed, self._simulated, _ = _decided(db, path)

    def start(self, run: str, hour: int) -> ArmId:
        """Its arm, by balanced blocks; the same again for a run that is known."""
        arms = self.study.arms
        with self._whole() as db:
            known = db.execute("SELECT arm FROM runs WHERE id = ?", (run,)).fetchone()
            if known is not None:
                return arms[known[0]]
            (begun,) = db.execute("SELECT begun FROM study").fetchone()
            arm = arm_of(begun, arms, self._seed)
            db.execute("UPDATE study SET begun = begun + 1")
            db.execute(
                "INSERT INTO runs (number, id, arm, hour) VALUES (?, ?, ?, ?)",
                (begun + 1, run, arms.index(arm), hour),
            )
            return arm

    def answer(self, run: str, answers: Sequence[Answered], hour: int) -> None:
        """The first answer to a question counts, unless it came after the end."""
        outcome = self.study.outcome
        with self._whole() as db:
            known = db.execute(
                "SELECT number, hour, lasted IS NOT NULL FROM runs WHERE id = ?", (run,)
            ).fetchone()
            if known is None:
                return
            number, begun, ended = known
            for one in answers:
                if ended and one.stake != JUDGED:
                    continue
                pair, stake, option = (self._word(word) for word in one[:3])
                new = db.execute(
                    "INSERT INTO answers VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
                    (number, pair, stake, option, one.order, hour - begun),
                )
                if new.rowcount and (one.pair, one.stake) == (outcome.pair, outcome.stake):
                    counts = one.option in outcome.options
                    db.execute("UPDATE runs SET counted = ? WHERE number = ?", (counts, number))

    def finish(self, run: str, hour: int) -> None:
        """Once; later ends are none."""
        with self._whole() as db:
            db.execute(
                "UPDATE runs SET lasted = ? - hour WHERE id = ? AND lasted IS NULL", (hour, run)
            )

    def remove(self, run: str) -> bool:
        """Nothing of it stays in the file, nor in what SQLite keeps beside it."""
        with self._whole() as db:
            db.execute(
                "DELETE FROM answers WHERE run = (SELECT number FROM runs WHERE id = ?)", (run,)
            )
            removed = db.execute("DELETE FROM runs WHERE id = ?", (run,)).rowcount > 0
            if removed:
                db.execute(
                    "DELETE FROM words WHERE number NOT IN "
                    "(SELECT pair FROM sums UNION SELECT stake FROM sums UNION "
                    "SELECT option FROM sums)"
                )
        if removed:
            with told(self._path):
                self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        return removed

    def counts(self) -> Counts:
        """Everything, summed up, as it was at one moment."""
        outcome, arms = self.study.outcome, self.study.arms
        with told(self._path), self._db as db:
            db.execute("BEGIN")
            cells = {
                (arms[arm], pair, stake, option): runs
                for arm, pair, stake, option, runs in db.execute(_CELLS)
            }
            ends = db.execute("SELECT started, finished FROM arms ORDER BY number").fetchall()
            first = [db.execute(_FIRST, (arm, self.study.target)).fetchone() for arm in (0, 1)]
        asked = dict.fromkeys(arms, 0)
        for (arm, pair, stake, _), runs in cells.items():
            if (pair, stake) == (outcome.pair, outcome.stake):
                asked[arm] += runs
        return Counts(
            self.study.key,
            self._simulated,
            {
                arm: ArmCounts(started, asked[arm], finished)
                for arm, (started, finished) in zip(arms, ends, strict=True)
            },
            cells,
            dict(zip(arms, first, strict=True)),
        )

    def close(self) -> None:
        """Nothing more is asked of it."""
        with suppress(sqlite3.Error):
            self._db.close()

    @contextmanager
    def _whole(self) -> Iterator[sqlite3.Connection]:
        """An act that is kept whole when this ends, or not at all."""
        with told(self._path), self._db as db:
            db.execute("BEGIN IMMEDIATE")
            yield db

    def _word(self, word: str) -> int:
        """The number of a word, which it has from now on."""
        self._db.execute("INSERT INTO words (word) VALUES (?) ON CONFLICT DO NOTHING", (word,))
        found = self._db.execute("SELECT number FROM words WHERE word = ?", (word,)).fetchone()
        number: int = found[0]
        return number


_CELLS = """
SELECT arm, pairs.word, stakes.word, options.word, runs FROM sums
JOIN words AS pairs ON pairs.number = pair
JOIN words AS stakes ON stakes.number = stake
JOIN words AS options ON options.number = option
"""
_FIRST = """
SELECT coalesce(sum(counted), 0), count(*) FROM
(SELECT counted FROM runs WHERE arm = ? AND counted IS NOT NULL ORDER BY number LIMIT ?)
"""


def _decided(db: sqlite3.Connection, path: Path) -> tuple[Study, int, bool, int]:
    """The study, the seed, whether it is simulated, and how many runs ever began."""
    row = db.execute("SELECT protocol, seed, simulated, begun FROM study").fetchone()
    try:
        protocol, seed, simulated, begun = row
        return from_text(protocol), int(seed), bool(simulated), int(begun)
    except (TypeError, ValueError) as error:
        raise damaged(path) from error


def _write_arms(db: sqlite3.Connection, study: Study) -> None:
    db.execute("DELETE FROM arms")
    db.executemany("INSERT INTO arms VALUES (?, ?, 0, 0)", enumerate(study.arms))


def _check_same(db: sqlite3.Connection, path: Path, study: Study, simulated: bool) -> None:
    """Raises StoreError if answers to this study have no place there. As long as nobody has
    begun, another protocol takes the place of the first."""
    kept, _, was_simulated, begun = _decided(db, path)
    if was_simulated != simulated:
        raise StoreError(
            f"{path} holds answers of simulated visitors. Those of people need another file."
            if was_simulated
            else f"{path} is for answers of people. Simulated ones need another file."
        )
    if kept.key == study.key:
        return
    if begun == 0:
        db.execute("UPDATE study SET protocol = ?", (as_text(study),))
        _write_arms(db, study)
    elif kept.id != study.id:
        raise StoreError(
            f"{path} holds the answers to another study, {kept.id}. Give it its name back."
        )
    else:
        raise StoreError(
            f"The protocol of {study.id} is no longer the one that its first visitors answered. "
            "Put it back as it was, or give the new one another id (study: an-id), or erase the "
            f"old answers, which are in {path}."
        )
