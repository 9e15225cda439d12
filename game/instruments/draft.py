"""The draft: a page of sentences, of which some may be crossed out.

The player crosses out as many as may be, or fewer, and is done. What is crossed out can still be
read, and the story knows it by the variables that the author gave to the sentences.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import cast

from game.play.instruments import Move, Said, State, Step, Tick
from game.scoring.dice import Dice
from game.story.desk import ID
from game.story.expressions import Facts
from game.story.instruments import InstrumentSpec
from game.story.nearest import did_you_mean
from game.story.reserved import COMMANDS, WAYS_ON

DONE = "done"
PAGE = "page"
CROSS = "cross"
LEFT = "left"
SENTENCE = "sentence"
"""What the words may show: how many may still be crossed out, and which one a move would."""
KEYS = ("id", "if-set", "crossed")
MOST_SENTENCES = 30

Sentence = Mapping[str, str | bool]


def _check(parameters: Mapping[str, object]) -> str | None:
    """What is wrong with the author's parameters, or None."""
    sentences = cast("list[object]", parameters["sentences"])
    if not 1 <= len(sentences) <= MOST_SENTENCES:
        return f"A draft has 1 to {MOST_SENTENCES} sentences."
    if not 1 <= cast(int, parameters["most"]) <= MOST_SENTENCES:
        return f"most is a number from 1 to {MOST_SENTENCES}."
    taken = {DONE, *WAYS_ON, *COMMANDS}
    variables: set[object] = set()
    for number, sentence in enumerate(sentences, 1):
        if not isinstance(sentence, Mapping):
            return "A sentence is a table with id and crossed, and if-set if it may be missing."
        problem = _check_sentence(sentence, number, taken, variables)
        if problem is not None:
            return problem
        taken.add(sentence["id"])
        variables.add(sentence["crossed"])
    return None


def _check_sentence(
    sentence: Mapping[object, object], number: int, taken: set[str], variables: set[object]
) -> str | None:
    """What is wrong with one sentence. `taken`: ids that it may not have; `variables`: those
    of other sentences."""
    id = sentence.get("id")
    if not isinstance(id, str) or not ID.fullmatch(id):
        return f"Sentence {number} needs id: small letters, digits and dashes, a letter first."
    if id in taken:
        return f"{id} is taken; give the sentence another id."
    for key in sentence:
        if key not in KEYS:
            return f"{id} has no key {key}. {did_you_mean(str(key), KEYS)}".rstrip()
    for key in ("crossed", "if-set"):
        if not isinstance(sentence.get(key, id), str):
            return f"{key} of {id} is a variable, which is true or false."
    if "crossed" not in sentence:
        return f"{id} needs crossed, a variable that becomes true when it is crossed out."
    if sentence["crossed"] in variables:
        return f"{sentence['crossed']} belongs to another sentence; give {id} one of its own."
    return None


def _mentions(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """The variables that the sentences hang on, and those that they set."""
    for sentence in _given(parameters):
        for key in ("if-set", "crossed"):
            if key in sentence:
                yield "flag", str(sentence[key])


def _given(parameters: Mapping[str, object]) -> list[Sentence]:
    return cast("list[Sentence]", parameters["sentences"])


class Draft:
    """The rules of the page. A state has the sentences that stand on it, struck or not."""

    spec = InstrumentSpec(
        id="draft",
        parameters={"most": "number", "sentences": "list"},
        outcomes=(DONE,),
        words=(PAGE, CROSS, DONE),
        check=_check,
        required=("most", "sentences"),
        numbers=(LEFT,),
        quotes=(SENTENCE,),
        mentions=_mentions,
        named=lambda parameters: [str(sentence["id"]) for sentence in _given(parameters)],
    )

    def start(self, parameters: Mapping[str, object], facts: Facts, dice: Dice) -> State:
        """The sentences that belong to this run; what was crossed out before still is."""
        told = facts.variables
        page = [
            {"id": x["id"], "crossed": x["crossed"], "struck": bool(told[str(x["crossed"])])}
            for x in _given(parameters)
            if "if-set" not in x or told[str(x["if-set"])]
        ]
        return {"sentences": page, "most": parameters["most"]}

    def moves(self, state: State) -> tuple[Move, ...]:
        """Every sentence that may still be crossed out; always to be done."""
        values = {LEFT: _left(state)}
        sentences = (
            Move(id, CROSS, values, quotes={SENTENCE: id})
            for id in _standing(state)
            if _left(state)
        )
        return (*sentences, Move(DONE, DONE, values))

    def step(self, state: State, act: str | Tick) -> Step:
        """Cross out a sentence, for good, or be done."""
        if isinstance(act, Tick):
            return Step(state)
        if act == DONE:
            return Step(state, outcome=DONE)
        after = [{**x, "struck": x["struck"] or x["id"] == act} for x in _sentences(state)]
        sets = tuple((str(x["crossed"]), True) for x in after if x["id"] == act)
        return Step({**state, "sentences": after}, sets=sets)

    def view(self, state: State) -> tuple[Said, ...]:
        """What stands above the page, and its sentences in order."""
        values = {LEFT: _left(state)}
        sentences = (
            Said(str(x["id"]), values, bool(x["struck"]), lasting=True) for x in _sentences(state)
        )
        return (Said(PAGE, values), *sentences)

    def ticking(self, state: State) -> bool:
        """The page waits."""
        return False

    def passed(self, state: State) -> int:
        """No time passes on it."""
        return 0

    def probes(self) -> Mapping[str, Callable[[State], str]]:
        """Who crosses out all that may be, from the top or from the bottom, and who nothing."""
        return {
            "good": lambda state: self.moves(state)[0].id,
            "careless": lambda state: _standing(state)[-1] if _left(state) else DONE,
            "leaver": lambda state: DONE,
        }


def _sentences(state: State) -> list[Sentence]:
    return cast("list[Sentence]", state["sentences"])


def _standing(state: State) -> list[str]:
    """The sentences that are not crossed out."""
    return [str(x["id"]) for x in _sentences(state) if not x["struck"]]


def _left(state: State) -> int:
    """How many may still be crossed out, and can be."""
    standing = _standing(state)
    struck = len(_sentences(state)) - len(standing)
    return min(max(cast(int, state["most"]) - struck, 0), len(standing))
