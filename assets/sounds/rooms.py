"""Rooms: what one hears in a place all the time, as loops."""

from __future__ import annotations

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
    wide,
)
from things import chair, clink, level, paper


def syllable(dice: Dice, seconds: float, pitch: float) -> Sound:
    """A syllable of nobody's language: a voice through a mouth that is open somehow."""
    at = times(seconds)
    glide = pitch * (1 + dice.uniform(-0.09, 0.06) * at / seconds)
    turns = 2 * np.pi * np.cumsum(glide) / RATE
    mouth = ((dice.uniform(280, 760), 1.0), (dice.uniform(850, 2_100), 0.45), (2_700, 0.16))
    made = np.zeros(at.size)
    for part in range(1, int(3_400 / pitch) + 1):
        high = part * pitch
        open_there = sum(loud / (1 + ((high - tone) / 130) ** 2) for tone, loud in mouth)
        made += (0.04 + open_there) / part**0.6 * np.sin(part * turns + dice.uniform(0, 6.28))
    made *= swell(seconds, 0.05, 0.09)
    if dice.random() < 0.4:
        lay(made, 0.5 * noise(dice, 0.05, band(3_600, 0.5)) * swell(0.05, 0.02, 0.02), 0.0)
    return made


def speaker(dice: Dice, seconds: float, pitch: float, busy: float) -> Sound:
    """Somebody who talks, with pauses in which others do. `busy`: how much of the time."""
    made = np.zeros(length(seconds))
    at = dice.uniform(0, seconds)
    end = at + seconds - 0.5
    while at < end:
        stop = min(end, at + dice.uniform(0.8, 2.6))
        tune = pitch * dice.uniform(0.94, 1.1)
        while at < stop:
            lasts = dice.uniform(0.11, 0.26)
            tune *= dice.uniform(0.94, 1.045)
            tune = float(np.clip(tune, pitch * 0.82, pitch * 1.25))
            lay(made, dice.uniform(0.5, 1.0) * syllable(dice, lasts, tune), at % seconds)
            at += lasts * dice.uniform(0.8, 1.05)
        at += dice.uniform(0.4, 2.2) / busy
    return made


def talk(dice: Dice, seconds: float, pitches: tuple[float, ...], busy: float) -> Sound:
    """Many who talk at other tables."""
    made = np.zeros((length(seconds), 2))
    for pitch in pitches:
        voice = level(speaker(dice, seconds, pitch, busy)) * dice.uniform(0.5, 1.0)
        made += aside(voice, dice.uniform(-0.85, 0.85))
    return made / np.sqrt(np.mean(made**2))


def ticking(seconds: float, part: float) -> Sound:
    """A clock on a wall; a loop of whole, even seconds keeps its time."""
    made = np.zeros((length(seconds), 2))
    for second in range(round(seconds)):
        high = 1.0 if second % 2 else 0.93
        tick = struck((1_260 * high, 2_140 * high, 3_350), (0.035, 0.022, 0.012), (1, 0.6, 0.3))
        lay(made, aside(part * tick, 0.45), second + 0.3)
    return made


def cafe_room(dice: Dice) -> Sound:
    """Students who talk, cups, and once the grinder behind the counter."""
    seconds = 24.0
    voices = talk(dice, seconds, (108, 118, 131, 176, 190, 205, 214, 228), 1.0)
    made = 0.9 * filtered(voices, falling(1_100, 7, 90))
    for at in dice.permutation(np.linspace(0.8, 22.6, 9)) + dice.uniform(-0.5, 0.5, 9):
        loud, pitch = dice.uniform(2.5, 7.0), dice.uniform(1_500, 2_500)
        lay(made, aside(loud * clink(dice, pitch, 0.16), dice.uniform(-0.8, 0.8)), float(at))
    lasts = 4.2
    motor = noise(dice, lasts, band(290, 0.12)) + 0.8 * noise(dice, lasts, band(580, 0.08))
    beans = noise(dice, lasts, band(1_700, 0.7)) * wavering(dice, lasts, 25, 0.3, 1.0)
    lay(made, aside(0.9 * swell(lasts, 0.7, 0.9) * (motor + 0.4 * beans), 0.6), 13.0)
    made = echoing(dice, made, 0.9, 1_900, 0.62)
    return made + 0.12 * wide(dice, seconds, falling(180, 5))


def kitchen_room(dice: Dice) -> Sound:
    """The fridge, the clock, water in the pipes of somebody else, a kettle that begins to sing."""
    seconds = 24.0
    at = times(seconds)
    hum = np.zeros(at.size)
    for part, loud in ((1, 0.4), (2, 1.0), (3, 0.4), (4, 0.5), (6, 0.25), (8, 0.12)):
        beat = wavering(dice, seconds, 0.3, 0.75, 1.0)
        hum += loud * beat * np.sin(2 * np.pi * 50 * part * at + part)
    made = aside(0.12 * hum, -0.35) + 0.02 * wide(dice, seconds, band(420, 1.0))
    made += ticking(seconds, 0.7)
    lasts = 8.0
    pipe = noise(dice, lasts, band(720, 0.5)) + 0.5 * noise(dice, lasts, band(1_650, 0.4))
    pipe *= wavering(dice, lasts, 5, 0.55, 1.0) * swell(lasts, 1.2, 2.4)
    lay(made, aside(0.07 * pipe, -0.7), 3.0)
    made += aside(0.14 * simmering(dice, seconds), 0.2)
    return echoing(dice, made, 0.45, 2_400, 0.3) + 0.02 * wide(dice, seconds, falling(150, 5))


def simmering(dice: Dice, seconds: float) -> Sound:
    """Water that is about to boil: bubbles, each a short note that rises."""
    made = np.zeros(length(seconds))
    for start in dice.uniform(0, seconds, round(26 * seconds)):
        lasts = dice.uniform(0.015, 0.05)
        at = times(lasts)
        pitch = dice.uniform(320, 1_000) * (1 + 0.5 * at / lasts)
        bubble = np.sin(2 * np.pi * np.cumsum(pitch) / RATE) * swell(lasts, 0.004, lasts * 0.8)
        lay(made, dice.gamma(0.8, 0.5) * bubble, float(start))
    return made * wavering(dice, seconds, 0.15, 0.35, 1.0)


def metro_room(dice: Dice) -> Sound:
    """A carriage between two stations: the rails below, the motors, the air."""
    seconds = 20.0
    at = times(seconds)
    sway = wavering(dice, seconds, 0.4, 0.7, 1.0)[:, None]
    made = 0.34 * sway * wide(dice, seconds, falling(80, 9, 32), 0.7)
    made += 0.05 * sway * wide(dice, seconds, band(340, 0.6), 0.4)
    hum = np.zeros(at.size)
    for pitch, loud in ((96, 1.0), (192.05, 0.5), (288, 0.25), (431.2, 0.2), (862.4, 0.06)):
        whole = round(pitch * seconds) / seconds
        bend = 0.9 * np.sin(2 * np.pi * at / seconds * 2 + pitch)
        hum += loud * np.sin(2 * np.pi * whole * at + bend)
    made += aside(0.1 * hum, 0.0)
    beats = 10
    for number in range(beats):
        for later, loud, where in ((0.0, 1.0, -0.3), (0.17, 0.8, -0.1), (0.78, 0.6, 0.4)):
            blow = struck(
                (64, 118, 207, 390, 710), (0.2, 0.14, 0.1, 0.07, 0.05), (1.0, 0.8, 0.6, 0.35, 0.15)
            )
            loud *= dice.uniform(0.8, 1.1)
            lay(made, aside(2.4 * loud * blow, where), (number + 0.4) * seconds / beats + later)
    made += (
        0.03
        * wavering(dice, seconds, 0.25, 0.3, 1.0)[:, None]
        * wide(dice, seconds, band(1_500, 0.8), 0.3)
    )
    return echoing(dice, made, 0.35, 1_500, 0.25)


def office_room(dice: Dice) -> Sound:
    """A radiator that ticks as it warms, a clock, chairs, sheets, a corridor behind the door."""
    seconds = 24.0
    made = 0.07 * wide(dice, seconds, falling(160, 8))
    made += 0.004 * wide(dice, seconds, band(900, 0.9))
    made += ticking(seconds, 0.5)
    start = 1.0
    while start < seconds - 1.5:
        pitch = dice.uniform(900, 1_500)
        tick = struck(
            (pitch, pitch * 1.83, pitch * 2.61, pitch * 0.31),
            (0.09, 0.06, 0.04, 0.05),
            (0.7, 0.4, 0.2, 0.9),
        )
        lay(made, aside(dice.uniform(0.4, 1.2) * tick, -0.6), start)
        start += dice.choice((0.35, 0.9, 1.7, 2.6)) * dice.uniform(0.8, 1.2)
    lay(made, aside(0.7 * level(chair(dice)), 0.5), 7.2)
    lay(made, aside(0.5 * level(chair(dice)), -0.2), 18.6)
    lay(made, aside(0.3 * level(paper(dice)), 0.2), 12.4)
    behind = talk(dice, seconds, (112, 126, 198), 0.5)
    made += 0.035 * filtered(behind, falling(420, 12, 90))
    return echoing(dice, made, 0.6, 2_000, 0.42)


def chirps(dice: Dice, pitch: float, count: int) -> Sound:
    """A sparrow that says something short."""
    made = np.zeros(length(0.16 * count + 0.2))
    for number in range(count):
        lasts = dice.uniform(0.05, 0.09)
        at = times(lasts)
        bow = pitch * (1 + 0.16 * np.sin(np.pi * at / lasts + dice.uniform(-0.4, 0.4)))
        tone = np.sin(2 * np.pi * np.cumsum(bow) / RATE) * swell(lasts, 0.015, 0.03)
        lay(made, tone, number * dice.uniform(0.13, 0.17))
    return made


def school_room(dice: Dice) -> Sound:
    """A yard in the country: wind, sparrows, children far off."""
    seconds = 24.0
    gusts = wavering(dice, seconds, 0.16, 0.35, 1.0)[:, None]
    made = 0.22 * gusts * wide(dice, seconds, falling(190, 7.5, 50), 0.3)
    leaves = wavering(dice, seconds, 0.3, 0.1, 1.0)[:, None] * gusts
    made += 0.02 * leaves * wide(dice, seconds, band(3_000, 0.7), 0.2)
    birds = np.zeros_like(made)
    for start in np.linspace(0.6, 22.4, 8) + dice.uniform(-0.9, 0.9, 8):
        song = chirps(dice, dice.uniform(2_900, 4_300), int(dice.integers(1, 5)))
        where = dice.uniform(-0.9, 0.9)
        lay(birds, aside(dice.uniform(0.15, 0.5) * song, where), float(start) % seconds)
    made += echoing(dice, birds, 0.7, 3_500, 0.45)
    children = talk(dice, seconds, (262, 294, 318, 345, 377), 0.6)
    children = echoing(dice, filtered(children, band(900, 0.9)), 1.1, 1_500, 0.75)
    return made + 0.28 * wavering(dice, seconds, 0.2, 0.4, 1.0)[:, None] * children
