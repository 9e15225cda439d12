"""Builds the font files of this folder from unpacked packages: `python build.py PACKAGES`.

README.md says which packages; fonttools does the work. Nothing of the game needs this to run.
"""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).resolve().parent
KEPT = ["kern", "liga", "mark", "mkmk", "ccmp", "locl"]

EUROPEAN = (
    *((0x20, 0x7E), (0xA0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1DC0, 0x1EFF)),
    *((0x2000, 0x206F), (0x2070, 0x20CF), (0x2100, 0x218F), (0x2C60, 0x2C7F), (0xA720, 0xA7FF)),
    *((0x2190, 0x22FF), (0xFB00, 0xFB06), (0xFFFD, 0xFFFD)),
)
"""Latin with all its accents, Greek, Cyrillic, and the signs between them."""

CHINESE = ((0x20, 0x7E), (0xB7, 0xB7), (0x2010, 0x2027), (0x3000, 0x303F), (0xFF01, 0xFF5E))
"""Beside the signs of GB 2312: punctuation, and Latin as wide as a sign."""

NAMES = (
    "喆堃玥赟昇祎頔翀婳犇玙珺琤瑀璟禛禔芃訫詠贇迺郃鄘锜镕霂靘韡飏龑垚崟彧惢旸晞曌棪沄"
    "洺浥淏湉湜溦澔濛炘燊牂碁"
)
"""Signs of names that GB 2312 lacks."""

COPIED = {
    "AtkinsonHyperlegibleNext-Regular.ttf": (
        "atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf"
    ),
    "AtkinsonHyperlegibleNext-Italic.ttf": (
        "atkinson-hyperlegible-next/400Regular_Italic/AtkinsonHyperlegibleNext_400Regular_Italic.ttf"
    ),
    "AtkinsonHyperlegibleNext-Bold.ttf": (
        "atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf"
    ),
    "AtkinsonHyperlegibleMono-Regular.ttf": (
        "atkinson-hyperlegible-mono/400Regular/AtkinsonHyperlegibleMono_400Regular.ttf"
    ),
    "AtkinsonHyperlegibleMono-Bold.ttf": (
        "atkinson-hyperlegible-mono/700Bold/AtkinsonHyperlegibleMono_700Bold.ttf"
    ),
}
LATIN = {
    "NotoSerif-Regular.ttf": "noto-serif/400Regular/NotoSerif_400Regular.ttf",
    "NotoSerif-Italic.ttf": "noto-serif/400Regular_Italic/NotoSerif_400Regular_Italic.ttf",
    "NotoSans-Regular.ttf": "noto-sans/400Regular/NotoSans_400Regular.ttf",
    "NotoSans-Italic.ttf": "noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf",
}
HAN = {
    "NotoSerifSC-Regular.ttf": "noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf",
    "NotoSansSC-Regular.ttf": "noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf",
    "ThousandKai-Regular.ttf": "lxgw-wenkai/LXGWWenKai-Regular.ttf",
}
RENAMED = {"ThousandKai-Regular.ttf": "Thousand Kai"}
"""Where a name is reserved: what is changed must have another."""


def gb2312() -> set[int]:
    """All signs of GB 2312: 6,763 Han on two levels, and its punctuation."""
    signs: set[int] = set()
    for first in range(0xA1, 0xF8):
        for second in range(0xA1, 0xFF):
            try:
                signs.add(ord(bytes((first, second)).decode("gb2312")))
            except UnicodeDecodeError:
                continue
    return signs


def within(spans: Iterable[tuple[int, int]]) -> set[int]:
    """All signs of these spans, ends included."""
    return {code for first, last in spans for code in range(first, last + 1)}


def build(source: Path, target: Path, signs: set[int], name: str | None) -> None:
    """Writes a smaller font with these signs, under another name if one is given."""
    options = Options()
    options.layout_features = KEPT
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    font = TTFont(source)
    cutter = Subsetter(options)
    cutter.populate(unicodes=signs)
    cutter.subset(font)
    if name is not None:
        rename(font, name)
    font.save(target)


def rename(font: TTFont, name: str) -> None:
    """Takes every name off but the makers' and the licence's."""
    table = font["name"]
    kept = [record for record in table.names if record.nameID in (0, 13, 14)]
    table.names = kept
    plain = name.replace(" ", "") + "-Regular"
    for number, text in ((1, name), (2, "Regular"), (3, plain), (4, name), (6, plain)):
        table.setName(text, number, 3, 1, 0x409)


def main(packages: Path) -> None:
    for name, path in COPIED.items():
        shutil.copyfile(packages / path, HERE / name)
    european = within(EUROPEAN)
    chinese = gb2312() | within(CHINESE) | {ord(sign) for sign in NAMES}
    for sources, signs in ((LATIN, european), (HAN, chinese)):
        for name, path in sources.items():
            build(packages / path, HERE / name, signs, RENAMED.get(name))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
