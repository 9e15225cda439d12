"""A story of five screens, as a window is shown it: pages, cards, entries, what happened so far."""

from __future__ import annotations

from typing import Any

from game.mirror.closing import Closing
from game.play.ledger import LedgerRow
from game.play.so_far import Day, Part, SoFar, Step
from game.play.view import Aftermath, Change, Option, Score, View
from game.story.model import Card
from game.story.prose import Line

BASE: dict[str, Any] = {
    "heading": "Double Time",
    "chapter": "double-time",
    "place": "The café",
    "picture": None,
    "when": "Friday 12 April 2019 14:02",
    "aftermath": None,
    "scores": (),
    "cards": (),
}
CARDS = (
    Card("points", "document", "Five members of one family had 1,012 points.", "FACTS 2.1"),
    Card("bands", "research", "Points counted double in three bands until March 2019.", "Creaders"),
    Card("lamp", "fiction", "Daily Lamp is made up."),
)
SCORE = Score("lamp", "Daily Lamp", "216", "points", "Haifeng", None, "double", 2, ("your branch",))
NOTE = View(
    kind="note",
    scene="cafe",
    lines=(Line(None, "This chapter tells of: a friend's separation; shaming at work."),),
    options=(Option("on", "Go on"), Option("instead", "Tell me instead")),
    **{**BASE, "heading": "Before you go on", "place": None, "when": None},
)
CAFE = View(
    kind="scene",
    scene="cafe",
    lines=(
        Line(
            None,
            "The latte is still too hot. Beside your elbow the phone lights up and goes "
            "*dark* again: 1,012■ points on one lamp△, in one kitchen○.",
        ),
        Line("tilda", "Do you enjoy it? The app, I mean."),
        Line(
            None,
            "She has not written anything down yet. She waits to see whether you look "
            "at the phone before you answer.",
        ),
    ),
    options=(
        Option("truth", "Tell her the truth: you scroll, you never read."),
        Option("course", "“Of course. One learns so much.”"),
        Option("train", "Take the G train home.", False, ("G trains are shut to you.", "5 lost.")),
    ),
    **{**BASE, "cards": CARDS, "scores": (SCORE,)},
)
CALL = View(
    kind="scene",
    scene="call",
    lines=(
        Line(None, "The kettle clicks off. Four minutes of the article are left."),
        Line("xiaoyu", "He's gone. He took the rice cooker. Can you talk?"),
    ),
    options=(
        Option("mute", "Turn the phone over. Four minutes.", promise=(Change("lamp", "Lamp", 4),)),
        Option("talk", "Answer."),
    ),
    **{
        **BASE,
        "place": "Kitchen, night",
        "aftermath": Aftermath(
            "Tell her the truth: you scroll, you never read.",
            "12 min read, scrolled to the end",
            "you were stirring your cup",
            (Change("lamp", "Daily Lamp", 6),),
        ),
        "scores": (SCORE, Score("city", "Gull Bay", "1,012", "points", "the Lians", "AA")),
    },
)
LONG = View(
    kind="scene",
    scene="long",
    lines=tuple(
        Line(None, f"Paragraph {n}. " + "The stairs smell of rain. " * 12) for n in range(12)
    ),
    options=(Option("on", "Go on"),),
    **{**BASE, "place": "Stairwell"},
)
END = View(
    kind="end",
    scene="end",
    lines=(),
    options=(),
    **{**BASE, "heading": "The last page", "place": None, "when": None},
)
ORDER = (NOTE, CAFE, CALL, LONG, END)

LEDGER = [
    LedgerRow(
        n,
        f"16 January 2019 20:{n:02}",
        "Daily Lamp",
        "Haifeng, in January",
        "-5" if n % 4 == 0 else "+2",
        f"{214 + n:,}",
        "reading an article to its end" if n % 2 else "reading",
    )
    for n in range(1, 9)
]

WEDNESDAY = "Wednesday 16 January 2019"
SO_FAR = SoFar(
    "Double Time",
    "The café",
    "Friday 12 April 2019 14:02",
    12,
    (Part("The Café", "You named two Wednesday evenings. Tilda wrote the dates down."),),
    (
        Day(WEDNESDAY, "The metro", (Step("Double Time", WEDNESDAY, "The metro", "Sing.", False),)),
        Day(
            WEDNESDAY,
            "The kitchen, evening",
            (
                Step(
                    "Double Time",
                    WEDNESDAY,
                    "The kitchen, evening",
                    "You turned the telephone over and read on.",
                    True,
                    "four minutes, scrolled to the end",
                    "that it rang twice",
                ),
            ),
        ),
    ),
    (SCORE,),
)
CLOSING = Closing(
    12,
    ("The Café", "Double Time"),
    ("Haifeng, in January: 16 January 2019, 08:00 to 19 January 2019, 11:20",),
    (SCORE, Score("court", "The list", "on the list", "", "Haifeng", change=1, listed=True)),
    ("that it rang twice", "whose racket"),
)
