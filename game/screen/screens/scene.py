"""A scene: what is told, what the last choice left, and the choices; the score on the picture."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pygame
from pygame import Rect

from game.screen import intents
from game.screen.blocks.column import Column
from game.screen.blocks.field import FIELD, FieldBox
from game.screen.blocks.letters import Letters
from game.screen.blocks.scene_blocks import aftermath_blocks
from game.screen.blocks.strips import Strip
from game.screen.blocks.widgets import Block, Spring, Tone, Words, paragraphs
from game.screen.furniture import behind
from game.screen.hesitation import Hesitation
from game.screen.intents import Intent
from game.screen.kit import Kit
from game.screen.machine_frame import draw_frame, frame_box
from game.screen.paper.light import DAY, light_at
from game.screen.phone.over_place import PhoneOver
from game.screen.score_tag import ENTERS, LANDS, Tag, draw_tags, tags_for, untold
from game.screen.screens.run_page import CHOICE, RunPage
from game.screen.stage import Change, Stage
from game.screen.theatre import Tableau
from game.screen.theme import rgb
from game.screen.wording import promise_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from game.mirror.notebook import Timed
    from game.play.view import Score, View

_NAME = rgb("#3A322A")


class ScenePage(RunPage):
    """A scene."""

    kinds = ("scene",)

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage)
        self.column = Column(CHOICE)
        self.letters = Letters()
        self.tags: list[Tag] = []
        self.phone: PhoneOver | None = None
        self._entering, self._stamped = 1.0, False
        self._opened: View | None = None
        self._read = False
        self.hesitation = self._begin()

    def refresh(self) -> None:
        view = self.stage.session.view()
        if view is not self.view:
            self.letters = Letters()
        phone, people = view.phone, self.stage.session.people
        self.phone = None if phone is None else PhoneOver(self.kit, phone, view.scores, people)
        self.tags = self.lay_tags(view.scores)
        self._read = self.stage.session.read_before
        super().refresh()
        if self._opened is not self.view:
            self._opened = self.view
            if self._passes_over:
                self.column.rewind(to_end=True)

    @property
    def _passes_over(self) -> bool:
        """Whether what is shown was read before, and need not be read again."""
        return self.stage.settings.skip_read and self.stage.session.read_before

    def heading(self) -> list[Block]:
        read = [Words("Read before", "story", "label", "quiet", 0.4)] if self._read else []
        return [*super().heading(), *read]

    def spoken(self) -> list[Block]:
        tone: Tone = "quiet" if self._passes_over else "ink"
        return paragraphs(self.view.lines, self.stage.session.people, tone)

    def lay_tags(self, scores: Sequence[Score]) -> list[Tag]:
        """Where the standings are shown on the picture."""
        if self.phone is not None:
            return self.phone.tags
        return tags_for(self.kit, scores, self.kit.frame.picture)

    def arrive(self, back: bool = False) -> None:
        super().arrive(back)
        self._entering = 1.0 if back or self._passes_over else 0.0

    def blocks(self) -> list[Block]:
        after = aftermath_blocks(self.view.aftermath)
        told = [*self.heading(), *self.standing(), *after, *self.spoken(), *self.field()]
        return [*told, Spring(), *self.choices()]

    def field(self) -> list[Block]:
        """The field of the scene, and what was said when it last emptied itself."""
        field, emptied = self.view.field, self.letters.emptied
        if field is None:
            return []
        said = field.said(emptied - 1) if emptied else ()
        return [FieldBox(field.label, self.letters), *self.paragraphs(said)]

    def standing(self) -> list[Block]:
        """What is known of the score and has no room on the picture."""
        phone = self.phone
        scores = [one for one in self.view.scores if phone is None or not phone.tells(one.system)]
        lines = untold(scores, self.tags)
        return [Words(line, "score", "label", "score", before=0.4) for line in lines]

    def choices(self) -> list[Block]:
        """The choices as numbered strips; shut ones with their reasons."""
        return [
            Strip(
                CHOICE + option.id,
                option.text,
                number,
                notes=option.reason if not option.open else (),
                score=(promise_line(option.promise),) if option.promise else (),
                open=option.open,
                before=1.8 if number == 1 else 1.25,
            )
            for number, option in enumerate(self.view.options, 1)
        ]

    def taken(self) -> list[Rect]:
        kit, tags = self.kit, [tag.rect for tag in self.tags]
        if self.phone is not None:
            return [*tags, self.phone.body.phone]
        area, labels = kit.frame.picture, self.view.caught
        eye = self.stage.theatre.eye(area) if labels else None
        return tags if eye is None else [*tags, frame_box(kit, area, eye, labels)]

    def draw_picture(self, surface: pygame.Surface, kit: Kit) -> None:
        if self.phone is None:
            draw_place(surface, self.stage, self.view, self.tags)
        else:
            away = behind(kit, picture_of(self.stage, self.view, kit))
            surface.blit(away, kit.frame.picture.topleft)
        draw_tags(surface, kit, self.tags, self._entering)
        if self.phone is not None:
            self.phone.draw(surface)

    # --- how long an answer takes ------------------------------------------------------

    def _begin(self) -> Hesitation | None:
        """Measures anew, on the pages of a scene, if notes are kept."""
        measured = "scene" in self.kinds and self.stage.session.mirror.keeps
        return Hesitation(CHOICE) if measured else None

    def turn(self) -> None:
        super().turn()
        self.hesitation = self._begin()

    def lies(self, seconds: float) -> None:
        if self.hesitation is not None:
            self.hesitation.lies(seconds)

    def rests_on(self, key: str | None) -> None:
        if self.hesitation is not None:
            self.hesitation.rests_on(key)

    def timed(self) -> Timed | None:
        return None if self.hesitation is None else self.hesitation.timed()

    def handle(self, intent: Intent) -> Change | None:
        before = self.focus
        change = self._handled(intent)
        if self.hesitation is not None:
            focus = self._focus if change is None else None
            under = self._under(intent.at) if isinstance(intent, intents.Point) else None
            self.hesitation.follow(intent, before, focus, under)
        return change

    # --- letters -----------------------------------------------------------------------

    @property
    def writing(self) -> Rect | None:
        kit = self.lay()
        place = self._place(self._focus)
        block = None if place is None else self.column.blocks[place]
        if place is None or not isinstance(block, FieldBox):
            return None
        return block.box(kit, self.column.rect(place))

    def _handled(self, intent: Intent) -> Change | None:
        if self._focus == FIELD:
            if self.letters.take(intent):
                self._show_field()
                return None
            if self.letters.text and isinstance(intent, intents.Point):
                # A hand on the mouse must not make commands of the letters that follow.
                return None
            if isinstance(intent, intents.Confirm) and self._sees_field():
                # Whoever does not want to type comes to the choices with this key, too.
                intent = intents.Move(1)
        change = super().handle(intent)
        if change is not None:
            self.letters.forget()
        elif self._focus != FIELD:
            self.letters.stop_composing()
        return change

    def step(self, seconds: float) -> bool:
        moving, emptied = super().step(seconds), self.letters.emptied
        if self.letters.step(seconds, self.stage.settings.reduced_motion):
            self.dirty = True
        if self.letters.emptied != emptied:
            self.refresh()
            self._show_field()
        return self._enter(seconds) or moving or self.letters.leaving

    def _enter(self, seconds: float) -> bool:
        """New entries are stamped on their tags. True: they are about to be."""
        before, self._stamped = self._entering, False
        if before < 1 and any(tag.score.change for tag in self.tags):
            at_once = self.stage.settings.reduced_motion
            self._entering = 1.0 if at_once else min(1.0, before + seconds / ENTERS)
            self._stamped = before < LANDS <= self._entering
            self.dirty = True
            return self._entering < 1
        return False

    @property
    def stamped(self) -> bool:
        return self._stamped

    def stops(self) -> dict[str, Rect]:
        """Nobody has to write: the field is passed by, and empties itself."""
        return {key: place for key, place in super().stops().items() if key != FIELD}

    def _sees_field(self) -> bool:
        place = self._place(FIELD)
        return place is not None and self.column.sees(place)

    def _show_field(self) -> None:
        """Brings the field into view, with what is said under it, and the choices if they fit."""
        self.dirty = True
        place = self._place(FIELD)
        if place is not None:
            last = len(self.column.blocks) - 1
            span = self.column.rect(last).bottom - self.column.rect(place).top
            if span <= self.column.body.height:
                self.column.show(last)
            self.column.show(place + len(self.field()) - 1)
            self.column.show(place)


def tableau_of(stage: Stage, view: View) -> Tableau:
    """What the picture shows of a view."""
    layers = () if view.picture is None else (view.picture, *view.over)
    spoken = [line.speaker for line in view.lines if line.speaker is not None]
    moment = view.moment
    return Tableau(
        (view.scene, view.caught, view.lines),
        stage.session.folder,
        view.place or view.scene,
        layers,
        DAY if moment is None else light_at(moment.month, moment.minute),
        view.stage,
        spoken[-1] if spoken else None,
        bool(view.caught),
    )


def picture_of(stage: Stage, view: View, kit: Kit) -> pygame.Surface:
    """The picture of the place at its size on the window, or what stands for it."""
    return stage.theatre.still(kit.frame.picture.size, tableau_of(stage, view))


def draw_cover(surface: pygame.Surface, stage: Stage) -> None:
    """The picture of the story, where no place is to be shown."""
    area, session = stage.kit.frame.picture, stage.session
    layers = () if session.cover is None else (session.cover,)
    cover = Tableau("cover", session.folder, session.story_title, layers, cast=session.cover_stage)
    surface.blit(stage.theatre.still(area.size, cover), area.topleft)


def draw_place(surface: pygame.Surface, stage: Stage, view: View, tags: Sequence[Tag] = ()) -> None:
    """The picture of the place, or a stand-in with its name where the tags leave room for it."""
    kit, area = stage.kit, stage.kit.frame.picture
    stage.theatre.draw(surface, area, tableau_of(stage, view))
    eye = stage.theatre.eye(area) if view.caught else None
    if eye is not None:
        draw_frame(surface, kit, area, eye, view.caught, stage.theatre.closed)
    if view.picture is None and view.place:
        size, margin = kit.frame.title, kit.frame.margin
        lines = kit.type.lines(view.place, "story", size, area.width - 2 * margin)
        at = (area.left + margin, area.top + round(margin * 0.8))
        high = len(lines) * kit.type.leading("story", size)
        if all(tag.rect.top >= at[1] + high for tag in tags):
            kit.type.draw(surface, lines, at, "story", size, _NAME)
