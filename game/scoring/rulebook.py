"""What of a story's systems applies to what, worked out once and shared by all copies."""

from __future__ import annotations

from collections.abc import Mapping

from game.scoring.moments import in_force
from game.story.calendar import DAY
from game.story.model import Story
from game.story.systems import Band, Eye, Rule, System


class Watch:
    """An eye. `plain`: it sees whatever comes before it, and never errs. `certain`: so it is
    where it looks, and what it saw is known at once. `open`: it is awake at any time."""

    __slots__ = ("certain", "eye", "open", "plain")

    def __init__(self, eye: Eye) -> None:
        self.eye = eye
        unsure = eye.condition is not None or eye.error > 0 or eye.chance < 100
        self.certain = not unsure and not eye.delay
        self.open = not eye.hours and eye.since is None and eye.until is None
        self.plain = not unsure and self.open and not eye.places


class Ruling:
    """A rule with its band. `plain`: it takes hold of every record, at once. `certain`: so it
    does of those that it is in force for. `foregone`: what it gives for one of a thing is
    always the same, whatever was entered before."""

    __slots__ = ("band", "certain", "foregone", "plain", "rule", "timed")

    def __init__(self, rule: Rule, system: System, timed: bool) -> None:
        self.rule = rule
        self.band: Band | None = system.bands[rule.band] if rule.band else None
        self.timed = timed
        self.certain = rule.condition is None and not rule.delay and rule.chance >= 100
        self.plain = self.certain and rule.since is None and rule.until is None
        limited = timed or rule.each != 1 or rule.most_a_day is not None or bool(system.day_caps)
        self.foregone = (
            self.plain and self.band is None and not limited and system.scale == "points"
        )


class Desk:
    """One system at work: who holds a standing in it, where it opens, what rules apply.
    `counts`: its standings are counts, which change as time passes. `accounts`: system and
    holder, by whose deeds touch the standing."""

    __slots__ = ("accounts", "by_rule", "counts", "holders", "id", "openings", "rulings", "system")

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
        self.accounts = {
            life: (system.id, holder) for life, holder in self.holders.items() if holder is not None
        }
        self.openings = _openings(story, system, self.holders)

    def day_cap(self, day: int) -> int | None:
        """The most that all rules together enter for this day; None: no limit."""
        for cap in self.system.day_caps:
            if in_force(day * DAY, cap.since, cap.until):
                return cap.points
        return None


class Course:
    """What a plain deed comes to in one system: the eyes that may see it (`eye`, if the first
    of them sees all), and its rules. Of a rule that is a foregone conclusion, `gives` holds the
    id and its points for one; of any other, the rule. `accounts`: system and holder, by who
    does it."""

    __slots__ = ("accounts", "desk", "eye", "gives", "id", "least", "most", "openings", "watches")

    def __init__(self, desk: Desk, watches: tuple[Watch, ...], rulings: tuple[Ruling, ...]) -> None:
        self.desk = desk
        self.id = desk.id
        self.accounts = desk.accounts
        self.openings = desk.openings
        self.least, self.most = desk.system.least, desk.system.most
        self.watches = watches
        self.eye = watches[0].eye.id if watches[0].plain else None
        self.gives = tuple(
            (None if ruling.foregone else ruling, ruling.rule.id, ruling.rule.points)
            for ruling in rulings
        )


Watching = tuple[tuple[Desk, tuple[Watch, ...]], ...]
"""The systems that may record a kind of deed, with the eyes that may see it."""


class Rulebook:
    """All systems of a story: worked out once, and never changed by any books.

    `watching`: by deed kind, the systems that may record it with the eyes that may see it,
    both in the order of the files. `plain`: what a deed comes to, for the kinds of which
    nobody is asked a condition, nothing is left to chance, and nothing waits. `calendars`:
    the lives that have one, and when it starts. `appraising`: by life, the systems that
    appraise its standings.
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
            if (courses := _courses(kind, watching)) is not None
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


def _courses(kind: str, watching: Watching) -> tuple[Course, ...] | None:
    """What a deed of this kind comes to in each system, if it is plain everywhere."""
    found = []
    for desk, watches in watching:
        rulings = desk.rulings.get(kind, ())
        certain = all(one.certain for one in watches) and all(one.certain for one in rulings)
        if not certain:
            return None
        found.append(Course(desk, watches, rulings))
    return tuple(found)


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
    """Where each holder begins: as declared for it, else for a member, else as the system. With
    anything at all, it begins on a list."""
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
    if system.scale == "list":
        return {holder: int(opens > 0) for holder, opens in openings.items()}
    return openings
