"""Why an entry was made, in plain sentences: as far as its system explains itself."""

from __future__ import annotations

from game.scoring import words
from game.scoring.books import Books
from game.scoring.moments import lit
from game.scoring.records import Entry, Record
from game.scoring.shut import why_shut
from game.story.calendar import hhmm, span
from game.story.model import Story
from game.story.systems import Rule, System

__all__ = ["why", "why_shut"]


def why(story: Story, books: Books, entry: Entry) -> list[str]:
    """Which deed, who saw it, when it became known, under which rule, and what became of it.

    A system that explains only the reason names the deed and its corrections, no more.
    """
    system = story.systems[entry.system]
    if system.explains == "never":
        return [words.does_not_say(system)]
    fully = system.explains == "fully"
    if entry.record is None:
        return _appraisal(entry) if fully else [f"This is the appraisal of {words.date(entry.at)}."]
    record = books.records[entry.record - 1]
    lines = [_deed(story, record)]
    if entry.corrects is not None:
        lines = [_takes_back(books, entry), *lines]
    if fully:
        lines += _whom(story, record, entry)
        lines += _seen(system, record)
        lines += _known(record, entry)
        if entry.cause == "rule":
            lines += _rule(story, system, record, entry)
        lines += _note(system, record, entry)
    if entry.corrects is None and record.corrected is not None:
        lines.append(_taken_back(books, record, entry))
    if record.corrected is not None and record.wrong:
        lines.append(f"It had not been {words.life_name(story, record.about)}.")
    return lines


def _deed(story: Story, record: Record) -> str:
    place = words.where(story, record)
    there = "" if place is None else f", in “{place}”"
    what = words.amount_of_deed(story, record)
    return f"This is for {what}{there}, on {words.moment(record.happened)}."


def _whom(story: Story, record: Record, entry: Entry) -> list[str]:
    if record.about == entry.holder:
        return []
    about, holder = (words.life_name(story, life) for life in (record.about, entry.holder))
    return [f"It concerns {about} and counts for {holder}."]


def _seen(system: System, record: Record) -> list[str]:
    if record.eye is not None:
        eye = next((eye for eye in system.eyes if eye.id == record.eye), None)
        called = eye.name if eye is not None and eye.name else f"its eye “{record.eye}”"
        return [f"{system.name} saw it with {called}."]
    if record.witness is not None:
        return [f"It was written down; the witness is {record.witness}."]
    return ["It was written down; no witness is named."]


def _known(record: Record, entry: Entry) -> list[str]:
    lines = []
    if record.known > record.happened:
        later = span(record.known - record.happened)
        lines.append(f"It became known {later} later, on {words.moment(record.known)}.")
    if entry.cause == "rule" and entry.at > record.known:
        waited = span(entry.at - record.known)
        lines.append(f"The rule waited {waited}, until {words.moment(entry.at)}.")
    return lines


def _rule_of(system: System, record: Record, entry: Entry) -> Rule | None:
    rules = system.rules.get(record.kind, ())
    return next((rule for rule in rules if rule.id == entry.rule), None)


def _rule(story: Story, system: System, record: Record, entry: Entry) -> list[str]:
    rule = _rule_of(system, record, entry)
    if rule is None:
        return []
    name = words.deed_name(story, record.kind)
    if system.scale == "list":
        does = "puts the name on" if rule.points > 0 else "takes the name off"
        return [f"The rule for “{name}” {does} the list."]
    said = f"The rule for “{name}” {_gives(rule.points)}"
    if rule.each > 1:
        deed = story.deeds.get(record.kind)
        unit = f" {deed.unit}" if deed is not None and deed.unit else ""
        said += f" for each {words.figure(rule.each)}{unit}"
    if rule.most_a_day is not None:
        said += f", at most {words.figure(rule.most_a_day)} a day"
    return [f"{said}.", *_band(system, rule, entry)]


def _band(system: System, rule: Rule, entry: Entry) -> list[str]:
    if rule.band is None:
        return []
    band = system.bands[rule.band]
    if lit(band, entry.happened):
        start = hhmm(entry.happened)
        return [f"“{band.name}” was lit at {start}: {band.times} times the points."]
    return [f"“{band.name}” was not lit at {hhmm(entry.happened)}."]


def _note(system: System, record: Record, entry: Entry) -> list[str]:
    """Why less was entered than one might expect."""
    if entry.note == "rest":
        rule = _rule_of(system, record, entry)
        until = "" if rule is not None and rule.each_ever else " until midnight"
        return [f"That is not yet enough; it is kept and added up{until}."]
    if entry.note == "stands":
        return ["Another record still holds, so nothing changes."]
    if entry.note == "appraised":
        return ["An appraisal has been made since, so nothing changes."]
    if entry.note == "bound" and system.scale == "list":
        return ["It changed nothing: that was so already."]
    if not entry.note:
        return []
    limit = {
        "day-most": "the most for a day under this rule was reached",
        "day-cap": "the most for a day under all rules together was reached",
        "bound": "the scale ends there",
    }[entry.note]
    earned = dict(entry.terms).get("earned")
    if earned is None:
        if entry.note == "bound":
            return [f"{limit[0].upper()}{limit[1:]}."]
        return [f"Nothing more was to be had: {limit}."]
    was, done = ("earned", "entered") if earned > 0 else ("to be lost", "lost")
    less = f"{words.were(abs(earned))} {was}, {words.figure(abs(entry.amount))} {done}"
    return [f"{less}: {limit}."]


def _takes_back(books: Books, entry: Entry) -> str:
    assert entry.corrects is not None
    first = books.entries[entry.corrects - 1]
    return f"This takes back entry {first.number} of {words.date(first.at)}."


def _taken_back(books: Books, record: Record, entry: Entry) -> str:
    assert record.corrected is not None
    said = f"It was taken back on {words.moment(record.corrected)}"
    counters = (other.number for other in books.entries if other.corrects == entry.number)
    counter = next(counters, None)
    return f"{said}." if counter is None else f"{said}, by entry {counter}."


def _appraisal(entry: Entry) -> list[str]:
    """The terms of an appraisal; the first is its base."""
    lines = [f"This is the appraisal “{entry.rule}” of {words.date(entry.at)}."]
    for number, (name, points) in enumerate(entry.terms):
        if number == 0:
            lines.append(f"It starts from {words.figure(points)}.")
        elif number == len(entry.terms) - 1 and name == "bounds":
            lines.append(f"The scale ends there: {words.were(abs(points))} cut off.")
        else:
            lines.append(f"“{name}” {_gives(points)}.")
    before = words.figure(entry.total - entry.amount)
    lines.append(f"That makes {words.figure(entry.total)}; it was {before} before.")
    return lines


def _gives(points: int) -> str:
    if points == 0:
        return "gives nothing"
    return f"{'gives' if points > 0 else 'takes'} {words.figure(abs(points))}"
