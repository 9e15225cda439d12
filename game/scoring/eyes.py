"""Whether an eye sees a deed, and whom it takes the doer for."""

from __future__ import annotations

from game.scoring.dice import Dice, goes_wrong, happens
from game.scoring.moments import in_force, within
from game.scoring.records import Deed
from game.story.systems import Eye


def looks_there(eye: Eye, deed: Deed) -> bool:
    """Whether the eye is awake and turned to where the deed happens (conditions aside)."""
    return (
        (not eye.places or deed.place in eye.places)
        and (not eye.hours or within(deed.at, eye.hours))
        and in_force(deed.at, eye.since, eye.until)
    )


def notices(eye: Eye, dice: Dice, purpose: str) -> bool:
    """Whether what happens before the eye is noticed."""
    return happens(dice, f"{purpose}/sees", eye.chance)


def taken_for(eye: Eye, doer: str, dice: Dice, purpose: str) -> str:
    """Whom the eye believes to have done it: the doer, unless it errs."""
    if not eye.mistakes or not goes_wrong(dice, f"{purpose}/errs", eye.error):
        return doer
    return eye.mistakes[dice.pick(f"{purpose}/takes-for", len(eye.mistakes))]
