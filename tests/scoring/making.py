"""Small stories made by hand, for the tests of the scoring."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, cast

from game.scoring.asked import Asked
from game.scoring.books import Books
from game.scoring.dice import FAVOURABLE
from game.scoring.records import Deed, Entry
from game.scoring.rulebook import Rulebook
from game.story.calendar import minutes_of
from game.story.expressions import Expression, Facts
from game.story.model import Chapter, DeedKind, Life, Place, Scene, Story
from game.story.prose import Prose, constant
from game.story.source import Source
from game.story.systems import Eye, Rule, System

NOWHERE = Source("story.yaml", 1, 1)
APP = (Eye("app"),)


def at(text: str) -> int:
    """The moment written as 2019-01-16 20:07."""
    return minutes_of(datetime.strptime(text, "%Y-%m-%d %H:%M"))


def asks(condition: Callable[[Any], bool | int]) -> Expression:
    """Stands in for an author's expression."""
    return cast(Expression, condition)


class Told:
    """The facts about one holder, as far as these tests ask for them."""

    def __init__(self, life: str, now: int, books: Books, variables: dict[str, Any]) -> None:
        self.life, self.now, self.books, self.variables = life, now, books, variables

    def points(self, system: str, holder: str | None = None) -> int:
        return self.books.standing(system, holder or self.life, self.now)

    def count(self, system: str, deed: str, days: int | None = None) -> int:
        since = None if days is None else self.now - days * 1440
        return self.books.count(system, deed, self.life, since, self.now)


class World:
    """Hands out facts; `variables` are what a story remembers."""

    def __init__(self, **variables: Any) -> None:
        self.variables = variables

    def about(self, life: str, now: int, books: Books) -> Facts:
        return cast(Facts, Told(life, now, books, self.variables))


WORLD: Asked = World()


class Loaded:
    """Dice that always show the same, and tell what they were asked."""

    def __init__(self, percent: int, pick: int = 0) -> None:
        self.shows, self.picks = percent, pick
        self.purposes: list[str] = []

    def percent(self, purpose: str) -> int:
        self.purposes.append(purpose)
        return self.shows

    def pick(self, purpose: str, n: int) -> int:
        self.purposes.append(purpose)
        return self.picks % n


def system(id: str = "lamp", **parts: Any) -> System:
    """A system with one eye that sees all, unless told otherwise."""
    parts.setdefault("eyes", APP)
    return System(id, parts.pop("name", "Daily Lamp"), NOWHERE, **parts)


def rules(*given: Rule) -> dict[str, tuple[Rule, ...]]:
    """Rules by their deed kind."""
    kinds: dict[str, tuple[Rule, ...]] = {}
    for rule in given:
        kinds[rule.kind] = (*kinds.get(rule.kind, ()), rule)
    return kinds


def scene(id: str, title: str | None = None, place: str | None = None) -> Scene:
    named = None if title is None else constant(title)
    return Scene(id, "one", cast(Prose, None), NOWHERE, title=named, place=place)


def story(*systems: System, lives: tuple[Life, ...] = (), scenes: tuple[Scene, ...] = ()) -> Story:
    """A story of these systems; Haifeng lives from 2019 on if nobody else is given."""
    lives = lives or (Life("haifeng", "Haifeng", starts=at("2019-01-01 00:00")),)
    kinds = {kind for each in systems for kind in each.rules}
    kinds |= {kind for each in systems for eye in each.eyes for kind in eye.sees}
    deeds = {kind: DeedKind(kind, kind.replace("-", " ")) for kind in sorted(kinds)}
    for kind in kinds:
        if kind.endswith("minutes"):
            name = kind.removesuffix("-minutes")
            deeds[kind] = DeedKind(kind, name, unit="minutes", timed=True)
    return Story(
        id="tried", title="Tried", about="", language="en", folder="", fingerprint="",
        starts="here", life=lives[0].id, people={}, lives={life.id: life for life in lives},
        variables={}, deeds=deeds, places={"crossing": Place("crossing", "the crossing")},
        cards={}, systems={each.id: each for each in systems},
        chapters={"one": Chapter("one", constant("One"))},
        scenes={each.id: each for each in scenes},
    )  # fmt: skip


def open_books(told: Story) -> Books:
    """The books of a new run of the story."""
    return Books(Rulebook(told))


def do(
    books: Books,
    kind: str,
    when: str,
    quantity: int = 1,
    *,
    by: str = "haifeng",
    place: str | None = None,
    scene: str = "here",
    life: str | None = None,
    facts: Asked = WORLD,
    dice: Any = FAVOURABLE,
) -> list[Entry]:
    """Somebody does something, and the books see it at once."""
    deed = Deed(kind, quantity, by, None, place, at(when), scene)
    return books.witness(deed, life or by, at(when), facts, dice)


def amounts(entries: list[Entry]) -> list[int]:
    return [entry.amount for entry in entries]
