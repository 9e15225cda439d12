"""What can be seen of the rules for texts without reading them as a person does.

Each rule takes the texts of a story, or the story, and tells what breaks it: `file:line: words`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from game.commands.wiring import SPECS
from game.play.pairs import asides
from game.story.instruments import DEEDS
from game.story.model import Choice, Play, Story
from game.story.source import Source
from tests.texts.reading import Texts, Told
from tests.texts.runs import kept, runs

_NUMBERS = """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
hundred hundreds thousand thousands million millions billion billions dozen dozens"""
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth"

NUMBERS = frozenset(_NUMBERS.split())
ORDINALS = frozenset(_ORDINALS.split())
"""Behind a dash, as in twenty-first, they make an ordinal of a number."""

IDIOMS = ("one or two", "two by two", "in two")
"""What says no number, though there is one in it."""

LONGEST_SENTENCE = 40

_TOKEN = re.compile(r"[0-9][0-9.,:]*(?:st|nd|rd|th)?|[^\W\d_]+(?:[-’'][^\W\d_]+)*")
_WORD = re.compile(r"[\w#][\w#'’.,:-]*")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_IDIOM = re.compile(rf"\b(?:{'|'.join(IDIOMS)})\b", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(
    r"(?<![.?!…])(?<!\bMr)(?<!\bMrs)(?<!\bMs)(?<!\bDr)(?<!\bSt)(?<!\b[A-Z])"
    r"[.?!…]+[”’\")*\]]*\s+(?=[“‘\"(*\[]*[A-Z0-9#])"
)

Rule = Callable[[Texts, Story], list[str]]


def figures(texts: Texts, story: Story) -> list[str]:
    """Numbers that no card of their paragraph explains, in digits or in words from two up. Free
    are what stands between braces, ordinals, halves, titles, and what only sounds like a number.

    The checker asks less of authors: digits alone, and neither times nor dates."""
    found: dict[str, None] = {}
    titles = set(_titles(story))
    for told in texts.prose:
        for paragraph in () if told.begins in titles else told.paragraphs:
            if not paragraph.marked:
                for figure in _figures(_IDIOM.sub(".", paragraph.text)):
                    place = texts.place(told, _PLAIN_WORD.findall(figure))
                    found[f"{place}: {figure}"] = None
    return list(found)


def _titles(story: Story) -> Iterator[Source]:
    """Where the titles of chapters and scenes stand: names, which state nothing."""
    for chapter in story.chapters.values():
        yield chapter.title.source
    for scene in story.scenes.values():
        for one in (scene, *scene.arms.values()):
            if one.title is not None:
                yield one.title.source


def _figures(text: str) -> Iterator[str]:
    """Each figure, as far as its words stand side by side, with the word behind it."""
    words = list(_TOKEN.finditer(text))
    at = 0
    while at < len(words):
        first = last = at
        at += 1
        if not _is_figure(words[first][0]):
            continue
        while at < len(words) and text[words[last].end() : words[at].start()] == " ":
            last = at
            at += 1
            if not _is_figure(words[last][0]):
                break
        yield text[words[first].start() : words[last].end()]


def _is_figure(word: str) -> bool:
    if word[0].isdigit():
        return not word[-1].isalpha()
    parts = word.lower().split("-")
    return not NUMBERS.isdisjoint(parts) and parts[-1] not in ORDINALS


def unsaid(texts: Texts, story: Story) -> list[str]:
    """Choices that leave a record, or answer a pair, and do not say both what the score sees
    and what it misses: themselves, or in each outcome of what is played."""
    found: dict[str, None] = {}
    for scene in story.scenes.values():
        aside = asides(scene)
        for surface in scene.arms.values() or (scene,):
            for choice in surface.choices:
                answers = scene.pair is not None and choice.id not in aside
                if answers or _is_recorded(choice, story):
                    place = f"{choice.source.file}:{choice.source.line}"
                    for missing in _missing(choice):
                        found[f"{place}: {choice.id} has no {missing}"] = None
    return list(found)


def _is_recorded(choice: Choice, story: Story) -> bool:
    deeds = {deed.kind for deed in choice.effects.deeds if deed.by is None}
    if choice.play is not None:
        deeds |= _deeds_of(choice.play)
    return bool(choice.effects.writes) or any(
        not deeds.isdisjoint(eye.sees or system.rules)
        for system in story.systems.values()
        for eye in system.eyes
    )


def _deeds_of(play: Play) -> set[str]:
    named = SPECS[play.instrument].mentions
    return set() if named is None else {id for kind, id in named(play.parameters) if kind in DEEDS}


def _missing(choice: Choice) -> Iterator[str]:
    outcomes = () if choice.play is None else choice.play.outcomes.values()
    if not choice.sees and not (outcomes and all(one.sees for one in outcomes)):
        yield "sees"
    if not choice.misses and not (outcomes and all(one.misses for one in outcomes)):
        yield "misses"


def without_source(texts: Texts, story: Story) -> list[str]:
    """Cards that call themselves facts, and name no source."""
    return [
        f"{texts.place(Told(()), [id, ':'])}: {id}"
        for id, card in story.cards.items()
        if card.kind != "fiction" and not (card.origin or "").strip()
    ]


def long_sentences(texts: Texts, story: Story) -> list[str]:
    """Sentences of more than 40 words, on cards as well."""
    cards = [told for told in texts.plain if told.paragraphs[0].text in _on_cards(story)]
    found: dict[str, None] = {}
    for told in (*texts.prose, *cards):
        for paragraph in told.paragraphs:
            for sentence in _SENTENCE_ENDS.split(paragraph.text):
                words = _WORD.findall(sentence)
                if len(words) > LONGEST_SENTENCE:
                    place = texts.place(told, _PLAIN_WORD.findall(sentence)[:4])
                    found[f"{place}: {len(words)} words: {' '.join(words[:6])} …"] = None
    return list(found)


def _on_cards(story: Story) -> Collection[str]:
    return {card.text for card in story.cards.values()}


def borrowed(texts: Texts, story: Story, known: Collection[str] | None = None) -> list[str]:
    """Eight words in a row that stand in what the story is modelled on, in any string of it."""
    digests = kept() if known is None else known
    found: dict[str, None] = {}
    for told in (*texts.prose, *texts.plain):
        for paragraph in told.paragraphs:
            for run in runs(paragraph.text):
                if run.digest in digests:
                    found[f"{texts.place(told, run.words)}: {' '.join(run.words)}"] = None
    return list(found)


RULES: Mapping[str, Rule] = {
    "figures": figures,
    "unsaid": unsaid,
    "without source": without_source,
    "long sentences": long_sentences,
    "borrowed": borrowed,
}
