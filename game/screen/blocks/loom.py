"""Where both answers of a pair stand on a page, as its width allows."""

from __future__ import annotations

from typing import Literal

from game.screen.kit import Kit
from game.story.model import AT_STAKE, NOT_AT_STAKE

ARMS = (NOT_AT_STAKE, AT_STAKE)
"""From the left to the right."""

SAID = {NOT_AT_STAKE: "not at stake", AT_STAKE: "at stake"}

Form = Literal["named", "sides", "once"]


class Loom:
    """Where things stand at this width, from the left. On a wide page the question stands at the
    left of the threads (`named`), else above them. The options are listed on both `sides`; where
    that would be too narrow, `once`, behind the threads.

    `knots`: where a thread is tied on each side; `words`: where the words of an option begin, or
    end at the left side; `wide`: how wide they may be; `name`: how wide those of the question."""

    def __init__(self, kit: Kit, width: int) -> None:
        frame = kit.frame
        self.space = 2 * frame.gap
        self._outside = self.space + kit.type.width("+0,00", "score-strong", frame.label)
        self.form: Form = "named"
        self.wide = 0
        self.option, self.title = frame.note, frame.small
        self.name = round(width * 0.225)
        self._span(self.name + self.space, width, round(width * 0.12))
        if self.wide >= frame.note * 11:
            return
        self.form, self.option, self.title = "sides", frame.small, frame.text
        self.name = width
        self._span(0, width, round(width * 0.22))
        if self.wide >= frame.small * 9:
            return
        self.form = "once"
        first = max(4, frame.text // 4) + 1
        self.knots = {NOT_AT_STAKE: first, AT_STAKE: first + round(frame.text * 2.4)}
        self.words = {AT_STAKE: self.knots[AT_STAKE] + self.space}
        self.wide = width - self.words[AT_STAKE]

    def _span(self, left: int, right: int, thread: int) -> None:
        """Sets both sides between these two, with a thread of this length between them, and room
        for points at the right."""
        self.wide = (right - left - thread - self._outside) // 2 - self.space
        first = left + self.wide + self.space
        self.knots = {NOT_AT_STAKE: first, AT_STAKE: first + thread}
        self.words = {
            NOT_AT_STAKE: self.knots[NOT_AT_STAKE] - self.space,
            AT_STAKE: self.knots[AT_STAKE] + self.space,
        }

    @property
    def narrow(self) -> bool:
        """Whether the options are listed once."""
        return self.form == "once"

    @property
    def left(self) -> int:
        """Where that begins which is beside the question."""
        return self.name + self.space if self.form == "named" else 0
