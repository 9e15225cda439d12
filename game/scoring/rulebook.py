"""What of a story's systems applies to what, worked out once and shared by all copies."""

from __future__ import annotations

from collections.abc import Mapping

from game.scoring.moments import in_force
from game.story.calendar import DAY
from game.story.model import Story
from game.story.systems import Band, Eye, Rule, System


class Watch:
    """An eye. `plain`: it sees whatever comes before it, and never errs."""

    __slots__ = ("eye", "plain")

    def __init__(self, eye: Eye) -> None:
        self.eye = eye
        asks = eye.places or eye.hours or eye.condition or eye.error or eye.chance < 100
        self.plain = not asks and eye.since is None and eye.until is None


class Ruling:
    """A rule with its band. `plain`: it takes hold of every record, at once."""

    __slots__ = ("band", "plain", "rule", "timed")

    def __init__(self, rule: Rule, system: System, timed: bool) -> None:
        self.rule = rule
        self.band: Band | None = system.bands[rule.band] if rule.band else None
        self.timed = timed
        asks = rule.condition or rule.delay or rule.chance < 100
        self.plain = not asks and rule.since is None and rule.until is None


class Desk:
    """One system at work: who holds a standing in it, where it opens, what rules apply."""

    __slots__ = ("by_rule", "holders", "id", "openings", "rulings", "system")

    def __init__(self, system: System, story: Story) -> None:
        self.id = system.id
        self.system = system
        self.rulings: dict[str, tuple[Ruling, ...]] = {
            kind: tuple(Ruling(rule, system, _timed(story, kind)) for rule in rules)
            for kind, rules in system.rules.items()
        }
        self.by_rule = {
            ruling.rule.id: ruling for rulings in self.rulings.values() for ruling in rulings
        }
        self.holders = {life: _holder(story, system, life) for life in story.lives}
        self.openings = _openings(story, system, self.holders)

    def day_cap(self, day: int) -> int | None:
        """The most that all rules together enter for this day; None: no limit."""
        for cap in self.system.day_caps:
            if in_force(day * DAY, cap.since, cap.until):
                return cap.points
        return None


class Rulebook:
    """All systems of a story. `watching`: by deed kind, the systems that may record it
    with the eyes that may see it, both in the order of the files. `calendars`: the lives
    that have one, and when it starts."""

    __slots__ = ("band_systems", "calendars", "desks", "gate_systems", "story", "watching")

    def __init__(self, story: Story) -> None:
        self.story = story
        self.desks = {system.id: Desk(system, story) for system in story.systems.values()}
        self.watching = {
            kind: tuple(
                (desk, watches)
                for desk in self.desks.values()
                if (watches := _watches(desk.system, kind))
            )
            for kind in story.deeds
        }
        self.calendars = {
            life.id: life.starts for life in story.lives.values() if life.starts is not None
        }
        systems = story.systems.values()
        self.gate_systems = {gate: system.id for system in systems for gate in system.gates}
        self.band_systems = {band: system.id for system in systems for band in system.bands}


def _watches(system: System, kind: str) -> tuple[Watch, ...]:
    """The eyes for a deed: those that name it, and, if a rule knows it, those that see all."""
    return tuple(
        Watch(eye)
        for eye in system.eyes
        if kind in eye.sees or (not eye.sees and kind in system.rules)
    )


def _timed(story: Story, kind: str) -> bool:
    deed = story.deeds.get(kind)
    return deed is not None and deed.timed


def _holder(story: Story, system: System, life: str) -> str | None:
    """Whose standing a record about this life touches: its own, its household's, its firm's."""
    for holder in (life, *story.lives[life].of):
        if holder in story.lives and story.lives[holder].kind == system.keeps:
            return holder
    return None


def _openings(story: Story, system: System, holders: Mapping[str, str | None]) -> dict[str, int]:
    """Where each holder begins: as declared for it, else for a member, else as the system."""
    openings: dict[str, int] = {}
    for life, holder in holders.items():
        declared = story.lives[life].opens.get(system.id)
        if (
            holder is not None
            and declared is not None
            and (life == holder or holder not in openings)
        ):
            openings[holder] = declared
    for holder in holders.values():
        if holder is not None:
            openings.setdefault(holder, system.starts_at)
    return openings
