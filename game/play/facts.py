"""What conditions and texts may ask of a run (the `Facts` of `game.story.expressions`)."""

from __future__ import annotations

from collections.abc import Mapping

from game.play.dice import KeyedDice
from game.play.state import State
from game.scoring.books import Books
from game.story import calendar
from game.story.expressions.tree import WHOLE
from game.story.model import ARMS

NO_ARM = "none"
_VISITS_OF_A_PAIR = 2
"""A pair is met twice; later visits stay in the second arm."""


class RunFacts:
    """The run as a condition sees it: about `life`, at its present or at a given moment.

    `first_arms` says which arm of each pair is drawn to come first in this run; `seed` is the
    run's; `cut` is the cut of the story that it plays.
    """

    __slots__ = (
        *("_books", "_first_arms", "_life", "_now", "_passed", "_seed", "_state"),
        *("cut", "score_shown", "variables"),
    )

    def __init__(
        self,
        state: State,
        first_arms: Mapping[str, str],
        score_shown: bool,
        seed: int,
        cut: str = WHOLE,
        life: str | None = None,
        now: int | None = None,
        books: Books | None = None,
    ) -> None:
        self._state = state
        self._first_arms = first_arms
        self._seed = seed
        self._life = life
        self._now = now
        self._passed = 0
        self._books = books or state.books
        self.score_shown = score_shown
        self.cut = cut
        self.variables = state.variables

    def about(self, life: str, now: int, books: Books) -> RunFacts:
        """The same facts, asked about another holder, at its own time."""
        seed, shown, cut = self._seed, self.score_shown, self.cut
        return RunFacts(self._state, self._first_arms, shown, seed, cut, life, now, books)

    def within(self, values: Mapping[str, str | int], passed: int = 0) -> RunFacts:
        """The same facts within an instrument, whose values are among the variables. `passed`:
        minutes that its clock is ahead; what the scores say stays that of the calendar."""
        facts = self.about(self.life, self.now, self._books)
        facts.variables = {**self.variables, **values}
        facts._passed = passed
        return facts

    @property
    def life(self) -> str:
        """The life that is asked about."""
        return self._life or self._state.life

    @property
    def now(self) -> int:
        """The moment that is asked about."""
        return self._state.now if self._now is None else self._now

    @property
    def moment(self) -> int:
        """What the clock shows."""
        return self.now + self._passed

    @property
    def hour(self) -> int:
        """0 to 23."""
        return self.minute // 60

    @property
    def minute(self) -> int:
        """Of the day: 0 to 1439."""
        return calendar.minute_of_day(self.moment)

    @property
    def clock(self) -> str:
        """The time of day: 20:07."""
        return calendar.hhmm(self.moment)

    @property
    def date(self) -> str:
        """The date: 16 January 2019."""
        return calendar.date_words(self.moment)

    @property
    def weekday(self) -> str:
        """The day of the week: Wednesday."""
        return calendar.weekday(self.moment)

    def past(self, minutes: int) -> bool:
        """Whether the clock has reached the moment."""
        return self.moment >= minutes

    # --- what happened -----------------------------------------------------------------

    def visits(self, scene: str) -> int:
        """How often the scene was entered."""
        return self._state.visits.get(scene, 0)

    @property
    def turn(self) -> int:
        """Which visit of the scene that is played this is, from 1."""
        return self._state.visits.get(self._state.scene.id, 0) or 1

    def pick(self, purpose: str, n: int) -> int:
        """A draw from 0 to n - 1 for the scene that is played. All its visits draw alike,
        whoever's life they are in: a passage must not come again before its time."""
        return KeyedDice(self._seed, self._state.scene.first_id).pick(purpose, n)

    def chosen(self, scene: str, choice: str) -> bool:
        """Whether the choice was taken, at any visit."""
        return (scene, choice) in self._state.chosen

    def arm(self, scene: str) -> str:
        """The arm of the pair that was entered last."""
        return self._state.arms.get(scene, NO_ARM)

    def next_arm(self, scene: str) -> str:
        """The arm that the next visit will play."""
        visits = self.visits(scene)
        if visits >= _VISITS_OF_A_PAIR:
            return NO_ARM
        first = self._first_arms[scene]
        return first if visits == 0 else ARMS[1 - ARMS.index(first)]

    def linked(self, holder: str) -> bool:
        """Whether the life asked about is linked with this one."""
        return (self.life, holder) in self._state.links

    # --- what the scores say -------------------------------------------------------------

    def points(self, system: str, holder: str | None) -> int:
        """A standing."""
        return self._books.standing(system, holder or self.life, self.now)

    def tier(self, system: str, holder: str | None) -> str:
        """The tier of a standing."""
        return self._books.tier(system, holder or self.life, self.now)

    def listed(self, system: str, holder: str | None) -> bool:
        """Whether the holder is on the list."""
        return self._books.listed(system, holder or self.life, self.now)

    def count(self, system: str, deed: str, days: int | None) -> int:
        """Records of the deed about the life asked about, known by now, in the last days."""
        since = None if days is None else self.now - days * calendar.DAY
        return self._books.count(system, deed, self.life, since, self.now)

    def friends_under(self, system: str, number: int) -> int:
        """How many of its friends stand lower than the number."""
        friends = (b for a, b in self._state.links if a == self.life)
        return sum(self.points(system, friend) < number for friend in friends)

    def looks(self, system: str) -> int:
        """How often somebody looked at the standing of the life asked about."""
        holder = self._books.holder_for(system, self.life)
        return sum(x.system == system and x.about == holder for x in self._books.looks)

    def band(self, band: str) -> bool:
        """Whether the band is lit."""
        return self._books.band_lit(self._books.system_of_band(band), band, self.now)

    def lit_hours(self, band: str) -> tuple[tuple[int, int], ...]:
        """When the band is lit today, in minutes of the day; never, where the score is hidden."""
        if not self.score_shown:
            return ()
        return self._books.lit_hours(self._books.system_of_band(band), band, self.now)

    def gate(self, gate: str) -> bool:
        """Whether the gate is open to the life asked about."""
        system = self._books.system_of_gate(gate)
        return self._books.gate_open(system, gate, self.life, self.now)
