"""The few words that the engine itself says; everything else is the author's."""

from __future__ import annotations

GO_ON = "Go on"
TELL_INSTEAD = "Tell me instead"
NOTE_HEADING = "Before this part"
NOTE_CHAPTER = "It contains: {}."
END_HEADING = "The end"
SHUT = "Not open."
NO_WAY_ON = "(No way leads on from here. The story ends.)"
NO_WAY_BUT_BACK = "(No way leads on from here, only back.)"
UNEXPLAINED = "not explained"
APPRAISAL = "appraisal"
CORRECTION = "taken back"
ON_LIST = {True: "on the list", False: "not on the list"}
PUT = {1: "put on", 0: "no change", -1: "taken off"}
CROSSED_OUT = "[crossed out]"


def struck(text: str, is_struck: bool) -> str:
    """The text; where it is crossed out, in words that are heard as well as seen."""
    return f"{CROSSED_OUT} {text}" if is_struck else text
