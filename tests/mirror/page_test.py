"""The page to print or keep: whole, of itself, and true to the run."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

import pytest

from game.mirror import page
from game.mirror.backwards import RECORD
from game.mirror.notebook import Bet, Judged, Notebook
from game.mirror.page_style import CARD, INK, PAPER, QUIET, SCORE, STYLE
from game.mirror.statements import drawn
from game.play.inputs import Inputs
from game.play.run import Run
from game.story.load import load
from tests.mirror.statements_test import CARDS, STATEMENTS
from tests.mirror.twice import KNOCKS, STROLL, WATCHED
from tests.play.small import INSTRUMENTS, begin, small

ALONE = {"meta", "link", "img", "br", "hr", "input"}
"""Elements that have no end."""

FETCHED = {"src", "href", "srcset", "action", "data", "poster", "xlink:href"}
HOSTILE = "</style><script>alert('you')</script>\"'&<b>*so*"


@dataclass
class Seen(HTMLParser):
    """What a browser would make of it."""

    open: list[str] = field(default_factory=list)
    marks: list[tuple[str, dict[str, str | None]]] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.marks.append((tag, dict(attrs)))
        if tag not in ALONE:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.marks.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open[-1] != "style":
            self.texts.append(" ".join(data.split()))


def seen(html: str) -> Seen:
    found = Seen()
    found.feed(html)
    found.close()
    assert found.open == []
    return found


def played(folder: Path, *choices: str, **changes: str) -> Run:
    story = small(folder, KNOCKS, WATCHED, cards=CARDS, statements=STATEMENTS, **changes)
    return begin(story, *choices)


def whole(folder: Path, first: str, second: str, **changes: str) -> str:
    """The page of a run that knocked twice, guessed and judged everything to be true."""
    run = played(folder, "wait", first, *STROLL, "wait", second, "leave", **changes)
    notes = Notebook()
    notes.add(Bet(1, 1, len(run.holding)))
    for statement in drawn(run.story, run.seed):
        notes.add(Judged(statement.id, True))
    return page.html(run, notes)


def test_it_is_whole_and_fetches_and_runs_nothing(tmp_path: Path) -> None:
    html = whole(tmp_path, "give", "keep")
    found = seen(html)
    assert html.startswith("<!DOCTYPE html>")
    tags = {tag for tag, _ in found.marks}
    assert not tags & {"script", "link", "img", "iframe", "object", "form", "a", "base"}
    for tag, marks in found.marks:
        assert not marks.keys() & FETCHED, tag
        assert not [mark for mark in marks if mark.startswith("on")], tag
    assert not re.search(r"url\(|@import|@font-face|https?:", html)
    policy = next(m for _, m in found.marks if m.get("http-equiv") == "Content-Security-Policy")
    assert policy["content"] == "default-src 'none'; style-src 'unsafe-inline'"


def test_what_it_says_of_a_run(tmp_path: Path) -> None:
    texts = seen(whole(tmp_path, "give", "keep")).texts
    at = texts.index("One question, asked twice.")
    assert texts[:at] == ["Small", "Small", "Ana: 10 January 2019, 12:00 to 12:00"]
    assert texts[at + 1 : texts.index("True or not")] == [
        "You guessed that the score changed one. Your two answers differ.",
        "A knock",
        "with no points at stake",
        "Give the coat.",
        "Keep the coat.",
        "with points at stake",
        "Give the coat.",
        "+2",
        "Keep the coat.",
        "With no points at stake, 10 January 2019: “Keep the coat”. "
        "With points at stake, 10 January 2019: “Give the coat”, worth +2.",
        "Another answer: towards kindness with points at stake.",
        "Where the kinder answers were worth more (one question): with points at stake, you went "
        "towards kindness.",
        "One question says little about anybody. Whether it was the score that made a difference, "
        "nobody can tell from so few. Which answers are kinder, the author of the story decided; "
        "you may disagree.",
        "Whoever plays a game about a score plays for one. This game counted you, too.",
    ]
    at = texts.index(RECORD)
    assert texts[at + 1 : at + 13] == [
        *("Book, Ana", "No.", "When", "What", "Entry", "Then"),
        *("1", "10 January 2019, 12:00", "a good deed", "You chose: Give the coat."),
        "This is for “a good deed”, in “Here”, on 10 January 2019, 12:00. Book saw it with its eye "
        "“clerk”. The rule for “a good deed” gives 2.",
        "It missed: the moth hole",
    ]


def test_the_statements_stand_there_with_their_answers(tmp_path: Path) -> None:
    texts = seen(whole(tmp_path, "give", "give")).texts
    found = texts[texts.index("True or not") : texts.index(RECORD)]
    assert "You called it true. The answer: True." in found
    myth = "You called it true. The answer: Widely printed, and false."
    assert any(one.startswith(myth) for one in found)
    assert found.count("○ The moon is round. Source: Everybody.") == 3
    assert found[-1].startswith("You called everything true, and so told nothing apart.")
    unjudged = page.html(played(tmp_path, "leave"), Notebook())
    assert "True or not" not in unjudged


@pytest.mark.parametrize(("second", "level"), [("give", True), ("keep", False)])
def test_a_thread_lies_level_where_both_answers_are_the_same(
    tmp_path: Path, second: str, level: bool
) -> None:
    marks = seen(whole(tmp_path, "give", second)).marks
    (thread,) = (m["d"] or "" for tag, m in marks if tag == "path" and m["class"] == "thread")
    numbers = [int(number) for number in re.findall(r"\d+", thread)]
    assert (len(set(numbers[1::2])) == 1) is level
    (drawing,) = (m for _, m in marks if m.get("role") == "img")
    assert (drawing["aria-label"] or "").count("Give the coat") == (2 if level else 1)


def test_an_answer_that_was_not_met_has_no_thread(tmp_path: Path) -> None:
    html = page.html(played(tmp_path, "wait", "give", "leave"), Notebook())
    assert 'class="thread"' not in html
    assert "It was answered once only, so this one does not count." in html


def test_a_story_of_a_stranger_cannot_break_out(tmp_path: Path) -> None:
    """All of its words are hostile."""
    small(tmp_path, KNOCKS, WATCHED, cards=CARDS, statements=STATEMENTS)
    quoted = HOSTILE.replace("\\", "\\\\").replace('"', '\\"')
    for path in tmp_path.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        for word in ("Small", "Give the coat.", "Keep the coat.", "A knock", "Ana", "Book",
                     "a good deed", "the moth hole", "Here", "Everybody", "The moon is round.",
                     "A newspaper", "The moon is a face."):  # fmt: skip
            text = re.sub(rf"(?<=: ){re.escape(word)}(?=[,}}\n])", f'"{quoted}"', text)
        path.write_text(text, encoding="utf-8")
    run = begin(load(tmp_path), "wait", "give", *STROLL, "wait", "keep", "leave")
    notes = Notebook()
    for statement in drawn(run.story, run.seed):
        notes.add(Judged(statement.id, True))
    html = page.html(run, notes)
    found = seen(html)
    assert html.count("<script") == 0
    assert html.count("</style>") == 1
    assert {tag for tag, _ in found.marks} >= {"em"}
    assert not {tag for tag, _ in found.marks} & {"script", "b"}
    shown = "".join(found.texts)
    assert shown.count("</style><script>alert('you')</script>\"'&<b>") > 10


def test_it_says_nothing_of_who_played_or_when(tmp_path: Path) -> None:
    story = small(tmp_path, KNOCKS, WATCHED)
    run = Run(story, 1, INSTRUMENTS, Inputs(id="a-random-word"))
    run.choose("leave")
    assert "a-random-word" not in page.html(run, Notebook())


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return sum(part * weight for part, weight in zip(linear, (0.2126, 0.7152, 0.0722), strict=True))


@pytest.mark.parametrize("ink", [INK, QUIET, SCORE])
@pytest.mark.parametrize("ground", [PAPER, CARD, "#FFFFFF"])
def test_everything_can_be_read(ink: str, ground: str) -> None:
    light, dark = _light(ground), _light(ink)
    assert (light + 0.05) / (dark + 0.05) >= 4.5


def test_vermilion_belongs_to_the_score_alone() -> None:
    assert STYLE.count(SCORE) == 1
    (rule,) = (line for line in STYLE.splitlines() if SCORE in line)
    assert rule.startswith(".score, .worth {")
