"""What is done so that everybody can play, row by row, and how each was checked.

The rows are those of a checklist that was put together from the Game Accessibility Guidelines, the
Xbox Accessibility Guidelines and WCAG 2.2; the numbers are its own. Every face shows this table.
"""

from __future__ import annotations

from typing import NamedTuple


class Row(NamedTuple):
    """`asks`: what players need. `here`: what this game does. `checked`: how that was found out,
    in words. `tests`: the files in `tests/` that would fail if it were no longer so."""

    number: int
    asks: str
    here: str
    checked: str
    tests: tuple[str, ...] = ()


_SEEN = "looked at"

ROWS = (
    Row(
        1,
        "Text that is large enough",
        "The story stands in 28 pixels on a screen 1080 high, and can be 26 to 56; small type is "
        "never below 18.",
        "Measured in every size of window",
        ("screen/layout_test.py",),
    ),
    Row(
        2,
        "Text for a projector or a stand",
        "On an upright screen it is never smaller than 38 pixels.",
        "Measured at 1080 by 1920",
        ("screen/layout_test.py",),
    ),
    Row(
        3,
        "Text on a 4K screen",
        "It grows with the screen: 56 pixels at 2160, and more if wanted.",
        "Measured at 3840 by 2160",
        ("screen/layout_test.py",),
    ),
    Row(
        4,
        "Text that can be made larger",
        "To twice its size, while playing; nothing is lost, and pages scroll one way only.",
        "Every page was laid out at every size of text",
        ("screen/layout_test.py",),
    ),
    Row(
        5,
        "Lines that are not too long",
        "Some 45 to 60 letters beside a picture, at most 66 on a sheet; some 30 Chinese signs.",
        "Counted with the story's own sentences",
        ("screen/measure_test.py",),
    ),
    Row(
        6,
        "Air between lines and paragraphs",
        "Lines stand one and a half times their size apart, paragraphs clearly more.",
        "Measured for every voice",
        ("screen/lettering/type_test.py",),
    ),
    Row(
        7,
        "A face without serifs, and every letter",
        "A typeface for easier reading is in the settings. All of Latin and 6,763 Chinese signs "
        "are there.",
        "The fonts' own tables were compared with the lists",
        ("screen/lettering/type_test.py",),
    ),
    Row(
        8,
        "Left-aligned text in sentences",
        "No line is stretched, and no paragraph is set in capitals; only short labels are.",
        "Looked at on every page",
    ),
    Row(
        9,
        "Contrast of text",
        "At least 4.5 to 1 everywhere.",
        "Measured against the points that are really behind each line, on every page",
        ("screen/contrast_test.py",),
    ),
    Row(
        10,
        "Contrast of what is shut",
        "As all other text: what is shut keeps 4.5 to 1, and says why it is shut.",
        "Measured with all other text",
        ("screen/contrast_test.py",),
    ),
    Row(
        11,
        "Contrast of frames and marks",
        "The frame round what has the focus holds 3 to 1.",
        "Measured with and without the frame, on every page",
        ("screen/contrast_test.py",),
    ),
    Row(
        12,
        "High contrast",
        "A theme in the settings: 7 to 1 for all text, no grain and no shadow behind it.",
        "Measured as the other theme",
        ("screen/contrast_test.py",),
    ),
    Row(
        13,
        "Nothing by colour alone",
        "A change of the score has its sign and a word; what is shut says so; the frame is a "
        "shape.",
        "All pages were looked at in grey",
        ("screen/wording_test.py",),
    ),
    Row(
        14,
        "Nothing by sound alone",
        "All that happens is written; captions say what can be heard.",
        "Driven by tests: the same pages, muted or not",
        ("screen/sound/ear_test.py",),
    ),
    Row(
        15,
        "Few presses to begin",
        "One press on the title page begins or goes on.",
        "Counted in a test",
        ("screen/playing_test.py",),
    ),
    Row(
        16,
        "Reading at one's own pace",
        "No page turns by itself, but for the one article that row 17 tells of.",
        "Driven by a test in which time passes on every page and nobody presses anything",
        ("screen/window_test.py",),
    ),
    Row(
        17,
        "No time limits",
        "One article is read while a telephone rings. “No time limits” makes it wait for the "
        "player.",
        "Both ways give the same outcomes; played through",
        ("play/untimed_test.py", "screen/instruments/real_run_test.py"),
    ),
    Row(
        18,
        "A pause at any time",
        "The menu, and any other page, stops the clock; so does looking at another window.",
        "Driven by tests",
        ("screen/window_test.py",),
    ),
    Row(
        20,
        "A lesson that can be had again",
        "“How to play”, on the title page: a story of two cups in which one tries everything.",
        "Played to its end by a test",
        ("screen/lesson_test.py",),
    ),
    Row(
        21,
        "Reading again what was said",
        "The log keeps everything, from the first line.",
        "Driven by tests",
        ("play/log_test.py",),
    ),
    Row(
        22,
        "The story so far",
        "Whoever comes back to a run is told first what has happened.",
        "Driven by a test",
        ("screen/coming_back_test.py",),
    ),
    Row(
        23,
        "Saves",
        "Every choice is kept at once, and six saves can be named by hand: picture, date, what "
        "happened.",
        "Driven by tests; killed in the midst of playing some 400 times",
        ("play/saves_test.py",),
    ),
    Row(
        24,
        "Settings that are kept",
        "They are written down at once, and can all be put back.",
        "Driven by tests",
        ("screen/settings_test.py",),
    ),
    Row(
        25,
        "Taking back",
        "Every step can be undone. Giving up a run, and saving over another, ask twice.",
        "Driven by tests",
        ("screen/playing_test.py",),
    ),
    Row(
        26,
        "One device is enough",
        "Mouse, touch, keyboard or gamepad: each alone plays from the title to the last page.",
        "A test plays the story with each of them",
        ("screen/devices_test.py",),
    ),
    Row(
        27,
        "Keys of one's own",
        "Every key and button can be another, also those for back and confirm.",
        "Driven by tests",
        ("screen/hands/bindings_test.py", "screen/screens/keys_test.py"),
    ),
    Row(
        28,
        "One switch or two",
        "The frame moves by itself and one switch takes, or two switches move and take.",
        "A test plays the story with each of them",
        ("screen/devices_test.py",),
    ),
    Row(
        29,
        "A focus that is seen",
        "It is always framed, goes in reading order and begins again at the end.",
        "Measured on every page",
        ("screen/contrast_test.py", "screen/focus_test.py"),
    ),
    Row(
        30,
        "No holding, dragging or hammering",
        "Everything is one press. Swiping scrolls, and so do buttons.",
        "The tests of all devices never hold or drag",
        ("screen/devices_test.py",),
    ),
    Row(
        31,
        "Targets that are easily hit",
        "Nothing is lower than 44 pixels; on an upright screen of 24 inches nothing is lower than "
        "16 millimetres, and strips are some 20.",
        "Measured on every page",
        ("screen/layout_test.py",),
    ),
    Row(
        32,
        "Presses that were not meant",
        "“Half a second between presses”, in the settings.",
        "Driven by tests",
        ("screen/hands/cooling_test.py",),
    ),
    Row(
        34,
        "Volumes of their own",
        "Places, things and the score's note each have a volume, in the settings; one key silences "
        "all. Without a device all goes on in silence.",
        "Driven by tests",
        ("screen/sound/ear_test.py", "screen/sound/player_test.py"),
    ),
    Row(
        35,
        "Captions",
        "Nothing is spoken aloud: all speech is text, with the speaker's name. What else can be "
        "heard stands on a dark plate on the picture, at most two lines of 40 signs.",
        "Driven by tests; looked at",
        ("screen/sound/ear_test.py", "screen/sound/captions_test.py"),
    ),
    Row(
        36,
        "Movement that can be off",
        "“Reduced motion”: no page, stamp or letter moves by itself any more, nor does scrolling.",
        "Driven by tests",
        ("screen/window_test.py", "screen/transitions/passing_test.py"),
    ),
    Row(
        37,
        "No flashes",
        "Nothing flashes and nothing blinks.",
        "Looked at, and looked for in all code that draws",
    ),
    Row(
        38,
        "What may hurt is told before",
        "A content note comes before each chapter, with a way to be told of it instead of playing"
        " it.",
        "Played both ways in transcripts",
        ("screen/playing_test.py",),
    ),
)
"""Rows 19, 33, 39 and 40 of the checklist are in `NOT_YET`."""

NOT_YET = (
    "The window reads nothing aloud. Played in text, a screen reader tells all of it.",
    "Nobody who depends on any of this has tried it yet. If you do, please tell us what is in "
    "your way.",
    "Real gamepads, touch screens, switches, magnifiers and input methods were not tried: tests "
    "stand in for them.",
)
"""What is missing, said as plainly as the rest."""
