"""A small good story, as text, for tests that need one or want to break one."""

from __future__ import annotations

from pathlib import Path

GOOD: dict[str, str] = {
    "story.yaml": """\
story: small
title: A Small Story
about: For tests.
starts: the-cafe
life: haifeng
people: {xiaoyu: Xiaoyu, mother: Mother}
lives:
  haifeng: {name: Haifeng, starts: 2019-04-12 14:00, opens: {lamp: 20}}
  haifeng-january: {name: "Haifeng, in January", starts: 2019-01-16 19:40}
  lian: {name: Mrs Lian, of: [lian-home], friends: [haifeng]}
  lian-home: {name: the Lians, kind: household}
variables:
  told: false
  tea-rings: 0
  cash: {number: 9000, least: 0, most: 100000}
  manner: {word: plainly, of: [vaguely, plainly, precisely]}
deeds:
  read-minutes: {name: reading, unit: minutes}
  close-app: the app closed
  crossed: crossed at red
places:
  cafe: The café
  kitchen: {name: "Kitchen, night"}
cards:
  ended: {kind: research, says: The windows ended., source: "A paper, 28 March 2019"}
  made-up: {kind: fiction, says: Lamp is made up.}
""",
    "chapters/one.yaml": """\
chapter: one
title: One
content: [a separation]
instead: told-instead
scenes:
  the-cafe:
    place: cafe
    text: |
      The cup leaves a ring{card made-up}. You have {cash} yuan.

      xiaoyu: {if told} You knew. {else} He's gone. {end}

      {if points(lamp) >= 10 and double} The band is lit.
    choices:
      ask:
        text: Ask her.
        if: not told
        once: true
        set: {told: true, tea-rings: tea-rings + 1, manner: precisely, cash: cash - 20}
        go: the-call
      wait:
        text: Wait.
        needs: tea-rings > 0
        reason: Nothing to wait for.
        takes: 70 minutes
        deeds:
          - read-minutes: 4
          - {crossed: 1, by: lian, to: xiaoyu, at: cafe}
          - close-app
        writes: [{crossed: 1, in: gull, about: lian-home, witness: Auntie Jiang}]
        corrects: [{in: gull, record: crossed, about: lian-home}]
        looks: [{by: bank, in: lamp, about: lian}]
        misses: the cold tea
        later: [{in: 6 days, scene: visit}]
        go: [{if: visits(the-cafe) > 2, to: the-end}, {to: the-call}]
      borrow:
        text: Borrow.
        gate: loan
        call: visit
        then: the-end
      stay: {text: Stay., befriends: [lian], go: the-cafe}
  the-call:
    pair: {name: A friend calls, cost: an evening, benefit: a friend is heard, effort: small}
    place: kitchen
    text: The phone rings.
    choices:
      mute: {text: Turn it over., deeds: [{read-minutes: 4}], misses: She hung up, go: the-end}
      talk: {text: Answer., kind: true, sees: closed 20:07, go: the-end}
    arms:
      at-stake: {life: haifeng-january, at: 2019-01-16 20:07}
      not-at-stake: {life: haifeng, after: 2 hours, choices: {talk: {text: Pick up.}}}
  visit:
    text: A short visit.
    return: true
  told-instead:
    text: This is what happened.
    go: the-end
  the-end:
    text: The end.{if manner is precisely} You asked.{end}
    cards: [ended]
    end: quiet
""",
    "systems/lamp.yaml": """\
system: lamp
name: Lamp
starts_at: 0
least: 0
most: 950
announces: before
seen_by: [self, branch]
eyes:
  app: always
  camera:
    sees: [crossed]
    at: [cafe]
    hours: [22:00-06:00]
    if: not told
    chance: 80%
    delay: 6 days
    error: 5%
    mistakes: [lian]
    from: 2018-01-01
    until: 2019-03-28
bands:
  double: {hours: [06:00-08:30, 20:00-22:30], until: 2019-03-28, card: ended}
rules:
  read-minutes: {points: 1, each: 4, band: double, most_a_day: 8}
  read-late: {for: read-minutes, points: 1, each: 4, tally: ever, from: 2019-03-28}
  crossed: {points: -5, if: "points(lamp) > 60"}
most_a_day: [{points: 66, until: 2019-03-28}, {points: 52, from: 2019-03-28}]
appraisals:
  monthly:
    each: month
    on: 1
    at: 06:00
    base: 600
    least: 350
    most: 950
    terms:
      paid: {points: "count(lamp, crossed, 90) * 4", most: 60}
      friends: {points: "friends-under(lamp, 600) * -8", if: told, least: -40}
tiers: {AAA: 1300, A: 1000, D: lowest}
gates:
  loan: {name: a loan, needs: 700, keeper: the bank}
  best: {name: the best, needs: A}
""",
    "systems/gull.yaml": """\
system: gull
name: Gull
keeps: household
scale: list
explains: never
rules:
  crossed: {puts: on, after: 3 days, chance: 70%}
gates:
  train: {name: a train, open: off the list}
""",
}


def write_story(folder: Path, files: dict[str, str] | None = None) -> Path:
    """Writes the files (the good story's, if none are given) below the folder."""
    for name, text in (GOOD if files is None else files).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def changed(file: str, old: str, new: str) -> dict[str, str]:
    """The good story with one passage replaced; the passage must stand there."""
    assert old in GOOD[file], old
    return {**GOOD, file: GOOD[file].replace(old, new, 1)}
