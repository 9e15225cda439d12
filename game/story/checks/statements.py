"""Whether a run can be shown a statement of each truth."""

from __future__ import annotations

from typing import get_args

from game.story.checks.desk import CheckDesk
from game.story.model import Truth


def check_statements(at: CheckDesk) -> None:
    """Reports the truths that none of the story's statements has."""
    statements = at.story.statements.values()
    found = {one.truth for one in statements}
    for truth in get_args(Truth):
        if found and truth not in found:
            at.report_id("S148", "statement", next(iter(statements)).id, truth=truth)
