"""A report as one page to read, print or keep: no scripts, no network, nothing beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from game.mirror.markup import document
from game.mirror.study import words
from game.mirror.study.forms import Names, Table, tables
from game.mirror.study.pictures import pictures
from game.mirror.study.protocol import ARM_WORDS
from game.mirror.study.report import Report

_STYLE = """
:root { color-scheme: light dark;
  --ink: #1E1B18; --paper: #F4EDE0; --card: #FFFBF3; --quiet: #655C50; --pale: #DDD2BF; }
@media (prefers-color-scheme: dark) { :root {
  --ink: #F4EDE0; --paper: #1E1B18; --card: #2A2622; --quiet: #B9AE9E; --pale: #4A433B; } }
body { margin: 0 auto; padding: 2rem 1.25rem; max-width: 46rem; background: var(--paper);
  color: var(--ink); font: 1.0625rem/1.5 Georgia, "Times New Roman", serif; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.2rem; margin-top: 2.5rem; }
.about, .limits { color: var(--quiet); } .found { font-size: 1.2rem; }
.simulated { border: 3px solid var(--ink); padding: .5rem 1rem; font-weight: bold; }
figure { margin: 1.5rem 0; padding: .5rem; background: var(--card); break-inside: avoid; }
svg { display: block; width: 100%; height: auto; font-family: inherit; }
svg text { fill: var(--ink); font-size: 19px; } svg .head { font-size: 21px; font-weight: bold; }
svg .small { font-size: 16px; fill: var(--quiet); }
.bar { fill: var(--quiet); } .began, .band { fill: var(--pale); } .dot { fill: var(--ink); }
.tick, .none { stroke: var(--ink); stroke-width: 1.5; } .none { stroke-dasharray: 6 4; }
.whisker { stroke: var(--ink); stroke-width: 3; fill: none; }
.around { stroke: var(--card); stroke-width: 7; fill: none; }
.scrolls { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; break-inside: avoid; }
caption { text-align: left; font-weight: bold; padding: 1.5rem 0 .25rem; }
th, td { text-align: left; padding: .3rem .75rem .3rem 0; border-bottom: 1px solid var(--pale); }
th { font-weight: normal; } thead th { color: var(--quiet); } td { text-align: right; }
thead th + th { text-align: right; }
@media print { :root { --ink: #000; --paper: #FFF; --card: #FFF; --quiet: #444; --pale: #CCC; }
  body { padding: 0; max-width: none; font-size: 11pt; print-color-adjust: exact; } }
"""


def page(report: Report, names: Names) -> str:
    """The whole page, as HTML."""
    return document(words.title(report), _STYLE, _body(report, names))


def _body(report: Report, names: Names) -> Iterator[str]:
    study = report.study
    if report.simulated:
        yield f'<p class="simulated" role="note">{escape(words.banner(report))}</p>'
    yield f"<h1>{escape(study.question)}</h1>"
    yield f'<p class="about">{escape(_about(report))}</p>'
    found, *further = words.paragraphs(report)
    yield f'<p class="found">{escape(" ".join(found))}</p>'
    for picture in pictures(report):
        yield f"<figure>{picture.svg}</figure>"
    yield "<h2>How far this can be trusted</h2>"
    yield from (f'<p class="limits">{escape(" ".join(said))}</p>' for said in further)
    yield "<h2>In figures</h2>"
    yield from map(_table, tables(report, names))


def _about(report: Report) -> str:
    study = report.study
    first, second = (ARM_WORDS[arm] for arm in study.arms)
    return (
        f"Asked by {study.host}. Chance decided who played with the {first} and who with the "
        f"{second}; it is compared how many {study.outcome.words}."
    )


def _table(table: Table) -> str:
    heads = "".join(f'<th scope="col">{escape(head)}</th>' for head in table.heads)
    rows = "\n".join(_row(row) for row in table.rows)
    return (
        f'<div class="scrolls"><table><caption>{escape(table.title)}</caption>'
        f"<thead><tr>{heads}</tr></thead>\n<tbody>\n{rows}\n</tbody></table></div>"
    )


def _row(row: Iterable[str]) -> str:
    first, *cells = map(escape, row)
    rest = "".join(f"<td>{cell}</td>" for cell in cells)
    return f'<tr><th scope="row">{first}</th>{rest}</tr>'
