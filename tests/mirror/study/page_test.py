"""The page to print or keep: whole by itself, readable without its pictures, and marked."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from game.mirror.study import words
from game.mirror.study.forms import Names
from game.mirror.study.page import page
from game.mirror.study.pictures import WIDE, pictures
from game.mirror.study.report import Report, report
from game.mirror.study.store import ArmCounts
from tests.mirror.study.studies import STUDY, counts

DECIDED = {"hidden": (20, 60), "shown": (35, 60)}
RUNNING = {"hidden": (20, 60), "shown": (35, 59)}
VOID = {"meta", "rect", "line", "circle", "path"}


def told(first: object = None, simulated: bool = False, arms: object = None) -> Report:
    return report(STUDY, counts(first, arms, simulated=simulated), {})


class Reader(HTMLParser):
    """Checks that what is opened is closed, and keeps what is read."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: object) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data


def test_everything_that_is_opened_is_closed() -> None:
    for first in (DECIDED, RUNNING, {"hidden": (3, 60), "shown": (35, 60)}):
        assert Reader(page(told(first), Names())).open == []


def test_it_needs_nothing_beside_it() -> None:
    html = page(told(DECIDED), Names())
    assert {"script", "link", "img", "iframe"}.isdisjoint(Reader(html).tags)
    addresses = re.findall(r"(?:https?:|url\(|@import|src=|href=)[^\s>]*", html)
    assert set(addresses) <= {'http://www.w3.org/2000/svg"'}


def test_all_that_is_said_and_all_that_is_drawn_stands_there_in_words() -> None:
    found = told(DECIDED)
    text = Reader(page(found, Names())).text
    assert all(sentence in text for sentence in words.sentences(found))
    drawn = list(pictures(found))
    assert len(drawn) == 3
    assert all(picture.words in text for picture in drawn)
    assert "score shown: 60 %, 35 of 60; it may well lie from 46 to 70 %" in text


def test_what_is_simulated_says_so_on_the_page_and_in_each_picture() -> None:
    found = told(DECIDED, simulated=True)
    html = page(found, Names())
    assert words.SIMULATED in html
    assert "<title>SIMULATED: " in html
    for picture in pictures(found):
        assert ">SIMULATED. " in picture.svg.split("</title>")[1]
    assert "SIMULATED" not in page(told(DECIDED), Names())


def test_a_running_study_has_no_exact_counts_in_its_pictures() -> None:
    drawn = [picture.words for picture in pictures(told(RUNNING))]
    assert drawn[0] == (
        "How many talked to the friend, so far: score hidden: 35 %; score shown: 60 %."
    )
    assert "whisker" not in next(pictures(told(RUNNING))).svg


def test_what_is_withheld_is_not_drawn() -> None:
    arms = {"hidden": ArmCounts(100, 80, 60), "shown": ArmCounts(100, 80, 50)}
    (only,) = pictures(told(DECIDED, arms=arms))
    assert only.words.startswith("Who began")


@pytest.mark.parametrize("apart", [(10, 50), (50, 10), (30, 30)])
def test_nothing_is_drawn_beside_the_picture(apart: tuple[int, int]) -> None:
    first, second = apart
    for picture in pictures(told({"hidden": (first, 60), "shown": (second, 60)})):
        for x in re.findall(r'(?: x1?| x2|cx)="([-.\d]+)"', picture.svg):
            assert 0 <= float(x) <= WIDE


def test_a_long_outcome_gets_more_lines() -> None:
    outcome = replace(STUDY.outcome, words="took the telephone from the sill " * 5)
    found = report(replace(STUDY, outcome=outcome), counts(DECIDED), {})
    heads = re.findall(r'class="head"[^>]*>([^<]*)<', next(pictures(found)).svg)
    assert len(heads) == 4
    assert max(map(len, heads)) <= 56


def test_words_of_a_host_are_words() -> None:
    study = replace(STUDY, host="<b>Me & you</b>", question="Is 1 < 2?")
    html = page(report(study, counts(DECIDED), {}), Names())
    assert "&lt;b&gt;Me &amp; you&lt;/b&gt;" in html
    assert "Is 1 &lt; 2?" in html
