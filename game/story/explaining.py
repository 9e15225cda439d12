"""What each finding means: the catalogue as one answer, and as a page of the guide."""

from __future__ import annotations

from game.story.diagnostics import Kind, catalogue

_OPENING = """\
# What check finds

`python3 main.py check STORY` tells all of it at once, with file, line and column.
`python3 main.py check --explain S040` tells one of them here. An *error* must be put right before
a story can be played; a *warning* need not, but it is most often right.

The examples stand in a small story about an evening: `bedtime` and `pause` are scenes elsewhere
in it, `told`, `cups` and `mood` are its variables.
"""
_TRANSCRIPTS = """\
# What a transcript finds

`python3 main.py test STORY` tells these, with the line of the transcript and with what there is
instead. [Transcripts](transcripts.md) has all that can be expected.
"""
_FIRST_OF_TRANSCRIPTS = "T001"


def explain(code: str) -> str | None:
    """What the finding means, why it matters, and an example with its mend; None if there is
    no such code."""
    kind = catalogue().kinds.get(code)
    return (
        None if kind is None else "\n".join([f"{code} {kind.severity}: {kind.title}", *_body(kind)])
    )


def nearest_code(code: str) -> str:
    """The code of a finding whose number is nearest to what was typed."""
    typed = code.upper()
    digits = "".join(filter(str.isdecimal, typed.replace("O", "0").replace("I", "1")))
    wanted = int(digits[:9] or 0)
    return min(
        catalogue().kinds,
        key=lambda known: (known[0] != typed[:1], abs(int(known[1:]) - wanted)),
    )


def _body(kind: Kind) -> list[str]:
    if kind.case:
        return ["", kind.why, "", f"For example: {kind.case}", "", f"What to do: {kind.mend}"]
    wrong, right = _indented(kind.example), _indented(kind.mend)
    return ["", kind.why, "", f"For example, in {kind.file}:", "", wrong, "", "Better:", "", right]


def _indented(text: str) -> str:
    return "\n".join(f"    {line}".rstrip() for line in text.rstrip().split("\n"))


def page() -> str:
    """The page of the guide that tells of all findings, in Markdown."""
    parts = [_OPENING]
    for code, kind in catalogue().kinds.items():
        if code == _FIRST_OF_TRANSCRIPTS:
            parts.append(_TRANSCRIPTS)
        parts.append(f"## {code}: {kind.title}\n")
        parts.append(f"*{kind.severity}* {kind.why.strip()}\n")
        if kind.case:
            parts.append(f"{kind.case} {kind.mend}\n")
        else:
            parts.append(f"```yaml\n# {kind.file}\n{kind.example}```\n\nBetter:\n")
            parts.append(f"```yaml\n{kind.mend}```\n")
    return "\n".join(parts)
