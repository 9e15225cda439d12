"""What is kept of a checked story, so that it can be opened again without reading all of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from game.story.model import Renamed, Story
from game.story.outline import Outline, Span
from game.story.yaml_nodes import Page


@dataclass(frozen=True, slots=True)
class Index:
    """`outlines` by file; files without one are read whole. `pairs`: the scenes with two arms.
    `tainted`: the variables that may tell something about a standing. `renamed`: as in a story."""

    outlines: Mapping[str, Outline]
    pairs: frozenset[str]
    tainted: frozenset[str]
    renamed: Renamed

    def plain(self) -> object:
        """The same as lists, mappings, numbers and texts."""
        files = {path: _plain(outline) for path, outline in self.outlines.items()}
        return {
            "files": files,
            "pairs": sorted(self.pairs),
            "tainted": sorted(self.tainted),
            "renamed": [self.renamed.scenes, self.renamed.choices],
        }


def index_of(story: Story, tainted: frozenset[str], outlines: Mapping[str, Outline]) -> Index:
    """The index of a story that was read whole."""
    pairs = frozenset(scene.id for scene in story.scenes.values() if scene.pair is not None)
    return Index(outlines, pairs, tainted, story.renamed)


def read_index(plain: object, pages: Iterable[Page]) -> Index | None:
    """The index in these plain values; None if it is none, or not of these files."""
    texts = {page.path: page.text for page in pages}
    match plain:
        case {
            "files": dict(files),
            "pairs": list(pairs),
            "tainted": list(tainted),
            "renamed": [dict(scenes), dict(choices)],
        } if _are([*pairs, *tainted, *scenes.values()], str) and _are(choices.values(), dict):
            outlines = {path: _outline(texts.get(path), given) for path, given in files.items()}
            known = {path: one for path, one in outlines.items() if one is not None}
            former = [id for each in choices.values() for id in each.values()]
            if len(known) == len(outlines) and _are(former, str):
                renamed = Renamed(scenes, choices)
                return Index(known, frozenset(pairs), frozenset(tainted), renamed)
    return None


def _plain(outline: Outline) -> list[object]:
    spans = outline.spans.values()
    lines, starts = [span.line for span in spans], [span.start for span in spans]
    end = max(span.end for span in spans)
    return [outline.column, outline.after, end, [*outline.spans], lines, starts]


def _outline(text: str | None, plain: object) -> Outline | None:
    """The outline, if a line with its id begins each of its scenes."""
    match plain:
        case [int(column), int(after), int(end), list(ids), list(lines), list(starts)]:
            if text is None or not _are(ids, str) or not _are([*lines, *starts], int):
                return None
            if not len(ids) == len(lines) == len(starts) == len({*ids}):
                return None
            ends = [*starts[1:], end]
            found = dict(zip(ids, map(Span, lines, starts, ends), strict=True))
            stands = all(_stands(text, id, span, column) for id, span in found.items())
            return Outline(column, after, found) if found and stands else None
    return None


def _are(values: Iterable[object], kind: type) -> bool:
    return {*map(type, values)} <= {kind}


def _stands(text: str, id: str, span: Span, column: int) -> bool:
    _, start, end = span
    given = (id, f'"{id}"', f"'{id}'")
    in_text = 0 < start < end <= len(text) and text[start - 1] == "\n"
    return in_text and text.startswith(given, start + column - 1)
