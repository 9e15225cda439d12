"""Last walk over a story: what can only be seen when all of it is there.

Pictures and sounds are looked for in any case. The rest needs a story without errors: what can
come is worked out from the start (reach), then each check reads that.
"""

from __future__ import annotations

from pathlib import Path

from game.story.checks.conditions import check_choices, check_conditions
from game.story.checks.desk import CheckDesk
from game.story.checks.drawings import check_drawings
from game.story.checks.files import check_files
from game.story.checks.graph import may_come_again
from game.story.checks.pairs import check_pairs
from game.story.checks.reach import Explorer
from game.story.checks.scoring import check_scoring
from game.story.checks.statements import check_statements
from game.story.checks.variables import check_variables
from game.story.checks.walk import asked
from game.story.checks.ways import check_ends, check_left, check_reached, stuck_scenes
from game.story.checks.words import check_figures, check_notes
from game.story.desk import Desk
from game.story.model import Story

MOST_EYES = 500
MOST_TERMS = 500
MOST_RULES = 200
"""Of a story, for one deed. These three bound how long one act can take."""

CHECKS = (
    check_reached,
    check_choices,
    check_conditions,
    check_left,
    check_ends,
    check_variables,
    check_pairs,
    check_statements,
    check_scoring,
    check_figures,
    check_notes,
)


def check_story(desk: Desk, story: Story, folder: Path) -> None:
    """Reports all that is wrong with the story as a whole."""
    check_files(desk, story, folder)
    check_drawings(desk, story, folder)
    _check_amounts(desk, story)
    for cut in story.cuts:
        _check_circles(desk, story, cut)
    if desk.findings.errors:
        return
    at = looked_over(desk, story)
    for check in CHECKS:
        check(at)


def looked_over(desk: Desk, story: Story) -> CheckDesk:
    """The story with all that can be known of its runs."""
    known = Explorer(story, desk.instruments).run()
    stuck = stuck_scenes(story, known, known.flows)
    known.again = may_come_again(known.flows, stuck)
    stuck = stuck_scenes(story, known, stuck)
    return CheckDesk(desk, story, known, list(asked(story, known)), stuck)


def _check_amounts(desk: Desk, story: Story) -> None:
    """Reports systems that would have too much to do when a deed is done or years go by."""
    eyes, terms, rules = 0, 0, dict.fromkeys(story.deeds, 0)
    for system in story.systems.values():
        eyes += len(system.eyes)
        terms += sum(1 + len(appraisal.terms) for appraisal in system.appraisals)
        for kind, given in system.rules.items():
            rules[kind] = rules.get(kind, 0) + len(given)
        most_rules = max(rules.values(), default=0)
        for count, things, most in (
            (eyes, "eyes", MOST_EYES),
            (terms, "terms of appraisals", MOST_TERMS),
            (most_rules, "rules for one deed", MOST_RULES),
        ):
            if count > most:
                what = "The story"
                values = {"what": what, "count": count, "things": things, "most": most}
                desk.findings.add("S028", None, system.source, **values)
                return


def _check_circles(desk: Desk, story: Story, cut: str) -> None:
    """Reports scenes that stand in for each other in the same cut."""
    walked: dict[str, str] = {}
    for first in story.scenes:
        at: str | None = first
        while at is not None and at in story.scenes and at not in walked:
            walked[at] = first
            at = story.scenes[at].cuts.get(cut)
        if at is not None and walked.get(at) == first:
            desk.report("S115", desk.ids["scene"][at], id=at, cut=cut)
