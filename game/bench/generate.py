"""Writes a large story by a seed, as like a real one as a program can make it.

Every scene has three choices. The targets of all first choices are the scenes in a shuffled
order, and so on: every scene is met as often as any other, and one choice in 27 ends the run.
"""

from __future__ import annotations

from pathlib import Path
from random import Random

SEED = 1300
STEPS_A_RUN = 27
SCENES_A_FILE = 200

CHOICES = ("left", "straight", "right")

_HEAD = """\
story: long-way
title: The Long Way
about: Made by a program, to be measured.
starts: scene-0
life: mei

people: {clerk: The clerk, mother: Mother}
lives:
  mei: {name: Mei, starts: 2019-03-04 08:50, opens: {good-manners: 100}}
deeds:
  let-past: somebody let past
  litter: litter dropped
  greet: a greeting
places:
  office: The stamp office
  street: The street
variables:
  coins: 40
  hurried: false
  wet: false
"""

_SYSTEM = """\
system: good-manners
name: Good Manners
eyes:
  camera: always
  neighbour: {sees: [litter]}
rules:
  let-past: {points: 2}
  litter: {points: -3}
  greet: {points: 1}
gates:
  window-two: {name: the short queue, needs: 120}
"""

_CONDITIONS = (
    "hurried",
    "not hurried",
    "not wet or coins > 10",
    "coins > 35",
    "points(good-manners) > 90",
    "visits({scene}) < 3",
    "coins >= 30 and not wet",
)
_DEEDS = ("let-past", "greet", "litter", "let-past", "greet")
_SETS = ("coins: coins - 1", "coins: coins + 2", "hurried: true", "hurried: false", "wet: not wet")

_TALK = (
    "the a one some no every this that her his office queue street stair door window paper stamp "
    "number lamp rain coat shoe hand voice minute hour morning evening child man woman clerk "
    "neighbour kettle bench train board list name waits opens closes turns says hears keeps loses "
    "finds counts writes folds holds looks asks knows forgets leaves slowly again already never "
    "always behind before beside under over across without between and but or so then while"
)
_WORDS = tuple(_TALK.split())


def write_story(folder: Path, scenes: int, seed: int = SEED) -> None:
    """Write a story of so many scenes into the folder; the same for the same seed."""
    hand = Random(seed)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "story.yaml", _HEAD)
    _write(folder / "systems" / "good-manners.yaml", _SYSTEM)
    ways = _ways(scenes, hand)
    for number, first in enumerate(range(0, scenes, SCENES_A_FILE)):
        some = range(first, min(first + SCENES_A_FILE, scenes))
        parts = [f"chapter: part-{number}\ntitle: Part {number}\nscenes:\n"]
        parts += [_scene(one, ways[one], hand) for one in some]
        _write(folder / "chapters" / f"part-{number:03}.yaml", "".join(parts))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _ways(scenes: int, hand: Random) -> list[list[str]]:
    """Where each choice of each scene leads. The first scene has no ending, and no
    scene loses its last way in to one."""
    columns = [hand.sample(range(scenes), scenes) for _ in CHOICES]
    targets = list(map(list, zip(*columns, strict=True)))
    ways = [[f"go: scene-{target}" for target in three] for three in targets]
    coming = [len(CHOICES)] * scenes
    left = round(scenes * len(CHOICES) / STEPS_A_RUN)
    for one in hand.sample(range(1, scenes), scenes - 1):
        choice = hand.randrange(len(CHOICES))
        target = targets[one][choice]
        if left and coming[target] > 1:
            coming[target] -= 1
            left -= 1
            ways[one][choice] = f"end: night-{one % 7}"
    return ways


def _scene(number: int, ways: list[str], hand: Random) -> str:
    sentences = _sentences(hand)
    spoken = hand.choice(("clerk: ", "mother: ", ""))
    lines = [
        f"  scene-{number}:",
        f"    place: {hand.choice(('office', 'street'))}",
        "    text: |",
        f"      {sentences[0]} {sentences[1]}",
        f"      {sentences[2]}",
        "",
        f"      {spoken}{sentences[3]} {{coins}} {sentences[4]}",
        "    choices:",
    ]
    conditional = hand.randrange(len(CHOICES))
    for at, (choice, way) in enumerate(zip(CHOICES, ways, strict=True)):
        lines += [f"      {choice}:", f"        text: {_sentence(hand, 5)}"]
        if at == conditional:
            lines.append(f"        if: {hand.choice(_CONDITIONS).format(scene=f'scene-{number}')}")
        lines.append(f"        deeds: [{hand.choice(_DEEDS)}]")
        if hand.random() < 0.2:
            lines.append(f"        set: {{{hand.choice(_SETS)}}}")
        lines.append(f"        {way}")
    return "\n".join(lines) + "\n"


def _sentences(hand: Random) -> list[str]:
    """Sixty words in five sentences, less one for a figure that comes between."""
    return [_sentence(hand, length) for length in (12, 12, 12, 11, 12)]


def _sentence(hand: Random, words: int) -> str:
    return f"{' '.join(hand.choices(_WORDS, k=words))}.".capitalize()
