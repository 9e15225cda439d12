"""Where things stand: rectangles for a window's size and a text size, nothing drawn."""

from __future__ import annotations

from dataclasses import dataclass

from pygame import Rect

TARGET = 44
"""The least height and width of what can be pressed, in pixels."""

LINE = 23.5
"""How wide a line of the story is, in sizes of its type: some 48 signs of any of our faces."""

SHEET = 30
"""The same on a sheet: no more than some 65 signs."""

TABLE = 40
"""The same, for a sheet with columns of figures."""

SPREAD = 50
"""The same, for one on which both answers stand beside their question."""

READABLE = 18
"""The least size of the story's text, in pixels."""


@dataclass(frozen=True, slots=True)
class Frame:
    """The measures of one window. `text`: the story's text, in pixels; all else follows it.
    `share`: how much of an upright window is above the column; `least`: how much of a wide one
    the picture keeps beside it. `measure`: how wide the lines of a sheet may be, in sizes of its
    type."""

    size: tuple[int, int]
    text: int
    share: float = 0.40
    least: float = 1 / 3
    measure: int = SHEET

    @property
    def portrait(self) -> bool:
        return self.size[1] > self.size[0]

    @property
    def window(self) -> Rect:
        return Rect((0, 0), self.size)

    @property
    def line(self) -> int:
        """From one line of text to the next: what a turn of the wheel scrolls by."""
        return self.text * 3 // 2

    @property
    def label(self) -> int:
        """Small type: headings in mono, speakers, the bar."""
        return max(14, round(self.text * 0.68))

    @property
    def small(self) -> int:
        """What is said beside the story: remarks, buttons, what stands on a phone."""
        return max(16, round(self.text * 0.85))

    @property
    def note(self) -> int:
        """What explains the line that it stands at: why a choice is shut, what a field is for."""
        return max(16, round(self.text * 0.82))

    @property
    def title(self) -> int:
        return round(self.text * 1.5)

    @property
    def gap(self) -> int:
        """A little air."""
        return max(6, round(self.text * 0.45))

    @property
    def margin(self) -> int:
        return max(20, min(round(self.text * 1.8), round(max(self.size) * 0.034)))

    @property
    def target(self) -> int:
        return max(self.press, round(self.text * 1.75))

    @property
    def press(self) -> int:
        """The least height and width of what can be pressed, in pixels: on an upright window,
        which is one to be touched, 17 mm of a screen of 24 inches."""
        return max(TARGET, self.size[0] // 18) if self.portrait else TARGET

    @property
    def gutter(self) -> int:
        """Room at the right of a column, for the buttons that scroll it."""
        return max(self.press + 8, self.margin)

    @property
    def picture(self) -> Rect:
        """The picture: to the left, or above on an upright window."""
        width, height = self.size
        if self.portrait:
            return Rect(0, 0, width, round(height * self.share))
        return Rect(0, 0, width - self._column_width, height)

    @property
    def column(self) -> Rect:
        """The paper beside the picture."""
        width, height = self.size
        if self.portrait:
            top = self.picture.height
            return Rect(0, top, width, height - top)
        return Rect(width - self._column_width, 0, self._column_width, height)

    @property
    def sheet(self) -> Rect:
        """A sheet that lies on the desk, with room beside or below it for buttons."""
        width, height = self.size
        edge = max(10, round(min(width, height) * 0.035))
        if self.portrait:
            return Rect(edge, edge, width - 2 * edge, height - 2 * edge)
        most = min(
            width - 2 * edge,
            self.text * self.measure + self.margin + self.gutter,
        )
        aside = self.aside + 2 * edge
        wide = min(most, width - edge - aside)
        left = max(edge, (width - self.aside - self.margin - wide) // 2)
        return Rect(left, edge, wide, height - 2 * edge)

    @property
    def aside(self) -> int:
        """How wide the buttons beside a sheet are."""
        return max(110, min(round(self.text * 8), round(self.size[0] * 0.2)))

    @property
    def _column_width(self) -> int:
        width = self.size[0]
        wanted = round(self.text * LINE) + self.margin + self.gutter
        return min(max(round(width * 0.36), wanted), int(width * (1 - self.least)))


def frame_for(size: tuple[int, int], text_size: int) -> Frame:
    """Measures for a window. Text grows with its height; on upright windows, which one stands
    before, with its width, from 38 to 76 pixels at a width of 1080."""
    width, height = max(320, size[0]), max(240, size[1])
    if height > width:
        text = width / 1080 * (38 + (text_size - 26) * 38 / 30)
    else:
        least = min(width / 1240, height / 930, 0.645)
        text = text_size * max(least, min(height / 1080, width / 1600))
    # Large text on an upright window: what is read has more of it.
    given = min(0.10, max(0.0, text / width - 0.05) * 5) if height > width else 0.0
    return Frame((width, height), max(READABLE, round(text)), 0.40 - given)
