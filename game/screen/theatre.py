"""The place of the run as a stage of paper: planes that move a little against each other, figures
that come and go, and what a machine looks at."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pygame
from pygame import Rect, Surface

from game.screen.paper.atelier import LEAN
from game.screen.paper.light import DAY, Light
from game.screen.paper.making import FigureKey, PlaceKey, alike, blending, ground, same_cut
from game.screen.paper.planes import NEAR, Figure, Placed, Plane, Scenery
from game.screen.paper.sheets import PEOPLE
from game.screen.picture import Pictures
from game.screen.troupe import Actor, OnStage, Troupe

LEANS, CLOSES = 0.6, 0.25
"""Seconds for the camera to lean towards who speaks, and for a machine's frame to close in."""

_THIRDS = {"left": 0.22, "right": 0.78}
"""Where a figure stands whose spot a picture does not have, of its width; else in the middle."""


@dataclass(frozen=True)
class Tableau:
    """What the picture shows. `page`: another whenever another page is opened; `speaker`:
    the figure that speaks last on it; `framed`: whether a machine's frame is put on it."""

    page: object
    folder: Path | None
    place: str
    layers: tuple[str, ...]
    light: Light = DAY
    cast: tuple[OnStage, ...] = ()
    speaker: str | None = None
    framed: bool = False


@dataclass(frozen=True, slots=True)
class _Seen:
    """One surface of what is seen: where it lies, and how much of it is seen."""

    surface: Surface
    at: tuple[int, int]
    share: float = 1.0

    @property
    def looks(self) -> tuple[object, ...]:
        return self.surface, self.at, self.share


class Theatre:
    """One for a window: `draw` shows a tableau as far as it is there, `step` moves it on."""

    def __init__(self, pictures: Pictures) -> None:
        self._pictures = pictures
        self._shown: Tableau | None = None
        self._troupe = Troupe()
        self._scenery: tuple[PlaceKey, Scenery] | None = None
        self._figures: dict[FigureKey, Figure] = {}
        self._lean = (0.0, 0.0)
        self._leant = self.closed = 1.0
        self._opened = self._drawn = False
        self._eye: Rect | None = None
        self._made: tuple[object, Surface] | None = None

    def draw(self, surface: Surface, area: Rect, tableau: Tableau) -> None:
        """Draws the tableau in its area of the window."""
        self._take(tableau)
        self._drawn = True
        surface.blit(self._picture(area.size), area)

    def still(self, size: tuple[int, int], tableau: Tableau) -> Surface:
        """The same in a surface of its own, all as it will be: another surface only when something
        has changed."""
        self._take(tableau)
        self._settle()
        return self._picture(size)

    def eye(self, area: Rect) -> Rect | None:
        """What a machine looks at, on the window."""
        return None if self._eye is None else self._eye.move(area.topleft)

    def step(self, seconds: float, at_once: bool) -> bool:
        """Lets what moves move on. True: it is to be drawn again."""
        if not self._moving:
            return False
        if at_once or not self._drawn:
            self._settle()
            return self._drawn
        self._drawn = False
        if not self._pictures.waiting:
            # Nobody comes in before they are cut out.
            self._troupe.step(seconds)
        self._leant = min(1.0, self._leant + seconds / LEANS)
        self.closed = min(1.0, self.closed + seconds / CLOSES)
        return True

    @property
    def _moving(self) -> bool:
        return self._troupe.moving or self._leant < 1 or self.closed < 1

    def _settle(self) -> None:
        self._troupe.settle()
        self._leant = self.closed = 1.0

    def _take(self, tableau: Tableau) -> None:
        """Another page leans the camera anew; in another place, all are where they are."""
        before, self._shown = self._shown, tableau
        if before is not None and before.page == tableau.page and before.cast == tableau.cast:
            return
        there = _key(before, (0, 0)) if before else None
        if there is not None and alike(there, _key(tableau, (0, 0))):
            self._troupe.go_on(tableau.cast)
        else:
            self._troupe.begin(tableau.cast)
            # What was seen there must not be kept while what is seen here is made.
            self._scenery, self._made, self._figures = None, None, {}
            self._lean, self._leant = (0.0, 0.0), 1.0
        if before is None or before.page != tableau.page:
            self._opened = True

    # --- what is seen ------------------------------------------------------------------

    def _picture(self, size: tuple[int, int]) -> Surface:
        """All that is seen, laid together anew only if something of it is new."""
        tableau = self._shown
        scenery = None if tableau is None else self._set(tableau, size)
        if tableau is None or scenery is None:
            self._eye = None
            return ground(size)
        layers = tuple(_with_all_spots(scenery, self._troupe.actors))
        self._cast(tableau, scenery, layers)
        self._open(tableau, scenery, layers)
        seen = list(self._seen(scenery, layers))
        if self._eye is None:
            self.closed = 1.0
        looks = (size, *(one.looks for one in seen))
        if self._made is None or self._made[0] != looks:
            kept = self._made[1] if self._made is not None and self._moving else None
            onto = kept if kept is not None and kept.get_size() == size else ground(size)
            for one in seen:
                _lay(onto, one)
            self._made = (looks, onto)
        return self._made[1]

    def _set(self, tableau: Tableau, size: tuple[int, int]) -> Scenery | None:
        """The place at this size, or as it was before as long as that is not there."""
        key = _key(tableau, size)
        made = self._pictures.ask(tableau.folder, (key, *self._figures)).get(key)
        if isinstance(made, Scenery):
            self._scenery = (key, made)
        if self._scenery is None or not alike(self._scenery[0], key):
            return None
        if self._scenery[1].size != size and self._made is not None:
            surface = pygame.transform.smoothscale(self._made[1], size)
            return Scenery(size, (Plane(surface, (0, 0), 0.0),))
        return self._scenery[1] if self._scenery[1].size == size else None

    def _cast(self, tableau: Tableau, scenery: Scenery, layers: Sequence[Plane | Placed]) -> None:
        """Has the figures made that are seen, each as large as its spot says; as they were before
        as long as they are not there."""
        scales = {layer.id: layer.scale for layer in layers if isinstance(layer, Placed)}
        wanted = {
            FigureKey(file, round(scales[actor.spot], 4), scenery.unit, tableau.light)
            for actor in self._troupe.actors
            for file, _ in actor.postures
        }
        made = self._pictures.ask(tableau.folder, (_key(tableau, scenery.size), *wanted))
        figures = {}
        for key in wanted:
            old = (f for k, f in self._figures.items() if same_cut(k, key))
            found = made.get(key) or next(old, None)
            if isinstance(found, Figure):
                figures[key] = found
        self._figures = figures

    def _seen(self, scenery: Scenery, layers: Sequence[Plane | Placed]) -> Iterator[_Seen]:
        """Every surface, the farthest first, where it lies as the camera leans now."""
        bulge, eyes = LEAN * scenery.unit * self._leaning, dict[str, Rect]()
        for layer in layers:
            aside = -round(bulge * layer.depth)
            if isinstance(layer, Plane):
                yield _Seen(layer.surface, (layer.at[0] + aside, layer.at[1]))
                continue
            for actor in self._troupe.actors:
                if actor.spot == layer.id:
                    yield from self._acted(actor, layer, scenery.size[0], aside, eyes)
        there = [actor.spot for actor in self._troupe.actors if not actor.leaving]
        self._eye = next((eyes[spot] for spot in there if spot in eyes), scenery.eye)

    def _acted(
        self, actor: Actor, spot: Placed, wide: int, aside: int, eyes: dict[str, Rect]
    ) -> Iterator[_Seen]:
        """A figure as far as it has come; what a machine would look at is put among `eyes`."""
        for file, share in actor.postures:
            looks = (file, round(spot.scale, 4))
            found = (f for k, f in self._figures.items() if (k.picture, k.scale) == looks)
            figure = next(found, None)
            if figure is None:
                continue
            half = figure.surface.get_width() / 2
            edge = -(spot.at[0] + half) if spot.at[0] < wide / 2 else wide - spot.at[0] + half
            foot = round(spot.at[0] + edge * actor.away) + aside, round(spot.at[1])
            if figure.eye is not None:
                eyes[actor.spot] = figure.eye.move(foot)
            yield _Seen(figure.surface, (foot[0] - figure.foot[0], foot[1] - figure.foot[1]), share)

    def _open(self, tableau: Tableau, scenery: Scenery, layers: Sequence[Plane | Placed]) -> None:
        """As a page is opened, the camera begins to lean towards the figure that speaks (-1 is the
        left edge, 1 the right one), and a machine's frame to close in."""
        if not self._opened:
            return
        self._opened = False
        spots = {a.spot for a in self._troupe.actors if a.figure == tableau.speaker}
        found = [layer.at[0] for layer in layers if isinstance(layer, Placed) and layer.id in spots]
        aim = min(1.0, max(-1.0, 2 * found[0] / scenery.size[0] - 1)) if found else 0.0
        self._lean = (self._leaning, aim)
        self._leant = 1.0 if self._lean[0] == aim else 0.0
        self.closed = 0.0 if tableau.framed else 1.0

    @property
    def _leaning(self) -> float:
        """Where it leans now: it starts and stops softly."""
        start, end = self._lean
        return start + (end - start) * self._leant * self._leant * (3 - 2 * self._leant)


def _key(tableau: Tableau, size: tuple[int, int]) -> PlaceKey:
    return PlaceKey(tableau.place, tableau.layers, size, tableau.light)


def _with_all_spots(scenery: Scenery, actors: Sequence[Actor]) -> Iterator[Plane | Placed]:
    """The layers, with a spot before the nearest for every figure that has none in the picture."""
    known = {layer.id for layer in scenery.layers if isinstance(layer, Placed)}
    wide, high = scenery.size
    missing = [
        Placed(spot, (wide * _THIRDS.get(spot, 0.5), high), scenery.unit, PEOPLE)
        for spot in sorted({actor.spot for actor in actors} - known)
    ]
    for number, layer in enumerate(scenery.layers):
        if number and isinstance(layer, Plane) and layer.depth >= NEAR:
            yield from missing
            missing = []
        yield layer
    yield from missing


def _lay(onto: Surface, one: _Seen) -> None:
    """Lays a surface on what is behind it; only `share` of it is seen."""
    surface = one.surface
    if one.share <= 0:
        return
    if one.share < 1:
        surface = surface.copy()
        surface.fill((round(255 * one.share),) * 4, special_flags=pygame.BLEND_RGBA_MULT)
    onto.blit(surface, one.at, None, blending(surface))
