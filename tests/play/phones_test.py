"""What lies over the place: messages, calls, the app with its figures, the ranking."""

from __future__ import annotations

from pathlib import Path

from game.play.phone_view import Lit, Phone, Rank, Row
from game.play.run import Run
from game.story.prose import Line
from tests.play.small import SYSTEM, begin, small

APP = """\
system: book
name: Book
eyes: {clerk: always}
bands: {noon: {hours: [11:30-14:00], times: 3}}
most_a_day: [{points: 9, until: 2019-02-01}, {points: 4, from: 2019-02-01}]
rules:
  stroll: {points: 1, each: 4, band: noon, most_a_day: 8}
  good: {points: 2, until: 2019-02-01}
  bad: {points: -5}
"""


def phone(
    folder: Path, scene: str, *choices: str, system: str = SYSTEM, shown: bool = True
) -> Phone | None:
    """The phone of a scene in which these choices were taken. `scene`: its keys, in braces."""
    text = "yard:\n" + "".join(f"  {line}\n" for line in scene.splitlines())
    return run(folder, text, *choices, system=system, shown=shown).view().phone


def run(folder: Path, scenes: str, *choices: str, system: str = SYSTEM, shown: bool = True) -> Run:
    people = "{ben: Ben, ida: Ida, you: You}"
    return begin(small(folder, scenes, system, people=people), *choices, shown=shown)


TALK = """\
place: here
text: |
  It hums.

  ben: Are you there?

  ida: I am.

  you: Not yet.
phone: PHONE
choices:
  do: {text: Do it., deeds: [good], go: yard}
  walk: {text: Walk., deeds: [stroll: 10], go: yard}
"""


def test_a_chat_has_what_is_spoken_in_the_scene(tmp_path: Path) -> None:
    found = phone(tmp_path, TALK.replace("PHONE", "chat"))
    assert found is not None
    said = [Line("ben", "Are you there?"), Line("ida", "I am."), Line("you", "Not yet.")]
    assert (found.title, list(found.lines), found.you) == ("Ben, Ida", said, "you")
    assert found.clock == "12:00"


def test_a_chat_with_somebody_has_no_more_than_the_two_say(tmp_path: Path) -> None:
    found = phone(tmp_path, TALK.replace("PHONE", "{shows: chat, with: ida}"))
    assert found is not None
    assert (found.title, [line.speaker for line in found.lines]) == ("Ida", ["ida", "you"])


def test_lines_of_its_own_stand_on_a_phone_and_nowhere_else(tmp_path: Path) -> None:
    own = "{shows: chat, name: Us, voice: ben, text: 'ben: Well?{card made-up}'}"
    text = "yard:\n  text: It hums.\n  phone: " + own + "\n  end: over\n"
    view = run(tmp_path, text).view()
    assert view.phone is not None
    assert (view.phone.title, view.phone.voice) == ("Us", ("ben",))
    assert [line.text for line in view.phone.lines] == ["Well?△"]
    assert [line.text for line in view.lines] == ["It hums."]
    assert [card.id for card in view.cards] == ["made-up"], "its marks can be asked for, too"


def test_where_nobody_speaks_there_is_no_chat_and_no_call(tmp_path: Path) -> None:
    for kind in ("chat", "call"):
        text = f"yard:\n  text: It hums.\n  phone: {kind}\n  end: over\n"
        assert run(tmp_path, text).view().phone is None


def test_a_call_rings_or_has_gone_on_since_it_began(tmp_path: Path) -> None:
    ringing = phone(tmp_path, TALK.replace("PHONE", "call"))
    assert ringing is not None
    assert (ringing.title, ringing.minutes) == ("Ben", None)
    going = phone(tmp_path, TALK.replace("PHONE", "{shows: call, with: ida, since: 11:30}"))
    assert going is not None
    assert (going.title, going.minutes) == ("Ida", 30)


def test_a_call_that_began_before_midnight_goes_on_after_it(tmp_path: Path) -> None:
    late = TALK.replace("PHONE", "{shows: call, with: ida, since: 23:50}").replace(
        "place: here", "at: 00:10"
    )
    found = phone(tmp_path, late)
    assert found is not None
    assert found.minutes == 20


SEVERAL = """\
  - {if: points(book) > 3, shows: call, with: ida}
  - {if: visits(yard) > 2, shows: call, with: ben}
  - {if: visits(yard) > 1, shows: chat}"""


def test_of_several_the_first_that_holds_is_there(tmp_path: Path) -> None:
    scene = TALK.replace("PHONE", "\n" + SEVERAL)
    assert phone(tmp_path, scene) is None
    assert getattr(phone(tmp_path, scene, "walk"), "shows", None) == "chat"
    assert getattr(phone(tmp_path, scene, "do"), "title", None) == "Ida"


def test_one_that_asks_for_the_score_is_not_there_where_that_is_hidden(tmp_path: Path) -> None:
    scene = TALK.replace("PHONE", "\n" + SEVERAL)
    hidden = phone(tmp_path, scene, "do", shown=False)
    assert hidden is not None
    assert (hidden.shows, hidden.system) == ("chat", "")


# --- what is counted ---------------------------------------------------------------------------


def test_an_app_says_what_the_system_has_counted_today(tmp_path: Path) -> None:
    scene = TALK.replace("PHONE", "app")
    found = phone(tmp_path, scene, "do", "walk", system=APP)
    assert found is not None
    assert found.standing is not None
    assert (found.title, found.system) == ("Book", "book")
    assert (found.standing.value, found.standing.unit) == ("11", "points")
    assert (found.standing.today, found.standing.most) == (8, 9)
    assert found.standing.lit == Lit(3, "14:00", 110)
    assert found.rows == (
        Row("A stroll, each 4 minutes", 3, 6, 8),
        Row("A good deed", 2, 2, None),
    )


def test_an_app_tells_the_rules_of_its_day(tmp_path: Path) -> None:
    scene = TALK.replace("PHONE", "app").replace("place: here", "at: 2019-02-01 16:00")
    found = phone(tmp_path, scene, system=APP)
    assert found is not None
    assert found.standing is not None
    assert (found.standing.today, found.standing.most, found.standing.lit) == (0, 4, None)
    assert found.rows == (Row("A stroll, each 4 minutes", 1, 0, 8),)


def test_yesterday_counts_for_the_standing_and_not_for_today(tmp_path: Path) -> None:
    scenes = "yard:\n" + "".join(
        f"  {line}\n"
        for line in TALK.replace("PHONE", "app").replace("go: yard", "go: later").splitlines()
    )
    scenes += "later: {at: 2019-01-11 09:00, text: Later., phone: app, end: over}\n"
    found = run(tmp_path, scenes, "do", system=APP).view().phone
    assert found is not None
    assert found.standing is not None
    assert (found.standing.value, found.standing.today) == ("5", 0)


def test_a_hidden_app_has_its_name_and_what_there_is_to_read(tmp_path: Path) -> None:
    scene = TALK.replace("PHONE", "{shows: app, text: 'The goat.'}")
    found = phone(tmp_path, scene, "do", system=APP, shown=False)
    assert found == Phone("app", "Book", "12:00", (Line(None, "The goat."),))
    shown = phone(tmp_path, scene, "do", system=APP)
    assert shown is not None
    assert shown.lines == ()


def test_a_system_that_announces_nothing_has_no_figures(tmp_path: Path) -> None:
    mute = APP + "announces: never\n"
    assert phone(tmp_path, TALK.replace("PHONE", "app"), "do", system=mute) == Phone(
        "app", "Book", "12:00"
    )
    ranking = TALK.replace("PHONE", "{shows: ranking, text: 'ben: 4'}")
    assert phone(tmp_path, ranking, system=mute) is None


def test_a_system_that_does_not_explain_itself_tells_no_rules(tmp_path: Path) -> None:
    found = phone(tmp_path, TALK.replace("PHONE", "app"), "do", system=APP + "explains: never\n")
    assert found is not None
    assert found.standing is not None
    assert (found.rows, found.standing.value, found.standing.most) == ((), "5", None)


LIST = """
  shows: ranking
  text: |
    ida: 4{card made-up}

    ben: 900

    Eleven others

    ben: 2"""


def test_the_own_standing_is_put_where_it_belongs(tmp_path: Path) -> None:
    found = phone(tmp_path, TALK.replace("PHONE", LIST))
    assert found is not None
    assert found.ranks == (
        Rank(1, "Ben", "900"),
        Rank(2, "Ida", "4△"),
        Rank(None, "Eleven others", ""),
        Rank(None, "You", "3", own=True),
        Rank(None, "Ben", "2"),
    )
    assert found.cards == ("made-up",)
    above = phone(tmp_path, TALK.replace("PHONE", LIST), "do")
    assert above is not None
    assert above.ranks[1] == Rank(2, "You", "5", own=True)
    below = phone(tmp_path, TALK.replace("PHONE", LIST.replace("ben: 2", "ben: 3")))
    assert below is not None
    assert below.ranks[-1] == Rank(None, "You", "3", own=True), "of equals, the others first"


def test_a_hidden_run_has_no_ranking(tmp_path: Path) -> None:
    assert phone(tmp_path, TALK.replace("PHONE", LIST), shown=False) is None
