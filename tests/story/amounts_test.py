"""How much of everything a story may have, so that one act never takes long."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.story.load import examine
from tests.stories import GOOD, write_story

HEAD = "system: more\nname: More\n"
TERMS = ", ".join(f"t{n}: {{points: 1}}" for n in range(9))
TOO_MANY = {
    "eyes": "eyes:\n" + "".join(f"  e{n}: {{sees: [crossed]}}\n" for n in range(501)),
    "terms of appraisals": "appraisals:\n"
    + "".join(f"  a{n}: {{each: day, base: 1, terms: {{{TERMS}}}}}\n" for n in range(51)),
    "rules for one deed": "rules:\n"
    + "".join(f"  r{n}: {{for: crossed, points: 1}}\n" for n in range(201)),
}


@pytest.mark.parametrize("what", TOO_MANY)
def test_systems_that_would_have_too_much_to_do_are_refused(tmp_path: Path, what: str) -> None:
    write_story(tmp_path, {**GOOD, "systems/more.yaml": HEAD + TOO_MANY[what]})
    found = [str(one) for one in examine(tmp_path).diagnostics if one.code == "S028"]
    assert len(found) == 1
    assert found[0].startswith("systems/more.yaml") and f" {what}; at most" in found[0]
