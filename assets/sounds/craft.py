"""What the sounds of this folder are made with: shaped noise, resonances, echoes, loudness.

A sound is an array of floats, one per sample, or two columns of them for left and right. What is
to be a loop is made as a circle: what runs over its end goes on at its beginning.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import NDArray

Sound = NDArray[np.float64]
Shape = Callable[[Sound], Sound]
Dice = np.random.Generator

RATE = 24_000
"""Samples in a second."""


def length(seconds: float) -> int:
    """So many samples."""
    return round(seconds * RATE)


def times(seconds: float) -> Sound:
    """The time of every sample, in seconds."""
    return np.arange(length(seconds)) / RATE


def band(middle: float, octaves: float) -> Shape:
    """Loud around a pitch in Hz, and ever softer this many octaves away from it."""

    def shape(pitch: Sound) -> Sound:
        away = np.log2(np.maximum(pitch, 1.0) / middle) / octaves
        return np.exp(-0.5 * away**2)

    return shape


def falling(start: float, steps: float, floor: float = 25.0) -> Shape:
    """Even up to a pitch in Hz, then softer by so many decibels an octave; nothing below the
    floor, which no loudspeaker gives back."""

    def shape(pitch: Sound) -> Sound:
        octaves = np.maximum(np.log2(np.maximum(pitch, 1.0) / start), 0.0)
        return 10 ** (-steps * octaves / 20) / (1 + (floor / np.maximum(pitch, 1.0)) ** 6)

    return shape


def noise(dice: Dice, seconds: float, shape: Shape) -> Sound:
    """Noise with this spectrum, as a circle; its mean loudness is 1."""
    size = length(seconds)
    pitch = np.fft.rfftfreq(size, 1 / RATE)
    turned = np.exp(2j * np.pi * dice.random(pitch.size))
    made = np.fft.irfft(shape(pitch) * turned, size)
    return made / np.sqrt(np.mean(made**2))


def filtered(sound: Sound, shape: Shape) -> Sound:
    """The sound, a circle, with its spectrum weighed."""
    pitch = np.fft.rfftfreq(len(sound), 1 / RATE)
    weights = shape(pitch)
    weights = weights[:, None] if sound.ndim == 2 else weights
    return np.fft.irfft(np.fft.rfft(sound, axis=0) * weights, len(sound), axis=0)


def wavering(dice: Dice, seconds: float, often: float, low: float, high: float) -> Sound:
    """A curve between low and high that changes its mind so often in a second, as a circle."""
    curve = noise(dice, seconds, lambda pitch: (pitch > 0) / (1 + (pitch / often) ** 4))
    return low + (high - low) * (0.5 + 0.5 * np.tanh(0.9 * curve))


def swell(seconds: float, rise: float, fall: float) -> Sound:
    """Loudness that comes within `rise` seconds, stays, and goes within `fall`, without a corner
    anywhere."""
    at = times(seconds)
    up = np.clip(at / max(rise, 1e-4), 0, 1)
    down = np.clip((seconds - at) / max(fall, 1e-4), 0, 1)
    return np.sin(np.pi / 2 * up) ** 2 * np.sin(np.pi / 2 * down) ** 2


def struck(pitches: Sequence[float], fades: Sequence[float], parts: Sequence[float]) -> Sound:
    """Something that is struck: each of its resonances in Hz, the seconds in which it becomes
    inaudible, and its part in the whole. It begins softly enough not to click."""
    at = times(max(fades))
    made = np.zeros(at.size)
    for pitch, fade, part in zip(pitches, fades, parts, strict=True):
        made += part * np.sin(2 * np.pi * pitch * at) * np.exp(-6.9 * at / fade)
    return made * np.clip(at / 0.0015, 0, 1) * np.clip((at[-1] - at) / 0.01, 0, 1)


def lay(whole: Sound, piece: Sound, at: float) -> None:
    """Adds a piece from this second on; what runs over the end goes on at the beginning."""
    where = (length(at) + np.arange(len(piece))) % len(whole)
    np.add.at(whole, where, piece)


def aside(sound: Sound, where: float) -> Sound:
    """The sound from a side: -1 is left, 1 is right. Its loudness stays."""
    angle = (where + 1) * np.pi / 4
    return np.stack((sound * np.cos(angle), sound * np.sin(angle)), axis=1)


def wide(dice: Dice, seconds: float, shape: Shape, shared: float = 0.5) -> Sound:
    """Noise from all around: how much of it both ears share."""
    both, left, right = (noise(dice, seconds, shape) for _ in range(3))
    own = np.sqrt(1 - shared**2)
    return np.stack((shared * both + own * left, shared * both + own * right), axis=1)


def echoing(dice: Dice, sound: Sound, fade: float, dark: float, wet: float) -> Sound:
    """The sound, a circle with two sides, in a room: its echoes fade within so many seconds, and
    keep little above the pitch `dark`. `wet`: how much of what is heard is echo, 0 to 1."""
    size = len(sound)
    at = np.arange(min(size, length(fade * 1.3))) / RATE
    fading = np.exp(-6.9 * at / fade) * np.clip(at / 0.012, 0, 1)
    made = np.empty_like(sound)
    for side in range(2):
        walls = np.zeros(size)
        walls[: at.size] = dice.standard_normal(at.size) * fading
        walls = filtered(walls, falling(dark, 9.0))
        walls /= np.sqrt(np.sum(walls**2))
        middle = 0.8 * sound[:, side] + 0.2 * sound[:, 1 - side]
        made[:, side] = np.fft.irfft(np.fft.rfft(middle) * np.fft.rfft(walls), size)
    return np.sqrt(1 - wet) * sound + np.sqrt(wet) * made


def loudness(sound: Sound) -> float:
    """How loud it is for an ear, on average, in decibels below full."""
    pitch = np.fft.rfftfreq(len(sound), 1 / RATE)
    low = 1 / (1 + (60.0 / np.maximum(pitch, 1.0)) ** 4)
    high = 1 + 1.51 / (1 + (1_700.0 / np.maximum(pitch, 1.0)) ** 4)
    heard = filtered(sound, lambda _: np.sqrt(low * high))
    sides = heard.reshape(len(sound), -1)
    return float(10 * np.log10(np.mean(sides**2) * 2 + 1e-12))


def loudest(sound: Sound, seconds: float = 0.4) -> float:
    """How loud it is where it is loudest for so many seconds."""
    step = length(seconds)
    padded = np.concatenate((sound, np.zeros((step, *sound.shape[1:]))))
    starts = range(0, len(sound), step // 4)
    return max(loudness(padded[start : start + step]) for start in starts)
