"""Saves as a list shows them: the place with its picture, what was done last, and when."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from game.play.saves import Shelf, Slot
from game.play.showing import unless_called_like
from game.story.calendar import date_words, day_words, hhmm, minutes_of
from game.story.model import Story


@dataclass(frozen=True, slots=True)
class SlotRow:
    """A save as a list shows it. `when`: the story's own date and time; `saved`: when it was
    saved, in words. `picture` is that of the `place`, if it has one. `told`: what was done last.
    An old save knows neither chapter, place nor that: only the `title` of its screen."""

    name: str
    when: str
    title: str
    saved: str = ""
    chapter: str = ""
    place: str = ""
    picture: str | None = None
    told: str = ""

    @property
    def summary(self) -> str:
        """Chapter, place and date in one line."""
        chapter = self.chapter or self.title
        place = unless_called_like(chapter, self.place)
        return " · ".join(filter(None, (chapter, place, self.when)))


def slot_rows(story: Story, shelf: Shelf, now: datetime) -> Sequence[SlotRow]:
    """All saves on the shelf, the newest first. `now` in local time."""
    return [_row(story, slot, now) for slot in shelf.slots()]


def _row(story: Story, slot: Slot, now: datetime) -> SlotRow:
    place = story.places.get(slot.place)
    return SlotRow(
        slot.name,
        slot.when,
        slot.title,
        _saved(slot, now),
        slot.chapter,
        "" if place is None else place.name,
        None if place is None else place.picture,
        slot.told,
    )


def _saved(slot: Slot, now: datetime) -> str:
    try:
        return when_saved(datetime.fromtimestamp(slot.saved), now)
    except (ValueError, OverflowError, OSError):
        # The date of a file can be anything.
        return ""


def when_saved(saved: datetime, now: datetime) -> str:
    """today 14:32, yesterday 09:05, Sunday 22 November, 3 May 2018; both in local time."""
    minutes, days = minutes_of(saved), (now.date() - saved.date()) // timedelta(days=1)
    if 0 <= days <= 1:
        return f"{'yesterday' if days else 'today'} {hhmm(minutes)}"
    if saved.year == now.year:
        return day_words(minutes).removesuffix(f" {saved.year}")
    return date_words(minutes)
