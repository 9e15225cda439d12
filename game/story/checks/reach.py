"""Follows a story from its start to everything that can come of it."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from game.story.checks.know import ANYWHERE, Flow, Knowledge, Moment, all_values, first_values
from game.story.checks.values import Values, Wanted, depends_on_scene, joined, possible, values_of
from game.story.effects import Effects
from game.story.expressions import Expression
from game.story.expressions.tree import Tree
from game.story.instruments import VARIABLES, Specs
from game.story.model import WAY_ON, Beginning, Choice, Content, Play, Scene, Story, Variable
from game.story.ways import Call, End, Go, Way

STEPS_UNTIL_ANYTHING = 8
"""A number that still grows after so many rounds may grow to its bounds."""


class _Shut(NamedTuple):
    """What could not come so far: a choice, or a way from `origin` on to a scene."""

    wanted: tuple[Wanted, ...]
    moment: Moment
    origin: str
    what: Choice | str


class Explorer:
    """Fills what is known, and tries again what could not be, until nothing is new."""

    def __init__(self, story: Story, instruments: Specs) -> None:
        self.story = story
        self.known = Knowledge(story, first_values(story.variables))
        self.known.prepare()
        self.instruments = instruments
        self._queue: deque[str] = deque()
        self._shut: list[_Shut] = []
        self._sets: dict[object, tuple[str, Expression, Moment]] = {}
        self._open: set[object] = set()
        self._rounds: dict[str, int] = {}

    def run(self) -> Knowledge:
        """All that can be known."""
        self._reach(self.story.starts)
        for begin in beginnings(self.story):
            self._sets_of(begin.effects, ANYWHERE)
            self._reach(begin.scene)
        while True:
            while self._queue:
                self._visit(self._queue.popleft())
            changed = self._work_out_sets()
            shut, self._shut = self._shut, []
            for one in shut:
                self._try(one)
            if not self._queue and not changed and len(shut) == len(self._shut):
                return self.known

    def _reach(self, id: str) -> None:
        if id not in self.known.flows:
            self.known.flows[id] = {}
            self._queue.append(id)

    def _flow(self, origin: str, flow: Flow) -> None:
        self.known.flows[origin][flow] = None
        for id in (flow.target, flow.then):
            if id:
                self._reach(id)

    def _visit(self, id: str) -> None:
        pool = self.story.pools.get(id)
        if pool is not None:
            for one in pool.scenes:
                wanted = () if one.shown_if is None else ((one.shown_if, True),)
                self._try(_Shut(wanted, ANYWHERE, id, one.scene))
            if pool.otherwise is not None:
                self._flow(id, Flow("go", pool.otherwise))
            return
        scene = self.story.scenes[id]
        self._effects(scene, scene.effects)
        for told in instead_of(self.story, scene):
            self._flow(id, Flow("go", told, told=True))
        for other in scene.cuts.values():
            self._flow(id, Flow("go", other))
        if scene.way is not None:
            self.known.choices.add((id, WAY_ON))
            self._way(scene.way, Moment(scene), scene)
        for choice in scene.choices:
            self._try(_Shut(conditions(choice), Moment(scene), id, choice))

    def _try(self, one: _Shut) -> None:
        """Takes the choice or the way, now or when it has become possible."""
        moment = one.moment
        if one.wanted and not self._possible(one.wanted, moment):
            self._shut.append(one)
        elif isinstance(one.what, str):
            self._flow(one.origin, Flow("go", one.what))
        else:
            assert moment.scene is not None
            self._take(moment.scene, one.what)

    def _possible(self, wanted: tuple[Wanted, ...], moment: Moment) -> bool:
        """Remembers what is possible: that it stays."""
        if self.known.patience.is_spent():
            return True
        key = key_of(wanted, moment)
        if key not in self._open:
            if not possible(wanted, self.known.at(moment)):
                return False
            self._open.add(key)
        return True

    def _take(self, scene: Scene, choice: Choice) -> None:
        self.known.choices.add((scene.id, choice.id))
        after = Moment(scene, choice=choice.id)
        self._effects(scene, choice.effects)
        if choice.way is not None:
            self._way(choice.way, after, scene)
        if choice.play is None:
            return
        for outcome in choice.play.outcomes.values():
            self._effects(scene, outcome.effects)
            self._way(outcome.way, after, scene)
        for visited in visited_from(choice.play, self.instruments):
            self._flow(scene.id, Flow("call", visited, scene.id))
        for variable in set_by(choice.play, self.instruments):
            if variable in self.story.variables:
                self.known.values[variable] = all_values(self.story.variables[variable])

    def _way(self, way: Way, moment: Moment, scene: Scene) -> None:
        match way:
            case Go(((None, only),)):
                self._flow(scene.id, Flow("go", only))
            case Go():
                for wanted, target in branches(way):
                    self._try(_Shut(wanted, moment, scene.id, target))
            case Call(called, then):
                self._flow(scene.id, Flow("call", called, then or scene.id))
            case End():
                self._flow(scene.id, Flow("end"))
            case _:
                self._flow(scene.id, Flow("return"))

    def _effects(self, scene: Scene, effects: Effects) -> None:
        if not effects.sets and not effects.later:
            return
        self._sets_of(effects, Moment(scene))
        for later in effects.later:
            self._flow(scene.id, Flow("call", later.scene, away=True))

    def _sets_of(self, effects: Effects, moment: Moment) -> None:
        for name, value in effects.sets:
            key = (name, key_of(((value, True),), moment))
            self._sets[key] = (name, value, moment)

    def _work_out_sets(self) -> bool:
        changed: set[str] = set()
        values = self.known.values
        first = dict(values)
        for name, value, moment in self._sets.values():
            after = joined(values[name], self._bounded(name, value, moment))
            if after != values[name]:
                values[name] = after
                changed.add(name)
        for name in changed:
            self._rounds[name] = self._rounds.get(name, 0) + 1
            if self._rounds[name] > STEPS_UNTIL_ANYTHING:
                values[name] = _wider(self.story.variables[name], values[name], first[name])
        return bool(changed)

    def _bounded(self, name: str, value: Expression, moment: Moment) -> Values:
        found = values_of(value.tree, self.known.at(moment))
        variable = self.story.variables[name]
        if found is None:
            return all_values(variable)
        if not isinstance(found, tuple):
            return found
        least, most = variable.least, variable.most
        return (min(max(found[0], least), most), min(max(found[1], least), most))


def _wider(variable: Variable, now: Values, before: Values) -> Values:
    """A number that grows may grow to that bound; where it stays, it stays."""
    if not isinstance(now, tuple) or not isinstance(before, tuple):
        return now
    least = now[0] if now[0] == before[0] else variable.least
    return (least, now[1] if now[1] == before[1] else variable.most)


def beginnings(story: Story) -> Iterator[Beginning]:
    """Where runs may begin besides the story's start."""
    for id in story.chapters:
        begin = story.beginning(id)
        if begin is not None:
            yield begin


def conditions(choice: Choice) -> tuple[Wanted, ...]:
    """What must hold so that a choice can be taken."""
    asked = [one for one in (choice.shown_if, choice.needs) if one is not None]
    if choice.gate is not None:
        asked.append(Expression(Tree("gate", "flag", 1, choice.gate), choice.gate, choice.source))
    return tuple((one, True) for one in asked)


def key_of(wanted: tuple[Wanted, ...], moment: Moment) -> object:
    """The same for conditions that must come to the same."""
    texts = tuple((one.text, value) for one, value in wanted)
    return (texts, moment.key) if any(depends_on_scene(one) for one, _ in wanted) else texts


def branches(way: Go) -> Iterator[tuple[tuple[Wanted, ...], str]]:
    """Each scene of a way, with what must hold and not hold so that it is taken."""
    before: tuple[Wanted, ...] = ()
    for condition, target in way.branches:
        if condition is None:
            yield before, target
            continue
        yield (*before, (condition, True)), target
        before = (*before, (condition, False))


def instead_of(story: Story, scene: Scene) -> Iterator[str]:
    """The scenes that only tell of what is noted before this one."""
    noted: tuple[Content | None, ...] = (scene.content, story.chapters[scene.chapter].content)
    for content in noted:
        if content is not None and content.instead is not None:
            yield content.instead


def visited_from(play: Play, instruments: Specs) -> Iterator[str]:
    """The scenes that an instrument may visit."""
    spec = instruments.get(play.instrument)
    if spec is not None and spec.scenes is not None:
        yield from spec.scenes(play.parameters)


def set_by(play: Play, instruments: Specs) -> Iterator[str]:
    """The variables that an instrument may change, and ask for."""
    spec = instruments.get(play.instrument)
    if spec is not None and spec.mentions is not None:
        for kind, id in spec.mentions(play.parameters):
            if kind in VARIABLES:
                yield id
