"""What should stand beside a text: cards to figures, notes to chapters. Asked for only in
stories that have cards or notes at all."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.story.checks.desk import CheckDesk
from game.story.model import Scene
from game.story.prose import Prose

_PARAGRAPH = re.compile(r"\n[ \t]*\n")
_BRACES = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
_TIME = (
    r"[0-9]{1,2}[:.][0-9]{2}(?: ?[ap]m)?",
    r"[0-9]{1,2}(?:st|nd|rd|th)?(?: of)? (?:January|February|March|April|May|June|July|August"
    r"|September|October|November|December)",
    r"(?:1[5-9]|20|21)[0-9]{2}(?:-[0-9]{2}-[0-9]{2})?",
)
_FIGURE = re.compile(
    rf"(?<![A-Za-z0-9-])(?:(?P<time>(?:{'|'.join(_TIME)})(?![0-9,]))|(?P<figure>[0-9][0-9.,]*))"
    r"(?![A-Za-z0-9])"
)


def check_figures(at: CheckDesk) -> None:
    """Reports figures that no card explains. Times and dates need none, nor do figures between
    braces, those of the score or those that are only numbers: {4}."""
    if not at.story.cards:
        return
    for scene in at.story.scenes.values():
        if not scene.cards:
            for text in dict.fromkeys(_texts(scene)):
                _check_text(at, text)


def _texts(scene: Scene) -> Iterator[Prose]:
    for one in (scene, *scene.arms.values()):
        yield one.text
        yield from () if one.asks is None else one.asks.texts
        yield from (phone.text for phone in one.phones if phone.text is not None)
        yield from (choice.text for choice in one.choices)


def _check_text(at: CheckDesk, text: Prose) -> None:
    if not any(char in text.text for char in "0123456789"):
        return
    for paragraph in _PARAGRAPH.split(text.text):
        tags = _BRACES.findall(paragraph)
        if any(tag.startswith("{card ") for tag in tags):
            continue
        for found in _FIGURE.finditer(_BRACES.sub(" ", paragraph)):
            if found["figure"]:
                figure = found["figure"].rstrip(".,")
                at.report("S144", at.place_in(text, figure), figure=figure)
                break


def check_notes(at: CheckDesk) -> None:
    """Reports chapters that do not say what may hurt in them, nor that nothing does."""
    scenes, chapters = at.story.scenes.values(), at.story.chapters.values()
    noted = {scene.chapter for scene in scenes if scene.content is not None}
    if not noted and all(chapter.content is None for chapter in chapters):
        return
    for chapter in chapters:
        if chapter.content is None and not chapter.harmless and chapter.id not in noted:
            at.report_id("S145", "chapter", chapter.id)
