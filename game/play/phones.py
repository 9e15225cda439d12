"""The phone over the place: what it shows now, as far as the view policy lets it.

In a run whose score is hidden, an app has no figures and a ranking is not there at all.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from game.play import policy
from game.play.phone_view import Lit, Phone, Rank, Row, Standing
from game.scoring.moments import in_force
from game.story import calendar
from game.story.phones import YOU, PhoneSpec
from game.story.prose import Line
from game.story.systems import Rule, System

if TYPE_CHECKING:
    from game.play.run import Run

_NUMBER = re.compile(r"-?[0-9][0-9,]*")


def phone(run: Run) -> Phone | None:
    """The phone of the scene: the first that holds and has something to show."""
    if run.state.phase != "scene":
        return None
    found = (
        _phone(run, spec) for spec in run.state.scene.phones if policy.holds(run, spec.shown_if)
    )
    return next((one for one in found if one is not None), None)


def _phone(run: Run, spec: PhoneSpec) -> Phone | None:
    match spec.shows:
        case "app":
            return _app(run, spec)
        case "ranking":
            return _ranking(run, spec)
        case "chat":
            return _chat(run, spec)
        case "call":
            return _call(run, spec)


def _clock(run: Run) -> str | None:
    return run.facts.clock if run.state.life in run.state.clocks else None


# --- what people say ----------------------------------------------------------------------------


def _said(run: Run, spec: PhoneSpec) -> tuple[Line, ...]:
    """The phone's own lines, or what is spoken in the scene: with `person`, between the two."""
    if spec.text is not None:
        return spec.text.lines(run.facts)
    spoken = (line for line in run.state.lines if line.speaker is not None)
    return tuple(line for line in spoken if not spec.person or line.speaker in (spec.person, YOU))


def _name(run: Run, person: str) -> str:
    return run.story.people.get(person, person)


def _chat(run: Run, spec: PhoneSpec) -> Phone | None:
    said = _said(run, spec)
    if not said:
        return None
    people = [spec.person] if spec.person else [line.speaker or "" for line in said]
    others = dict.fromkeys(_name(run, id) for id in people if id and id != YOU)
    title = spec.name or ", ".join(others)
    return Phone("chat", title, _clock(run), said, YOU, spec.voice, cards=_cards(said))


def _call(run: Run, spec: PhoneSpec) -> Phone | None:
    said = _said(run, spec)
    others = [line.speaker for line in said if line.speaker not in (None, YOU)]
    person = spec.person or next(iter(others), None)
    if person is None:
        return None
    minutes = None
    if spec.since is not None:
        minutes = (run.facts.minute - spec.since) % calendar.DAY
    name = _name(run, person)
    return Phone("call", name, _clock(run), said, YOU, minutes=minutes, cards=_cards(said))


def _cards(said: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(card for line in said for card in line.cards)


# --- what is counted ----------------------------------------------------------------------------


def _holder(run: Run, system: System) -> str | None:
    """Whose standing may be shown, if any may."""
    holder = run.state.books.holder_for(system.id, run.state.life)
    return holder if policy.announced(run, system) else None


def _app(run: Run, spec: PhoneSpec) -> Phone | None:
    system = run.story.systems[spec.system]
    holder = _holder(run, system)
    if holder is None:
        read = () if spec.text is None else spec.text.lines(run.facts)
        return Phone("app", system.name, _clock(run), read, cards=_cards(read))
    score, lit = policy.score(run, system, holder), _lit(run, system)
    standing = Standing(score.value, score.unit, lit=lit)
    rows: tuple[Row, ...] = ()
    if system.explains == "fully":
        gained, now = _gained(run, system, holder), run.state.now
        caps = [cap.points for cap in system.day_caps if in_force(now, cap.since, cap.until)]
        if caps:
            standing = replace(standing, today=sum(gained.values()), most=caps[0])
        rows = tuple(
            _row(run, system, rule, gained.get(rule.id, 0))
            for rule in _giving(system)
            if in_force(now, rule.since, rule.until)
        )
    return Phone("app", system.name, _clock(run), system=system.id, standing=standing, rows=rows)


def _giving(system: System) -> list[Rule]:
    """The rules that give something, in the order of the file."""
    return [rule for several in system.rules.values() for rule in several if rule.points > 0]


def _gained(run: Run, system: System, holder: str) -> dict[str, int]:
    """What came in today by each rule that gives, as far as it still stands."""
    today = run.state.now // calendar.DAY
    sums = {rule.id: 0 for rule in _giving(system)}
    for entry in run.state.books.entries:
        mine = (entry.system, entry.holder) == (system.id, holder)
        if mine and entry.rule in sums and entry.happened // calendar.DAY == today:
            sums[entry.rule] += entry.amount
    return sums


def _row(run: Run, system: System, rule: Rule, earned: int) -> Row:
    deed = run.story.deeds[rule.kind]
    each = f", each {rule.each} {deed.unit or ''}".rstrip() if rule.each > 1 else ""
    name = deed.name + each
    lit = rule.band is not None and run.state.books.band_lit(system.id, rule.band, run.state.now)
    times = system.bands[rule.band].times if lit and rule.band is not None else 1
    return Row(name[:1].upper() + name[1:], rule.points * times, earned, rule.most_a_day)


def _lit(run: Run, system: System) -> Lit | None:
    """The band that is lit now, and for how long."""
    books, now = run.state.books, run.state.now
    minute = calendar.minute_of_day(now)
    for band in system.bands.values():
        for first, end in books.lit_hours(system.id, band.id, now):
            if first <= minute < end:
                return Lit(band.times, calendar.hhmm(end), end - minute)
    return None


def _ranking(run: Run, spec: PhoneSpec) -> Phone | None:
    """The author's rows, and the own one among them where its figure puts it."""
    system = run.story.systems[spec.system]
    holder = _holder(run, system)
    if holder is None or spec.text is None:
        return None
    said = spec.text.lines(run.facts)
    parts = _parts(run, said)
    standing = run.state.books.standing(system.id, holder, run.state.now)
    name = run.story.people.get(YOU, run.story.lives[holder].name)
    own = Rank(None, name, policy.score(run, system, holder).value, own=True)
    below = [at for at, part in enumerate(parts) if any(_figure(row) < standing for row in part)]
    parts[below[0] if below else -1].append(own)
    ranks: list[Rank] = []
    for at, part in enumerate(parts):
        gap = [row for row in part if not row.figure]
        rows = sorted((row for row in part if row.figure), key=lambda row: (-_figure(row), row.own))
        for row in rows:
            place = len(ranks) + 1 if at == 0 else None
            ranks.append(Rank(place, row.who, row.figure, row.own))
        ranks += gap
    found = Phone("ranking", system.name, _clock(run), system=system.id, ranks=tuple(ranks))
    return replace(found, cards=_cards(said))


def _parts(run: Run, said: tuple[Line, ...]) -> list[list[Rank]]:
    """The rows, parted by what nobody says, which stands at the end of its part."""
    parts: list[list[Rank]] = [[]]
    for line in said:
        if line.speaker is None:
            parts[-1].append(Rank(None, line.text, ""))
            parts.append([])
        elif _NUMBER.match(line.text):
            parts[-1].append(Rank(None, _name(run, line.speaker), line.text))
    return parts


def _figure(row: Rank) -> int:
    found = _NUMBER.match(row.figure)
    return int(found[0].replace(",", "")) if found else 1 << 40
