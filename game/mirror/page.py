"""One page to print or keep: the mirror, the statements and the ledger read backwards, as HTML in
one file that fetches nothing and runs nothing.

It says which story was played, and when in the story; not by whom, and not when in the world.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape

from game.mirror.backwards import RECORD, Account, Back, backwards
from game.mirror.closing import closing
from game.mirror.markup import document, item, paragraphs, words
from game.mirror.notebook import Notebook
from game.mirror.page_style import STYLE
from game.mirror.reading import Mirror, mirror
from game.mirror.statements import VERDICTS, called, drawn, said_by, told_apart
from game.mirror.threads import figure
from game.play.run import Run
from game.story.model import Statement, Story
from game.story.prose.pieces import MARKS

_MADE = (
    "This page was made because somebody asked for it. It holds no name, and no date but those of "
    "the story; it was sent nowhere, and can be thrown away."
)
_KINDS = "■ stands in a document, ○ research adds it, △ is fiction."


def html(run: Run, notebook: Notebook) -> str:
    """The whole page."""
    return document(run.story.title, STYLE, _body(run, notebook))


def _body(run: Run, notebook: Notebook) -> Iterator[str]:
    yield "<main>"
    yield from _head(run)
    yield from _mirror(mirror(run, notebook))
    yield from _statements(run, notebook)
    yield from _ledgers(backwards(run))
    yield from ("<footer>", f"<p>{_MADE}</p>", f"<p>{_KINDS}</p>", "</footer>", "</main>")


def _head(run: Run) -> Iterator[str]:
    story, cut = run.story, run.inputs.cut
    yield f"<header>\n<h1>{words(story.title)}</h1>"
    if cut is not None:
        yield f"<p>The cut “{words(story.cuts[cut].name)}”.</p>"
    yield from paragraphs(closing(run).times)
    yield "</header>"


def _mirror(told: Mirror) -> Iterator[str]:
    yield f'<section>\n<h2>{escape(told.heading)}</h2>\n<p class="found">{escape(told.found)}</p>'
    yield from map(figure, told.pairs)
    yield from paragraphs(told.counts)
    yield from paragraphs(told.rests)
    yield from paragraphs(told.limits, "limits")
    yield "</section>"


# --- statements ---------------------------------------------------------------------------------


def _statements(run: Run, notebook: Notebook) -> Iterator[str]:
    judged = notebook.judged
    found = [each for each in drawn(run.story, run.seed) if each.id in judged]
    if not found:
        return
    yield "<section>\n<h2>True or not</h2>"
    for statement in found:
        yield from _statement(run.story, statement, judged[statement.id])
    yield from paragraphs([told_apart(judged, run.story).says])
    yield "</section>"


def _statement(story: Story, statement: Statement, true: bool) -> Iterator[str]:
    card = story.cards[statement.card]
    verdict = f"The answer: {VERDICTS[statement.truth]}"
    source = [f"Source: {card.origin}."] if card.origin else []
    yield '<div class="statement">'
    yield item("p", statement.says, "says")
    yield from paragraphs([f"{called(true)} {verdict} {said_by(statement)}".rstrip()])
    yield item("p", " ".join([f"{MARKS[card.kind]} {card.text}", *source]), "card")
    yield "</div>"


# --- the ledger ---------------------------------------------------------------------------------


def _ledgers(accounts: Iterable[Account]) -> Iterator[str]:
    yield f'<section class="ledgers">\n<h2>{RECORD}</h2>'
    told = [line for account in accounts for line in _account(account)]
    yield from told or ["<p>Nothing was entered.</p>"]
    yield "</section>"


def _account(account: Account) -> Iterator[str]:
    yield "<table>"
    yield f"<caption>{words(account.system)}, {words(account.holder)}</caption>"
    heads = ("No.", "When", "What", "Entry", "Then")
    yield f"<thead><tr>{''.join(item('th', head, scope='col') for head in heads)}</tr></thead>"
    yield "<tbody>"
    yield from map(_row, account.entries)
    yield "</tbody>\n</table>"
    yield item("p", account.says, "sum")


def _row(back: Back) -> str:
    row = back.row
    did = [item("p", f"You chose: {back.did}")] if back.did else []
    why = [item("p", " ".join(back.why), "why")] if back.why else []
    missed = [item("p", f"It missed: {back.missed}", "missed")] if back.missed else []
    what = "".join([item("p", row.title), *did, *why, *missed])
    before = item("th", str(row.number), scope="row") + item("td", row.when, "when")
    after = item("td", row.amount, "score") + item("td", row.total, "score")
    return f"<tr>{before}<td>{what}</td>{after}</tr>"
