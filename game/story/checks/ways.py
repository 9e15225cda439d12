"""Ways that lead nowhere: scenes never reached, no end in reach, nothing left to choose, calls
that never return."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from game.story.checks.desk import CheckDesk
from game.story.checks.graph import at_the_bottom, circles, deeper_and_deeper, ways_out
from game.story.checks.know import Knowledge, Moment
from game.story.checks.reach import beginnings, conditions
from game.story.checks.values import MOST_AT_ONCE, Wanted, possible
from game.story.expressions import Expression
from game.story.expressions.tree import Tree
from game.story.model import Choice, Scene, Story

MOST_NAMED = 4


def check_reached(at: CheckDesk) -> None:
    """Reports scenes and pools that no way from the start leads to."""
    for kind, code in (("scene", "S100"), ("pool", "S112")):
        for id in at.desk.ids.get(kind, {}):
            if id not in at.known.flows:
                at.report_id(code, kind, id)


def check_ends(at: CheckDesk) -> None:
    """Reports circles that nothing leads out of, ways back with no way there, and calls that
    are opened again and again."""
    flows = at.known.flows
    ends, returns = ways_out(flows, at.stuck)
    lost = {
        id: {to for one in out for to in (one.target, one.then) if to}
        for id, out in flows.items()
        if id not in ends and id not in returns
    }
    for group in circles({id: [to for to in out if to in lost] for id, out in lost.items()}):
        if all(to in group or to not in lost for id in group for to in lost[id]):
            first, told = _named(at.story, group)
            at.report_id("S135", "scene", first, scenes=told)
    starts = (at.story.starts, *(begin.scene for begin in beginnings(at.story)))
    bottom = at_the_bottom(flows, returns, starts)
    for id in flows:
        if id in bottom and any(one.sort == "return" for one in flows[id]):
            at.report_id("S137", "scene", id)
    for group in deeper_and_deeper(flows):
        calling = [id for id in group if any(one.sort == "call" for one in flows[id])]
        first, _ = _named(at.story, calling)
        at.report_id("S138", "scene", first, scenes=_named(at.story, group)[1])


def check_left(at: CheckDesk) -> None:
    """Reports scenes where all choices may be gone or shut at once."""
    for id in at.known.flows:
        if id in at.stuck and len(at.story.scenes[id].choices) <= MOST_AT_ONCE:
            at.report_id("S136", "scene", id)


def stuck_scenes(story: Story, known: Knowledge, among: Collection[str]) -> frozenset[str]:
    """The scenes among these where all choices may be gone or shut at once."""
    scenes = (story.scenes[id] for id in among if id in story.scenes)
    return frozenset(one.id for one in scenes if one.choices and may_be_stuck(one, known))


def may_be_stuck(scene: Scene, known: Knowledge) -> bool:
    """Whether all its choices may be gone or shut at once."""
    again = known.again is None or scene.id in known.again
    if any(not (one.once and again) and not conditions(one) for one in scene.choices):
        return False
    wanted: list[Wanted] = []
    for choice in scene.choices:
        asked = _asked(scene, choice, again)
        tree = asked[0]
        for one in asked[1:]:
            tree = Tree("and", "flag", 1, parts=(tree, one))
        wanted.append((Expression(tree, "", choice.source), False))
    return possible(wanted, known.at(Moment(scene)))


def _asked(scene: Scene, choice: Choice, again: bool) -> list[Tree]:
    trees = [one.tree for one, _ in conditions(choice)]
    if choice.once and again:
        # Used or not: as free as whether a band is lit, and no band has such a name.
        used = Tree("band", "flag", 1, f"<{scene.id} {choice.id}>")
        trees.append(Tree("not", "flag", 1, parts=(used,)))
    return trees


def _named(story: Story, group: Iterable[str]) -> tuple[str, str]:
    """The first scene of the group in the files, and some of them in words."""
    scenes = _in_order(story, set(group))
    more = len(scenes) - MOST_NAMED
    told = ", ".join(scenes[:MOST_NAMED]) + (f" and {more} more" if more > 0 else "")
    return scenes[0], told


def _in_order(story: Story, ids: Collection[str]) -> list[str]:
    if len(ids) > 1_000:
        return [id for id in story.scenes if id in ids]
    return sorted(
        (id for id in ids if id in story.scenes), key=lambda id: (story.scenes[id].source, id)
    )
