"""The phone that lies over the place of a scene: where it is, and what is on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import pygame

from game.screen.beside import beside_tags
from game.screen.kit import Kit
from game.screen.phone.app import draw_app
from game.screen.phone.body import WIDE, Body, draw_bar, draw_body
from game.screen.phone.call import draw_call
from game.screen.phone.chat import Chat
from game.screen.phone.ranking import draw_ranking
from game.screen.score_tag import Tag

if TYPE_CHECKING:
    from game.play.phone_view import Phone
    from game.play.view import Score


class PhoneOver:
    """A phone over the picture, with the tags of the score that stand beside it."""

    def __init__(
        self, kit: Kit, phone: Phone, scores: Sequence[Score], people: Mapping[str, str]
    ) -> None:
        self._kit, self._phone, self._people = kit, phone, people
        area = kit.frame.picture
        clear, self.tags = beside_tags(kit, scores, area, kit.frame.text * WIDE)
        self.body = Body(kit, area)
        if any(_near(kit, tag, self.body) for tag in self.tags):
            self.body = Body(kit, clear)
        self._chat: Chat | None = None

    def tells(self, system: str) -> bool:
        """Whether the standing of this system is said on the phone."""
        return self._phone.standing is not None and self._phone.system == system

    def draw(self, surface: pygame.Surface) -> None:
        """Draws it; what is below the picture stays there."""
        kit, body, phone = self._kit, self.body, self._phone
        before = surface.get_clip()
        surface.set_clip(kit.frame.picture.clip(before))
        draw_body(surface, kit, body.phone)
        draw_bar(surface, kit, body.bar, phone.clock, kit.theme.on_ink_quiet)
        match phone.shows:
            case "app":
                draw_app(surface, kit, body, phone)
            case "ranking":
                draw_ranking(surface, kit, body, phone)
            case "chat":
                self._chat = self._chat or Chat(kit, body, phone, self._people)
                self._chat.draw(surface)
            case "call":
                draw_call(surface, kit, body, phone, self._people)
        surface.set_clip(before)


def _near(kit: Kit, tag: Tag, body: Body) -> bool:
    return tag.rect.right + kit.frame.gap > body.phone.left
