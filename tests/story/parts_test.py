"""Parts: written once, put into scenes and choices, and told of where they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.play.run import Run
from game.story.load import Report, examine
from game.story.model import Story
from game.story.ways import End, Go
from tests.stories import write_story

HEAD = """\
story: small
title: Small
about: For tests.
starts: evening
life: ana
people: {xiaoyu: Xiaoyu}
lives: {ana: {name: Ana, starts: 2019-01-10 12:00}}
variables: {told: false, rings: 0}
deeds: {talk: {name: talk, unit: minutes}}
places: {kitchen: The kitchen, yard: The yard}
"""
PARTS = """\
parts:
  phone:
    needs: [caller, minutes, after]
    place: kitchen
    text: |
      The phone hums.

      <caller>: It was <minutes> minutes.
    set: {told: true, rings: <minutes>}
    choices:
      answer:
        text: Answer <caller>.
        deeds: [{talk: <minutes>}]
        go: <after>
      let-it: {text: Let it ring., end: rung}
"""
USE = "use: {phone: {caller: xiaoyu, minutes: 4, after: late}}"
LATE = "  late: {text: Late., end: late}\n"


def examined(folder: Path, scenes: str, parts: str = PARTS) -> Report:
    """What reading these scenes, indented by two, and these parts comes to."""
    chapter = f"chapter: one\ntitle: One\nscenes:\n{scenes}{LATE}"
    files = {"story.yaml": HEAD, "parts.yaml": parts, "chapters/one.yaml": chapter}
    return examine(write_story(folder, files))


def told(folder: Path, scenes: str, parts: str = PARTS) -> list[str]:
    """Place, code and message of each finding."""
    return [str(one).split("\n")[0] for one in examined(folder, scenes, parts).diagnostics]


def story(folder: Path, scenes: str, parts: str = PARTS) -> Story:
    report = examined(folder, scenes, parts)
    errors = [str(one) for one in report.diagnostics if one.severity == "error"]
    assert report.story is not None and not errors, "\n".join(errors)
    return report.story


# --- what is put in ------------------------------------------------------------------------


def test_a_player_meets_the_part_with_its_parameters_filled_in(tmp_path: Path) -> None:
    run = Run(story(tmp_path, f"  evening: {{{USE}}}\n"), seed=1)
    view = run.view()
    assert [(line.speaker, line.text) for line in view.lines] == [
        (None, "The phone hums."),
        ("xiaoyu", "It was 4 minutes."),
    ]
    assert [option.text for option in view.options] == ["Answer xiaoyu.", "Let it ring."]
    run.choose("answer")
    assert run.view().scene == "late"
    assert run.state.variables == {"told": True, "rings": 4}


def test_own_keys_win_and_what_has_ids_is_joined(tmp_path: Path) -> None:
    scenes = f"""\
  evening:
    {USE}
    place: yard
    set: {{rings: 9}}
    choices:
      wait: {{text: Wait., go: late}}
      answer: {{text: Speak., end: spoken}}
"""
    scene = story(tmp_path, scenes).scenes["evening"]
    assert scene.place == "yard"
    assert [(id, value.text) for id, value in scene.effects.sets] == [
        ("told", "true"),
        ("rings", "9"),
    ]
    assert [choice.id for choice in scene.choices] == ["answer", "let-it", "wait"]
    answer = scene.choices[0]
    assert answer.text.text == "Speak."
    assert answer.effects.deeds[0].quantity == 4
    assert answer.way == End("spoken")


def test_a_way_of_its_own_stands_for_the_choices_of_the_part(tmp_path: Path) -> None:
    scene = story(tmp_path, f"  evening: {{{USE}, go: late}}\n").scenes["evening"]
    assert scene.choices == ()
    assert scene.way == Go(((None, "late"),))


def test_a_choice_uses_a_part(tmp_path: Path) -> None:
    parts = "parts: {leave: {text: Leave., set: {told: true}, go: late}}\n"
    scenes = "  evening: {text: Home., choices: {off: {use: leave}, up: {use: leave, text: Up.}}}\n"
    off, up = story(tmp_path, scenes, parts).scenes["evening"].choices
    assert (off.text.text, up.text.text) == ("Leave.", "Up.")
    assert off.way == up.way == Go(((None, "late"),))


def test_of_several_parts_the_later_goes_over_the_earlier(tmp_path: Path) -> None:
    parts = """\
parts:
  home: {place: kitchen, text: At home., choices: {sleep: {text: Sleep., go: late}}}
  rain: {needs: [how], text: It rains <how>., choices: {look: {text: Look., go: late}}}
"""
    for use in ("[home, {rain: {how: hard}}]", "{home: , rain: {how: hard}}"):
        scene = story(tmp_path, f"  evening: {{use: {use}}}\n", parts).scenes["evening"]
        assert (scene.place, scene.text.text) == ("kitchen", "It rains hard.")
        assert [choice.id for choice in scene.choices] == ["sleep", "look"]


def test_a_part_uses_parts_and_hands_its_parameters_on(tmp_path: Path) -> None:
    parts = """\
parts:
  bye: {needs: [where], text: To the <where>., go: <where>}
  walk:
    needs: {what: , where: late}
    text: A <what>.
    choices:
      on: {use: {bye: {where: <where>}}}
      <what>: {text: "Take the <what>.", go: <where>}
""".replace("on: {use", "off: {use")
    scene = story(tmp_path, "  evening: {use: {walk: {what: tram}}}\n", parts).scenes["evening"]
    assert [choice.id for choice in scene.choices] == ["off", "tram"]
    assert [choice.text.text for choice in scene.choices] == ["To the late.", "Take the tram."]


def test_a_parameter_may_be_a_number_a_list_or_a_mapping(tmp_path: Path) -> None:
    parts = "parts: {p: {needs: [n, l, m], text: T., set: <m>, deeds: <l>, after: <n>, go: late}}\n"
    use = "{p: {n: 2 hours, l: [talk, {talk: 3}], m: {rings: 2}}}"
    scene = story(tmp_path, f"  evening: {{use: {use}}}\n", parts).scenes["evening"]
    assert scene.after == 120
    assert [deed.quantity for deed in scene.effects.deeds] == [1, 3]
    assert [id for id, _ in scene.effects.sets] == ["rings"]


def test_signs_that_are_no_parameters_stay(tmp_path: Path) -> None:
    parts = "parts: {p: {text: 'I <3 this, {if rings < 2}a{end}{if rings > 1}b{end}.', end: e}}\n"
    run = Run(story(tmp_path, "  evening: {use: p}\n", parts), seed=1)
    assert run.view().lines[0].text == "I <3 this, a."


# --- what is wrong -------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("scene", "found"),
    [
        ("{use: {phone: {caller: xiaoyu, minutes: 4}}}", "4:26: S120 error: The part phone needs"),
        ("{use: phone}", "4:18: S120 error: The part phone needs caller."),
        (
            "{use: {phone: {caller: xiaoyu, minute: 4, minutes: 4, after: late}}}",
            "4:43: S121 error: The part phone has no parameter minute.",
        ),
        ("{use: {phones: {caller: x}}}", "4:19: S040 error: There is no part phones."),
        (
            "{use: [[phone]]}",
            "4:19: S022 error: use should be a part, or a list of parts, not a list.",
        ),
        ("{use: }", "4:18: S029 error: use is empty."),
        (
            "{use: {phone: {caller: [x], minutes: 4, after: late}}}",
            "4:35: S124 error: caller should be a text or a number, not a list.",
        ),
        (
            "{use: {phone: {caller: xiaoyu, minutes: four, after: late}}}",
            "4:52: S022 error: talk should be a whole number, not the text “four”.",
        ),
        (
            "{use: {phone: {caller: xiaoyu, minutes: 4, after: lat}}}",
            "4:62: S040 error: There is no scene lat.",
        ),
    ],
)
def test_what_is_wrong_with_a_use_is_told_where_it_is_used(
    tmp_path: Path, scene: str, found: str
) -> None:
    lines = told(tmp_path, f"  evening: {scene}\n")
    assert any(line.startswith(f"chapters/one.yaml:{found}") for line in lines), lines
    assert not any("needs text" in line or "leads nowhere" in line for line in lines)


def test_what_a_use_gives_wrongly_names_the_part_too(tmp_path: Path) -> None:
    use = USE.replace("late", "lat")
    (one, *_) = (d for d in examined(tmp_path, f"  evening: {{{use}}}\n").diagnostics)
    assert one.hint == "Did you mean late? Given as <after> to phone in parts.yaml:2."
    assert one.line_text.strip() == f"evening: {{{use}}}"


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("<caller>.", "<calle>.", "12:22: S122 error: <calle> is no parameter of the part phone."),
        ("go: <after>", "goes: <after>", "14:9: S020 error: The choice answer has no key goes."),
        ("place: kitchen", "place: kitchn", "4:12: S040 error: There is no place kitchn."),
    ],
)
def test_what_is_wrong_in_a_part_is_told_where_it_stands(
    tmp_path: Path, old: str, new: str, found: str
) -> None:
    lines = told(tmp_path, f"  evening: {{{USE}}}\n", PARTS.replace(old, new, 1))
    assert f"parts.yaml:{found}" in lines


def test_a_fault_after_a_filled_in_parameter_is_told_at_its_column(tmp_path: Path) -> None:
    parts = PARTS.replace("<minutes> minutes.", "<minutes> {ring} minutes.")
    (one,) = examined(tmp_path, f"  evening: {{{USE}}}\n", parts).diagnostics
    assert one.source == ("parts.yaml", 8, 35)
    assert one.line_text[one.source.column - 1 :].startswith("ring} minutes.")


def test_a_fault_in_what_is_filled_into_a_text_is_told_at_the_use(tmp_path: Path) -> None:
    use = USE.replace("minutes: 4", 'minutes: "{ring}"')
    found = examined(tmp_path, f"  evening: {{{use}}}\n").diagnostics
    texts = [one for one in found if one.code == "S060"]
    assert [one.source.file for one in texts] == ["chapters/one.yaml"]
    assert texts[0].line_text.strip().startswith("evening:")


def test_a_wrong_use_says_one_thing_only(tmp_path: Path) -> None:
    assert len(told(tmp_path, "  evening: {use: phone-call}\n")) == 2
    assert "S126" in told(tmp_path, "  evening: {use: phone-call}\n")[1]


def test_parts_in_a_circle_are_refused(tmp_path: Path) -> None:
    parts = "parts: {a: {use: b}, b: {use: c}, c: {use: a}}\n"
    for scene in ("{use: a}", "{text: Home., go: late}"):
        lines = told(tmp_path, f"  evening: {scene}\n", parts)
        assert any("S123 error: The part a comes back to itself: a, b, c, a." in x for x in lines)


def test_a_part_declared_twice_is_told(tmp_path: Path) -> None:
    scenes = f"  evening: {{{USE}}}\n"
    chapter = f"chapter: one\ntitle: One\nparts: {{phone: {{}}}}\nscenes:\n{scenes}{LATE}"
    files = {"story.yaml": HEAD, "parts.yaml": PARTS, "one.yaml": chapter}
    found = [one for one in examine(write_story(tmp_path, files)).diagnostics if one.code == "S030"]
    assert [one.hint for one in found] == ["The first is in one.yaml:3."]


@pytest.mark.parametrize(
    ("needs", "found"),
    [
        ("[a, a]", "S030 error: The parameter a is declared twice."),
        ("[A]", "S024 error: A is no id."),
        ("a", "S022 error: needs should be a list, not the text “a”."),
        ("[[a]]", "S022 error: needs should be a text, not a list."),
    ],
)
def test_parameters_are_ids(tmp_path: Path, needs: str, found: str) -> None:
    parts = f"parts: {{p: {{needs: {needs}, text: T., end: e}}}}\n"
    lines = told(tmp_path, "  evening: {text: T., go: late}\n", parts)
    assert any(found in line for line in lines), lines


def test_a_key_that_is_filled_in_twice_is_told(tmp_path: Path) -> None:
    parts = "parts: {p: {needs: [n], text: T., choices: {a: {text: A., end: e}, <n>: {}}}}\n"
    lines = told(tmp_path, "  evening: {use: {p: {n: a}}}\n", parts)
    assert any("S013 error: a stands twice" in line for line in lines)


# --- parts that nothing uses ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("place: kitchen", "plac: kitchen", "4:5: S020 error: The scene phone has no key plac."),
        ("go: <after>", "goes: <after>", "14:9: S020 error: The choice answer has no key goes."),
        ("place: kitchen", "place: kitchn", "4:12: S040 error: There is no place kitchn."),
        ("text: |", "use: other\n    text: |", "5:10: S040 error: There is no part other."),
    ],
)
def test_an_unused_part_is_told_of_and_looked_through(
    tmp_path: Path, old: str, new: str, found: str
) -> None:
    lines = told(tmp_path, "  evening: {text: T., go: late}\n", PARTS.replace(old, new, 1))
    assert lines == [
        "parts.yaml:2:3: S126 warning: Nothing uses the part phone.",
        f"parts.yaml:{found}",
    ]


def test_an_unused_part_for_choices_is_no_scene(tmp_path: Path) -> None:
    parts = "parts: {p: {needs: [d], text: T., once: true, gaet: x, takes: <d>, end: e}}\n"
    lines = told(tmp_path, "  evening: {text: T., go: late}\n", parts)
    assert [line[:24] for line in lines] == ["parts.yaml:1:9: S126 war", "parts.yaml:1:47: S020 er"]


# --- parts that explode --------------------------------------------------------------------


def laughing(body: str) -> str:
    """Nine parts, each of which gives the next ten times what was given to it."""
    parts = [
        f"  p{n}: {{needs: [x], use: {{p{n + 1}: {{x: {body}}}}}}}\n".replace(
            "<x>", ", ".join(["<x>"] * 10) if "[" in body else "<x>" * 10
        )
        for n in range(9)
    ]
    return f"parts:\n{''.join(parts)}  p9: {{needs: [x], text: T., content: <x>, end: e}}\n"


@pytest.mark.parametrize("body", ["[<x>]", "<x>"])
def test_parts_that_multiply_are_stopped(tmp_path: Path, body: str) -> None:
    parts = laughing(body)
    lines = told(tmp_path, "  evening: {use: {p0: {x: ha}}}\n", parts)
    assert [line for line in lines if "S125" in line] == [lines[0]]


def test_scenes_that_use_much_are_stopped(tmp_path: Path) -> None:
    choices = ", ".join(f"c{n}: {{text: T., end: e}}" for n in range(1_000))
    scenes = "".join(f"  s{n}: {{use: p}}\n" for n in range(200))
    lines = told(tmp_path, scenes, f"parts: {{p: {{text: T., choices: {{{choices}}}}}}}\n")
    assert sum("S125" in line for line in lines) == 1


def test_parts_deep_in_parts_are_stopped(tmp_path: Path) -> None:
    parts = "".join(f"  p{n}: {{use: p{n + 1}}}\n" for n in range(30))
    lines = told(tmp_path, "  evening: {use: p0}\n", f"parts:\n{parts}  p30: {{end: e}}\n")
    assert any("S127" in line for line in lines)
