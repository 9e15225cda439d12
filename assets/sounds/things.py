"""Sounds that are heard once: paper, pen, stamp, cup, chair, telephone, and the score's note."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from craft import (
    RATE,
    Dice,
    Sound,
    aside,
    band,
    echoing,
    falling,
    filtered,
    lay,
    length,
    noise,
    struck,
    swell,
    times,
    wavering,
)

NOTE = 587.33
"""The pitch of the score's one note, in Hz; an octave below it is the same note, lower."""


def crackle(dice: Dice, seconds: float, often: Sound, middle: float, octaves: float) -> Sound:
    """Fibres that give way: so often in a second, around this pitch, each as loud as it comes."""
    size = length(seconds)
    falls = dice.random(size) < often / RATE
    bits = np.where(falls, dice.gamma(0.6, 1.0, size) * dice.choice([-1.0, 1.0], size), 0.0)
    return filtered(bits, band(middle, octaves))


def level(sound: Sound) -> Sound:
    """As loud as 1 where it is loudest."""
    return sound / np.max(np.abs(sound))


def turn(dice: Dice) -> Sound:
    """A page that is lifted, bends, and lies down."""
    seconds = 0.62
    at = times(seconds)
    brush = noise(dice, seconds, band(1_500, 0.8)) * swell(seconds, 0.2, 0.34)
    high = noise(dice, seconds, band(4_200, 0.6)) * swell(seconds, 0.3, 0.26)
    bends = crackle(dice, seconds, 500 * np.exp(-(((at - 0.28) / 0.12) ** 2)), 2_600, 0.7)
    made = 0.5 * brush + 0.22 * high * wavering(dice, seconds, 14, 0.2, 1.0)
    made += 0.5 * level(bends) * swell(seconds, 0.1, 0.2)
    lay(made, 0.55 * struck((118, 205, 430), (0.09, 0.06, 0.04), (1, 0.5, 0.2)), 0.4)
    return made


def tear(dice: Dice) -> Sound:
    """A page that is torn from top to bottom, the faster the further."""
    seconds = 0.75
    at = times(seconds)
    often = 500 + 3_800 * (at / seconds) ** 1.6
    grip = swell(seconds, 0.06, 0.1) * wavering(dice, seconds, 9, 0.45, 1.0)
    fibres = level(crackle(dice, seconds, often, 2_700, 0.9))
    sheet = noise(dice, seconds, band(900, 0.7))
    return grip * (fibres + 0.05 * sheet)


def stamp(dice: Dice) -> Sound:
    """Rubber and wood on paper on a table."""
    made = np.zeros(length(0.5))
    press = noise(dice, 0.05, band(1_100, 0.8)) * swell(0.05, 0.003, 0.04)
    lay(made, struck((86, 142, 231), (0.2, 0.15, 0.1), (1.0, 0.7, 0.35)), 0.02)
    lay(made, struck((410, 655, 1_120), (0.06, 0.045, 0.03), (0.22, 0.14, 0.06)), 0.02)
    lay(made, 0.09 * press, 0.018)
    lay(made, 0.035 * noise(dice, 0.12, band(2_400, 0.7)) * swell(0.12, 0.04, 0.07), 0.24)
    return made


def pen(dice: Dice) -> Sound:
    """One stroke of a pen through a line, on paper that lies on wood."""
    seconds = 0.5
    at = times(seconds)
    speed = swell(seconds, 0.14, 0.16)
    grain = wavering(dice, seconds, 38, 0.25, 1.0) * wavering(dice, seconds, 7, 0.6, 1.0)
    tip = noise(dice, seconds, band(3_100, 0.55)) + 0.5 * noise(dice, seconds, band(1_350, 0.35))
    wood = noise(dice, seconds, band(320, 0.5))
    made = speed * (grain * tip + 0.18 * wood)
    touch = struck((390, 900, 2_300), (0.03, 0.02, 0.012), (0.6, 0.4, 0.3))
    lay(made, touch, 0.03)
    return made * np.clip(at / 0.01, 0, 1)


def paper(dice: Dice) -> Sound:
    """Sheets that are pushed together and laid down."""
    made = np.zeros(length(1.1))
    for start, seconds, part in ((0.0, 0.4, 0.7), (0.36, 0.5, 1.0)):
        at = times(seconds)
        often = 700 * np.exp(-(((at - seconds / 2) / (seconds / 5)) ** 2))
        folds = level(crackle(dice, seconds, often, 3_000, 0.8)) * swell(seconds, 0.05, 0.1)
        brush = noise(dice, seconds, band(2_000, 0.7)) * swell(seconds, 0.16, 0.2)
        lay(made, part * (0.6 * folds + 0.16 * brush), start)
    lay(made, 0.35 * struck((130, 240, 520), (0.08, 0.05, 0.03), (1, 0.5, 0.2)), 0.78)
    return made


def clink(dice: Dice, pitch: float, fade: float) -> Sound:
    """Porcelain on porcelain, touched lightly."""
    ratios = np.array((1.0, 1.47, 2.09, 2.83, 3.61)) * dice.uniform(0.985, 1.015, 5)
    pitches = [float(pitch * ratio) for ratio in ratios]
    fades = [fade, fade * 0.7, fade * 0.5, fade * 0.32, fade * 0.2]
    made = struck(pitches, fades, (1.0, 0.6, 0.45, 0.25, 0.12))
    tap = noise(dice, 0.012, band(2_600, 0.9)) * swell(0.012, 0.002, 0.009)
    lay(made, 0.25 * tap, 0.0)
    return made


def cup(dice: Dice) -> Sound:
    """A cup that is set down on its saucer: twice, as hands are not quite still."""
    made = np.zeros(length(0.7))
    lay(made, 0.8 * clink(dice, 1_720, 0.26), 0.02)
    lay(made, 0.45 * clink(dice, 1_905, 0.2), 0.1)
    lay(made, 0.7 * struck((180, 330, 610), (0.09, 0.06, 0.04), (1.0, 0.5, 0.3)), 0.02)
    return made


def chair(dice: Dice) -> Sound:
    """A wooden chair that is pushed back: it sticks and slips over the floor, and stands."""
    seconds = 0.75
    at = times(seconds)
    slips = 58 + 26 * np.sin(np.pi * at / seconds) + 4 * wavering(dice, seconds, 5, -1, 1)
    turns = np.cumsum(slips) / RATE
    pulses = np.diff(np.floor(turns), prepend=0.0) * dice.uniform(0.5, 1.0, at.size)
    made = np.zeros(at.size)
    for pitch, narrow, part in (
        (205, 0.12, 1.0),
        (430, 0.1, 0.8),
        (760, 0.09, 0.5),
        (1_250, 0.12, 0.3),
    ):
        made += part * filtered(pulses, band(pitch, narrow))
    drag = noise(dice, seconds, band(620, 0.9))
    made = swell(seconds, 0.12, 0.2) * (level(made) + 0.08 * drag)
    whole = np.zeros(length(1.1))
    lay(whole, made, 0.0)
    lay(
        whole, 0.7 * struck((96, 170, 310, 540), (0.16, 0.12, 0.07, 0.05), (1, 0.6, 0.3, 0.2)), 0.72
    )
    return whole


def hum(dice: Dice) -> Sound:
    """A telephone that shakes on a table, twice."""
    whole = np.zeros(length(1.75))
    seconds = 0.55
    at = times(seconds)
    for start in (0.05, 0.95):
        pitch = 152 + 8 * (1 - np.exp(-at / 0.05)) + 1.5 * wavering(dice, seconds, 6, -1, 1)
        turns = 2 * np.pi * np.cumsum(pitch) / RATE
        tone = sum(np.sin(part * turns) / part**1.5 for part in range(1, 7))
        rattle = np.maximum(np.sin(turns), 0) ** 6 * noise(dice, seconds, band(1_700, 0.6))
        lay(whole, swell(seconds, 0.04, 0.09) * (0.6 * tone + 0.12 * rattle), start)
    return whole


def ring(_: Dice) -> Sound:
    """A telephone that rings, twice: two wooden notes in turn, round and not loud."""
    whole = np.zeros(length(2.2))
    for start in (0.0, 1.0):
        for number in range(6):
            pitch = (740.0, 932.3)[number % 2]
            strike = struck((pitch, pitch * 3.93, pitch * 9.5), (0.34, 0.1, 0.03), (1, 0.16, 0.04))
            lay(whole, (0.75 + 0.05 * number) * strike, start + 0.085 * number)
    return whole


def note(pitch: float) -> Callable[[Dice], Sound]:
    """The score's note: a bar of metal, struck with felt."""

    def make(dice: Dice) -> Sound:
        made = struck(
            (pitch, pitch * 1.004, pitch * 2.0, pitch * 2.756, pitch * 5.404),
            (1.5, 1.3, 0.7, 0.35, 0.1),
            (1.0, 0.35, 0.16, 0.12, 0.03),
        )
        felt = noise(dice, 0.03, band(pitch * 1.6, 0.6)) * swell(0.03, 0.006, 0.02)
        lay(made, 0.08 * felt, 0.0)
        return made * np.clip(np.arange(made.size) / length(0.006), 0, 1)

    return make


def in_room(dice: Dice, sound: Sound, wet: float = 0.16) -> Sound:
    """A thing at its place in a small room, with the time that its echoes need."""
    whole = np.concatenate((sound, np.zeros(length(0.35))))
    made = echoing(dice, aside(whole, 0.0), 0.3, 2_600, wet)
    return filtered(made, falling(9_000, 12, 40)) * swell(len(made) / RATE, 0.0, 0.12)[:, None]
