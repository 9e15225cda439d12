"""The log of what nobody foresaw."""

from __future__ import annotations

from pathlib import Path

from game import faults


def test_faults_are_kept_one_after_the_other(tmp_path: Path) -> None:
    for word in ("first", "second"):
        faults.report(ValueError(word), tmp_path)
    text = (tmp_path / faults.LOG).read_text(encoding="utf-8")
    assert text.index("first") < text.index("second")


def test_a_log_does_not_grow_for_ever(tmp_path: Path) -> None:
    (tmp_path / faults.LOG).write_text("x" * (faults.LONGEST + 1))
    faults.report(ValueError("new"), tmp_path)
    assert (tmp_path / faults.LOG).stat().st_size < 1000
