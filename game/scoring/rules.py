"""What a rule gives for a quantity: whole units, multiplied in the band, rests kept."""

from __future__ import annotations

from game.scoring.moments import days_of, how_often_lit, in_force, lit
from game.scoring.records import Record
from game.scoring.rulebook import Ruling


def earned(ruling: Ruling, start: int, quantity: int, rest: int) -> tuple[int, int]:
    """The points for a quantity with the rest kept so far, and the new rest.

    Of a timed deed each unit is multiplied if the minute that completes it begins inside
    the lit band; of any other, if `start` is.
    """
    rule, band = ruling.rule, ruling.band
    units, left = divmod(rest + quantity, rule.each)
    if band is None or not units:
        return units * rule.points, left
    if not ruling.timed:
        times = band.times if lit(band, start) else 1
        return units * times * rule.points, left
    first = start + rule.each - rest - 1
    in_band = how_often_lit(band, range(first, first + units * rule.each, rule.each))
    return (units + in_band * (band.times - 1)) * rule.points, left


def parts(ruling: Ruling, record: Record) -> list[tuple[int, int]]:
    """The parts of a record that the rule is in force for: when each begins, its quantity.

    Timed deeds are cut at midnight, since caps and rests go by the day.
    """
    whole = [(record.happened, record.quantity)]
    if ruling.timed:
        whole = days_of(*whole[0])
    rule = ruling.rule
    if rule.since is None and rule.until is None:
        return whole
    return [part for part in whole if in_force(part[0], rule.since, rule.until)]
