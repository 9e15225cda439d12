"""The log: everything that was said, the latest at the end."""

from __future__ import annotations

from game.screen.page import Page
from game.screen.widgets import Block, Labelled, Rule, Words


class LogPage(Page):
    """Opens at its end."""

    _opened = False

    def blocks(self) -> list[Block]:
        blocks: list[Block] = [Words("Log", "strong", "title")]
        for said in self.stage.session.log():
            match said.kind:
                case "heading":
                    blocks.append(Rule(before=1.6))
                    blocks.append(Words(said.text.upper(), "score", "label", "quiet"))
                case "choice":
                    blocks.append(Words(f"→ {said.text}", "strong", before=1.2))
                case "sees":
                    blocks.append(Labelled("SEES", said.text, "score", "score", "label"))
                case "misses":
                    blocks.append(Labelled("misses", said.text, "hand", "hand", before=0.2))
                case _ if said.speaker_name:
                    name = said.speaker_name.upper()
                    blocks.append(Words(name, "score", "label", "quiet", before=1.2))
                    blocks.append(Words(said.text, "aside", before=0.1, struck=said.struck))
                case _:
                    blocks.append(Words(said.text, struck=said.struck))
        if len(blocks) == 1:
            blocks.append(Words("Nothing has been said yet.", "story", "text", "quiet"))
        return blocks

    def refresh(self) -> None:
        super().refresh()
        if not self._opened:
            self._opened = True
            self.column.rewind(to_end=True)
