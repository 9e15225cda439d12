"""What a score cannot see: counts and rules of what is never recorded, and scored choices that
do not say what the score sees and misses."""

from __future__ import annotations

from collections.abc import Iterator

from game.story.checks.desk import CheckDesk
from game.story.checks.values import leaves
from game.story.effects import Effects
from game.story.instruments import DEEDS
from game.story.model import Choice
from game.story.systems import System


def check_scoring(at: CheckDesk) -> None:
    """Reports all of it."""
    recorded = _recorded(at)
    _check_counts(at, recorded)
    for system in at.story.systems.values():
        _check_rules(at, system, recorded)
    _check_told(at, recorded)


def _effects(at: CheckDesk) -> Iterator[Effects]:
    for scene in at.story.scenes.values():
        yield scene.effects
        for choice in scene.choices:
            yield choice.effects


def _recorded(at: CheckDesk) -> set[tuple[str, str]]:
    """System and deed of all that can become a record: seen by an eye, written by somebody, or
    made by an instrument, of which only the deeds' names are known here."""
    found = {(record.system, record.kind) for effects in _effects(at) for record in effects.writes}
    for system in at.story.systems.values():
        for eye in system.eyes:
            found |= {(system.id, kind) for kind in eye.sees or system.rules}
    for scene in at.story.scenes.values():
        for choice in scene.choices:
            named = _deeds_of_instrument(at, choice)
            found |= {(system, kind) for system in at.story.systems for kind in named}
    return found


def _deeds_of_instrument(at: CheckDesk, choice: Choice) -> list[str]:
    """The deeds that an instrument may tell, if the choice plays one."""
    spec = at.desk.instruments.get(choice.play.instrument) if choice.play else None
    if choice.play is None or spec is None or spec.mentions is None:
        return []
    return [id for kind, id in spec.mentions(choice.play.parameters) if kind in DEEDS]


def _check_counts(at: CheckDesk, recorded: set[tuple[str, str]]) -> None:
    for one in at.asked:
        if "count" not in one.expression.text:
            continue
        for leaf in leaves(one.expression.tree):
            if isinstance(leaf.value, tuple) and leaf.value[0] == "count":
                system, deed = str(leaf.value[1]), str(leaf.value[2])
                if (system, deed) not in recorded:
                    at.report_asked("S142", one, deed=deed, system=system)


def _check_rules(at: CheckDesk, system: System, recorded: set[tuple[str, str]]) -> None:
    if not system.rules and any(not eye.sees for eye in system.eyes):
        problem = f"An eye of {system.id} sees nothing: no rule of it knows a deed."
        at.report("S143", system.source, problem=problem, hint="Give the eye sees: [a-deed].")
    for kind, rules in system.rules.items():
        if (system.id, kind) not in recorded:
            rule = rules[0]
            problem = f"The rule {rule.id} never applies: no eye of {system.id} sees {kind}."
            hint = f"Add {kind} to what an eye sees, or an eye: eyes: {{app: always}}."
            at.report("S143", rule.source or system.source, problem=problem, hint=hint)


def _check_told(at: CheckDesk, recorded: set[tuple[str, str]]) -> None:
    """Only in stories that say so anywhere."""
    scenes = at.story.scenes.values()
    if not any(_tells(one) for scene in scenes for one in scene.choices):
        return
    scored = {(id, kind) for id, system in at.story.systems.items() for kind in system.rules}
    for scene in scenes:
        for choice in scene.choices:
            told = [choice, *(one for arm in scene.arms.values() for one in arm.choices
                              if one.id == choice.id)]  # fmt: skip
            if any(one.sees or one.misses for one in told) or _each_tells(choice):
                continue
            deed = _scored_deed(choice, at, scored & recorded)
            if deed is not None:
                at.report("S141", choice.source, id=choice.id, deed=deed)


def _tells(choice: Choice) -> bool:
    outcomes = choice.play.outcomes.values() if choice.play else ()
    return any(one.sees or one.misses for one in (choice, *outcomes))


def _each_tells(choice: Choice) -> bool:
    """Whether it plays an instrument, and each outcome of that says something."""
    outcomes = choice.play.outcomes.values() if choice.play else ()
    return bool(outcomes) and all(one.sees or one.misses for one in outcomes)


def _scored_deed(choice: Choice, at: CheckDesk, scored: set[tuple[str, str]]) -> str | None:
    for deed in choice.effects.deeds:
        if deed.by is None and any((system, deed.kind) in scored for system in at.story.systems):
            return deed.kind
    for kind in _deeds_of_instrument(at, choice):
        if any((system, kind) in scored for system in at.story.systems):
            return kind
    for record in choice.effects.writes:
        if (record.system, record.kind) in scored:
            return record.kind
    return None
