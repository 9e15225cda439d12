"""A field in the view: the words of now, only where it stands."""

from __future__ import annotations

from pathlib import Path

from game.story.prose import Line
from game.transcripts.plain import on_screen
from tests.play.small import begin, small

ASKED = """\
yard:
  text: The yard.
  field:
    label: "{if coins > 0}Your rich{else}Your{end} name"
    emptied: ["Gone, at {points(book)} points.", "Gone again{card made-up}."]
  choices:
    earn: {text: Earn., set: {coins: coins + 1}, go: yard}
    walk: {text: Walk., go: street}
street: {text: The street., go: yard}
"""


def test_a_field_has_its_words_of_now_and_the_last_text_stays(tmp_path: Path) -> None:
    run = begin(small(tmp_path, ASKED))
    field = run.view().field
    assert field is not None
    assert field.label == "Your name"
    told = [field.said(before)[0].text for before in range(4)]
    assert told == ["Gone, at 3 points.", *["Gone again△."] * 3]
    run.choose("earn")
    field = run.view().field
    assert field is not None
    assert field.label == "Your rich name"
    run.choose("walk")
    assert run.view().field is None


def test_where_the_score_is_hidden_the_field_tells_nothing_of_it(tmp_path: Path) -> None:
    field = begin(small(tmp_path, ASKED), shown=False).view().field
    assert field is not None
    assert field.said(0) == (Line(None, "Gone, at – points."),)


def test_the_cards_of_its_texts_are_on_offer(tmp_path: Path) -> None:
    assert [card.id for card in begin(small(tmp_path, ASKED)).view().cards] == ["made-up"]


def test_a_transcript_sees_the_label(tmp_path: Path) -> None:
    assert on_screen(begin(small(tmp_path, ASKED))) == ["The yard.", "Your name"]
