"""How the scoring says dates, figures and names in its explanations."""

from __future__ import annotations

from game.scoring.records import Record
from game.story.calendar import hhmm, moment_of
from game.story.model import Story
from game.story.systems import System

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def date(at: int) -> str:
    """As 16 January 2019."""
    moment = moment_of(at)
    return f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"


def moment(at: int) -> str:
    """As 16 January 2019, 20:07."""
    return f"{date(at)}, {hhmm(at)}"


def figure(number: int) -> str:
    """As 1,300."""
    return f"{number:,}"


def were(number: int) -> str:
    """The number with its verb: "1 was", "5 were"."""
    return f"{figure(number)} {'was' if number == 1 else 'were'}"


def does_not_say(system: System) -> str:
    """All that a system says which never explains."""
    return f"{system.name} does not say."


def deed_name(story: Story, kind: str) -> str:
    """What the author calls this deed."""
    deed = story.deeds.get(kind)
    return deed.name if deed else kind


def amount_of_deed(story: Story, record: Record) -> str:
    """As “reading” (4 minutes); one of a thing without a unit is only named."""
    name = deed_name(story, record.kind)
    deed = story.deeds.get(record.kind)
    if deed is not None and deed.unit:
        one = record.quantity == 1 and not deed.unit.endswith("ss")
        unit = deed.unit.removesuffix("s") if one else deed.unit
        return f"“{name}” ({figure(record.quantity)} {unit})"
    times = "" if record.quantity == 1 else f" ({figure(record.quantity)} times)"
    return f"“{name}”{times}"


def life_name(story: Story, life: str) -> str:
    """The name of a person, household or firm."""
    return story.lives[life].name if life in story.lives else life


def where(story: Story, record: Record) -> str | None:
    """The scene's title, else the place's name, if there is either. A title that changes is
    passed over: how it read when the deed was done is not kept."""
    scene = story.scenes.get(record.scene)
    if scene is not None and scene.title is not None and scene.title.fixed:
        return scene.title.fixed
    place = record.place or (scene.place if scene else None)
    return story.places[place].name if place and place in story.places else None
