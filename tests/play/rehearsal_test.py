from __future__ import annotations

from game.play.rehearsal import rehearse
from tests.walks import begin


def test_a_choice_that_plays_an_instrument_is_tried_with_its_good_player() -> None:
    """In slow-train the good player takes the quickest train that is sold to him."""
    run = begin("slow-train", 1)
    while not any(choice.play for choice in run.state.scene.choices):
        run.choose([option for option in run.view().options if option.open][-1].id)
    before = (list(run.state.books.entries), run.state.now, run.view().kept())
    play = next(choice.play for choice in run.state.scene.choices if choice.play)
    deeds, writes = rehearse(run, play)
    assert [(deed.kind, deed.quantity) for deed in deeds] == [
        ("fare", 310),
        ("ride", 420),
        ("ride", 420),
    ]
    assert writes == []
    assert (run.state.books.entries, run.state.now, run.view()) == before
