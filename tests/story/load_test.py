from __future__ import annotations

import gc
import os
from pathlib import Path

import pytest

from game.story.diagnostics import Diagnostic
from game.story.instruments import InstrumentSpec
from game.story.load import Report, StoryErrors, examine, load
from game.story.model import ARMS
from game.story.source import Source
from game.story.ways import Call, Go
from tests.stories import GOOD, changed, write_story

STRIP = InstrumentSpec(
    "reading-strip",
    parameters={"minutes": "number", "visits": "text"},
    outcomes=("read", "dropped"),
    words=("start",),
    check=lambda given: "minutes must be more than 0" if given["minutes"] == 0 else None,
    required=("minutes",),
    scenes=lambda given: [str(given["visits"])] if "visits" in given else [],
)
CHAPTER, LAMP, HEAD = "chapters/one.yaml", "systems/lamp.yaml", "story.yaml"


def look(folder: Path, files: dict[str, str]) -> Report:
    return examine(write_story(folder, files), {"reading-strip": STRIP})


def found(folder: Path, file: str, old: str, new: str) -> list[Diagnostic]:
    return list(look(folder, changed(file, old, new)).diagnostics)


def test_a_good_story_is_loaded_whole(tmp_path: Path) -> None:
    story = load(write_story(tmp_path))
    assert (story.id, story.starts, story.life) == ("small", "the-cafe", "haifeng")
    assert list(story.scenes) == ["the-cafe", "the-call", "visit", "told-instead", "the-end"]
    wait = story.scenes["the-cafe"].choices[1]
    assert [(deed.kind, deed.quantity, deed.by) for deed in wait.effects.deeds] == [
        ("read-minutes", 4, None),
        ("crossed", 1, "lian"),
        ("close-app", 1, None),
    ]
    assert isinstance(wait.way, Go)
    assert [scene for _, scene in wait.way.branches] == ["the-end", "the-call"]
    assert story.scenes["the-cafe"].choices[2].way == Call("visit", "the-end")
    assert story.chapters["one"].content is not None
    assert story.chapters["one"].content.instead == "told-instead"
    assert story.variables["manner"].words == ("vaguely", "plainly", "precisely")
    assert story.lives["haifeng"].opens == {"lamp": 20}
    assert story.systems["gull"].gates["train"].listed is False
    assert [rule.id for rule in story.systems["lamp"].rules["read-minutes"]] == [
        "read-minutes",
        "read-late",
    ]
    assert examine(tmp_path).diagnostics == ()


def test_both_arms_of_a_pair_are_whole_scenes_with_the_same_choices(tmp_path: Path) -> None:
    scene = load(write_story(tmp_path)).scenes["the-call"]
    assert tuple(scene.arms) == ARMS
    stake, free = scene.arms["at-stake"], scene.arms["not-at-stake"]
    assert [choice.id for choice in stake.choices] == [choice.id for choice in free.choices]
    assert [choice.way for choice in stake.choices] == [choice.way for choice in free.choices]
    assert stake.choices[1].text.text == "Answer."
    assert free.choices[1].text.text == "Pick up."
    assert (stake.life, free.life) == ("haifeng-january", "haifeng")
    assert (free.at, free.after) == (None, 120)
    assert stake.effects is scene.effects


MISTAKES = [
    # Beyond the examples of the catalogue: file, what stands there, what is written instead,
    # code, line, part of message or hint.
    (CHAPTER, "once: true", "onse: true", "S020", 18, "Did you mean once?"),
    (CHAPTER, "once: true", "once: 'true'", "S023", 18, "Write true"),
    (CHAPTER, "if: not told", "if: not tolt", "S050", 17, "Did you mean told?"),
    (CHAPTER, "if: not told", "if: tea-rings", "S050", 17, "true or false"),
    (CHAPTER, "{cash}", "{cahs}", "S060", 9, "Did you mean cash?"),
    (CHAPTER, "manner: precisely", "manner: loudly", "S050", 19, "vaguely, plainly"),
    (CHAPTER, "set: {told", "set: {tolt", "S040", 19, "Did you mean told?"),
    (CHAPTER, "takes: 70 minutes", "takes: 70", "S027", 25, "4 minutes"),
    (CHAPTER, "- read-minutes: 4", "- read-minute: 4", "S040", 27, "read-minutes"),
    (CHAPTER, "- read-minutes: 4", "- read-minutes: four", "S022", 27, "whole number"),
    (CHAPTER, "- close-app", "- close-ap", "S040", 29, "close-app"),
    (CHAPTER, "by: lian,", "by: liam,", "S040", 28, "lian"),
    (CHAPTER, "to: xiaoyu", "to: xiaoya", "S040", 28, "life xiaoya"),
    (CHAPTER, "in: gull, about", "in: gul, about", "S040", 30, "gull"),
    (CHAPTER, "in: 6 days", "in: six days", "S027", 34, "6 days"),
    (CHAPTER, "gate: loan", "gate: lone", "S040", 38, "loan"),
    (CHAPTER, "        call: visit\n", "", "S032", 39, "call"),
    (CHAPTER, "    return: true\n", "", "S070", 52, "go, call, return, end"),
    (CHAPTER, "return: true", "return: false", "S022", 54, "true"),
    (CHAPTER, "place: kitchen", "place: kitchens", "S040", 44, "kitchen"),
    (CHAPTER, "effort: small", "efort: small", "S020", 43, "Did you mean effort?"),
    (CHAPTER, "after: 2 hours,", "go: visit,", "S020", 51, "An arm changes only"),
    (CHAPTER, "{talk: {text: Pick", "{tall: {text: Pick", "S040", 51, "Did you mean talk?"),
    (CHAPTER, "2019-01-16 20:07", "2019-13-16 20:07", "S027", 50, "There is no"),
    (CHAPTER, "life: haifeng,", "life: lian,", "S041", 51, "no calendar"),
    (CHAPTER, "  visit:\n", "  the-call:\n", "S013", 52, "twice"),
    (CHAPTER, "content: [a separation]\n", "", "S032", 3, "content"),
    (HEAD, "starts: the-cafe", "starts: the-kafe", "S040", 4, "the-cafe"),
    (HEAD, "life: haifeng\n", "life: lian\n", "S041", 5, "no calendar"),
    (HEAD, "title: A Small Story\n", "", "S021", 1, "title"),
    (HEAD, "told: false", "told: no", "S022", 13, "Write false"),
    (HEAD, "least: 0,", "least: many,", "S022", 15, "whole number"),
    (HEAD, "{number: 9000", "{number: 200000", "S025", 15, "100,000"),
    (HEAD, "word: plainly", "word: loudly", "S026", 16, "vaguely"),
    (HEAD, "  tea-rings: 0", "  hour: 0", "S033", 14, "reserved"),
    (HEAD, "of: [lian-home]", "of: [lian-hom]", "S040", 10, "lian-home"),
    (HEAD, "opens: {lamp", "opens: {lamb", "S040", 8, "lamp"),
    (HEAD, "kind: household", "kind: house", "S026", 11, "household"),
    (HEAD, ', source: "A paper, 28 March 2019"', "", "S021", 25, "Only fiction"),
    (HEAD, "kind: fiction", "kind: fictional", "S026", 26, "fiction"),
    (LAMP, "sees: [crossed]", "sees: [crosed]", "S040", 11, "crossed"),
    (LAMP, "[22:00-06:00]", "[22:00-26:00]", "S027", 13, "26:00"),
    (LAMP, "chance: 80%", "chance: 80", "S027", 15, "0% to 100%"),
    (LAMP, "mistakes: [lian]", "mistakes: []", "S090", 11, "errs"),
    (LAMP, "until: 2019-03-28\n", "until: 2017-03-28\n", "S091", 20, "later"),
    (LAMP, "band: double", "band: doubble", "S040", 24, "double"),
    (LAMP, "for: read-minutes", "for: reading-minute", "S040", 25, "read-minutes"),
    (LAMP, "{points: -5,", "{puts: on,", "S090", 26, "points"),
    (LAMP, "base: 600", "bass: 600", "S020", 33, "base"),
    (LAMP, "needs: A}", "needs: AB}", "S040", 42, "tier"),
    (LAMP, "announces: before", "announces: never\nwindow: 8 hours", "S090", 7, "window"),
    (LAMP, '"points(lamp) > 60"', '"points(lump) > 60"', "S050", 26, "lamp"),
    (LAMP, '"count(lamp, crossed, 90) * 4"', "count(lamp, crossed, 90)", "S050", 37, "quotes"),
]


@pytest.mark.parametrize(("file", "old", "new", "code", "line", "part"), MISTAKES)
def test_a_mistake_is_found_where_it_stands(
    tmp_path: Path, file: str, old: str, new: str, code: str, line: int, part: str
) -> None:
    fitting = [
        one
        for one in found(tmp_path, file, old, new)
        if one.code == code and one.source.line == line
    ]
    assert fitting, look(tmp_path, {}).diagnostics
    assert any(part in one.message + one.hint for one in fitting), fitting


def test_a_finding_shows_the_line_with_a_caret(tmp_path: Path) -> None:
    (one,) = found(tmp_path, CHAPTER, "go: the-call\n", "go: the-cal\n")
    assert str(one) == (
        "chapters/one.yaml:20:13: S040 error: There is no scene the-cal.\n"
        "            go: the-cal\n"
        "                ^\n"
        "  Did you mean the-call?"
    )


def test_the_caret_stands_right_under_wide_characters() -> None:
    one = Diagnostic("S040", "error", "no", Source("a.yaml", 1, 4), "微信 x")
    assert str(one).split("\n")[1:] == ["    微信 x", "         ^"]


def test_all_mistakes_are_told_at_once_in_order(tmp_path: Path) -> None:
    text = GOOD[CHAPTER].replace("go: the-call\n", "go: nowhere\n").replace("{cash}", "{c}")
    head = GOOD[HEAD].replace("told: false", "told: maybe")
    report = look(tmp_path, {**GOOD, CHAPTER: text, HEAD: head})
    places = [one.source for one in report.diagnostics]
    assert places == sorted(places)
    assert {one.code for one in report.diagnostics} == {"S022", "S040", "S060"}
    assert report.story is None


def test_a_broken_file_does_not_make_its_names_unknown(tmp_path: Path) -> None:
    report = look(tmp_path, changed(LAMP, "system: lamp", "system: [lamp"))
    assert {one.source.file for one in report.diagnostics} == {LAMP}


def test_many_findings_are_cut_with_the_number_of_the_rest(tmp_path: Path) -> None:
    scenes = "".join(f"  s{n}: {{text: x, go: nowhere-{n}}}\n" for n in range(300))
    report = look(
        tmp_path, {**GOOD, "chapters/two.yaml": "chapter: two\ntitle: T\nscenes:\n" + scenes}
    )
    assert len(report.diagnostics) == 201
    assert report.errors == 300
    assert "100 more" in report.diagnostics[-1].message


def test_what_is_reached_by_no_way_is_a_warning(tmp_path: Path) -> None:
    more = "  lost:\n    text: Lost.\n    go: the-end\n"
    report = look(tmp_path, changed(CHAPTER, "  visit:\n", more + "  visit:\n"))
    assert [(one.code, one.severity) for one in report.diagnostics] == [("S100", "warning")]
    assert report.story is not None
    assert load(tmp_path).scenes["lost"]


def test_labels_of_unequal_length_in_a_pair_are_a_warning(tmp_path: Path) -> None:
    long = "Pick up the phone and listen to her for as long as it takes."
    assert [one.code for one in found(tmp_path, CHAPTER, "Pick up.", long)] == ["S103"]


PLAY = "play: {reading-strip: {minutes: 4}}\n        words: {start: Begin.}\n        outcomes: "
INSTRUMENTS = [
    ("", None),
    (("reading-strip:", "reading-stripe:"), "Did you mean reading-strip?"),
    (("minutes: 4", "minutes: four"), "number"),
    (("minutes: 4", "minutes: 0"), "more than 0"),
    (("minutes: 4", "minute: 4"), "minutes"),
    (("minutes: 4", "minutes: 4, visits: viset"), "Did you mean visit?"),
    (("start: Begin.", "begin: Begin."), "start"),
    (("read: the-end, ", ""), "outcome read"),
    (("read: the-end, ", "read: the-end, red: the-end, "), "no outcome red"),
    (("read: the-end", "read: the-ent"), "Did you mean the-end?"),
    (("{return: true}", "{text: x}"), "leads nowhere"),
]


@pytest.mark.parametrize(("change", "part"), INSTRUMENTS)
def test_an_instrument_is_checked_by_what_it_says_of_itself(
    tmp_path: Path, change: tuple[str, str], part: str | None
) -> None:
    play = PLAY + "{read: the-end, dropped: {return: true}}\n"
    if change:
        play = play.replace(*change)
    files = changed(CHAPTER, "gate: loan\n        call: visit\n        then: the-end\n", play)
    report = look(tmp_path, files)
    told = "\n".join(map(str, report.diagnostics))
    assert (report.story is not None) is (part is None), told
    assert part is None or part in told


def test_a_story_is_its_own_fingerprint(tmp_path: Path) -> None:
    first = load(write_story(tmp_path / "a")).fingerprint
    assert load(write_story(tmp_path / "b")).fingerprint == first
    (tmp_path / "b" / "more.yaml").write_text("people: {bai: Bai}\n", encoding="utf-8")
    assert load(tmp_path / "b").fingerprint != first


def test_transcripts_are_no_part_of_the_story(tmp_path: Path) -> None:
    first = load(write_story(tmp_path)).fingerprint
    (tmp_path / "transcripts" / "changed").mkdir(parents=True)
    for name in ("one.yaml", "changed/story.yaml"):
        (tmp_path / "transcripts" / name).write_text("transcript: [", encoding="utf-8")
    assert examine(tmp_path).diagnostics == ()
    assert load(tmp_path).fingerprint == first


def test_windows_line_ends_and_byte_order_marks_are_read(tmp_path: Path) -> None:
    write_story(tmp_path)
    path = tmp_path / HEAD
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert examine(tmp_path).diagnostics == ()


def test_no_story_is_told(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "nothing"):
        assert [one.code for one in examine(folder).diagnostics] == ["S001"]
    with pytest.raises(StoryErrors) as caught:
        load(tmp_path)
    assert "story.yaml" in str(caught.value)


def test_links_and_what_is_no_file_are_refused(tmp_path: Path) -> None:
    story = write_story(tmp_path / "story")
    (tmp_path / "outside.yaml").write_text("people: {a: A}\n", encoding="utf-8")
    (story / "folder.yaml").mkdir()
    os.symlink(tmp_path / "outside.yaml", story / "link.yaml")
    os.symlink(tmp_path, story / "up")
    os.symlink(story / "loop.yaml", story / "loop.yaml")
    os.mkfifo(story / "pipe.yaml")
    (story / "other.yml").write_text("people: {b: B}\n", encoding="utf-8")
    told = {one.source.file: one.code for one in examine(story).diagnostics}
    assert told.pop("loop.yaml") in ("S002", "S006")
    assert told == {
        "folder.yaml": "S002",
        "link.yaml": "S006",
        "other.yml": "S008",
        "pipe.yaml": "S002",
        "up": "S006",
    }


def test_files_that_may_not_be_read_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    write_story(tmp_path)
    monkeypatch.setattr(Path, "open", refuse)
    told = {(one.code, one.message) for one in examine(tmp_path).diagnostics}
    assert told == {("S002", "This file cannot be read: permission denied.")}


def test_file_names_in_other_encodings_are_no_trouble(tmp_path: Path) -> None:
    write_story(tmp_path)
    try:
        (tmp_path / os.fsdecode(b"\xff.yaml")).write_text("people: [", encoding="utf-8")
    except OSError:
        pytest.skip("this file system has no such names")
    (one,) = examine(tmp_path).diagnostics
    assert str(one).encode("utf-8").startswith(b"?.yaml:1:10: S010")


def test_the_garbage_collector_runs_again_after_loading(tmp_path: Path) -> None:
    examine(tmp_path)
    assert gc.isenabled()
