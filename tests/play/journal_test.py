from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.play.journal import REDO, UNDO, Act, Path

acts = st.lists(
    st.one_of(
        st.just(UNDO),
        st.just(REDO),
        st.builds(lambda n: ["board", n], st.integers(1, 9)),
        st.builds(lambda c: ["scene", c], st.sampled_from("abc")),
    )
)


def test_undo_takes_back_a_choice_and_redo_brings_it_back() -> None:
    path = Path([["a", "x"], ["b", "y"], UNDO])
    assert path.done == [["a", "x"]]
    path.add(REDO)
    assert path.done == [["a", "x"], ["b", "y"]]


def test_undo_in_an_instrument_goes_back_to_the_last_move() -> None:
    path = Path([["board", "look"], ["board", 7], ["board", 3], UNDO])
    assert path.done == []
    path.add(REDO)
    assert path.done == [["board", "look"], ["board", 7], ["board", 3]]


def test_a_new_choice_forgets_what_could_be_redone() -> None:
    path = Path([["a", "x"], UNDO, ["a", "z"], REDO])
    assert path.done == [["a", "z"]]


def test_undo_and_redo_with_nothing_to_do_change_nothing() -> None:
    assert Path([UNDO, REDO, UNDO]).done == []


@given(acts)
def test_any_journal_can_be_read_and_undoing_all_of_it_leaves_nothing(journal: list[Act]) -> None:
    path = Path(journal)
    while path.can_undo:
        path.add(UNDO)
    assert all(isinstance(act[1], int) for act in path.done)


@given(acts)
def test_undo_and_redo_are_opposites(journal: list[Act]) -> None:
    path = Path(journal)
    before = list(path.done)
    if path.can_undo:
        path.add(UNDO)
        path.add(REDO)
    assert path.done == before
