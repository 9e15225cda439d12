"""A report as text, CSV and JSON."""

from __future__ import annotations

import csv
import json
from io import StringIO

from game.mirror.study import forms, words
from game.mirror.study.forms import Names
from game.mirror.study.report import Report, report
from game.mirror.study.store import Counts
from tests.mirror.study.studies import STUDY, counts

CELLS = {
    ("hidden", "rent", "at-stake", "pay"): 47,
    ("hidden", "rent", "at-stake", "wait"): 31,
    ("shown", "rent", "at-stake", "pay"): 78,
    ("shown", "rent", "at-stake", "wait"): 7,
}
NAMES = Names({"rent": "The rent"}, {("rent", "pay"): "Pay it."})


def told(found: Counts) -> Report:
    return report(STUDY, found, {})


def lines(found: Counts) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(forms.as_csv(told(found)))))


def test_text_has_the_question_what_was_found_and_the_tables() -> None:
    text = forms.text(told(counts(cells=CELLS)), NAMES)
    assert text.startswith(STUDY.question)
    assert "The rent, with points at stake" in text
    assert [line.split() for line in text.splitlines() if line.startswith("Pay it.")] == [
        ["Pay", "it.", "45", "not", "told"]
    ]
    assert max(map(len, text.splitlines())) <= forms.WIDTH


def test_what_is_simulated_says_so_in_each_form() -> None:
    found = counts(simulated=True)
    assert forms.text(told(found), NAMES).startswith(words.SIMULATED)
    assert json.loads(forms.as_json(told(found)))["simulated"] is True
    assert {line["counted"] for line in lines(found)} == {"simulated visitors"}


def test_what_is_not_simulated_does_not() -> None:
    text = forms.text(told(counts()), NAMES) + forms.as_json(told(counts()))
    assert words.SIMULATED not in text
    assert json.loads(forms.as_json(told(counts())))["simulated"] is False
    assert {line["counted"] for line in lines(counts())} == {"visitors"}


def test_json_has_the_effect_and_null_for_what_cannot_be_told() -> None:
    found = json.loads(forms.as_json(told(counts({"hidden": (20, 60), "shown": (35, 60)}))))
    assert found["verdict"] == "clearly different"
    assert found["effect"]["points"] == 25.0
    assert found["effect"]["counts"] == [{"gave": 20, "of": 60}, {"gave": 35, "of": 60}]
    few = json.loads(
        forms.as_json(told(counts({"hidden": (5, 60), "shown": (35, 60)}, cells=CELLS)))
    )
    assert (few["state"], few["verdict"], few["effect"]) == ("withheld", None, None)
    assert few["answers"][0]["counts"] == {"hidden": 45, "shown": None}


def test_csv_has_a_figure_a_line() -> None:
    found = lines(counts(cells=CELLS))
    rent = [line for line in found if line["pair"] == "rent"]
    assert [(line["arm"], line["option"], line["figure"]) for line in rent] == [
        ("hidden", "pay", "45"),
        ("shown", "pay", ""),
        ("hidden", "wait", "30"),
        ("shown", "wait", ""),
    ]
    assert found[0]["figure"] == "too close to call"


def test_what_is_withheld_is_in_no_form() -> None:
    few = counts({"hidden": (5, 60), "shown": (35, 60)})
    for text in (
        forms.text(told(few), NAMES),
        forms.as_csv(told(few)),
        forms.as_json(told(few)),
    ):
        assert "35" not in text
