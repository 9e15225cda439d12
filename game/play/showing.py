"""What a screen shows: each part of a view is made from the run when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from game.errors import GameError
from game.play import notes, offers, policy, words
from game.play.facts import RunFacts
from game.play.instruments import Move, Said, Values
from game.play.state import Playing
from game.play.view import Aftermath, Field, Option, Told, View
from game.story import calendar
from game.story.model import WAY_ON, Place, Play
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
    """The title of the screen."""
    match run.state.phase:
        case "note":
            return words.NOTE_HEADING
        case "end":
            return words.END_HEADING
        case _:
            scene = run.state.scene
            return scene.title or chapter_title(run)


def when(run: Run) -> str | None:
    """Date and time of the life that is played, if it has a calendar."""
    state = run.state
    if state.phase in ("note", "end") or state.life not in state.clocks:
        return None
    now = state.now + _passed(run)
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
            return tuple(line for part in told(run) for line in part.lines)
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
            return _moves(run)
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


def told(run: Run) -> tuple[Told, ...]:
    """What the instrument that is played says, part by part."""
    if run.state.phase != "instrument":
        return ()
    playing = _playing(run)
    said = run.instruments[playing.play.instrument].view(playing.state)
    return tuple(_told(run, playing.play, part) for part in said)


def _told(run: Run, play: Play, said: Said) -> Told:
    words = play.words.get(said.key)
    # What may be written and was not is still there for a drawing.
    lines = () if words is None else words.lines(_facts(run, play, said.values))
    if said.struck:
        lines = tuple(line._replace(struck=True) for line in lines)
    # What words must not tell, a drawing must not either.
    values = {} if play.tells_score and not run.shown else dict(said.values)
    return Told(said.key, values, said.struck, lines)


def _moves(run: Run) -> tuple[Option, ...]:
    playing = _playing(run)
    moves = run.instruments[playing.play.instrument].moves(playing.state)
    return tuple(_move(run, playing.play, move) for move in moves)


def _move(run: Run, play: Play, move: Move) -> Option:
    facts = _facts(run, play, move.values)
    quoted = {name: play.words[key].plain(facts) for name, key in move.quotes.items()}
    facts = _facts(run, play, {**move.values, **quoted}) if quoted else facts
    text = play.words[move.key].plain(facts)
    if move.open or move.reason_key is None:
        return Option(move.id, text, move.open)
    return Option(move.id, text, False, (play.words[move.reason_key].plain(facts),))


def _facts(run: Run, play: Play, values: Values) -> RunFacts:
    """What the instrument's words may ask."""
    unsaid = run.instruments[play.instrument].spec.unsaid
    return run.facts.within({**unsaid, **values}, _passed(run))


def _passed(run: Run) -> int:
    """The minutes that the clock is ahead of the calendar, in an instrument."""
    if run.state.phase != "instrument":
        return 0
    playing = _playing(run)
    passed = run.instruments[playing.play.instrument].passed(playing.state)
    return min(passed, calendar.LAST - run.state.now)


def _playing(run: Run) -> Playing:
    playing = run.state.playing
    assert playing is not None, "an instrument is shown only while it is played"
    return playing


def field(run: Run) -> Field | None:
    """The field of the scene, in its words of now."""
    asks = run.state.scene.asks
    if asks is None or run.state.phase != "scene":
        return None
    facts = run.facts
    return Field(asks.label.plain(facts), tuple([text.lines(facts) for text in asks.emptied]))


def ticking(run: Run) -> bool:
    """Whether a face should let time pass."""
    playing = run.state.playing
    if playing is None or run.state.phase != "instrument":
        return False
    return run.instruments[playing.play.instrument].ticking(playing.state)


def _instrument(run: Run) -> str | None:
    return _playing(run).play.instrument if run.state.phase == "instrument" else None


def _last_aftermath(run: Run) -> Aftermath | None:
    happened = run.state.happened
    return None if happened is None else policy.aftermath(run, happened)


def chapter_title(run: Run) -> str:
    """The title of the chapter."""
    return run.story.chapters[run.state.scene.chapter].title


def _place_name(run: Run) -> str | None:
    found = place(run)
    return None if found is None else found.name


def _picture(run: Run) -> str | None:
    found = place(run)
    return None if found is None else found.picture


def _over(run: Run) -> tuple[str, ...]:
    found = place(run)
    return () if found is None else policy.over(run, found)


PARTS: Mapping[str, Callable[[Run], object]] = {
    "kind": lambda run: run.state.phase,
    "heading": heading,
    "chapter": chapter_title,
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
    "ticking": ticking,
    "ending": lambda run: run.state.ending,
    "playing": _instrument,
    "told": told,
    "field": field,
}
"""How each part of a view is made."""
