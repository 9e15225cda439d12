"""The file of a study: what stands in it, how it is opened, and what its faults mean to people."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from game.mirror.study.store import StoreError

OURS = 0x31303030
"""Tells a store from the databases of other programs: "1000"."""
VERSION = 1
PATIENCE = 5.0
"""Seconds that one process waits while another writes."""

SCHEMA = """
-- One row. `begun`: so many runs, those that were removed among them.
CREATE TABLE study (
    protocol TEXT NOT NULL,
    seed TEXT NOT NULL,
    simulated INTEGER NOT NULL,
    begun INTEGER NOT NULL
);
-- The two arms, the yardstick first. Both counts follow the runs.
CREATE TABLE arms (
    number INTEGER PRIMARY KEY,
    word TEXT NOT NULL,
    started INTEGER NOT NULL,
    finished INTEGER NOT NULL
);
-- The ids of pairs, statements, stakes and options, each once.
CREATE TABLE words (number INTEGER PRIMARY KEY, word TEXT NOT NULL UNIQUE);
-- `counted`: whether the answer to the question that is compared counts; null before it is given.
-- `lasted`: whole hours until the run came to its end; null before.
CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    arm INTEGER NOT NULL,
    hour INTEGER NOT NULL,
    counted INTEGER,
    lasted INTEGER
);
CREATE INDEX asked ON runs (arm, number, counted) WHERE counted IS NOT NULL;
-- `later`: whole hours after the run began.
CREATE TABLE answers (
    run INTEGER NOT NULL,
    pair INTEGER NOT NULL,
    stake INTEGER NOT NULL,
    option INTEGER NOT NULL,
    place INTEGER NOT NULL,
    later INTEGER NOT NULL,
    PRIMARY KEY (run, pair, stake)
) WITHOUT ROWID;
-- How many runs gave an answer. Follows the answers.
CREATE TABLE sums (
    arm INTEGER NOT NULL,
    pair INTEGER NOT NULL,
    stake INTEGER NOT NULL,
    option INTEGER NOT NULL,
    runs INTEGER NOT NULL,
    PRIMARY KEY (arm, pair, stake, option)
) WITHOUT ROWID;

CREATE TRIGGER started AFTER INSERT ON runs BEGIN
    UPDATE arms SET started = started + 1 WHERE number = NEW.arm;
END;
CREATE TRIGGER finished AFTER UPDATE OF lasted ON runs WHEN OLD.lasted IS NULL BEGIN
    UPDATE arms SET finished = finished + 1 WHERE number = NEW.arm;
END;
CREATE TRIGGER removed AFTER DELETE ON runs BEGIN
    UPDATE arms SET started = started - 1, finished = finished - (OLD.lasted IS NOT NULL)
    WHERE number = OLD.arm;
END;
CREATE TRIGGER answered AFTER INSERT ON answers BEGIN
    INSERT INTO sums
    SELECT arm, NEW.pair, NEW.stake, NEW.option, 1 FROM runs WHERE number = NEW.run
    ON CONFLICT (arm, pair, stake, option) DO UPDATE SET runs = runs + 1;
END;
CREATE TRIGGER taken_back AFTER DELETE ON answers BEGIN
    UPDATE sums SET runs = runs - 1
    WHERE arm = (SELECT arm FROM runs WHERE number = OLD.run)
    AND pair = OLD.pair AND stake = OLD.stake AND option = OLD.option;
    DELETE FROM sums WHERE runs = 0;
END;

-- For whoever looks at the answers with other tools. `hour` is in UTC.
CREATE VIEW rows AS SELECT
    answers.run AS run,
    arms.word AS arm,
    pairs.word AS pair,
    stakes.word AS stake,
    options.word AS option,
    answers.place AS "order",
    strftime('%Y-%m-%d %H:00', (runs.hour + answers.later) * 3600, 'unixepoch') AS hour
FROM answers
JOIN runs ON runs.number = answers.run
JOIN arms ON arms.number = runs.arm
JOIN words AS pairs ON pairs.number = answers.pair
JOIN words AS stakes ON stakes.number = answers.stake
JOIN words AS options ON options.number = answers.option;
"""


def make(path: Path) -> None:
    """An empty file that only its owner reads, where there is none. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))


@contextmanager
def opened(path: Path) -> Iterator[sqlite3.Connection]:
    """The database in this file; closed again if what is done first goes wrong. Raises
    StoreError."""
    with told(path):
        if not path.is_file():
            raise StoreError(f"There is no study in {path}.")
        db = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode=rw", timeout=PATIENCE, isolation_level=None, uri=True
        )
        try:
            # A loss of power takes nothing that was said to be kept; what is removed leaves
            # noughts in its place.
            db.execute("PRAGMA synchronous = FULL")
            db.execute("PRAGMA secure_delete = ON")
            yield db
        except BaseException:
            db.close()
            raise


def is_store(db: sqlite3.Connection, path: Path) -> bool:
    """Whether it is one, and not a file into which nothing was ever written. Raises StoreError
    if it is something else, or of a newer game."""
    (things,) = db.execute("SELECT count(*) FROM sqlite_master").fetchone()
    (ours,) = db.execute("PRAGMA application_id").fetchone()
    (version,) = db.execute("PRAGMA user_version").fetchone()
    if things and ours != OURS:
        raise StoreError(
            f"{path} is no store of a study, but a database of another program. "
            "Move it somewhere else."
        )
    if things and version > VERSION:
        raise StoreError(f"{path} was made by a newer version of this game. Update the game.")
    return bool(things)


def write_schema(db: sqlite3.Connection) -> None:
    """All tables, within the transaction that is open."""
    statement = ""
    for line in SCHEMA.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            db.execute(statement)
            statement = ""
    db.execute(f"PRAGMA application_id = {OURS}")
    db.execute(f"PRAGMA user_version = {VERSION}")


@contextmanager
def told(path: Path) -> Iterator[None]:
    """What goes wrong with the file, as a StoreError."""
    try:
        yield
    except sqlite3.ProgrammingError:
        raise
    except sqlite3.Error as error:
        raise StoreError(_sentence(path, error)) from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        raise StoreError(f"The study's file {path} cannot be used: {why}.") from error


def damaged(path: Path) -> StoreError:
    """What is said of a file in which something is not as it was left."""
    return StoreError(
        f"{path} is damaged, and nothing more is kept in it. Keep a copy of it for whoever may "
        "save what is left, and begin anew under another id: study: an-id."
    )


def _sentence(path: Path, error: sqlite3.Error) -> str:
    match getattr(error, "sqlite_errorcode", sqlite3.SQLITE_ERROR) & 0xFF:
        case sqlite3.SQLITE_FULL:
            return f"The disk is full: nothing can be kept in {path}. Make room on it."
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_PERM | sqlite3.SQLITE_AUTH:
            return f"{path} may not be written to. Give yourself the right to."
        case sqlite3.SQLITE_CANTOPEN:
            return f"The folder of {path} may not be written to. Copy the file to one that may."
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return f"Another program keeps {path} for itself. Close it."
        case sqlite3.SQLITE_NOTADB:
            return f"{path} is no store of a study. Move it somewhere else."
        case sqlite3.SQLITE_IOERR:
            return f"The disk fails: {path} cannot be read or written to."
    return str(damaged(path))
