"""What a report says, drawn as SVG: shares, their difference, and who began and left.

Nothing is vermilion: that is for a score. Colours are those of the page around a picture. What
is simulated says so in the picture itself, wherever it is copied to.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from textwrap import wrap
from typing import NamedTuple

from game.mirror.study import words
from game.mirror.study.protocol import ARM_WORDS
from game.mirror.study.report import Effect, Report
from game.mirror.study.statistics import wilson

WIDE = 720
LEFT = 40
ACROSS = WIDE - 2 * LEFT
TOP = 64
ROW = 78
LINE = 28
LETTERS = 56
"""In a line of a heading, at most."""
BAR = 26


class Picture(NamedTuple):
    """An SVG element, and what is on it in words."""

    svg: str
    words: str


def pictures(report: Report) -> Iterator[Picture]:
    """As many as can be drawn of what can be told."""
    effect = report.effect
    if effect is not None:
        yield _shares(report, effect)
        yield _difference(report, effect)
    if all(arm.started is not None for arm in report.arms):
        yield _people(report)


def _shares(report: Report, effect: Effect) -> Picture:
    """A bar for each arm; its interval, too, where the counts are told."""
    drawn, told = [*_scale(0, 100, 25, TOP + 2 * ROW, " %")], []
    for row, (arm, share) in enumerate(zip(report.study.arms, effect.shares, strict=True)):
        y = TOP + row * ROW
        label = f"{ARM_WORDS[arm]}: {share} %"
        if effect.counts:
            count, of = effect.counts[row]
            low, high = (100 * end for end in wilson(count, of))
            label += f", {count} of {of}"
            drawn += _bar(LEFT, y + 12, ACROSS * count / of)
            drawn += _whisker(_x(low, 0, 100), _x(high, 0, 100), y + 12 + BAR / 2)
            told.append(f"{label}; it may well lie from {low:.0f} to {high:.0f} %")
        else:
            drawn += _bar(LEFT, y + 12, ACROSS * share / 100)
            told.append(label)
        drawn.append(_text(LEFT, y, label))
    title = f"How many {report.study.outcome.words}{'' if effect.counts else ', so far'}"
    return _picture(report, title, TOP + 2 * ROW + 30, drawn, told)


def _difference(report: Report, effect: Effect) -> Picture:
    """The difference with its interval, against none and against what does not matter."""
    second, margin = report.study.arms[1], report.study.margin
    furthest = max(abs(effect.low), abs(effect.high), margin)
    edge = min(100, 10 * int(furthest // 10 + 1))
    y = TOP + 40
    band, end = _x(-margin, -edge, edge), _x(margin, -edge, edge)
    none = _x(0, -edge, edge)
    drawn = [
        f'<rect class="band" x="{band:.1f}" y="{TOP - 12}" width="{end - band:.1f}" height="92"/>',
        f'<line class="none" x1="{none:.1f}" y1="{TOP - 12}" x2="{none:.1f}" y2="{TOP + 80}"/>',
        *_whisker(_x(effect.low, -edge, edge), _x(effect.high, -edge, edge), y),
        f'<circle class="dot" cx="{_x(effect.apart, -edge, edge):.1f}" cy="{y}" r="8"/>',
        *_scale(-edge, edge, max(5, edge // 2), TOP + 80, ""),
        _text(LEFT, TOP + 132, f"to the right: more with the {ARM_WORDS[second]}"),
        _text(LEFT, TOP + 158, f"in the band: less than {margin} points, which do not matter"),
    ]
    told = [
        f"{words.points(effect.apart)} points, and it may well lie from "
        f"{words.points(effect.low)} to {words.points(effect.high)}",
        f"differences within {margin} points do not matter",
    ]
    title = "The difference, in points" + ("" if effect.counts else ", so far")
    return _picture(report, title, TOP + 172, drawn, told)


def _people(report: Report) -> Picture:
    """A block for each arm: who began, and of these who came to the end."""
    most = max(arm.started or 1 for arm in report.arms)
    drawn, told = [], []
    for row, arm in enumerate(report.arms):
        y, began = TOP + row * ROW, arm.started or 0
        label = f"{ARM_WORDS[arm.arm]}: {began:,} began"
        drawn.append(
            f'<rect class="began" x="{LEFT}" y="{y + 12}" width="{ACROSS * began / most:.1f}" '
            f'height="{BAR}"/>'
        )
        if arm.end is not None:
            label += f", {arm.end.came:,} came to the end"
            drawn += _bar(LEFT, y + 12, ACROSS * arm.end.came / most)
        else:
            label += "; the end is not told"
        drawn.append(_text(LEFT, y, label))
        told.append(label)
    return _picture(report, "Who began, and who came to the end", TOP + 2 * ROW, drawn, told)


def _picture(
    report: Report, title: str, height: int, drawn: Iterable[str], told: Iterable[str]
) -> Picture:
    head = f"{'SIMULATED. ' if report.simulated else ''}{title}"
    described = f"{head}: {'; '.join(told)}."
    lines = wrap(head, LETTERS)
    lower = LINE * (len(lines) - 1)
    heads = "".join(_text(LEFT, 26 + LINE * n, line, "head") for n, line in enumerate(lines))
    return Picture(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {height + lower}" '
        f'role="img"><title>{escape(described)}</title>{heads}'
        f'<g transform="translate(0 {lower})">{"".join(drawn)}</g></svg>',
        described,
    )


def _x(value: float, low: float, high: float) -> float:
    return LEFT + ACROSS * (value - low) / (high - low)


def _bar(x: float, y: float, width: float) -> list[str]:
    return [f'<rect class="bar" x="{x}" y="{y}" width="{width:.1f}" height="{BAR}"/>']


def _whisker(low: float, high: float, y: float) -> list[str]:
    """A line with ends; pale around it, so that it is seen upon a bar, too."""
    line = f"M{low:.1f} {y - 9}v18M{low:.1f} {y}H{high:.1f}M{high:.1f} {y - 9}v18"
    return [f'<path class="{kind}" d="{line}"/>' for kind in ("around", "whisker")]


def _scale(low: int, high: int, step: int, y: float, unit: str) -> Iterator[str]:
    for value in range(low, high + 1, step):
        x = _x(value, low, high)
        label = f"{value}{unit}" if unit else words.points(value)
        yield f'<line class="tick" x1="{x:.1f}" y1="{y}" x2="{x:.1f}" y2="{y + 6}"/>'
        yield (
            f'<text class="small" x="{x:.1f}" y="{y + 24}" text-anchor="middle">'
            f"{escape(label)}</text>"
        )


def _text(x: float, y: float, text: str, kind: str = "label") -> str:
    return f'<text class="{kind}" x="{x}" y="{y}">{escape(text)}</text>'
