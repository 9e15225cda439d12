"""A report as tables, and these as text, CSV and JSON. What is simulated says so in each."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from io import StringIO
from textwrap import fill
from typing import Any, NamedTuple

from game.mirror.reading import ARM_NAMES
from game.mirror.study import words
from game.mirror.study.protocol import ARM_WORDS
from game.mirror.study.report import AnswerRow, Left, Report

WIDTH = 80

Cell = int | str | None


@dataclass(frozen=True, slots=True)
class Names:
    """How a story calls its pairs, by id, and their options, by pair and id. What has no name is
    called by its id."""

    pairs: Mapping[str, str] = field(default_factory=dict)
    options: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def pair(self, row: AnswerRow) -> str:
        """The question, and which meeting of it."""
        name = self.pairs.get(row.pair, row.pair)
        return f"{name}, {ARM_NAMES.get(row.stake, row.stake)}"

    def option(self, row: AnswerRow) -> str:
        return self.options.get((row.pair, row.option), row.option)


class Table(NamedTuple):
    """A heading, the heads of the columns, and rows of as many cells; the first has words."""

    title: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def tables(report: Report, names: Names) -> list[Table]:
    """Who began and came how far; the question that is compared; all other questions."""
    found = [_arms(report)]
    if report.effect is not None:
        found.append(_compared(report))
    for pair in dict.fromkeys(map(names.pair, report.answers)):
        rows = [row for row in report.answers if names.pair(row) == pair]
        cells = [(names.option(row), *map(_shown, row.counts)) for row in rows]
        found.append(Table(pair, ("answered", *_heads(report)), tuple(cells)))
    if any(report.told_apart):
        found.append(_told_apart(report))
    return found


def text(report: Report, names: Names) -> str:
    """For a terminal: marked if simulated, then what was found, then the tables."""
    study = report.study
    about = f"Study {study.id} of the story {study.story}, asked by {study.host}."
    head = [*filter(None, [words.banner(report)]), study.question, about]
    said = [fill(" ".join(sentences), WIDTH) for sentences in words.paragraphs(report)]
    drawn = [_drawn(table) for table in tables(report, names)]
    paragraphs = ["\n".join(fill(line, WIDTH) for line in head), *said, *drawn]
    return "\n\n".join(paragraphs) + "\n"


def as_csv(report: Report) -> str:
    """One figure a line. Each says who was counted, so that a copied line says it too."""
    file = StringIO()
    rows = csv.writer(file, lineterminator="\n")
    rows.writerow(["counted", "what", "arm", "pair", "meeting", "option", "figure"])
    counted = "simulated visitors" if report.simulated else "visitors"
    rows.writerows([counted, *line] for line in _lines(report))
    return file.getvalue()


def as_json(report: Report) -> str:
    """All of it. Nothing stands for what cannot be told: null."""
    study, effect = report.study, report.effect
    told: dict[str, Any] = {
        "simulated": report.simulated,
        "study": study.id,
        "story": study.story,
        "question": study.question,
        "outcome": study.outcome.words,
        "host": study.host,
        "target": study.target,
        "margin": study.margin,
        "state": report.state,
        "withheld_for": report.why,
        "verdict": report.verdict,
        "arms": [
            {
                "arm": arm.arm,
                "words": ARM_WORDS[arm.arm],
                "began": arm.started,
                "question": _as_left(arm.question),
                "end": _as_left(arm.end),
                "still_wanted": wanted,
                "told_apart": told and {"true": told.true, "false": told.false},
            }
            for arm, wanted, told in zip(report.arms, report.wanted, report.told_apart, strict=True)
        ],
        "effect": effect
        and {
            "counts": [{"gave": count, "of": of} for count, of in effect.counts] or None,
            "shares": list(effect.shares),
            "points": round(effect.apart, 1),
            "interval": [round(effect.low, 1), round(effect.high, 1)],
        },
        "answers": [
            {
                "pair": row.pair,
                "meeting": row.stake,
                "option": row.option,
                "counts": dict(zip(study.arms, row.counts, strict=True)),
            }
            for row in report.answers
        ],
        "in_words": words.sentences(report),
    }
    return json.dumps(told, indent=2, ensure_ascii=False) + "\n"


def _as_left(left: Left | None) -> dict[str, int] | None:
    return None if left is None else {"came": left.came, "did_not_percent": left.percent}


def _heads(report: Report) -> tuple[str, str]:
    first, second = report.study.arms
    return ARM_WORDS[first], ARM_WORDS[second]


def _shown(count: int | None) -> str:
    return words.NOT_TOLD if count is None else f"{count:,}"


def _arms(report: Report) -> Table:
    first, second = report.arms
    rows = [
        ("began", _shown(first.started), _shown(second.started)),
        *_came("came to the question", "did not (yet)", first.question, second.question),
        *_came("came to the end", "did not (yet)", first.end, second.end),
    ]
    return Table("Who began, and who left", ("", *_heads(report)), tuple(rows))


def _came(
    came: str, left: str, first: Left | None, second: Left | None
) -> Iterator[tuple[str, str, str]]:
    if first is None or second is None:
        yield came, words.NOT_TOLD, words.NOT_TOLD
    else:
        yield came, _shown(first.came), _shown(second.came)
        yield left, f"{first.percent} %", f"{second.percent} %"


def _compared(report: Report) -> Table:
    effect = report.effect
    assert effect is not None
    shares = tuple(f"{share} %" for share in effect.shares)
    rows = [(report.study.outcome.words, *shares)]
    if effect.counts:
        counts = tuple(f"{count} of {of}" for count, of in effect.counts)
        rows.append(("of those who are compared", *counts))
    title = "What is compared" if effect.counts else "What is compared, so far and roughly"
    return Table(title, ("", *_heads(report)), tuple(rows))


def _told_apart(report: Report) -> Table:
    told = report.told_apart
    rows = (
        ("true ones called true", *(f"{one.true} %" if one else words.NOT_TOLD for one in told)),
        ("false ones called true", *(f"{one.false} %" if one else words.NOT_TOLD for one in told)),
        ("told apart, points", *(str(one.apart) if one else words.NOT_TOLD for one in told)),
    )
    return Table("Closing statements", ("", *_heads(report)), rows)


def _drawn(table: Table) -> str:
    """In columns, words to the left and figures to the right; long words are broken."""
    first = min(40, max(len(row[0]) for row in (table.heads, *table.rows)))
    widths = [
        max(len(row[at]) for row in (table.heads, *table.rows)) for at in range(1, len(table.heads))
    ]
    lines = [table.title, "-" * min(WIDTH, len(table.title))]
    for row in (table.heads, *table.rows):
        *before, last = fill(row[0], first).split("\n") if row[0] else [""]
        cells = (cell.rjust(width) for cell, width in zip(row[1:], widths, strict=True))
        lines += [*before, "  ".join([last.ljust(first), *cells]).rstrip()]
    return "\n".join(lines)


def _lines(report: Report) -> Iterator[tuple[Cell, ...]]:
    """What, arm, pair, meeting, option, figure; an empty figure cannot be told."""
    study, effect = report.study, report.effect
    compared = (study.outcome.pair, study.outcome.stake, "/".join(sorted(study.outcome.options)))
    nowhere = ("", "", "")
    yield "state", "", *nowhere, report.verdict or report.state
    for arm, told in zip(report.arms, report.told_apart, strict=True):
        yield "began", arm.arm, *nowhere, arm.started
        for where, left in (("question", arm.question), ("end", arm.end)):
            came, percent = (left.came, left.percent) if left else (None, None)
            yield f"came to the {where}", arm.arm, *nowhere, came
            yield f"did not come to the {where}, per cent", arm.arm, *nowhere, percent
        if told is not None:
            yield "true statements called true, per cent", arm.arm, *nowhere, told.true
            yield "false statements called true, per cent", arm.arm, *nowhere, told.false
    if effect is not None:
        for id, share in zip(study.arms, effect.shares, strict=True):
            yield "share, per cent", id, *compared, share
        for id, (count, of) in zip(study.arms, effect.counts, strict=False):
            yield "gave the answer", id, *compared, count
            yield "are compared", id, *compared, of
        figures = {"difference": effect.apart, "from": effect.low, "to": effect.high}
        for what, value in figures.items():
            yield f"{what}, points", "", *compared, str(round(value, 1))
    for row in report.answers:
        for id, given in zip(study.arms, row.counts, strict=True):
            yield "answered", id, row.pair, row.stake, row.option, given
