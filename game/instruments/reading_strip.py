"""The reading strip: an article on a telephone, whose minutes count only while one scrolls.

The player scrolls through its pages until it was held for so many minutes, is perhaps rung up
meanwhile, and can put it away at any time. The whole minutes that were held are told as a deed,
however it ends. Within, time is kept in tenths of a second of the story.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from game.play.instruments import Move, Said, State, Step, Tick, Values
from game.scoring.dice import Dice
from game.story.calendar import DAY
from game.story.effects import DeedSpec
from game.story.expressions import Facts
from game.story.instruments import InstrumentSpec

READ = "read"
ANSWERED = "answered"
LEFT = "left"
SCROLL = "scroll"
ANSWER = "answer"
LEAVE = "leave"
RINGING = "ringing"
MISSED = "missed"
OF_RINGING = (ANSWER, RINGING, MISSED)
"""The words that are needed if somebody rings."""
BOUNDS = {"minutes": (1, 30), "patience": (10, 600), "speed": (1, 60)}
PATIENCE = 60
SPEED = 20
MOST_PAGES = 30
LONGEST_RINGING = 3600
NUMBERS = ("page", "pages", "minutes", "held", "left", "now")
TEXTS = ("lit",)
"""What the author's words may show; they may ask for numbers, too."""

_SECOND = 10
_MINUTE = 60 * _SECOND


def _check(parameters: Mapping[str, object]) -> str | None:
    """What is wrong with the author's parameters, or None."""
    for key, (least, most) in BOUNDS.items():
        if key in parameters and not least <= cast(int, parameters[key]) <= most:
            return f"{key} is a number from {least} to {most}."
    minutes = cast(int, parameters["minutes"])
    rings = cast("Mapping[object, object] | None", parameters.get("rings"))
    problem = _check_pages(cast("list[object]", parameters["pages"]))
    return problem or (None if rings is None else _check_rings(rings, minutes))


def _check_pages(pages: list[object]) -> str | None:
    if not 2 <= len(pages) <= MOST_PAGES:
        return f"An article has 2 to {MOST_PAGES} pages: the keys of their words."
    seen: set[object] = set()
    for page in pages:
        if not isinstance(page, str) or not page:
            return "A page is a text: the key of its words."
        if page in OF_RINGING:
            return f"{page} is a word of the ringing; give the page another key."
        if page in seen:
            return f"The page {page} is there twice."
        seen.add(page)
    return None


def _check_rings(rings: Mapping[object, object], minutes: int) -> str | None:
    for key, most in (("after", minutes * 60 - 1), ("for", LONGEST_RINGING)):
        if key not in rings:
            return f"rings has no {key}. Write {{after: 60, for: 100}}, in seconds of the story."
        seconds, least = rings[key], 0 if key == "after" else 1
        if isinstance(seconds, bool) or not isinstance(seconds, int) or seconds < least:
            return f"{key} of rings is a number of seconds, at least {least}."
        if seconds > most:
            return f"{key} of rings is at most {most:,} seconds here."
    other = next((key for key in rings if key not in ("after", "for")), None)
    return None if other is None else f"rings has after and for, and no {other}."


def _named(parameters: Mapping[str, object]) -> Iterator[str]:
    """The words of its pages, and those of the ringing if somebody rings."""
    yield from cast("list[str]", parameters["pages"])
    if "rings" in parameters:
        yield from OF_RINGING


def _mentions(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What of the story the parameters name: deeds, and a band."""
    yield "minutes", str(parameters["reads"])
    for key, kind in (("whole", "deed"), ("lit", "band")):
        if key in parameters:
            yield kind, str(parameters[key])


class ReadingStrip:
    """The rules of the strip. `held` of the time that `passed` counts; `quiet` is how long ago
    the last scroll was, as far as that matters."""

    spec = InstrumentSpec(
        id="reading-strip",
        parameters={
            "minutes": "number",
            "pages": "list",
            "reads": "text",
            "whole": "text",
            "lit": "text",
            "rings": "mapping",
            "patience": "number",
            "speed": "number",
        },
        outcomes=(READ, LEFT),
        outcomes_if={ANSWERED: lambda parameters: "rings" in parameters},
        words=(SCROLL, LEAVE),
        check=_check,
        required=("minutes", "pages", "reads"),
        more_words=("day", "held", "still"),
        values=TEXTS,
        numbers=NUMBERS,
        mentions=_mentions,
        named=_named,
    )

    def start(self, parameters: Mapping[str, object], facts: Facts, dice: Dice) -> State:
        """The first page, just opened. What is lit is that of the day on which it begins."""
        rings = cast("Mapping[str, int]", parameters.get("rings", {}))
        after = rings.get("after", 0)
        lit = facts.lit_hours(str(parameters["lit"])) if "lit" in parameters else ()
        minutes = cast(int, parameters["minutes"])
        return {
            "pages": parameters["pages"],
            "minutes": minutes,
            "need": minutes * _MINUTE,
            "patience": cast(int, parameters.get("patience", PATIENCE)) * _SECOND,
            "speed": parameters.get("speed", SPEED),
            "rings-from": after * _SECOND,
            "rings-until": (after + rings.get("for", 0)) * _SECOND,
            "reads": parameters["reads"],
            "whole": parameters.get("whole", ""),
            "lit": ",".join(f"{first}-{end}" for first, end in lit),
            "began": facts.minute,
            **dict.fromkeys(("page", "passed", "held", "quiet"), 0),
        }

    def moves(self, state: State) -> tuple[Move, ...]:
        """To scroll and to leave, always; to answer, while it rings. That comes last, so that
        nothing else changes its place under a finger."""
        values = _values(state)
        answer = (Move(ANSWER, ANSWER, values),) if _ringing(state) else ()
        scroll = Move(SCROLL, SCROLL, values, lasts=_lasts(state))
        return (scroll, Move(LEAVE, LEAVE, values), *answer)

    def step(self, state: State, act: str | Tick) -> Step:
        """Time passes, a page is turned, or it is put away."""
        if isinstance(act, Tick):
            return _read_or_on(_later(state)) if self.ticking(state) else Step(state)
        if act == SCROLL:
            return Step(_scrolled(state))
        return _over(state, ANSWERED if act == ANSWER else LEFT)

    def view(self, state: State) -> tuple[Said, ...]:
        """The day, the page, how much counts, and what else there is to notice."""
        values = _values(state)
        page = Said(_pages(state)[_n(state, "page")], values, lasting=True)
        said = [Said("day", values), page, Said("held", values)]
        if _still(state):
            said.append(Said("still", values))
        if _ringing(state):
            said.append(Said(RINGING, values, lasting=True))
        elif 0 < _n(state, "rings-until") <= _n(state, "passed"):
            said.append(Said(MISSED, values, lasting=True))
        return tuple(said)

    def ticking(self, state: State) -> bool:
        """While something counts, or somebody rings or is going to. Else time rests with the
        player, until the next scroll."""
        return not _still(state) or _n(state, "passed") < _n(state, "rings-until")

    def passed(self, state: State) -> int:
        """Whole minutes, whether they counted or not: all of them are told when it is over."""
        return _n(state, "passed") // _MINUTE

    def probes(self) -> Mapping[str, Callable[[State], str]]:
        """One who reads on, one who gives up half way and is glad of any call, and the way out."""
        return {"good": lambda state: SCROLL, "careless": _dawdle, "leaver": lambda state: LEAVE}


def _dawdle(state: State) -> str:
    if _ringing(state):
        return ANSWER
    return LEAVE if _n(state, "page") * 2 >= len(_pages(state)) else SCROLL


def _later(state: State) -> State:
    """A tick later. What is past one's patience does not count."""
    speed, patience, quiet = (_n(state, key) for key in ("speed", "patience", "quiet"))
    return {
        **state,
        "passed": _n(state, "passed") + speed,
        "held": _n(state, "held") + max(0, min(speed, patience - quiet)),
        "quiet": min(quiet + speed, patience + 1),
    }


def _scrolled(state: State) -> State:
    """The next page; on the last one, up and down in it. Whoever comes to that late has the
    time to read it all the same."""
    if _on_last_page(state):
        return {**state, "quiet": 0}
    turned: State = {**state, "page": _n(state, "page") + 1, "quiet": 0}
    if _on_last_page(turned):
        turned["need"] = max(_n(state, "need"), _n(state, "held") + _share(state))
    return turned


def _read_or_on(state: State) -> Step:
    """It is read once it was held for long enough, the last page with it."""
    read = _on_last_page(state) and _n(state, "held") >= _n(state, "need")
    return _over(state, READ) if read else Step(state)


def _over(state: State, outcome: str) -> Step:
    """The deeds, and the minutes that passed without counting."""
    minutes = _n(state, "held") // _MINUTE
    deeds = [DeedSpec(str(state["reads"]), minutes)] if minutes else []
    if outcome == READ and state["whole"]:
        deeds.append(DeedSpec(str(state["whole"])))
    rest = _n(state, "passed") // _MINUTE - minutes
    return Step(state, tuple(deeds), takes=rest, outcome=outcome)


def _share(state: State) -> int:
    """What a page is held by one who reads evenly."""
    return _n(state, "minutes") * _MINUTE // len(_pages(state))


def _lasts(state: State) -> int:
    """The ticks of a page's share, or of what the last page still needs, but none past one's
    patience. Shares are counted from the first page on: what is rounded must not add up."""
    speed, page = _n(state, "speed"), _n(state, "page")
    if _on_last_page(state):
        ticks = _up(_n(state, "need") - _n(state, "held"), speed)
    else:
        even, whole = len(_pages(state)) * speed, _n(state, "minutes") * _MINUTE
        ticks = _up((page + 1) * whole, even) - _up(page * whole, even)
    return min(ticks, _n(state, "patience") // speed)


def _up(amount: int, by: int) -> int:
    """So often, to have at least the amount."""
    return -(-amount // by)


def _still(state: State) -> bool:
    return _n(state, "quiet") > _n(state, "patience")


def _ringing(state: State) -> bool:
    return _n(state, "rings-from") <= _n(state, "passed") < _n(state, "rings-until")


def _on_last_page(state: State) -> bool:
    return _n(state, "page") == len(_pages(state)) - 1


def _values(state: State) -> Values:
    """What all of its words may show; minutes are whole ones."""
    held, need = _n(state, "held"), _n(state, "need")
    now = (_n(state, "began") + _n(state, "passed") // _MINUTE) % DAY
    return {
        "page": _n(state, "page") + 1,
        "pages": len(_pages(state)),
        "minutes": _n(state, "minutes"),
        "held": held // _MINUTE,
        "left": -(-max(0, need - held) // _MINUTE),
        "lit": str(state["lit"]),
        "now": now,
    }


def _pages(state: State) -> list[str]:
    return cast("list[str]", state["pages"])


def _n(state: State, key: str) -> int:
    return cast(int, state[key])
