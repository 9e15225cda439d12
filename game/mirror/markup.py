"""HTML for pages to read, print or keep: each is one file that fetches nothing and runs nothing.
What a story or a host wrote is escaped, since it is a stranger's text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape

_SAFE = "default-src 'none'; style-src 'unsafe-inline'"
_EMPHASIS = re.compile(r"\*(\S(?:[^*]*\S)?)\*")


def document(title: str, style: str, body: Iterable[str]) -> str:
    """A whole page. `style`: its CSS; `body`: its elements, one after the other."""
    content = "\n".join(body)
    return f"""<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{_SAFE}">
<title>{escape(title)}</title>
<style>{style}</style>
</head>
<body>
{content}
</body>
</html>
"""


def words(text: str) -> str:
    """The text as HTML, with its emphasis."""
    return _EMPHASIS.sub(r"<em>\1</em>", escape(text))


def item(tag: str, text: str, kind: str = "", scope: str = "") -> str:
    """An element with this text. `kind`: its class."""
    marks = (f' class="{kind}"' if kind else "") + (f' scope="{scope}"' if scope else "")
    return f"<{tag}{marks}>{words(text)}</{tag}>"


def paragraphs(texts: Iterable[str], kind: str = "") -> Iterator[str]:
    """A paragraph for each text that says anything."""
    return (item("p", text, kind) for text in texts if text)
