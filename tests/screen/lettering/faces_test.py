"""Faces: each word is set whole in one face, each voice in its own."""

from __future__ import annotations

import pytest

from game.screen.lettering.faces import FOLDER, Faces, Voice

USUAL, EASY = Faces(FOLDER), Faces(FOLDER, easy=True)


def files(faces: Faces, text: str, voice: Voice) -> list[tuple[str, str]]:
    return [(face.path.stem, part) for face, part in faces.parts(text, voice)]


def test_a_word_that_the_hand_lacks_is_set_whole_in_another_face() -> None:
    assert files(USUAL, "the Nǚshū scholar", "hand") == [
        ("Kalam-Regular", "the "),
        ("IBMPlexSerif-Italic", "Nǚshū "),
        ("Kalam-Regular", "scholar"),
    ]


def test_latin_and_chinese_in_one_line_have_a_face_each() -> None:
    assert files(USUAL, "her 分数 is 712", "story") == [
        ("IBMPlexSerif-Regular", "her "),
        ("NotoSerifSC-Regular", "分数 "),
        ("IBMPlexSerif-Regular", "is 712"),
    ]


def test_marks_that_both_have_are_set_in_the_face_of_what_they_stand_at() -> None:
    assert files(USUAL, "“你好……”", "story") == [("NotoSerifSC-Regular", "“你好……”")]
    assert files(USUAL, "“yes…” don’t", "story") == [("IBMPlexSerif-Regular", "“yes…” don’t")]


@pytest.mark.parametrize("faces", [USUAL, EASY])
def test_chinese_by_hand_is_told_apart_from_the_story_and_the_score(faces: Faces) -> None:
    hand, story = files(faces, "看", "hand"), files(faces, "看", "story")
    assert hand != story
    assert hand != files(faces, "看", "score")
    assert (files(faces, "看", "score") != story) is (faces is USUAL)


def test_the_easier_faces_take_the_place_of_all_others() -> None:
    for voice in ("story", "aside", "strong", "hand"):
        ((file, _),) = files(EASY, "Plain words", voice)  # type: ignore[arg-type]
        assert file.startswith("AtkinsonHyperlegibleNext")
    ((file, _),) = files(EASY, "1,000", "score")
    assert file == "AtkinsonHyperlegibleMono-Regular"
    assert files(EASY, "Việt", "story") == [("NotoSans-Regular", "Việt")]


def test_an_accent_on_any_letter_is_set_where_it_stands_well() -> None:
    assert files(USUAL, "ê\u030c", "story") == [("NotoSerif-Regular", "ê\u030c")]
    assert files(EASY, "ê\u030c", "aside") == [("NotoSans-Italic", "ê\u030c")]


def test_signs_that_are_not_to_be_seen_part_no_word() -> None:
    assert files(USUAL, "so\u200bft\u00adly", "hand") == [("Kalam-Regular", "so\u200bft\u00adly")]
