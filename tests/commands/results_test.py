"""`main.py results`: what a study found, on a small story."""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest

from game import cli, folders
from game.commands import results, wiring
from game.commands.studies import store_of
from game.errors import GameError
from game.mirror.study import words
from game.mirror.study.protocol import Study
from game.mirror.study.reading_protocol import read_study
from game.mirror.study.sqlite_store import open_kept, open_store
from game.mirror.study.store import Answered
from game.story.load import load
from tests.mirror.study.protocols import PROTOCOL, story


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a small story and a protocol that asks about it; data are kept in it, too."""
    monkeypatch.setenv(folders.OVERRIDE, str(tmp_path / "data"))
    story(tmp_path)
    (tmp_path / "coats.yaml").write_text(PROTOCOL, encoding="utf-8")
    return tmp_path


def run(home: Path, *argv: str) -> int:
    return results.run(cli.parse(["results", "--story", str(home / "story"), *argv]))


def study(home: Path) -> Study:
    return read_study(home / "coats.yaml", load(home / "story", wiring.SPECS))


def answered(home: Path, visitors: int = 12, name: str = "") -> Path:
    """A store in which every second one gives the coat, and every fourth goes before the end."""
    found = study(home)
    path = store_of(found, folders.data())
    path = path.with_stem(name or path.stem)
    store = open_store(path, found, seed=lambda: 7)
    for number in range(visitors):
        store.start(str(number), 1)
        given = Answered("knock", "at-stake", "give" if number % 2 else "keep", 1)
        store.answer(str(number), [given], 1)
        if number % 4:
            store.finish(str(number), 2)
    store.close()
    return path


def test_the_only_study_is_told_without_a_name(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(home)
    assert run(home) == 0
    told = capsys.readouterr().out
    assert told.startswith("Does a number on the screen change")
    assert "SIMULATED" not in told


def test_a_protocol_and_a_name_mean_the_same(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(home)
    assert run(home, str(home / "coats.yaml")) == 0
    by_protocol = capsys.readouterr().out
    assert run(home, "warm-coats") == 0
    assert capsys.readouterr().out == by_protocol


def test_of_several_studies_one_must_be_named(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(home) == 2
    assert "No answers are kept yet" in capsys.readouterr().err
    answered(home)
    answered(home, name="other")
    assert run(home) == 2
    assert "other, warm-coats" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["nothing", "../warm-coats", "a/b", ""])
def test_a_name_that_is_none_is_answered_with_those_that_there_are(home: Path, name: str) -> None:
    answered(home)
    with pytest.raises(GameError, match=r"There is no study .*Answers are kept of: warm-coats"):
        run(home, name)


def test_a_study_without_answers_and_one_whose_protocol_changed_are_told_apart(home: Path) -> None:
    with pytest.raises(GameError, match="Nobody has answered yet"):
        run(home, str(home / "coats.yaml"))
    answered(home)
    changed = PROTOCOL.replace("target: 40", "target: 50")
    (home / "coats.yaml").write_text(changed, encoding="utf-8")
    with pytest.raises(GameError, match=r"another protocol than this one.* results warm-coats"):
        run(home, str(home / "coats.yaml"))


def test_a_protocol_that_is_wrong_is_told_as_such(home: Path) -> None:
    (home / "coats.yaml").write_text("study: [", encoding="utf-8")
    with pytest.raises(GameError, match=r"coats\.yaml"):
        run(home, str(home / "coats.yaml"))


def test_figures_can_be_had_as_csv_and_as_json(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(home)
    assert run(home, "--csv") == 0
    assert capsys.readouterr().out.startswith("counted,what,arm,")
    assert run(home, "--json") == 0
    assert json.loads(capsys.readouterr().out)["study"] == "warm-coats"


def test_a_page_is_written_where_it_is_wanted(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answered(home, 24)
    assert run(home, "--page", str(home / "new" / "page.html")) == 0
    assert "page.html" in capsys.readouterr().out
    assert "<svg" in (home / "new" / "page.html").read_text(encoding="utf-8")
    for nowhere in (home / "coats.yaml" / "page.html", home, Path("")):
        with pytest.raises(GameError, match="cannot be written"):
            run(home, "--page", str(nowhere))


def test_a_story_of_another_name_lends_no_words(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    answered(home)
    args = cli.parse(["results", "--story", str(folders.how_to_play())])
    assert results.run(args) == 0
    assert "a study of the story small" in capsys.readouterr().err


def test_a_story_that_is_none_is_told(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert results.run(cli.parse(["results", "--story", str(home / "nowhere")])) == 2
    assert "There is no folder" in capsys.readouterr().err


def test_simulated_visitors_have_a_store_of_their_own_and_are_marked(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real = answered(home)
    before = open_kept(real).counts()
    page = home / "page.html"
    assert run(home, str(home / "coats.yaml"), "--demo", "42", "--json") == 0
    assert json.loads(capsys.readouterr().out)["simulated"] is True
    assert run(home, "warm-coats-simulated", "--page", str(page)) == 0
    assert words.SIMULATED in page.read_text(encoding="utf-8")
    assert open_kept(real).counts() == before
    arms = open_kept(real.with_stem("warm-coats-simulated")).counts().arms
    assert sum(arm.started for arm in arms.values()) == 42


def test_a_demonstration_is_made_anew_and_comes_out_alike(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told = []
    for _ in range(2):
        assert run(home, str(home / "coats.yaml"), "--demo", "30") == 0
        told.append(capsys.readouterr().out)
    assert told[0] == told[1]


def test_a_demonstration_needs_a_protocol(home: Path) -> None:
    answered(home)
    with pytest.raises(GameError, match="Name the protocol"):
        run(home, "warm-coats", "--demo", "10")


def typing(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: text)


def test_erasing_asks_for_the_name(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = answered(home)
    typing("yes", monkeypatch)
    assert run(home, "--erase") == 1
    assert "Nothing was erased." in capsys.readouterr().err
    assert path.is_file()
    typing("warm-coats", monkeypatch)
    assert run(home, "--erase") == 0
    assert "What this cannot reach: a backup" in capsys.readouterr().out
    assert list(path.parent.iterdir()) == []


def test_nobody_at_the_keyboard_erases_nothing(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(_: str) -> str:
        raise EOFError

    path = answered(home)
    monkeypatch.setattr("builtins.input", ends)
    assert run(home, "--erase") == 1
    assert path.is_file()


def test_erasing_can_be_told_not_to_ask(home: Path) -> None:
    path = answered(home)
    assert run(home, str(home / "coats.yaml"), "--erase", "--yes") == 0
    assert not path.is_file()
    with pytest.raises(GameError, match="nothing to erase"):
        run(home, str(home / "coats.yaml"), "--erase", "--yes")


def test_the_statistics_can_be_tried(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(results.trial, "told", lambda chance, studies: iter(["tried"]))
    assert results.run(cli.parse(["results", "--trial"])) == 0
    assert capsys.readouterr().out == "tried\n"


@pytest.mark.parametrize(
    "argv", [["--csv", "--json"], ["--demo", "5", "--erase"], ["--demo", "-1"], ["--demo", "many"]]
)
def test_what_does_not_go_together_is_mistyped(
    argv: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["results", *argv]) == 2
    assert "usage:" in capsys.readouterr().err


def test_namespace_of_cli_is_what_the_verb_reads() -> None:
    args = cli.parse(["results", "lamp", "--csv"])
    assert isinstance(args, argparse.Namespace)
    assert (args.study, args.csv, args.story) == ("lamp", True, folders.default_story())
