"""The log: everything that was said, the latest at the end."""

from __future__ import annotations

from game.screen.blocks.slips import Head
from game.screen.blocks.transcript import DateHead, Entry, Taken
from game.screen.blocks.widgets import Block, Words
from game.screen.page import Page
from game.screen.transitions.turns import Look


class LogPage(Page):
    """Opens at its end."""

    look: Look = "closer"
    _opened = False

    def blocks(self) -> list[Block]:
        said = self.stage.session.log()
        blocks: list[Block] = [Head("Log", "" if said else "Nothing has been said yet.")]
        for line in said:
            # Under a strip of paper and its shadow there is air, whatever follows.
            under = isinstance(blocks[-1], Taken)
            name = line.speaker_name
            match line.kind:
                case "heading":
                    blocks.append(DateHead(line.text.upper()))
                case "choice":
                    blocks.append(Taken(line.text))
                case "sees":
                    words = Words(line.text, "score", "label", "score")
                    blocks.append(Entry(words, "sees", before=1.6 if under else 1.4))
                case "misses":
                    words = Words(line.text, "hand", tone="hand")
                    blocks.append(Entry(words, "misses", before=1.6 if under else 0.2))
                case _ if name:
                    words = Words(line.text, "aside", struck=line.struck)
                    blocks.append(Entry(words, name))
                case _:
                    blocks.append(Entry(Words(line.text, struck=line.struck)))
        return blocks

    def refresh(self) -> None:
        super().refresh()
        if not self._opened:
            self._opened = True
            self.column.rewind(to_end=True)
