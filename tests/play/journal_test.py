from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.play.journal import REDO, UNDO, Act, Path, cut, is_act, is_tick

A: Act = ["choose", "a", "x"]
B: Act = ["choose", "b", "y"]
LOOK: Act = ["move", "board", "look"]
WAIT: Act = ["ticks", "board", 7]

acts = st.lists(
    st.one_of(
        st.just(UNDO),
        st.just(REDO),
        st.builds(lambda n: ["ticks", "board", n], st.integers(1, 9)),
        st.builds(lambda c: ["choose", "scene", c], st.sampled_from("abc")),
    )
)


def cut_slowly(given: list[Act], holding: list[Act]) -> list[Act]:
    fitting = [n for n in range(1, len(given) + 1) if Path(given[:n]).done == holding]
    return given[: max(fitting, default=0)]


@given(acts, st.data())
def test_a_journal_is_cut_after_the_last_act_with_which_those_that_fit_still_hold(
    given: list[Act], data: st.DataObject
) -> None:
    length = data.draw(st.integers(0, len(given)))
    holding = Path(given[:length]).done
    assert cut(given, holding) == cut_slowly(given, holding)


def test_undo_takes_back_a_choice_and_redo_brings_it_back() -> None:
    path = Path([A, B, UNDO])
    assert path.done == [A]
    path.add(REDO)
    assert path.done == [A, B]


def test_undo_in_an_instrument_goes_back_to_the_last_move() -> None:
    path = Path([LOOK, WAIT, WAIT, UNDO])
    assert path.done == []
    path.add(REDO)
    assert path.done == [LOOK, WAIT, WAIT]


def test_a_new_choice_forgets_what_could_be_redone() -> None:
    path = Path([A, UNDO, B, REDO])
    assert path.done == [B]


def test_undo_and_redo_with_nothing_to_do_change_nothing() -> None:
    assert Path([UNDO, REDO, UNDO]).done == []


@given(acts)
def test_any_journal_can_be_read_and_undoing_all_of_it_leaves_nothing(journal: list[Act]) -> None:
    path = Path(journal)
    while path.can_undo:
        path.add(UNDO)
    assert all(is_tick(act) for act in path.done)


@given(acts)
def test_undo_and_redo_are_opposites(journal: list[Act]) -> None:
    path = Path(journal)
    before = list(path.done)
    if path.can_undo:
        path.add(UNDO)
        path.add(REDO)
    assert path.done == before


def test_time_that_passed_after_an_undo_can_not_be_redone_over() -> None:
    assert Path([LOOK, UNDO, WAIT, REDO]).done == [WAIT]


def test_a_cut_journal_keeps_what_was_undone_on_the_way() -> None:
    assert cut([A, B, UNDO, LOOK], [A]) == [A, B, UNDO]
    assert cut([A, B], [A, B]) == [A, B]
    assert cut([A, B], []) == []


@given(acts)
def test_what_holds_after_a_cut_is_what_was_asked_for(journal: list[Act]) -> None:
    done = Path(journal).done
    for length in range(len(done) + 1):
        assert Path(cut(journal, done[:length])).done == done[:length]


def test_only_acts_are_acts() -> None:
    assert all(is_act(act) for act in (A, B, LOOK, WAIT, UNDO, REDO, ["stuck", "a"]))
    assert is_act(["choose", "a", "x", "at-stake"])
    for other in (
        None, 7, "fly", [], ["fly"], ["choose", "a"], ["choose", "a", 7], ["move", "a", "b", "c"],
        ["ticks", "a", 0], ["ticks", "a", True], ["ticks", "a", 10**9], ["choose", "a", "\ud800"],
        ["choose", "a", "x" * 101], [["choose"], "a", "x"],
    ):  # fmt: skip
        assert not is_act(other)
