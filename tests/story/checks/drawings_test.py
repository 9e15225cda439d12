"""What would silently be lost in an SVG picture is told, with its place in the file."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.screen.paper import elements
from game.story.checks import drawings, svg
from game.story.checks.svg import read_drawing
from game.story.load import examine
from tests.stories import GOOD, write_story

HEAD = '<svg viewBox="0 0 1440 1080">\n'
FINE = """\
  <!-- all that a painter may write -->
  <title>Hall</title>
  <metadata><rdf:RDF/></metadata>
  <sodipodi:namedview pagecolor="#c8372d"/>
  <defs>
    <linearGradient id="air" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="0" y2="900">
      <stop offset="0" stop-color="#e3d3b0" stop-opacity="0.5"/>
    </linearGradient>
    <linearGradient id="wall" x1="0%" y1="0%" x2="0%" y2="100%"/>
    <g id="cup"><ellipse rx="9" ry="4"/></g>
  </defs>
  <g id="sky" data-depth="0" data-flat="yes" data-light="outside" data-when="morning day dusk">
    <path d="M0 0h9v9z" fill="url(#air)" stroke="none" opacity="0.4"/>
    <rect id="eye" width="9" height="9" fill="none" stroke="#c8372d"/>
  </g>
  <g id="table" data-depth=".95" data-lift="2.5" opacity="0.5">
    <use href="#cup" x="3" fill="rgb(10, 20, 30)" transform="scale(2)"/>
  </g>
  <g id="left" class="spot" transform="translate(4 5)" data-depth="0.5"/>
  <polygon points="0 0 1 1 1 0" fill="white" style="stroke:#8a5a48;stroke-opacity:0.2"/>
"""


def told(body: str, head: str = HEAD) -> list[str]:
    found = read_drawing("hall.svg", f"{head}{body}\n</svg>".encode())
    return [
        f"{':'.join(map(str, found.place(one.at)[1:]))} {code} {' '.join(one.values.values())}"
        for (code, _), one in found.slips.items()
    ]


def test_nothing_is_said_of_what_is_drawn_as_it_is_written() -> None:
    assert told(FINE) == []


@pytest.mark.parametrize(
    ("body", "finding"),
    [
        ("<g>\n  <text x='3'>Ö<tspan>!</tspan></text></g>", "3:3 S150 <text>"),
        ("<clipPath><rect fill='red'/></clipPath>", "2:1 S150 <clipPath>"),
        ("<style>path {}</style>", "2:1 S150 <style>"),
        ("<svg:rect/>", "2:1 S150 <svg:rect>"),
        ("<g><svg/></g>", "2:4 S150 <svg>"),
        ("Ö<rect filter='url(#f)'/>", "2:8 S150 filter"),
        ("<rect style='fill:none;mask:url(#m)'/>", "2:7 S150 mask"),
        ("<rect fill='hsl(9, 9%, 9%)'/>", "2:7 S151 hsl(9, 9%, 9%)"),
        ("<rect stroke='#11223344'/>", "2:7 S151 #11223344"),
        ("<rect fill='Red'/>", "2:7 S151 Red"),
        ("<rect fill='transparent'/>", "2:7 S151 transparent"),
        ("<rect style='stroke: var(--ink)'/>", "2:7 S151 var(--ink)"),
        ("<g opacity='.5'><rect/><rect/></g>", "2:4 S152"),
        ("<use href='#a' opacity='0.5'/>", "2:16 S152"),
        ("<g style='opacity:0.5'><g><rect/></g></g>", "2:4 S152"),
        ("<radialGradient id='sun'/>", "2:1 S153 sun"),
        ("<linearGradient id='sky' y2='1'/>", "2:1 S153 sky"),
        ("<rect fill='#C8372D'/>", "2:7 S156 #C8372D"),
        ("<rect fill='#b02a22'/>", "2:7 S156 #b02a22"),
        ("<stop stop-color='rgb(200,55,45)'/>", "2:7 S156 rgb(200,55,45)"),
        ("<g data-depth='2'/>", "2:4 S158 data-depth cannot be 2."),
        ("<g data-light='bright'/>", "2:4 S158 data-light cannot be bright."),
        ("<g data-when='day noon'/>", "2:4 S158 data-when cannot be day noon."),
        ("<g data-dept='0'/>", "2:4 S158 data-dept says nothing to the game. Did you mean"),
        ("<g><path data-lift='1'/></g>", "2:10 S158 data-lift says nothing here."),
        ("<g>", "3:3 S154 hall.svg mismatched tag"),
        ("<g>" * 40, "S154 hall.svg it has too many elements"),
    ],
)
def test_what_would_be_lost_is_told_where_it_stands(body: str, finding: str) -> None:
    found = told(body)
    assert len(found) == 1, found
    assert finding in found[0]


@pytest.mark.parametrize(
    ("text", "finding"),
    [
        (b"", "S154 no element found"),
        (b'<svg viewBox="0 0 9 9"><g><pa', "S154 unclosed token"),
        (b"<html/>", "S154 it begins with <html>, not with <svg>"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "S154 it declares an entity"),
        (b"<svg" + b" " * svg.LARGEST, "S154 it is larger than 2 MB"),
        (b'<svg width="9" height="9"/>', "S159"),
        (b'<svg viewBox="0 0 9 0"/>', "S159"),
        ("<?xml version='1.0' encoding='utf-16'?><svg".encode("utf-16"), "S154"),
        (b"\xff\xfe\x00", "S154"),
    ],
)
def test_a_picture_that_is_none_is_told_and_never_ends_in_a_fault(
    text: bytes, finding: str
) -> None:
    slips = list(read_drawing("hall.svg", text).slips.values())
    assert len(slips) == 1
    code, _, reason = finding.partition(" ")
    assert slips[0].code == code and reason in slips[0].values.get("problem", "")


def test_the_same_slip_is_told_once() -> None:
    assert len(told("<rect fill='teal'/>" * 30)) == 1


def test_the_check_reads_as_much_of_a_picture_as_the_window() -> None:
    assert (svg.LARGEST, svg.MOST, svg.DEEPEST, drawings.BOX) == (
        elements.LARGEST,
        elements.MOST,
        elements.DEEPEST,
        elements.BOX,
    )


# --- in a story -----------------------------------------------------------------------------------

STAGE = """\
figures: {dan: {standing: p/dan.svg}}
places:
  hall:
    name: Hall
    picture: p/hall.svg
    over: [{if: points(lamp) > 3, picture: p/stamp.svg}]
    stage: {lefft: dan standing}
  yard: {name: Yard, picture: p/yard.png, stage: {gate: dan standing}}
"""
HALL = """\
<use href="shapes.svg#cup"/><use href="shapes.svg#cap" fill="url(#tea)"/>
<use href="#lamp"/><use href="other.svg#cup"/><rect fill="url(#teaa)"/>
<g id="left" class="spot"/>
"""
BOX = '<linearGradient id="tea"/><g id="cup"><use href="#saucer"/></g><rect fill="teal"/>'
SCENE = """\
chapter: more
title: More
content: none
scenes:
  more: {place: cafe, shows: hall, stage: {sill: nobody}, text: More., end: more}
"""


def test_a_story_is_told_of_all_its_pictures(tmp_path: Path) -> None:
    write_story(tmp_path, {**GOOD, "stage.yaml": STAGE, "more.yaml": SCENE})
    (tmp_path / "p").mkdir()
    red = '<rect fill="#c8372d"/>'
    files = {"hall": HALL, "shapes": BOX, "stamp": red, "dan": red}
    for name, body in files.items():
        (tmp_path / "p" / f"{name}.svg").write_text(f"{HEAD}{body}</svg>", encoding="utf-8")
    (tmp_path / "p" / "yard.png").write_bytes(b"\x89PNG")
    lines = [
        f"{one.source.file}:{one.source.line}:{one.source.column} {one.message} {one.hint}".strip()
        for one in examine(tmp_path).diagnostics
        if one.code not in ("S100",)
    ]
    assert all(one.severity == "warning" for one in examine(tmp_path).diagnostics)
    assert sorted(lines) == [
        "more.yaml:5:44 p/hall.svg has no spot sill. Its spots: left.",
        "p/dan.svg:2:7 #c8372d is vermilion, which belongs to the score. "
        "Take a brick brown, a plum or a dusty pink.",
        "p/hall.svg:2:34 There is no cap in shapes.svg. Did you mean cup?",
        "p/hall.svg:3:25 There is no cup in other.svg. "
        "Only shapes.svg, beside the picture, is looked into.",
        "p/hall.svg:3:53 There is no teaa in p/hall.svg.",
        "p/hall.svg:3:6 There is no lamp in p/hall.svg.",
        "p/shapes.svg:2:44 There is no saucer in p/shapes.svg.",
        "p/shapes.svg:2:70 The colour teal is not drawn as it is written. "
        "Write #rrggbb or rgb(10, 20, 30), and fill-opacity for what shows through.",
        "stage.yaml:7:13 p/hall.svg has no spot lefft. Did you mean left?",
    ]
