"""What nobody foresaw: kept in a log that can be sent to the makers, never thrown at players."""

from __future__ import annotations

import datetime
import traceback
from pathlib import Path

LOG = "faults.log"
LONGEST = 1_000_000
"""Bytes; a longer log is begun anew, so that an installation can run for months."""


def report(error: BaseException, folder: Path, now: datetime.datetime | None = None) -> str:
    """Add an error to the log in this folder -> one line to show."""
    what = traceback.format_exception_only(error)[-1].strip()
    log = folder / LOG
    moment = now or datetime.datetime.now()
    text = f"{moment:%Y-%m-%d %H:%M:%S}\n{''.join(traceback.format_exception(error))}\n"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        begin_anew = log.exists() and log.stat().st_size > LONGEST
        with log.open("w" if begin_anew else "a", encoding="utf-8") as file:
            file.write(text)
    except OSError as failure:
        return f"The game has failed ({what}), and no log could be written ({failure})."
    return f"The game has failed; what happened is in {log}"
