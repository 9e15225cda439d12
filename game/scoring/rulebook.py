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
    """A rule with its band. `plain`: it takes hold of every record, at once. `foregone`:
    then it also gives its points for each one, whatever was entered before."""

    __slots__ = ("band", "foregone", "plain", "rule", "timed")

    def __init__(self, rule: Rule, system: System, timed: bool) -> None:
        self.rule = rule
        self.band: Band | None = system.bands[rule.band] if rule.band else None
        self.timed = timed
        asks = rule.condition or rule.delay or rule.chance < 100
        self.plain = not asks and rule.since is None and rule.until is None
        by_the_day = timed or rule.each != 1 or rule.most_a_day is not None
        self.foregone = self.plain and self.band is None and not by_the_day


class Desk:
    """One system at work: who holds a standing in it, where it opens, what rules apply.
    `counts`: its standings are counts, which change as time passes."""

    __slots__ = ("by_rule", "counts", "holders", "id", "openings", "rulings", "system")

    def __init__(self, system: System, story: Story) -> None:
        self.id = system.id
        self.system = system
        self.counts = system.scale == "count"
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


class Course:
    """What a plain deed comes to in one system: which eye sees it, and what each rule gives
    for one of it, by the rule's id. `accounts`: system and holder, by who does it."""

    __slots__ = ("accounts", "eye", "gives", "least", "most", "openings", "system")

    def __init__(self, desk: Desk, eye: str, gives: tuple[tuple[str, int], ...]) -> None:
        self.system = desk.id
        self.accounts = {
            life: (desk.id, holder) for life, holder in desk.holders.items() if holder is not None
        }
        self.openings = desk.openings
        self.least, self.most = desk.system.least, desk.system.most
        self.eye = eye
        self.gives = gives


Watching = tuple[tuple[Desk, tuple[Watch, ...]], ...]
"""The systems that may record a kind of deed, with the eyes that may see it."""


class Rulebook:
    """All systems of a story: worked out once, and never changed by any books.

    `watching`: by deed kind, the systems that may record it with the eyes that may see it,
    both in the order of the files. `plain`: the kinds for which that is a foregone
    conclusion. `calendars`: the lives that have one, and when it starts. `appraising`: by
    life, the systems that appraise its standings.
    """

    __slots__ = (
        "appraising", "band_systems", "calendars", "desks", "gate_systems", "plain", "story",
        "watching",
    )  # fmt: skip

    def __init__(self, story: Story) -> None:
        self.story = story
        self.desks = {system.id: Desk(system, story) for system in story.systems.values()}
        self.watching: dict[str, Watching] = {
            kind: tuple(
                (desk, watches)
                for desk in self.desks.values()
                if (watches := _watches(desk.system, kind))
            )
            for kind in story.deeds
        }
        self.plain = {
            kind: courses
            for kind, watching in self.watching.items()
            if (courses := plain_courses(kind, watching)) is not None
        }
        self.appraising = {
            life: desks
            for life in story.lives
            if (desks := tuple(desk for desk in self.desks.values() if _appraises(desk, life)))
        }
        self.calendars = {
            life.id: life.starts for life in story.lives.values() if life.starts is not None
        }
        systems = story.systems.values()
        self.gate_systems = {gate: system.id for system in systems for gate in system.gates}
        self.band_systems = {band: system.id for system in systems for band in system.bands}

    def first_id(self, scene: str) -> str:
        """The id that draws know this scene by, whatever it is called since."""
        found = self.story.scenes.get(scene)
        return scene if found is None else found.first_id


def plain_courses(kind: str, watching: Watching) -> tuple[Course, ...] | None:
    """What a deed of this kind comes to in each system; None: that depends.

    It does not depend on anything where the first eye sees all of it at once, and where
    every rule gives its points for each one and at once, whatever the day has brought.
    """
    courses = []
    for desk, watches in watching:
        rulings = desk.rulings.get(kind, ())
        eye = watches[0].eye
        plain = watches[0].plain and not eye.delay and all(r.foregone for r in rulings)
        if not plain or desk.system.scale != "points" or desk.system.day_caps:
            return None
        gives = tuple((ruling.rule.id, ruling.rule.points) for ruling in rulings)
        courses.append(Course(desk, eye.id, gives))
    return tuple(courses)


def _appraises(desk: Desk, life: str) -> bool:
    return bool(desk.system.appraisals) and desk.holders.get(life) is not None


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
