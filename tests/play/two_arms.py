"""What a run must show alike whether its score is shown or hidden: everything that can be read,
with the score's own places taken out. What those are is said here, and nowhere else.

The score's own are, of a view: standings; what the score sees, misses and changes; what was
caught; promises; the reasons of a gate, and of a choice that asks the score; the figures and the
ranking of its phone; the values of an instrument that tells of it; the cards of all these. And
what the author hung on the score: passages of a text, pictures, figures on stage, phones.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import Any

from game.mirror.closing import closing
from game.play import ledger, words
from game.play.phone_view import Phone
from game.play.run import Run
from game.play.saves import save_text
from game.play.so_far import retold
from game.play.view import Option, View
from game.story.expressions import Expression
from game.story.model import Story
from game.story.prose import Line, Prose
from game.story.prose.pieces import CardMark, Figure, If, OneOf, Piece, Plural
from game.story.prose.words import HIDDEN
from game.text.page import page

OPENS, SHUTS = "⟦", "⟧"
"""Around a passage of the score's own, in a story that was marked."""
HOLDS, TELLS = "‼", "#"
"""In one that is only there while the score is shown; before a figure of the score."""

Look = dict[str, object]


# --- passages of the score's own ----------------------------------------------------------------


def marked(story: Story) -> Story:
    """The same story, in which every passage that the author hung on the score stands between
    marks, shown or hidden. It is changed for good."""
    for prose in set(_all_prose(story, set())):
        if not prose.constant:
            prose._pieces = tuple(_marked(prose.pieces))
            prose._code = prose._plain_code = None
    return story


def hangs_on_score(asked: Expression | None) -> bool:
    """Whether it asks a standing, or whether one is shown."""
    return asked is not None and (asked.asks_score or "score-shown" in asked.names)


def _all_prose(found: object, met: set[int]) -> Iterator[Prose]:
    if isinstance(found, Prose):
        yield found
    elif id(found) not in met and not isinstance(found, str | int | None):
        met.add(id(found))
        if is_dataclass(found):
            parts: Iterable[object] = [getattr(found, part.name) for part in fields(found)]
        elif isinstance(found, Mapping):
            parts = list(found.values())
        else:
            parts = found if isinstance(found, tuple | list) else ()
        for part in parts:
            yield from _all_prose(part, met)


def _marked(pieces: Iterable[Piece], own: bool = False) -> Iterator[Piece]:
    """`own`: within a passage that is the score's; its cards are, too."""
    for piece in pieces:
        match piece:
            case If(asked, then, otherwise):
                hangs = own or hangs_on_score(asked)
                holds = (HOLDS,) if asked.asks_score else ()
                made = If(asked, (*holds, *_marked(then, hangs)), tuple(_marked(otherwise, hangs)))
                yield from (OPENS, made, SHUTS) if hangs else (made,)
            case Figure(value) if value.asks_score:
                yield from (OPENS, TELLS, piece, SHUTS)
            case Plural(value) if value.asks_score:
                yield from (OPENS, piece, SHUTS)
            case OneOf(how, passages, luck):
                yield OneOf(how, tuple(tuple(_marked(each, own)) for each in passages), luck)
            case CardMark() if own:
                pass
            case _:
                yield piece


def rest(texts: Iterable[str]) -> list[str]:
    """What is left of paragraphs without the score's own passages."""
    depth, found = 0, []
    for text in texts:
        kept = []
        for sign in text:
            depth += (sign == OPENS) - (sign == SHUTS)
            if not depth and sign != SHUTS:
                kept.append(sign)
        found.append(" ".join("".join(kept).split()))
    return found


def _text(text: str) -> str:
    return rest([text])[0]


def _lines(lines: Iterable[Line]) -> list[tuple[str | None, str, bool]]:
    lines = tuple(lines)
    left = rest(line.text for line in lines)
    spoken = zip(lines, left, strict=True)
    return [(line.speaker, text, line.struck) for line, text in spoken if text]


# --- what can be read ---------------------------------------------------------------------------


def look(run: Run, whole: bool = False) -> Look:
    """All that the run shows now, but for the score's own places. `whole`: with the log, the save
    and the pages that look back."""
    view = run.view().kept()
    plain = ("kind", "scene", "place", "picture", "when", "ticking", "ending", "playing", "moment",
             "room", "heard")  # fmt: skip
    found: Look = {name: getattr(view, name) for name in plain}
    found |= {
        "heading": (_text(view.heading), _text(view.chapter)),
        "lines": _lines(view.lines),
        "options": [_option(run, option) for option in view.options],
        "cards": _cards(run, view),
        "over": [one for one in view.over if one not in _own_pictures(run)],
        "stage": [one for one in view.stage if one.spot not in own_spots(run)],
        "phone": _phone(run, view.phone),
        "field": view.field and (_text(view.field.label), *map(_lines, view.field.emptied)),
        "taken": view.aftermath and _text(view.aftermath.taken),
        "told": [_told(run, told.key, told.values, told.struck) for told in view.told],
        "text": _text_page(run, view),
    }
    return found | _looking_back(run) if whole else found


def _option(run: Run, option: Option) -> tuple[object, ...]:
    reason = () if own_reason(run, option) else tuple(rest(option.reason))
    return option.id, _text(option.text), option.open, reason


def own_reason(run: Run, option: Option) -> bool:
    """Whether it is the score's own why this choice is shut."""
    staged = run.state.staged.choice(option.id) if run.state.phase == "scene" else None
    if staged is None or option.open:
        return False
    return staged.choice.gate is not None or hangs_on_score(staged.choice.needs)


def _cards(run: Run, view: View) -> list[str]:
    happened, phones = run.state.happened, run.state.scene.phones if _own_phone(run) else ()
    after = () if happened is None else (*happened.sees, *happened.misses)
    own = {card for line in after for card in line.cards}
    own |= {card for one in phones if one.text is not None for card in one.text.cards}
    return [card.id for card in view.cards if card.id not in own]


def _own_pictures(run: Run) -> set[str]:
    place = run.story.place_shown(run.state.scene)
    over = () if place is None else place.over
    return {one.picture for one in over if hangs_on_score(one.shown_if)}


def own_spots(run: Run) -> set[str]:
    """The spots at which somebody stands as the score says."""
    place = run.story.place_shown(run.state.scene)
    spots = (*(() if place is None else place.stage), *run.state.scene.stage)
    return {spot.id for spot in spots if any(hangs_on_score(one.shown_if) for one in spot.poses)}


def _own_phone(run: Run) -> bool:
    """Whether what lies over the place is the score's: an app, a ranking, or on its condition."""
    specs = run.state.scene.phones
    return any(one.shows in ("app", "ranking") or hangs_on_score(one.shown_if) for one in specs)


def _phone(run: Run, phone: Phone | None) -> object:
    if phone is None or _own_phone(run):
        return None
    return phone.shows, phone.title, phone.clock, _lines(phone.lines), phone.minutes, phone.cards


def _told(run: Run, key: str, values: Mapping[str, object], struck: bool) -> object:
    playing = run.state.playing
    tells = playing is not None and playing.play.tells_score
    # The hours in which points count double are told on the drawing of an article.
    return key, struck, {} if tells else {k: v for k, v in values.items() if k != "lit"}


def _text_page(run: Run, view: View) -> list[str]:
    """What the text face writes, but for paragraphs of which nothing is left."""
    left = rest(page(_without_score(run, view), run.story.people))
    nothing = {"", *(f"{name}:" for name in run.story.people.values())}
    return [line for line in left if line not in nothing]


def _without_score(run: Run, view: View) -> View:
    """The view with nothing in the score's own places."""
    options = tuple(
        replace(option, promise=(), reason=() if own_reason(run, option) else option.reason)
        for option in view.options
    )
    return replace(view, scores=(), aftermath=None, options=options)


def _looking_back(run: Run) -> Look:
    """The log, the story so far, the page that closes what was played, and the save."""
    log = [said for said in run.log if said.kind not in ("sees", "misses")]
    so_far, closed = retold(run), closing(run)
    days = [[replace(step, sees=None, misses=None) for step in day.steps] for day in so_far.days]
    save = json.loads(save_text(run))
    del save["shown"]
    return {
        "log": [(said.kind, said.speaker, text, said.struck) for said, text
                in zip(log, rest(said.text for said in log), strict=True) if text],
        "so far": [so_far.place, so_far.when, so_far.older, *(_text(p.line) for p in so_far.parts)],
        "days": [[(s.when, s.place, _text(s.told), s.own) for s in steps] for steps in days],
        "closing": (closed.choices, rest(closed.chapters), closed.times),
        "save": {key: _text(value) if isinstance(value, str) else value
                 for key, value in save.items()},
    }  # fmt: skip


# --- what may not be there at all ---------------------------------------------------------------


def told_of_score(run: Run) -> list[str]:
    """What a run whose score is hidden shows in the score's own places: nothing, until its last
    page, which says what was counted."""
    view = run.view().kept()
    after, so_far, closed = view.aftermath, retold(run), closing(run)
    ways: dict[str, object] = {
        "a standing": view.scores or so_far.scores or closed.scores,
        "what it sees": after and (after.sees or after.seen_nothing),
        "what it misses": (after and after.misses) or closed.missed,
        "a change": after and after.changes,
        "what was caught": view.caught,
        "a promise": [option.promise for option in view.options if option.promise],
        "a reason": [o.reason for o in view.options if own_reason(run, o) and _says_why(run, o)],
        "its phone": view.phone and (view.phone.standing or view.phone.rows or view.phone.ranks),
        "a picture": [one for one in view.over if one in _asking_pictures(run)],
        "its ledger": not run.over and ledger.rows(run),
        "a passage": [text for text in _texts(run, view) if _passage(text)],
    }
    return [f"{name}: {found}" for name, found in ways.items() if found]


def _says_why(run: Run, option: Option) -> bool:
    """Whether it says more than the author's own reason where the score does not shut it."""
    staged = run.state.staged.choice(option.id)
    assert staged is not None
    needs, reason = staged.choice.needs, staged.choice.reason
    other = needs is not None and not needs.asks_score and not needs(run.facts)
    may = [words.SHUT] if reason is None or not other else [reason.plain(run.facts), words.SHUT]
    return any(told not in may for told in option.reason)


def _asking_pictures(run: Run) -> set[str]:
    place = run.story.place_shown(run.state.scene)
    over = () if place is None else place.over
    asking = [one for one in over if one.shown_if is not None and one.shown_if.asks_score]
    return {one.picture for one in asking}


def _texts(run: Run, view: View) -> Iterator[str]:
    yield from (view.heading, view.chapter, *(line.text for line in view.lines))
    yield from (option.text for option in view.options)
    yield from (reason for option in view.options for reason in option.reason)
    yield from (line.text for line in (() if view.phone is None else view.phone.lines))
    yield from (said.text for said in list(run.log)[-8:])


def _passage(text: str) -> bool:
    """Whether a marked text tells what only a shown score tells."""
    figures = text.split(TELLS)[1:]
    return HOLDS in text or any(not figure.startswith(HIDDEN) for figure in figures)


# --- two runs -----------------------------------------------------------------------------------


def leaks(shown: Run, hidden: Run, whole: bool = False) -> list[str]:
    """How the hidden run differs from the shown one outside of the score's own places, and what it
    shows in them."""
    one, other = look(shown, whole), look(hidden, whole)
    differ = [f"{name}: {one[name]} / {other[name]}" for name in one if one[name] != other[name]]
    return [f"{hidden.state.scene.id}, {found}" for found in (*differ, *told_of_score(hidden))]


def side_by_side(
    shown: Run, hidden: Run, act: Callable[[Run], Any], whole: bool = False
) -> list[str]:
    """The leaks after both did the same."""
    act(shown)
    act(hidden)
    return leaks(shown, hidden, whole)
