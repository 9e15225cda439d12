"""What a screen shows: each part of a view is made from the run when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.errors import GameError
from game.play import instrument_words, notes, offers, phones, policy, titles, words
from game.play.view import Aftermath, Field, Heard, Moment, OnStage, Option, View
from game.story import calendar
from game.story.model import WAY_ON, Place
from game.story.prose import Line

if TYPE_CHECKING:
    from game.play.run import Run


def view(run: Run) -> View:
    """The screen that the run stands at. Each part is made when it is first asked for."""
    return Screen(run)


class Screen(View):
    """A view that is made while it is read: until the next act of its run."""

    __slots__ = ("__weakref__", "_run")
    _run: Run

    def __init__(self, run: Run) -> None:
        _put(self, "_run", run)
        if run.state.phase == "scene":
            # Every face reads these two at once.
            _put(self, "lines", run.state.lines)
            _put(self, "options", _choices(run))

    def __getattr__(self, name: str) -> object:
        """Makes a part that is not there yet."""
        maker = PARTS.get(name)
        if maker is None:
            raise AttributeError(name)
        if not self._run.shows(self):
            raise GameError("This view is of an earlier screen; ask the run for a new one.")
        part = maker(self._run)
        _put(self, name, part)
        return part


_put = object.__setattr__


def heading(run: Run) -> str:
    """The title of the screen, never empty: where no other says anything, the story's."""
    match run.state.phase:
        case "note":
            return words.NOTE_HEADING
        case "end":
            return words.END_HEADING
        case _:
            return titles.above(run).plain(run.facts) or run.story.title


def when(run: Run) -> str | None:
    """Date and time of the life that is played, if it has a calendar."""
    state = run.state
    if state.phase in ("note", "end") or state.life not in state.clocks:
        return None
    now = state.now + instrument_words.passed(run)
    return f"{calendar.weekday(now)} {calendar.moment_words(now)}"


def place(run: Run) -> Place | None:
    """Where it is, once the content note is answered."""
    id = run.state.scene.place
    return None if id is None or run.state.phase == "note" else run.story.places[id]


# --- what each kind of screen says and offers ---------------------------------------------------


def lines(run: Run) -> tuple[Line, ...]:
    """What the screen says."""
    state = run.state
    match state.phase:
        case "note":
            content = notes.shown(run)
            return (Line(None, words.NOTE_CHAPTER.format("; ".join(content.notes)), ()),)
        case "instrument":
            return tuple(line for part in instrument_words.told(run) for line in part.lines)
    return state.lines


def options(run: Run) -> tuple[Option, ...]:
    """What can be done, open or shut."""
    match run.state.phase:
        case "scene":
            return _choices(run)
        case "note":
            tell = notes.shown(run).instead is not None
            return (_GO_ON, _TELL_INSTEAD) if tell else (_GO_ON,)
        case "instrument":
            return instrument_words.options(run)
    return ()


_GO_ON = Option(WAY_ON, words.GO_ON)
_TELL_INSTEAD = Option(notes.INSTEAD, words.TELL_INSTEAD)
_NO_WAY_ON = Option(WAY_ON, words.NO_WAY_ON)
_NO_WAY_BUT_BACK = Option(WAY_ON, words.NO_WAY_BUT_BACK)


def _choices(run: Run) -> tuple[Option, ...]:
    staged = run.state.staged
    if staged.goes_on:
        return (_GO_ON,)
    found: list[Option] = []
    opened = False
    for choice in staged.choices:
        if choice.free or offers.offered(run, choice):
            option = choice.offer or offers.option(run, choice)
            found.append(option)
            opened = opened or option.open
    if not opened:
        found.append(_NO_WAY_BUT_BACK if run.state.stack else _NO_WAY_ON)
    return tuple(found)


def field(run: Run) -> Field | None:
    """The field of the scene, in its words of now."""
    asks = run.state.scene.asks
    if asks is None or run.state.phase != "scene":
        return None
    facts = run.facts
    return Field(asks.label.plain(facts), tuple([text.lines(facts) for text in asks.emptied]))


def _last_aftermath(run: Run) -> Aftermath | None:
    happened = run.state.happened
    return None if happened is None else policy.aftermath(run, happened)


def _chapter_title(run: Run) -> str:
    return titles.of_chapter(run).plain(run.facts)


def _place_name(run: Run) -> str | None:
    found = place(run)
    return None if found is None else found.name


def _place_shown(run: Run) -> Place | None:
    """The place that is seen and heard, once the content note is answered."""
    return None if run.state.phase == "note" else run.story.place_shown(run.state.scene)


def _picture(run: Run) -> str | None:
    found = _place_shown(run)
    return None if found is None else found.picture


def _over(run: Run) -> tuple[str, ...]:
    found = _place_shown(run)
    return () if found is None else policy.over(run, found)


def _moment(run: Run) -> Moment | None:
    """When it is, if the life that is played has a calendar, also on the last page."""
    state = run.state
    if state.phase == "note" or state.life not in state.clocks:
        return None
    now = state.now + instrument_words.passed(run)
    return Moment(calendar.moment_of(now).month, calendar.minute_of_day(now))


def _stage(run: Run) -> tuple[OnStage, ...]:
    if run.state.phase == "note":
        return ()
    found = _place_shown(run)
    return policy.stage(run, () if found is None else found.stage, run.state.scene.stage)


def _room(run: Run) -> Heard | None:
    found = _place_shown(run)
    return None if found is None or found.sound is None else _sound(run, found.sound)


def _heard(run: Run) -> tuple[Heard, ...]:
    if run.state.phase != "scene":
        return ()
    return tuple(_sound(run, id) for id in run.state.scene.sounds)


def _sound(run: Run, id: str) -> Heard:
    found = run.story.sounds[id]
    return Heard(id, found.file, found.caption)


PARTS: Mapping[str, Callable[[Run], object]] = {
    "kind": lambda run: run.state.phase,
    "heading": heading,
    "chapter": _chapter_title,
    "scene": lambda run: run.state.scene.id,
    "place": _place_name,
    "picture": _picture,
    "over": _over,
    "when": when,
    "lines": lines,
    "aftermath": _last_aftermath,
    "options": options,
    "scores": policy.scores,
    "cards": policy.cards,
    "ticking": instrument_words.ticking,
    "ending": lambda run: run.state.ending,
    "playing": instrument_words.playing,
    "told": instrument_words.told,
    "field": field,
    "phone": phones.phone,
    "moment": _moment,
    "stage": _stage,
    "room": _room,
    "heard": _heard,
    "caught": policy.caught,
}
"""How each part of a view is made."""


def unless_called_like(chapter: str, place: str) -> str | None:
    """The place's name, unless the chapter beside which it would stand is called like it."""
    return None if place.casefold() == chapter.casefold() else place
