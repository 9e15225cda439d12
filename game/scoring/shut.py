"""Why a gate is shut: what it needs, what there is, and where the rest was lost."""

from __future__ import annotations

from game.scoring import words
from game.scoring.books import Books
from game.scoring.gates import points_needed
from game.scoring.records import Entry
from game.story.model import Story
from game.story.systems import Gate, System

MOST_LOSSES = 3


def why_shut(story: Story, books: Books, gate: str, holder: str, now: int) -> list[str]:
    """The reasons, a line each, without a full stop; none if the gate is open.

    `gate` is its id; `holder` may be any life that the standing belongs to. A system that
    gives only the reason names deeds, without points; one that never explains, nothing.
    """
    system = story.systems[books.system_of_gate(gate)]
    if books.gate_open(system.id, gate, holder, now):
        return []
    if system.explains == "never":
        return [words.does_not_say(system)]
    key = books.holder_for(system.id, holder) or holder
    if system.explains == "reason":
        return _deeds(story, books, system, key)
    rules = system.gates[gate]
    lines = _list_lines(story, books, system, rules, key, now)
    standing = books.standing(system.id, key, now)
    needed = points_needed(rules, system)
    if needed is not None and standing < needed:
        asked = words.figure(needed) if rules.tier is None else f"{rules.tier} ({needed:,})"
        lines.append(f"needs {asked}; you have {words.figure(standing)}")
        lines += _losses(story, books, system, key)
    return lines


def _list_lines(
    story: Story, books: Books, system: System, gate: Gate, holder: str, now: int
) -> list[str]:
    on = books.listed(system.id, holder, now)
    if gate.listed is None or on == gate.listed:
        return []
    name = words.life_name(story, holder)
    if not on:
        return [f"{name} is not on the list"]
    put = next((e for e in reversed(_entries(books, system, holder)) if e.amount > 0), None)
    if put is None:
        return [f"{name} is on the list"]
    deed = _deed_of(story, books, put)
    reason = f", for “{deed}”" if deed else ""
    return [f"{name} has been on the list since {words.date(put.at)}{reason}"]


def _deeds(story: Story, books: Books, system: System, holder: str) -> list[str]:
    """The deeds that count against the holder, without figures."""
    named: dict[str, None] = {}
    against = 1 if system.scale == "list" else -1
    for entry in sorted(_uncorrected(books, system, holder), key=lambda e: -against * e.amount):
        deed = _deed_of(story, books, entry)
        if entry.amount * against > 0 and deed is not None:
            named[deed] = None
    if not named:
        return [f"{system.name} names no deed"]
    return [f"because of “{deed}”" for deed in list(named)[:MOST_LOSSES]]


def _losses(story: Story, books: Books, system: System, holder: str) -> list[str]:
    """The biggest losses by where they came about."""
    lost: dict[str, int] = {}
    for entry in _uncorrected(books, system, holder):
        if entry.amount < 0:
            place = _lost_where(story, books, entry)
            lost[place] = lost.get(place, 0) - entry.amount
    biggest = sorted(lost.items(), key=lambda each: -each[1])[:MOST_LOSSES]
    return [f"{words.were(points)} lost {place}" for place, points in biggest]


def _lost_where(story: Story, books: Books, entry: Entry) -> str:
    if entry.record is None:
        return f"in the appraisal of {words.date(entry.at)}"
    record = books.records[entry.record - 1]
    place = words.where(story, record)
    return f"at {place}" if place else f"for “{words.deed_name(story, record.kind)}”"


def _deed_of(story: Story, books: Books, entry: Entry) -> str | None:
    if entry.record is None:
        return None
    return words.deed_name(story, books.records[entry.record - 1].kind)


def _entries(books: Books, system: System, holder: str) -> list[Entry]:
    return [e for e in books.entries if (e.system, e.holder) == (system.id, holder)]


def _uncorrected(books: Books, system: System, holder: str) -> list[Entry]:
    """The entries that were neither taken back nor take another back."""
    entries = _entries(books, system, holder)
    corrected = {entry.corrects for entry in entries}
    return [e for e in entries if e.corrects is None and e.number not in corrected]
