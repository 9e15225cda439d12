"""Reading pictures: sheets, spots, eyes, shapes from the box; what is broken is said in words."""

from __future__ import annotations

import os

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")

from pathlib import Path

import pytest

from game.screen.paper.matrix import STILL
from game.screen.paper.sheets import Cutting, Sheet, Spot, read_cutting

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 80">'
SQUARE = '<rect width="10" height="10" fill="#336699"/>'
BOX = f'{HEAD}<defs><g id="cup">{SQUARE}</g></defs></svg>'


def cutting(folder: Path, body: str, box: str | None = None) -> Cutting:
    (folder / "a.svg").write_text(f"{HEAD}{body}</svg>", encoding="utf-8")
    if box is not None:
        (folder / "shapes.svg").write_text(box, encoding="utf-8")
    found = read_cutting(folder / "a.svg")
    assert found is not None
    return found


def seen(found: Cutting, at: tuple[int, int]) -> tuple[int, ...]:
    """The colour at a point of the first sheet."""
    return tuple(found.drawn(found.sheets[0], (100, 80), STILL).get_at(at))


def test_sheets_and_spots_keep_their_order_and_say_how_they_lie(tmp_path: Path) -> None:
    found = cutting(
        tmp_path,
        '<g id="sky" data-depth="0" data-flat="yes" data-light="outside"/>'
        '<g id="left" class="spot" transform="translate(43 83) scale(1.5)" data-depth="0.6"/>'
        '<g id="near" data-depth="7" data-lift="2" data-when="dusk night"/>',
    )
    sky, left, near = found.parts
    assert isinstance(sky, Sheet) and sky.flat and sky.light == "outside" and sky.depth == 0
    assert left == Spot("left", 43, 83, 1.5, 0.6)
    assert isinstance(near, Sheet) and near.depth == 1 and near.lift == 2
    assert near.when == {"dusk", "night"} and found.view == (0, 0, 100, 80)


def test_what_is_used_is_drawn_where_it_was_put_from_the_file_or_from_the_box(
    tmp_path: Path,
) -> None:
    own = cutting(
        tmp_path, f'<defs><g id="b">{SQUARE}</g></defs><g id="s"><use href="#b" x="50"/></g>'
    )
    shared = cutting(tmp_path, '<g id="s"><use href="shapes.svg#cup" x="50" y="40"/></g>', BOX)
    assert seen(own, (55, 5)) == (51, 102, 153, 255) and seen(own, (5, 5))[3] == 0
    assert seen(shared, (55, 45)) == (51, 102, 153, 255)


def test_a_shape_without_a_colour_takes_that_of_its_use(tmp_path: Path) -> None:
    found = cutting(
        tmp_path,
        '<defs><rect id="b" width="10" height="10"/></defs>'
        '<g id="s"><use href="#b" fill="#336699"/></g>',
    )
    assert seen(found, (5, 5)) == (51, 102, 153, 255)


def test_an_eye_is_where_its_sheet_is_moved_to(tmp_path: Path) -> None:
    found = cutting(
        tmp_path,
        '<g id="hand" transform="translate(10 20)"><g transform="scale(2)">'
        '<rect id="eye" x="1" y="2" width="10" height="5" fill="none"/></g></g>',
    )
    assert found.eye == (12, 24, 20, 10)


def test_a_picture_without_sheets_is_no_cutting(tmp_path: Path) -> None:
    (tmp_path / "a.svg").write_text(f"{HEAD}<g>{SQUARE}</g></svg>", encoding="utf-8")
    assert read_cutting(tmp_path / "a.svg") is None


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a picture",
        "<svg",
        f"{HEAD}<g id='a'>",
        "<html/>",
        "<svg><g id='a'/></svg>",
        "<svg viewBox='0 0 nan 1'><g id='a'/></svg>",
        "<svg viewBox='0 0 1e999 1e999'><g id='a'/></svg>",
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'>]><svg><g id='a'>&a;</g></svg>",
        HEAD + "<g id='a'>" * 3000 + "</g>" * 3000 + "</svg>",
        f'{HEAD}<g id="a"><use href="#a"/></g></svg>',
        f'{HEAD}<g id="a"><use href="#b"/><use href="#b"/></g>'
        f'<g id="b"><use href="#a"/><use href="#a"/></g></svg>',
        HEAD + "".join(f'<g id="s{n}"/>' for n in range(99)) + "</svg>",
        f'{HEAD}<g id="a"><use href="shapes.svg#a"/></g></svg>',
    ],
)
def test_a_broken_picture_is_refused_in_words(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.svg").write_text(text, encoding="utf-8")
    (tmp_path / "shapes.svg").write_text("<svg", encoding="utf-8")
    with pytest.raises(ValueError, match="svg"):
        read_cutting(tmp_path / "a.svg")


@pytest.mark.parametrize(
    "sheet",
    [
        '<g id="a" data-depth="far" data-lift="" data-light="moon" transform="turn(3)"/>',
        '<g id="a" class="spot" transform="translate()"/><g id="b"/>',
        '<g id="a"><use href="#nothing"/><use/><use href="other.svg#a"/></g>',
        '<g id="a"><rect id="eye" x="here"/></g>',
    ],
)
def test_what_a_sheet_says_wrongly_is_as_if_it_said_nothing(tmp_path: Path, sheet: str) -> None:
    assert cutting(tmp_path, sheet).parts
